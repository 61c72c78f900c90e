"""Where a body stands: which way is up, where the floor is, how high an ankle stands above it.

For live view, review, files and streams alike. Up is that of the calibration where there is one,
else what the people seen tell (`posecam.kinematics.level`). The floor is below the feet
(`FloorLevel`), and not where the calibration has it: what it is off by there, feet would hover or
sink by everywhere.

Numpy only. Two worlds have the floor in them: `Y_UP`, of files and streams, and `Z_UP`, of views.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.level import LevelFinder, Up, take_up
from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Floor, Pose
from posecam.rate import usual_rate
from posecam.skeleton import BONES, INDEX, ROOT

FloatArray = NDArray[np.float64]

#: Height of the ankle joint above the sole.
ANKLE_ABOVE_FLOOR_MM: Final = 80.0
#: Camera frame (x right, y down, z away) to x right, y up, z towards the camera: factors.
Y_UP: Final = np.array([1.0, -1.0, -1.0])
#: Rows: X to the camera's right, Y away from it, Z up in terms of the camera frame; a rotation.
Z_UP: Final = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)

_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
#: Over how long the distance from the camera is smoothed.
STEADY_S: Final = 4.0
#: Of the moments of a lower foot so many are misjudged or no floor: the level is above these.
FLOOR_PERCENTILE: Final = 20.0
#: Of feet in millimetres of the camera frame.
MEMORY_S: Final = 8.0
#: Of feet in pixels: longer than a jump, and soon over where a person walks to or fro.
IMAGE_MEMORY_S: Final = 0.9
#: A running median looks at so many numbers at most around each moment.
_MOST_MOMENTS: Final = 121
#: Numbers that a running median looks at in one go.
AT_ONCE: Final = 1 << 22
#: Between two moments of a `FloorFinder`, and the fewest that tell it something.
_EVERY_S: Final = 0.1
_FEWEST: Final = 3


class FloorLevel:
    """At which height the lower foot stands: live of the moments so far, recorded of all.

    Args:
        memory_s: seconds after which a moment is forgotten.
        percentile: share of the heights that are below the level, 0 for the lowest.
    """

    def __init__(self, memory_s: float = MEMORY_S, percentile: float = FLOOR_PERCENTILE) -> None:
        self._memory_s, self._percentile = memory_s, percentile
        self._heights: deque[tuple[float, float]] = deque()

    def __len__(self) -> int:
        """Moments that are remembered."""
        return len(self._heights)

    def clear(self) -> None:
        """Forget all moments."""
        self._heights.clear()

    def add(self, seconds: float, height: float) -> float:
        """The level as of a moment, `height` that of the lower foot then, growing upwards.

        A moment before the last one begins anew.
        """
        if self._heights and seconds < self._heights[-1][0]:
            self.clear()
        self._heights.append((seconds, height))
        while seconds - self._heights[0][0] > self._memory_s:
            self._heights.popleft()
        return self.of(np.array([height for _, height in self._heights]), self._percentile)

    @staticmethod
    def of(heights: FloatArray, percentile: float = FLOOR_PERCENTILE) -> float:
        """The level of a whole take, of (M,) heights of its lower foot, M > 0."""
        return float(np.percentile(heights, percentile, method="lower"))


class FloorFinder:
    """The measured floor, or the one that the people seen stand on.

    Up is what they tell (`kinematics.level`); how far below the camera it lies, the main person's
    feet say.
    """

    def __init__(self) -> None:
        self._level = LevelFinder()
        self._feet: deque[tuple[float, FloatArray]] = deque()
        self.clear()

    def clear(self, remembered: Up | None = None) -> None:
        """Forget the feet, for another camera or another place.

        Args:
            remembered: up as it was known of the camera.
        """
        self._level.clear(remembered)
        self._feet.clear()
        self._depth: float | None = None

    def find(
        self, pose: Pose | None, measured: Floor | None, people: Sequence[Pose] = ()
    ) -> Floor | None:
        """The floor as of a frame; None where no feet were seen yet.

        Args:
            pose: of the main person.
            measured: the floor by a calibration, which is taken as it is.
            people: all poses of the frame.
        """
        if measured is not None:
            return measured
        if people:
            self._level.add(people[0].time, people)
        self._stand(pose)
        if self._depth is None:
            return None
        estimated = self._level.origin == "estimated"
        return Floor(self._level.up, self._depth, measured=False, estimated=estimated)

    def _stand(self, pose: Pose | None) -> None:
        if pose is None or pose.scores[_ANKLES].min() < SURE_SCORE:
            return
        if self._feet and 0 <= pose.time - self._feet[-1][0] < _EVERY_S:
            return
        if self._feet and pose.time < self._feet[-1][0]:
            self._feet.clear()
        self._feet.append((pose.time, (pose.root + pose.joints_3d[_ANKLES]).astype(np.float64)))
        while pose.time - self._feet[0][0] > MEMORY_S:
            self._feet.popleft()
        if len(self._feet) >= _FEWEST:
            heights = np.array([feet for _, feet in self._feet]) @ np.array(self._level.up)
            self._depth = ANKLE_ABOVE_FLOOR_MM - FloorLevel.of(heights.min(1))


def take_floor(
    times: FloatArray,
    ids: NDArray[np.integer],
    root: FloatArray,
    joints: FloatArray,
    scores: FloatArray,
    up: FloatArray | None = None,
    up_score: FloatArray | None = None,
) -> Floor | None:
    """The floor of a whole take under a camera that stays where it is, of M looks at people.

    Args:
        times: (M,) seconds.
        ids: (M,) who it is.
        root: (M, 3) mm, pelvis in the camera frame; may hold what is not a number.
        joints: (M, 16, 3) mm relative to it, scores: (M, 16).
        up, up_score: as the network says them, see `level.evidence`.

    Returns:
        None where neither up nor feet are known.
    """
    found, origin = take_up(times, ids, joints, scores, up, up_score)
    ankles = (root[:, None] + joints[:, _ANKLES]) @ np.array(found)
    seen = (scores[:, _ANKLES] >= SURE_SCORE) & np.isfinite(ankles)
    lower = np.where(seen, ankles, np.inf).min(1)
    lower = lower[np.isfinite(lower)]
    if not len(lower):
        return Floor(found, 0.0, measured=False, estimated=True) if origin == "estimated" else None
    depth = ANKLE_ABOVE_FLOOR_MM - FloorLevel.of(lower)
    return Floor(found, depth, measured=False, estimated=origin == "estimated")


def levelling(up: tuple[float, float, float]) -> FloatArray:
    """The shortest rotation (3, 3) that turns a unit vector of the camera frame to (0, -1, 0)."""
    x, y, z = up
    if y > 0.9:  # upside down: no camera hangs so, and there is no shortest way
        return np.eye(3)
    share = 1.0 / (1.0 - y)
    # Rodrigues' formula with the axis up x (0, -1, 0) = (z, 0, -x).
    across = np.array([[0, x, 0], [-x, 0, -z], [0, z, 0]])
    return np.asarray(np.eye(3) + across + across @ across * share)


def y_up(floor: Floor | None) -> FloatArray:
    """(3, 3) rotation of the camera frame to `Y_UP`, turned level where the tilt is known."""
    return np.asarray(np.diag(Y_UP) @ _level(floor))


def z_up(floor: Floor | None) -> FloatArray:
    """(3, 3) rotation of the camera frame to `Z_UP`, turned level where the tilt is known."""
    return np.asarray(Z_UP @ _level(floor))


def _level(floor: Floor | None) -> FloatArray:
    return np.eye(3) if floor is None else levelling(floor.up)


def on_the_floor(
    times: FloatArray,
    root: FloatArray,
    joints: FloatArray,
    joints_2d: FloatArray,
    scores: FloatArray,
    floor: Floor | None = None,
) -> tuple[FloatArray, FloatArray]:
    """A person's whole motion in the world `Y_UP`, its floor at y = 0.

    The floor lies below the lower ankle in view, not counting the lowest fifth of its moments; of
    a person whose ankles are never in view, below where they are taken to be. The origin is below
    the pelvis of the first moment.

    Args:
        times: (M,) seconds, growing.
        root: (M, 1, 3) mm, the pelvis in the camera frame; may hold what is not a number.
        joints: (M, J, 3) mm relative to it; the same.
        joints_2d: (M, J, 2) px; the same.
        scores: (M, J) in 0..1.
        floor: says which way is up; None for a level camera.

    Returns:
        (M, J, 3) mm, and (3,) mm that was added to the camera frame's points in these axes.
    """
    root, joints, joints_2d = (_without_nan(values) for values in (root, joints, joints_2d))
    world = (joints + _steady_root(times, root, joints, joints_2d, scores)) @ y_up(floor).T
    level = FloorLevel.of(_lower_ankles(world, scores))
    pelvis = world[0, ROOT]
    offset = np.array([-pelvis[0], ANKLE_ABOVE_FLOOR_MM - level, -pelvis[2]])
    return world + offset, offset


def _lower_ankles(world: FloatArray, scores: FloatArray) -> FloatArray:
    """(K,) heights of the lower ankle in view, or of the lower one where none ever is."""
    heights = world[:, _ANKLES, 1]
    lower = np.where(scores[:, _ANKLES] >= HIDDEN_SCORE, heights, np.inf).min(1)
    seen = np.isfinite(lower)
    return np.asarray(lower[seen] if seen.any() else heights.min(1))


def _steady_root(
    times: FloatArray,
    root: FloatArray,
    joints: FloatArray,
    joints_2d: FloatArray,
    scores: FloatArray,
) -> FloatArray:
    """(M, 1, 3) pelvis in the camera frame, at a distance that changes slowly.

    When a person bends, their size and with it their distance is misjudged for a moment. So the
    distance is its running median, the pelvis stays on its line of sight to the side, and its
    height is such that the lower ankle is as far below it as the image has it, at a scale that
    changes as slowly: in a squat the pelvis goes down and the feet stay.
    """
    distance = root[:, 0, 2]
    known = np.where(distance > 0, distance, np.nan)
    steady = root * np.nan_to_num(_running_median(times, distance) / known, nan=1.0)[:, None, None]
    child, parent = np.array(BONES).T
    real = np.linalg.norm((joints[:, child] - joints[:, parent])[..., :2], axis=2).sum(1)
    pixels = np.linalg.norm(joints_2d[:, child] - joints_2d[:, parent], axis=2).sum(1)
    scale = _running_median(times, real / np.maximum(pixels, 1.0))
    seen = scores[:, _ANKLES] >= HIDDEN_SCORE
    in_image = np.where(seen, joints_2d[:, _ANKLES, 1] - joints_2d[:, [ROOT], 1], -np.inf).max(1)
    in_figure = np.where(seen, joints[:, _ANKLES, 1] - joints[:, [ROOT], 1], -np.inf).max(1)
    # Where the ankles are out of view the pelvis keeps its own height.
    shown = seen.any(1)
    steady[shown, 0, 1] += in_image[shown] * scale[shown] - in_figure[shown]
    return steady


def _running_median(times: FloatArray, values: FloatArray) -> FloatArray:
    """Median over `STEADY_S` around each moment, over less near the ends, but always as much on
    either side: what moves steadily is left as it is."""
    half = max(1, round(STEADY_S / 2 * usual_rate(times)))
    out = values.copy()
    count = len(values)
    if count > 2 * half:
        windows = np.lib.stride_tricks.sliding_window_view(values, 2 * half + 1)
        # Of many frames a second some will do, the same on either side.
        apart = 1 + 2 * half // _MOST_MOMENTS
        windows = windows[:, half % apart :: apart]
        step = max(1, AT_ONCE // windows.shape[1])
        for k in range(0, len(windows), step):
            some = windows[k : k + step]
            out[half + k : half + k + len(some)] = np.median(some, axis=1)
    for k in range(min(half, (count + 1) // 2)):
        out[k] = np.median(values[: 2 * k + 1])
        out[count - 1 - k] = np.median(values[count - 1 - 2 * k :])
    return out


def _without_nan(values: FloatArray) -> FloatArray:
    """(M, J, 3) where each coordinate that is not a number comes from the nearest moments' values.

    One that never is a number is 0.
    """
    flat = values.reshape(len(values), -1).copy()
    good = np.isfinite(flat)
    moments = np.arange(len(flat))
    for column in np.flatnonzero(~good.all(0)):
        known = good[:, column]
        flat[:, column] = (
            np.interp(moments, moments[known], flat[known, column]) if known.any() else 0
        )
    return flat.reshape(values.shape)
