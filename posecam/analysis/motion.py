"""Ranges, repetitions and speeds of what changes over time."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: A movement smaller than this is no repetition, where no thresholds are given.
SMALLEST_SWING_DEG: Final = 20.0
#: Where they are not given, the thresholds lie at these shares of the range.
_LOW_SHARE, _HIGH_SHARE = 0.35, 0.65
#: Above the upper threshold it has turned when it has gone back by this share of the distance
#: between the two.
_TURNED_SHARE: Final = 0.3
#: Single values that stand out by themselves are taken out over so many seconds.
_STEADY_S: Final = 0.15


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value, in the values' unit; not numbers where there are no values."""

    low: float
    high: float

    @property
    def span(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Repetition:
    """There and back.

    Attributes:
        start, peak, end: seconds; at start and end it is at the lower threshold, or the values
            begin or end there.
        peak_value: the highest value in between.
    """

    start: float
    peak: float
    end: float
    peak_value: float


def range_of_motion(values: NDArray[np.floating]) -> Range:
    """Range of (T,) values, leaving out what is not a number."""
    good = np.asarray(values, np.float64)
    good = good[np.isfinite(good)]
    if not len(good):
        return Range(float("nan"), float("nan"))
    return Range(float(good.min()), float(good.max()))


def find_repetitions(
    times: NDArray[np.floating],
    values: NDArray[np.floating],
    low: float | None = None,
    high: float | None = None,
) -> list[Repetition]:
    """Movements of an angle from below `low` to above `high` and back below `low`.

    Two thresholds make a hysteresis: trembling at one of them counts nothing. At both ends of the
    values the upper threshold is enough: a movement counts that was on its way up when they began,
    or on its way down when they ended, if only by a little.

    Args:
        times: (T,) seconds, increasing.
        values: (T,), what is not a number is passed over.
        low, high: thresholds; where not given, 35% and 65% of the range that the values have after
            single outliers are taken out, and none is found if that is under 20 degrees.
    """
    good = np.isfinite(values)
    t = np.asarray(times, np.float64)[good]
    v = np.asarray(values, np.float64)[good]
    if len(v) < 3:
        return []
    steady = _steady(t, v)
    extent = range_of_motion(steady)
    if (low is None or high is None) and extent.span < SMALLEST_SWING_DEG:
        return []
    low = extent.low + _LOW_SHARE * extent.span if low is None else low
    high = extent.low + _HIGH_SHARE * extent.span if high is None else high
    if not low < high:
        return []
    above, below = steady > high, steady < low
    turned = _TURNED_SHARE * (high - low)
    below[0] |= not above[0] or _falls(steady[::-1], steady[::-1] < low, turned)
    below[-1] |= not above[-1] or _falls(steady, below, turned)
    # Between two neighbours in `bottoms` it was never low: high once or more is one repetition.
    tops, bottoms = np.flatnonzero(above), np.flatnonzero(below)
    found: list[Repetition] = []
    for start, end in itertools.pairwise(bottoms.tolist()):
        if np.searchsorted(tops, start) == np.searchsorted(tops, end):
            continue
        peak = start + int(np.argmax(steady[start : end + 1]))
        found.append(
            Repetition(float(t[start]), float(t[peak]), float(t[end]), float(steady[peak]))
        )
    return found


def _falls(values: FloatArray, below: NDArray[np.bool_], by: float) -> bool:
    """Whether the last value lies lower by so much than the highest since it was last below."""
    last_low = np.flatnonzero(below)
    since = values[last_low[-1] :] if len(last_low) else values
    return bool(since.max() - values[-1] > by)


def speeds(times: NDArray[np.floating], values: NDArray[np.floating]) -> FloatArray:
    """Rate of change, per second, by second-order differences over the real times.

    Args:
        times: (T,) seconds, increasing.
        values: (T,) of one number, such as an angle: the rate has a sign; or (T, ..., 3) points:
            the speed of each.

    Returns:
        (T,) or (T, ...); not a number where a neighbour in time is not.
    """
    points = np.asarray(values, np.float64)
    rate = np.full_like(points, np.nan)
    if len(points) > 1:
        rate[:] = np.gradient(points, np.asarray(times, np.float64), axis=0)
    return rate if points.ndim == 1 else np.asarray(np.linalg.norm(rate, axis=-1))


def _steady(times: FloatArray, values: FloatArray) -> FloatArray:
    """Running median over `_STEADY_S`, at least three values."""
    step = float(np.median(np.diff(times)))
    half = max(1, round(_STEADY_S / 2 / step)) if step > 0 else 1
    padded = np.pad(values, half, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    return np.asarray(np.median(windows, axis=1))
