"""Somebody records, the camera is unplugged and plugged in again: the recording goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from posecam.capture import CaptureThread, LatestFrame
from posecam.session import Recorder, Session
from tests.fakes.http_camera import HttpCamera


def wait(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_camera_unplugged_while_recording_continues_in_a_new_video_file(tmp_path: Path) -> None:
    with HttpCamera() as camera:
        recorder = Recorder(
            tmp_path / "session", source="camera", info=None, engine={}, settings={}
        )
        capture = CaptureThread(camera.url, LatestFrame(), on_frame=recorder.add_frame)
        capture.start()
        wait(lambda: capture.state.frames >= 30)
        camera.stop()
        wait(lambda: capture.state.kind == "reconnecting")
        time.sleep(1.2)
        before = capture.state.frames
        camera.start()
        wait(lambda: capture.state.frames >= before + 30)
        assert capture.stop()
        status = recorder.close()

    session = Session.open(tmp_path / "session")
    assert status.error is None
    assert status.frames_dropped == 0
    assert session.warnings == []
    assert len(session) == status.frames_written == capture.state.frames
    assert [path.name for path in session.video_paths()] == ["video.mkv", "video_001.mkv"]
    assert [f.frame_id for f in session.video_frames()] == session.frame_ids.tolist()
    longest = max(b - a for a, b in pairwise(session.times.tolist()))
    assert 1.2 < longest < 4
