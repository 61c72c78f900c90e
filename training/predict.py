"""Run a network over labelled pictures, each cut out by its given box."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    focal_length_px,
    in_camera,
    invert_affine,
    millimetres_per_unit,
    square_crop,
)
from training.datasets.records import Records

#: (N, 3, S, S) float32 RGB 0..255 -> joints (N, 16, 3) in input px, scores (N, 16).
Runner = Callable[[NDArray[np.float32]], tuple[NDArray[np.float32], NDArray[np.float32]]]
_BATCH = 4
#: Of a camera that nothing is known of, degrees along the picture's longer side.
ASSUMED_FIELD_OF_VIEW_DEG = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """In the order of the records; NaN rows where the picture could not be read.

    Attributes:
        joints_2d: (N, 16, 2) px of the picture.
        joints_3d: (N, 16, 3) mm, root-relative, camera frame.
        scores: (N, 16).
        unreadable: files that could not be decoded.
    """

    joints_2d: NDArray[np.float32]
    joints_3d: NDArray[np.float32]
    scores: NDArray[np.float32]
    unreadable: tuple[str, ...]


def predict(
    run: Runner, size: int, records: Records, *, batch: int = _BATCH, progress: bool = True
) -> Predictions:
    """Joints of every person of the records from their boxes.

    Where the records know no camera, `ASSUMED_FIELD_OF_VIEW_DEG` is assumed.
    """
    count, joints = len(records), skeleton.COUNT
    joints_2d = np.full((count, joints, 2), np.nan, np.float32)
    joints_3d = np.full((count, joints, 3), np.nan, np.float32)
    scores = np.zeros((count, joints), np.float32)
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
            found, score = run(np.ascontiguousarray(np.stack(crops), np.float32))
            for i, row in enumerate(rows):
                joints_2d[row] = apply_affine(matrices[i], found[i, :, :2].astype(np.float64))
                focal, centre = cameras[i]
                to_frame = math.sqrt(abs(np.linalg.det(matrices[i][:, :2])))
                placed = np.column_stack([joints_2d[row], found[i, :, 2] * to_frame])
                towards = records.box[row, :2] + records.box[row, 2:] / 2
                solid = in_camera(placed.astype(np.float64), focal, centre, towards)
                joints_3d[row] = solid * millimetres_per_unit(solid, score[i])
                scores[row] = score[i]
        bar.update(min(batch, count - start))
    bar.close()
    return Predictions(joints_2d, joints_3d, scores, tuple(unreadable))


def _camera(
    known: NDArray[np.float32], shape: tuple[int, ...]
) -> tuple[float, NDArray[np.float64]]:
    """Focal length and middle of a picture, px."""
    if np.isfinite(known).all():
        return float(known[0]), known[1:].astype(np.float64)
    size = shape[1], shape[0]
    return focal_length_px(size, ASSUMED_FIELD_OF_VIEW_DEG), (np.array(size) - 1) / 2
