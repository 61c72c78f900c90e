"""The floor that people stand on, and how high an ankle stands above it.

Up is that of the calibration where there is one, else what the people seen tell
(`posecam.kinematics.level`). The floor is below the feet (`floor_level`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import LEG_MM
from posecam.kinematics.level import LevelFinder, Up, take_up
from posecam.pose import SURE_SCORE, Floor, Pose
from posecam.skeleton import INDEX

FloatArray = NDArray[np.float64]

#: Height of the ankle joint above the sole.
ANKLE_ABOVE_FLOOR_MM: Final = 80.0

_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
#: Of the moments of a lower foot so many are misjudged or no floor: the level is above these.
FLOOR_PERCENTILE: Final = 20.0
#: Of feet in millimetres of the camera frame.
MEMORY_S: Final = 8.0
#: Between two moments of a `FloorFinder`, and the fewest that tell it something.
_EVERY_S: Final = 0.1
_FEWEST: Final = 3


def floor_level(heights: FloatArray) -> float:
    """At which height the lower foot stands, of its (M,) heights, growing upwards; M > 0."""
    return float(np.percentile(heights, FLOOR_PERCENTILE, method="lower"))


class FloorFinder:
    """The measured floor, or the one that the people seen stand on.

    Up is what they tell (`kinematics.level`); how far below the camera it lies, the main person's
    feet say.
    """

    def __init__(self) -> None:
        self._level = LevelFinder()
        self._measured: Floor | None = None
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

    @property
    def up(self) -> Up:
        """Away from the ground, camera frame, as of the frame before."""
        return self._level.up if self._measured is None else self._measured.up

    def find(
        self, pose: Pose | None, measured: Floor | None, people: Sequence[Pose] = ()
    ) -> Floor | None:
        """The floor as of a frame; None where no feet were seen yet.

        Args:
            pose: of the main person.
            measured: the floor by a calibration, which is taken as it is.
            people: all poses of the frame.
        """
        self._measured = measured
        if measured is not None:
            return measured
        if people:
            self._level.add(people[0].time, people)
        self._stand(pose)
        estimated = self._level.origin == "estimated"
        depth = self._depth
        if depth is None and estimated and pose is not None:
            depth = _below(pose, self._level.up)
        if depth is None:
            return None
        return Floor(self._level.up, depth, measured=False, estimated=estimated)

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
            self._depth = ANKLE_ABOVE_FLOOR_MM - floor_level(heights.min(1))


def _below(pose: Pose, up: Up) -> float | None:
    """mm of the camera above the ground, of a person whose feet are not in view: a leg's length
    below the pelvis; None where it is not known where the person is."""
    pelvis = float(pose.root.astype(np.float64) @ np.array(up))
    return LEG_MM - pelvis if np.isfinite(pelvis) else None


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
    depth = ANKLE_ABOVE_FLOOR_MM - floor_level(lower)
    return Floor(found, depth, measured=False, estimated=origin == "estimated")
