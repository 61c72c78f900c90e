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
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.rotations import cross, unit
from posecam.pose import HIDDEN_SCORE, SURE_SCORE

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
    """A part over T moments.

    Attributes:
        rotations: (T, 3, 3) from rest to the world.
        told: (T,) whether its keypoints are sure enough to tell.
        joint, tip: (T, 3) mm, where `Segment.joint` and `Segment.tip` are.
    """

    rotations: FloatArray
    told: NDArray[np.bool_]
    joint: FloatArray
    tip: FloatArray


def fit_segment(
    segment: Segment, points: Mapping[str, FloatArray], scores: Mapping[str, FloatArray]
) -> Fitted:
    """How the part is turned.

    Args:
        segment: its shape.
        points: (T, 3) mm of each keypoint, in the world.
        scores: (T,) of each, 0 where it is not known.
    """
    names = list(segment.shape)
    shape = np.array([segment.shape[name] for name in names])
    places = np.stack([points[name] for name in names], 1)
    sure = np.stack([scores[name] for name in names], 1)
    deciding = np.isin(names, segment.deciding)
    told = (sure[:, deciding] >= SURE_SCORE).sum(1) >= segment.fewest
    weights = np.where(sure >= HIDDEN_SCORE, sure, 0.0)
    weights[~told] = 1.0
    weights /= weights.sum(1, keepdims=True)
    middle = (weights[..., None] * places).sum(1)
    rest = weights @ shape
    away = places - middle[:, None]
    from_rest = shape[None] - rest[:, None]
    weighted = weights[..., None] * away
    rotations = nearest_rotation(np.einsum("tpi,tpj->tij", weighted, from_rest))
    turned = np.einsum("tij,tpj->tpi", rotations, from_rest)
    size = (weighted * turned).sum((1, 2)) / (weights[..., None] * from_rest**2).sum((1, 2))
    usual = float(np.median(size[told])) if told.any() else 1.0
    put = [middle + usual * np.einsum("tij,tj->ti", rotations, np.array(place) - rest)
           for place in (segment.joint, segment.tip)]  # fmt: skip
    return Fitted(rotations, told, put[0], put[1])


def nearest_rotation(mixed: FloatArray) -> FloatArray:
    """(T, 3, 3) rotations nearest to (T, 3, 3) matrices, in the sum of squares."""
    left, _, right = np.linalg.svd(mixed)
    mirrored = np.linalg.det(left @ right) < 0
    left[mirrored, :, 2] *= -1
    return np.asarray(left @ right)


def frame(sideways: FloatArray, up: FloatArray, *, sideways_first: bool) -> FloatArray:
    """(T, 3, 3) whose X is along `sideways` and Y along `up`: exactly so for the first of them."""
    forward = unit(cross(sideways, up))
    # Where the two are parallel, any forward will do that is at right angles to them.
    lost = np.linalg.norm(forward, axis=1) < 0.5
    forward[lost] = unit(cross(sideways[lost], np.roll(sideways[lost], 1, axis=-1) + 1e-3))
    if sideways_first:
        up = cross(forward, sideways)
    else:
        sideways = cross(up, forward)
    return np.stack([sideways, up, forward], axis=2)
