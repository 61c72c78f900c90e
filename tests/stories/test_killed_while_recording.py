"""A person records, and the program is killed: what was recorded until then is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from posecam.export import export_session
from posecam.session import Session, list_sessions
from tests import kills
from tests.fakes.microphone import clicks_in
from tests.fakes.videos import number_in

ROOT = Path(__file__).resolve().parents[2]

RECORD = """
import sys, time
from dataclasses import replace
from pathlib import Path
from posecam.capture import SourceInfo
from posecam.session import Recorder
from tests.fakes.microphone import heard
from tests.fakes.people import make_frame, make_result

recorder = Recorder(Path(sys.argv[1]), source="synthetic camera", info=SourceInfo(640, 480, 30.0),
                    engine={"backend": "openvino"}, settings={})
began = time.perf_counter()
zero_ns = time.perf_counter_ns()
sound = heard(1000)
for number in range(10_000):
    time.sleep(max(0.0, began + number / 30 - time.perf_counter()))
    frame = make_frame(number, size=(640, 480))
    recorder.add_frame(frame)
    recorder.add_result(make_result(frame))
    block = next(sound)
    recorder.add_sound(replace(block, start_ns=zero_ns + block.start_ns), "")
    print(number, flush=True)
"""


def test_a_recording_killed_after_three_seconds_is_readable(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    process = subprocess.Popen(
        [sys.executable, "-c", RECORD, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    time.sleep(3)
    process.send_signal(signal.SIGKILL)
    put = 1 + int(process.stdout.read().split()[-1])
    process.wait()
    process.stdout.close()

    session = Session.open(folder)
    images = list(session.video_frames())

    assert put >= 60
    assert not session.finished
    assert any("not finished" in warning for warning in session.warnings)
    assert len(images) >= 0.95 * put
    assert session.estimated.sum() >= 0.95 * put
    # Lost at most the end, and less than a second of it.
    assert [f.frame_id for f in images] == list(range(len(images)))
    assert [number_in(f.image) for f in images] == list(range(len(images)))
    assert put / 30 - images[-1].time < 1
    assert session.sound is not None
    heard = clicks_in(session.sound, put / 30)
    assert np.round(heard).tolist() == list(range(len(heard)))
    assert len(heard) >= int(put / 30)
    looked = np.flatnonzero(session.estimated)
    assert all(session.frames[i][0].joints_2d[0, 0] == i for i in looked)
    assert np.isfinite(session.joints_3d[: int(session.estimated.sum())]).all()
    (summary,) = list_sessions(tmp_path)
    assert summary.frames >= 0.95 * put
    assert not summary.finished

    (exported,) = export_session(session, ["json"], tmp_path / "out")
    assert exported.stat().st_size > 1000


def test_kills_at_random_moments_lose_nothing_that_was_written() -> None:
    tally = kills.run(3, seed=7)
    assert tally.kills == 3
    assert tally.losses is None
