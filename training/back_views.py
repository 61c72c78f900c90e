"""Figures of people who are seen from behind, where left and right are most often exchanged."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.datasets.records import Records
from training.metrics import normalised_errors, pa_mpjpe, share_below, swaps
from training.predict import Predictions

_I = skeleton.INDEX
#: Who faces away by less than this many degrees off the ray from the camera is seen from behind.
BEHIND_DEG = 60.0


def facing(joints_3d: NDArray[np.floating]) -> NDArray[np.floating]:
    """(N, 3) unit vectors to where chests point, camera frame; NaN where it is not known.

    Args:
        joints_3d: (N, 16 or more, 3), camera frame (x right, y down, z away).
    """
    joints = joints_3d.astype(np.float64)
    right = joints[:, _I["r_shoulder"]] - joints[:, _I["l_shoulder"]]
    right = right + joints[:, _I["r_hip"]] - joints[:, _I["l_hip"]]
    spine = joints[:, _I["thorax"]] - joints[:, skeleton.ROOT]
    forward = np.cross(spine, right)
    length = np.linalg.norm(forward, axis=-1, keepdims=True)
    return np.asarray(forward / np.where(length > 0, length, np.nan))


def from_behind(records: Records) -> NDArray[np.bool_]:
    """(N,) who is known to be seen from behind."""
    ray = np.tile([0.0, 0.0, 1.0], (len(records), 1))
    at_origin = np.isfinite(records.camera).all(-1)  # the camera is joints_3d's origin
    ray[at_origin] = records.joints_3d[at_origin, skeleton.ROOT]
    ray /= np.maximum(np.linalg.norm(ray, axis=-1, keepdims=True), 1e-9)
    away = (facing(records.joints_3d) * ray).sum(-1)
    return np.asarray(away > np.cos(np.radians(BEHIND_DEG)))


def back_view_figures(found: Predictions, records: Records) -> dict[str, float]:
    """Figures by name of those who are seen from behind; none where a set knows no such person.

    - `back_views`: how many there are.
    - `swapped_back`: share of them whose arms or legs have exchanged sides (`metrics.swaps`).
    - `pck@0.2 back`, `pa_mpjpe_back_seen_mm`: as of all people.
    """
    behind = from_behind(records)
    if not behind.any():
        return {}
    tested, exchanged = swaps(found.joints_2d, found.joints_3d, records)
    rows = np.flatnonzero(behind)
    limbs = normalised_errors(found.joints_2d, records)[:, list(skeleton.LIMBS)]
    share = exchanged[behind & tested].mean() if (behind & tested).any() else np.nan
    return {
        "back_views": float(len(rows)),
        "swapped_back": float(share),
        "pck@0.2 back": share_below(limbs[rows], 0.2),
        "pa_mpjpe_back_seen_mm": pa_mpjpe(found.joints_3d[rows], records.take(rows), seen=True),
    }
