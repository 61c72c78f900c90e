"""How fast the pipeline is: what is counted, and what is left out."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from posecam.errors import SourceError
from posecam.estimation.estimator import Estimator
from posecam.measure.ground_truth import Interval
from posecam.measure.throughput import bench
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import steady, write_video

FRAMES = 20
#: Seconds that a frame takes on the clock of these tests; the first ones, which warm up, more.
USUAL_S, SLOW_S = 0.010, 1.0


class Clock:
    """Stands still but where an estimator says that it worked."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Timed(FakeEstimator):
    """Takes as long as it should by the clock; the fifth frame is the last slow one."""

    clock: Clock

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult:
        result = super().update(frame, skipped)
        spent = USUAL_S if frame.frame_id >= 5 else SLOW_S
        self.clock.now += spent
        stages = {"network": spent * 1e3, "total": spent * 1e3}
        return FrameResult(frame, result.poses, stages, skipped, result.main_id)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("clip")
    return str(write_video(folder / "clip.mp4", steady(FRAMES)))


@pytest.fixture
def estimator(monkeypatch: pytest.MonkeyPatch) -> Timed:
    made = Timed(people=2)
    made.clock = Clock()
    monkeypatch.setattr("posecam.measure.throughput.time.perf_counter", made.clock)
    return made


def test_the_first_frames_count_as_frames_but_not_for_speed(clip: str, estimator: Timed) -> None:
    result = bench(clip, cast(Estimator, estimator))
    assert result.frames == result.frames_with_person == FRAMES
    assert result.fps == pytest.approx(1 / USUAL_S)
    assert result.latency_ms == pytest.approx({"median": 10, "p95": 10})
    assert result.stages_ms == pytest.approx({"decode": 0, "network": 10})
    assert (result.people, result.identities) == (2, 2)
    assert result.finding is None


def test_it_stops_after_as_many_frames_as_asked_for(clip: str, estimator: Timed) -> None:
    assert bench(clip, cast(Estimator, estimator), frames_at_most=8).frames == 8


def test_too_few_frames_to_measure_are_a_sentence(clip: str, estimator: Timed) -> None:
    with pytest.raises(SourceError, match=r"clip\.mp4 has too few frames to measure: 3\."):
        bench(clip, cast(Estimator, estimator), frames_at_most=3)


def test_a_known_truth_is_compared_with_who_was_found(clip: str, estimator: Timed) -> None:
    finding = bench(clip, cast(Estimator, estimator), truth=[Interval(0, FRAMES - 1, 3)]).finding
    assert finding is not None
    assert finding.found == pytest.approx(2 / 3)
