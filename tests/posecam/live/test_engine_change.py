"""Another engine takes over from the one that runs, or from one that failed."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from engines.engine import EngineError, EngineInfo
from posecam.capture import Source
from posecam.errors import NetworkError, SourceError
from posecam.live.engine_switch import Progress
from posecam.live.pipeline import Pipeline
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import FakeEngine, FakeEstimator
from tests.fakes.scripted import ScriptedSource
from tests.fakes.waiting import wait_until
from tests.posecam.live.conftest import Start


def an_engine(backend: str) -> FakeEngine:
    engine = FakeEngine()
    engine.info = replace(engine.info, backend=backend)
    return engine


def backend_of(pipeline: Pipeline) -> str:
    info = pipeline.status().engine.info
    return info.backend if info is not None else ""


def test_a_better_engine_takes_over_and_no_frame_is_lost(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Frame by frame, as a camera's frames that come no faster than they are answered."""
    source = ScriptedSource()
    sources: list[Source | SourceError] = [source, SourceError("camera is gone.")]

    def open_source(*_: object, **__: object) -> Source:
        opened = sources.pop(0) if len(sources) > 1 else sources[0]
        if isinstance(opened, SourceError):
            raise opened
        return opened

    monkeypatch.setattr("posecam.capture.thread.open_source", open_source)
    estimator = FakeEstimator()
    first, second = estimator.engine, an_engine("card")
    seen: list[tuple[int, str]] = []

    class Sent:
        def send(self, result: FrameResult) -> None:
            seen.append((result.frame.frame_id, estimator.engine.info.backend))

    half, go_on = threading.Event(), threading.Event()

    def load(progress: Progress) -> FakeEngine:
        assert progress(0.5)
        half.set()
        assert go_on.wait(10)
        return second

    def answer_one() -> None:
        before = len(seen)
        source.give(time.perf_counter_ns())
        wait_until(lambda: len(seen) > before)

    def answer(count: int) -> None:
        for _ in range(count):
            answer_one()

    pipeline = start(lambda: estimator)
    pipeline.send_to(Sent())
    wait_until(lambda: pipeline.status().engine.kind == "ready")
    pipeline.open("0")
    answer(5)
    pipeline.switch_engine(load)
    assert half.wait(5)
    assert pipeline.status().switch.progress == 0.5
    answer(5)
    go_on.set()
    while backend_of(pipeline) != "card" and len(seen) < 500:  # it comes between two of these
        answer_one()
    answer(5)
    source.end()
    wait_until(
        lambda: (state := pipeline.status().capture) is not None and state.kind == "reconnecting"
    )
    assert [frame for frame, _ in seen] == list(range(len(seen)))
    backends = [backend for _, backend in seen]
    assert backends[:10] == ["fake"] * 10
    assert backends[-5:] == ["card"] * 5
    assert backends == sorted(backends, reverse=True)  # from one to the other, once
    assert first.closed
    assert not second.closed
    assert pipeline.status().switch.kind == "idle"


def test_an_engine_takes_over_though_no_frame_comes(start: Start) -> None:
    pipeline = start(FakeEstimator)
    pipeline.switch_engine(lambda _: an_engine("card"))
    wait_until(lambda: backend_of(pipeline) == "card")


def test_an_engine_that_cannot_be_built_is_a_sentence_and_the_old_one_runs_on(
    start: Start, clip: str
) -> None:
    def load(_: Progress) -> FakeEngine:
        raise EngineError("TensorRT refuses the network: it does not know the operation Unique.")

    pipeline = start(FakeEstimator)
    pipeline.open(clip)
    pipeline.switch_engine(load)
    wait_until(lambda: pipeline.status().switch.kind == "failed")
    assert "Unique" in pipeline.status().switch.message
    before = pipeline.latest()
    wait_until(lambda: (now := pipeline.latest()) is not before and bool(now and now.poses))
    assert backend_of(pipeline) == "fake"


def test_a_build_can_be_given_up(start: Start) -> None:
    went_on: list[bool] = []
    begun = threading.Event()

    def load(progress: Progress) -> FakeEngine:
        progress(0.1)
        begun.set()
        wait_until(lambda: not progress(0.2))
        went_on.append(progress(0.3))
        raise EngineError("The build was given up.")

    pipeline = start(FakeEstimator)
    pipeline.switch_engine(load)
    assert begun.wait(5)
    pipeline.cancel_switch()
    wait_until(lambda: went_on == [False])
    assert pipeline.status().switch.kind == "idle"


def test_an_engine_that_comes_too_late_is_closed(start: Start) -> None:
    late, go_on = an_engine("late"), threading.Event()

    def load(_: Progress) -> FakeEngine:
        go_on.wait(5)
        return late

    pipeline = start(FakeEstimator)
    pipeline.switch_engine(load)
    pipeline.switch_engine(lambda _: an_engine("card"))
    wait_until(lambda: backend_of(pipeline) == "card")
    go_on.set()
    wait_until(lambda: late.closed)
    assert backend_of(pipeline) == "card"


class RunsOut(FakeEstimator):
    """A card's memory is full after a few frames."""

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult:
        if self.engine.info.backend == "tensorrt" and self.answers > 5:
            raise NetworkError("TensorRT failed to run the network: out of memory.")
        return super().update(frame, skipped)


def test_a_card_that_runs_out_of_memory_is_replaced_by_the_processor(
    start: Start, clip: str
) -> None:
    estimator = RunsOut(engine=an_engine("tensorrt"))
    card = estimator.engine
    failed: list[EngineInfo] = []

    def other(info: EngineInfo) -> FakeEngine:
        failed.append(info)
        return an_engine("openvino")

    pipeline = start(lambda: estimator, other_engine=other)
    pipeline.open(clip)
    wait_until(lambda: backend_of(pipeline) == "openvino")
    assert card.closed
    assert [info.backend for info in failed] == ["tensorrt"]
    note = pipeline.status().engine.note
    assert "out of memory" in note
    assert "openvino" in note
    before = pipeline.latest()
    wait_until(lambda: (now := pipeline.latest()) is not before and bool(now and now.poses))


def test_where_no_other_engine_is_left_the_first_reason_is_told(start: Start, clip: str) -> None:
    def other(_: EngineInfo) -> FakeEngine:
        raise NetworkError("Nothing else here runs the network.")

    estimator = RunsOut(engine=an_engine("tensorrt"))
    pipeline = start(lambda: estimator, other_engine=other)
    pipeline.open(clip)
    wait_until(lambda: pipeline.status().engine.kind == "failed")
    assert "out of memory" in pipeline.status().engine.message


def test_after_a_failure_the_network_can_be_loaded_again(start: Start, clip: str) -> None:
    good = threading.Event()

    def load() -> FakeEstimator:
        if not good.is_set():
            raise NetworkError("network.onnx cannot be read.")
        return FakeEstimator()

    pipeline = start(load)
    pipeline.open(clip)
    wait_until(lambda: pipeline.status().engine.kind == "failed")
    good.set()
    pipeline.retry()
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    assert pipeline.status().engine.kind == "ready"


def test_who_is_clicked_on_is_told_to_the_estimator(start: Start, clip: str) -> None:
    estimator = FakeEstimator()
    pipeline = start(lambda: estimator)
    pipeline.open(clip)
    wait_until(lambda: bool((shown := pipeline.latest()) and shown.poses))
    pipeline.choose(3)
    pipeline.choose(None)
    wait_until(lambda: estimator.chosen == [3, None])
