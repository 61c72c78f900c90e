"""Angles of ankles, feet, head and pelvis, for which more than sixteen joint centres are needed.

Conventions are in `posecam.kinematics.angles`, with those of the other angles.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.rotations import unit
from posecam.kinematics.segments import fit_segments, frame
from posecam.skeleton import KEYPOINT_COUNT, KEYPOINT_INDEX

FloatArray = NDArray[np.float64]

#: In the order of `segment_angles`.
SEGMENT_ANGLES: Final = (
    "r_ankle_dorsiflexion",
    "l_ankle_dorsiflexion",
    "r_foot_progression",
    "l_foot_progression",
    "head_flexion",
    "head_lateral",
    "head_rotation",
    "pelvis_obliquity",
    "pelvis_rotation",
)
_PARTS: Final = ("Head", "LeftFoot", "RightFoot")
#: Camera frame (x right, y down, z away) to x right, y up, z towards the camera.
_Y_UP: Final = np.array([1.0, -1.0, -1.0])
#: A foot or pelvis that points up or down by more than 60 degrees has no heading.
_LEAST_AHEAD: Final = 0.5


def segment_angles(joints_3d: FloatArray) -> dict[str, FloatArray]:
    """Every angle of `SEGMENT_ANGLES`, degrees.

    Args:
        joints_3d: (..., 16 or 31, 3) as `joint_angles` takes them.

    Returns:
        name -> (...); not a number where a keypoint is not, or is not there at all.
    """
    shape = joints_3d.shape[:-2]
    flat = joints_3d.reshape(-1, *joints_3d.shape[-2:]) * _Y_UP
    missing = KEYPOINT_COUNT - flat.shape[1]
    flat = np.pad(flat, ((0, 0), (0, missing), (0, 0)), constant_values=np.nan)
    points = {name: flat[:, index] for name, index in KEYPOINT_INDEX.items()}
    hips = unit(points["l_hip"] - points["r_hip"])
    ahead = np.cross(hips, [0.0, 1.0, 0.0])
    heading = _heading(ahead)
    found = {
        "pelvis_obliquity": -np.degrees(np.arcsin(np.clip(hips[:, 1], -1, 1))),
        "pelvis_rotation": heading,
    }
    parts = _parts(flat) if not missing else {}
    for side, name, out in (("r", "Right", -1.0), ("l", "Left", 1.0)):
        foot = parts.get(f"{name}Foot")
        if foot is None:
            continue
        toes, shank = foot[:, :, 2], unit(points[f"{side}_knee"] - points[f"{side}_ankle"])
        bend = np.degrees(np.arcsin(np.clip((toes * shank).sum(1), -1, 1)))
        found[f"{side}_ankle_dorsiflexion"] = bend
        off = out * (_heading(toes) - heading)
        found[f"{side}_foot_progression"] = (off + 180) % 360 - 180
    if "Head" in parts:
        spine = unit(points["thorax"] - points["pelvis"])
        shoulders = unit(points["l_shoulder"] - points["r_shoulder"])
        chest = frame(np.nan_to_num(shoulders), np.nan_to_num(spine), sideways_first=False)
        known = np.isfinite(spine + shoulders).all(1).reshape(-1, 1, 1)
        head = np.where(known, chest.transpose(0, 2, 1) @ parts["Head"], np.nan)
        # Head = Rx(flexion) Rz(lateral) Ry(rotation).
        found["head_flexion"] = np.degrees(np.arctan2(head[:, 2, 1], head[:, 1, 1]))
        found["head_lateral"] = np.degrees(np.arcsin(np.clip(-head[:, 0, 1], -1, 1)))
        found["head_rotation"] = np.degrees(np.arctan2(head[:, 0, 2], head[:, 0, 0]))
    nothing = np.full(len(flat), np.nan)
    return {name: found.get(name, nothing).reshape(shape) for name in SEGMENT_ANGLES}


def _parts(joints: FloatArray) -> dict[str, FloatArray]:
    """name -> (T, 3, 3) rotations of head and feet; not a number where they are not told."""
    known = np.asarray(np.isfinite(joints).all(2))
    fitted = fit_segments(_PARTS, np.where(known[..., None], joints, 0.0), known.astype(float))
    rotations = np.where(fitted.told[..., None, None], fitted.rotations, np.nan)
    return dict(zip(_PARTS, rotations, strict=True))


def _heading(ahead: FloatArray) -> FloatArray:
    """(T,) degrees from the camera's side to the person's left that something points to."""
    level = np.hypot(ahead[:, 0], ahead[:, 2])
    degrees = np.degrees(np.arctan2(ahead[:, 0], ahead[:, 2]))
    return np.where(level >= _LEAST_AHEAD, degrees, np.nan)
