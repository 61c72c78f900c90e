"""Rotations over time: the shortest one between directions, and Euler angles without jumps."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

_AXES: Final = "XYZ"
_TINY: Final = 1e-9


def unit(vectors: FloatArray) -> FloatArray:
    """(..., 3) vectors made one long; a zero stays zero."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(length > _TINY, length, 1.0))


def shortest_rotation(start: FloatArray, end: FloatArray) -> FloatArray:
    """(T, 3, 3) rotations that take unit (T, 3) `start` to `end` without twist.

    Rodrigues' formula about start x end: I + [v] + [v]^2 / (1 + cos). For opposite directions,
    where every axis will do, half a turn about one at right angles to `start`.
    """
    cross = np.cross(start, end)
    cosine = (start * end).sum(-1)
    skew = cross_matrix(cross)
    opposite = cosine < -1 + 1e-8
    scale = 1 / np.where(opposite, 1.0, 1 + cosine)
    rotation = np.eye(3) + skew + skew @ skew * scale[:, None, None]
    if opposite.any():
        axis = _some_perpendicular(start[opposite])
        rotation[opposite] = 2 * axis[:, :, None] * axis[:, None, :] - np.eye(3)
    return np.asarray(rotation)


def rotation_about(axis: FloatArray, angle: FloatArray) -> FloatArray:
    """(T, 3, 3) rotations by (T,) radians about unit (T, 3) axes."""
    skew = cross_matrix(axis)
    sine, cosine = np.sin(angle)[:, None, None], np.cos(angle)[:, None, None]
    return np.asarray(np.eye(3) + sine * skew + (1 - cosine) * (skew @ skew))


def cross_matrix(vectors: FloatArray) -> FloatArray:
    """(T, 3, 3) matrices M for which M @ u is the cross product of the vector and u."""
    matrix = np.zeros((len(vectors), 3, 3))
    x, y, z = vectors.T
    matrix[:, 0, 1], matrix[:, 0, 2], matrix[:, 1, 2] = -z, y, -x
    return matrix - matrix.transpose(0, 2, 1)


def axis_rotation(axis: str, angle: FloatArray) -> FloatArray:
    """(T, 3, 3) rotations by (T,) radians about "X", "Y" or "Z"."""
    return rotation_about(np.tile(np.eye(3)[_AXES.index(axis)], (len(angle), 1)), angle)


def quaternion(rotation: FloatArray) -> FloatArray:
    """(4,) x, y, z, w of a (3, 3) rotation, w >= 0."""
    found = quaternions(rotation[None])[0]
    return np.asarray(-found if found[3] < 0 else found)


def quaternions(rotations: FloatArray) -> FloatArray:
    """(T, 4) x, y, z, w of (T, 3, 3) rotations, each the nearer of its two to the one before.

    The four squares are sums along the diagonal; the largest is divided by, so that nothing is
    lost near half a turn (Shepperd, J Guidance and Control 1978).
    """
    r = rotations
    x, y, z = r[:, 0, 0], r[:, 1, 1], r[:, 2, 2]
    # Four times the products of each two components, of which one row is divided by its square.
    products = np.empty((len(r), 4, 4))
    products[:, range(4), range(4)] = np.stack(
        [1 + x - y - z, 1 + y - x - z, 1 + z - x - y, 1 + x + y + z], 1
    )
    for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        products[:, i, j] = products[:, j, i] = r[:, j, i] + r[:, i, j]
        products[:, i, 3] = products[:, 3, i] = r[:, k, j] - r[:, j, k]
    largest = products[:, range(4), range(4)].argmax(1)
    found = products[np.arange(len(r)), largest]
    found = found / np.linalg.norm(found, axis=1, keepdims=True)
    turned = (found[1:] * found[:-1]).sum(1) < 0
    flipped = np.concatenate([[False], np.logical_xor.accumulate(turned)])[: len(found)]
    return np.asarray(np.where(flipped[:, None], -found, found))


def euler_angles(rotations: FloatArray, order: str) -> FloatArray:
    """(T, 3) radians a, b, c of rotations = R_order[0](a) R_order[1](b) R_order[2](c), continuous.

    Every rotation has two such triples, (a, b, c) and (a + 180, 180 - b, c + 180), and whole turns
    may be added to each angle. From one moment to the next the nearer of all these is taken, so
    that no angle jumps unless the body did. Within a hair of the middle angle's +-90 degrees, where
    only a and c together are determined, c is taken to be that of the moment before.

    Args:
        rotations: (T, 3, 3).
        order: three different axes, such as "ZXY".
    """
    i, j, k = (_AXES.index(axis) for axis in order)
    sign = 1.0 if (j - i) % 3 == 1 else -1.0
    sine = np.clip(sign * rotations[:, i, k], -1, 1)
    middle = np.arcsin(sine)
    first = np.arctan2(-sign * rotations[:, j, k], rotations[:, k, k])
    last = np.arctan2(-sign * rotations[:, i, j], rotations[:, i, i])
    locked = np.flatnonzero(np.abs(sine) > 1 - 1e-9)
    for t in locked.tolist():
        last[t] = last[t - 1] if t else 0.0
        # With b = +-90 degrees the rest is one turn about the first axis.
        rest = rotations[t] @ axis_rotation(order[2], -last[t : t + 1])[0]
        rest = rest @ axis_rotation(order[1], -middle[t : t + 1])[0]
        first[t] = np.arctan2(sign * rest[k, j], rest[j, j])
    triples = np.stack([first, middle, last], 1)
    other = np.stack([first + np.pi, np.pi - middle, last + np.pi], 1)
    # The step between the others equals the step between the first ones, and so do the two mixed
    # ones: whether to change over is therefore decided step by step, and the changes add up.
    stay = _turned(triples[1:] - triples[:-1]).sum(1)
    change = _turned(other[1:] - triples[:-1]).sum(1)
    changed = np.concatenate([[False], np.logical_xor.accumulate(change < stay)])
    chosen = np.where(changed[: len(triples), None], other, triples)
    return np.unwrap(chosen, axis=0)


def _turned(difference: FloatArray) -> FloatArray:
    """Absolute angle after taking out whole turns."""
    return np.abs((difference + np.pi) % (2 * np.pi) - np.pi)


def _some_perpendicular(vectors: FloatArray) -> FloatArray:
    helper = np.eye(3)[np.abs(vectors).argmin(-1)]
    return unit(np.cross(vectors, helper))
