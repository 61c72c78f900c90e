"""How every bone is turned: what is found where keypoints are missing."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.kinematics.grounding import Y_UP
from posecam.kinematics.orientation import orientations
from posecam.skeleton import COUNT, INDEX, KEYPOINT_COUNT
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
