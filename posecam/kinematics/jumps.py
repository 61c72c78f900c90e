"""How high a person jumps, of a whole take, from how long both feet are in the air.

As on a mat that feels the feet: a body that flies for t rises by g t^2 / 8, if it leaves the ground
as stretched as it lands.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import runs
from posecam.kinematics.moves import Jump
from posecam.rate import usual_rate
from posecam.skeleton import COUNT, INDEX, KEYPOINT_COUNT, KEYPOINT_INDEX

FloatArray = NDArray[np.float64]

_FEET: Final = [
    KEYPOINT_INDEX[f"{side}_{part}"] for side in "rl" for part in ("heel", "big_toe", "small_toe")
]
_TRUNK: Final = [INDEX["pelvis"], INDEX["thorax"]]
_GRAVITY_MM: Final = 9806.65
#: What both feet are above where they stood, in the air, mm.
_AIR_MM: Final = 30.0
#: Shorter flights, which tell little, and longer ones, which none does, are no jumps.
_SHORTEST_FLIGHT_S, _LONGEST_FLIGHT_S = 0.15, 0.95
#: The trunk rises by at least this share of what a flight so long makes a body rise.
_LEAST_RISE: Final = 0.4
#: The feet's level is that of so long around, but for so many of a hundred moments.
_LEVEL_S, _LEVEL_EVERY_S, _LEVEL_PERCENTILE = 3.0, 0.25, 25.0
#: Fewer moments tell nothing.
_FEWEST: Final = 3


def find_jumps(
    times: NDArray[np.floating],
    joints_2d: NDArray[np.floating],
    joints_3d: NDArray[np.floating],
) -> list[Jump]:
    """Flights of both feet, told from how far they rise in the image; none without keypoints of
    the feet. The camera stands still and upright.

    Args:
        times: (T,) seconds, growing.
        joints_2d: (T, 31, 2) px; not numbers where not seen.
        joints_3d: (T, 31, 3) mm, root-relative, camera frame.
    """
    if joints_2d.shape[1] < KEYPOINT_COUNT:
        return []
    known = np.isfinite(joints_2d[:, _FEET]).all(axis=(1, 2))
    known &= np.isfinite(joints_3d).all(axis=(1, 2))
    seconds = np.asarray(times, np.float64)[known]
    if len(seconds) < _FEWEST:
        return []
    flat, deep = (np.asarray(v[known], np.float64) for v in (joints_2d, joints_3d[..., :2]))
    mm_a_px = _around(seconds, _size(deep) / np.maximum(_size(flat), 1e-6), 50.0)
    lowest = -flat[:, _FEET, 1].max(axis=1) * mm_a_px
    trunk = -flat[:, _TRUNK, 1].mean(axis=1) * mm_a_px
    above = lowest - _around(seconds, lowest, _LEVEL_PERCENTILE)
    found = []
    for first, end in runs(above > _AIR_MM):
        if first == 0 or end == len(seconds):
            continue
        left, landed = (_crossing(seconds, above, row) for row in (first, end))
        flight = landed - left
        if not _SHORTEST_FLIGHT_S <= flight <= _LONGEST_FLIGHT_S:
            continue
        flown = _GRAVITY_MM * flight**2 / 8
        ends, middle = np.interp([left, landed], seconds, trunk), (left + landed) / 2
        if float(np.interp(middle, seconds, trunk)) - ends.mean() > _LEAST_RISE * flown:
            # Above a height for so long, a body rises by so much more than that height.
            found.append(Jump(left, landed, _AIR_MM + flown))
    return found


def _size(points: FloatArray) -> FloatArray:
    """(T,) how far (T, K, 2) joints are spread."""
    return np.asarray(np.sqrt(points[:, :COUNT].var(axis=1).sum(axis=1)))


def _around(times: FloatArray, values: NDArray[np.floating], percentile: float) -> FloatArray:
    """(T,) what values are around each moment, looked at every `_LEVEL_EVERY_S`."""
    rate = usual_rate(times)
    half, apart = max(1, round(_LEVEL_S / 2 * rate)), max(1, round(_LEVEL_EVERY_S * rate))
    rows = np.arange(0, len(values), apart)
    around = [
        np.percentile(values[max(row - half, 0) : row + half + 1], percentile) for row in rows
    ]
    return np.asarray(np.interp(np.arange(len(values)), rows, around), np.float64)


def _crossing(times: FloatArray, above: FloatArray, row: int) -> float:
    """Seconds at which the height passes that of the air, between the sample before and this."""
    before, here = above[row - 1], above[row]
    return float(
        times[row - 1] + (_AIR_MM - before) / (here - before) * (times[row] - times[row - 1])
    )
