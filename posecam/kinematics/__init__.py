"""What a motion says: joint angles, ranges of motion, repetitions, speeds. NumPy only."""

from __future__ import annotations

from posecam.kinematics.angles import ANGLES, joint_angles
from posecam.kinematics.repetitions import (
    Range,
    Repetition,
    find_repetitions,
    range_of_motion,
    speeds,
)

__all__ = [
    "ANGLES",
    "Range",
    "Repetition",
    "find_repetitions",
    "joint_angles",
    "range_of_motion",
    "speeds",
]
