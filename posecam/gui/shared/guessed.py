"""Legs that are not seen, as below a desk: a guess that looks like one. No Qt."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.stage import SOLE
from posecam.pose import HIDDEN_SCORE

FloatArray = NDArray[np.float32]

#: From so much above `HIDDEN_SCORE` on a joint is drawn where it was found.
_BLENDED: Final = 0.12
#: Keypoints of a foot, metres forward and inward from the ankle.
_FOOT: Final = {"heel": (-0.05, 0.0), "big_toe": (0.16, 0.02), "small_toe": (0.12, -0.05)}


def with_legs(joints: FloatArray, scores: FloatArray) -> FloatArray:
    """The joints with unseen knees below the hips, unseen ankles below the knees, feet forward.

    What a network says of joints out of the image is nothing: a leg may point anywhere. One that
    stands is what is least wrong, and where the floor is supposed to be.

    Args:
        joints: (K, 3) in the view's world, Z up; left as it is.
        scores: (K,).
    """
    out = joints.copy()
    inward = joints[skeleton.INDEX["l_hip"]] - joints[skeleton.INDEX["r_hip"]]
    inward[2] = 0
    inward /= max(float(np.linalg.norm(inward)), 1e-3)
    forward = np.array([inward[1], -inward[0], 0], np.float32)
    for side, inside in (("r", inward), ("l", -inward)):
        hip, knee, ankle = (skeleton.INDEX[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
        for upper, lower in ((hip, knee), (knee, ankle)):
            hanging = out[upper].copy()
            hanging[2] -= np.linalg.norm(joints[lower] - joints[upper])
            out[lower] = _between(hanging, joints[lower], scores[lower])
        for name, (ahead, aside) in _FOOT.items():
            index = skeleton.KEYPOINT_INDEX[f"{side}_{name}"]
            if index < len(joints):
                flat = out[ankle] + ahead * forward + aside * inside
                flat[2] -= SOLE
                out[index] = _between(flat, joints[index], scores[ankle])
    return out


def _between(guess: FloatArray, found: FloatArray, score: np.float32) -> FloatArray:
    """The more of what was found, the surer it is."""
    share = np.clip((score - HIDDEN_SCORE) / _BLENDED, 0, 1)
    return np.asarray(guess + np.float32(share) * (found - guess), np.float32)
