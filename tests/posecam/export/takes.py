"""One take of squats with the arms swinging, turning and travelling."""

from __future__ import annotations

import numpy as np

from tests.fakes.motion import Array, body

RATE = 25.0
COUNT = 100


def squats(count: int = COUNT, rate: float = RATE) -> Array:
    """(count, 16, 3): two squats in four seconds, turning once round, arms up to the front."""
    t = np.arange(count) / rate
    down = (1 - np.cos(np.pi * t)) / 2
    return body(
        count,
        yaw=90 * t,
        trunk_flexion=40 * down,
        trunk_lateral=10 * np.sin(t),
        trunk_rotation=20 * np.sin(2 * t),
        hip_flexion=100 * down,
        hip_abduction=15 * down,
        thigh_twist=20 * down,
        knee=110 * down,
        shoulder_elevation=10 + 80 * down,
        shoulder_plane=60,
        elbow=15 + 60 * down,
    )


def travelling_roots(count: int = COUNT) -> Array:
    """(count, 3) mm, camera frame: half a metre to the right and back from 3 m."""
    share = np.linspace(0, 1, count)
    return np.stack([500 * share, 100 + 0 * share, 3000 - 300 * share], 1)
