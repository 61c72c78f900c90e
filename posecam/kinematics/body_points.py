"""The points that the armature goes between and that are no keypoints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.bones import BY_NAME, PARTS
from posecam.kinematics.rotations import dot
from posecam.kinematics.segments import SEGMENTS, TOES_MM, Fitted, median
from posecam.skeleton import KEYPOINT_COUNT

FloatArray = NDArray[np.float64]

#: Where the head turns, of the way from the base of the neck to the top of the head.
_HEAD_JOINT: Final = 0.47
#: Where the collar bones begin, of the way from the middle of the shoulders to either.
_COLLAR: Final = 0.12
#: Usual length of the bone before a foot or hand, to size one by that was never told.
_USUAL_MM: Final = {"Foot": 454.0, "Hand": 252.0}


def all_keypoints(joints: FloatArray, scores: FloatArray | None) -> tuple[FloatArray, FloatArray]:
    """(T, 31, 3) and (T, 31) of (T, 16 or 31, 3): keypoints that are not there are 0, score 0."""
    count, told = joints.shape[:2]
    known = np.asarray(np.isfinite(joints).all(2))
    places, sure = np.zeros((count, KEYPOINT_COUNT, 3)), np.zeros((count, KEYPOINT_COUNT))
    places[:, :told] = joints if known.all() else np.where(known[..., None], joints, 0.0)
    sure[:, :told] = known if scores is None else np.where(known, np.nan_to_num(scores), 0.0)
    return places, sure


def between_keypoints(
    points: Mapping[str, FloatArray],
    fitted: Fitted,
    trunk: Mapping[str, FloatArray],
) -> dict[str, FloatArray]:
    """The points of the armature that are no keypoints."""
    neck, top = points["upper_neck"], points["head_top"]
    head = PARTS.row["Head"]
    straight = neck + _HEAD_JOINT * (top - neck)
    found = {"hips": (points["l_hip"] + points["r_hip"]) / 2}
    found["chest"] = (points["spine"] + neck) / 2
    found["head"] = np.where(fitted.told[head][:, None], fitted.joint[head], straight)
    chest = trunk["Spine1"]
    # The shoulders' middle rises with them: where it usually is, is where they hang.
    shoulders = np.stack([points[name] for name in ("thorax", "l_shoulder", "r_shoulder")], 1)
    middle, *sides = median((shoulders - neck[:, None]) @ chest)
    for side, name, usual in zip("lr", ("Left", "Right"), sides, strict=True):
        found[f"{side}_collar"] = neck + chest @ (middle + _COLLAR * (usual - middle))
        found[f"{side}_knuckles"] = fitted.tip[PARTS.row[f"{name}Hand"]]
        found[f"{side}_toe_base"] = fitted.tip[PARTS.row[f"{name}Foot"]]
        toes = (points[f"{side}_big_toe"] + points[f"{side}_small_toe"]) / 2
        found[f"{side}_toe_tip"] = toes
    return found


def guess_ends(
    points: dict[str, FloatArray],
    sizes: dict[str, float],
    parts: Fitted,
    world: Mapping[str, FloatArray],
) -> None:
    """Put the ends of hands and feet where their turns have them, while it is not told."""
    for name, row in PARTS.row.items():
        told = parts.told[row][:, None]
        usual = next((mm for end, mm in _USUAL_MM.items() if name.endswith(end)), None)
        if told.all() or usual is None:
            continue
        joint = points[BY_NAME[name].joint]
        if not told.any():
            length = joint - points[BY_NAME[PARTS.parents[row]].joint]
            sizes[name] = float(median(np.sqrt(dot(length, length)))) / usual
        tip = np.array(SEGMENTS[name].tip)
        ends = {BY_NAME[name].tip: tip}
        if name.endswith("Foot"):
            ends[BY_NAME[name.replace("Foot", "ToeBase")].tip] = tip + TOES_MM
        for end, step in ends.items():
            guessed = joint + sizes[name] * (world[name] @ step)
            points[end] = np.where(told, points[end], guessed)
