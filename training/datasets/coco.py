"""COCO keypoints (Lin et al., ECCV 2014): `annotations/person_keypoints_{train,val}2017.json`.

Images lie in `train2017/` and `val2017/`, in the folder itself or in its `images/`. Pelvis and
thorax become the middles of hips and shoulders; upper neck and head top are unknown.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.files import read_json
from training.datasets.lspet import no_split
from training.datasets.records import Records, make_records, with_middles

COCO_NAMES = (
    "nose", "l_eye", "r_eye", "l_ear", "r_ear", "l_shoulder", "r_shoulder", "l_elbow", "r_elbow",
    "l_wrist", "r_wrist", "l_hip", "r_hip", "l_knee", "r_knee", "l_ankle", "r_ankle",
)  # fmt: skip
#: COCO channel of each of the table's twelve limb joints.
COCO_OF_LIMBS = tuple(COCO_NAMES.index(skeleton.NAMES[j]) for j in skeleton.LIMBS)
_FILE = "annotations/person_keypoints_{part}2017.json"
_PARTS = ("train", "val")


def is_coco(folder: Path) -> bool:
    """Whether the folder has this layout."""
    return any((folder / _FILE.format(part=part)).is_file() for part in _PARTS)


def read_coco(folder: Path, split: str) -> Records:
    """People with at least one labelled joint; crowds are left out.

    Raises:
        PosecamError: a file is missing or of another form.
    """
    if split not in {"all", *_PARTS}:
        raise no_split(split)
    files: list[Path] = []
    joints: list[NDArray[np.float32]] = []
    boxes: list[list[float]] = []
    areas: list[float] = []
    for part in _PARTS if split == "all" else (split,):
        path = folder / _FILE.format(part=part)
        images = folder / f"{part}2017"
        if not images.is_dir():
            images = folder / "images" / f"{part}2017"
        data = read_json(path)
        try:
            names = {row["id"]: str(row["file_name"]) for row in data["images"]}
            for row in data["annotations"]:
                labelled = np.array(row.get("keypoints", ()), np.float32).reshape(-1, 3)
                if row.get("iscrowd") or not (labelled[:, 2] > 0).any():
                    continue
                joints.append(labelled.reshape(len(COCO_NAMES), 3))
                files.append(images / names[row["image_id"]])
                boxes.append([float(v) for v in row["bbox"]])
                areas.append(float(row["area"]))
        except (KeyError, TypeError, ValueError) as error:
            raise PosecamError(f"{path} is not of COCO's form ({error!r}).") from error
    limbs = np.array(joints, np.float32).reshape(-1, len(COCO_NAMES), 3)[:, COCO_OF_LIMBS]
    placed = np.zeros((len(files), skeleton.COUNT, 2), np.float32)
    known = np.zeros((len(files), skeleton.COUNT), bool)
    placed[:, skeleton.LIMBS] = limbs[..., :2]
    known[:, skeleton.LIMBS] = limbs[..., 2] > 0
    filled, known = with_middles(placed, known)
    return make_records(
        "coco", files, filled, known,
        box=np.array(boxes, np.float32).reshape(-1, 4), area=np.array(areas, np.float32),
    )  # fmt: skip
