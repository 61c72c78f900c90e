"""Angles of bodies that were bent by known angles."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.kinematics import ANGLES, joint_angles
from posecam.skeleton import INDEX
from tests.fakes.motion import about, body

#: Of which sixteen joints do not tell.
MORE = ("dorsiflexion", "progression", "head_flexion", "head_lateral", "head_rotation")
SWEEP = np.linspace(0, 150, 31)


def test_standing_straight_is_zero_throughout() -> None:
    angles = joint_angles(body())
    assert tuple(angles) == ANGLES
    for name, value in angles.items():
        if name.endswith(("shoulder_plane", *MORE)):
            assert np.isnan(value).all()
        else:
            assert value == pytest.approx(np.zeros(1), abs=1e-6), name


@pytest.mark.parametrize("yaw", [0, 70, 180, -120])
def test_knee_and_elbow_flexion(yaw: float) -> None:
    joints = body(
        31, yaw=yaw, knee=SWEEP, elbow=SWEEP[::-1], hip_flexion=30, thigh_twist=20, arm_twist=40
    )
    angles = joint_angles(joints)
    for side in "rl":
        assert angles[f"{side}_knee_flexion"] == pytest.approx(SWEEP, abs=1e-6)
        assert angles[f"{side}_elbow_flexion"] == pytest.approx(SWEEP[::-1], abs=1e-6)


@pytest.mark.parametrize("yaw", [0, 70, 180])
@pytest.mark.parametrize("trunk", [0, 45])
def test_hip_flexion_and_abduction_against_the_trunk(yaw: float, trunk: float) -> None:
    flexion, abduction = np.linspace(-30, 120, 31), np.linspace(-20, 60, 31)
    joints = body(
        31, yaw=yaw, trunk_flexion=trunk, hip_flexion=flexion, hip_abduction=abduction, knee=40
    )
    angles = joint_angles(joints)
    for side in "rl":
        assert angles[f"{side}_hip_flexion"] == pytest.approx(flexion, abs=1e-6)
        assert angles[f"{side}_hip_abduction"] == pytest.approx(abduction, abs=1e-6)


def test_bending_over_straight_legs_is_hip_flexion() -> None:
    # The legs follow the trunk in `body`: brought back to the vertical, the hips are flexed.
    angles = joint_angles(body(trunk_flexion=60, hip_flexion=60))
    assert angles["trunk_flexion"] == pytest.approx([60])
    assert angles["l_hip_flexion"] == pytest.approx([60])


@pytest.mark.parametrize("trunk", [(0, 0, 0), (30, 20, -25)])
def test_shoulder_elevation_and_its_plane(trunk: tuple[float, float, float]) -> None:
    elevation, plane = np.linspace(12, 168, 31), np.linspace(-60, 110, 31)
    flexion, lateral, rotation = trunk
    joints = body(
        31, yaw=33, trunk_flexion=flexion, trunk_lateral=lateral, trunk_rotation=rotation,
        shoulder_elevation=elevation, shoulder_plane=plane, elbow=50,
    )  # fmt: skip
    angles = joint_angles(joints)
    for side in "rl":
        assert angles[f"{side}_shoulder_elevation"] == pytest.approx(elevation, abs=1e-6)
        assert angles[f"{side}_shoulder_plane"] == pytest.approx(plane, abs=1e-6)
    hanging = joint_angles(body(shoulder_elevation=9, shoulder_plane=45))
    assert np.isnan(hanging["l_shoulder_plane"]).all()
    assert hanging["l_shoulder_elevation"] == pytest.approx([9])


@pytest.mark.parametrize("yaw", [0, 90, 200])
def test_trunk(yaw: float) -> None:
    flexion, lateral = np.linspace(-30, 80, 31), np.linspace(-40, 40, 31)
    rotation = np.linspace(60, -60, 31)
    angles = joint_angles(
        body(31, yaw=yaw, trunk_flexion=flexion, trunk_lateral=lateral, trunk_rotation=rotation)
    )
    assert angles["trunk_flexion"] == pytest.approx(flexion, abs=1e-6)
    assert angles["trunk_lateral"] == pytest.approx(lateral, abs=1e-6)
    inclined = np.degrees(np.arccos(np.cos(np.radians(flexion)) * np.cos(np.radians(lateral))))
    assert angles["trunk_inclination"] == pytest.approx(inclined, abs=1e-6)
    upright = joint_angles(body(31, yaw=yaw, trunk_flexion=20, trunk_rotation=rotation))
    assert upright["trunk_rotation"] == pytest.approx(rotation, abs=1e-6)


def test_only_the_trunk_cares_which_way_is_up() -> None:
    joints = body(hip_flexion=50, hip_abduction=10, knee=70, elbow=20, shoulder_elevation=80)
    turned = 3 * joints @ about(np.array([0.6, 0, 0.8]), 77)[0] + 1000
    before, after = joint_angles(joints), joint_angles(turned)
    for name in ANGLES:
        if not name.startswith(("trunk", "pelvis")) or name == "trunk_rotation":
            assert after[name] == pytest.approx(before[name], abs=1e-6, nan_ok=True), name
    assert after["trunk_inclination"][0] > 30


def test_a_joint_that_is_missing_spoils_only_its_own_angles() -> None:
    joints = body(3, knee=30, shoulder_elevation=60)
    joints[1, INDEX["l_ankle"]] = np.nan
    joints[2, INDEX["l_ankle"]] = joints[2, INDEX["l_knee"]]  # a bone without length
    angles = joint_angles(joints)
    assert np.isnan(angles["l_knee_flexion"]).tolist() == [False, True, True]
    del angles["l_knee_flexion"]
    others = [values for name, values in angles.items() if not name.endswith(MORE)]
    assert all(np.isfinite(values).all() for values in others)


def test_leading_dimensions_are_kept() -> None:
    assert joint_angles(body(6).reshape(2, 3, 16, 3))["trunk_lateral"].shape == (2, 3)
    assert joint_angles(body()[0])["r_knee_flexion"].shape == ()
