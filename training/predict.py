"""Run a network over labelled images, each cut out by its given box."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np
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
            matrix = crop_matrix(*square_crop(records.box[row], CROP_MARGIN), size)
            crop = cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR)
            crops.append(crop[..., ::-1].transpose(2, 0, 1))
            matrices.append(invert_affine(matrix))
            rows.append(row)
        if rows:
            given = run(np.ascontiguousarray(np.stack(crops), np.float32))
            if given["scores"].shape[1] != known.scores.shape[1]:  # the first answer tells
                known = _nothing(count, given["scores"].shape[1])
            for i, row in enumerate(rows):
                one = {name: values[i].astype(np.float64) for name, values in given.items()}
                _place(known, row, one, matrices[i], cameras[i], records.box[row])
        bar.update(min(batch, count - start))
    bar.close()
    return replace(known, unreadable=tuple(unreadable))


def _place(
    known: Predictions,
    row: int,
    given: Mapping[str, NDArray[np.float64]],
    back: NDArray[np.floating],
    camera: tuple[float, NDArray[np.float64]],
    box: NDArray[np.float32],
) -> None:
    """Write what a network says of one crop into the row of a person.

    Args:
        back: affine from the crop's px to the image's.
        camera: focal length and middle of the image, px.
    """
    joints, score = given["joints"], given["scores"]
    flat = apply_affine(back, joints[:, :2])
    to_frame = math.sqrt(abs(np.linalg.det(back[:, :2])))
    placed = np.column_stack([flat, joints[:, 2] * to_frame])
    towards = box[:2] + box[2:] / 2
    solid = in_camera(placed, *camera, towards)
    known.joints_2d[row] = flat
    known.joints_3d[row] = solid * millimetres_per_unit(solid, score)
    known.scores[row] = score
    known.depth_px[row] = placed[:, 2] - placed[skeleton.ROOT, 2]
    if "spread" in given:
        known.spread_px[row] = given["spread"] * to_frame
    if "up" in given:
        known.up[row] = crop_rotation(*camera, towards).T @ given["up"]


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


def _camera(
    known: NDArray[np.float32], shape: tuple[int, ...]
) -> tuple[float, NDArray[np.float64]]:
    """Focal length and middle of a image, px."""
    if np.isfinite(known).all():
        return float(known[0]), known[1:].astype(np.float64)
    size = shape[1], shape[0]
    return focal_length_px(size, ASSUMED_FIELD_OF_VIEW_DEG), (np.array(size) - 1) / 2
