"""Where the figure of a recorded take stands: known from before and after each moment. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.gui.review.take import Take
from posecam.kinematics.stage import SOLE, Stage, camera_to_world, feet, lowest
from posecam.pose import HIDDEN_SCORE, Floor, Pose
from posecam.rate import usual_rate
from posecam.skeleton import BONES, INDEX, ROOT

FloatArray = NDArray[np.float64]

#: Seconds around a moment that the floor is the lowest of, and that the size is steadied over.
FLOOR_S: Final = 1.4
STEADY_S: Final = 4.0
#: Of so many moments the size is steadied by at most, however many frames a second there are.
_MOST_MOMENTS: Final = 61
_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]


class TakeStage(Stage):
    """Puts the figure on the floor as `Stage` does, in whatever order the frames come."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        rows = take.rows_of_person
        self._frame_ids = take.session.frame_ids
        self._aside, self._height = np.zeros(len(rows)), np.zeros(len(rows))
        seen = np.flatnonzero(rows >= 0)
        if not len(seen):
            return
        people = take.session.people
        joints_2d = people.joints_2d[rows[seen]]
        across = people.joints_3d[rows[seen]][..., :2]
        scores = people.scores[rows[seen]][:, _ANKLES]
        child, parent = np.array(BONES).T
        real = np.linalg.norm(across[:, child] - across[:, parent], axis=2).sum(1)
        pixels = np.linalg.norm(joints_2d[:, child] - joints_2d[:, parent], axis=2).sum(1)
        rate = usual_rate(take.times)
        scale = 1e-3 * _around(real / np.maximum(pixels, 1.0), STEADY_S * rate, np.median)
        level = np.where(scores >= HIDDEN_SCORE, joints_2d[:, _ANKLES, 1], -np.inf).max(1)
        floor = _around(level, FLOOR_S * rate, np.max)
        height = np.zeros(len(seen))
        stands = np.isfinite(level)
        height[stands] = ((floor - level) * scale)[stands]
        pelvis = joints_2d[:, ROOT, 0].astype(np.float64)
        self._aside[seen] = (pelvis - np.median(pelvis)) * scale
        self._height[seen] = height

    def place(self, pose: Pose, floor: Floor | None = None) -> NDArray[np.float32]:
        """(16, 3) joints in the world, metres, feet at about Z = 0."""
        row = int(np.searchsorted(self._frame_ids, pose.frame_id))
        joints = camera_to_world(pose.joints_3d, floor)
        if row < len(self._aside):
            joints[:, 0] += self._aside[row]
            joints[:, 2] += self._height[row]
        joints[:, 2] += SOLE - lowest(joints, feet(pose))
        return joints


def _around(values: FloatArray, count: float, of: Callable[..., Any]) -> FloatArray:
    """Of (M,) values that of the about `count` ones around each, at most every k-th of them."""
    half = max(1, round(count / 2))
    padded = np.pad(np.asarray(values, np.float32), half, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    return np.asarray(of(windows[:, :: 1 + 2 * half // _MOST_MOMENTS], axis=1), np.float64)
