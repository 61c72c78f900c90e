"""The armature: full rotations of head, hands and feet, and keypoints given back by it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.kinematics.armature import RESTS, Motion, Rest, fit
from posecam.kinematics.bones import BONES
from posecam.skeleton import INDEX, KEYPOINT_INDEX, KEYPOINT_NAMES
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, X, Y, Z, about, body

Y_UP = np.array([1.0, -1.0, -1.0])
#: In the order of people.npz, see make_people.py.
PARTS = ("Head", "LeftHand", "RightHand", "LeftFoot", "RightFoot")


@pytest.fixture(scope="module")
def people() -> tuple[Array, Array]:
    """Keypoints (P, T, 31, 3) mm of posed bodies, and (P, T, 5, 3, 3) of the rig's rotations."""
    with np.load(Path(__file__).with_name("people.npz")) as stored:
        keypoints, rotations = stored["keypoints"], stored["rotations"]
    return np.asarray(keypoints / 10.0, np.float64), np.asarray(rotations, np.float64)


def angle(first: Array, second: Array) -> Array:
    """(T,) degrees between rotations."""
    trace = np.einsum("tij,tij->t", first, second)
    return np.asarray(np.degrees(np.arccos(np.clip((trace - 1) / 2, -1, 1))))


def standing(**bent: float) -> Array:
    """(1, 16, 3) of a person who stands in a T unless told otherwise, facing +Z."""
    return np.asarray(body(1, **({"shoulder_elevation": 90.0} | bent)) * Y_UP)


def test_head_hands_and_feet_turn_as_those_of_rendered_people(
    people: tuple[Array, Array],
) -> None:
    off: dict[str, list[Array]] = {part: [] for part in PARTS}
    for keypoints, rotations in zip(*people, strict=True):
        turned = fit(keypoints).world()
        for k, part in enumerate(PARTS):
            rig = rotations[:, k]
            if part.endswith("Hand"):  # the rig rests with hanging arms, these in a T
                left, _, right = np.linalg.svd(np.einsum("tji,tjk->ik", rig, turned[part]))
                rig = rig @ (left @ right)
            off[part].append(angle(turned[part], rig))
    for part, found in off.items():
        assert np.median(np.concatenate(found)) < 5, part
        assert np.percentile(np.concatenate(found), 90) < 10, part


def test_keypoints_of_rendered_people_are_given_back(people: tuple[Array, Array]) -> None:
    off = []
    for keypoints, _ in zip(*people, strict=True):
        given = fit(keypoints).keypoints()
        assert set(given) == set(KEYPOINT_NAMES)
        away = [given[name] - keypoints[:, k] for k, name in enumerate(KEYPOINT_NAMES)]
        off.append(np.linalg.norm(away, axis=2))
    errors = np.concatenate(off, axis=1)
    # Spines bend, and shoulders are lifted; legs and feet are rigid.
    assert np.median(errors) < 4
    legs = [k for k, n in enumerate(KEYPOINT_NAMES) if n.split("_")[-1] in ("hip", "knee", "ankle")]
    assert errors[legs].max() < 0.5


@pytest.mark.parametrize(
    ("axis", "degrees"), [(Y, 60.0), (Y, -60.0), (X, 35.0), (X, -35.0), (Z, 30.0)]
)
def test_a_head_that_is_turned_turns_the_head_and_half_the_neck(
    axis: Array, degrees: float
) -> None:
    turn = about(axis, degrees)[0]
    turned = fit(with_extras(standing(), head=turn)).world()
    assert angle(turned["Head"], turn[None]) < 2
    if axis is Y:
        yaw = np.degrees(np.arctan2(turned["Neck"][0, 0, 2], turned["Neck"][0, 2, 2]))
        assert yaw == pytest.approx(degrees / 2, abs=5)


def test_a_turned_hand_shares_its_twist_with_the_forearm() -> None:
    motion = fit(with_extras(standing(elbow=0.0), hand=about(X, 60.0)[0]))
    turned = motion.world()
    assert angle(turned["LeftHand"], about(X, 60.0)) < 1
    assert angle(turned["LeftForeArm"], about(X, 30.0)) < 1
    assert angle(turned["RightForeArm"], about(X, 30.0)) < 1
    assert angle(turned["LeftArm"], np.eye(3)[None]) < 1


def test_a_straight_leg_is_turned_as_its_foot_is() -> None:
    motion = fit(with_extras(standing(), foot=about(Y, 40.0)[0]))
    turned = motion.world()
    assert angle(turned["LeftFoot"], about(Y, 40.0)) < 1.5
    assert angle(turned["LeftUpLeg"], about(Y, 40.0)) < 1.5
    assert angle(turned["RightUpLeg"], about(Y, -40.0)) < 1.5


def test_joints_turn_no_further_than_they_can() -> None:
    wild = with_extras(
        standing(), head=about(Y, 170.0)[0], hand=about(Z, 150.0)[0], foot=about(X, 140.0)[0]
    )
    motion = fit(wild)
    assert angle(motion.world()["Head"], motion.world()["Spine1"]) < 140
    assert angle(motion.rotations["LeftHand"], np.eye(3)[None]) < 120
    assert angle(motion.rotations["LeftFoot"], np.eye(3)[None]) < 90


def test_a_hand_that_is_wild_in_single_moments_is_steady_over_time() -> None:
    count = 60
    degrees = np.linspace(0, 60, count)
    wild = np.where(np.arange(count) % 9 == 4, degrees + 140, degrees)
    joints = with_extras(np.repeat(standing(), count, 0), hand=about(X, wild))
    steady = fit(joints, rate=30.0).world()["LeftHand"]
    assert angle(steady, about(X, degrees)).max() < 8
    assert angle(fit(joints).world()["LeftHand"], about(X, degrees)).max() > 40


def test_a_foot_that_is_nearly_level_stands_flat_and_a_lifted_one_does_not() -> None:
    standing_up = standing()
    tilted = fit(with_extras(standing_up, foot=about(Z, 15.0)[0])).world()
    assert tilted["LeftFoot"][0, 1, 1] == pytest.approx(1, abs=1e-4)
    on_tiptoe = fit(with_extras(standing_up, foot=about(X, 50.0)[0])).world()
    assert np.degrees(np.arccos(on_tiptoe["LeftFoot"][0, 1, 1])) == pytest.approx(50, abs=3)
    lifted = standing(hip_flexion=0.0)
    for name in ("l_knee", "l_ankle"):
        lifted[:, INDEX[name], 1] += 200
    off = fit(with_extras(lifted, foot=about(X, 15.0)[0])).world()
    assert np.degrees(np.arccos(off["LeftFoot"][0, 1, 1])) == pytest.approx(15, abs=3)
    assert off["RightFoot"][0, 1, 1] == pytest.approx(1, abs=1e-4)


def test_joints_stay_where_they_were_measured_though_bones_are_rigid() -> None:
    """Noise of a centimetre in every joint: no error is carried on from one bone to the next."""
    count = 200
    bend = 30 * (1 + np.sin(np.arange(count) / 9))
    clean = body(count, knee=bend, hip_flexion=bend / 2, elbow=bend, shoulder_elevation=60) * Y_UP
    noisy = clean + np.random.default_rng(3).normal(0, 10, clean.shape)
    given = fit(noisy).keypoints()
    for name in ("l_wrist", "r_elbow", "l_ankle", "r_knee", "head_top"):
        off = np.linalg.norm(given[name] - noisy[:, INDEX[name]], axis=1)
        assert np.median(off) < 13, name  # a bone's length varies by 14 mm


def test_what_is_unsure_goes_with_the_bone_before_and_says_so() -> None:
    turn = about(Y, 50.0)[0]
    joints = np.concatenate([with_extras(standing(), head=turn), with_extras(standing())])
    scores = np.full(joints.shape[:2], 0.9)
    for name in ("nose", "l_eye", "r_eye", "l_ear"):
        scores[1, KEYPOINT_INDEX[name]] = 0.2
    motion = fit(joints, scores)
    assert motion.told["Head"].tolist() == [True, False]
    assert angle(motion.rotations["Head"][1:], motion.rotations["Head"][:1]) < 1e-3
    assert motion.told["LeftHand"].all()
    assert not motion.told["LeftToeBase"].any()


def test_of_sixteen_joints_head_and_hands_go_with_the_body_and_feet_stand_flat() -> None:
    squat = body(1, hip_flexion=70, knee=100, shoulder_elevation=60) * Y_UP
    motion = fit(squat)
    turned = motion.world()
    for part in PARTS:
        assert not motion.told[part].any()
    assert motion.told["LeftLeg"].all()
    assert np.degrees(np.arccos(turned["LeftLeg"][0, 1, 1])) > 15
    assert turned["LeftFoot"][0, 1, 1] == pytest.approx(1, abs=1e-6)
    assert angle(turned["LeftHand"], turned["LeftForeArm"]) < 1e-3
    assert set(motion.landmarks) == set(INDEX)
    # Feet as long as usual, pointing ahead.
    assert motion.offsets["LeftToeBase"] == pytest.approx([0, -46, 138], abs=1)


@pytest.mark.parametrize("rest", RESTS)
def test_the_motion_is_the_same_from_every_rest_pose(
    people: tuple[Array, Array], rest: Rest
) -> None:
    motion = fit(people[0][0])
    other = motion.from_rest(rest)
    for name, place in motion.places().items():
        assert other.places()[name] == pytest.approx(place, abs=1e-6)
    for name, place in motion.keypoints().items():
        assert other.keypoints()[name] == pytest.approx(place, abs=1e-6)
    lowered = {"t": 0.0, "a": 45.0, "standing": 82.0}[rest]
    for side, sign in (("Left", 1), ("Right", -1)):
        x, y, _ = rest_place(other, f"{side}Hand") - rest_place(other, f"{side}Arm")
        assert np.degrees(np.arctan2(-y, sign * x)) == pytest.approx(lowered, abs=0.01)


def rest_place(motion: Motion, name: str) -> Array:
    bone = next(bone for bone in BONES if bone.name == name)
    before = rest_place(motion, bone.parent) if bone.parent else np.zeros(3)
    return np.asarray(before + motion.offsets[name])
