"""Looping motion: through its keys, without a jump, feet where they stand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from posecam import skeleton
from training.synthesis import posing
from training.synthesis.motion import Key, Motion, walk_along
from training.synthesis.retarget import standing

STAND = standing()
UP = replace(STAND, bones=STAND.bones | posing.arm("l", (95, 20), (105, 20), np.eye(3)))


def test_keys_are_met_and_the_loop_closes() -> None:
    motion = Motion([Key(0.0, STAND), Key(1.0, UP), Key(1.5, UP)], 3.0)
    assert motion.at(1.2).bones["l_forearm"] == pytest.approx(UP.bones["l_forearm"])
    assert motion.at(3.0).bones["l_forearm"] == pytest.approx(STAND.bones["l_forearm"])
    times = np.linspace(0, 3, 181)
    way = np.array([motion.at(float(t)).bones["l_upper_arm"] for t in times])
    assert np.linalg.norm(np.diff(way, axis=0), axis=1).max() < 0.08


def test_a_full_turn_goes_on_in_the_next_round() -> None:
    motion = Motion([Key(0.0, STAND), Key(1.0, STAND), Key(1.9, STAND, 2 * math.pi)], 2.0)
    before, after = motion.at(1.999), motion.at(0.001)
    assert before.pelvis == pytest.approx(after.pelvis, abs=0.01)
    assert motion.at(1.45).pelvis[0, 0] < 0, "half way round"
    assert np.linalg.det(motion.at(1.3).pelvis) == pytest.approx(1.0)


def test_the_foot_that_carries_stays() -> None:
    """Hips that sway over a standing left foot: the body moves, the foot does not."""
    frames = 60
    joints = np.zeros((frames, skeleton.COUNT, 3))
    left, right = skeleton.INDEX["l_ankle"], skeleton.INDEX["r_ankle"]
    sway = 0.1 * np.sin(np.linspace(0, 2 * math.pi, frames, endpoint=False))
    joints[:, left] = np.stack([0.1 - sway, 0 * sway, 0 * sway], 1)
    joints[:, right] = (-0.1, 0, 0.3)  # lifted
    path = walk_along(joints)
    foot = joints[:, left, :2] + path
    assert np.ptp(foot, axis=0) == pytest.approx([0, 0], abs=1e-6)
    assert np.ptp(path[:, 0]) == pytest.approx(0.2, abs=0.01)
