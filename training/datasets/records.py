"""Labelled images of people, whatever layout they came in: one table of arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import joints_box

_INDEX = skeleton.INDEX


@dataclass(frozen=True, slots=True, eq=False)
class H36MTruth:
    """What Human3.6M's own protocol needs of N people besides their records.

    Attributes:
        joints: (N, 17, 3) float32 mm, in `skeleton.H36M_NAMES`' order, camera frame.
        action: (N,) name of what is done: the figures are averaged by it.
        bone_sum_mm: mean over the training subjects of the summed lengths of the bones.
    """

    joints: NDArray[np.float32]
    action: NDArray[np.str_]
    bone_sum_mm: float

    def take(self, rows: NDArray[np.integer]) -> H36MTruth:
        """The given rows, in the given order."""
        return replace(self, joints=self.joints[rows], action=self.action[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """N labelled people, one a row.

    Attributes:
        name: of the set; weights and scores are given by it.
        files: (N,) paths of the images.
        box: (N, 4) float32, x, y, w, h of the tight box round the person's joints, px.
        joints_2d: (N, 31, 2) float32, px of the image.
        known: (N, 31) bool, whether joints_2d holds a label.
        joints_3d: (N, 31, 3) float32, mm, camera frame (x right, y down, z away); only
            differences matter. NaN where unknown.
        depth_px: (N, 31) float32, depth relative to the pelvis in px of the image; NaN
            where unknown. What the network learns of depth.
        depth_weight: (N,) float32, how far depth_px is to be trusted, 0..1.
        reliable: (N, 31) float32, how far joints_2d is to be trusted, 0..1.
        camera: (N, 3) float32, focal length and middle of the image, px; NaN where unknown.
        head_px: (N,) float32, length of the head that PCKh counts in, px; NaN where only the
            labels tell it.
        area: (N,) float32, px of the image that the person covers; NaN where unknown.
        up: (N, 3) float32, unit vector away from the ground, camera frame; NaN where unknown.
        h36m: for sets of Human3.6M.
    """

    name: str
    files: NDArray[np.str_]
    box: NDArray[np.float32]
    joints_2d: NDArray[np.float32]
    known: NDArray[np.bool_]
    joints_3d: NDArray[np.float32]
    depth_px: NDArray[np.float32]
    depth_weight: NDArray[np.float32]
    reliable: NDArray[np.float32]
    camera: NDArray[np.float32]
    head_px: NDArray[np.float32]
    area: NDArray[np.float32]
    up: NDArray[np.float32]
    h36m: H36MTruth | None = None

    def __len__(self) -> int:
        return len(self.files)

    def take(self, rows: NDArray[np.integer] | Sequence[int]) -> Records:
        """The given rows, in the given order."""
        rows = np.asarray(rows)
        arrays = {n: getattr(self, n)[rows] for n in self.__slots__ if n not in {"name", "h36m"}}
        return replace(self, **arrays, h36m=None if self.h36m is None else self.h36m.take(rows))


def make_records(
    name: str,
    files: Sequence[Path],
    joints_2d: NDArray[np.floating],
    known: NDArray[np.bool_],
    *,
    box: NDArray[np.floating] | None = None,
    joints_3d: NDArray[np.floating] | None = None,
    reliable: NDArray[np.floating] | None = None,
    camera: NDArray[np.floating] | None = None,
    head_px: NDArray[np.floating] | None = None,
    area: NDArray[np.floating] | None = None,
    up: NDArray[np.floating] | None = None,
    h36m: H36MTruth | None = None,
) -> Records:
    """Records from what a reader has, with the rest derived.

    A set of the sixteen joints knows nothing of the other keypoints: they count nowhere.

    Where a joint's place is known though it cannot be seen (outside the image), joints_2d may
    hold it: it helps to find the scale of the depth and is not used otherwise.

    Raises:
        PosecamError: shapes disagree.
    """
    count, joints = len(files), joints_2d.shape[1] if joints_2d.ndim == 3 else 0
    if joints != skeleton.KEYPOINT_COUNT:
        joints = skeleton.COUNT
    if joints_2d.shape != (count, joints, 2) or known.shape != (count, joints):
        raise PosecamError(
            f"{name}: {count} images but labels of shape {joints_2d.shape} and {known.shape}; "
            f"({count}, {joints}, 2) and ({count}, {joints}) are needed."
        )
    joints_2d, joints_3d = with_all_keypoints(joints_2d), with_all_keypoints(joints_3d)
    known = with_all_keypoints(known, False)
    reliable = with_all_keypoints(reliable, 0)
    joints = skeleton.KEYPOINT_COUNT
    placed = np.isfinite(joints_2d).all(-1)
    known = known & placed
    places = joints_2d
    joints_2d = np.where(known[..., None], joints_2d, 0).astype(np.float32)
    unknown = np.full(count, np.nan, np.float32)
    if box is None:
        box = np.zeros((count, 4), np.float32)
        for i in range(count):
            if known[i, : skeleton.COUNT].any():
                box[i] = joints_box(joints_2d[i, : skeleton.COUNT], known[i, : skeleton.COUNT])
    depth = np.full((count, joints), np.nan, np.float32)
    if joints_3d is None:
        joints_3d = np.full((count, joints, 3), np.nan, np.float32)
    else:
        for i in range(count):
            if camera is None:
                depth[i] = depth_in_px(places[i], placed[i], joints_3d[i])
            else:
                depth[i] = depth_along_ray(box[i], joints_3d[i], camera[i])
    return Records(
        name=name,
        files=np.array([str(f) for f in files], dtype=np.str_),
        box=box.astype(np.float32),
        joints_2d=joints_2d,
        known=known,
        joints_3d=joints_3d.astype(np.float32),
        depth_px=depth,
        depth_weight=np.asarray(np.isfinite(depth).any(-1), np.float32),
        reliable=(known if reliable is None else reliable).astype(np.float32),
        camera=(np.full((count, 3), np.nan) if camera is None else camera).astype(np.float32),
        head_px=unknown if head_px is None else head_px.astype(np.float32),
        area=unknown if area is None else area.astype(np.float32),
        up=(np.full((count, 3), np.nan) if up is None else up).astype(np.float32),
        h36m=h36m,
    )


@overload
def with_all_keypoints(values: NDArray[Any], fill: float = ...) -> NDArray[Any]: ...
@overload
def with_all_keypoints(values: None, fill: float = ...) -> None: ...
def with_all_keypoints(values: NDArray[Any] | None, fill: float = np.nan) -> NDArray[Any] | None:
    """(N, 16, ...) with rows of `fill` for the keypoints beyond the sixteen; (N, 31, ...) as is."""
    if values is None or values.shape[1] == skeleton.KEYPOINT_COUNT:
        return values
    more = skeleton.KEYPOINT_COUNT - values.shape[1]
    rest = np.full((len(values), more, *values.shape[2:]), fill, values.dtype)
    return np.concatenate([values, rest], 1)


def depth_in_px(
    joints_2d: NDArray[np.floating], placed: NDArray[np.bool_], joints_3d: NDArray[np.floating]
) -> NDArray[np.float32]:
    """(K,) depth relative to the pelvis in the image's px, NaN where unknown.

    Weak perspective: one scale takes millimetres to pixels; it is the least-squares fit of the
    3D x, y to the 2D joints, both about their means.
    """
    have = placed & np.isfinite(joints_3d).all(-1)
    out = np.full(len(placed), np.nan, np.float32)
    if have.sum() < 4 or not have[skeleton.ROOT]:
        return out
    flat, image = joints_3d[have, :2], joints_2d[have]
    flat, image = flat - flat.mean(0), image - image.mean(0)
    scale = float((flat * image).sum()) / max(float((flat**2).sum()), 1e-9)
    if scale <= 0:
        return out
    z = joints_3d[:, 2] - joints_3d[skeleton.ROOT, 2]
    return np.asarray(z * scale, np.float32)


def depth_along_ray(
    box: NDArray[np.floating], joints_3d: NDArray[np.floating], camera: NDArray[np.floating]
) -> NDArray[np.float32]:
    """(K,) depth relative to the pelvis in the image's px, away from a known camera.

    It runs along the ray through the middle of the box: the inverse of `geometry.in_camera`.

    Args:
        joints_3d: (K, 3) mm in the camera frame, with the camera at its origin.
        camera: focal length and middle of the image, px.
    """
    focal, centre = float(camera[0]), camera[1:]
    towards = box[:2] + box[2:] / 2
    ahead = np.append((towards - centre) / focal, 1.0)
    pelvis = joints_3d[skeleton.ROOT]
    along = (joints_3d - pelvis) @ (ahead / np.linalg.norm(ahead))
    return np.asarray(along * (focal / max(float(pelvis[2]), 1.0)), np.float32)


def with_middles(
    joints: NDArray[np.floating], known: NDArray[np.bool_]
) -> tuple[NDArray[np.floating], NDArray[np.bool_]]:
    """Fill pelvis and thorax with the middles of hips and shoulders where both are known."""
    joints, known = joints.copy(), known.copy()
    for middle, a, b in (
        ("pelvis", "r_hip", "l_hip"),
        ("thorax", "r_shoulder", "l_shoulder"),
    ):
        m, i, j = _INDEX[middle], _INDEX[a], _INDEX[b]
        both = known[:, i] & known[:, j] & ~known[:, m]
        joints[both, m] = (joints[both, i] + joints[both, j]) / 2
        known[both, m] = True
    return joints, known
