"""Feet, face and knuckles of photos whose labels have none: BlazePose's landmarks, distrusted.

`teacher33.npz` holds `blazepose33_2d` (N, 33, 3: x, y px, visibility; NaN where no person was
found) and `names` (33). A landmark is believed as far as the limb that it hangs on agrees with the
label: a foot by its ankle, a knuckle by its wrist, the face by the shoulders.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records
from training.datasets.teacher import trunk_px

LANDMARKS = "teacher33.npz"
_I = skeleton.KEYPOINT_INDEX
#: Landmarks by other names; BlazePose has no small toe.
_NAMED = {"r_big_toe": "r_foot_index", "l_big_toe": "l_foot_index"}
_FACE = ("nose", "r_eye", "l_eye", "r_ear", "l_ear")
#: What each keypoint hangs on, and where that must agree with the label.
HANGS_ON: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_FACE, ("r_shoulder", "l_shoulder")),
    **{
        f"{side}_{end}": (f"{side}_{joint}",)
        for side in ("r", "l")
        for joint, ends in (("ankle", ("heel", "big_toe")), ("wrist", ("index", "pinky")))
        for end in ends
    },
}
#: A limb this near to its label, in torso lengths, is believed fully; twice as far, not at all.
_BELIEVED = 0.12
#: How much a landmark counts at most beside a person's click, and what visibility it needs.
_MOST, _VISIBLE = 0.6, 0.5


def read_landmarks(folder: Path, count: int) -> dict[str, NDArray[np.float32]]:
    """(N, 3) x, y px and visibility by the landmark's name.

    Raises:
        PosecamError: missing, broken, or of another number of photos.
    """
    path = folder / LANDMARKS
    try:
        with np.load(path, allow_pickle=False) as stored:
            values = np.asarray(stored["blazepose33_2d"], np.float32)
            names = [str(name) for name in stored["names"]]
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read ({error}).") from error
    if values.shape != (count, len(names), 3):
        raise PosecamError(f"{path} has shape {values.shape} for {count} photos.")
    found = {name: values[:, row] for row, name in enumerate(names)}
    wanted = {_NAMED.get(n, n) for n in HANGS_ON} | {j for on in HANGS_ON.values() for j in on}
    if missing := sorted(wanted - set(found)):
        raise PosecamError(f"{path} lacks {', '.join(missing)}.")
    return found


def with_landmarks(records: Records, landmarks: dict[str, NDArray[np.float32]]) -> Records:
    """Records with feet, face and knuckles, each trusted by how well its limb fits the label."""
    joints, known = records.joints_2d.copy(), records.known.copy()
    reliable = records.reliable.copy()
    size = trunk_px(records)
    for name, limbs in HANGS_ON.items():
        column, said = _I[name], landmarks[_NAMED.get(name, name)]
        off = np.stack(
            [
                np.where(
                    records.known[:, _I[limb]],
                    np.linalg.norm(
                        landmarks[limb][:, :2] - records.joints_2d[:, _I[limb]], axis=-1
                    ),
                    np.nan,
                )
                for limb in limbs
            ]
        ).max(0)
        trust = np.clip(2 - off / (size * _BELIEVED), 0, 1) * _MOST
        trust = np.where(np.isfinite(trust) & (said[:, 2] >= _VISIBLE), trust, 0)
        good = (trust > 0) & np.isfinite(said).all(-1)
        joints[good, column] = said[good, :2]
        known[:, column] = good
        reliable[:, column] = np.where(good, trust, 0)
    return replace(records, joints_2d=joints, known=known, reliable=reliable.astype(np.float32))
