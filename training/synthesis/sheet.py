"""A contact sheet of an annotated folder, to be looked at."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.folder import read_folder
from training.synthesis.spoil import Picture, as_picture

_COLUMNS = _ROWS = 6
_CELL = 256


def contact_sheet(folder: Path, out: Path, first: int = 0, *, plain: bool = False) -> None:
    """Write 6 x 6 pictures of a folder, from number first on, with their joints unless plain.

    Raises:
        PosecamError: the folder is none, or a picture cannot be read or written.
    """
    records = read_folder(folder)
    cells = []
    for number in range(first, min(first + _COLUMNS * _ROWS, len(records))):
        picture = cv2.imread(str(records.files[number]))
        if picture is None:
            raise PosecamError(f"The picture {records.files[number]} cannot be read.")
        scale = _CELL / max(picture.shape[:2])
        height, width = picture.shape[:2]
        small = cv2.resize(picture, (round(width * scale), round(height * scale)))
        cell = np.zeros((_CELL, _CELL, 3), np.uint8)
        cell[: small.shape[0], : small.shape[1]] = small
        if not plain:
            _draw(cell, records.joints_2d[number] * scale, records.known[number])
        cells.append(cell)
    cells += [np.zeros((_CELL, _CELL, 3), np.uint8)] * (_COLUMNS * _ROWS - len(cells))
    rows = [np.concatenate(cells[r : r + _COLUMNS], 1) for r in range(0, len(cells), _COLUMNS)]
    out.parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwrite(str(out), as_picture(np.concatenate(rows))):
        raise PosecamError(f"The sheet cannot be written to {out}.")


def _draw(cell: Picture, joints: NDArray[np.float32], known: NDArray[np.bool_]) -> None:
    for (child, parent), side in zip(skeleton.BONES, skeleton.BONE_SIDES, strict=True):
        if known[child] and known[parent]:
            ends = [tuple(int(v) for v in joints[j]) for j in (child, parent)]
            cv2.line(cell, ends[0], ends[1], skeleton.COLOURS[side][::-1], 1, cv2.LINE_AA)
