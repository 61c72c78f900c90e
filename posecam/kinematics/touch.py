"""Heels and toes that rest on the ground, told from how feet move in the image and how they lie.

What rests stays where it is in the image and is low: a heel no higher above the toes than while the
whole foot stood, and no part of a foot far above the lowest of both. Live the past alone decides
(`Touch`), of a take both sides of each moment (`take_contacts`).

Numpy only. The order is that of `posecam.pose.CONTACTS`.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import LEAST_PX, body_size, runs
from posecam.pose import HIDDEN_SCORE, TOUCHING
from posecam.skeleton import KEYPOINT_COUNT, KEYPOINT_INDEX

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: (4, 2) keypoints of each contact, whose middle is meant.
POINTS: Final = np.array(
    [
        [KEYPOINT_INDEX[f"{side}_{part}"] for part in parts]
        for side in "rl"
        for parts in (("heel", "heel"), ("big_toe", "small_toe"))
    ]
)
_HEEL: Final = KEYPOINT_INDEX["r_heel"]
_OTHER_SIDE: Final = np.array([2, 3, 0, 1])
#: How far each is above the sole.
RESTS_MM: Final = np.array([28.0, 20.0, 28.0, 20.0])

# Body sizes a second in the image: slower than the first is still, faster than the second is not.
# Toes, which a network sees less surely, tremble more.
_STILL: Final = np.array([0.06, 0.08, 0.06, 0.08])
_MOVES: Final = np.array([0.30, 0.40, 0.30, 0.40])
# A heel this much higher above the toes than while the foot stood is up; toes above the heel alike.
_FLAT_MM, _RAISED_MM = 25.0, 75.0
# So much higher than the lowest part of both feet is on the ground, or is not.
_GROUND_MM, _ABOVE_MM = 60.0, 170.0
# So much higher in the image than the lowest part of both feet, body sizes: the same.
_ROWS: Final = (0.2, 0.35)
# What touches does so until its chance falls below the second, what does not until it reaches the
# first.
_BEGINS, _ENDS = 0.7, 0.3
# Time constants of speed, as it falls and as it grows, and of how the foot lies while it stands; a
# pause that forgets; seconds.
_SLOWS_TAU, _SPEEDS_TAU, _LIES_TAU, _FORGET_S = 0.02, 0.05, 1.5, 0.5
# Of a foot that is still, slower than this all over, in body sizes a second, how it lies is learnt;
# a foot steeper than that from heel to toes does not stand; after so long it is known.
_STANDS, _MOST_MM, _KNOWN_S = 0.12, 140.0, 0.6
_STANDS_PERCENTILE: Final = 30.0
# Of a take: the speed is that over so long; shorter touches, and shorter pauses, are none.
_AROUND_S, _SHORTEST_S = 0.1, 0.1


class Touch:
    """The contacts of one person, frame by frame."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._time: float | None = None
        self._places = np.zeros((4, 2))
        self._speed = np.zeros(4)
        self._touches = np.zeros(4, bool)
        self._lies, self._stood = np.zeros(2), np.zeros(2)

    def exchange(self, order: NDArray[np.integer]) -> None:
        """Let each keypoint's past be that of another: (K,) which one's, as sides give it."""
        if len(order) <= _HEEL or order[_HEEL] == _HEEL:
            return
        self._places, self._speed, self._touches = (
            part[_OTHER_SIDE] for part in (self._places, self._speed, self._touches)
        )
        self._lies, self._stood = self._lies[::-1].copy(), self._stood[::-1].copy()

    def see(
        self,
        time: float,
        joints_2d: NDArray[np.floating],
        joints_3d: NDArray[np.floating],
        scores: NDArray[np.floating],
        up: tuple[float, float, float],
    ) -> NDArray[np.float32] | None:
        """(4,) chances as `Pose.contacts` has them, None where no foot is seen.

        Args:
            time: seconds.
            joints_2d: (K, 2) px; with fewer than thirty-one keypoints nothing is told.
            joints_3d: (K, 3) mm, camera frame.
            scores: (K,).
            up: away from the ground, camera frame.
        """
        if len(scores) < KEYPOINT_COUNT:
            return None
        gap = -1.0 if self._time is None else time - self._time
        if not 0 <= gap < _FORGET_S:
            self.clear()
            gap = -1.0
        places = joints_2d[POINTS].mean(1).astype(np.float64)
        heights = joints_3d[POINTS].mean(1) @ np.array(up) - RESTS_MM
        seen = (scores[POINTS] >= HIDDEN_SCORE).all(1)
        size = float(body_size(joints_2d.astype(np.float64)))
        if size < LEAST_PX or not seen.any():
            self.clear()
            return None
        if gap > 0:
            speed = np.sqrt(((places - self._places) ** 2).sum(1)) / size / gap
            tau = np.where(speed < self._speed, _SLOWS_TAU, _SPEEDS_TAU)
            self._speed += (1 - np.exp(-gap / tau)) * (speed - self._speed)
        chance = _chance(self._speed, places[:, 1] / size, heights, self._lies, seen)
        self._touches = chance >= np.where(self._touches, _ENDS, _BEGINS)
        self._learn(max(gap, 0.0), heights[[0, 2]] - heights[[1, 3]])
        self._time, self._places = time, places
        return _told(chance, self._touches, seen)

    def _learn(self, gap: float, lies: Array) -> None:
        """Learn how each foot lies while it stands: of one that is just seen to be still at once,
        later slowly and only while neither its heel nor its toes are up."""
        whole = self._touches[[0, 2]] & self._touches[[1, 3]]
        still = (self._speed < _STANDS).reshape(2, 2).all(1) & (np.abs(lies) < _MOST_MM)
        still &= whole | (self._stood < _KNOWN_S)
        tau = np.minimum(_LIES_TAU, self._stood + 1e-3)
        share = np.where(still, 1 - np.exp(-gap / tau), 0.0)
        self._lies += share * (lies - self._lies)
        self._stood = np.where(still, self._stood + gap, self._stood)


def take_contacts(
    times: Array, joints_2d: Array, joints_3d: Array, scores: Array, up: Array
) -> NDArray[np.float32] | None:
    """(M, 4) chances over a whole take of one person, NaN of a foot that is not seen.

    Args:
        times: (M,) seconds, growing.
        joints_2d: (M, K, 2) px.
        joints_3d: (M, K, 3) mm.
        scores: (M, K).
        up: (3,) away from the ground, in the axes of `joints_3d`.

    Returns:
        None with fewer than thirty-one keypoints.
    """
    if joints_2d.shape[1] < KEYPOINT_COUNT:
        return None
    places, size = joints_2d[:, POINTS].mean(2), body_size(joints_2d)
    heights = joints_3d[:, POINTS].mean(2) @ up - RESTS_MM
    seen = (scores[:, POINTS] >= HIDDEN_SCORE).all(2) & (size >= LEAST_PX)[:, None]
    speed = _speed(times, places) / size[:, None]
    row = places[..., 1] / size[:, None]
    lies = heights[:, [0, 2]] - heights[:, [1, 3]]
    still = ((speed < _STANDS) & seen).reshape(-1, 2, 2).all(2) & (np.abs(lies) < _MOST_MM)
    usual = np.zeros((1, 2))
    for side in range(2):
        if still[:, side].any():
            # Heels that are up are higher above the toes than while the foot stands.
            usual[0, side] = np.percentile(lies[still[:, side], side], _STANDS_PERCENTILE)
    chance = _chance(speed, row, heights, usual, seen)
    touches = chance >= TOUCHING
    for point in range(4):
        _without_short(times, touches[:, point])
    return _told(chance, touches, seen)


def feet_of(contacts: NDArray[np.floating]) -> Mask:
    """(..., 2) whether the right and the left foot rest on heel or toes, of (..., 4) chances."""
    touches = np.nan_to_num(contacts) >= TOUCHING
    return np.asarray(touches[..., ::2] | touches[..., 1::2])


def _chance(speed: Array, row: Array, heights: Array, lies: Array, seen: Mask) -> Array:
    """(..., 4) in 0..1.

    Args:
        speed: (..., 4) body sizes a second.
        row: (..., 4) where it is in the image, downwards, body sizes.
        heights: (..., 4) mm of the sole there, from anywhere.
        lies: (..., 2) mm, how much higher heels are than toes while the foot stands.
        seen: (..., 4).
    """
    levelled = heights.copy()
    levelled[..., ::2] -= lies / 2
    levelled[..., 1::2] += lies / 2
    other = levelled.reshape(*levelled.shape[:-1], 2, 2)[..., ::-1].reshape(levelled.shape)
    lowest = np.where(seen, levelled, np.inf).min(-1, keepdims=True)
    lowest_row = np.where(seen, row, -np.inf).max(-1, keepdims=True)
    still = _falling(speed, _STILL, _MOVES)
    flat = _falling(levelled - other, _FLAT_MM, _RAISED_MM)
    low = _falling(levelled - lowest, _GROUND_MM, _ABOVE_MM)
    in_image = _falling(lowest_row - row, *_ROWS)
    return np.asarray(np.where(seen, np.minimum.reduce([still, flat, low, in_image]), 0.0))


def _told(chance: Array, touches: Mask, seen: Mask) -> NDArray[np.float32]:
    """The chances, on the side of `TOUCHING` that was decided for."""
    told = np.where(touches, np.maximum(chance, TOUCHING), np.minimum(chance, TOUCHING - 0.01))
    return np.asarray(np.where(seen, told, np.nan), np.float32)


def _speed(times: Array, places: Array) -> Array:
    """(M, 4) px a second of (M, 4, 2) places, over `_AROUND_S` round each moment."""
    if len(times) < 2:
        return np.zeros(places.shape[:2])
    first = np.searchsorted(times, times - _AROUND_S / 2 - 1e-9)
    last = np.searchsorted(times, times + _AROUND_S / 2 + 1e-9, "right") - 1
    alone = first == last
    first = np.where(alone, np.maximum(first - 1, 0), first)
    last = np.where(alone & (first == last), np.minimum(last + 1, len(times) - 1), last)
    gaps = np.maximum(times[last] - times[first], 1e-3)
    return np.asarray(np.linalg.norm(places[last] - places[first], axis=2) / gaps[:, None])


def _without_short(times: Array, touches: Mask) -> None:
    """Fill short pauses of one contact, then drop short touches, in place."""
    for first, end in runs(~touches):
        if first > 0 and end < len(times) and times[end] - times[first - 1] <= _SHORTEST_S:
            touches[first:end] = True
    for first, end in runs(touches):
        whole = times[min(end, len(times) - 1)] - times[first]
        if whole < _SHORTEST_S:
            touches[first:end] = False


def _falling(values: Array, start: Array | float, end: Array | float) -> Array:
    return np.asarray(np.clip((end - values) / (end - start), 0.0, 1.0))
