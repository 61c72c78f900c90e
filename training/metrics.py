"""How good joints are, in numbers. All over the twelve limb joints unless told otherwise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import CROP_MARGIN, procrustes
from training.datasets.records import Records
from training.datasets.teacher import torso_length

_LIMBS = list(skeleton.LIMBS)
#: A torso seen from above can be a point; it counts at least this much of the crop's side.
_LEAST_TORSO = 0.08


def normalised_errors(joints_2d: NDArray[np.floating], records: Records) -> NDArray[np.float64]:
    """(N, 12) distances to the labels in torso lengths; NaN where label or torso is unknown.

    The torso is the mean of the diagonals from shoulder to opposite hip (LSP's convention).
    """
    torso = torso_length(records.joints_2d, records.known)
    side = records.box[:, 2:].max(-1) * CROP_MARGIN
    torso = np.maximum(torso, _LEAST_TORSO * side)
    error = np.linalg.norm(joints_2d - records.joints_2d, axis=-1)[:, _LIMBS] / torso[:, None]
    return np.where(records.known[:, _LIMBS], error, np.nan)


def pck(joints_2d: NDArray[np.floating], records: Records, threshold: float) -> float:
    """Share of known limb joints within `threshold` torso lengths of their labels."""
    error = normalised_errors(joints_2d, records)
    have = np.isfinite(error)
    return float((error[have] < threshold).mean()) if have.any() else float("nan")


def pa_mpjpe(joints_3d: NDArray[np.floating], records: Records) -> float:
    """Mean distance after the best similarity per person, mm."""
    errors = []
    for predicted, true in zip(joints_3d[:, _LIMBS], records.joints_3d[:, _LIMBS], strict=True):
        have = np.isfinite(true).all(-1) & np.isfinite(predicted).all(-1)
        if have.sum() >= 4:
            moved = procrustes(predicted[have].astype(np.float64), true[have].astype(np.float64))
            errors.append(np.linalg.norm(moved - true[have], axis=-1).mean())
    return float(np.mean(errors)) if errors else float("nan")


def scaled_mpjpe(joints_3d: NDArray[np.floating], records: Records) -> float:
    """Mean distance, mm, both relative to the middle of the hips, after one scale per person.

    The scale is the ratio of the summed limb bone lengths.
    """
    errors = []
    hips = [skeleton.INDEX["r_hip"], skeleton.INDEX["l_hip"]]
    bones = [(c, p) for c, p in skeleton.BONES if c in _LIMBS and p in _LIMBS]
    child, parent = np.array(bones).T
    for predicted, true in zip(joints_3d, records.joints_3d, strict=True):
        if not np.isfinite(true[_LIMBS]).all() or not np.isfinite(predicted[_LIMBS]).all():
            continue
        p, t = predicted - predicted[hips].mean(0), true - true[hips].mean(0)
        ours = np.linalg.norm(p[child] - p[parent], axis=-1).sum()
        theirs = np.linalg.norm(t[child] - t[parent], axis=-1).sum()
        errors.append(np.linalg.norm(p * (theirs / ours) - t, axis=-1)[_LIMBS].mean())
    return float(np.mean(errors)) if errors else float("nan")


def summary(
    joints_2d: NDArray[np.floating], joints_3d: NDArray[np.floating], records: Records
) -> dict[str, float]:
    """All figures by name; NaN where the set cannot tell."""
    return {
        "pck@0.2": pck(joints_2d, records, 0.2),
        "pck@0.5": pck(joints_2d, records, 0.5),
        "pa_mpjpe_mm": pa_mpjpe(joints_3d, records),
        "scaled_mpjpe_mm": scaled_mpjpe(joints_3d, records),
    }
