"""Where the ground is: under the feet of the person who stands on it."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np

from posecam.estimation.calibration import Calibration
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM
from posecam.pose import SURE_SCORE, Floor, Pose
from posecam.skeleton import INDEX

_LEVEL: Final = (0.0, -1.0, 0.0)
_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
# Feet of the last seconds; the floor is below all of them but the lowest fifth of the moments,
# which are misjudged.
_MEMORY_S: Final = 8.0
_PERCENTILE: Final = 20.0
_EVERY_S: Final = 0.1
_FEWEST: Final = 3


class FloorFinder:
    """The floor of a calibration, or that under a level camera and the main person's feet."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the feet, for another camera or another place."""
        self._heights: deque[tuple[float, float]] = deque()
        self._found: Floor | None = None

    def find(self, pose: Pose | None, calibration: Calibration | None) -> Floor | None:
        """The floor as of a frame with this main person; None where no feet were seen yet."""
        if calibration is not None:
            return Floor(calibration.up, calibration.camera_height_mm, measured=True)
        if pose is None or pose.scores[_ANKLES].min() < SURE_SCORE:
            return self._found
        if self._heights and 0 <= pose.time - self._heights[-1][0] < _EVERY_S:
            return self._found
        if self._heights and pose.time < self._heights[-1][0]:
            self._heights.clear()
        # Of the camera above the lower ankle; y is down.
        above = float((pose.root + pose.joints_3d[_ANKLES])[:, 1].max())
        self._heights.append((pose.time, above + ANKLE_ABOVE_FLOOR_MM))
        while pose.time - self._heights[0][0] > _MEMORY_S:
            self._heights.popleft()
        if len(self._heights) >= _FEWEST:
            heights = [height for _, height in self._heights]
            found = float(np.percentile(heights, 100.0 - _PERCENTILE))
            self._found = Floor(_LEVEL, found, measured=False)
        return self._found
