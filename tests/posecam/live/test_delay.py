from __future__ import annotations

import numpy as np
import pytest

from posecam.live import delay
from posecam.live.delay import LONGEST_S, DelayLine
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import make_pose


def result(number: int, size: tuple[int, int] = (64, 48)) -> FrameResult:
    """A frame as bright as its number, thirty a second, with a person."""
    image = np.full((size[1], size[0], 3), number % 256, np.uint8)
    frame = Frame(image, number, number / 30, 0)
    return FrameResult(frame, (make_pose(frame),), main_id=0)


def test_what_was_seen_then_comes_back_with_its_people() -> None:
    line = DelayLine()
    for number in range(200):
        line.add(result(number))
    found = line.at(199 / 30 - 5)
    assert found is not None
    assert found.frame.frame_id == 49
    assert found.frame.image.mean() == pytest.approx(49, abs=2)
    assert [pose.frame_id for pose in found.poses] == [49]
    assert found.main_id == 0


def test_large_images_come_back_in_their_size_for_the_joints_to_fit() -> None:
    line = DelayLine()
    line.add(result(7, (1920, 1080)))
    found = line.at(1.0)
    assert found is not None
    assert found.frame.size == (1920, 1080)


def test_nothing_is_shown_before_there_is_anything_so_old() -> None:
    line = DelayLine()
    assert line.missing(0.0) == 0
    for number in range(30, 60):
        line.add(result(number))
    assert line.at(0.5) is None
    assert line.missing(0.5) == pytest.approx(0.5)
    assert line.missing(1.5) == 0


def test_time_and_memory_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    line = DelayLine()
    for number in range(round(30 * (LONGEST_S + 3))):
        line.add(result(number))
    assert len(line) == pytest.approx(30 * LONGEST_S, abs=2)
    monkeypatch.setattr(delay, "MOST_BYTES", 20_000)
    line.add(result(1000))
    assert 1 <= len(line) < 100


def test_a_film_that_starts_again_begins_anew() -> None:
    line = DelayLine()
    for number in (10, 20, 30, 0, 1):
        line.add(result(number))
    assert len(line) == 2
