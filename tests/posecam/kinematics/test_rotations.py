"""Rotations and Euler angles against SciPy's."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from posecam.kinematics.rotations import (
    between_known,
    euler_angles,
    limited,
    quaternion,
    quaternions,
    shortest_rotation,
    twist_about,
)
from tests.fakes.motion import about

ORDERS = ["".join(order) for order in itertools.permutations("XYZ")]


@pytest.mark.parametrize("order", ORDERS)
def test_euler_angles_give_the_rotation_back_and_never_jump(order: str) -> None:
    t = np.linspace(0, 1, 500)
    angles = np.stack([9 * t, 2.4 * np.sin(6 * t), -7 * t + 1], 1)
    rotations = Rotation.from_euler(order, angles).as_matrix()
    found = euler_angles(rotations, order)
    assert np.abs(Rotation.from_euler(order, found).as_matrix() - rotations).max() < 1e-6
    assert np.abs(np.diff(found, axis=0)).max() < 0.2
    # The middle angle went beyond 90 degrees; the same way round or the other way all along.
    other = np.stack([angles[:, 0] + np.pi, np.pi - angles[:, 1], angles[:, 2] + np.pi], 1)
    turns = [(found - way) / (2 * np.pi) for way in (angles, other)]
    assert any(np.abs(turn - np.round(turn[0])).max() < 1e-4 for turn in turns)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("middle", [90, -90])
def test_euler_angles_at_the_lock_give_the_rotation_back(order: str, middle: int) -> None:
    angles = np.stack([np.linspace(0, 100, 50), np.full(50, middle), np.full(50, 20.0)], 1)
    rotations = Rotation.from_euler(order, angles, degrees=True).as_matrix()
    found = euler_angles(rotations, order)
    assert np.abs(Rotation.from_euler(order, found).as_matrix() - rotations).max() < 1e-6
    assert np.abs(np.diff(found, axis=0)).max() < 0.1


def test_the_shortest_rotation_has_no_twist() -> None:
    rng = np.random.default_rng(3)
    start, end = rng.normal(size=(2, 100, 3))
    start /= np.linalg.norm(start, axis=1, keepdims=True)
    end /= np.linalg.norm(end, axis=1, keepdims=True)
    end[0], end[1] = -start[0], start[1]
    rotations = shortest_rotation(start, end)
    assert (rotations @ start[..., None])[..., 0] == pytest.approx(end, abs=1e-9)
    assert np.linalg.det(rotations) == pytest.approx(np.ones(100))
    angle = Rotation.from_matrix(rotations).magnitude()
    assert angle == pytest.approx(np.arccos(np.clip((start * end).sum(1), -1, 1)), abs=1e-6)


def test_quaternions_are_those_of_scipy_and_never_change_sign() -> None:
    t = np.linspace(0, 1, 400)
    angles = np.stack([20 * t, 6 * np.sin(5 * t), -9 * t], 1)
    rotations = Rotation.from_euler("YXZ", angles)
    found = quaternions(rotations.as_matrix())
    theirs = rotations.as_quat()
    assert np.abs((found * theirs).sum(1)) == pytest.approx(np.ones(400), abs=1e-9)
    assert (found[1:] * found[:-1]).sum(1).min() > 0.9
    for half in np.eye(3):
        turned = Rotation.from_rotvec(np.pi * half)
        assert np.abs(quaternion(turned.as_matrix())) == pytest.approx([*half, 0], abs=1e-9)
    assert quaternion(np.eye(3)).tolist() == [0, 0, 0, 1]


def test_the_twist_of_a_rotation_is_found_and_limited() -> None:
    along = np.array([0.0, 1.0, 0.0])
    swing, twist = about(np.array([1.0, 0, 0]), [50.0, 50.0]), about(along, [70.0, -120.0])
    assert np.degrees(twist_about(swing @ twist, along)) == pytest.approx([70, -120], abs=1e-6)
    kept = limited(swing @ twist, along, 60.0, 90.0)
    wanted = swing @ about(along, [70.0, -90.0])
    assert kept == pytest.approx(wanted, abs=1e-9)
    held = limited(swing @ twist, along, 30.0, 180.0)
    assert held == pytest.approx(about(np.array([1.0, 0, 0]), [30.0] * 2) @ twist, abs=1e-9)
    assert abs(np.degrees(twist_about(about(along, 180.0), along))) == pytest.approx(180)


def test_rotations_in_between_go_evenly_from_one_to_the_next() -> None:
    axis = np.array([0.0, 0.0, 1.0])
    turns = about(axis, [10.0, 99.0, 99.0, 40.0, 99.0])
    filled = between_known(turns, np.array([True, False, False, True, False]))
    degrees = np.degrees(twist_about(filled, axis))
    assert degrees == pytest.approx([10, 20, 30, 40, 40], abs=0.1)
    assert between_known(turns, np.zeros(5, bool)) == pytest.approx(np.tile(np.eye(3), (5, 1, 1)))
