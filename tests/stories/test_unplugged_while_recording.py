"""A person records, the camera is unplugged and plugged in again: the recording goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import posecam
from posecam.capture import CaptureState
from posecam.export import export_session
from posecam.live.pipeline import Pipeline
from posecam.session import list_sessions
from tests.fakes.estimator import FakeEstimator
from tests.fakes.http_camera import HttpCamera
from tests.fakes.waiting import wait_until

#: What is promised: the state is shown, and the image is back.
SHOWN_S, BACK_S = 1.0, 2.0


@pytest.fixture
def pipeline() -> Iterator[Pipeline]:
    made = Pipeline(FakeEstimator)
    yield made
    assert made.close(3.0)


def state_of(pipeline: Pipeline) -> CaptureState:
    state = pipeline.status().capture
    assert state is not None
    return state


def recorded(pipeline: Pipeline) -> int:
    status = pipeline.status().recording
    return status.frames_written if status is not None else 0


def finish(pipeline: Pipeline) -> None:
    pipeline.stop_recording()
    wait_until(lambda: pipeline.status().finished is not None)
    finished = pipeline.status().finished
    assert finished is not None
    assert finished.status.error is None
    assert finished.status.frames_dropped == 0


def test_a_camera_unplugged_while_recording_continues_in_a_new_video_file(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    folder = tmp_path / "sessions" / "take"
    with HttpCamera() as camera:
        pipeline.open(camera.url)
        wait_until(lambda: pipeline.status().network_fps > 0)
        pipeline.start_recording(folder)
        wait_until(lambda: recorded(pipeline) >= 30)

        camera.stop()
        pulled = time.monotonic()
        wait_until(lambda: state_of(pipeline).kind == "reconnecting")
        assert time.monotonic() - pulled < SHOWN_S
        assert state_of(pipeline).message.endswith("Trying again.")
        time.sleep(1.2)
        camera.size = (208, 120)  # as some cameras do after a restart
        before = state_of(pipeline).frames
        camera.start()
        back = time.monotonic()
        wait_until(lambda: state_of(pipeline).kind == "live")
        assert time.monotonic() - back < BACK_S
        wait_until(lambda: state_of(pipeline).frames >= before + 30)
        finish(pipeline)

    session = posecam.open(folder)
    assert session.warnings == []
    assert [path.name for path in session.video_paths()] == ["video.mkv", "video_001.mkv"]
    assert [f.frame_id for f in session.video_frames()] == session.frame_ids.tolist()
    sizes = [frame.size for frame in session.video_frames()]
    assert sizes == sorted(sizes)
    assert set(sizes) == {(160, 120), (208, 120)}
    ((last, following),) = session.gaps
    assert 1.2 < following - last < 1.2 + SHOWN_S + BACK_S
    longest = max(pairwise(session.times.tolist()), key=lambda step: step[1] - step[0])
    assert longest == pytest.approx((last, following), abs=1e-5)
    (summary,) = list_sessions(folder.parent)
    assert (summary.gaps, summary.finished) == (1, True)
    (arrays_file,) = export_session(session, ["npz"], tmp_path / "files")
    assert np.load(arrays_file)["times"] == pytest.approx(session.times)


def test_a_camera_that_changes_its_resolution_while_recording_loses_no_image(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    with HttpCamera() as camera:
        pipeline.open(camera.url)
        wait_until(lambda: pipeline.status().network_fps > 0)
        pipeline.start_recording(tmp_path / "take")
        for size in ((320, 240), (161, 121), (160, 120)):
            wait_until(lambda: recorded(pipeline) >= 10)
            camera.size = size
            wait_until(
                lambda: (shown := pipeline.latest()) is not None and shown.frame.size == camera.size
            )
            time.sleep(0.2)
        finish(pipeline)

    session = posecam.open(tmp_path / "take")
    assert session.warnings == []
    assert session.gaps == ()
    assert [(s.width, s.height) for s in session.manifest.segments] == [
        (160, 120),
        (320, 240),
        (161, 121),
        (160, 120),
    ]
    frames = list(session.video_frames())
    assert [f.frame_id for f in frames] == session.frame_ids.tolist() == list(range(len(frames)))
    steps = np.diff(session.times)
    assert steps.max() < 0.5
    poses = [people[0] for people in session.frames if people]
    assert len(poses) > 20


def test_a_hiccup_shorter_than_a_second_is_marked_too(pipeline: Pipeline, tmp_path: Path) -> None:
    with HttpCamera() as camera:
        pipeline.open(camera.url)
        wait_until(lambda: pipeline.status().network_fps > 0)
        pipeline.start_recording(tmp_path / "take")
        wait_until(lambda: recorded(pipeline) >= 10)
        camera.stop()
        wait_until(lambda: state_of(pipeline).kind == "reconnecting")
        camera.start()
        wait_until(lambda: state_of(pipeline).kind == "live")
        before = recorded(pipeline)
        wait_until(lambda: recorded(pipeline) >= before + 10)
        finish(pipeline)
    session = posecam.open(tmp_path / "take")
    assert len(session.gaps) == 1
    assert len(session.manifest.segments) == 2
