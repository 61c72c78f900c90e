"""Leeds Sports Pose Extended (Johnson & Everingham, CVPR 2011): `images/` and `joints.mat`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records, make_records, with_middles

_ORDER = (
    "r_ankle", "r_knee", "r_hip", "l_hip", "l_knee", "l_ankle", "r_wrist", "r_elbow",
    "r_shoulder", "l_shoulder", "l_elbow", "l_wrist", "upper_neck", "head_top",
)  # fmt: skip
VALIDATION_COUNT = 1000
_LARGEST_SHARE = 0.12
_SPLIT_SEED = 2017
_FEWEST_LABELS = 8


def read_lspet(folder: Path) -> Records:
    """All photos of an LSPET folder, in file order.

    Raises:
        PosecamError: a file is missing or the labels have another shape.
    """
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    labels_file = folder / "joints.mat"
    if not labels_file.is_file():
        raise PosecamError(f"{folder} is no LSPET folder: {labels_file.name} is missing.")
    try:
        labels = np.asarray(loadmat(str(labels_file))["joints"], np.float32)
    except (MatReadError, ValueError, KeyError, OSError) as error:
        raise PosecamError(f"{labels_file} cannot be read as a MATLAB file ({error}).") from error
    files = sorted((folder / "images").glob("*.jpg"))
    if labels.ndim != 3 or labels.shape[:2] == (3, len(_ORDER)):
        labels = labels.transpose(1, 0, 2) if labels.ndim == 3 else labels
    if labels.ndim != 3 or labels.shape[:2] != (len(_ORDER), 3) or labels.shape[2] != len(files):
        raise PosecamError(
            f"{labels_file} holds an array of shape {labels.shape}; (14, 3, {len(files)}) is "
            f"needed for the {len(files)} photos in {folder / 'images'}."
        )
    count = len(files)
    joints = np.zeros((count, skeleton.COUNT, 2), np.float32)
    known = np.zeros((count, skeleton.COUNT), bool)
    target = [skeleton.INDEX[name] for name in _ORDER]
    joints[:, target] = labels[:, :2].transpose(2, 0, 1)
    known[:, target] = labels[:, 2].T > 0.5
    joints, known = with_middles(joints, known)
    return make_records("lspet", files, joints, known)


def split_rows(records: Records, split: str) -> np.ndarray:
    """Row numbers of "train", "val" or "all".

    The validation photos are the first thousand (of a small set, the first eighth) of a fixed
    permutation of those with at least eight labelled joints.
    """
    if split == "all":
        return np.arange(len(records))
    order = np.random.RandomState(_SPLIT_SEED).permutation(len(records))
    enough = records.known[order][:, skeleton.LIMBS].sum(-1) >= _FEWEST_LABELS
    held_out = order[enough][: min(VALIDATION_COUNT, int(_LARGEST_SHARE * len(records)))]
    if split == "val":
        return np.sort(held_out)
    if split == "train":
        return np.setdiff1d(order, held_out)
    raise PosecamError(f"there is no split {split!r}; choose train, val or all.")
