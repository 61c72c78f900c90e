"""MPI-INF-3DHP (Mehta et al., 3DV 2017), with the frames of its videos as jpg.

To train, `S1/Seq1/annot.mat` ... with `annot2` and `annot3` (a cell a camera: (T, 56) px and
(T, 84) mm in the camera frame, 28 joints) and images in `imageFrames/video_0/` or
`imageSequence/video_0/`, whose names end in the frame's number, which counts from one. To test,
`TS1/annot_data.mat` ... (HDF5: `annot2`, `annot3`, `valid_frame`, 17 joints) and
`TS1/imageSequence/img_000001.jpg`. Where there is no test set, S8 is held out. The lens follows
from the pairs of 2D and 3D joints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import joints_box
from training.datasets.files import frame_number, frames_of_video, read_mat
from training.datasets.lspet import no_split
from training.datasets.records import Records, make_records

_TRAIN, _TEST = "annot.mat", "annot_data.mat"
_HELD_OUT = "S8"
_TRAIN_JOINTS, _TEST_JOINTS = 28, 17
_APART = 5
#: Row of each of the table's joints; the thorax becomes the middle of the shoulders.
_FROM_28 = (25, 24, 23, 18, 19, 20, 4, 5, 5, 7, 16, 15, 14, 9, 10, 11)
_FROM_17 = (10, 9, 8, 11, 12, 13, 14, 1, 1, 0, 4, 3, 2, 5, 6, 7)
_FRAMES = ("imageFrames", "imageSequence")

Array = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class _Video:
    """Images with their joints, all through one lens."""

    files: list[Path]
    flat: Array  # (T, 16, 2) px
    solid: Array  # (T, 16, 3) mm


def _train_files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"S*/Seq*/{_TRAIN}"))


def _test_files(folder: Path) -> list[Path]:
    return sorted([*folder.glob(f"TS*/{_TEST}"), *folder.glob(f"*/TS*/{_TEST}")])


def is_mpi_inf_3dhp(folder: Path) -> bool:
    """Whether the folder has this layout."""
    return bool(_train_files(folder) or _test_files(folder))


def read_mpi_inf_3dhp(folder: Path, split: str) -> Records:
    """People of MPI-INF-3DHP of whom there is an image.

    Raises:
        PosecamError: a file is of another form, or there are no images.
    """
    if split not in {"all", "train", "val"}:
        raise no_split(split)
    train, test = _train_files(folder), _test_files(folder)
    held_out = [p for p in train if p.parent.parent.name == _HELD_OUT and not test]
    videos: list[_Video] = []
    for path in train:
        if split == "all" or (path in held_out) == (split == "val"):
            videos += _training_videos(path)
    for path in test if split != "train" else ():
        videos.append(_test_video(path))
    videos = [v for v in videos if v.files]
    if not videos:
        raise PosecamError(
            f"{folder} has no images of the {split} split: the videos' frames go to "
            "S1/Seq1/imageFrames/video_0/frame_000001.jpg and so on."
        )
    flat = np.concatenate([v.flat for v in videos])
    files = [path for v in videos for path in v.files]
    lenses = np.concatenate([np.tile(_lens(v.flat, v.solid), (len(v.files), 1)) for v in videos])
    boxes = np.array([joints_box(j) for j in flat], np.float32)
    return make_records(
        "mpi-inf-3dhp", files, flat, np.ones(flat.shape[:2], bool), box=boxes,
        joints_3d=np.concatenate([v.solid for v in videos]), camera=lenses,
    )  # fmt: skip


def _ours(joints: Array, rows: Sequence[int]) -> Array:
    out = joints[:, list(rows)].astype(np.float64)
    index = skeleton.INDEX
    out[:, index["thorax"]] = out[:, [index["r_shoulder"], index["l_shoulder"]]].mean(1)
    return out


def _training_videos(path: Path) -> list[_Video]:
    data = read_mat(path)
    try:
        flat_cells, solid_cells = data["annot2"].ravel(), data["annot3"].ravel()
    except KeyError as error:
        raise PosecamError(f"{path} lacks the array {error}.") from error
    videos = []
    for camera, (flat, solid) in enumerate(zip(flat_cells, solid_cells, strict=True)):
        images = [
            image
            for place in _FRAMES
            for image in (path.parent / place / f"video_{camera}").glob("*.jpg")
        ]
        if not images:
            continue
        count = len(flat)
        if flat.shape != (count, _TRAIN_JOINTS * 2) or solid.shape != (count, _TRAIN_JOINTS * 3):
            raise PosecamError(
                f"{path}: annot2 and annot3 of camera {camera} have shapes {flat.shape} and "
                f"{solid.shape}; (T, 56) and (T, 84) are needed."
            )
        frames = [(n, p) for n, p in frames_of_video(images, _APART) if n < count]
        rows = [n for n, _ in frames]
        videos.append(
            _Video(
                [p for _, p in frames],
                _ours(flat.reshape(count, _TRAIN_JOINTS, 2)[rows], _FROM_28),
                _ours(solid.reshape(count, _TRAIN_JOINTS, 3)[rows], _FROM_28),
            )
        )
    return videos


def _test_video(path: Path) -> _Video:
    import h5py

    try:
        with h5py.File(path) as stored:
            flat, solid = np.asarray(stored["annot2"]), np.asarray(stored["annot3"])
            valid = np.asarray(stored["valid_frame"]).ravel() > 0
    except (OSError, KeyError) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    count = len(valid)
    shape = (count, 1, _TEST_JOINTS)
    if flat.shape != (*shape, 2) or solid.shape != (*shape, 3):
        raise PosecamError(
            f"{path}: annot2 and annot3 have shapes {flat.shape} and {solid.shape}; "
            f"{(*shape, 2)} and {(*shape, 3)} are needed."
        )
    images = {frame_number(p) - 1: p for p in (path.parent / "imageSequence").glob("*.jpg")}
    rows = [n for n in range(count) if valid[n] and n in images]
    return _Video(
        [images[n] for n in rows], _ours(flat[rows, 0], _FROM_17), _ours(solid[rows, 0], _FROM_17)
    )


def _lens(flat: Array, solid: Array) -> Array:
    """Focal length and middle, px: the least squares of x = f X / Z + c over limb joints."""
    limbs = list(skeleton.LIMBS)
    rays = (solid[:, limbs, :2] / solid[:, limbs, 2:]).reshape(-1, 2)
    pixels = flat[:, limbs].reshape(-1, 2)
    zero, one = np.zeros(len(rays)), np.ones(len(rays))
    equations = np.concatenate(
        [np.column_stack([rays[:, 0], one, zero]), np.column_stack([rays[:, 1], zero, one])]
    )
    found: Array = np.linalg.lstsq(equations, pixels.T.ravel(), rcond=None)[0]
    return found
