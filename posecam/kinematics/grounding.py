"""Where a body stands, in worlds that have the floor in them (`posecam.kinematics.floor`).

For live view, review, files and streams alike. The floor is below the feet (`floor_level`), and not
where the calibration has it: what it is off by there, feet would hover or sink by everywhere.

Numpy only. Two worlds have the floor in them: `Y_UP`, of files and streams, and `Z_UP`, of views.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import (
    body_size,
    lowest,
    out_of_reach,
    reach,
    rise,
    runs,
    standing,
    stands,
    sunk,
)
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM, FLOOR_PERCENTILE, floor_level
from posecam.kinematics.roll import ankle_over, rolled, touching
from posecam.kinematics.touch import POINTS, feet_of, take_contacts
from posecam.pose import Floor
from posecam.rate import usual_rate
from posecam.skeleton import INDEX, ROOT

FloatArray = NDArray[np.float64]

#: Camera frame (x right, y down, z away) to x right, y up, z towards the camera: factors.
Y_UP: Final = np.array([1.0, -1.0, -1.0])
#: Rows: X to the camera's right, Y away from it, Z up in terms of the camera frame; a rotation.
Z_UP: Final = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)

_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
#: No foot stands for longer than this in a jump.
LONGEST_FLIGHT_S: Final = 1.0
#: A foot is off the floor that is so much higher than the lower feet around it in time.
LIFTED_MM: Final = 150.0
AROUND_S: Final = 2.0
#: Of the moments of who walks or rests so many around each tell the floor.
RESTING_S: Final = 1.5
#: A foot that is let go is free after so long; the body's way is averaged over so long on a side.
RELEASED_S: Final = 0.2
EASED_S: Final = 0.1
#: Over how long the distance from the camera is smoothed.
STEADY_S: Final = 4.0
#: A running median looks at so many numbers at most around each moment.
_MOST_MOMENTS: Final = 121
#: Numbers that a running median looks at in one go.
AT_ONCE: Final = 1 << 22


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


def levelled(points: NDArray[np.floating], floor: Floor | None) -> NDArray[np.floating]:
    """(..., 3) points of the camera frame as a level camera in the same place would have them."""
    return np.asarray(points @ _level(floor).T.astype(points.dtype))


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

    Feet that stand stay where they are on the floor, and the body goes where they have it; in a
    jump it goes as the lens has it. Where no foot stands for longer, what is lowest rests on the
    floor; of a person whose ankles are not in view, where they are taken to be. Where none ever
    does, the floor is one level for the whole take. The origin is below the pelvis of the first
    moment.

    Args:
        times: (M,) seconds, growing.
        root: (M, 1, 3) mm, the pelvis in the camera frame; may hold what is not a number.
        joints: (M, J, 3) mm relative to it; the same.
        joints_2d: (M, J, 2) px; the same.
        scores: (M, J) in 0..1.
        floor: says which way is up; None for a level camera.

    Returns:
        (M, J, 3) mm, and (3,) mm that was added to the camera frame's points in these axes, the
        median over the take.
    """
    root, joints, joints_2d = (_without_nan(values) for values in (root, joints, joints_2d))
    turn = y_up(floor).T
    free = (joints + _steady_distance(times, root)) @ turn
    heights = free[:, _ANKLES, 1]
    contacts = take_contacts(times, joints_2d, free, scores, np.array([0.0, 1.0, 0.0]))
    stood = standing(times, joints_2d, heights, scores) if contacts is None else feet_of(contacts)
    # In a jump both feet may be still for a moment, where they are highest.
    level = _running(times, heights.min(1), AROUND_S, FLOOR_PERCENTILE / 2)
    stood &= heights - level[:, None] < LIFTED_MM
    if stood.any():
        held = _held(free, joints_2d, stood)
        if contacts is not None:
            held += _rolled(times, free, touching(contacts), stood)
        world = free + _path(times, free, scores, held, stood)[:, None]
        world[..., 1] += _eased(times, rise(world, held, stood)[:, None])
        world[..., 1] -= _eased(times, out_of_reach(world, held, stood)[:, None])
        for side in range(2):
            _hold(times, world, side, held[:, side], stood[:, side])
        world[..., 1] += sunk(world, scores)[:, None]
    else:
        world = free - [0, floor_level(lowest(free, scores)), 0]
    pelvis = world[0, ROOT] * [1, 0, 1]
    offset = np.median(world[:, ROOT] - free[:, ROOT], axis=0) - pelvis
    return world - pelvis, offset


def _steady_distance(times: FloatArray, root: FloatArray) -> FloatArray:
    """(M, 1, 3) pelvis in the camera frame, on its line of sight at a distance that changes slowly.

    When a person bends, their size and with it their distance is misjudged for a moment.
    """
    distance = root[:, 0, 2]
    known = np.where(distance > 0, distance, np.nan)
    steady = _running(times, distance, STEADY_S) / known
    return np.asarray(root * np.nan_to_num(steady, nan=1.0)[:, None, None])


def _held(free: FloatArray, joints_2d: FloatArray, stood: NDArray[np.bool_]) -> FloatArray:
    """(M, 2, 3) where each foot stands: on the floor, in the middle of where it was seen to."""
    held, size = np.zeros((len(free), 2, 3)), body_size(joints_2d)
    for side, ankle in enumerate(_ANKLES):
        parts = [ankle, *(k for k in POINTS[2 * side : 2 * side + 2, 0] if k < free.shape[1])]
        for first, end in stands(stood[:, side], joints_2d[:, parts], size):
            held[first:end, side] = np.median(free[first:end, ankle], axis=0)
    held[..., 1] = ANKLE_ABOVE_FLOOR_MM
    return held


def _rolled(
    times: FloatArray, free: FloatArray, touches: NDArray[np.bool_], stood: NDArray[np.bool_]
) -> FloatArray:
    """(M, 2, 3) by how much each ankle is off where it is while the whole foot stands."""
    over = ankle_over(free)
    flat = np.zeros_like(over)
    for side in range(2):
        whole = touches[:, side, 0] & touches[:, side, 1]
        for first, end in runs(stood[:, side]):
            rows = np.flatnonzero(whole[first:end]) + first
            some = over[rows if len(rows) else slice(first, first + 1), side]
            flat[first:end, side] = np.median(some, axis=0)
    off = rolled(over, flat, touches)
    return _eased(times, off.reshape(len(off), -1)).reshape(off.shape)


def _path(
    times: FloatArray,
    free: FloatArray,
    scores: FloatArray,
    held: FloatArray,
    stood: NDArray[np.bool_],
) -> FloatArray:
    """(M, 3) by how much the body must move so that standing feet are where they are held.

    Some foot stands at some time. In between, as in a jump, the way goes over evenly from what it
    was to what it will be. Where no foot stands for longer, what is lowest rests on the floor.
    """
    count = stood.sum(1)
    shifts = ((held - free[:, _ANKLES]) * stood[..., None]).sum(1) / np.maximum(count, 1)[:, None]
    told = count > 0
    resting = np.zeros(len(times), bool)
    for first, end in runs(~told):
        away = times[min(end, len(times) - 1)] - times[max(first - 1, 0)]
        resting[first:end] = away > LONGEST_FLIGHT_S
    if resting.any():
        level = _running(times, lowest(free, scores), RESTING_S, FLOOR_PERCENTILE / 2)
        shifts[resting, 1] = -level[resting]
    out = np.empty((len(times), 3))
    for axis in range(3):
        known = told | resting if axis == 1 else told
        out[:, axis] = np.interp(times, times[known], shifts[known, axis])
    return _eased(times, out)


def _eased(times: FloatArray, values: FloatArray) -> FloatArray:
    """(M, D) values averaged over `EASED_S` on either side, evenly near the ends too."""
    half = min(round(EASED_S * usual_rate(times)), (len(values) - 1) // 2)
    if half < 1:
        return values
    padded = np.pad(values, ((half, half), (0, 0)), mode="edge")
    sums = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(padded, axis=0)])
    return np.asarray((sums[2 * half + 1 :] - sums[: -2 * half - 1]) / (2 * half + 1))


def _hold(
    times: FloatArray,
    world: FloatArray,
    side: int,
    held: FloatArray,
    stood: NDArray[np.bool_],
) -> None:
    """Let a leg reach where its foot is held, and never below the floor; in place.

    Before a foot comes to stand and after it is let go it is drawn there less and less.
    """
    ankle = world[:, _ANKLES[side]]
    target = ankle.copy()
    target[:, 1] = np.maximum(target[:, 1], ANKLE_ABOVE_FLOOR_MM)
    if stood.any():
        rows = np.flatnonzero(stood)
        after = np.clip(np.searchsorted(rows, np.arange(len(times))), 0, len(rows) - 1)
        before = np.maximum(after - 1, 0)
        moments = times[rows]
        nearer = np.abs(moments[before] - times) <= np.abs(moments[after] - times)
        near = rows[np.where(nearer, before, after)]
        share = np.clip(1 - np.abs(times[near] - times) / RELEASED_S, 0.0, 1.0)
        share = np.where(stood, 1.0, share * share * (3 - 2 * share))
        # What it was off by where it was held is taken off less and less.
        target += share[:, None] * (held[near] - ankle[near])
        target[stood] = held[stood]
        target[:, 1] = np.maximum(target[:, 1], ANKLE_ABOVE_FLOOR_MM)
    moved = np.linalg.norm(target - ankle, axis=1) > 1e-6
    if moved.any():
        part = world[moved]
        reach(part, side, target[moved])
        world[moved] = part


def _running(
    times: FloatArray, values: FloatArray, seconds: float, percentile: float = 50.0
) -> FloatArray:
    """Percentile over so many seconds around each moment, over less near the ends, but always as
    much on either side: what moves steadily is left as it is."""
    half = max(1, round(seconds / 2 * usual_rate(times)))
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
            out[half + k : half + k + len(some)] = np.percentile(some, percentile, axis=1)
    for k in range(min(half, (count + 1) // 2)):
        out[k] = np.percentile(values[: 2 * k + 1], percentile)
        out[count - 1 - k] = np.percentile(values[count - 1 - 2 * k :], percentile)
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
