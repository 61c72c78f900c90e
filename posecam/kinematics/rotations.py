"""Rotations over time: the shortest one between directions, and Euler angles without jumps."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

_AXES: Final = "XYZ"
_EYE: Final = np.eye(3)
#: Of a vector's entries, what its cross product with another takes: (3, 9), row by row.
_SKEW: Final = np.array(
    [[0, 0, 0, 0, 0, -1, 0, 1, 0], [0, 0, 1, 0, 0, 0, -1, 0, 0], [0, -1, 0, 1, 0, 0, 0, 0, 0]],
    float,
)
_TINY: Final = 1e-9
_HALF_TURN: Final = 1e-6
#: Of a weighted median: how many standard deviations far it looks, and how often it is mended; of
#: the sine of half an angle, below which all count alike.
_REACH, _ROUNDS, _NEARLY = 2.5, 4, 0.02


def unit(vectors: FloatArray) -> FloatArray:
    """(..., 3) vectors made one long; a zero stays zero."""
    length = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    return np.asarray(vectors / np.where(length > _TINY, length, 1.0))


def dot(first: FloatArray, second: FloatArray) -> FloatArray:
    """(...) products of (..., 3) vectors."""
    return np.asarray(np.einsum("...i,...i->...", first, second))


def cross(first: FloatArray, second: FloatArray) -> FloatArray:
    """(..., 3) cross products; NumPy's own takes several times as long for few of them."""
    return np.asarray((cross_matrix(first) @ second[..., None])[..., 0])


def shortest_rotation(start: FloatArray, end: FloatArray) -> FloatArray:
    """(..., 3, 3) rotations that take unit (..., 3) `start` to `end` without twist.

    Rodrigues' formula about start x end: I + [v] + [v]^2 / (1 + cos). For opposite directions,
    where every axis will do, half a turn about one at right angles to `start`.
    """
    cosine = dot(start, end)
    skew = cross_matrix(cross(start, end))
    opposite = cosine < -1 + 1e-8
    scale = 1 / np.where(opposite, 1.0, 1 + cosine)
    rotation = _EYE + skew + skew @ skew * scale[..., None, None]
    if opposite.any():
        axis = _some_perpendicular(start[opposite])
        rotation[opposite] = 2 * axis[:, :, None] * axis[:, None, :] - _EYE
    return np.asarray(rotation)


def rotation_about(axis: FloatArray, angle: FloatArray) -> FloatArray:
    """(..., 3, 3) rotations by (...) radians about unit (..., 3) axes."""
    skew = cross_matrix(axis)
    sine, cosine = np.sin(angle)[..., None, None], np.cos(angle)[..., None, None]
    return np.asarray(_EYE + sine * skew + (1 - cosine) * (skew @ skew))


def cross_matrix(vectors: FloatArray) -> FloatArray:
    """(..., 3, 3) matrices M for which M @ u is the cross product of the vector and u."""
    return np.asarray((vectors @ _SKEW).reshape(*vectors.shape, 3))


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


def matrices(quaternions_xyzw: FloatArray) -> FloatArray:
    """(T, 3, 3) rotations of (T, 4) quaternions x, y, z, w of any length but zero."""
    x, y, z, w = (quaternions_xyzw / np.linalg.norm(quaternions_xyzw, axis=1, keepdims=True)).T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), 2, 0)


def twist_about(rotations: FloatArray, axis: FloatArray) -> FloatArray:
    """(...) radians in -pi..pi that (..., 3, 3) rotations turn about their own unit `axis`.

    Of the two parts of a rotation, swing @ twist, where the swing's axis is at right angles to it.
    """
    # The quaternion times four times its w; near half a turn that is too little to tell by.
    away = rotations.reshape(*rotations.shape[:-2], 9) @ _SKEW.T
    sine, cosine = dot(away, axis), 1 + np.einsum("...ii->...", rotations)
    if (cosine < _HALF_TURN).any():
        found = quaternions(rotations.reshape(-1, 3, 3)).reshape(*rotations.shape[:-2], 4)
        sine, cosine = dot(found[..., :3], axis), found[..., 3]
    angle = 2 * np.arctan2(sine, cosine)
    return np.asarray((angle + np.pi) % (2 * np.pi) - np.pi)


def limited(
    rotations: FloatArray,
    axis: FloatArray,
    swing_deg: float | FloatArray,
    twist_deg: float | FloatArray,
) -> FloatArray:
    """(..., 3, 3) rotations that swing `axis` and turn about it by no more than so much."""
    axes = np.broadcast_to(axis, rotations.shape[:-1])
    twist = twist_about(rotations, axis)
    swing = rotations @ rotation_about(axes, -twist)
    most = np.radians(twist_deg)
    direction = (swing @ axes[..., None])[..., 0]
    across = cross(axes, direction)
    angle = np.arctan2(np.sqrt(dot(across, across)), dot(direction, axes))
    allowed = np.minimum(angle, np.radians(swing_deg))
    if (angle > allowed).any():
        held = rotation_about(unit(across), allowed)
        swing = np.where((angle > allowed)[..., None, None], held, swing)
    return np.asarray(swing @ rotation_about(axes, np.clip(twist, -most, most)))


def steadied(rotations: FloatArray, known: NDArray[np.bool_], width: float) -> FloatArray:
    """(T, 3, 3) each the median of those around it, in the sense of the least sum of distances.

    Found by reweighting a mean of quaternions (Weiszfeld's way), the neighbours weighted by a
    normal distribution; single ones that are far off do not count. Where none is known within
    reach, they go evenly from one to the next.

    Args:
        rotations: (T, 3, 3).
        known: (T,) which to take into account, at least one.
        width: standard deviation of the weights, in moments.
    """
    reach = min(math.ceil(_REACH * width), len(rotations) - 1)
    steps = np.arange(-reach, reach + 1)
    # Rows of neighbours, those beyond an end of no weight.
    rows = np.arange(len(rotations))[:, None] + steps
    inside = (rows >= 0) & (rows < len(rotations))
    rows = np.clip(rows, 0, len(rotations) - 1)
    near = np.exp(-0.5 * (steps / max(width, _TINY)) ** 2) * (inside & known[rows])
    around = quaternions(between_known(rotations, known))[rows]
    middle, weights = around[:, reach], near
    for _ in range(_ROUNDS):
        sign = np.where((around * middle[:, None]).sum(2) < 0, -1.0, 1.0)
        mean = ((weights * sign)[..., None] * around).sum(1)
        length = np.linalg.norm(mean, axis=1, keepdims=True)
        middle = np.where(length > _TINY, mean / np.where(length > _TINY, length, 1.0), middle)
        apart = np.sqrt(np.maximum(1 - (around * middle[:, None]).sum(2) ** 2, 0.0))
        weights = near / np.maximum(apart, _NEARLY)
    told = near.sum(1) > _TINY
    return between_known(matrices(middle), told)


def towards(start: FloatArray, end: FloatArray, share: float) -> FloatArray:
    """(3, 3) that share (0..1) of the way from one rotation to another."""
    first, last = quaternions(np.stack([start, end]))
    return np.asarray(matrices(((1 - share) * first + share * last)[None])[0])


def lessened(rotations: FloatArray, share: FloatArray) -> FloatArray:
    """(..., 3, 3) rotations by a share (...) in 0..1 of the way from none."""
    found = quaternions(rotations.reshape(-1, 3, 3)).reshape(*rotations.shape[:-2], 4)
    found = np.where(found[..., 3:] < 0, -found, found) * share[..., None]
    found[..., 3] += 1 - share
    return matrices(found.reshape(-1, 4)).reshape(rotations.shape)


def between_known(rotations: FloatArray, known: NDArray[np.bool_]) -> FloatArray:
    """(T, 3, 3) rotations of which those that are not known go evenly from one to the next.

    Before the first and after the last known one these hold; where none is known nothing turns.
    """
    if known.all():
        return rotations
    if not known.any():
        return np.tile(np.eye(3), (len(rotations), 1, 1))
    moments, told = np.arange(len(rotations)), np.flatnonzero(known)
    found = quaternions(rotations[told])
    steps = [np.interp(moments, told, found[:, column]) for column in range(4)]
    return np.asarray(np.where(known[:, None, None], rotations, matrices(np.stack(steps, 1))))


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
