"""Rotation matrices of directions, axes and steps between rotations."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def vector(x: float, y: float, z: float) -> Array:
    """A (3,) vector."""
    return np.array([x, y, z], dtype=np.float64)


UP = vector(0.0, 0.0, 1.0)


def unit(v: Array) -> Array:
    """v with length one."""
    return np.asarray(v / (math.sqrt(float(v @ v)) + 1e-12))


def cross(a: Array, b: Array) -> Array:
    """Cross product of two (3,) vectors; numpy's own is several times slower for single ones."""
    return np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )


def turn(axis: Array, angle: float) -> Array:
    """(3, 3) rotation by angle radians about axis (Rodrigues)."""
    x, y, z = unit(axis)
    k = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + math.sin(angle) * k + (1 - math.cos(angle)) * (k @ k))


def rotation_vector(rotation: Array) -> Array:
    """Axis times angle of a (3, 3) rotation, angle in 0..pi."""
    cosine = float(np.clip((np.trace(rotation) - 1) / 2, -1.0, 1.0))
    angle = math.acos(cosine)
    if angle < 1e-7:
        return np.zeros(3)
    if math.pi - angle < 1e-4:
        # The antisymmetric part vanishes here; the axis is the eigenvector of eigenvalue one.
        square = (rotation + np.eye(3)) / 2
        axis = square[:, int(np.argmax(np.diag(square)))]
        return unit(axis) * angle
    antisymmetric = vector(
        rotation[2, 1] - rotation[1, 2],
        rotation[0, 2] - rotation[2, 0],
        rotation[1, 0] - rotation[0, 1],
    )
    return antisymmetric * (angle / (2 * math.sin(angle)))


def between(a: Array, b: Array, share: float) -> Array:
    """The rotation that share (0..1) of the shortest way from a to b has done."""
    step = rotation_vector(a.T @ b)
    angle = float(np.linalg.norm(step))
    return a if angle < 1e-9 else a @ turn(step, angle * share)


def frame(z: Array, x: Array) -> Array:
    """Right-handed axes as columns: z exactly, x as nearly as that allows."""
    z = unit(z)
    y = unit(cross(z, x))
    return np.stack([cross(y, z), y, z], axis=1)


def shortest(a: Array, b: Array) -> Array:
    """The smallest rotation that takes direction a to direction b."""
    a, b = unit(a), unit(b)
    axis, cosine = cross(a, b), float(a @ b)
    if cosine < -0.9999:
        perpendicular = unit(cross(a, vector(1.0, 0.0, 0.1)))
        return 2 * np.outer(perpendicular, perpendicular) - np.eye(3)
    x, y, z = axis
    k = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + k + k @ k / (1 + cosine))


def random_turn(rng: np.random.Generator, sd_deg: float) -> Array:
    """A small random rotation; each component of its rotation vector has this deviation."""
    step = rng.normal(size=3) * math.radians(sd_deg)
    return turn(step, float(np.linalg.norm(step)))
