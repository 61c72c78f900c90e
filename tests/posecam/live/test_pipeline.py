from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from posecam.errors import NetworkError, SessionError
from posecam.estimation.estimator import EstimatorOptions
from posecam.live.pipeline import Pipeline
from posecam.session.reader import Session
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import steady, write_video
from tests.fakes.waiting import wait_until
from tests.posecam.live.conftest import Start


def engine_of(pipeline: Pipeline) -> str:
    return pipeline.status().engine.kind


def test_a_result_comes_with_the_frame_it_belongs_to(start: Start, clip: str) -> None:
    pipeline = start(FakeEstimator)
    pipeline.open(clip)
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    shown = pipeline.latest()
    assert shown is not None
    assert shown.poses[0].frame_id == shown.frame.frame_id
    status = pipeline.status()
    assert status.engine.info is not None
    assert status.engine.info.backend == "fake"


def test_rates_and_latency_are_measured(start: Start, clip: str) -> None:
    pipeline = start(lambda: FakeEstimator(delay=0.01))
    pipeline.open(clip)
    wait_until(lambda: (shown := pipeline.latest()) is not None and shown.frame.frame_id > 40)
    shown = pipeline.latest()
    assert shown is not None
    pipeline.painted(shown)
    status = pipeline.status()
    assert status.camera_fps == pytest.approx(30, rel=0.2)
    assert status.network_fps == pytest.approx(30, rel=0.2)
    assert 10 <= status.result_ms.median <= status.result_ms.p95 < 500
    assert status.paint_ms.median > 10


def test_a_repaint_of_the_same_image_counts_once(start: Start, clip: str) -> None:
    pipeline = start(FakeEstimator)
    pipeline.open(clip)
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    shown = pipeline.latest()
    assert shown is not None
    pipeline.painted(shown)
    first = pipeline.status().paint_ms
    time.sleep(0.05)
    pipeline.painted(shown)
    assert pipeline.status().paint_ms == first


def test_frames_are_shown_while_the_network_loads(start: Start, clip: str) -> None:
    ready = threading.Event()

    def load() -> FakeEstimator:
        ready.wait(10)
        return FakeEstimator()

    pipeline = start(load)
    pipeline.open(clip)
    wait_until(lambda: (shown := pipeline.latest()) is not None and shown.frame.frame_id > 3)
    shown = pipeline.latest()
    assert shown is not None
    assert not shown.poses
    assert engine_of(pipeline) == "loading"
    ready.set()
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    # What passed while it loaded was not dropped by a network that was too slow.
    assert pipeline.status().dropped <= 1


def test_a_network_that_cannot_be_loaded_is_a_sentence_and_the_video_goes_on(
    start: Start, clip: str
) -> None:
    def load() -> FakeEstimator:
        raise NetworkError("network.onnx is not a network of posecam: it has no joints.")

    pipeline = start(load)
    pipeline.open(clip)
    wait_until(lambda: (shown := pipeline.latest()) is not None and shown.frame.frame_id > 3)
    assert engine_of(pipeline) == "failed"
    assert "it has no joints" in pipeline.status().engine.message


def test_a_network_that_stops_is_a_sentence_and_the_video_goes_on(start: Start, clip: str) -> None:
    estimator = FakeEstimator(fail_after=5)
    pipeline = start(lambda: estimator)
    pipeline.open(clip)
    wait_until(lambda: engine_of(pipeline) == "failed")
    assert "the figure fell over" in pipeline.status().engine.message
    wait_until(lambda: estimator.engine.closed)
    failed_at = pipeline.latest()
    wait_until(
        lambda: (
            (shown := pipeline.latest()) is not None
            and failed_at is not None
            and shown.frame.frame_id > failed_at.frame.frame_id + 3
        )
    )
    shown = pipeline.latest()
    assert shown is not None
    assert not shown.poses


def test_frames_the_network_was_too_slow_for_are_counted(start: Start, clip: str) -> None:
    estimator = FakeEstimator(delay=0.1)
    pipeline = start(lambda: estimator)
    wait_until(lambda: engine_of(pipeline) == "ready")
    pipeline.open(clip)
    wait_until(lambda: (state := pipeline.status().capture) is not None and state.kind == "ended")
    wait_until(lambda: (shown := pipeline.latest()) is not None and shown.frame.frame_id == 59)
    warm_up = 1
    first_seen = 2  # at most, frames before the first that the network saw
    seen = estimator.answers - warm_up
    assert 60 - first_seen <= seen + pipeline.status().dropped <= 60
    assert pipeline.status().dropped > 30


def test_options_reach_the_estimator(start: Start, clip: str) -> None:
    estimator = FakeEstimator()
    first = EstimatorOptions(subject_height_mm=1500)
    pipeline = start(lambda: estimator, options=first)
    pipeline.open(clip)
    wait_until(lambda: estimator.options == first)
    second = EstimatorOptions(subject_height_mm=1900)
    pipeline.set_options(second)
    wait_until(lambda: estimator.options == second)


def test_another_source_begins_anew(start: Start, clip: str, tmp_path: Path) -> None:
    estimator = FakeEstimator(delay=0.05)
    pipeline = start(lambda: estimator)
    wait_until(lambda: engine_of(pipeline) == "ready")
    pipeline.open(clip)
    wait_until(lambda: pipeline.status().dropped > 3)
    other = write_video(tmp_path / "other.mp4", steady(60), (96, 64))
    before = estimator.resets
    pipeline.open(str(other))
    wait_until(lambda: (shown := pipeline.latest()) is not None and bool(shown.poses))
    shown = pipeline.latest()
    assert shown is not None
    assert shown.frame.size == (96, 64)
    assert estimator.resets == before + 1
    assert pipeline.status().dropped <= 3


def test_a_source_that_is_not_there_is_a_sentence(start: Start, tmp_path: Path) -> None:
    pipeline = start(FakeEstimator)
    pipeline.open(str(tmp_path / "missing.mp4"))
    wait_until(lambda: (state := pipeline.status().capture) is not None and state.kind == "lost")
    state = pipeline.status().capture
    assert state is not None
    assert "missing.mp4" in state.message
    assert pipeline.latest() is None


def test_a_recording_holds_every_frame_and_every_pose(
    start: Start, clip: str, tmp_path: Path
) -> None:
    pipeline = start(FakeEstimator)
    wait_until(lambda: engine_of(pipeline) == "ready")
    pipeline.open(clip)
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    folder = tmp_path / "session"
    pipeline.start_recording(folder, {"smoothness": 0.5})
    wait_until(lambda: (state := pipeline.status().capture) is not None and state.kind == "ended")
    assert pipeline.stop_recording() == folder
    assert pipeline.stop_recording() is None
    wait_until(lambda: pipeline.status().finished is not None)
    finished = pipeline.status().finished
    assert finished is not None
    assert (finished.folder, finished.status.error) == (folder, None)
    session = Session.open(folder)
    ids = session.frame_ids
    assert len(ids) > 50
    assert np.array_equal(ids, np.arange(len(ids)))
    assert len(list(session.video_frames())) == len(ids)
    assert np.isfinite(session.joints_3d).all(axis=(1, 2)).mean() > 0.9


def test_a_session_folder_that_cannot_be_made_raises_and_nothing_records(
    start: Start, clip: str, tmp_path: Path
) -> None:
    pipeline = start(FakeEstimator)
    pipeline.open(clip)
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionError):
        pipeline.start_recording(tmp_path / "file" / "session")
    assert pipeline.status().recording is None


def test_closing_while_recording_finishes_the_session(
    start: Start, clip: str, tmp_path: Path
) -> None:
    pipeline = start(FakeEstimator)
    pipeline.open(clip)
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    pipeline.start_recording(tmp_path / "session")
    wait_until(
        lambda: (state := pipeline.status().recording) is not None and state.frames_written > 5
    )
    before = time.monotonic()
    assert pipeline.close(2.0)
    assert time.monotonic() - before < 2.0
    session = Session.open(tmp_path / "session")
    assert not session.warnings
    assert len(session.frame_ids) > 5


def test_close_does_not_wait_for_a_network_that_hangs(clip: str) -> None:
    hang = threading.Event()

    def load() -> FakeEstimator:
        hang.wait(20)
        return FakeEstimator()

    pipeline = Pipeline(load)
    pipeline.open(clip)
    before = time.monotonic()
    assert not pipeline.close(0.5)
    assert time.monotonic() - before < 1.0
    hang.set()
    assert pipeline.close(3.0)
