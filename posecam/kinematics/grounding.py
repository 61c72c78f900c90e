"""Where a body stands: the axes of our worlds, the height of an ankle, and the way to the floor.

Numpy only. Two worlds have the floor in them: `Y_UP`, of files and streams, and `Z_UP`, of views.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.pose import HIDDEN_SCORE
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
_FLOOR_PERCENTILE: Final = 20.0
#: Numbers that a running median looks at in one go.
_AT_ONCE: Final = 1 << 22


def on_the_floor(
    times: FloatArray,
    root: FloatArray,
    joints: FloatArray,
    joints_2d: FloatArray,
    scores: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """A person's whole motion in the world `Y_UP`, its floor at y = 0.

    The camera is taken to be level. The floor lies below the ankle that was lowest, not counting
    the lowest fifth of its moments; the origin is below the pelvis of the first moment.

    Args:
        times: (M,) seconds, growing.
        root: (M, 1, 3) mm, the pelvis in the camera frame; may hold what is not a number.
        joints: (M, J, 3) mm relative to it; the same.
        joints_2d: (M, J, 2) px; the same.
        scores: (M, J) in 0..1.

    Returns:
        (M, J, 3) mm, and (3,) mm that was added to the camera frame's points in these axes.
    """
    root, joints, joints_2d = (_without_nan(values) for values in (root, joints, joints_2d))
    world = (joints + _steady_root(times, root, joints, joints_2d, scores)) * Y_UP
    lowest = float(np.percentile(world[:, _ANKLES, 1].min(1), _FLOOR_PERCENTILE))
    pelvis = world[0, ROOT]
    offset = np.array([-pelvis[0], ANKLE_ABOVE_FLOOR_MM - lowest, -pelvis[2]])
    return world + offset, offset


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
        step = max(1, _AT_ONCE // (2 * half + 1))
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
    flat = values.reshape(len(values), -1)
    good = np.isfinite(flat)
    moments = np.arange(len(flat))
    for column in np.flatnonzero(~good.all(0)):
        known = good[:, column]
        flat[:, column] = (
            np.interp(moments, moments[known], flat[known, column]) if known.any() else 0
        )
    return flat.reshape(values.shape)
