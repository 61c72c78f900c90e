"""Steadying a whole track at once, when past and future are known: nothing comes late.

The same parts as while it happens (`posecam.estimation.pose_filter`), each run forward and
backward: sides are decided for the whole track (`posecam.offline.sides`), a jump is one that both
directions see, bones have the lengths of the whole track, and the smoothing's delays cancel out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.bones import BoneLengths
from posecam.estimation.options import EstimatorOptions
from posecam.estimation.outliers import HELD_SCORE, OutlierGate
from posecam.estimation.smoothing import OneEuro
from posecam.geometry import focal_length_px, joints_box, root_position
from posecam.offline.sides import settled_sides
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import COUNT, ROOT

Array = NDArray[np.float64]

#: Over how long the distance from the camera is steadied, standard deviation.
_DISTANCE_S: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TrackPoses:
    """M poses of one person, in the order of time.

    Attributes:
        times: (M,) seconds, growing.
        joints_2d: (M, K, 2) px of the frame.
        joints_3d: (M, K, 3) mm relative to the pelvis, camera frame.
        scores: (M, K).
        root: (M, 3) mm, the pelvis in the camera frame.
        order: (M, K) which keypoint as it was seen each one is; None where sides stayed.
    """

    times: Array
    joints_2d: Array
    joints_3d: Array
    scores: Array
    root: Array
    order: NDArray[Any] | None = None


def smooth_offline(
    raw: TrackPoses,
    frame_size: tuple[int, int],
    options: EstimatorOptions,
    between: Callable[[], None] = lambda: None,
) -> TrackPoses:
    """The track, steadied with knowledge of all of it.

    Args:
        raw: as the network says it, that is, estimated with a smoothness of 0.
        frame_size: width and height, px.
        options: that it was estimated with, but for the smoothness, which is the wanted one.
        between: called between the steps; an exception of it ends everything.

    Returns:
        As many poses. With a smoothness of 0 only the distance is steadied.
    """
    joints_2d, joints_3d, scores = raw.joints_2d, raw.joints_3d, raw.scores
    order: NDArray[Any] | None = None
    scale = millimetres_per_px(raw, frame_size, options)
    height = options.subject_height_mm
    if options.smoothness > 0:
        size = np.array(
            [_size(f[:COUNT], s[:COUNT]) for f, s in zip(joints_2d, scores, strict=True)]
        )
        order, gone = settled_sides(raw.times, joints_2d, joints_3d, scores, size, scale)
        rows = np.arange(len(size))[:, None]
        joints_2d, joints_3d = joints_2d[rows, order], joints_3d[rows, order]
        scores = scores[rows, order]
        between()
        far = gone | _jumps(raw.times, joints_2d, scores, size)
        between()
        deep = _jumps(raw.times, joints_3d, scores, np.full(len(size), height))
        between()
        joints_2d, joints_3d = (
            _bridged(raw.times, joints_2d, far),
            _bridged(raw.times, joints_3d, deep),
        )
        scores = scores * np.where(far | deep, HELD_SCORE, 1.0)
        bones = BoneLengths(height, options.calibration)
        for points, sure, time in zip(joints_3d, scores, raw.times.tolist(), strict=True):
            bones.learn(points, sure, time)
        between()
        larger = np.array([bones.scale(p, s) for p, s in zip(joints_3d, scores, strict=True)])
        joints_3d, scale = joints_3d * larger[:, None, None], scale * larger
        between()
        joints_2d = _both_ways(raw.times, joints_2d, scores, size, options.smoothness)
        between()
        heights = np.full(len(size), height)
        joints_3d = _both_ways(raw.times, joints_3d, scores, heights, options.smoothness)
        between()
        joints_3d = np.array([bones.apply(points) for points in joints_3d]).reshape(joints_3d.shape)
        joints_3d = joints_3d - joints_3d[:, [ROOT]]
    between()
    scale = np.exp(_averaged(raw.times, np.log(scale), _DISTANCE_S))
    fov = options.field_of_view_deg
    roots = [
        root_position(f[ROOT], float(s), frame_size, fov)
        for f, s in zip(joints_2d, scale, strict=True)
    ]
    root = np.array(roots, np.float64).reshape(-1, 3)
    return TrackPoses(raw.times, joints_2d, joints_3d, scores, root, order)


def _size(joints_2d: Array, scores: Array) -> float:
    """Larger side of the box round what is seen, px."""
    seen = scores >= HIDDEN_SCORE
    box = joints_box(joints_2d, seen if seen.any() else np.ones(len(joints_2d), bool))
    return max(float(box[2]), float(box[3]), 1.0)


def millimetres_per_px(
    raw: TrackPoses, frame_size: tuple[int, int], options: EstimatorOptions
) -> Array:
    """(M,) scale at the pelvis' depth at which the 3D joints fall on the 2D ones, least squares.

    A joint B mm from a pelvis that is d px from the middle of the image, at depth f s mm, is
    seen u px from it where s f (u - d) = f B_xy - u B_z.
    """
    focal = focal_length_px(frame_size, options.field_of_view_deg)
    offset = raw.joints_2d[:, :COUNT] - (np.array(frame_size) - 1) / 2
    seen = focal * (offset - offset[:, [ROOT]])
    joints_3d = raw.joints_3d[:, :COUNT]
    real = focal * joints_3d[..., :2] - offset * joints_3d[..., 2:]
    weight = np.maximum(raw.scores[:, :COUNT], 1e-3)[..., None]
    fit = (weight * seen * real).sum((1, 2)) / np.maximum((weight * seen**2).sum((1, 2)), 1e-9)
    return np.asarray(np.maximum(fit, 1e-3))


def _jumps(times: Array, points: Array, scores: Array, sizes: Array) -> NDArray[np.bool_]:
    """(M, K) joints that jump away and back: seen as a jump forward and backward."""
    found = np.ones(points.shape[:2], bool)
    for order in (np.arange(len(times)), np.arange(len(times))[::-1]):
        gate = OutlierGate()
        for row in order.tolist():
            time = abs(float(times[row] - times[order[0]]))
            _, held = gate(points[row], scores[row], time, float(sizes[row]))
            found[row] &= held
    return found


def _bridged(times: Array, points: Array, missing: NDArray[np.bool_]) -> Array:
    """(M, K, D) points, straight across those that are missing."""
    out = points.copy()
    for joint in np.flatnonzero(missing.any(0)).tolist():
        gone = missing[:, joint]
        if gone.all():
            continue
        for axis in range(points.shape[2]):
            values = points[~gone, joint, axis]
            out[gone, joint, axis] = np.interp(times[gone], times[~gone], values)
    return out


def _both_ways(
    times: Array, points: Array, scores: Array, sizes: Array, smoothness: float
) -> Array:
    """The one-euro filter forward, and its result backward: what the one delays the other brings
    forward."""
    out = points
    for order in (np.arange(len(times)), np.arange(len(times))[::-1]):
        smooth = OneEuro(smoothness)
        filtered = np.empty_like(out)
        for row in order.tolist():
            time = abs(float(times[row] - times[order[0]]))
            filtered[row] = smooth(out[row], time, float(sizes[row]), scores[row])
        out = filtered
    return out


def _averaged(times: Array, values: Array, spread: float) -> Array:
    """(M,) values averaged under a bell of that standard deviation in seconds."""
    out = np.empty_like(values)
    starts = np.searchsorted(times, times - 3 * spread)
    ends = np.searchsorted(times, times + 3 * spread, "right")
    for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        weights = np.exp(-0.5 * ((times[start:end] - times[row]) / spread) ** 2)
        out[row] = weights @ values[start:end] / weights.sum()
    return out
