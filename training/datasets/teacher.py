"""Soft, distrusted labels: what public networks say of the same photos (`teacher.npz`).

`movenet_2d` (N, 12, 3: x, y, score), `blazepose_2d` (N, 12, 3: x, y, visibility) and
`blazepose_3d` (N, 12, 3 mm, hip-centred, x right, y down, z away); rows follow the files by name.
A photo set with only a `teacher.npz` (no labels of its own) is read whole; where a set has labels,
the teacher mends and weighs them and adds depth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records, depth_in_px, make_records, with_middles

TEACHER = "teacher.npz"
_LIMBS = list(skeleton.LIMBS)
_I = skeleton.INDEX
_KEYS = ("movenet_2d", "blazepose_2d", "blazepose_3d")

# Head joints relative to the middle of the shoulders, in units of the trunk's length, along its
# own axes (up, forward): the teacher's skeleton has no head, a person has.
_NECK_UP, _NECK_FORWARD = 0.10, 0.02
_HEAD_UP, _HEAD_FORWARD = 0.50, 0.08
#: Joints whose sides people confuse together, from the limb's end.
LIMB_PARTS = (("ankle", "knee", "hip"), ("wrist", "elbow", "shoulder"))
#: 2D labels nearer to a teacher than this (in torso lengths) are believed fully.
BELIEVED = 0.25
DISBELIEVED = 0.6
#: Scores above this are a teacher that is sure.
SURE = 0.4
#: Joints of lower scores count as unknown where there are no other labels.
_LEAST_SCORE = 0.3
#: Depth that weighs at least this is taken for the truth where the teacher alone is asked.
_TRUE_DEPTH = 0.3


def read_teacher(folder: Path, count: int) -> dict[str, NDArray[np.float32]]:
    """The arrays of `teacher.npz`.

    Raises:
        PosecamError: missing, broken, or of another number of photos.
    """
    path = folder / TEACHER
    try:
        with np.load(path, allow_pickle=False) as stored:
            data = {k: np.asarray(stored[k], np.float32) for k in _KEYS}
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    for key, values in data.items():
        if values.shape != (count, len(_LIMBS), 3):
            raise PosecamError(f"{path}: {key} has shape {values.shape} for {count} photos.")
    return data


def read_teacher_folder(folder: Path, *, as_truth: bool = False) -> Records:
    """Photos whose only labels are the teacher's: MoveNet's 2D, BlazePose's depth.

    Args:
        as_truth: BlazePose's limb joints are known in 3D, of the people on whose 2D both agree.
            To score with: training takes its depth alone, and distrusts it.
    """
    files = sorted((folder / "images").glob("*.jpg"))
    data = read_teacher(folder, len(files))
    joints = np.zeros((len(files), skeleton.COUNT, 2), np.float32)
    known = np.zeros((len(files), skeleton.COUNT), bool)
    joints[:, _LIMBS] = data["movenet_2d"][..., :2]
    known[:, _LIMBS] = data["movenet_2d"][..., 2] >= _LEAST_SCORE
    joints, known = with_middles(joints, known)
    records = make_records(folder.name, files, joints, known)
    records = with_teacher(records, data)
    if not as_truth:
        return records
    solid = np.full_like(records.joints_3d, np.nan)
    fits = np.flatnonzero(records.depth_weight >= _TRUE_DEPTH)
    solid[fits[:, None], _LIMBS] = data["blazepose_3d"][fits]
    return replace(records, joints_3d=solid)


def torso_length(joints: NDArray[np.floating], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(N,) mean of the diagonals shoulder to opposite hip, px; NaN where neither is known."""
    lengths = []
    for a, b in (("r_shoulder", "l_hip"), ("l_shoulder", "r_hip")):
        both = known[:, _I[a]] & known[:, _I[b]]
        length = np.linalg.norm(joints[:, _I[a]] - joints[:, _I[b]], axis=-1)
        lengths.append(np.where(both, length, np.nan))
    stacked = np.stack(lengths)
    count = np.isfinite(stacked).sum(0)
    return np.where(count > 0, np.nansum(stacked, 0) / np.maximum(count, 1), np.nan)


def trunk_px(records: Records) -> NDArray[np.float64]:
    """(N,) length of the torso, px; a share of the box where it is unknown or seems a point."""
    torso = torso_length(records.joints_2d, records.known)
    longest = records.box[:, 2:].max(-1)
    size = np.where(np.isfinite(torso), torso, longest * 0.35)
    return np.asarray(np.maximum(size, 0.08 * longest) + 1e-6)


def with_teacher(records: Records, data: dict[str, NDArray[np.float32]]) -> Records:
    """Records with swapped limbs corrected, labels weighed and depth added.

    - Arms or legs whose labels fit the teachers clearly better with left and right exchanged are
      exchanged.
    - A label far from two teachers that agree with each other counts less.
    - Depth is BlazePose's, trusted by how well its 2D fits the labels.
    """
    joints, known = records.joints_2d.copy(), records.known.copy()
    movenet, blaze = data["movenet_2d"], data["blazepose_2d"]
    size = trunk_px(records)
    exchange_sides(joints, known, movenet, size)

    to_movenet = np.linalg.norm(joints[:, _LIMBS] - movenet[..., :2], axis=-1) / size[:, None]
    to_blaze = np.linalg.norm(joints[:, _LIMBS] - blaze[..., :2], axis=-1) / size[:, None]
    to_blaze = np.nan_to_num(to_blaze, nan=9.0)
    between = np.linalg.norm(movenet[..., :2] - blaze[..., :2], axis=-1) / size[:, None]
    agree = (np.nan_to_num(between, nan=9.0) < BELIEVED) & (movenet[..., 2] > SURE)
    nearest = np.minimum(to_movenet, to_blaze)
    doubt = np.clip((nearest - BELIEVED) / (DISBELIEVED - BELIEVED), 0, 1)
    reliable = records.reliable.copy()
    reliable[:, _LIMBS] *= np.where(agree, 1 - 0.8 * doubt, 1 - 0.4 * doubt).astype(np.float32)

    depth = np.full_like(records.depth_px, np.nan)
    weight = np.zeros(len(records), np.float32)
    solid = _solid_joints(data["blazepose_3d"])
    for i in range(len(records)):
        usable = known[i, _LIMBS]
        if usable.sum() < 6 or not np.isfinite(solid[i, _LIMBS]).all():
            continue
        image = joints[i].copy()
        image[_LIMBS] = blaze[i, :, :2]
        image[skeleton.ROOT] = blaze[i, [2, 3], :2].mean(0)
        have = np.zeros(skeleton.KEYPOINT_COUNT, bool)
        have[[*_LIMBS, skeleton.ROOT]] = True
        depth[i] = depth_in_px(image, have, solid[i])
        error = float(np.median(to_blaze[i][usable]))
        weight[i] = float(np.clip(1 - error / 0.35, 0, 1))
    weight[~np.isfinite(depth[:, _I["r_knee"]])] = 0
    return replace(
        records,
        joints_2d=joints,
        known=known,
        depth_px=depth,
        depth_weight=weight,
        reliable=reliable,
    )


def exchange_sides(
    joints: NDArray[np.floating],
    known: NDArray[np.bool_],
    taught: NDArray[np.floating],
    size: NDArray[np.floating],
    parts: Sequence[tuple[str, ...]] = LIMB_PARTS,
) -> NDArray[np.intp]:
    """Exchange left and right, in place, of arms and legs that then fit the teacher clearly better.

    Args:
        joints, known: (N, 16, 2) and (N, 16).
        taught: (N, 12, 3) the teacher's x, y and score of the limb joints.
        size: (N,) lengths of the torsos, px.
        parts: the joints that are exchanged together.

    Returns:
        Rows of the people concerned.
    """
    row_of = {j: k for k, j in enumerate(_LIMBS)}
    concerned = []
    for limb in parts:
        right = [_I[f"r_{part}"] for part in limb]
        left = [_I[f"l_{part}"] for part in limb]
        both = right + left
        other = left + right
        teacher = taught[:, [row_of[j] for j in both]]
        sure = known[:, both].all(-1) & (teacher[..., 2] > SURE).all(-1)
        straight = np.linalg.norm(joints[:, both] - teacher[..., :2], axis=-1).mean(-1) / size
        crossed = np.linalg.norm(joints[:, other] - teacher[..., :2], axis=-1).mean(-1) / size
        rows = np.flatnonzero(sure & (crossed < BELIEVED) & (straight > 2.5 * crossed))
        joints[rows[:, None], both] = joints[rows[:, None], other]
        concerned.append(rows)
    return np.concatenate(concerned)


def _solid_joints(limbs_3d: NDArray[np.float32]) -> NDArray[np.float32]:
    """(N, 12, 3) of the teacher to (N, 16, 3) with pelvis, thorax, neck and head filled in."""
    out = np.full((len(limbs_3d), skeleton.KEYPOINT_COUNT, 3), np.nan, np.float32)
    out[:, _LIMBS] = limbs_3d
    hips = (out[:, _I["r_hip"]] + out[:, _I["l_hip"]]) / 2
    shoulders = (out[:, _I["r_shoulder"]] + out[:, _I["l_shoulder"]]) / 2
    up = shoulders - hips
    across = out[:, _I["l_shoulder"]] - out[:, _I["r_shoulder"]]
    # Camera frame with y down: for an upright person facing the camera up is -y, left is +x and
    # forward is -z = left x up.
    forward = np.cross(across, up)
    forward /= np.linalg.norm(forward, axis=-1, keepdims=True) + 1e-9
    trunk = np.linalg.norm(up, axis=-1, keepdims=True)
    out[:, skeleton.ROOT] = hips
    out[:, _I["thorax"]] = shoulders
    out[:, _I["upper_neck"]] = shoulders + _NECK_UP * up + _NECK_FORWARD * trunk * forward
    out[:, _I["head_top"]] = shoulders + _HEAD_UP * up + _HEAD_FORWARD * trunk * forward
    return out
