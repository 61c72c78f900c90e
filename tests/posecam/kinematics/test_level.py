"""Which way is up, told by the people in view: no one calibrates anything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.kinematics.floor import FloorFinder, take_floor
from posecam.kinematics.grounding import levelling
from posecam.kinematics.level import LEVEL, LevelFinder, Up, take_up, up_of, up_text
from posecam.pose import Pose
from posecam.skeleton import COUNT, INDEX
from tests.fakes.motion import Array, body

FPS = 30
#: A body that stands comes to lie with its head at the right.
TURN = np.array([[0.0, 1, 0], [-1, 0, 0], [0, 0, 1]])
FEET = [INDEX[f"{side}_{part}"] for side in "rl" for part in ("ankle", "knee")]


def looking_down(tilt_deg: float, roll_deg: float = 0.0) -> Up:
    tilt, roll = math.radians(tilt_deg), math.radians(roll_deg)
    return (
        math.sin(roll) * math.cos(tilt),
        -math.cos(roll) * math.cos(tilt),
        -math.sin(tilt),
    )


def seen(joints: Array, up: Up, person: int = 0, begin: int = 0) -> list[Pose]:
    """(T, 16, 3) mm of a world with Y down as a camera sees them for which that is up."""
    turned = joints @ levelling(up)
    return [
        Pose(
            frame_id=begin + k,
            time=(begin + k) / FPS,
            person_id=person,
            joints_2d=(0.25 * turned[k, :, :2] + 500).astype(np.float32),
            joints_3d=turned[k].astype(np.float32),
            scores=np.full(COUNT, 0.8, np.float32),
            root=np.array([0, 0, 3000], np.float32),
            box=np.array([0, 0, 9, 9], np.float32),
        )
        for k in range(len(turned))
    ]


def saying(poses: Sequence[Pose], up: Up, score: float = 0.7) -> list[Pose]:
    return [replace(p, up=np.array(up, np.float32), up_score=score) for p in poses]


def watched(finder: LevelFinder, poses: Sequence[Pose]) -> LevelFinder:
    for pose in poses:
        finder.add(pose.time, [pose])
    return finder


def off(found: Up, true: Up) -> float:
    return math.degrees(math.acos(min(1.0, float(np.dot(found, true)))))


@pytest.mark.parametrize("true", [looking_down(25), looking_down(-15, 8), looking_down(10, -20)])
def test_within_two_seconds_of_a_person_standing_up_is_known(true: Up) -> None:
    found = watched(LevelFinder(), seen(body(2 * FPS, knee=5), true))
    assert found.origin == "estimated"
    assert off(found.up, true) < 3.5


def test_squats_do_not_tilt_the_camera() -> None:
    down = (1 - np.cos(np.arange(6 * FPS) * 2 * np.pi / 60)) / 2
    joints = body(len(down), hip_flexion=95 * down, knee=110 * down)
    found = watched(LevelFinder(), seen(joints, LEVEL))
    assert off(found.up, LEVEL) < 3


def test_who_lies_on_the_floor_does_not_turn_the_room() -> None:
    true = looking_down(12)
    lying = body(4 * FPS) @ TURN
    poses = seen(np.concatenate([body(2 * FPS), lying]), true)
    assert off(watched(LevelFinder(), poses).up, true) < 4


def test_nobody_in_view_leaves_a_level_camera_assumed() -> None:
    finder = LevelFinder()
    finder.add(0.0, [])
    assert (finder.up, finder.origin) == (LEVEL, "assumed")


def test_without_feet_and_word_of_the_network_little_is_believed() -> None:
    poses = seen(body(3 * FPS, trunk_flexion=20), LEVEL)
    scores = np.full(COUNT, 0.8, np.float32)
    scores[FEET] = 0
    found = watched(LevelFinder(), [replace(pose, scores=scores) for pose in poses])
    assert off(found.up, LEVEL) < 11


def test_the_word_of_the_network_counts_where_no_feet_are_seen() -> None:
    true = looking_down(20)
    scores = np.full(COUNT, 0.8, np.float32)
    scores[FEET] = 0
    poses = [replace(pose, scores=scores) for pose in saying(seen(body(3 * FPS), true), true)]
    found = watched(LevelFinder(), poses)
    assert found.origin == "estimated"
    assert off(found.up, true) < 10 < off(LEVEL, true)


def test_a_camera_that_is_turned_is_followed() -> None:
    before, after = looking_down(5), looking_down(30)
    first = saying(seen(body(4 * FPS), before), before)
    then = saying(seen(body(4 * FPS), after, begin=4 * FPS), after)
    finder = watched(LevelFinder(), first)
    assert off(finder.up, before) < 3
    assert off(watched(finder, then).up, after) < 4


def test_what_was_known_of_a_camera_is_known_at_once() -> None:
    true = looking_down(25)
    finder = LevelFinder(true)
    assert finder.origin == "estimated"
    assert off(finder.up, true) < 1e-4


def test_what_was_known_gives_way_where_the_camera_was_turned_since() -> None:
    now = looking_down(20)
    finder = LevelFinder(looking_down(0))
    watched(finder, seen(body(15 * FPS, knee=5), now))
    assert off(finder.up, now) < 4


@pytest.mark.parametrize("text", ["", "0 -1", "a b c", "0 0 0", "nan 0 0", "5 5 5"])
def test_what_no_direction_is_is_not_remembered(text: str) -> None:
    assert up_of(text) is None


def test_a_direction_is_kept_as_text() -> None:
    kept = up_of(up_text(looking_down(25, 4)))
    assert kept is not None
    assert off(kept, looking_down(25, 4)) < 0.05


def test_several_people_tell_more_than_one_who_stoops() -> None:
    true = looking_down(15)
    finder = LevelFinder()
    upright = [seen(body(3 * FPS, yaw=90 * k), true, person=k) for k in range(3)]
    stooping = seen(body(3 * FPS, trunk_flexion=25, hip_flexion=25), true, person=3)
    for people in zip(*upright, stooping, strict=True):
        finder.add(people[0].time, people)
    assert off(finder.up, true) < 3


def test_a_camera_on_its_side_is_told_by_the_network() -> None:
    true = looking_down(0, 90)
    poses = [
        replace(pose, joints_3d=(pose.joints_3d @ TURN).astype(np.float32))
        for pose in saying(seen(body(3 * FPS), LEVEL), true)
    ]
    assert off(watched(LevelFinder(), poses).up, true) < 8


def test_up_does_not_jump_in_a_frame() -> None:
    finder = LevelFinder()
    true = looking_down(25)
    watched(finder, seen(body(2 * FPS), true))
    before = finder.up
    watched(finder, seen(body(10, trunk_flexion=30, hip_flexion=30), true, person=1, begin=2 * FPS))
    assert off(finder.up, before) < 5


@pytest.mark.parametrize("fps", [5, 120])
def test_frame_rates_do_not_matter(fps: int) -> None:
    true = looking_down(20)
    poses = [replace(p, time=k / fps) for k, p in enumerate(seen(body(3 * fps), true))]
    assert off(watched(LevelFinder(), poses).up, true) < 3.5


def arrays(poses: Sequence[Pose]) -> tuple[Array, NDArray[np.int64], Array, Array]:
    return (
        np.array([p.time for p in poses]),
        np.array([p.person_id for p in poses]),
        np.array([p.joints_3d for p in poses], np.float64),
        np.array([p.scores for p in poses], np.float64),
    )


def test_a_whole_take_tells_up_and_the_floor() -> None:
    true = looking_down(22)
    lying = body(4 * FPS) @ TURN
    poses = seen(np.concatenate([lying, body(3 * FPS)]), true)
    up, origin = take_up(*arrays(poses))
    assert origin == "estimated"
    assert off(up, true) < 3.5
    times, ids, joints, scores = arrays(poses[-3 * FPS :])
    floor = take_floor(times, ids, np.array([p.root for p in poses[-3 * FPS :]]), joints, scores)
    assert floor is not None
    assert (floor.level, floor.measured) == ("estimated", False)
    heights = floor.heights((poses[-1].joints_3d + poses[-1].root)[FEET[:1]])
    assert heights == pytest.approx(80, abs=15)


def test_a_take_without_anybody_upright_is_that_of_a_level_camera() -> None:
    lying = body(4 * FPS) @ TURN
    joints = lying
    scores = np.full((len(joints), COUNT), 0.8)
    scores[:, FEET] = 0
    times = np.arange(len(joints)) / FPS
    up, _ = take_up(times, np.zeros(len(joints), np.int64), joints, scores)
    assert off(up, LEVEL) < 30


def test_the_floor_under_a_tilted_camera_is_level() -> None:
    true = looking_down(25)
    finder = FloorFinder()
    floor = None
    for pose in seen(body(3 * FPS, yaw=70), true):
        floor = finder.find(pose, None, [pose])
    assert floor is not None
    assert floor.level == "estimated"
    feet = (pose.joints_3d + pose.root)[[INDEX["r_ankle"], INDEX["l_ankle"]]]
    np.testing.assert_allclose(floor.heights(feet), 80, atol=15)
