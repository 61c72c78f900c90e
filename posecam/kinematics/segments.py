"""Rigid parts of the body with three keypoints or more: head, hands and feet, and how they turn.

Each has a shape at rest, that of the mean rendered adult; a part's rotation is the one that takes
the shape nearest to the keypoints (Kabsch, Acta Cryst A 1976), so that every keypoint has its say
and noise in one of them turns it little. Its size in the image does not matter.

Axes at rest: X to the person's left, Y up, Z forward; upright, the head level, the soles on the
ground, the arms stretched out sideways with the palms down. Millimetres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.rotations import cross, dot, unit
from posecam.pose import HIDDEN_SCORE, SURE_SCORE
from posecam.skeleton import KEYPOINT_INDEX

FloatArray = NDArray[np.float64]
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Segment:
    """A rigid part.

    Attributes:
        shape: keypoint -> where it is at rest, from the joint that the part turns in, mm.
        deciding: those without which it cannot be told how the part turns; the others help.
        fewest: so many of the deciding ones must be sure.
        joint: where the part turns, from the same origin; for parts whose joint is no keypoint.
        tip: where the next joint is, or where the part ends.
    """

    shape: Mapping[str, Place]
    deciding: tuple[str, ...]
    fewest: int
    joint: Place
    tip: Place


#: From the ball of a foot to the tip of its toes.
TOES_MM: Final = (0.0, -15.0, 40.0)


def _foot(side: str, out: float) -> Segment:
    shape = {
        f"{side}_ankle": (0.0, 0.0, 0.0),
        f"{side}_heel": (out * 2, -52.0, -56.0),
        f"{side}_big_toe": (out * -26, -60.0, 197.0),
        f"{side}_small_toe": (out * 44, -62.0, 160.0),
    }
    # The toes bend at the balls of the foot.
    return Segment(shape, tuple(shape), 3, (0.0, 0.0, 0.0), (0.0, -46.0, 138.0))


def _hand(side: str, out: float) -> Segment:
    shape = {
        f"{side}_wrist": (0.0, 0.0, 0.0),
        f"{side}_index": (out * 103, 0.0, 32.5),
        f"{side}_pinky": (out * 91.4, 0.0, -32.5),
    }
    return Segment(shape, tuple(shape), 3, (0.0, 0.0, 0.0), (out * 97.2, 0.0, 0.0))


#: By the name of its bone in the armature. The head is told from the base of the neck on.
SEGMENTS: Final[Mapping[str, Segment]] = {
    "Head": Segment(
        {
            "head_top": (0.0, 281.0, 42.0),
            "nose": (0.0, 132.0, 150.0),
            "r_eye": (-30.0, 173.0, 124.0),
            "l_eye": (30.0, 173.0, 124.0),
            "r_ear": (-78.0, 153.0, 28.0),
            "l_ear": (78.0, 153.0, 28.0),
        },
        ("nose", "r_eye", "l_eye", "r_ear", "l_ear"),
        3,
        (0.0, 131.0, 31.0),
        (0.0, 281.0, 42.0),
    ),
    "LeftHand": _hand("l", 1.0),
    "RightHand": _hand("r", -1.0),
    "LeftFoot": _foot("l", 1.0),
    "RightFoot": _foot("r", -1.0),
}


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """G parts over T moments.

    Attributes:
        rotations: (G, T, 3, 3) from rest to the world.
        told: (G, T) whether its keypoints are sure enough to tell.
        scores: (G, T) of the least sure of those that decide.
        sizes: (G,) how many times the shape at rest each usually is; not a number if never told.
        joint, tip: (G, T, 3) mm, where `Segment.joint` and `Segment.tip` are, where it is told.
    """

    rotations: FloatArray
    told: NDArray[np.bool_]
    scores: FloatArray
    sizes: FloatArray
    joint: FloatArray
    tip: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Shapes:
    """G parts, each with the keypoints of the one that has most, the others doubled without weight.

    Attributes:
        keypoints: (G, P) rows of keypoints.
        real: (G, 1, P) 1.0, or 0.0 for those that are none.
        deciding: (G, 1, P) as `Segment.deciding`.
        fewest: (G, 1).
        shape: (G, P, 3) mm.
        ends: (2, G, 1, 3) mm, `Segment.joint` and `Segment.tip`.
    """

    keypoints: NDArray[np.intp]
    real: FloatArray
    deciding: NDArray[np.bool_]
    fewest: NDArray[np.int64]
    shape: FloatArray
    ends: FloatArray


@cache
def _shapes(names: tuple[str, ...]) -> _Shapes:
    parts = [SEGMENTS[name] for name in names]
    most = max(len(part.shape) for part in parts)
    padded = [[*part.shape, *[next(iter(part.shape))] * (most - len(part.shape))] for part in parts]
    real = np.array([[k < len(part.shape) for k in range(most)] for part in parts])
    deciding = np.array(
        [[name in part.deciding for name in row] for part, row in zip(parts, padded, strict=True)]
    )
    return _Shapes(
        np.array([[KEYPOINT_INDEX[name] for name in row] for row in padded]),
        real[:, None].astype(float),
        (deciding & real)[:, None],
        np.array([[part.fewest] for part in parts]),
        np.array([[p.shape[n] for n in row] for p, row in zip(parts, padded, strict=True)]),
        np.array([[part.joint for part in parts], [part.tip for part in parts]])[:, :, None],
    )


def fit_segments(names: tuple[str, ...], joints: FloatArray, scores: FloatArray) -> Fitted:
    """How parts are turned.

    Args:
        names: of `SEGMENTS`.
        joints: (T, 31, 3) mm, in the world.
        scores: (T, 31), 0 where a keypoint is not known.
    """
    of = _shapes(names)
    places = joints[:, of.keypoints].transpose(1, 0, 2, 3)
    sure = scores[:, of.keypoints].transpose(1, 0, 2)
    told = ((sure >= SURE_SCORE) & of.deciding).sum(2) >= of.fewest
    least = np.where(of.deciding, sure, 1.0).min(2)
    weights = np.where(sure >= HIDDEN_SCORE, sure, 0.0)
    if not told.all():
        weights = np.where(told[..., None], weights, 1.0)
    weights = weights * of.real
    weights /= weights.sum(2, keepdims=True)
    middle = (weights[:, :, None] @ places)[:, :, 0]
    rest = weights @ of.shape
    from_rest = of.shape[:, None] - rest[:, :, None]
    weighted = weights[..., None] * (places - middle[:, :, None])
    mixed = weighted.transpose(0, 1, 3, 2) @ from_rest
    rotations = nearest_rotation(mixed)
    # The sum over the keypoints of what is measured times what is turned from rest.
    fits = np.einsum("gtij,gtij->gt", mixed, rotations)
    size = fits / np.einsum("gtp,gtpi,gtpi->gt", weights, from_rest, from_rest)
    sizes = np.array([median(s[t]) if t.any() else np.nan for s, t in zip(size, told, strict=True)])
    turned = (rotations @ (of.ends - rest)[..., None])[..., 0]
    joint, tip = middle + sizes[:, None, None] * turned
    return Fitted(rotations, told, least, sizes, joint, tip)


def median(values: FloatArray) -> FloatArray:
    """(...) the median of (T, ...) moments, quick where there is one."""
    return np.asarray(values[0] if len(values) == 1 else np.median(values, axis=0))


def nearest_rotation(mixed: FloatArray) -> FloatArray:
    """(..., 3, 3) rotations nearest to (..., 3, 3) matrices, in the sum of squares."""
    left, _, right = np.linalg.svd(mixed)
    mirrored = np.linalg.det(left @ right) < 0
    if mirrored.any():
        left[mirrored, :, 2] *= -1
    return np.asarray(left @ right)


def frame(sideways: FloatArray, up: FloatArray, *, sideways_first: bool) -> FloatArray:
    """(T, 3, 3) whose X is along `sideways` and Y along `up`: exactly so for the first of them."""
    forward = unit(cross(sideways, up))
    # Where the two are parallel, any forward will do that is at right angles to them.
    lost = dot(forward, forward) < 0.5
    if lost.any():
        forward[lost] = unit(cross(sideways[lost], np.roll(sideways[lost], 1, axis=-1) + 1e-3))
    if sideways_first:
        up = cross(forward, sideways)
    else:
        sideways = cross(up, forward)
    return np.stack([sideways, up, forward], axis=2)
