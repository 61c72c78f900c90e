"""Bones that keep their length: learnt from the motion, then the joints are laid along them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.calibration import OTHER_SIDE, Calibration
from posecam.geometry import bone_lengths
from posecam.kinematics.proportions import PART_LENGTHS_MM, PART_OF, PARTS
from posecam.skeleton import (
    BONE_LENGTHS_MM,
    BONES,
    CANONICAL_HEIGHT_MM,
    COUNT,
    INDEX,
    KEYPOINT_COUNT,
    KEYPOINT_PARENTS,
    KEYPOINTS,
    ROOT,
)

Array = NDArray[np.floating]

# What people are like counts so much, as seconds of sure sight,
_PRIOR_S: Final = 0.6
# what the very first look counts: the figure is to begin where it will settle,
_FIRST_LOOK_S: Final = 1.0
# and how much of what was seen is remembered.
_MEMORY_S: Final = 20.0
# A bone measured longer or shorter than known by more than this factor counts as this much.
_FURTHEST: Final = math.log(1.25)
_LONGEST_STEP_S: Final = 0.2
# How far the second counts in `apply`: at 0 the wrists tremble by what each bone before them does.
_REACHING: Final = 0.7
# Bones, each way from the root: a parent is laid before its children.
_OTHER: Final = np.array(OTHER_SIDE)
_CHILD, _PARENT = np.array(BONES).T
# The short bone of the neck cannot be measured: it is in proportion to the trunk.
_TRUNK, _NECK = (
    BONES.index((INDEX[c], INDEX[p])) for c, p in (("thorax", "pelvis"), ("upper_neck", "thorax"))
)


def _outwards() -> tuple[int, ...]:
    rows: list[int] = []
    laid = {ROOT}
    while len(rows) < len(BONES):
        for row, (child, parent) in enumerate(BONES):
            if row not in rows and parent in laid:
                rows.append(row)
                laid.add(child)
    return tuple(rows)


_OUTWARDS: Final = _outwards()


def _held_by(keypoint: int) -> int:
    while keypoint >= COUNT:
        keypoint = KEYPOINT_PARENTS[keypoint]
    return keypoint


def _way_mm(keypoint: int) -> float:
    """How far along the canonical skeleton from the joint that the keypoint goes with."""
    if keypoint < COUNT:
        return 0.0
    return KEYPOINTS[keypoint].length_mm + _way_mm(KEYPOINT_PARENTS[keypoint])


#: The joint that each keypoint after the sixteen goes with: foot, face and hand are rigid.
_HELD_BY: Final = np.array([_held_by(keypoint) for keypoint in range(COUNT, KEYPOINT_COUNT)])
#: How far from it each is at most, mm at the canonical height: no foot is longer than a large one.
_FARTHEST: Final = 1.3 * np.array([_way_mm(keypoint) for keypoint in range(COUNT, KEYPOINT_COUNT)])


#: What people are like, mm, in the order of `skeleton.BONES`; and the bones that no look measures:
#: what networks mark as hips and shoulders is not the centres of these joints.
_USUAL: Final = PART_LENGTHS_MM[PART_OF]
_UNMEASURED: Final = np.array([PARTS[part] in {"hip", "shoulder"} for part in PART_OF])


class BoneLengths:
    """One person's bone lengths over a track, both sides alike, in millimetres.

    They start as people's between the centres of their joints, follow what is measured, surely seen
    bones more, and stand after a few seconds; hips and shoulders stay in proportion. Their sum
    stays that of the canonical skeleton of the subject's height. With a calibration they are what
    was measured then.
    """

    def __init__(self, height_mm: float, calibration: Calibration | None = None) -> None:
        self._log = np.zeros(len(BONES))
        self._weight = np.full(len(BONES), _PRIOR_S)
        self._time: float | None = None
        self.set(height_mm, calibration)

    def set(self, height_mm: float, calibration: Calibration | None) -> None:
        """Take over another height or calibration; what was learnt of the shape stays."""
        self._canonical = BONE_LENGTHS_MM * (height_mm / CANONICAL_HEIGHT_MM)
        self._fixed = None if calibration is None else np.array(calibration.bone_ratios)

    @property
    def lengths(self) -> NDArray[np.float64]:
        """(15,) mm, in the order of `skeleton.BONES`."""
        if self._fixed is not None:
            return np.asarray(self._canonical * self._fixed)
        lengths = _USUAL * np.exp(self._log)
        return np.asarray(lengths * (self._canonical.sum() / lengths.sum()))

    def scale(self, joints_3d: Array, scores: Array) -> float:
        """Millimetres per unit of (K, 3) joints: the bones that are seen add up to their length.

        A bone counts by the lower score of its two ends.
        """
        weights = np.maximum(_of_bones(scores), 1e-3)
        return float(self.lengths @ weights) / max(float(bone_lengths(joints_3d) @ weights), 1e-9)

    def learn(self, joints_3d: Array, scores: Array, time: float) -> None:
        """Take in (K, 3) joints in mm, as measured, at `time` seconds."""
        if self._fixed is not None:
            return
        if self._time is None:
            dt = _FIRST_LOOK_S
        else:
            dt = min(max(time - self._time, 0), _LONGEST_STEP_S)
        self._time = time
        measured = np.maximum(bone_lengths(joints_3d), 1.0)
        # Across the image lengths are measured, towards the camera they are guessed.
        across = bone_lengths(joints_3d[:, :2]) / measured
        sure = _of_bones(scores) * (0.2 + 0.8 * across) * dt
        off = np.clip(np.log(measured / self.lengths), -_FURTHEST, _FURTHEST) * sure
        both = sure + sure[_OTHER]
        self._log += (off + off[_OTHER]) / (self._weight + both)
        self._log[_NECK] = self._log[_TRUNK]
        self._log[_UNMEASURED] = 0.0
        self._weight = np.minimum(self._weight + both, _MEMORY_S)

    def apply(self, joints_3d: Array) -> NDArray[np.float64]:
        """(K, 3) joints in mm laid along these bones."""
        return apply_bone_lengths(joints_3d, self.lengths)


def apply_bone_lengths(joints_3d: Array, lengths: Array | Sequence[float]) -> NDArray[np.float64]:
    """(K, 3) joints with bones of (15,) lengths, from the pelvis outwards.

    A bone points partly to where it did, partly from where its parent has come to lie to where
    its child was: so the ends of long chains stay near where they were seen. What follows the
    sixteen goes with the joint that it hangs on, and is no farther from it than on any body.
    """
    out = np.array(joints_3d, np.float64)
    target = np.asarray(lengths)
    for row in _OUTWARDS:
        child, parent = BONES[row]
        step = joints_3d[child] - (1 - _REACHING) * joints_3d[parent] - _REACHING * out[parent]
        out[child] = out[parent] + step * (target[row] / max(math.sqrt(float(step @ step)), 1e-6))
    held_by = _HELD_BY[: len(out) - COUNT]
    away = joints_3d[COUNT:] - joints_3d[held_by]
    most = _FARTHEST[: len(away)] * (float(target.sum()) / float(BONE_LENGTHS_MM.sum()))
    far = np.sqrt((away**2).sum(1))
    out[COUNT:] = out[held_by] + away * np.minimum(1.0, most / np.maximum(far, 1e-6))[:, None]
    return out


def _of_bones(scores: Array) -> Array:
    """(15,) the lower score of each bone's two ends."""
    return np.asarray(np.minimum(scores[_CHILD], scores[_PARENT]), np.float64)
