"""Postures on bodies: bones point where they are told, palms and sides are right."""

from __future__ import annotations

import math

import numpy as np
import pytest

from posecam import skeleton
from training.synthesis import activities, posing, workout
from training.synthesis.body import Bodies, skin
from training.synthesis.keypoints import keypoints
from training.synthesis.limits import depth_inside, joints_allow, plausible
from training.synthesis.retarget import Posture, Rig, standing
from training.synthesis.rotations import Array, random_turn, turn, unit, vector

INDEX = skeleton.INDEX
MAKERS = (
    activities.standing_about,
    activities.at_desk,
    activities.on_a_seat,
    activities.exercising,
    activities.on_the_floor,
)


def _joints(bodies: Bodies, posture: Posture, number: int = 0) -> Array:
    shape = bodies.shape(number)
    rotations = Rig(bodies).rotations(shape, posture)
    heads = bodies.place(shape, rotations)
    posed = skin(bodies.weights, shape.vertices, rotations, heads, shape.heads)
    return keypoints(bodies, posed, heads, rotations, shape.heads)


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("seed", range(6))
def test_limbs_point_where_the_posture_says(bodies: Bodies, maker: object, seed: int) -> None:
    posture, _ = maker(np.random.default_rng(seed))  # type: ignore[operator]
    placed = _joints(bodies, posture, seed % 2)
    for s in ("l", "r"):
        for bone, start, end in (
            ("thigh", "hip", "knee"),
            ("shin", "knee", "ankle"),
            ("upper_arm", "shoulder", "elbow"),
            ("forearm", "elbow", "wrist"),
        ):
            along = unit(placed[INDEX[f"{s}_{end}"]] - placed[INDEX[f"{s}_{start}"]])
            # Twist bones between are stiffly in line, up to the bend that they have at rest.
            assert along @ posture.bones[f"{s}_{bone}"] > 0.99, bone


def test_rotations_are_proper(bodies: Bodies) -> None:
    posture, _ = activities.exercising(np.random.default_rng(4))
    made = Rig(bodies).rotations(bodies.shape(0), posture)
    assert np.linalg.det(made) == pytest.approx(np.ones(len(made)))


def test_limbs_keep_their_lengths(bodies: Bodies) -> None:
    lengths = []
    for seed in range(12):
        posture, _ = MAKERS[seed % len(MAKERS)](np.random.default_rng(seed))
        j = _joints(bodies, posture)
        lengths.append([np.linalg.norm(j[a] - j[b]) for a, b in skeleton.BONES])
    spread = np.ptp(np.array(lengths), axis=0) * 1000
    for (child, _), change in zip(skeleton.BONES, spread, strict=True):
        name = skeleton.NAMES[child]
        # Shoulders move with the collar bones, the trunk bends; limbs are rigid.
        limit = 1.0 if name.endswith(("knee", "ankle", "hip", "elbow", "wrist")) else 130.0
        assert change < limit, name


def test_hanging_hands_turn_their_palms_to_the_thighs(bodies: Bodies) -> None:
    shape, rig = bodies.shape(0), Rig(bodies)
    rotations = rig.rotations(shape, standing())
    heads = bodies.place(shape, rotations)
    for end in ("L", "R"):
        forefinger, little = (heads[bodies.index[f"finger{k}-1.{end}"]] for k in (2, 5))
        across = unit(forefinger - little)
        assert across @ vector(0, -1, 0) > 0.7, "the thumb's side is ahead"


def test_pronation_turns_the_hand_alone(bodies: Bodies) -> None:
    shape, rig = bodies.shape(0), Rig(bodies)
    base = standing()
    flat = Posture(base.pelvis, base.chest, base.head, base.bones, {"l": 3.0, "r": 3.0})
    a, b = (bodies.place(shape, rig.rotations(shape, p)) for p in (base, flat))
    wrist, finger = bodies.index["wrist.L"], bodies.index["finger2-1.L"]
    assert a[wrist] == pytest.approx(b[wrist], abs=0.02)
    assert np.linalg.norm(a[finger] - b[finger]) > 0.04


def test_mirror_swaps_sides() -> None:
    posture, _ = activities.standing_about(np.random.default_rng(1))
    there = posture.mirrored()
    assert there.bones["l_forearm"] == pytest.approx(posture.bones["r_forearm"] * (-1, 1, 1))
    back = there.mirrored()
    assert back.chest == pytest.approx(posture.chest)
    assert np.linalg.det(there.chest) == pytest.approx(1.0)


def test_turning_the_posture_turns_the_joints(bodies: Bodies) -> None:
    posture, _ = activities.exercising(np.random.default_rng(2))
    about = random_turn(np.random.default_rng(3), 60)
    a, b = _joints(bodies, posture), _joints(bodies, posture.turned(about))
    a, b = a - a[skeleton.ROOT], b - b[skeleton.ROOT]
    assert b == pytest.approx(a @ about.T, abs=1e-6)


def test_a_hand_reaches_its_place() -> None:
    chest = turn(vector(0, 0, 1), 0.7)
    goal = vector(0.05, -0.3, 0.1)
    for side, out in (("l", 1.0), ("r", -1.0)):
        bones = posing.arm_to(side, goal, 30.0, chest)
        shoulder = vector(posing.SHOULDER_M * out, 0, 0)
        hand = chest.T @ (
            bones[f"{side}_upper_arm"] * posing.UPPER_ARM_M
            + bones[f"{side}_forearm"] * posing.FOREARM_M
        )
        assert shoulder + hand == pytest.approx(goal, abs=1e-9)


def test_limits_know_what_cannot_be() -> None:
    base = standing()
    assert plausible(base)
    into = base.bones | {"l_forearm": unit(vector(-1.0, 0.1, 0.1))}
    inside = Posture(base.pelvis, base.chest, base.head, into)
    assert depth_inside(inside) > 0.03
    broken = base.bones | {"l_shin": unit(vector(0, -1, -0.5))}
    assert not joints_allow(Posture(base.pelvis, base.chest, base.head, broken))
    bent = base.bones | {"l_shin": unit(vector(0, 1, -0.5))}
    assert joints_allow(Posture(base.pelvis, base.chest, base.head, bent))


def test_yoga_and_bends_are_mostly_plausible_and_end_at_the_floor(bodies: Bodies) -> None:
    rng = np.random.default_rng(0)
    for make in (workout.yoga, workout.deep_bend, workout.reaching):
        good = sum(plausible(make(rng)) for _ in range(60))
        assert good > 25, make.__name__


@pytest.mark.parametrize("maker", MAKERS)
def test_most_proposals_are_plausible(maker: object) -> None:
    rng = np.random.default_rng(0)
    good = sum(plausible(maker(rng)[0]) for _ in range(60))  # type: ignore[operator]
    assert good > 15


def test_level_faces_the_same_way() -> None:
    heading = turn(vector(0, 0, 1), math.radians(40))
    assert posing.level(heading @ posing.lean(forward=30)) == pytest.approx(heading)


@pytest.mark.parametrize("seed", range(6))
def test_on_hands_and_feet_both_touch_the_floor(bodies: Bodies, seed: int) -> None:
    posture = workout.yoga_named("down_dog", np.random.default_rng(seed))
    placed = _joints(bodies, posture)
    hand = min(placed[INDEX["l_wrist"], 2], placed[INDEX["r_wrist"], 2])
    foot = min(placed[INDEX["l_ankle"], 2], placed[INDEX["r_ankle"], 2])
    assert abs(hand - foot) < 0.2
    assert placed[INDEX["pelvis"], 2] > max(hand, foot) + 0.3


def test_every_asana_can_be_done() -> None:
    rng = np.random.default_rng(0)
    for name in workout.YOGA:
        assert sum(plausible(workout.yoga_named(name, rng)) for _ in range(40)) > 4, name
