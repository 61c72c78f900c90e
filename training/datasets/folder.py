"""The project's own layout: `images/*.jpg` and `annotations.npz`."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records, make_records

ANNOTATIONS = "annotations.npz"
_KEYS = ("files", "box", "joints_2d", "visible", "joints_3d", "joint_names")


def read_folder(folder: Path) -> Records:
    """All people of an annotated folder, in the order of its annotations.

    Raises:
        PosecamError: a file or an array is missing, or the joints are in another order.
    """
    path = folder / ANNOTATIONS
    if not path.is_file():
        raise PosecamError(f"{folder} is no annotated folder: {ANNOTATIONS} is missing.")
    try:
        with np.load(path, allow_pickle=False) as stored:
            missing = [k for k in _KEYS if k not in stored]
            if missing:
                raise PosecamError(f"{path} lacks the arrays {', '.join(missing)}.")
            data = {k: stored[k] for k in _KEYS}
    except (OSError, ValueError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    names = tuple(str(n) for n in data["joint_names"])
    if names != skeleton.NAMES:
        raise PosecamError(f"{path} has joints {names}; the order must be {skeleton.NAMES}.")
    count = len(data["files"])
    for key, shape in (
        ("box", (count, 4)),
        ("joints_3d", (count, skeleton.COUNT, 3)),
    ):
        if data[key].shape != shape:
            raise PosecamError(f"{path}: {key} has shape {data[key].shape}, {shape} is needed.")
    images = folder / "images"
    return make_records(
        folder.name,
        [images / str(f) for f in data["files"]],
        data["joints_2d"],
        data["visible"].astype(bool),
        box=data["box"],
        joints_3d=data["joints_3d"],
    )
