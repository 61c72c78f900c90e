"""Legs out of view hang below the hips, whatever a network makes up."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.geometry import bone_lengths
from posecam.kinematics.grounding import levelling
from posecam.kinematics.hidden import HiddenLegs, hang_hidden_legs
from posecam.kinematics.level import LEVEL, Up
from posecam.skeleton import COUNT, INDEX, KEYPOINT_COUNT, KEYPOINT_INDEX
from tests.fakes.feet import with_feet
from tests.fakes.motion import Array, body

KNEES = [INDEX["r_knee"], INDEX["l_knee"]]
ANKLES = [INDEX["r_ankle"], INDEX["l_ankle"]]
HIPS = [INDEX["r_hip"], INDEX["l_hip"]]
FEET = [KEYPOINT_INDEX[f"{s}_{p}"] for s in "rl" for p in ("heel", "big_toe", "small_toe")]


def made_up(count: int = 1) -> Array:
    """Who is cut off at the waist, with legs that lie about in front of them."""
    bends = np.random.default_rng(3).uniform(20, 110, (2, count))
    return with_feet(body(count, hip_flexion=bends[0], knee=bends[1], elbow=40))


def scores(*, knees: float = 0.05, ankles: float = 0.05) -> Array:
    out = np.full(KEYPOINT_COUNT, 0.9)
    out[KNEES], out[ANKLES], out[FEET] = knees, ankles, ankles
    return out


@pytest.mark.parametrize("up", [LEVEL, (0.0, -0.8, -0.6)])
def test_of_who_is_cut_off_at_the_waist_for_a_whole_take_they_hang(up: Up) -> None:
    turn = levelling(up)
    joints = made_up(60) @ turn  # as the tilted camera has it
    seen = np.tile(scores(), (60, 1))
    hung = hang_hidden_legs(np.arange(60) / 30, joints, seen, up) @ turn.T
    across = hung[:, ANKLES] - hung[:, HIPS]
    assert np.abs(across[..., [0, 2]]).max() < 1
    assert across[..., 1].min() > 890
    upper = [k for k in range(COUNT) if k not in KNEES + ANKLES]
    np.testing.assert_allclose(hung[:, upper], (joints @ turn.T)[:, upper], atol=1e-6)
    toes = hung[:, KEYPOINT_INDEX["r_big_toe"]] - hung[:, ANKLES[0]]
    assert toes[:, 2].max() < -150, "feet point where the person faces"
    np.testing.assert_allclose(
        bone_lengths(hung[:, :COUNT]), bone_lengths(joints[:, :COUNT]), rtol=1e-6
    )


def test_of_who_is_cut_off_at_the_knees_the_thighs_are_as_seen() -> None:
    joints = made_up()[0]
    hung = HiddenLegs()(0.0, joints, scores(knees=0.9), LEVEL)
    np.testing.assert_allclose(hung[KNEES], joints[KNEES])
    assert (hung[ANKLES] - hung[KNEES])[:, 1] == pytest.approx(454, abs=20)


def test_what_is_seen_and_who_is_not_upright_are_left_alone() -> None:
    joints = made_up()[0]
    assert HiddenLegs()(0.0, joints, scores(knees=0.9, ankles=0.9), LEVEL) is joints
    upside_down = joints * [-1, -1, 1]
    assert HiddenLegs()(0.0, upside_down, scores(), LEVEL) is upside_down


def test_one_leg_may_be_seen_and_nothing_pops_where_it_comes_into_view() -> None:
    joints, legs = made_up()[0], HiddenLegs()
    seen, hidden = scores(knees=0.9, ankles=0.9), scores()
    seen[[KNEES[0], ANKLES[0]]] = 0.05
    path = [legs(k / 30, joints, hidden if k < 5 else seen, LEVEL) for k in range(40)]
    left = np.array(path)[:, ANKLES[1]]
    assert np.linalg.norm(np.diff(left, axis=0), axis=1).max() < 400
    np.testing.assert_allclose(path[-1][ANKLES[1]], joints[ANKLES[1]], atol=12)
    assert path[-1][ANKLES[0], 1] - path[-1][HIPS[0], 1] > 850


def test_of_head_and_shoulders_alone_the_rest_stands_below() -> None:
    joints = with_feet(body(1, trunk_flexion=70, hip_flexion=90, knee=20))[0]
    joints[HIPS] = joints[HIPS][::-1]
    seen = scores()
    seen[HIPS] = 0.05
    hung = HiddenLegs()(0.0, joints, seen, LEVEL)
    trunk = hung[INDEX["thorax"]] - hung[INDEX["pelvis"]]
    assert trunk[1] < -450
    assert np.abs(trunk[[0, 2]]).max() < 1
    arms = [INDEX[f"r_{part}"] for part in ("shoulder", "elbow", "wrist")]
    np.testing.assert_allclose(np.diff(hung[arms], axis=0), np.diff(joints[arms], axis=0))
    assert hung[HIPS[1], 0] - hung[HIPS[0], 0] > 200, "below the shoulders, level"
    assert (hung[ANKLES] - hung[INDEX["pelvis"]])[:, 1].min() > 890
    np.testing.assert_allclose(bone_lengths(hung[:COUNT]), bone_lengths(joints[:COUNT]), rtol=1e-6)
