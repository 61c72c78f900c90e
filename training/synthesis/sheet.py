"""A contact sheet of an annotated folder, to be looked at."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.folder import ANNOTATIONS
from training.synthesis.degrade import Image, as_image

_COLUMNS = _ROWS = 6
_CELL = 256
_UP_PX = 42
_UP_COLOUR = (255, 255, 255)


def contact_sheet(folder: Path, out: Path, first: int = 0, *, plain: bool = False) -> None:
    """Write 6 x 6 images of a folder, from number first on, with their keypoints unless plain.

    Bones have the colours of their sides, hidden keypoints are rings, and the white line leads
    from the pelvis away from the ground, shorter the more it points along the line of sight.

    Raises:
        PosecamError: the folder is none, or an image cannot be read or written.
    """
    try:
        with np.load(folder / ANNOTATIONS, allow_pickle=False) as stored:
            table = {k: stored[k] for k in stored.files}
    except (OSError, ValueError) as error:
        raise PosecamError(f"{folder} is no annotated folder ({error}).") from error
    cells = []
    for number in range(first, min(first + _COLUMNS * _ROWS, len(table["files"]))):
        path = folder / "images" / str(table["files"][number])
        image = cv2.imread(str(path))
        if image is None:
            raise PosecamError(f"The image {path} cannot be read.")
        scale = _CELL / max(image.shape[:2])
        height, width = image.shape[:2]
        small = cv2.resize(image, (round(width * scale), round(height * scale)))
        cell = np.zeros((_CELL, _CELL, 3), np.uint8)
        cell[: small.shape[0], : small.shape[1]] = small
        if not plain:
            joints, visible = table["joints_2d"][number] * scale, table["visible"][number]
            hidden = table["occluded"][number] if "occluded" in table else np.zeros_like(visible)
            _draw(cell, joints, visible.astype(bool), hidden.astype(bool))
            if "up" in table:
                _draw_up(cell, joints[skeleton.ROOT], table["up"][number])
        cells.append(cell)
    cells += [np.zeros((_CELL, _CELL, 3), np.uint8)] * (_COLUMNS * _ROWS - len(cells))
    rows = [np.concatenate(cells[r : r + _COLUMNS], 1) for r in range(0, len(cells), _COLUMNS)]
    out.parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwrite(str(out), as_image(np.concatenate(rows))):
        raise PosecamError(f"The sheet cannot be written to {out}.")


def _draw(
    cell: Image, joints: NDArray[np.float32], visible: NDArray[np.bool_], hidden: NDArray[np.bool_]
) -> None:
    for child, parent in skeleton.KEYPOINT_BONES:
        if child < len(joints) and visible[child] and visible[parent]:
            colour = skeleton.COLOURS[skeleton.KEYPOINT_SIDES[child]][::-1]
            ends = [tuple(int(v) for v in joints[j]) for j in (child, parent)]
            cv2.line(cell, ends[0], ends[1], colour, 1, cv2.LINE_AA)
    for keypoint in np.flatnonzero(visible):
        colour = skeleton.COLOURS[skeleton.KEYPOINT_SIDES[keypoint]][::-1]
        at = tuple(int(v) for v in joints[keypoint])
        cv2.circle(cell, at, 2, colour, 1 if hidden[keypoint] else -1, cv2.LINE_AA)


def _draw_up(cell: Image, pelvis: NDArray[np.float32], up: NDArray[np.float32]) -> None:
    tip = pelvis + up[:2] * _UP_PX
    ends = [tuple(int(np.clip(v, -999, 999)) for v in p) for p in (pelvis, tip)]
    cv2.arrowedLine(cell, ends[0], ends[1], _UP_COLOUR, 1, cv2.LINE_AA, tipLength=0.2)
