"""Feet that stand stay where they are, and what is lowest rests on the floor."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.geometry import bone_lengths
from posecam.kinematics.angles import joint_angles
from posecam.kinematics.contacts import reach
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import Y_UP, on_the_floor
from posecam.skeleton import BONES, COUNT, INDEX, ROOT
from tests.fakes.motion import Array, body

FPS = 30
PX_PER_MM = 0.3
ANKLES = [INDEX["r_ankle"], INDEX["l_ankle"]]
WRISTS = [INDEX["r_wrist"], INDEX["l_wrist"]]
LEGS = [row for row, (child, _) in enumerate(BONES) if child in {0, 1, 4, 5}]
TURN = np.array([[0.0, 1, 0], [-1, 0, 0], [0, 0, 1]])


def grounded(
    joints: Array, roots: Array, images: Array | None = None, fps: float = FPS
) -> tuple[Array, Array]:
    """(T, 16, 3) of a take under a level camera; images where they are not those of the joints."""
    count = len(joints)
    flat = (joints + roots[:, None] if images is None else images)[..., :2] * PX_PER_MM + 500
    scores = np.full((count, COUNT), 0.9)
    return on_the_floor(np.arange(count) / fps, roots[:, None], joints, flat, scores)


def squats(count: int = 180) -> tuple[Array, Array]:
    """Joints and roots: feet in place, hips back and down."""
    down = (1 - np.cos(np.arange(count) * 2 * np.pi / 60)) / 2
    joints = body(count, hip_flexion=90 * down, knee=110 * down)
    roots = np.array([0.0, 900.0, 3000.0]) - joints[:, ANKLES].mean(1)
    return joints, roots


def drifting(joints: Array) -> Array:
    """The same with feet whose depth is misjudged by up to 14 cm, one more than the other."""
    out = joints.copy()
    wave = 140 * np.sin(np.arange(len(joints)) / 11)
    for share, ankle in zip((1.0, 0.6), ANKLES, strict=True):
        out[:, ankle, 2] += share * wave
    return out


@pytest.mark.parametrize("fps", [5, 30, 60])
def test_feet_do_not_travel_in_squats(fps: int) -> None:
    joints, roots = squats()
    world, _ = grounded(drifting(joints), roots, joints + roots[:, None], fps)
    feet = world[:, ANKLES]
    assert np.ptp(np.percentile(feet, [5, 95], axis=0), axis=0).max() < 20
    assert np.abs(feet[..., 1] - ANKLE_ABOVE_FLOOR_MM).max() < 10
    assert np.ptp(world[:, ROOT, 1]) > 350


def test_bones_of_legs_keep_their_length() -> None:
    joints, roots = squats()
    seen = drifting(joints)
    world, _ = grounded(seen, roots, joints + roots[:, None])
    np.testing.assert_allclose(bone_lengths(world)[:, LEGS], bone_lengths(seen)[:, LEGS], rtol=1e-4)


def apart(count: int = 120) -> tuple[Array, Array]:
    """Stands nearly straight, but the network has one foot up to 12 cm nearer and back again."""
    joints = body(count, knee=8)
    wave = 120 * np.sin(np.arange(count) / 9)
    for name, share in (("r_ankle", 1.0), ("r_knee", 0.5)):
        joints[:, INDEX[name], 2] += share * wave
    return joints, np.tile([0.0, 0, 3000], (count, 1))


def knees(world: Array) -> Array:
    """(T, 2) degrees, right and left."""
    angles = joint_angles(world * Y_UP)
    return np.stack([angles["r_knee_flexion"], angles["l_knee_flexion"]], 1)


def test_hips_give_way_before_the_knees_of_who_stands_are_bent() -> None:
    joints, roots = apart()
    world, _ = grounded(joints, roots, body(120, knee=8) + roots[:, None])
    assert (knees(world) - knees(joints * Y_UP)).mean() < 0.8


def test_a_standing_body_that_is_seen_well_is_left_as_it_is() -> None:
    joints, roots = body(60, knee=10), np.tile([200.0, 0, 3000], (60, 1))
    world, _ = grounded(joints, roots)
    expected = (joints - joints[:, [ROOT]]) * Y_UP
    np.testing.assert_allclose(world - world[:, [ROOT]], expected, atol=1)


def stepping() -> tuple[Array, Array]:
    """The right foot is lifted for half a second and put down 30 cm to the side."""
    count = 120
    lift = np.clip(np.sin(np.pi * (np.arange(count) - 50) / 15), 0, 1)
    lift[65:] = 0
    aside = np.clip((np.arange(count) - 50) / 15, 0, 1)
    joints = body(count, knee=6)
    for name, share in (("r_knee", 0.5), ("r_ankle", 1.0)):
        joints[:, INDEX[name], 1] -= 150 * share * lift
        joints[:, INDEX[name], 0] -= 300 * share * aside
    return joints, np.tile([0.0, 0, 3000], (count, 1))


def test_a_step_is_taken_and_nothing_pops_where_the_foot_is_let_go() -> None:
    joints, roots = stepping()
    seen = drifting(joints)
    world, _ = grounded(seen, roots, joints + roots[:, None])
    foot = world[:, ANKLES[0]]
    assert foot[110, 0] - foot[30, 0] == pytest.approx(-300, abs=60)
    assert foot[:, 1].max() > ANKLE_ABOVE_FLOOR_MM + 80
    fastest = np.linalg.norm(np.diff(seen[:, ANKLES[0]], axis=0), axis=1).max()
    steps = np.linalg.norm(np.diff(foot, axis=0), axis=1)
    assert steps.max() < 1.6 * fastest
    other = world[:, ANKLES[1]]
    assert np.ptp(other, axis=0).max() < 20


def test_a_jump_leaves_the_floor_and_lands_on_it() -> None:
    joints, roots = body(90, knee=10), np.tile([0.0, 0, 3000], (90, 1))
    flight = np.clip(np.arange(90) - 40, 0, 15) / 15
    roots[:, 1] -= 300 * 4 * flight * (1 - flight)
    world, _ = grounded(joints, roots)
    soles = world[:, ANKLES, 1] - ANKLE_ABOVE_FLOOR_MM
    assert soles.max() == pytest.approx(300, abs=15)
    assert np.abs(soles[:38]).max() < 5
    assert np.abs(soles[60:]).max() < 5


def test_who_lies_down_rests_on_the_floor() -> None:
    standing = body(90)
    lying = body(90) @ TURN
    roots = np.tile([0.0, 0, 3000], (180, 1))
    roots[:90, 1] = -880
    world, _ = grounded(np.concatenate([standing, lying]), roots)
    assert 0 < world[130:, :, 1].min() < 120
    assert world[130:, ROOT, 1].max() < 500


def test_upside_down_the_hands_stand_on_the_floor() -> None:
    standing = body(90)
    handstand = body(90, shoulder_elevation=180) * [-1, -1, 1]
    roots = np.tile([0.0, 0, 3000], (180, 1))
    roots[:90, 1] = -700
    world, _ = grounded(np.concatenate([standing, handstand]), roots)
    hands = world[130:, WRISTS, 1]
    assert hands.min() == pytest.approx(30, abs=15)
    assert world[130:, ANKLES, 1].min() > 1500


def test_feet_out_of_view_leave_the_floor_a_legs_length_below() -> None:
    joints, roots = body(60), np.tile([0.0, 0, 1500], (60, 1))
    flat = (joints + roots[:, None])[..., :2] * PX_PER_MM
    scores = np.full((60, COUNT), 0.9)
    scores[:, ANKLES] = 0
    world, _ = on_the_floor(np.arange(60) / FPS, roots[:, None], joints, flat, scores)
    assert world[:, ROOT, 1] == pytest.approx(977, abs=1)


def test_gaps_of_seconds_and_one_frame_are_placed() -> None:
    joints, roots = body(40), np.tile([0.0, 0, 3000], (40, 1))
    flat = (joints + roots[:, None])[..., :2] * PX_PER_MM
    times = np.concatenate([np.arange(20) / 30, 9 + np.arange(20) / 30])
    scores = np.full((40, COUNT), 0.9)
    world, _ = on_the_floor(times, roots[:, None], joints, flat, scores)
    assert world[:, ANKLES, 1] == pytest.approx(80, abs=1)
    world, _ = on_the_floor(times[:1], roots[:1, None], joints[:1], flat[:1], scores[:1])
    assert world[:, ANKLES, 1] == pytest.approx(80, abs=1)


def test_a_leg_reaches_as_far_as_its_bones_do() -> None:
    joints = (body(1, knee=20) * Y_UP)[0]
    far = joints[ANKLES[0]] + [0, -2000, 0]
    reach(joints, 0, far)
    hip, knee, ankle = (joints[INDEX[f"r_{part}"]] for part in ("hip", "knee", "ankle"))
    assert np.linalg.norm(knee - hip) == pytest.approx(443, abs=20)
    straight = np.linalg.norm(knee - hip) + np.linalg.norm(ankle - knee)
    assert np.linalg.norm(ankle - hip) == pytest.approx(straight, rel=1e-3)
    assert np.isfinite(joints).all()
