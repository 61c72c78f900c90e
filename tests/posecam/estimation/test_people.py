"""Several people: who is who, who is the main one, and what each of them is seen blind to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.contract import load_network
from posecam.estimation.crops import Crop
from posecam.estimation.estimator import Estimator, EstimatorOptions
from posecam.estimation.inference import Observation
from posecam.estimation.person_tracker import PersonTracker
from posecam.estimation.pose_filter import PoseFilter
from posecam.pose import Frame, FrameResult, Pose
from posecam.skeleton import ROOT
from tests.fakes.crossing import crossing
from tests.posecam.estimation.test_estimator import BODY, HEIGHT, SpotDetector, SpotEngine


@pytest.fixture(scope="module")
def real() -> Iterator[Estimator]:
    estimator = Estimator(load_network())
    yield estimator
    estimator.close()


def people(number: int, *places: tuple[int, int], size: tuple[int, int] = (960, 480)) -> Frame:
    """White figures, 30 px wide, at these lefts and of these heights."""
    image = np.full((size[1], size[0], 3), 30, np.uint8)
    for left, height in places:
        cv2.rectangle(image, (left, 400 - height), (left + 30, 399), (255, 255, 255), -1)
    return Frame(image, number, number / 30, 0)


def make(most: int = 4) -> tuple[Estimator, SpotEngine]:
    engine = SpotEngine()
    options = EstimatorOptions(smoothness=0, people=most)
    return Estimator(engine, options, SpotDetector()), engine


def by_place(poses: Sequence[Pose]) -> list[int]:
    return [p.person_id for p in sorted(poses, key=lambda p: float(p.joints_2d[ROOT, 0]))]


def test_two_who_cross_keep_their_numbers(real: Estimator) -> None:
    """The shipped networks on two people cut out of the demo, one passing before the other."""
    real.reset()
    both = 0
    numbers: dict[int, int] = {}
    for moment in crossing():
        poses = real.update(moment.frame).poses
        apart = abs(moment.middles[0] - moment.middles[1])
        for pose in poses:
            who = int(np.argmin([abs(pose.joints_2d[ROOT, 0] - x) for x in moment.middles]))
            if apart > 150:
                numbers.setdefault(who, pose.person_id)
                assert pose.person_id == numbers[who], moment.frame.frame_id
        both += len(poses) == 2
        assert 1 <= len(poses) <= 2
    assert len(set(numbers.values())) == 2
    assert both >= 60  # of 75: for a moment one hides the other


def test_four_are_looked_at_in_one_call() -> None:
    estimator, engine = make()
    places = [(60, 240), (300, 230), (560, 220), (800, 210)]
    for number in range(10):
        result = estimator.update(people(number, *places))
    assert len(result.poses) == 4
    assert engine.batches[-1] == 4
    assert len(set(by_place(result.poses))) == 4


def test_no_more_than_asked_for() -> None:
    estimator, _ = make(most=2)
    for number in range(10):
        result = estimator.update(people(number, (60, 240), (300, 230), (560, 220)))
    assert len(result.poses) == 2


def test_the_nearest_is_the_main_one_at_first_and_stays() -> None:
    estimator, _ = make()
    result = run(estimator, 0, 3, (60, 200), (500, 260))
    main = result.main_id
    assert result.poses[0].person_id == main
    assert float(result.poses[0].joints_2d[ROOT, 0]) > 400
    # The other one comes nearer: nothing changes.
    result = run(estimator, 3, 20, (60, 300), (500, 260))
    assert result.main_id == main
    assert result.poses[0].person_id == main


def test_a_poster_makes_way_for_a_person_who_moves() -> None:
    estimator, _ = make()
    poster = run(estimator, 0, 3, (60, 300), (500, 240)).main_id
    for number in range(3, 100):
        result = estimator.update(people(number, (60, 300), (500 + number, 240)))
    assert result.main_id != poster
    assert float(result.poses[0].joints_2d[ROOT, 0]) > 400
    # Unless it was chosen.
    assert estimator.choose_at(75, 250) == poster
    for number in range(100, 110):
        result = estimator.update(people(number, (60, 300), (500 + number, 240)))
    assert result.main_id == poster


def run(estimator: Estimator, first: int, last: int, *places: tuple[int, int]) -> FrameResult:
    for number in range(first, last):
        result = estimator.update(people(number, *places))
    return result


def test_a_click_chooses_the_main_one() -> None:
    estimator, _ = make()
    before = run(estimator, 0, 3, (60, 200), (500, 260))
    assert estimator.choose_at(900, 20) is None
    assert estimator.update(people(3, (60, 200), (500, 260))).main_id == before.main_id
    chosen = estimator.choose_at(75, 300)
    assert chosen == before.poses[1].person_id
    result = estimator.update(people(4, (60, 200), (500, 260)))
    assert result.main_id == chosen
    assert result.poses[0].person_id == chosen
    estimator.choose(before.main_id)
    assert estimator.update(people(5, (60, 200), (500, 260))).main_id == before.main_id
    estimator.choose(12345)  # no person: nothing changes
    assert estimator.update(people(6, (60, 200), (500, 260))).main_id == before.main_id


def test_the_chosen_one_comes_back_as_the_main_one() -> None:
    estimator, _ = make()
    run(estimator, 0, 3, (60, 200), (500, 260))
    chosen = estimator.choose_at(75, 300)
    # Gone for two seconds: for the first one no person takes the place.
    short = run(estimator, 3, 20, (500, 260))
    assert short.main_id == chosen
    assert short.poses[0].person_id != chosen
    assert run(estimator, 20, 63, (500, 260)).main_id != chosen
    back = run(estimator, 63, 70, (60, 200), (500, 260))
    assert back.main_id == chosen
    assert back.poses[0].person_id == chosen


def test_the_detector_rests_while_nothing_can_change() -> None:
    engine, detector = SpotEngine(), SpotDetector()
    estimator = Estimator(engine, EstimatorOptions(smoothness=0, people=1), detector)
    run(estimator, 0, 31, (60, 240))
    assert detector.asked == 1
    estimator.options = EstimatorOptions(smoothness=0, people=2)
    run(estimator, 31, 61, (60, 240))
    assert 3 <= detector.asked - 1 <= 7


def test_a_newcomer_is_found_within_a_third_of_a_second() -> None:
    estimator, _ = make()
    run(estimator, 0, 30, (60, 240))
    seen = [
        len(estimator.update(people(number, (60, 240), (500, 240))).poses)
        for number in range(30, 40)
    ]
    assert seen[-1] == 2
    assert seen.index(2) / 30 <= 0.3


def test_joints_outside_the_image_are_unseen() -> None:
    estimator, _ = make()
    image = np.full((300, 400, 3), 30, np.uint8)
    cv2.rectangle(image, (180, 120), (210, 299), (255, 255, 255), -1)

    class Longer(SpotEngine):
        """Knows that the legs go on below the image."""

        def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
            out = super().run(batch)
            head = out["joints"][:, :, 1].min(1, keepdims=True)
            out["joints"][:, :, 1] = head + 1.6 * (out["joints"][:, :, 1] - head)
            return out

    estimator.engine = Longer()
    (pose,) = estimator.update(Frame(image, 0, 0.0, 0)).poses
    outside = pose.joints_2d[:, 1] > 300
    assert outside.any()
    np.testing.assert_array_equal(pose.scores[outside], 0)
    assert (pose.scores[pose.joints_2d[:, 1] < 299] > 0.5).all()


def test_no_person_on_a_grey_wall_and_on_noise(real: Estimator) -> None:
    real.reset()
    rng = np.random.default_rng(0)
    for number in range(5):
        noise = rng.integers(0, 255, (240, 320, 3), np.uint8)
        assert real.update(Frame(noise, number, number / 10, 0)).poses == ()
    grey = np.full((240, 320, 3), 120, np.uint8)
    assert real.update(Frame(grey, 5, 0.5, 0)).poses == ()


def seen(middle: float, height: float) -> Observation:
    """A person upright, sure, that tall, px."""
    joints = BODY * (height / HEIGHT) + np.array([middle, 240, 0])
    return Observation(
        Crop(middle, 240, 1.25 * height), joints, np.full(16, 0.9, np.float32), height, 0.9
    )


def blank(seconds: float) -> Frame:
    return Frame(np.full((480, 960, 3), 30, np.uint8), round(30 * seconds), seconds, 0)


def roster_of_one() -> tuple[PersonTracker, int]:
    """After a second of one person far away, in the middle."""
    tracker = PersonTracker(lambda: PoseFilter(EstimatorOptions()))
    tracker.settle(blank(0), [], [(0.9, seen(480, 90))], 1)
    for number in range(1, 31):
        track = tracker.tracks[0]
        tracker.settle(blank(number / 30), [(track, seen(480, 90))], [], 1)
    return tracker, tracker.tracks[0].person_id


def test_the_place_of_one_far_away_is_kept_from_a_near_stranger() -> None:
    """With room for one, and the far one hidden for more than a second."""
    tracker, far = roster_of_one()
    for seconds in np.arange(1.3, 2.6, 0.1):
        assert tracker.settle(blank(seconds), [], [(0.9, seen(470, 420))], 1) == []
    ((track, _),) = tracker.settle(blank(2.6), [], [(0.9, seen(490, 92))], 1)
    assert track.person_id == far == tracker.main_id
    # A person of the same size may be them, turned round: no one waits.
    tracker, far = roster_of_one()
    ((track, _),) = tracker.settle(blank(1.4), [], [(0.9, seen(800, 95))], 1)
    # And who stays away for long makes way.
    tracker, far = roster_of_one()
    ((track, _),) = tracker.settle(blank(3.1), [], [(0.9, seen(470, 420))], 1)
    assert track.person_id != far


def test_a_near_stranger_is_not_taken_for_one_far_away_who_is_remembered() -> None:
    for away in (0.5, 1.5, 3.0, 3.9):
        tracker, far = roster_of_one()
        ((track, _),) = tracker.settle(blank(1 + away), [], [(0.9, seen(560, 420))], 4)
        assert track.person_id != far, away


def test_the_main_person_stays_it_for_a_second_at_least() -> None:
    estimator, _ = make()
    first = run(estimator, 0, 40, (60, 300), (500, 240)).main_id
    # The main one goes; when the other one has just taken the place they are back at once.
    number = 40
    while (result := estimator.update(people(number, (500, 240)))).main_id == first:
        number += 1
    other = result.main_id
    since, held = number, 0
    while (result := estimator.update(people(number + 1, (60, 300), (500, 240)))).main_id == other:
        number += 1
        held = number - since
    assert result.main_id == first
    assert 27 <= held <= 40  # frames at 30 a second


def test_a_click_on_a_person_who_is_not_followed_starts_them() -> None:
    estimator, _ = make(most=1)
    followed = run(estimator, 0, 10, (60, 300), (500, 200))
    (pose,) = followed.poses
    aside = (515, 350) if pose.joints_2d[ROOT, 0] < 300 else (75, 350)
    assert estimator.choose_at(*aside) is None
    result = run(estimator, 10, 12, (60, 300), (500, 200))
    (started,) = result.poses
    assert started.person_id == result.main_id != pose.person_id
    assert abs(float(started.joints_2d[ROOT, 0]) - aside[0]) < 40
    assert run(estimator, 12, 60, (60, 300), (500, 200)).main_id == started.person_id
    # On no person: nothing changes.
    assert estimator.choose_at(900, 30) is None
    assert run(estimator, 60, 63, (60, 300), (500, 200)).main_id == started.person_id
