"""Where the 3D figure stands: camera frame to the view's world, and the floor under the feet.

The view's world is in metres with Z up, X to the camera's right and Y away from it. Pure numpy.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.pose import HIDDEN_SCORE, Pose

FloatArray = NDArray[np.float32]

#: Rows: world X, Y, Z in terms of camera x right, y down, z away. A proper rotation.
CAMERA_TO_WORLD = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)

_ANKLES = [skeleton.INDEX["r_ankle"], skeleton.INDEX["l_ankle"]]
_LEG_MM = sum(joint.length_mm for joint in skeleton.JOINTS if joint.name in ("r_knee", "r_ankle"))
#: From the ankle joint down to the sole, metres.
SOLE = 0.05
#: Seconds of feet that the floor is the lowest of.
MEMORY = 2.0
#: Time constants of floor and middle of the stage, seconds.
FLOOR_TAU, MIDDLE_TAU = 0.35, 1.2


def camera_to_world(points_mm: FloatArray) -> FloatArray:
    """(..., 3) millimetres in the camera frame to metres in the view's world."""
    return (points_mm @ CAMERA_TO_WORLD.T) * np.float32(1e-3)


class Stage:
    """Puts each pose on the floor, in the middle of the grid, without jumps.

    The pelvis moves as the picture says (so a squat goes down and the feet stay), the floor is the
    lowest level that the feet had lately, and the middle follows the person slowly. Depth of the
    pelvis is too uncertain from one camera to move the figure by it and is left out.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._levels: deque[tuple[float, float]] = deque()
        self._floor: float | None = None
        self._middle = 0.0
        self._time = 0.0
        self._person: int | None = None

    def place(self, pose: Pose) -> FloatArray:
        """(16, 3) joints in the world, metres, feet at about Z = 0."""
        if pose.person_id != self._person or pose.time < self._time:
            self.clear()
            self._person = pose.person_id
        root = np.where(np.isfinite(pose.root), pose.root, 0.0).astype(np.float32)
        root[2] = 0.0
        joints = camera_to_world(pose.joints_3d + root)
        self._follow(pose, joints)
        joints[:, 0] -= self._middle
        joints[:, 2] -= self._floor or 0.0
        return joints

    def _follow(self, pose: Pose, joints: FloatArray) -> None:
        pelvis = joints[skeleton.ROOT]
        seen = [i for i in _ANKLES if pose.scores[i] >= HIDDEN_SCORE]
        # Somebody cut off by a desk still stands or sits on a floor: a leg's length below.
        level = min((float(joints[i, 2]) for i in seen), default=float(pelvis[2]) - _LEG_MM * 1e-3)
        self._levels.append((pose.time, level - SOLE))
        while pose.time - self._levels[0][0] > MEMORY:
            self._levels.popleft()
        lowest = min(level for _, level in self._levels)
        if self._floor is None:
            self._floor, self._middle = lowest, float(pelvis[0])
        else:
            step = max(pose.time - self._time, 0.0)
            self._floor += (lowest - self._floor) * (1 - np.exp(-step / FLOOR_TAU))
            self._middle += (float(pelvis[0]) - self._middle) * (1 - np.exp(-step / MIDDLE_TAU))
        self._time = pose.time


def grid_lines(
    half: float = 2.0, step: float = 0.5, pieces: int = 16
) -> tuple[FloatArray, FloatArray]:
    """A floor grid that fades outwards: (N, 3) ends of line pieces and (N,) opacity of each end."""
    marks = np.arange(-half, half + step / 2, step)
    cuts = np.linspace(-half, half, pieces + 1)
    starts, ends = cuts[:-1], cuts[1:]
    along = np.stack([starts, ends], 1).reshape(-1)
    x = np.tile(along, len(marks))
    y = np.repeat(marks, len(along))
    one = np.stack([x, y, np.zeros_like(x)], 1)
    points = np.concatenate([one, one[:, [1, 0, 2]]]).astype(np.float32)
    distance = np.linalg.norm(points[:, :2], axis=1)
    return points, np.clip(1.0 - distance / (half * 1.02), 0.0, 1.0).astype(np.float32) ** 1.2
