"""Angles of a recorded motion whose truth is known: through the session's files and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.kinematics import joint_angles, range_of_motion
from tests.fakes.motion import body, record_motion


@pytest.mark.parametrize("yaw", [0, 45, 90])
def test_the_knee_is_right_within_two_degrees(tmp_path: Path, yaw: float) -> None:
    times = np.arange(60) / 30
    bend = 55 * (1 - np.cos(np.pi * times))
    joints = body(60, yaw=yaw, knee=bend, hip_flexion=bend / 2, thigh_twist=15)
    session = record_motion(tmp_path / "squats", joints, times)
    angles = joint_angles(session.joints_3d)
    for side in "rl":
        found = angles[f"{side}_knee_flexion"]
        # Tenths of a millimetre: straight knees suffer most from the rounding.
        assert np.abs(found - bend).max() < 0.1
        assert range_of_motion(found).span == pytest.approx(110, abs=0.1)
