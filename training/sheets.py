"""Images of what a network got wrong, with prediction and truth drawn, to be looked at."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import apply_affine, crop_matrix, square_crop
from training.datasets.records import Records
from training.metrics import Aligned, align, normalised_errors
from training.predict import Predictions

_CELL = 300
_SHOWN = 16
#: Side of a cell's image over the larger side of the person's box.
_MARGIN = 1.5
#: Of a cell, the height of a person in 3D.
_REACH = 0.85
_WHITE = (255, 255, 255)
_LIMBS = list(skeleton.LIMBS)

Image = NDArray[np.uint8]
Array = NDArray[np.floating]


def write_sheets(folder: Path, name: str, records: Records, found: Predictions) -> list[Path]:
    """Write the worst and the middling people of a set by their 2D and 3D errors.

    Predictions are drawn in the colours of their sides, truth in white; in 3D from the camera and
    from its left, root-relative and after one scale, and only what is in the image.

    Returns:
        The files: `NAME-worst-2d.jpg`, `NAME-median-2d.jpg`, and the same with 3d where the set
        knows any.

    Raises:
        PosecamError: they cannot be written.
    """
    aligned = align(found.joints_3d, records, scaled=True, seen=True)
    rankings = {
        "2d": normalised_errors(found.joints_2d, records)[:, _LIMBS],
        "3d": aligned.errors[:, _LIMBS],
    }
    written = []
    for kind, errors in rankings.items():
        have = np.isfinite(errors)
        count = have.sum(-1)
        each = np.where(have, errors, 0).sum(-1) / np.maximum(count, 1)
        order = np.flatnonzero(count > 0)
        order = order[np.argsort(-each[order], kind="stable")]
        if not len(order):
            continue
        start = max(0, (len(order) - _SHOWN) // 2)
        for rank, rows in (("worst", order[:_SHOWN]), ("median", order[start : start + _SHOWN])):
            path = folder / f"{name}-{rank}-{kind}.jpg"
            unit = "torsos" if kind == "2d" else "mm"
            labels = [f"{each[row]:.{2 if kind == '2d' else 0}f} {unit}" for row in rows]
            _write(path, records, found, aligned, rows, labels, solid=kind == "3d")
            written.append(path)
    return written


def _write(
    path: Path,
    records: Records,
    found: Predictions,
    aligned: Aligned,
    rows: NDArray[np.integer],
    labels: list[str],
    *,
    solid: bool,
) -> None:
    cells = []
    for row, label in zip(rows, labels, strict=True):
        parts = [_image(records, found, int(row))]
        if solid:
            parts += _bodies(aligned, int(row))
        cell = np.concatenate(parts, 1)
        text = f"{label}  {Path(str(records.files[row])).name}"
        cell[:20, :_CELL] //= 3
        cv2.putText(cell, text, (5, 15), 0, 0.42, _WHITE, 1, cv2.LINE_AA)
        cells.append(cell)
    columns = 2 if solid else 4
    cells += [np.zeros_like(cells[0])] * (-len(cells) % columns)
    lines = [np.concatenate(cells[i : i + columns], 1) for i in range(0, len(cells), columns)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        good = cv2.imwrite(str(path), np.concatenate(lines))
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error
    if not good:
        raise PosecamError(f"{path} cannot be written.")


def _image(records: Records, found: Predictions, row: int) -> Image:
    image = cv2.imread(str(records.files[row]), cv2.IMREAD_COLOR)
    if image is None:
        return np.zeros((_CELL, _CELL, 3), np.uint8)
    matrix = crop_matrix(*square_crop(records.box[row], _MARGIN), _CELL)
    cell = np.asarray(cv2.warpAffine(image, matrix, (_CELL, _CELL)), np.uint8)
    truth = apply_affine(matrix, records.joints_2d[row].astype(np.float64))
    _draw(cell, np.where(records.known[row][:, None], truth, np.nan), truth=True)
    _draw(cell, apply_affine(matrix, found.joints_2d[row].astype(np.float64)))
    return cell


def _bodies(aligned: Aligned, row: int) -> list[Image]:
    """Seen from the camera (x to the right) and from its left (z to the right)."""
    limbs = aligned.true[row][_LIMBS]
    low, high = np.nanmin(limbs, axis=0), np.nanmax(limbs, axis=0)
    middle = (low + high) / 2
    scale = _REACH * _CELL / max(float((high - low).max()), 1.0)
    views = []
    for axes in ([0, 1], [2, 1]):
        cell = np.full((_CELL, _CELL, 3), 40, np.uint8)
        for joints, truth in ((aligned.true[row], True), (aligned.predicted[row], False)):
            _draw(cell, ((joints - middle) * scale)[:, axes] + _CELL / 2, truth=truth)
        views.append(cell)
    return views


def _draw(cell: Image, joints: Array, *, truth: bool = False) -> None:
    for (child, parent), side in zip(skeleton.BONES, skeleton.BONE_SIDES, strict=True):
        ends = joints[[child, parent]]
        if not np.isfinite(ends).all() or np.abs(ends).max() > 20 * _CELL:
            continue
        a, b = (tuple(round(float(v)) for v in end) for end in ends)
        colour = _WHITE if truth else skeleton.COLOURS[side][::-1]
        cv2.line(cell, a, b, colour, 1 if truth else 2, cv2.LINE_AA)
