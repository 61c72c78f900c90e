"""How far joints are from the truth: twelve of the limbs, which every program has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

#: Ankles, knees, hips, wrists, elbows and shoulders, by MPII's numbers.
LIMBS: Final = (0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15)
_PCK: Final = 0.2
#: Opposite corners of the torso, by MPII's numbers: hip and the other side's shoulder.
_DIAGONALS: Final = ((2, 13), (3, 12))
_FEWEST: Final = 4


@dataclass(frozen=True, slots=True)
class Scores:
    """Of a set.

    Attributes:
        images, found: how many there are, and with how many joints of a person came.
        pck: share of visible joints within 0.2 of the torso's diagonal; a person who was not found
            counts as wrong.
        pa_mpjpe_mm: mean distance after the best rotation, scale and shift, over the images in
            which the person was found; None without 3D truth.
    """

    images: int
    found: int
    pck: float
    pa_mpjpe_mm: float | None


def scores(
    found_2d: Array,
    found_3d: Array,
    *,
    joints_2d: Array,
    visible: NDArray[np.bool_],
    joints_3d: Array | None,
) -> Scores:
    """Compare.

    Args:
        found_2d: (N, 12, 2) px, NaN where no person was found.
        found_3d: (N, 12, 3) in one unit, likewise.
        joints_2d: (N, 16, 2) px.
        visible: (N, 16).
        joints_3d: (N, 16, 3) mm.
    """
    limbs = list(LIMBS)
    torso = np.max(
        [np.linalg.norm(joints_2d[:, a] - joints_2d[:, b], axis=-1) for a, b in _DIAGONALS], axis=0
    )
    distance = np.linalg.norm(found_2d - joints_2d[:, limbs], axis=-1)
    near = np.nan_to_num(distance, nan=np.inf) <= _PCK * torso[:, None]
    counted = visible[:, limbs].astype(bool)
    found: NDArray[np.bool_] = np.asarray(np.isfinite(found_2d).all((1, 2)))
    far = None
    if joints_3d is not None and found.any():
        pairs = zip(found_3d[found], joints_3d[found][:, limbs], strict=True)
        far = float(np.mean([aligned_distance(mine, truth) for mine, truth in pairs]))
    return Scores(len(found), int(found.sum()), float(near[counted].mean()), far)


def aligned_distance(mine: Array, truth: Array) -> float:
    """Mean distance of (J, 3) joints after the best rotation, scale and shift.

    Joints whose truth is not known count nothing. Umeyama, PAMI 1991.
    """
    known = np.isfinite(truth).all(-1)
    if known.sum() < _FEWEST:
        return float("nan")
    a, b = mine[known] - mine[known].mean(0), truth[known] - truth[known].mean(0)
    u, values, v = np.linalg.svd(a.T @ b)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ v))])
    turned = a @ ((u * signs) @ v)
    scale = (values * signs).sum() / np.square(a).sum()
    return float(np.linalg.norm(scale * turned - b, axis=-1).mean())
