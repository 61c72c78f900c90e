"""Bones keep their length, learn it, and what hangs on them stays near where it was seen."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.estimation.bones import BoneLengths, apply_bone_lengths
from posecam.estimation.calibration import Calibration
from posecam.geometry import bone_lengths
from posecam.kinematics.proportions import PART_LENGTHS_MM, PART_OF
from posecam.skeleton import (
    BONE_LENGTHS_MM,
    BONES,
    CANONICAL_HEIGHT_MM,
    INDEX,
    KEYPOINT_INDEX,
    ROOT,
)
from tests.fakes.feet import with_feet
from tests.fakes.standing import standing

SURE = np.full(16, 0.9)
#: What people are like, in the order of `BONES`.
PEOPLE = PART_LENGTHS_MM[PART_OF]


def longer_legs(factor: float) -> np.ndarray:
    ratios = np.ones(len(BONES))
    for row, (child, _) in enumerate(BONES):
        if child in (INDEX["r_knee"], INDEX["l_knee"], INDEX["r_ankle"], INDEX["l_ankle"]):
            ratios[row] = factor
    return ratios


def test_laid_joints_have_the_lengths_and_nearly_the_directions() -> None:
    body = standing() * np.array([1.1, 1.05, 1.0])
    applied = apply_bone_lengths(body, BONE_LENGTHS_MM)
    np.testing.assert_allclose(bone_lengths(applied), BONE_LENGTHS_MM, rtol=1e-9)
    np.testing.assert_array_equal(applied[ROOT], body[ROOT])
    child, parent = np.array(BONES).T
    before, after = body[child] - body[parent], applied[child] - applied[parent]
    cosine = (before * after).sum(1) / bone_lengths(body) / bone_lengths(applied)
    assert np.degrees(np.arccos(np.clip(cosine, -1, 1))).max() < 8


def test_a_foot_taken_for_something_far_away_is_no_longer_than_a_foot() -> None:
    body = with_feet(standing()[None].astype(float))[0]
    ankle, heel, toe = (KEYPOINT_INDEX[f"r_{n}"] for n in ("ankle", "heel", "big_toe"))
    laid = apply_bone_lengths(body, bone_lengths(body[:16]))
    np.testing.assert_allclose(laid, body, atol=1e-6)
    body[[heel, toe]] += [900, -400, 0]
    laid = apply_bone_lengths(body, bone_lengths(body[:16]))
    assert np.linalg.norm(laid[heel] - laid[ankle]) < 120
    assert np.linalg.norm(laid[toe] - laid[ankle]) < 300
    turned = (laid[toe] - laid[ankle]) @ (body[toe] - body[ankle])
    assert turned > 0, "it points to where it was seen"


def test_joints_of_the_right_lengths_stay() -> None:
    np.testing.assert_allclose(
        apply_bone_lengths(standing(), BONE_LENGTHS_MM), standing(), atol=1e-9
    )


def test_noise_along_the_arm_does_not_add_up_at_the_wrist() -> None:
    rng = np.random.default_rng(0)
    wrist = INDEX["r_wrist"]
    seen = standing() + rng.normal(0, 5, (400, 16, 3))
    off = np.array([apply_bone_lengths(body - body[ROOT], BONE_LENGTHS_MM)[wrist] for body in seen])
    off -= off.mean(0)
    raw = (seen[:, wrist] - seen[:, ROOT]) - (seen[:, wrist] - seen[:, ROOT]).mean(0)
    assert np.linalg.norm(off, axis=1).mean() < 1.05 * np.linalg.norm(raw, axis=1).mean()


def test_proportions_are_learnt_and_the_sum_stays() -> None:
    truth = apply_bone_lengths(standing(), PEOPLE * longer_legs(1.2))
    rng = np.random.default_rng(1)
    bones = BoneLengths(1800.0)
    for number in range(300):
        seen = truth + rng.normal(0, 8, truth.shape)
        bones.learn(seen * bones.scale(seen, SURE), SURE, number / 30)
    true = bone_lengths(truth)
    expected = true * (BONE_LENGTHS_MM.sum() * 1800 / CANONICAL_HEIGHT_MM / true.sum())
    joined = {INDEX[f"{side}_{name}"] for side in "rl" for name in ("hip", "shoulder")}
    learnt = (true > 100) & np.array([child not in joined for child, _ in BONES])
    np.testing.assert_allclose(bones.lengths[learnt], expected[learnt], rtol=0.03)
    assert bones.lengths.sum() == pytest.approx(BONE_LENGTHS_MM.sum() * 1800 / CANONICAL_HEIGHT_MM)


def test_unseen_bones_teach_nothing() -> None:
    bones = BoneLengths(CANONICAL_HEIGHT_MM)
    for number in range(100):
        bones.learn(standing() * 1.4, np.zeros(16), number / 30)
    np.testing.assert_allclose(bones.lengths, PEOPLE)


def test_hips_and_shoulders_are_where_people_have_them_wherever_a_network_marks_them() -> None:
    wide = standing()
    for name, sign in (("r_hip", -1), ("l_hip", 1)):
        wide[INDEX[name]] += [40 * sign, -20, 0]
    bones = BoneLengths(CANONICAL_HEIGHT_MM)
    for number in range(300):
        bones.learn(wide, SURE, number / 30)
    laid = bones.apply(wide)
    row = [child for child, _ in BONES].index(INDEX["r_hip"])
    assert bone_lengths(laid)[row] == pytest.approx(PEOPLE[row], rel=0.05)


def test_calibrated_bones_stay_as_they_were_measured() -> None:
    ratios = longer_legs(1.1)
    made = Calibration(1750.0, 60.0, tuple(ratios), (0.0, -1.0, 0.0), 1200.0)
    bones = BoneLengths(CANONICAL_HEIGHT_MM * 1.1, made)
    for number in range(30):
        bones.learn(standing(), SURE, number / 30)
    np.testing.assert_allclose(bones.lengths, BONE_LENGTHS_MM * ratios * 1.1)
