"""Angles of ankle, foot, head and pelvis: a body with the angle known, both sides, the sign."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.kinematics import joint_angles
from posecam.kinematics.segment_angles import SEGMENT_ANGLES
from posecam.skeleton import KEYPOINT_INDEX
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, X, Y, Z, about, body

CAMERA = np.array([1.0, -1.0, -1.0])


def angles(joints: Array, **turned: Array) -> dict[str, float]:
    """Of a (1, 16, 3) body in the camera frame with head or feet turned."""
    whole = with_extras(joints * CAMERA, **turned) * CAMERA
    found = joint_angles(whole)
    return {name: float(found[name][0]) for name in SEGMENT_ANGLES}


@pytest.mark.parametrize("yaw", [0, 60, 180])
@pytest.mark.parametrize(
    ("part", "turn", "name", "wanted"),
    [
        ("foot", about(X, -20), "ankle_dorsiflexion", 20),
        ("foot", about(X, 30), "ankle_dorsiflexion", -30),
        ("foot", about(Y, 25), "foot_progression", 25),
        ("foot", about(Y, -10), "foot_progression", -10),
        ("head", about(X, 30), "head_flexion", 30),
        ("head", about(X, -25), "head_flexion", -25),
        ("head", about(Y, 50), "head_rotation", 50),
        ("head", about(Z, 20), "head_lateral", 20),
    ],
)
def test_head_and_feet(yaw: float, part: str, turn: Array, name: str, wanted: float) -> None:
    facing = about(Y, yaw)[0]
    # The right foot is the left one's mirror image before the person is turned.
    whole = with_extras(body(1) * CAMERA, **{part: turn[0]}) @ facing.T * CAMERA
    found = joint_angles(whole)
    for side in ("r_", "l_") if part == "foot" else ("",):
        assert found[side + name] == pytest.approx([wanted], abs=2), side
    still = {"ankle_dorsiflexion", "foot_progression"} if part == "foot" else {
        "head_flexion", "head_lateral", "head_rotation",
    }  # fmt: skip
    for other in still - {name}:
        for side in ("r_", "l_") if part == "foot" else ("",):
            assert found[side + other] == pytest.approx([0], abs=2), side + other


def test_a_shin_that_leans_over_a_flat_foot_is_dorsiflexion() -> None:
    found = angles(body(1, hip_flexion=40, knee=60))
    for side in "rl":
        assert found[f"{side}_ankle_dorsiflexion"] == pytest.approx(20, abs=1.5)


def test_the_head_is_told_against_the_trunk() -> None:
    found = angles(body(1, trunk_flexion=30))
    assert found["head_flexion"] == pytest.approx(-30, abs=2)  # looking ahead, the trunk bent over


@pytest.mark.parametrize("yaw", [-120, 0, 35])
def test_where_the_pelvis_faces(yaw: float) -> None:
    found = joint_angles(body(1, yaw=yaw))
    assert found["pelvis_rotation"] == pytest.approx([yaw], abs=0.1)
    assert found["pelvis_obliquity"] == pytest.approx([0], abs=0.1)
    tilted = body(1, yaw=0) * CAMERA @ about(Z, 8)[0].T * CAMERA  # over to the person's right
    assert joint_angles(tilted)["pelvis_obliquity"] == pytest.approx([-8], abs=0.1)


def test_of_sixteen_joints_and_of_unseen_keypoints_they_are_not_numbers() -> None:
    found = joint_angles(body(2))
    of_sixteen = {"pelvis_obliquity", "pelvis_rotation"}
    for name in SEGMENT_ANGLES:
        assert np.isfinite(found[name]).all() == (name in of_sixteen), name
    whole = with_extras(body(2) * CAMERA) * CAMERA
    whole[1, [KEYPOINT_INDEX["l_heel"], KEYPOINT_INDEX["l_big_toe"]]] = np.nan
    whole[1, KEYPOINT_INDEX["thorax"]] = np.nan
    found = joint_angles(whole)
    assert np.isfinite(found["l_ankle_dorsiflexion"]).tolist() == [True, False]
    assert np.isfinite(found["r_ankle_dorsiflexion"]).all()
    assert np.isfinite(found["head_flexion"]).tolist() == [True, False]
    assert joint_angles(whole[0])["head_flexion"] == pytest.approx(0, abs=2)
