"""Legs out of view: hung below the hips, as those of a person who stands.

Of a person cut off at the waist a network makes legs up, other ones in each frame. What is known is
that a person who is upright has them below; and where the hips are out of view too, that the
trunk is upright. Scores stay what they are: faint.

Numpy only. Camera frame, millimetres.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import ANKLES, HIPS, KNEES
from posecam.kinematics.segments import SEGMENTS
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import COUNT, INDEX, KEYPOINT_COUNT, KEYPOINT_INDEX, ROOT

Array = NDArray[np.float64]

_NECK, _THORAX = INDEX["upper_neck"], INDEX["thorax"]
SHOULDERS: Final = [INDEX["r_shoulder"], INDEX["l_shoulder"]]
#: Whose trunk leans more than this is not upright: cosine.
_UPRIGHT: Final = 0.5
# Legs come and go within, seconds; after a pause they are where they are.
_BLEND_TAU, _PAUSE_S = 0.12, 0.5
_FEET: Final = [
    (
        [KEYPOINT_INDEX[name] for name in SEGMENTS[bone].shape][1:],
        np.array(list(SEGMENTS[bone].shape.values()))[1:],
    )
    for bone in ("RightFoot", "LeftFoot")
]
#: What is above the pelvis.
_UPPER: Final = np.array(
    [
        k
        for k in range(KEYPOINT_COUNT)
        if k not in {ROOT, *HIPS, *KNEES, *ANKLES, *_FEET[0][0], *_FEET[1][0]}
    ]
)


class HiddenLegs:
    """The legs of one person, frame by frame."""

    def __init__(self) -> None:
        self._time: float | None = None
        self._share: Array = np.zeros((3, 2))

    def __call__(
        self,
        time: float,
        joints: NDArray[np.floating],
        scores: NDArray[np.floating],
        up: tuple[float, float, float],
    ) -> NDArray[np.floating]:
        """(K, 3) the joints, with knees and ankles that are not seen below the hips.

        Args:
            time: seconds.
            joints: (K, 3) mm; they are left as they are.
            scores: (K,).
            up: away from the ground.
        """
        gap = -1.0 if self._time is None else time - self._time
        self._time = time
        wanted: Array = _hidden(joints, scores, np.array(up)).astype(np.float64)
        if 0 <= gap < _PAUSE_S:
            self._share += (1 - np.exp(-gap / _BLEND_TAU)) * (wanted - self._share)
        else:
            self._share = wanted
        if self._share.max() < 0.01:
            return joints
        return _hung(joints, self._share, np.array(up))


def hang_hidden_legs(
    times: Array, joints: Array, scores: Array, up: tuple[float, float, float]
) -> Array:
    """(M, K, 3) the same of a take: (M,) times, (M, K, 3) joints, (M, K) scores."""
    legs = HiddenLegs()
    found = [legs(float(t), j, s, up) for t, j, s in zip(times, joints, scores, strict=True)]
    return np.array(found).reshape(joints.shape)


def _hidden(
    joints: NDArray[np.floating], scores: NDArray[np.floating], up: Array
) -> NDArray[np.bool_]:
    """(3, 2) whether the knee and the ankle of the right leg, then of the left, are to hang, and in
    the last row twice whether the trunk is to stand upright."""
    ankles = scores[ANKLES] < HIDDEN_SCORE
    knees = (scores[KNEES] < HIDDEN_SCORE) & ankles
    cut = bool(knees.all() and (scores[HIPS] < HIDDEN_SCORE).all())
    trunk = joints[_NECK] - joints[ROOT]
    if not cut and trunk @ up < _UPRIGHT * float(np.sqrt(trunk @ trunk)):
        return np.zeros((3, 2), bool)
    return np.array([[knees[0], ankles[0]], [knees[1], ankles[1]], [cut, cut]])


def _hung(joints: NDArray[np.floating], share: Array, up: Array) -> NDArray[np.floating]:
    out = np.array(joints, np.float64)
    if share[2, 0] > 0:
        trunk = out[_THORAX] - out[ROOT]
        upper = _UPPER[: np.searchsorted(_UPPER, len(out))]
        out[upper] += _towards(trunk, up, share[2, 0]) - trunk
        _level_hips(out, share[2, 0], up)
    left = out[HIPS[1]] - out[HIPS[0]]
    left -= (left @ up) * up
    left /= max(float(np.sqrt(left @ left)), 1e-9)
    axes = np.stack([left, up, np.cross(left, up)])
    for side in range(2):
        hip, knee, ankle = HIPS[side], KNEES[side], ANKLES[side]
        thigh, shin = joints[knee] - joints[hip], joints[ankle] - joints[knee]
        out[knee] = out[hip] + _towards(thigh, -up, share[side, 0])
        out[ankle] = out[knee] + _towards(shin, -up, share[side, 1])
        rows, shape = _FEET[side]
        if len(out) > COUNT:
            seen = joints[rows] - joints[ankle]
            out[rows] = out[ankle] + seen + share[side, 1] * (shape @ axes - seen)
    return out


def _level_hips(joints: Array, share: float, up: Array) -> None:
    """Turn the line of the hips level and below that of the shoulders; in place."""
    line = joints[SHOULDERS[1]] - joints[SHOULDERS[0]]
    line -= (line @ up) * up
    line /= max(float(np.sqrt(line @ line)), 1e-9)
    for hip, way in ((HIPS[0], -line), (HIPS[1], line)):
        joints[hip] = joints[ROOT] + _towards(joints[hip] - joints[ROOT], way, share)


def _towards(bone: NDArray[np.floating], way: Array, share: float) -> Array:
    """A bone turned so far towards a way; its length stays."""
    length = float(np.sqrt(bone @ bone))
    turned = bone + share * (length * way - bone)
    return np.asarray(turned * (length / max(float(np.sqrt(turned @ turned)), 1e-9)))
