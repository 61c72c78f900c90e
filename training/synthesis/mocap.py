"""Postures from motion-capture sequences: 24 joints at 30 fps, world metres, z up."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.synthesis.posing import level
from training.synthesis.retarget import SIDES, Posture
from training.synthesis.rotations import Array, between, frame, shortest, unit, vector

FPS = 30
_X = vector(1.0, 0.0, 0.0)
#: Where the capture's bones of trunk and head point in people who stand upright.
_PELVIS_UP = vector(0.0, 0.035, 1.0)
_CHEST_UP = vector(0.0, 0.095, 0.995)
_HEAD_UP = vector(0.0, -0.31, 0.95)
_HEAD_SHARE = 0.8
#: Legs of the capture's skeleton, m.
LEG_M = 0.895
#: Faster than this over the ground is walking, m/s; a pelvis as high as this is upright, m.
_WALKING_M_S, _UPRIGHT_M = 0.7, 0.75


class Mocap:
    """Clips of one file: `root` (F, 3), `relative` (F, 24, 3), `start` and `length` of each clip.

    Attributes:
        clips: (C, 2) first frame and number of frames of each clip.
        root: (F, 3) the pelvis in the world, m.
    """

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            PosecamError: it is missing or is not such a file.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                self.root = stored["root"].astype(np.float64)
                self._relative: NDArray[np.float16] = stored["relative"]
                self.clips = np.stack([stored["start"], stored["length"]], axis=1).astype(int)
                names = [str(n) for n in stored["joint_names"]]
                named = stored.get("clip", ())
                self._clip_names = [str(n) for n in named]
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise PosecamError(f"The motion in {path} cannot be read ({error}).") from error
        self._index = {n: i for i, n in enumerate(names)}

    def number(self, name: str) -> int:
        """Row of `clips` of a clip's name.

        Raises:
            PosecamError: there is none of this name.
        """
        if name not in self._clip_names:
            raise PosecamError(f"The motion has no clip {name}.")
        return self._clip_names.index(name)

    @cached_property
    def walking(self) -> NDArray[np.intp]:
        """Frames of people who walk or run upright."""
        speed = np.zeros(len(self.root))
        for start, length in self.clips:
            path = self.root[start : start + length, :2]
            speed[start : start + length] = np.linalg.norm(np.gradient(path, axis=0), axis=1) * FPS
        return np.flatnonzero((speed > _WALKING_M_S) & (self.root[:, 2] > _UPRIGHT_M))

    def sample(self, rng: np.random.Generator) -> Posture:
        """A frame, every clip as likely as the others; facing -y, half of them mirrored.

        A quarter have another frame's upper body.
        """
        posture = self._pick(rng)
        if rng.random() < 0.25:
            other = self._pick(rng)
            carry = posture.pelvis @ other.pelvis.T
            arms = {k: carry @ v for k, v in other.bones.items() if k.endswith("arm")}
            posture = replace(
                posture,
                chest=carry @ other.chest,
                head=carry @ other.head,
                bones=posture.bones | arms,
            )
        return posture.mirrored() if rng.random() < 0.5 else posture

    def sample_walking(self, rng: np.random.Generator) -> Posture:
        """A step of a walking person, facing -y, half of them mirrored."""
        posture = facing_ahead(self.posture(int(rng.choice(self.walking))))
        return posture.mirrored() if rng.random() < 0.5 else posture

    def stretch(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(count,) consecutive frames of one clip."""
        long = self.clips[self.clips[:, 1] >= count]
        start, length = long[int(rng.integers(len(long)))]
        return np.arange(count) + int(start + rng.integers(length - count + 1))

    def posture(self, row: int) -> Posture:
        """The posture of a frame, facing as it does in the world."""
        points = self._relative[row].astype(np.float64)

        def towards(start: str, end: str) -> Array:
            return unit(points[self._index[end]] - points[self._index[start]])

        pelvis = frame(towards("pelvis", "spine"), towards("hip_r", "hip_l"))
        pelvis = pelvis @ frame(_PELVIS_UP, _X).T
        chest = frame(towards("spine", "neck"), towards("shoulder_r", "shoulder_l"))
        chest = chest @ frame(_CHEST_UP, _X).T
        nod = shortest(chest @ unit(_HEAD_UP), towards("head", "head_top")) @ chest
        bones = {}
        for s in SIDES:
            bones[f"{s}_thigh"] = towards(f"hip_{s}", f"knee_{s}")
            bones[f"{s}_shin"] = towards(f"knee_{s}", f"ankle_{s}")
            bones[f"{s}_foot"] = towards(f"ankle_{s}", f"toe_{s}")
            bones[f"{s}_upper_arm"] = towards(f"shoulder_{s}", f"elbow_{s}")
            bones[f"{s}_forearm"] = towards(f"elbow_{s}", f"wrist_{s}")
        return Posture(pelvis, chest, between(chest, nod, _HEAD_SHARE), bones)

    def _pick(self, rng: np.random.Generator) -> Posture:
        start, length = self.clips[int(rng.integers(len(self.clips)))]
        return facing_ahead(self.posture(int(start + rng.integers(length))))


def facing_ahead(posture: Posture) -> Posture:
    """The posture turned about the vertical until the pelvis faces -y."""
    return posture.turned(level(posture.pelvis).T)
