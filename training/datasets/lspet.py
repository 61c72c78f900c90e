"""Leeds Sports Pose (Johnson & Everingham): `images/` and `joints.mat`.

The extended set (LSPET, CVPR 2011) has joints (14, 3, N) of which the third row tells whether a
joint is labelled; the first set (LSP, BMVC 2010) has joints (3, 14, N), all of them labelled, and
a third row that tells which are hidden. Its first half trains, its second half tests.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.files import read_mat
from training.datasets.records import Records, make_records, with_middles

LABELS = "joints.mat"
_ORDER = (
    "r_ankle", "r_knee", "r_hip", "l_hip", "l_knee", "l_ankle", "r_wrist", "r_elbow",
    "r_shoulder", "l_shoulder", "l_elbow", "l_wrist", "upper_neck", "head_top",
)  # fmt: skip
VALIDATION_COUNT = 1000
_LARGEST_SHARE = 0.12
_SPLIT_SEED = 2017
_FEWEST_LABELS = 8


def read_lsp(folder: Path) -> Records:
    """All photos of an LSP or LSPET folder, in file order; the name tells which.

    Raises:
        PosecamError: a file is missing or the labels have another shape.
    """
    path = folder / LABELS
    if not path.is_file():
        raise PosecamError(f"{folder} is no LSP folder: {LABELS} is missing.")
    labels = np.asarray(read_mat(path).get("joints", ()), np.float32)
    files = sorted((folder / "images").glob("*.jpg"))
    first_set = labels.shape[:2] == (3, len(_ORDER))
    if first_set:
        labels = labels.transpose(1, 0, 2)
    if labels.shape != (len(_ORDER), 3, len(files)):
        raise PosecamError(
            f"{path} holds an array of shape {labels.shape}; (14, 3, {len(files)}) is needed for "
            f"the {len(files)} photos in {folder / 'images'}."
        )
    count = len(files)
    joints = np.zeros((count, skeleton.COUNT, 2), np.float32)
    known = np.zeros((count, skeleton.COUNT), bool)
    target = [skeleton.INDEX[name] for name in _ORDER]
    joints[:, target] = labels[:, :2].transpose(2, 0, 1)
    known[:, target] = True if first_set else labels[:, 2].T > 0.5
    joints, known = with_middles(joints, known)
    return make_records("lsp" if first_set else "lspet", files, joints, known)


def halves(records: Records, split: str) -> np.ndarray:
    """Row numbers of LSP's "train" (the first half), "val" (the second) or "all"."""
    middle = len(records) // 2
    rows = {
        "train": np.arange(middle),
        "val": np.arange(middle, len(records)),
        "all": np.arange(len(records)),
    }
    if split not in rows:
        raise no_split(split)
    return rows[split]


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
    raise no_split(split)


def no_split(split: str) -> PosecamError:
    """What is said of a split that no set has."""
    return PosecamError(f"there is no split {split!r}; choose train, val or all.")
