"""How every bone is turned: what is found where keypoints are missing."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.kinematics.grounding import Y_UP
from posecam.kinematics.orientation import orientations
from posecam.skeleton import COUNT, INDEX, KEYPOINT_COUNT, KEYPOINT_INDEX
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import X, about, body
from tests.fakes.standing import standing


@pytest.mark.parametrize("count", [COUNT, KEYPOINT_COUNT])
def test_hands_and_feet_that_are_not_told_end_near_their_joints(count: int) -> None:
    joints = np.zeros((1, count, 3))
    joints[0, :COUNT] = standing() * Y_UP + np.array([4000.0, 1000.0, -2000.0])
    scores = np.ones((1, count))
    scores[:, COUNT:] = 0.0
    found = orientations(joints, scores)
    for side in "lr":
        for end, joint, far in (("knuckles", "wrist", 97), ("toe_tip", "ankle", 188)):
            away = found.points[f"{side}_{end}"] - joints[:, INDEX[f"{side}_{joint}"]]
            assert np.linalg.norm(away) == pytest.approx(far, rel=0.2)
        toes = found.points[f"{side}_toe_base"] - joints[:, INDEX[f"{side}_ankle"]]
        assert toes[0, 1] < 0  # below the ankle
        assert not found.told["LeftFoot"].any()


def test_the_less_sure_knuckles_are_the_less_a_hand_turns_against_its_forearm() -> None:
    joints = with_extras(body(1, shoulder_elevation=90.0) * Y_UP, hand=about(X, 50.0))
    turned = []
    for sure in (0.95, 0.6, 0.45):
        scores = np.full((1, KEYPOINT_COUNT), 0.9)
        scores[:, KEYPOINT_INDEX["l_index"]] = sure
        found = orientations(joints, scores)
        local = found.world["LeftForeArm"][0].T @ found.world["LeftHand"][0]
        turned.append(np.degrees(np.arccos((np.trace(local) - 1) / 2)))
        assert found.told["LeftHand"].all()
    assert turned[0] == pytest.approx(25, abs=3)  # the forearm takes half
    assert turned[0] > 1.5 * turned[1] > 2 * turned[2] > 1


def test_a_sole_is_set_level_where_heel_and_toes_rest_on_the_ground() -> None:
    joints = np.repeat(with_extras(body(1) * Y_UP, foot=about(X, -15.0)), 4, axis=0)
    told = np.array([[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [np.nan, np.nan]])
    world = orientations(joints, flat=told).world
    for column, name in enumerate(("RightFoot", "LeftFoot")):
        tilt = np.degrees(np.arccos(np.clip(world[name][:, 1, 1], -1, 1)))
        for moment, flat in enumerate(told[:, column]):
            # Where it is not told, a foot whose ankle is low is taken to stand.
            assert tilt[moment] == pytest.approx(15 if flat == 0 else 0, abs=0.5)
