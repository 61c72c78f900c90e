"""How good joints are, in numbers; every figure is defined here and nowhere else.

Means are over the twelve limb joints unless told otherwise. A figure of one person is the mean over
their joints, that of a set the mean over its people; PCK, PCKh and 3D PCK are shares of all joints.
What an image lacks (no label, no prediction because it could not be read) is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import CROP_MARGIN, procrustes
from training.datasets.h36m import h36m_bone_sum
from training.datasets.records import H36MTruth, Records
from training.datasets.teacher import torso_length

Array = NDArray[np.floating]
Mask = NDArray[np.bool_]

_LIMBS = list(skeleton.LIMBS)
_I = skeleton.INDEX
_HIPS = [_I["r_hip"], _I["l_hip"]]
_SHOULDERS = [_I["r_shoulder"], _I["l_shoulder"]]
_LIMB_BONES = np.array([(c, p) for c, p in skeleton.BONES if c in _LIMBS and p in _LIMBS])
#: MPII's PCKh leaves the two joints out that no one can see.
PCKH_JOINTS = [j for j in range(skeleton.COUNT) if j not in {_I["pelvis"], _I["thorax"]}]
#: A torso seen from above can be a point; it counts at least this much of the crop's side.
_LEAST_TORSO = 0.08
#: An error of 3D PCK (Mehta et al., 3DV 2017), mm, and the thresholds of the area under its curve.
PCK3D_MM = 150.0
_AUC_MM = np.arange(0.0, PCK3D_MM + 1, 5.0)
#: COCO's standard deviations of its joints, in roots of the person's area.
_SIGMAS = {
    "shoulder": 0.079, "elbow": 0.072, "wrist": 0.062, "hip": 0.107, "knee": 0.087, "ankle": 0.089,
}  # fmt: skip
#: Of the box's area, what a person covers, where only the box is known.
_COVERED = 0.53
#: What exchanged sides must gain: in torso lengths in 2D, in mm in 3D.
_SWAP_2D, _SWAP_3D = 0.25, 100.0


def torso_px(records: Records) -> Array:
    """(N,) length of the torso, px; NaN where it is unknown.

    The mean of the diagonals from shoulder to opposite hip (LSP's convention).
    """
    side = records.box[:, 2:].max(-1) * CROP_MARGIN
    length = torso_length(records.joints_2d, records.known)
    return np.asarray(np.maximum(length, _LEAST_TORSO * side))


def head_px(records: Records) -> Array:
    """(N,) length of the head: the set's own, else from upper neck to head top as labelled."""
    ends = [_I["upper_neck"], _I["head_top"]]
    length = np.linalg.norm(records.joints_2d[:, ends[0]] - records.joints_2d[:, ends[1]], axis=-1)
    length = np.where(records.known[:, ends].all(-1) & (length > 0), length, np.nan)
    return np.where(np.isfinite(records.head_px), records.head_px, length)


def pixel_errors(joints_2d: Array, records: Records) -> Array:
    """(N, K) distances to the labels, px, of the keypoints that both have; NaN without a label."""
    count = min(joints_2d.shape[1], records.joints_2d.shape[1])
    error = np.linalg.norm(joints_2d[:, :count] - records.joints_2d[:, :count], axis=-1)
    return np.where(records.known[:, :count], error, np.nan)


def normalised_errors(joints_2d: Array, records: Records) -> Array:
    """(N, K) distances to the labels in torso lengths; NaN where label or torso is unknown."""
    return pixel_errors(joints_2d, records) / torso_px(records)[:, None]


def share_below(errors: Array, threshold: float) -> float:
    """Share of the known errors that are below a threshold."""
    have = np.isfinite(errors)
    return float((errors[have] < threshold).mean()) if have.any() else float("nan")


def pck(joints_2d: Array, records: Records, threshold: float) -> float:
    """Share of known limb joints within `threshold` torso lengths of their labels."""
    return share_below(normalised_errors(joints_2d, records)[:, _LIMBS], threshold)


def pckh(joints_2d: Array, records: Records, threshold: float = 0.5) -> float:
    """Share of known joints (without pelvis and thorax) within `threshold` head lengths."""
    errors = pixel_errors(joints_2d, records) / head_px(records)[:, None]
    return share_below(errors[:, PCKH_JOINTS], threshold)


def oks(joints_2d: Array, records: Records) -> float:
    """Mean object keypoint similarity to the labels over the limb joints.

        mean over labelled joints i of exp(-d_i^2 / (2 a k_i^2)),  k_i = 2 sigma_i

    (COCO keypoint evaluation.) a is the person's area; where the set knows none, 0.53 of its box.
    """
    sigmas = np.array([_SIGMAS[skeleton.NAMES[j].split("_")[-1]] for j in _LIMBS])
    area = np.where(np.isfinite(records.area), records.area, _COVERED * records.box[:, 2:].prod(-1))
    squared = pixel_errors(joints_2d, records)[:, _LIMBS] ** 2
    similar = np.exp(-squared / (2 * np.maximum(area, 1.0)[:, None] * (2 * sigmas) ** 2))
    return _mean_of_people(similar)


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Predicted and true joints (N, 16, 3), mm, laid over each other; NaN where not counted."""

    predicted: Array
    true: Array

    @property
    def errors(self) -> Array:
        """(N, 16) distances, mm."""
        return np.asarray(np.linalg.norm(self.predicted - self.true, axis=-1))


def align(joints_3d: Array, records: Records, *, scaled: bool, seen: bool = False) -> Aligned:
    """Bring prediction and truth to one root and, where asked, to one size.

    The root is the middle of the hips. The size is the summed length of the limb bones. People with
    a limb joint of unknown place are left out.

    Args:
        seen: count only what is labelled in the image. Whose hips are not has the middle of the
            shoulders as root, or else that of the joints there are; bones count with both ends;
            fewer than four joints are no person. For a person who is wholly in the image nothing
            changes.
    """
    predicted = joints_3d[:, : skeleton.COUNT].astype(np.float64)
    true = records.joints_3d[:, : skeleton.COUNT].astype(np.float64)
    have: Mask = np.all(np.isfinite(predicted) & np.isfinite(true), axis=-1)
    if seen:
        have &= records.known[:, : skeleton.COUNT]
        enough = have[:, _LIMBS].sum(-1) >= 4
    else:
        enough = have[:, _LIMBS].all(-1)
    have = have & np.expand_dims(enough, 1)
    predicted = np.where(have[..., None], predicted, np.nan)
    true = np.where(have[..., None], true, np.nan)
    at = _roots(have)
    predicted, true = predicted - _middle(predicted, at), true - _middle(true, at)
    if scaled:
        theirs, ours = _limb_length(true), _limb_length(predicted)
        predicted *= (theirs / np.where(ours > 0, ours, np.nan))[:, None, None]
    return Aligned(predicted, true)


def _roots(have: Mask) -> Mask:
    """(N, 16) whether a joint is one of those whose middle is the root."""
    at = np.zeros_like(have)
    at[:, _LIMBS] = have[:, _LIMBS]
    for pair in (_SHOULDERS, _HIPS):
        both = have[:, pair].all(-1)
        at[both] = np.isin(np.arange(skeleton.COUNT), pair)
    return at


def _middle(joints: Array, at: Mask) -> Array:
    """(N, 1, 3) mean of the joints at; NaN where there are none."""
    total = np.where(at[..., None], joints, 0).sum(1, keepdims=True)
    count = at.sum(1)[:, None, None]
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan))


def _limb_length(joints: Array) -> Array:
    """(N,) summed length of the limb bones whose ends are both there."""
    child, parent = _LIMB_BONES.T
    return np.asarray(np.nansum(np.linalg.norm(joints[:, child] - joints[:, parent], axis=-1), 1))


def procrustes_errors(joints_3d: Array, records: Records, *, seen: bool = False) -> Array:
    """(N, 12) distances of limb joints, mm, after the best similarity per person.

    It is fitted to the joints that are known (with `seen`, labelled in the image); fewer than
    four are no person.
    """
    errors = np.full((len(records), len(_LIMBS)), np.nan)
    for row in range(len(records)):
        predicted = joints_3d[row, _LIMBS].astype(np.float64)
        true = records.joints_3d[row, _LIMBS].astype(np.float64)
        have = np.isfinite(true).all(-1) & np.isfinite(predicted).all(-1)
        if seen:
            have &= records.known[row, _LIMBS]
        if have.sum() >= 4:
            moved = procrustes(predicted[have], true[have])
            errors[row, have] = np.linalg.norm(moved - true[have], axis=-1)
    return errors


def _mean_of_people(values: Array) -> float:
    """Mean over people of the mean over what each has."""
    have = np.isfinite(values)
    count = have.sum(-1)
    each = np.where(have, values, 0).sum(-1)[count > 0] / count[count > 0]
    return float(each.mean()) if len(each) else float("nan")


def pa_mpjpe(joints_3d: Array, records: Records, *, seen: bool = False) -> float:
    """Mean distance after the best similarity per person, mm."""
    return _mean_of_people(procrustes_errors(joints_3d, records, seen=seen))


def scaled_mpjpe(joints_3d: Array, records: Records, *, seen: bool = False) -> float:
    """Mean distance, mm, root-relative, after one scale per person (`align`)."""
    aligned = align(joints_3d, records, scaled=True, seen=seen)
    return _mean_of_people(aligned.errors[:, _LIMBS])


def mpjpe(joints_3d: Array, records: Records, *, seen: bool = False) -> float:
    """Mean distance, mm, root-relative, at the size that the prediction has (`align`)."""
    aligned = align(joints_3d, records, scaled=False, seen=seen)
    return _mean_of_people(aligned.errors[:, _LIMBS])


def pck3d(joints_3d: Array, records: Records, threshold: float = PCK3D_MM) -> float:
    """Share of limb joints within a distance, mm, root-relative and after one scale per person."""
    return share_below(align(joints_3d, records, scaled=True).errors[:, _LIMBS], threshold)


def auc3d(joints_3d: Array, records: Records) -> float:
    """Mean of 3D PCK over the thresholds 0, 5 ... 150 mm."""
    errors = align(joints_3d, records, scaled=True).errors[:, _LIMBS]
    return float(np.mean([share_below(errors, t) for t in _AUC_MM]))


def sides_exchanged(joints: Array, true: Array, least: Array) -> tuple[Mask, Mask]:
    """Who could be tested for exchanged sides, and who has them: two (N,) masks.

    The arms' or legs' sides are exchanged where predicted joints with left and right exchanged (of
    the whole pair of limbs, or of its two outer joints) lie on average less than half as far from
    the truth, and by more than `least` nearer. Whose limbs lie so near each other that exchanging
    them changes little never counts as exchanged.

    Args:
        joints, true: (N, 16, 2 or 3); NaN where unknown.
        least: (N,) in the joints' unit.
    """
    tested = np.zeros(len(joints), bool)
    exchanged = np.zeros(len(joints), bool)
    for limb in (("hip", "knee", "ankle"), ("shoulder", "elbow", "wrist")):
        for parts in (limb, limb[1:]):
            right, left = [[_I[f"{side}_{part}"] for part in parts] for side in "rl"]
            wanted = true[:, right + left]
            straight = np.linalg.norm(joints[:, right + left] - wanted, axis=-1).mean(-1)
            crossed = np.linalg.norm(joints[:, left + right] - wanted, axis=-1).mean(-1)
            tested |= np.isfinite(straight)
            with np.errstate(invalid="ignore"):
                exchanged |= (crossed < straight / 2) & (straight - crossed > least)
    return tested, exchanged


def swaps(joints_2d: Array, joints_3d: Array, records: Records) -> tuple[Mask, Mask]:
    """Who was tested in 2D or 3D for exchanged sides, and who has them in either.

    2D is compared in px, where a quarter of the torso must be gained, 3D root-relative and after
    one scale per person, where 100 mm must be.
    """
    body = slice(skeleton.COUNT)
    joints_2d = joints_2d[:, body]
    labels = np.where(records.known[:, body, None], records.joints_2d[:, body], np.nan)
    tested, exchanged = sides_exchanged(joints_2d, labels, _SWAP_2D * torso_px(records))
    aligned = align(joints_3d, records, scaled=True)
    least = np.full(len(records), _SWAP_3D)
    solid, wrong = sides_exchanged(aligned.predicted, aligned.true, least)
    return tested | solid, exchanged | wrong


def swap_rate(joints_2d: Array, joints_3d: Array, records: Records) -> float:
    """Share of the people that could be tested whose arms or legs have exchanged sides."""
    tested, exchanged = swaps(joints_2d, joints_3d, records)
    return float(exchanged[tested].mean()) if tested.any() else float("nan")


def h36m_errors(joints_3d: Array, truth: H36MTruth) -> Array:
    """(N, 17) distances by the protocol of Zhou et al. (ICCV 2017, section 4), mm.

    The prediction, in Human3.6M's order, is scaled so that its bones' summed length is the training
    subjects' mean; both are relative to the pelvis.
    """
    predicted = skeleton.to_h36m(joints_3d[:, : skeleton.COUNT].astype(np.float64))
    predicted = predicted * (truth.bone_sum_mm / h36m_bone_sum(predicted))[:, None, None]
    true = truth.joints.astype(np.float64)
    error = (predicted - predicted[:, :1]) - (true - true[:, :1])
    return np.asarray(np.linalg.norm(error, axis=-1))


def h36m_mpjpe(joints_3d: Array, truth: H36MTruth) -> dict[str, float]:
    """Mean distance by action, mm; "all" is the mean of the actions, as is usual."""
    errors = h36m_errors(joints_3d, truth)
    by_action = {
        str(name): _mean_of_people(errors[truth.action == name]) for name in np.unique(truth.action)
    }
    return by_action | {"all": float(np.nanmean(list(by_action.values())))}


def summary(joints_2d: Array, joints_3d: Array, records: Records) -> dict[str, float]:
    """The figures that a training is watched by; NaN where the set cannot tell."""
    return {
        "pck@0.2": pck(joints_2d, records, 0.2),
        "pck@0.5": pck(joints_2d, records, 0.5),
        "pa_mpjpe_mm": pa_mpjpe(joints_3d, records),
        "scaled_mpjpe_mm": scaled_mpjpe(joints_3d, records),
    }


def figures(joints_2d: Array, joints_3d: Array, records: Records) -> dict[str, float]:
    """All figures by name; NaN where the set cannot tell."""
    found = summary(joints_2d, joints_3d, records) | {
        "pckh@0.5": pckh(joints_2d, records),
        "oks": oks(joints_2d, records),
        "mpjpe_mm": mpjpe(joints_3d, records),
        "pck3d@150": pck3d(joints_3d, records),
        "auc3d": auc3d(joints_3d, records),
        "pa_mpjpe_seen_mm": pa_mpjpe(joints_3d, records, seen=True),
        "scaled_mpjpe_seen_mm": scaled_mpjpe(joints_3d, records, seen=True),
        "mpjpe_seen_mm": mpjpe(joints_3d, records, seen=True),
        "swapped": swap_rate(joints_2d, joints_3d, records),
    }
    if records.h36m is not None:
        found["h36m_mpjpe_mm"] = h36m_mpjpe(joints_3d, records.h36m)["all"]
    return found
