"""The thread of the estimator: newest frame in, result out, and what happens when it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from posecam.capture.latest import LatestFrame
from posecam.errors import NetworkError
from posecam.estimation.options import EstimatorOptions
from posecam.live.estimator_thread import EstimatorThread
from posecam.pose import FrameResult
from tests.fakes.estimator import FakeEngine, FakeEstimator
from tests.fakes.people import make_frame
from tests.fakes.waiting import wait_until

Start = Callable[..., EstimatorThread]
Published = list[tuple[LatestFrame, FrameResult]]


@pytest.fixture
def published() -> Published:
    return []


@pytest.fixture
def start(published: Published) -> Iterator[Start]:
    made: list[EstimatorThread] = []

    def make(make_estimator: Callable[[], Any], **options: Any) -> EstimatorThread:
        usual: dict[str, Any] = {
            "options": None,
            "other_engine": None,
            "publish": lambda slot, result: published.append((slot, result)),
            "on_change": lambda: None,
        }
        made.append(EstimatorThread(make_estimator, **(usual | options)))
        made[-1].start()
        return made[-1]

    yield make
    for thread in made:
        thread.stop()
        thread.join(5)
        assert not thread.is_alive()


def slot_with(number: int) -> LatestFrame:
    slot = LatestFrame()
    slot.put(make_frame(number))
    return slot


def test_a_frame_that_is_put_into_the_slot_is_answered(start: Start, published: Published) -> None:
    thread = start(FakeEstimator)
    slot = slot_with(0)
    thread.watch(slot)
    wait_until(lambda: len(published) == 1)
    slot.put(make_frame(4))
    wait_until(lambda: len(published) == 2)
    assert [(of, result.frame.frame_id) for of, result in published] == [(slot, 0), (slot, 4)]
    assert published[1][1].skipped == 3
    assert thread.state.kind == "ready"


def test_options_and_choices_reach_the_estimator_within_two_frames(
    start: Start, published: Published
) -> None:
    estimator = FakeEstimator(people=2)
    thread = start(lambda: estimator, options=EstimatorOptions(subject_height_mm=1600))
    slot = slot_with(0)
    thread.watch(slot)
    wait_until(lambda: len(published) == 1)
    assert estimator.options.subject_height_mm == 1600
    thread.set_options(EstimatorOptions(subject_height_mm=1900))
    thread.choose(1)
    thread.choose_at(3, 4)
    slot.put(make_frame(1))  # the thread may wait for this one already
    wait_until(lambda: len(published) == 2)
    slot.put(make_frame(2))
    wait_until(lambda: len(published) == 3)
    assert estimator.options.subject_height_mm == 1900
    assert published[-1][1].main_id == 1
    assert estimator.pointed_at == [(3, 4)]


def test_another_source_begins_with_no_person_known(start: Start, published: Published) -> None:
    estimator = FakeEstimator()
    thread = start(lambda: estimator)
    first, second = slot_with(7), slot_with(0)
    thread.watch(first)
    wait_until(lambda: len(published) == 1)
    resets = estimator.resets
    thread.watch(second)
    wait_until(lambda: len(published) == 2)
    assert estimator.resets == resets + 1
    assert published[1][0] is second
    assert published[1][1].skipped == 0


def test_a_closed_slot_leaves_the_thread_waiting_for_the_next(
    start: Start, published: Published
) -> None:
    thread = start(FakeEstimator)
    closed = LatestFrame()
    closed.close()
    thread.watch(closed)
    thread.watch(slot_with(0))
    wait_until(lambda: len(published) == 1)


def test_a_network_that_cannot_be_loaded_is_told_and_tried_again_when_asked(
    start: Start, published: Published
) -> None:
    tries: list[int] = []

    def load() -> FakeEstimator:
        tries.append(1)
        if len(tries) == 1:
            raise NetworkError("The file is no network.")
        return FakeEstimator()

    thread = start(load)
    wait_until(lambda: thread.state.kind == "failed")
    assert thread.state.message == "The file is no network."
    thread.retry()
    thread.watch(slot_with(0))
    wait_until(lambda: len(published) == 1)
    assert thread.state.kind == "ready"
    thread.retry()  # nothing is wrong: nothing happens
    assert thread.state.kind == "ready"
    assert len(tries) == 2


def test_what_no_one_foresaw_is_told_and_the_estimator_is_closed(start: Start) -> None:
    estimator = FakeEstimator(fail_after=1)  # after warming up
    thread = start(lambda: estimator)
    thread.watch(slot_with(0))
    wait_until(lambda: thread.state.kind == "failed")
    assert thread.state.message == "The network stopped: the figure fell over."
    wait_until(lambda: bool(estimator.engine.closed))


class Breaking(FakeEstimator):
    """Its first engine fails at frame 5."""

    def update(self, frame: Any, skipped: int = 0) -> FrameResult:
        if frame.frame_id == 5 and self.engine.info.backend == "fake":
            raise NetworkError("The card is gone.")
        return super().update(frame, skipped)


def test_an_engine_that_fails_is_replaced_and_its_frame_is_answered(
    start: Start, published: Published
) -> None:
    spare = FakeEngine()
    spare.info = replace(spare.info, backend="spare")
    estimator = Breaking()
    first = estimator.engine
    thread = start(lambda: estimator, other_engine=lambda _: spare)
    thread.watch(slot_with(5))
    wait_until(lambda: len(published) == 1)
    assert thread.state.kind == "ready"
    assert thread.state.info is spare.info
    assert thread.state.note == "The card is gone. spare runs the network instead."
    assert first.closed
