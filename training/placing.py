"""Labels of many samples at once, changed as drawn: what `augment.changed` does for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import CROP_MARGIN
from training.augment import UNSEEN_TRUST, USUAL_REACH, Draw
from training.datasets.records import Records
from training.datasets.store import ImageStore
from training.network.lift import DEPTH_UNIT

Array = NDArray[np.floating]

_FLIP = np.array(skeleton.KEYPOINT_FLIP)
_BODY = slice(skeleton.COUNT)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Labels of N samples, as `augment.Sample` has them, and where their images come from.

    Attributes:
        matrix: (N, 2, 3) from px of the stored images to px of the samples.
    """

    matrix: Array
    joints: Array
    weight: Array
    inside: NDArray[np.bool_]
    depth: Array
    depth_weight: Array
    up: Array


def place(
    records: Records,
    store: ImageStore,
    rows: NDArray[np.integer],
    size: int,
    draws: Sequence[Draw],
) -> Placed:
    """Labels of these rows in samples of a side."""
    known = records.known[rows]
    joints = _apply(store.matrices[rows], records.joints_2d[rows].astype(np.float64))
    middle, side = _squares(joints[:, _BODY], known[:, _BODY], draws)
    angle = np.array([d.angle for d in draws])
    flip = np.array([d.flip for d in draws])
    matrix = crop_matrices(middle, side, size, angle)
    up = _up(records, store, rows, middle, angle)
    matrix[flip] = np.array([[-1.0, 0, size - 1], [0, 1, 0]]) @ _square(matrix[flip])
    joints = _apply(matrix, joints)
    per_px = np.linalg.norm(store.matrices[rows][:, :, 0], axis=-1)
    depth = records.depth_px[rows] * (per_px / side / DEPTH_UNIT)[:, None]
    weight = records.reliable[rows] * known
    for values in (joints, known, weight, depth):
        values[flip] = values[flip][:, _FLIP]
    up[flip] *= (-1.0, 1.0, 1.0)
    inside = np.asarray(((joints >= -0.5) & (joints < size - 0.5)).all(-1), bool)
    has = np.isfinite(depth)
    depth = np.where(has, depth, 0.0)
    reach = np.abs(depth).max(1)
    trust = records.depth_weight[rows] / np.maximum(1.0, reach / USUAL_REACH)
    sure = np.where(inside & known, 1.0, UNSEEN_TRUST)
    return Placed(matrix, joints, weight, inside, depth, has * trust[:, None] * sure, up)


def crop_matrices(middle: Array, side: Array, size: int, angle: Array) -> Array:
    """(N, 2, 3) of `geometry.crop_matrix`, from (N, 2) middles, (N,) sides and (N,) angles."""
    c, s = np.cos(angle) * size / side, np.sin(angle) * size / side
    half, (x, y) = (size - 1) / 2, middle.T
    rows = [c, s, half - c * x - s * y], [-s, c, half + s * x - c * y]
    return np.stack([np.stack(row, -1) for row in rows], 1)


def inverted(matrix: Array) -> Array:
    """(N, 2, 3) inverses of affines."""
    linear = np.linalg.inv(matrix[:, :, :2])
    return np.concatenate([linear, -linear @ matrix[:, :, 2:]], 2)


def _squares(joints: Array, known: NDArray[np.bool_], draws: Sequence[Draw]) -> tuple[Array, Array]:
    """(N, 2) middles and (N,) sides of the crops round (N, 16) joints."""
    seen = known & np.stack([d.keep for d in draws])
    used = np.where(seen.sum(1, keepdims=True) >= 3, seen, known)[..., None]
    low = np.where(used, joints, np.inf).min(1)
    high = np.where(used, joints, -np.inf).max(1)
    side = np.maximum((high - low).max(1), 1.0) * CROP_MARGIN
    side = side * np.array([d.zoom for d in draws])
    shift = np.stack([d.shift for d in draws])
    return (low + high) / 2 + shift * side[:, None], side


def _up(
    records: Records, store: ImageStore, rows: NDArray[np.integer], middle: Array, angle: Array
) -> Array:
    """(N, 3) which way is up in the frames of the crops; zeros where no one knows."""
    up, camera = records.up[rows].astype(np.float64), records.camera[rows].astype(np.float64)
    seen = np.isfinite(camera).all(-1)
    if seen.any():
        towards = _apply(inverted(store.matrices[rows][seen]), middle[seen][:, None])[:, 0]
        turns = _crop_rotations(camera[seen, 0], camera[seen, 1:], towards)
        up[seen] = np.einsum("nij,nj->ni", turns, up[seen])
    c, s = np.cos(angle), np.sin(angle)
    x, y = up[:, 0] * c + up[:, 1] * s, -up[:, 0] * s + up[:, 1] * c
    turned = np.stack([x, y, up[:, 2]], 1)
    return np.where(np.isfinite(records.up[rows]).all(-1, keepdims=True), turned, 0.0)


def _crop_rotations(focal: Array, centre: Array, towards: Array) -> Array:
    """(N, 3, 3) of `geometry.crop_rotation`."""
    ray = np.concatenate([(towards - centre) / focal[:, None], np.ones((len(focal), 1))], 1)
    x, y, z = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).T
    none = np.zeros_like(x)
    cross = np.stack(
        [
            np.stack([none, none, -x], -1),
            np.stack([none, none, -y], -1),
            np.stack([x, y, none], -1),
        ],
        1,
    )
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + z)[:, None, None])


def _apply(matrix: Array, points: Array) -> Array:
    """(N, K, 2) points under (N, 2, 3) affines."""
    return np.asarray(np.einsum("nij,nkj->nki", matrix[:, :, :2], points) + matrix[:, None, :, 2])


def _square(matrix: Array) -> Array:
    """(N, 3, 3) of (N, 2, 3) affines."""
    last = np.tile(np.array([[[0.0, 0.0, 1.0]]]), (len(matrix), 1, 1))
    return np.concatenate([matrix, last], 1)
