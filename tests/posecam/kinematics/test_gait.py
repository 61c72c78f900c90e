"""Steps and jumps are those that were made."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.kinematics.gait import find_moves, find_walks
from posecam.kinematics.moves import contacts_of
from posecam.skeleton import INDEX
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, body

Y_UP = np.array([1.0, -1.0, -1.0])
RATE = 30.0
STEP_S = 0.55
PX_PER_MM = 0.4


def walking(seconds: float, yaw: float = 0.0, swing: float = 28.0) -> tuple[Array, Array]:
    """(T,) seconds and (T, 16, 3) of legs that swing; the right foot strikes at 0, 1.1, 2.2 ..."""
    times = np.arange(0, seconds, 1 / RATE)
    flexion = swing * np.cos(np.pi * times / STEP_S)
    joints = body(len(times), yaw=yaw, hip_flexion=flexion)
    other = body(len(times), yaw=yaw, hip_flexion=-flexion)
    left = [INDEX["l_knee"], INDEX["l_ankle"]]
    joints[:, left] = other[:, left]
    return times, joints


def jumping(flight: float, rate: float = RATE) -> tuple[Array, Array, Array]:
    """Seconds, (T, 31, 2) px and (T, 31, 3) mm of a person who leaves the ground at 1.5 s."""
    times = np.arange(0, 3.5, 1 / rate)
    since = np.clip(times - 1.5, 0, flight)
    height = 9806.65 / 2 * since * (flight - since)
    joints = with_extras(body(len(times)) * Y_UP) * Y_UP
    places = joints.copy()
    places[..., 1] -= height[:, None]
    return times, 300 + PX_PER_MM * places[..., :2], joints


@pytest.mark.parametrize("yaw", [0.0, 90.0, 215.0])
def test_steps_are_found_whichever_way_a_person_goes(yaw: float) -> None:
    (walk,) = find_walks(*walking(4.0, yaw))
    assert walk.start == pytest.approx(STEP_S, abs=0.02)
    assert [step.foot for step in walk.steps[:3]] == ["right", "left", "right"]
    assert walk.cadence == pytest.approx(60 / STEP_S, rel=0.01)
    for foot in ("right", "left"):
        assert walk.step_time(foot) == pytest.approx(STEP_S, abs=0.01)
        assert walk.stance_share(foot) == pytest.approx(0.5, abs=0.02)  # these legs swing evenly


def test_a_limp_shows_in_the_times_of_the_sides() -> None:
    times, joints = walking(5.0)
    # The left leg is quick: the time to its strike is shorter than that to the right one's.
    phase = times % (2 * STEP_S)
    warped = np.where(phase < 0.4, phase * STEP_S / 0.4, STEP_S + (phase - 0.4) * STEP_S / 0.7)
    flexion = 28 * np.cos(np.pi * warped / STEP_S)
    joints = body(len(times), hip_flexion=flexion)
    left = [INDEX["l_knee"], INDEX["l_ankle"]]
    joints[:, left] = body(len(times), hip_flexion=-flexion)[:, left]
    (walk,) = find_walks(times, joints)
    assert walk.step_time("left") == pytest.approx(0.4, abs=0.03)
    assert walk.step_time("right") == pytest.approx(0.7, abs=0.03)


def test_squats_lunges_and_a_person_who_stands_are_no_walk() -> None:
    times = np.arange(0, 6, 1 / RATE)
    down = (1 - np.cos(np.pi * times)) / 2
    assert find_walks(times, body(len(times), hip_flexion=100 * down, knee=110 * down)) == []
    assert find_walks(*walking(6.0, swing=3.0)) == []
    slow, joints = walking(6.0)
    assert find_walks(slow * 4, joints) == []


def test_two_walks_with_a_pause_between_are_two() -> None:
    times, joints = walking(3.0)
    both = np.concatenate([joints, np.repeat(joints[-1:], 90, 0), joints])
    walks = find_walks(np.arange(len(both)) / RATE, both)
    assert len(walks) == 2
    assert walks[1].start > times[-1] + 2


@pytest.mark.parametrize("rate", [30.0, 60.0])
@pytest.mark.parametrize("flight", [0.35, 0.5, 0.6])
def test_a_jump_is_as_high_as_the_body_rose(flight: float, rate: float) -> None:
    moves = find_moves(*jumping(flight, rate))
    (jump,) = moves.jumps
    risen = 9806.65 * flight**2 / 8
    assert jump.height_mm == pytest.approx(risen, abs=20)
    assert jump.start == pytest.approx(1.5, abs=0.05)
    assert moves.sentences() == [f"1 jump, by flight time up to {jump.height_mm / 10:.0f} cm high."]


def test_feet_that_only_seem_to_rise_are_no_jump() -> None:
    """A network may see toes rise while the person squats: the trunk does not."""
    times, flat, joints = jumping(0.5)
    feet = np.ones(flat.shape[1], bool)
    feet[[INDEX["pelvis"], INDEX["thorax"]]] = False
    flat[:, ~feet, 1] = flat[0, ~feet, 1]
    assert find_moves(times, flat, joints).jumps == ()


def test_a_foot_stands_on_what_is_likely_to_touch() -> None:
    chances = np.array([0.9, 0.5, 0.49, 0.8])
    assert contacts_of(chances) == ("flat", "toes")
    assert contacts_of(np.array([0.9, 0.1, np.nan, np.nan])) == ("heel", None)
    assert contacts_of(np.zeros(4)) == ("air", "air")
    assert contacts_of(None) == (None, None)


def test_only_what_is_inside_a_range_counts() -> None:
    times, joints = walking(6.0)
    moves = find_moves(times, joints[..., :2], joints)
    part = moves.within(1.0, 3.0)
    assert 0 < part.steps < moves.steps
    assert part.cadence == pytest.approx(moves.cadence, rel=0.02)
    assert moves.within(0.0, 0.3).sentences() == []
