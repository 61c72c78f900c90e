"""The project's own layout: `images/*.jpg` and `annotations.npz`."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records, make_records

ANNOTATIONS = "annotations.npz"
_KEYS = ("files", "box", "joints_2d", "visible", "joints_3d", "joint_names")
#: Optional: (N, 3, 3) intrinsics of each image; joints_3d then has the camera at its origin.
_CAMERA = "camera"
#: Optional: (N, 3) unit vector away from the ground in the camera frame.
_UP = "up"
#: A wider lens than this, as tan of half the angle, is a mistake in the annotations.
_WIDEST = 4.0


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
            data = {k: stored[k] for k in (*_KEYS, _CAMERA, _UP) if k in stored}
    except (OSError, ValueError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    names = tuple(str(n) for n in data["joint_names"])
    if names not in (skeleton.NAMES, skeleton.KEYPOINT_NAMES):
        raise PosecamError(
            f"{path} has joints {names}; the order must be {skeleton.NAMES}, or that of all "
            f"{skeleton.KEYPOINT_COUNT} keypoints, which begins with them."
        )
    count = len(data["files"])
    for key, shape in (
        ("box", (count, 4)),
        ("joints_3d", (count, len(names), 3)),
        *([(_UP, (count, 3))] if _UP in data else []),
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
        camera=_cameras(data[_CAMERA], path) if _CAMERA in data else None,
        up=data.get(_UP),
    )


def _cameras(matrices: NDArray[np.floating], path: Path) -> NDArray[np.float32]:
    if matrices.ndim != 3 or matrices.shape[1:] != (3, 3):
        raise PosecamError(f"{path}: camera has shape {matrices.shape}, (N, 3, 3) is needed.")
    return pinholes(matrices)


def pinholes(matrices: NDArray[np.floating]) -> NDArray[np.float32]:
    """(N, 3) focal length and middle of (N, 3, 3) intrinsics; NaN where none can be a camera's."""
    focal, middle = matrices[:, 0, 0], matrices[:, :2, 2]
    possible = middle.max(-1) < _WIDEST * focal
    found = np.column_stack([focal, middle]).astype(np.float32)
    return np.where(possible[:, None], found, np.float32(np.nan))
