"""From the poses of a track, raw and smoothed, to those of the motion that was solved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.bones import apply_bone_lengths
from posecam.estimation.options import EstimatorOptions
from posecam.offline.sightings import sightings
from posecam.offline.smoothing import TrackPoses, millimetres_per_px
from posecam.offline.solver import solve
from posecam.pose import Pose
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_PARENTS, ROOT

Array = NDArray[np.float64]

#: Fewer poses than this are no motion.
_FEWEST: Final = 5


def _held_by(keypoint: int) -> int:
    while keypoint >= COUNT:
        keypoint = KEYPOINT_PARENTS[keypoint]
    return keypoint


#: The joint that each keypoint after the sixteen goes with.
_HELD_BY: Final = np.array([_held_by(keypoint) for keypoint in range(COUNT, KEYPOINT_COUNT)])


def solve_track(
    poses: Sequence[Pose],
    raw: TrackPoses,
    smoothed: TrackPoses,
    frame_size: tuple[int, int],
    options: EstimatorOptions,
    between: Callable[[], None] = lambda: None,
) -> TrackPoses:
    """The track with its sixteen joints and its root from the motion that was solved.

    What was smoothed gives the rest: joints in the image, scores, sides, and feet, face and hands,
    which go with their joints.

    Args:
        poses: of one person, nothing smoothed.
        raw: the same as arrays.
        smoothed: what `smooth_offline` made of them.
        frame_size: width and height, px.
        options: that were wanted.
        between: called between the steps; an exception of it ends everything.
    """
    if len(poses) < _FEWEST:
        return smoothed
    keypoints = raw.scores.shape[1]
    rows = np.arange(len(poses))[:, None]
    order = np.arange(keypoints)[None] if smoothed.order is None else smoothed.order
    spread = [pose.spread for pose in poses]
    known = None if any(s is None for s in spread) else np.array(spread, np.float64)[rows, order]
    nothing = np.full(3, np.nan, np.float32)
    seen = sightings(
        raw.times,
        raw.joints_2d[rows, order],
        raw.joints_3d[rows, order],
        smoothed.scores,
        millimetres_per_px(raw, frame_size, options),
        np.array([pose.box for pose in poses], np.float64),
        known,
        np.array([nothing if pose.up is None else pose.up for pose in poses], np.float64),
        np.array([pose.up_score for pose in poses]),
        frame_size,
        options.field_of_view_deg,
    )
    found = solve(seen, options.subject_height_mm, options.calibration, lambda _done: between())
    joints = found.joints - found.joints[:, [ROOT]]
    held = _HELD_BY[: keypoints - COUNT]
    beyond = smoothed.joints_3d[:, COUNT:] + (joints - smoothed.joints_3d[:, :COUNT])[:, held]
    whole = np.concatenate([joints, beyond], axis=1)
    laid = np.array([apply_bone_lengths(points, found.lengths) for points in whole])
    return TrackPoses(
        raw.times,
        smoothed.joints_2d,
        laid - laid[:, [ROOT]],
        smoothed.scores,
        found.joints[:, ROOT],
        smoothed.order,
    )
