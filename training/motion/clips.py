"""Motion capture as directions of bones, for bodies of any proportions."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.folder import ANNOTATIONS
from training.motion.points import BONES, CHILD, NAMES, PARENT, POINTS, canonical_scale

Array = NDArray[np.floating]
#: Names of the ends of `points.BONES`.
PAIRS = [(NAMES[c], NAMES[p]) for c, p in BONES]
RATE = 30.0
#: Of the capture's skeleton: thigh and shin, m.
LEG_M = 0.895
#: One clip in so many is held out.
_HELD_OUT = 8
#: The sole is turned from the line ankle to toe by this, and the heel lies there from the ankle, m.
_FOOT_TILT, _HEEL_BACK, _HEEL_DOWN = 0.38, 0.05, 0.065
#: A point of the foot touches below this height over its lowest in the clip, slower than this.
_TOUCHING_M, _RESTING_M_S = 0.05, 0.35
_LOWEST_PERCENT = 3
#: What turns the capture's bones to where rendered people have theirs, as rotation vectors in the
#: body's frame (right, forward, up), measured on rendered sequences of the same clips: trunks of
#: the capture lean back by six degrees, toes point in by eight. Limbs agree within half a degree.
_TURNS = {
    "thorax": (-0.111, 0.0, 0.0),
    "upper_neck": (0.328, 0.0, 0.0),
    "head_top": (0.145, 0.0, 0.0),
    "r_heel": (-0.223, 0.068, -0.034),
    "l_heel": (-0.223, -0.068, 0.034),
    "r_big_toe": (0.027, 0.073, 0.13),
    "l_big_toe": (0.027, -0.073, -0.13),
}
_OURS = {
    "upper_neck": "head", "big_toe": "toe",
}  # fmt: skip
TOUCHING = ("r_heel", "r_big_toe", "l_heel", "l_big_toe")


@dataclass(frozen=True, slots=True, eq=False)
class Clips:
    """F frames at `RATE`.

    Attributes:
        bones: (F, 19, 3) unit directions in the world (z up), in the order of `points.BONES`.
        root: (F, 3) the pelvis, m, of legs `LEG_M` long.
        touching: (F, 4) whether heel and toe touch the ground, in the order of `TOUCHING`.
        span: (C, 2) first frame and number of frames.
    """

    bones: NDArray[np.float32]
    root: NDArray[np.float32]
    touching: NDArray[np.float32]
    span: NDArray[np.int64]


def read_clips(path: Path) -> tuple[Clips, Clips]:
    """Clips to train on, and those held out.

    Raises:
        PosecamError: the file is missing or is not such a file.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            root, relative = stored["root"], stored["relative"].astype(np.float32)
            span = np.stack([stored["start"], stored["length"]], 1).astype(int)
            theirs = {str(n): i for i, n in enumerate(stored["joint_names"])}
            names = [str(n) for n in stored["clip"]]
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"The motion in {path} cannot be read ({error}).") from error
    joints = np.stack([_point(name, relative, theirs) for name in NAMES], 1)
    steps = joints[:, CHILD] - joints[:, PARENT]
    bones = steps / np.maximum(np.linalg.norm(steps, axis=-1, keepdims=True), 1e-6)
    bones = _as_rendered(bones)
    feet = joints[:, [NAMES.index(n) for n in TOUCHING]] + root[:, None]
    touching = np.concatenate([_touching(feet[s : s + n]) for s, n in span])
    held = np.array([zlib.crc32(n.encode()) % _HELD_OUT == 0 for n in names])
    made = [
        Clips(bones.astype(np.float32), root.astype(np.float32), touching, span[rows])
        for rows in (~held, held)
    ]
    return made[0], made[1]


def _point(name: str, relative: Array, theirs: dict[str, int]) -> Array:
    side, _, kind = name.partition("_")
    if side not in {"r", "l"}:
        side, kind = "", name
    if kind == "heel":
        return _heel(relative, theirs, side)
    kind = _OURS.get(kind, kind)
    return relative[:, theirs[f"{kind}_{side}" if side else kind]]


def _as_rendered(bones: Array) -> NDArray[np.floating]:
    """(F, 19, 3) directions, those of `_TURNS` turned."""
    hips, trunk = (PAIRS.index(p) for p in (("r_hip", "pelvis"), ("thorax", "pelvis")))
    right = bones[:, hips]
    up = bones[:, trunk] - right * (bones[:, trunk] * right).sum(1, keepdims=True)
    up = up / np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-6)
    body = np.stack([right, np.cross(up, right), up], 1)
    out = bones.copy()
    for row, (child, _) in enumerate(PAIRS):
        if child in _TURNS:
            turn = cv2.Rodrigues(np.array(_TURNS[child]))[0]
            own = np.einsum("fij,fj->fi", body, bones[:, row]) @ turn.T
            out[:, row] = np.einsum("fji,fj->fi", body, own)
    return out


def _heel(relative: Array, theirs: dict[str, int], side: str) -> Array:
    """Of a rigid foot: behind and below the ankle as the toe and the shin have it."""
    ankle, toe, knee = (relative[:, theirs[f"{n}_{side}"]] for n in ("ankle", "toe", "knee"))
    along = toe - ankle
    along = along / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    shin = knee - ankle
    above = shin - along * (shin * along).sum(1, keepdims=True)
    above = above / np.maximum(np.linalg.norm(above, axis=1, keepdims=True), 1e-6)
    c, s = np.cos(_FOOT_TILT), np.sin(_FOOT_TILT)
    return np.asarray(
        ankle - _HEEL_BACK * (c * along + s * above) - _HEEL_DOWN * (c * above - s * along)
    )


def _touching(feet: Array) -> NDArray[np.float32]:
    """(F, 4) of a clip, from (F, 4, 3) points of its feet in the world."""
    lowest = np.percentile(feet[..., 2], _LOWEST_PERCENT, axis=0)
    speed = np.linalg.norm(np.gradient(feet, axis=0), axis=-1) * RATE if len(feet) > 1 else 0
    low = feet[..., 2] < np.minimum(lowest, 0.08) + _TOUCHING_M
    return np.asarray(low & (speed < _RESTING_M_S), np.float32)


def read_bodies(folders: Sequence[Path]) -> NDArray[np.float32]:
    """(N, 19) lengths of bones of rendered people, m, at the canonical size.

    Raises:
        PosecamError: a folder has not all keypoints in 3D.
    """
    lengths = []
    for folder in folders:
        try:
            with np.load(folder / ANNOTATIONS, allow_pickle=False) as stored:
                joints = stored["joints_3d"].astype(np.float64)
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise PosecamError(f"{folder} is no annotated folder ({error}).") from error
        if joints.shape[1] != skeleton.KEYPOINT_COUNT:
            raise PosecamError(f"{folder} has not all {skeleton.KEYPOINT_COUNT} keypoints.")
        joints = joints[:, POINTS]
        steps = np.linalg.norm(joints[:, CHILD] - joints[:, PARENT], axis=-1)
        steps = (steps + steps[:, OTHER_BONE]) / 2
        lengths.append(steps * canonical_scale(joints)[:, None])
    return np.concatenate(lengths).astype(np.float32)


def _mirrored(name: str) -> str:
    return {"r_": "l_", "l_": "r_"}.get(name[:2], name[:2]) + name[2:]


OTHER_BONE = np.array([PAIRS.index((_mirrored(c), _mirrored(p))) for c, p in PAIRS])


def placed(bones: Array, lengths: Array) -> NDArray[np.float32]:
    """(B, T, 20, 3) joints relative to the pelvis, of (B, T, 19, 3) directions and (B, 19) m."""
    steps = bones * lengths[:, None, :, None]
    joints = np.zeros((*bones.shape[:2], len(NAMES), 3), np.float32)
    for row, (child, parent) in enumerate(BONES):
        joints[:, :, child] = joints[:, :, parent] + steps[:, :, row]
    return joints
