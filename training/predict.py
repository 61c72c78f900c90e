"""Run a network over labelled images, each cut out by its given box."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    crop_rotation,
    focal_length_px,
    in_camera,
    invert_affine,
    millimetres_per_unit,
    square_crop,
)
from training.datasets.records import Records

#: (N, 3, S, S) float32 RGB 0..255 -> the network's outputs by name (`training.network.OUTPUTS`).
Runner = Callable[[NDArray[np.float32]], Mapping[str, NDArray[np.float32]]]
#: Focal length and middle of the image, px.
Camera = tuple[float, NDArray[np.float64]]
_BATCH = 4
#: Of a camera that nothing is known of, degrees along the image's longer side.
ASSUMED_FIELD_OF_VIEW_DEG = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """In the order of the records; NaN rows where the image could not be read.

    Attributes:
        joints_2d: (N, K, 2) px of the image.
        joints_3d: (N, K, 3) mm, root-relative, camera frame.
        scores: (N, K).
        unreadable: files that could not be decoded.
        depth_px: (N, K) depth relative to the pelvis in px of the image, as `Records` has it.
        spread_px: (N, K) its Laplace scale, px of the image; NaN where the network has none.
        up: (N, 3) unit vector away from the ground, camera frame; NaN where the network has none.
    """

    joints_2d: NDArray[np.float32]
    joints_3d: NDArray[np.float32]
    scores: NDArray[np.float32]
    unreadable: tuple[str, ...]
    depth_px: NDArray[np.float32]
    spread_px: NDArray[np.float32]
    up: NDArray[np.float32]


def predict(
    run: Runner, size: int, records: Records, *, batch: int = _BATCH, progress: bool = True
) -> Predictions:
    """Joints of every person of the records from their boxes.

    Where the records know no camera, `ASSUMED_FIELD_OF_VIEW_DEG` is assumed.
    """
    count = len(records)
    known = _nothing(count, skeleton.COUNT)
    unreadable: list[str] = []
    bar = tqdm(total=count, desc=records.name, unit="img", disable=not progress)
    for start in range(0, count, batch):
        rows, crops, matrices, cameras = [], [], [], []
        for row in range(start, min(start + batch, count)):
            image = cv2.imread(str(records.files[row]), cv2.IMREAD_COLOR)
            if image is None:
                unreadable.append(str(records.files[row]))
                continue
            cameras.append(_camera(records.camera[row], image.shape))
            crop, back = _crop(image, records.box[row], size)
            crops.append(crop)
            matrices.append(back)
            rows.append(row)
        if rows:
            given = run(np.ascontiguousarray(np.stack(crops), np.float32))
            if given["scores"].shape[1] != known.scores.shape[1]:  # the first answer tells
                known = _nothing(count, given["scores"].shape[1])
            for i, row in enumerate(rows):
                one = {name: values[i].astype(np.float64) for name, values in given.items()}
                _write(known, row, _place(one, matrices[i], cameras[i], records.box[row]))
        bar.update(min(batch, count - start))
    bar.close()
    return replace(known, unreadable=tuple(unreadable))


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """What a network says of one crop, as it lies in the image and before the camera.

    Attributes:
        joints_2d: (K, 2) px of the image.
        joints_3d: (K, 3) mm, root-relative, camera frame.
        scores: (K,).
        depth_px: (K,) depth relative to the pelvis, px of the image.
        spread_px: (K,) its Laplace scale, px of the image; None where the network has none.
        up: (3,) unit vector away from the ground, camera frame; None where the network has none.
    """

    joints_2d: NDArray[np.floating]
    joints_3d: NDArray[np.floating]
    scores: NDArray[np.floating]
    depth_px: NDArray[np.floating]
    spread_px: NDArray[np.floating] | None
    up: NDArray[np.floating] | None


def look(
    run: Runner, size: int, image: MatLike, box: NDArray[np.floating], camera: Camera
) -> Placed:
    """Run a network on one person of an image.

    Args:
        image: (H, W, 3) BGR.
        box: (4,) x, y, w, h round the person, px.
    """
    crop, back = _crop(image, box, size)
    given = run(np.ascontiguousarray(crop[None], np.float32))
    one = {name: values[0].astype(np.float64) for name, values in given.items()}
    return _place(one, back, camera, box)


def _crop(
    image: MatLike, box: NDArray[np.floating], size: int
) -> tuple[NDArray[np.uint8], NDArray[np.floating]]:
    """(3, S, S) RGB of the square round a box, and the affine from its px to the image's."""
    matrix = crop_matrix(*square_crop(box, CROP_MARGIN), size)
    crop = np.asarray(cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR), np.uint8)
    return crop[..., ::-1].transpose(2, 0, 1), invert_affine(matrix)


def _place(
    given: Mapping[str, NDArray[np.float64]],
    back: NDArray[np.floating],
    camera: Camera,
    box: NDArray[np.floating],
) -> Placed:
    """Bring what a network says of one crop into the image and before the camera.

    Args:
        back: affine from the crop's px to the image's.
    """
    joints, scores = given["joints"], given["scores"]
    flat = apply_affine(back, joints[:, :2])
    to_frame = math.sqrt(abs(np.linalg.det(back[:, :2])))
    placed = np.column_stack([flat, joints[:, 2] * to_frame])
    towards = box[:2] + box[2:] / 2
    solid = in_camera(placed, *camera, towards)
    up = given.get("up")
    return Placed(
        joints_2d=flat,
        joints_3d=solid * millimetres_per_unit(solid, scores),
        scores=scores,
        depth_px=placed[:, 2] - placed[skeleton.ROOT, 2],
        spread_px=given["spread"] * to_frame if "spread" in given else None,
        up=None if up is None else crop_rotation(*camera, towards).T @ up,
    )


def _write(known: Predictions, row: int, placed: Placed) -> None:
    """Into the row of a person."""
    known.joints_2d[row] = placed.joints_2d
    known.joints_3d[row] = placed.joints_3d
    known.scores[row] = placed.scores
    known.depth_px[row] = placed.depth_px
    if placed.spread_px is not None:
        known.spread_px[row] = placed.spread_px
    if placed.up is not None:
        known.up[row] = placed.up


def _nothing(count: int, keypoints: int) -> Predictions:
    """Predictions of people of whom nothing is known."""

    def unknown(*shape: int) -> NDArray[np.float32]:
        return np.full((count, *shape), np.nan, np.float32)

    return Predictions(
        joints_2d=unknown(keypoints, 2),
        joints_3d=unknown(keypoints, 3),
        scores=np.zeros((count, keypoints), np.float32),
        unreadable=(),
        depth_px=unknown(keypoints),
        spread_px=unknown(keypoints),
        up=unknown(3),
    )


def _camera(known: NDArray[np.float32], shape: tuple[int, ...]) -> Camera:
    if np.isfinite(known).all():
        return float(known[0]), known[1:].astype(np.float64)
    return assumed_camera(shape)


def assumed_camera(shape: tuple[int, ...]) -> Camera:
    """The camera of an image of which nothing but its shape (H, W, ...) is known."""
    size = shape[1], shape[0]
    return focal_length_px(size, ASSUMED_FIELD_OF_VIEW_DEG), (np.array(size) - 1) / 2
