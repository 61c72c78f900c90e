"""Legs out of view: hung below the hips, as those of a person who stands.

Of a person cut off at the waist a network makes legs up, other ones in each frame. What is known is
that a person who is upright has them below. Scores stay what they are: faint.

Numpy only. Camera frame, millimetres.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import ANKLES, HIPS, KNEES
from posecam.kinematics.segments import SEGMENTS
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import COUNT, INDEX, KEYPOINT_INDEX, ROOT

Array = NDArray[np.float64]

_NECK: Final = INDEX["upper_neck"]
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


class HiddenLegs:
    """The legs of one person, frame by frame."""

    def __init__(self) -> None:
        self._time: float | None = None
        self._share: Array = np.zeros((2, 2))

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
    """(2, 2) whether the knee and the ankle of the right leg, then of the left, are to hang."""
    trunk = joints[_NECK] - joints[ROOT]
    if trunk @ up < _UPRIGHT * float(np.sqrt(trunk @ trunk)):
        return np.zeros((2, 2), bool)
    ankles = scores[ANKLES] < HIDDEN_SCORE
    knees = (scores[KNEES] < HIDDEN_SCORE) & ankles
    return np.stack([knees, ankles], 1)


def _hung(joints: NDArray[np.floating], share: Array, up: Array) -> NDArray[np.floating]:
    out = np.array(joints, np.float64)
    left = out[HIPS[1]] - out[HIPS[0]]
    left -= (left @ up) * up
    left /= max(float(np.sqrt(left @ left)), 1e-9)
    axes = np.stack([left, up, np.cross(left, up)])
    for side in range(2):
        hip, knee, ankle = HIPS[side], KNEES[side], ANKLES[side]
        thigh, shin = joints[knee] - joints[hip], joints[ankle] - joints[knee]
        out[knee] = joints[hip] + _towards(thigh, -up, share[side, 0])
        out[ankle] = out[knee] + _towards(shin, -up, share[side, 1])
        rows, shape = _FEET[side]
        if len(out) > COUNT:
            seen = joints[rows] - joints[ankle]
            out[rows] = out[ankle] + seen + share[side, 1] * (shape @ axes - seen)
    return out


def _towards(bone: NDArray[np.floating], way: Array, share: float) -> Array:
    """A bone turned so far towards a way; its length stays."""
    length = float(np.sqrt(bone @ bone))
    turned = bone + share * (length * way - bone)
    return np.asarray(turned * (length / max(float(np.sqrt(turned @ turned)), 1e-9)))
