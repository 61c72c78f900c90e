"""Human3.6M as the challenge of ECCV 2018 gave it out: `IMG/00001.jpg` and `POSE/00001.csv`.

The folder holds `Train/` and `Val/` (or is one of them), each with `IMG` and `POSE`: 17 rows of
x, y, z in mm, relative to the pelvis, in the camera frame. There are neither cameras nor boxes nor
2D joints: where the person is must be looked up, so beside `IMG` and `POSE` lies `joints_2d.npz`
with `joints_2d` (N, 16, 2) px and `scores` (N, 16), a row an image in the order of names, as
`posecam export` writes it. The 3D joints are laid over these by the weak perspective that fits
best; who does not fit is left out.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.h36m import from_h36m, h36m_bone_sum
from training.datasets.lspet import no_split
from training.datasets.records import H36MTruth, Records, make_records

_PARTS = {"train": "Train", "val": "Val"}
_FLAT = "joints_2d.npz"
#: A joint found with less is not used to lay the body over the image.
_LEAST_SCORE = 0.3
#: Mean distance of found joints from the laid ones, in sides of the box, that is a fit.
_FIT = 0.08

Array = NDArray[np.floating]


def is_h36m_challenge(folder: Path) -> bool:
    """Whether the folder has this layout."""
    return bool(_places(folder, "all"))


def _places(folder: Path, split: str) -> list[Path]:
    if (folder / "IMG").is_dir() and (folder / "POSE").is_dir():
        return [folder]
    places = [folder / name for part, name in _PARTS.items() if split in {part, "all"}]
    return [p for p in places if (p / "IMG").is_dir() and (p / "POSE").is_dir()]


def read_h36m_challenge(folder: Path, split: str) -> Records:
    """People whose 3D joints can be laid over those found in their images.

    Raises:
        PosecamError: something is missing or of another form.
    """
    if split not in {"all", *_PARTS}:
        raise no_split(split)
    places = _places(folder, split)
    if not places:
        raise PosecamError(f"{folder} has no IMG and POSE of the {split} split.")
    files: list[Path] = []
    solid: list[Array] = []
    found: list[Array] = []
    scores: list[Array] = []
    for place in places:
        images = sorted((place / "IMG").glob("*.jpg"))
        flat, sure = _found(place, len(images))
        files += images
        solid += [_pose(place / "POSE" / f"{image.stem}.csv") for image in images]
        found.append(flat)
        scores.append(sure)
    joints = np.array(solid).reshape(-1, len(skeleton.H36M_NAMES), 3)
    ours = from_h36m(joints)
    laid = np.array(
        [
            _lay(body, *pair)
            for body, *pair in zip(ours, np.concatenate(found), np.concatenate(scores), strict=True)
        ]
    ).reshape(-1, skeleton.COUNT, 2)
    good = np.flatnonzero(np.isfinite(laid).all((1, 2)))
    if not len(good):
        raise PosecamError(f"{folder}: none of its {len(files)} people fits the joints in {_FLAT}.")
    mean = _training_bone_sum(folder) or float(h36m_bone_sum(joints).mean())
    truth = H36MTruth(joints[good].astype(np.float32), np.full(len(good), "all"), mean)
    return make_records(
        "h36m-challenge", [files[i] for i in good], laid[good],
        np.ones((len(good), skeleton.COUNT), bool), joints_3d=ours[good], h36m=truth,
    )  # fmt: skip


def _pose(path: Path) -> Array:
    try:
        joints = np.loadtxt(path, delimiter=",", ndmin=2)
    except (OSError, ValueError) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    if joints.shape != (len(skeleton.H36M_NAMES), 3):
        raise PosecamError(f"{path} has {joints.shape} numbers; (17, 3) are needed.")
    return joints


def _found(place: Path, count: int) -> tuple[Array, Array]:
    path = place / _FLAT
    if not path.is_file():
        raise PosecamError(
            f"{place} says nothing of where people are: put {_FLAT} with joints_2d "
            f"({count}, {skeleton.COUNT}, 2) and scores there, found by any network."
        )
    try:
        with np.load(path, allow_pickle=False) as stored:
            flat, scores = np.asarray(stored["joints_2d"]), np.asarray(stored["scores"])
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    if flat.shape != (count, skeleton.COUNT, 2) or scores.shape != flat.shape[:2]:
        raise PosecamError(
            f"{path}: joints_2d and scores have shapes {flat.shape} and {scores.shape} for "
            f"{count} images; ({count}, {skeleton.COUNT}, 2) and ({count}, {skeleton.COUNT}) "
            "are needed."
        )
    return flat, scores


def _lay(body: Array, flat: Array, scores: Array) -> Array:
    """(16, 2) px of (16, 3) mm: the scale and shift with the least squares; NaN for no fit."""
    sure = (scores >= _LEAST_SCORE) & np.isfinite(flat).all(-1)
    if sure.sum() < 6:
        return np.full((len(body), 2), np.nan)
    mm, px = body[sure, :2], flat[sure]
    mm_middle, px_middle = mm.mean(0), px.mean(0)
    mm, px = mm - mm_middle, px - px_middle
    scale = float((mm * px).sum()) / max(float((mm**2).sum()), 1e-9)
    laid = (body[:, :2] - mm_middle) * scale + px_middle
    side = float(np.ptp(laid, axis=0).max())
    error = float(np.linalg.norm(laid[sure] - flat[sure], axis=-1).mean())
    return laid if scale > 0 and error < _FIT * side else np.full_like(laid, np.nan)


def _training_bone_sum(folder: Path) -> float | None:
    """Mean over the training people beside, where there are any."""
    root = folder.parent if (folder / "IMG").is_dir() else folder
    poses = sorted((root / _PARTS["train"] / "POSE").glob("*.csv"))
    return float(np.mean([h36m_bone_sum(_pose(p)) for p in poses])) if poses else None
