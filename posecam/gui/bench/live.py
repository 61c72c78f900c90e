"""How long a frame takes from its arrival to the screen, with the whole window running."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from posecam.errors import PosecamError, SourceError
from posecam.gui.shared.application import missing_screen, start_application
from posecam.live.estimator_thread import LiveEstimator
from posecam.pose import FrameResult

#: Seconds until the network runs and the window has settled.
_SETTLE_S = 2.0
_LOADING_S = 60.0


@dataclass(frozen=True, slots=True)
class WindowBench:
    """Measured over all frames painted with the network's answer.

    Attributes:
        frames: painted.
        camera_fps, painted_fps: delivered by the source, and shown.
        dropped: frames that the network never saw.
        latency_ms: "median" and "p95" from a frame's arrival to the window on the screen.
    """

    frames: int
    camera_fps: float
    painted_fps: float
    dropped: int
    latency_ms: dict[str, float]


def measure(
    source: str,
    seconds: float,
    make_estimator: Callable[[], LiveEstimator],
    *,
    angles: bool = False,
) -> WindowBench:
    """Open the window on a source for so long after it has settled.

    Args:
        source: as `open_source` takes it.
        seconds: to measure for.
        make_estimator: see `Pipeline`.
        angles: read every angle live meanwhile, and count repetitions.

    Raises:
        PosecamError: there is no screen, or no image came, or the network does not run.
    """
    if sentence := missing_screen():
        raise PosecamError(sentence)

    from posecam.gui.live.live_angles import KINDS
    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.settings import ReadoutSettings, Settings

    _app, _ = start_application()  # must outlive the window
    readouts = ReadoutSettings(angles, tuple(KINDS), "knee_flexion")
    window = MainWindow(make_estimator, SettingsStore(Settings(readouts=readouts)))
    latency: list[float] = []
    begins = time.monotonic() + _LOADING_S
    report = window.pipeline.painted

    def painted(result: FrameResult) -> None:
        report(result)
        if time.monotonic() >= begins:
            latency.append((time.perf_counter_ns() - result.frame.captured_ns) / 1e6)

    window.video.on_painted = painted
    window.show()
    try:
        window.open_source(source)
        while window.pipeline.status().engine.kind == "loading":
            if time.monotonic() > begins:
                raise PosecamError("The network did not load within a minute.")
            _work(0.05)
        _work(_SETTLE_S)
        before, begins = window.pipeline.status().dropped, time.monotonic()
        _work(seconds)
        status = window.pipeline.status()
    finally:
        window.close()
    if status.engine.kind != "ready":
        raise PosecamError(status.engine.message)
    if len(latency) < 10:
        said = status.capture.message if status.capture is not None else ""
        raise SourceError(said or f"{source} delivered too few frames to measure: {len(latency)}.")
    return WindowBench(
        frames=len(latency),
        camera_fps=status.camera_fps,
        painted_fps=len(latency) / seconds,
        dropped=status.dropped - before,
        latency_ms={
            "median": float(np.median(latency)),
            "p95": float(np.percentile(latency, 95)),
        },
    )


def _work(seconds: float) -> None:
    """Let Qt work for so long, as it does in the application."""
    from PyQt6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
