"""A camera faster than the network: what is shown is fresh, however long it goes on."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import numpy as np
import psutil
from pytestqt.qtbot import QtBot

from posecam.pose import FrameResult
from tests.fakes.estimator import FakeEstimator
from tests.fakes.qt import prepare_qt
from tests.fakes.videos import steady, write_video

prepare_qt()

from posecam.gui.main_window import MainWindow  # noqa: E402

FPS = 60
INFERENCE_S = 0.1
SECONDS = 20.0
#: Seconds until memory is measured first: libraries have then allocated what they keep.
SETTLED = 5.0
FRAME_MS = 1000 / FPS
#: What waking threads and painting may add on a busy machine, usually and at worst, ms.
USUAL_MS, WORST_MS = 20.0, 250.0
#: A single frame in memory would be 0.3 MB; a queue of all frames would be hundreds of MB.
GROWTH_MB = 10.0


def test_the_newest_pose_is_never_older_than_one_inference_and_one_frame(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clip = write_video(tmp_path / "fast.mp4", steady(round(FPS * (SECONDS + 3)), FPS), (384, 288))
    estimator = FakeEstimator(delay=INFERENCE_S)
    window = MainWindow(lambda: estimator)
    qtbot.addWidget(window)
    window.show()
    report = window.video.on_painted
    assert report is not None
    shown: list[FrameResult | None] = [None]
    beyond: list[float] = []  # ms by which a pose was older, when painted, than its own inference

    def painted(result: FrameResult) -> None:
        report(result)
        if result.poses and result is not shown[0]:
            age = (time.perf_counter_ns() - result.frame.captured_ns) / 1e6
            beyond.append(age - result.stages_ms["network"])
            shown[0] = result

    window.video.on_painted = painted
    # What the tests before have left in memory would make each collection below a pause of its own.
    gc.collect()
    gc.freeze()
    window.start(str(clip))
    process = psutil.Process()
    try:
        qtbot.waitUntil(lambda: bool(beyond), timeout=10_000)
        qtbot.wait(round(SETTLED * 1000))
        gc.collect()
        before = process.memory_info().rss
        qtbot.wait(round((SECONDS - SETTLED) * 1000))
        gc.collect()
        grown = (process.memory_info().rss - before) / 2**20
        status = window.pipeline.status()
    finally:
        gc.unfreeze()
        window.close()

    assert len(beyond) > 0.8 * SECONDS / INFERENCE_S
    assert np.median(beyond) < FRAME_MS + USUAL_MS
    assert np.percentile(beyond, 95) < FRAME_MS + 2 * USUAL_MS
    assert max(beyond) < FRAME_MS + WORST_MS
    # No drift: the end is as fresh as the beginning.
    early, late = np.median(beyond[: len(beyond) // 4]), np.median(beyond[-len(beyond) // 4 :])
    assert late < early + 10
    # Five of six frames had to be passed over, and the status line says so.
    assert status.dropped > 0.7 * FPS * SECONDS
    assert grown < GROWTH_MB
