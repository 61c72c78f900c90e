"""MPII Human Pose (Andriluka et al., CVPR 2014), as the hourglass repositories share it.

`images/*.jpg` with either `annot/train.json` and `annot/valid.json` (a list of people: `image`,
`joints` 16 x 2, `joints_vis` 16, `center`, `scale`) or `mpii_annotations.json` (`img_paths`,
`joint_self` 16 x 3, `objpos`, `scale_provided`, `isValidation`). The order of joints is the
table's. Coordinates count from one. The official head boxes, which PCKh counts in, come from
`annot/gt_valid.mat` where it is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN, joints_box
from training.datasets.files import read_json, read_mat
from training.datasets.lspet import no_split
from training.datasets.records import Records, make_records

_SPLIT_FILES = {"train": "train.json", "val": "valid.json"}
_ONE_FILE = "mpii_annotations.json"
_HEADS = "gt_valid.mat"
#: A person's square in the protocol: scale times 200 px is their height, a quarter is added, and
#: the middle lies a little lower than `center`.
_HEIGHT_PX, _PADDING, _LOWER_PX = 200.0, 1.25, 15.0
#: The head's length as PCKh has it, of the diagonal of its box.
_HEAD_OF_DIAGONAL = 0.6


@dataclass(frozen=True, slots=True)
class _Person:
    image: str
    joints: NDArray[np.float64]  # (16, 2)
    known: NDArray[np.bool_]
    centre: NDArray[np.float64]
    scale: float


def _annotations(folder: Path) -> Path:
    return folder / "annot" if (folder / "annot").is_dir() else folder


def is_mpii(folder: Path) -> bool:
    """Whether the folder has this layout."""
    place = _annotations(folder)
    return any((place / name).is_file() for name in (*_SPLIT_FILES.values(), _ONE_FILE))


def read_mpii(folder: Path, split: str) -> Records:
    """People of MPII.

    To train, the box is that of the joints; people of the validation split have the protocol's
    square round `center`, so that figures compare with the published ones.

    Raises:
        PosecamError: a file is missing or of another form.
    """
    if split not in {"all", *_SPLIT_FILES}:
        raise no_split(split)
    people: list[_Person] = []
    held_out: list[bool] = []
    heads: list[NDArray[np.floating]] = []
    for part in _SPLIT_FILES if split == "all" else (split,):
        found, path = _people(folder, part)
        people += found
        held_out += [part == "val"] * len(found)
        heads.append(_head_lengths(folder, path, len(found), part))
    joints = np.stack([p.joints for p in people]) if people else np.zeros((0, skeleton.COUNT, 2))
    known = np.stack([p.known for p in people]) if people else np.zeros((0, skeleton.COUNT), bool)
    boxes = np.array(
        [_box(p, out) for p, out in zip(people, held_out, strict=True)], np.float32
    ).reshape(-1, 4)
    files = [folder / "images" / p.image for p in people]
    return make_records("mpii", files, joints, known, box=boxes, head_px=np.concatenate(heads))


def _people(folder: Path, part: str) -> tuple[list[_Person], Path]:
    place = _annotations(folder)
    path = place / _SPLIT_FILES[part]
    one = not path.is_file() and (place / _ONE_FILE).is_file()
    if one:
        path = place / _ONE_FILE
    rows = read_json(path)
    try:
        if one:
            wanted = 1.0 if part == "val" else 0.0
            people = [_from_one_file(row) for row in rows if float(row["isValidation"]) == wanted]
        else:
            people = [_from_split_file(row) for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise PosecamError(f"{path} is not of MPII's form ({error!r}).") from error
    return people, path


def _from_split_file(row: dict[str, Any]) -> _Person:
    joints = np.array(row["joints"], float).reshape(skeleton.COUNT, 2)
    seen: NDArray[np.bool_] = np.array(row["joints_vis"], float).reshape(skeleton.COUNT) > 0
    return _Person(
        str(row["image"]), joints - 1, seen & np.all(joints > 0, axis=-1),
        np.array(row["center"], float) - 1, float(row["scale"]),
    )  # fmt: skip


def _from_one_file(row: dict[str, Any]) -> _Person:
    # The third number tells what is hidden; what is not labelled is at zero.
    joints = np.array(row["joint_self"], float).reshape(skeleton.COUNT, 3)[:, :2]
    return _Person(
        str(row["img_paths"]), joints - 1, np.all(joints > 0, axis=-1),
        np.array(row["objpos"], float) - 1, float(row["scale_provided"]),
    )  # fmt: skip


def _box(person: _Person, held_out: bool) -> NDArray[np.floating]:
    if person.known.any() and not held_out:
        return joints_box(person.joints, person.known)
    side = person.scale * _HEIGHT_PX * _PADDING / CROP_MARGIN
    middle = person.centre + np.array([0.0, _LOWER_PX * person.scale])
    return np.append(middle - side / 2, (side, side))


def _head_lengths(folder: Path, labels: Path, count: int, part: str) -> NDArray[np.floating]:
    path = _annotations(folder) / _HEADS
    if part != "val" or labels.name == _ONE_FILE or not path.is_file():
        return np.full(count, np.nan)
    boxes = np.asarray(read_mat(path).get("headboxes_src", ()), float)
    if boxes.shape != (2, 2, count):
        raise PosecamError(
            f"{path}: headboxes_src has shape {boxes.shape}; (2, 2, {count}) is needed for the "
            f"{count} people of {labels.name}."
        )
    return np.asarray(_HEAD_OF_DIAGONAL * np.linalg.norm(boxes[1] - boxes[0], axis=0))
