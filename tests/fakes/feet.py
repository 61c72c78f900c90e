"""Heels, toes, face and hands for the bodies of `tests.fakes.motion`: thirty-one keypoints."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from posecam.kinematics.segments import SEGMENTS
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_INDEX, KEYPOINT_PARENTS

Array = NDArray[np.float64]
#: Of a body that faces the camera: the axes of `segments` in those of the camera frame.
_FACING: Final = np.diag([1.0, -1.0, -1.0])


def with_feet(joints: Array, heel_up: ArrayLike = 0.0, lifted: ArrayLike = 0.0) -> Array:
    """(T, 31, 3) mm of (T, 16, 3) joints that face the camera, flat feet under the ankles.

    Args:
        heel_up: degrees, (T,) or one, by which the right foot turns about its toes, heel up; the
            ankle goes with it.
        lifted: mm, (T,) or one, by which the right foot is off the ground.
    """
    count = len(joints)
    whole = np.zeros((count, KEYPOINT_COUNT, 3))
    whole[:, :COUNT] = joints
    for keypoint in range(COUNT, KEYPOINT_COUNT):
        whole[:, keypoint] = whole[:, KEYPOINT_PARENTS[keypoint]]
    for bone, side in (("RightFoot", "r"), ("LeftFoot", "l")):
        turn = np.radians(np.broadcast_to(heel_up, count) * (side == "r"))
        rows = [KEYPOINT_INDEX[name] for name in SEGMENTS[bone].shape]
        shape = np.array([SEGMENTS[bone].shape[name] for name in SEGMENTS[bone].shape])
        toes = shape[2:].mean(0)
        sine, cosine, one = np.sin(turn), np.cos(turn), np.ones(count)
        about = np.zeros((count, 3, 3))
        about[:, 0, 0] = one
        about[:, 1, 1] = about[:, 2, 2] = cosine
        about[:, 1, 2], about[:, 2, 1] = -sine, sine
        placed = toes + np.einsum("tij,kj->tki", about, shape - toes)
        placed[:, :, 1] += (np.broadcast_to(lifted, count) * (side == "r"))[:, None]
        ankle = joints[:, rows[0]]
        whole[:, rows] = ankle[:, None] + placed @ _FACING
    return whole
