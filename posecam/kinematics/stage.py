"""Where the 3D figure stands: camera frame to the view's world, and the floor under the feet.

The view's world is in metres with Z up, X to the camera's right and Y away from it. Pure numpy.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM, Z_UP
from posecam.pose import HIDDEN_SCORE, Floor, Pose
from posecam.rate import usual_rate

FloatArray = NDArray[np.float32]

_ANKLES = [skeleton.INDEX["r_ankle"], skeleton.INDEX["l_ankle"]]
_LEG_MM = sum(joint.length_mm for joint in skeleton.JOINTS if joint.name in ("r_knee", "r_ankle"))
#: From the ankle joint down to the sole, metres.
SOLE: Final = ANKLE_ABOVE_FLOOR_MM * 1e-3
#: Seconds of feet that the floor is the lowest of: longer than a jump.
MEMORY = 0.7
#: Metres from the main person within which others are shown.
FARTHEST = 3.2
#: Time constants of floor, middle of the stage, and metres per pixel, seconds.
FLOOR_TAU, MIDDLE_TAU, SCALE_TAU = 0.25, 1.2, 3.0
#: Of a recording: seconds around a moment that the floor is the lowest of, and that the size is
#: smoothed over.
FLOOR_S: Final = 1.4
STEADY_S: Final = 4.0
#: Of so many moments the size is smoothed by at most, however many frames a second there are.
_MOST_MOMENTS: Final = 61


def camera_to_world(points_mm: FloatArray, floor: Floor | None = None) -> FloatArray:
    """(..., 3) millimetres in the camera frame to metres in the view's world.

    A camera that is known to be tilted is turned level: up is away from the ground.
    """
    turn = Z_UP
    if floor is not None and floor.measured:
        turn = Z_UP @ levelling(floor.up)
    return np.asarray((points_mm @ turn.T) * np.float32(1e-3), np.float32)


def levelling(up: tuple[float, float, float]) -> FloatArray:
    """The shortest rotation (3, 3) that turns a unit vector of the camera frame to (0, -1, 0)."""
    x, y, z = up
    if y > 0.9:  # upside down: no camera hangs so, and there is no shortest way
        return np.eye(3, dtype=np.float32)
    share = 1.0 / (1.0 - y)
    # Rodrigues' formula with the axis up x (0, -1, 0) = (z, 0, -x).
    across = np.array([[0, x, 0], [-x, 0, -z], [0, z, 0]])
    return np.asarray(np.eye(3) + across + across @ across * share, np.float32)


class Stage:
    """Puts each pose on the floor, in the middle of the grid, without jumps that no one made.

    The feet's height and the way to the side are read from the image, in pixels, at a scale that
    changes slowly. The 3D joints would do worse: when a person bends over, their size and with it
    their distance is misjudged for a moment, and the figure would hover or sink. So in a squat the
    pelvis goes down and the feet stay, in a jump they leave the floor. The floor is where the feet
    were lowest lately; the middle follows the person slowly; towards the camera nothing moves.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._levels: deque[tuple[float, float]] = deque()
        self._floor = self._middle = self._scale = 0.0
        self._time = 0.0
        self._person: int | None = None

    def place(self, pose: Pose, floor: Floor | None = None) -> FloatArray:
        """(16, 3) joints in the world, metres, feet at about Z = 0."""
        if pose.person_id != self._person or pose.time < self._time:
            self.clear()
        joints, seen = camera_to_world(pose.joints_3d, floor), feet(pose)
        aside, height = self._follow(pose, seen)
        joints[:, 0] += aside
        joints[:, 2] += SOLE + height - lowest(joints, seen)
        return joints

    def _follow(self, pose: Pose, seen: list[int]) -> tuple[float, float]:
        """Metres to the side of the stage's middle and of the lower foot above the floor."""
        pelvis = float(pose.joints_2d[skeleton.ROOT, 0])
        scale = _metres_per_pixel(pose)
        if self._person is None:
            self._person, self._scale, self._middle = pose.person_id, scale, pelvis
        step = max(pose.time - self._time, 0.0) if self._levels else 0.0
        self._time = pose.time
        self._scale += (scale - self._scale) * (1 - np.exp(-step / SCALE_TAU))
        self._middle += (pelvis - self._middle) * (1 - np.exp(-step / MIDDLE_TAU))
        aside = (pelvis - self._middle) * self._scale
        if not seen:
            self._levels.clear()
            return aside, 0.0
        level = max(float(pose.joints_2d[i, 1]) for i in seen)
        first = not self._levels
        self._levels.append((pose.time, level))
        while pose.time - self._levels[0][0] > MEMORY:
            self._levels.popleft()
        lowest = max(level for _, level in self._levels)
        share = 1.0 if first else 1 - np.exp(-step / FLOOR_TAU)
        self._floor += (lowest - self._floor) * share
        return aside, (self._floor - level) * self._scale


class RecordedStage(Stage):
    """Puts the figure on the floor as `Stage` does, in whatever order the frames come.

    Args:
        frame_ids: (N,) numbers of the recording's frames, growing.
        seen: (M,) which of them show the person.
        times: (N,) seconds.
        joints_2d: (M, J, 2) px, joints_3d: (M, J, 3) mm, scores: (M, J), of those.
    """

    def __init__(
        self,
        frame_ids: NDArray[np.integer],
        times: NDArray[np.floating],
        seen: NDArray[np.integer],
        joints_2d: NDArray[np.floating],
        joints_3d: NDArray[np.floating],
        scores: NDArray[np.floating],
    ) -> None:
        super().__init__()
        self._frame_ids = frame_ids
        self._aside, self._height = np.zeros(len(frame_ids)), np.zeros(len(frame_ids))
        if not len(seen):
            return
        child, parent = np.array(skeleton.BONES).T
        across = joints_3d[..., :2]
        real = np.linalg.norm(across[:, child] - across[:, parent], axis=2).sum(1)
        pixels = np.linalg.norm(joints_2d[:, child] - joints_2d[:, parent], axis=2).sum(1)
        rate = usual_rate(times)
        scale = 1e-3 * _around(real / np.maximum(pixels, 1.0), STEADY_S * rate, np.median)
        sure = scores[:, _ANKLES] >= HIDDEN_SCORE
        level = np.where(sure, joints_2d[:, _ANKLES, 1], -np.inf).max(1)
        floor = _around(level, FLOOR_S * rate, np.max)
        height = np.zeros(len(seen))
        stands = np.isfinite(level)
        height[stands] = ((floor - level) * scale)[stands]
        pelvis = joints_2d[:, skeleton.ROOT, 0].astype(np.float64)
        self._aside[seen] = (pelvis - np.median(pelvis)) * scale
        self._height[seen] = height

    def place(self, pose: Pose, floor: Floor | None = None) -> FloatArray:
        """(16, 3) joints in the world, metres, feet at about Z = 0."""
        row = int(np.searchsorted(self._frame_ids, pose.frame_id))
        joints = camera_to_world(pose.joints_3d, floor)
        if row < len(self._aside):
            joints[:, 0] += self._aside[row]
            joints[:, 2] += self._height[row]
        joints[:, 2] += SOLE - lowest(joints, feet(pose))
        return joints


def place_beside(
    pose: Pose, main: Pose, main_joints: FloatArray, floor: Floor | None = None
) -> FloatArray | None:
    """(16, 3) joints in the world of another person, as far from the main person as they are.

    Args:
        pose: of the other, main: of the main person, in the same frame.
        main_joints: the main person's, as `Stage.place` put them.

    Returns:
        None where it is not known how far away they are, or further than the floor is drawn.
    """
    away = camera_to_world(pose.root - main.root, floor)[:2]
    if not float(np.hypot(*away)) <= FARTHEST:
        return None
    joints = camera_to_world(pose.joints_3d, floor)
    joints[:, :2] += main_joints[skeleton.ROOT, :2] + away
    joints[:, 2] += SOLE - lowest(joints, feet(pose))
    return joints


def feet(pose: Pose) -> list[int]:
    """The ankles that are seen."""
    return [i for i in _ANKLES if pose.scores[i] >= HIDDEN_SCORE]


def lowest(joints: FloatArray, feet: list[int]) -> float:
    """Height of the lower foot, metres.

    A person cut off by a desk still stands or sits on a floor: a leg's length below.
    """
    return min((float(joints[i, 2]) for i in feet), default=-_LEG_MM * 1e-3)


def _metres_per_pixel(pose: Pose) -> float:
    """How large the figure is over how large its image is, both across the line of sight."""
    child, parent = np.array(skeleton.BONES).T
    across = pose.joints_3d[:, :2]
    real = np.linalg.norm(across[child] - across[parent], axis=1).sum()
    joints_2d = pose.joints_2d
    seen = np.linalg.norm(joints_2d[child] - joints_2d[parent], axis=1).sum()
    return float(real / max(seen, 1.0)) * 1e-3


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


def _around(
    values: NDArray[np.float64], count: float, of: Callable[..., Any]
) -> NDArray[np.float64]:
    """Of (M,) values that of the about `count` ones around each, at most every k-th of them."""
    half = max(1, round(count / 2))
    padded = np.pad(np.asarray(values, np.float32), half, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    return np.asarray(of(windows[:, :: 1 + 2 * half // _MOST_MOMENTS], axis=1), np.float64)
