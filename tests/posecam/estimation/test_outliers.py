"""A joint that jumps for a frame or two is held; one that goes and stays is followed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.outliers import OutlierGate

FPS = 30.0
SIZE = 400.0
SURE = np.full(16, 0.8)


def run(path: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """(T, 16, 2) held points and (T, 16) which are."""
    gate = OutlierGate()
    found = [gate(points, SURE, i / FPS, SIZE) for i, points in enumerate(path)]
    return np.array([points for points, _ in found]), np.array([held for _, held in found])


def still(count: int = 20) -> NDArray[np.float64]:
    return np.full((count, 16, 2), 100.0)


def test_a_jump_of_two_frames_is_held() -> None:
    path = still()
    path[10:12, 3] += 150
    points, held = run(path)
    np.testing.assert_array_equal(points, still())
    assert held[10:12, 3].all()
    assert held.sum() == 2


def test_what_stays_is_believed() -> None:
    path = still()
    path[10:, 3] += 150
    points, held = run(path)
    assert held[10, 3]
    np.testing.assert_array_equal(points[13:, 3], 250)
    assert not held[13:].any()


def test_fast_motion_is_no_jump() -> None:
    # Three body lengths a second, from standing.
    path = still(40)
    path[10:, 3, 0] += np.arange(30) * 3 * SIZE / FPS
    points, held = run(path)
    assert not held.any()
    np.testing.assert_array_equal(points, path)


def test_a_doubtful_joint_is_held_sooner() -> None:
    path = still()
    path[10, 3] += 40
    gate = OutlierGate()
    scores = SURE.copy()
    scores[3] = 0.1
    held = [gate(points, scores, i / FPS, SIZE)[1][3] for i, points in enumerate(path)]
    assert held[10]
    assert not run(path)[1].any()


def test_a_slow_camera_sees_no_jumps() -> None:
    gate = OutlierGate()
    for i in range(6):
        _, held = gate(np.full((16, 2), 100.0 + 120 * i), SURE, i / 5, SIZE)
        assert not held.any()
