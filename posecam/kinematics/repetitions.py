"""Ranges, repetitions and speeds of what changes over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.rate import usual_rate

FloatArray = NDArray[np.float64]

#: A movement smaller than this is no repetition, where no thresholds are given.
SMALLEST_SWING_DEG: Final = 20.0
#: Where they are not given, the thresholds lie at these shares of the range.
LOW_SHARE: Final = 0.35
HIGH_SHARE: Final = 0.7
#: A repetition that is cut off is clearly there once it is seen to change by this share of the
#: distance between the thresholds, before its top or after it.
_CLEAR_SHARE: Final = 0.4
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

    Two thresholds make a hysteresis: trembling at one of them counts nothing, nor does a movement
    that is much smaller than the largest. Where the values begin or end in the middle of a
    repetition, it counts as it does for a person who looks on: where it is clearly there. That is
    so where its top is inside and it is seen to come up to it by two fifths of the way from `low`
    to `high`, or to come down from it by as much, on the side that is cut off. So a movement that
    has only begun does not count, nor one whose top is over when the values begin; and of one that
    is cut in two, one part counts, or neither where the cut is at its top. Both ends are treated
    alike: values seen backward have as many repetitions.

    Args:
        times: (T,) seconds, increasing.
        values: (T,), what is not a number is passed over.
        low, high: thresholds; where not given, 35% and 70% of the range that the values have after
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
    low = extent.low + LOW_SHARE * extent.span if low is None else low
    high = extent.low + HIGH_SHARE * extent.span if high is None else high
    if not low < high:
        return []
    clear = _CLEAR_SHARE * (high - low)
    side = (steady > high).astype(np.int8) - (steady < low)
    beyond = np.flatnonzero(side)
    if not len(beyond):
        return []
    # It is beyond one threshold and the other in turn: first and last moments of each stretch.
    changes = np.flatnonzero(np.diff(side[beyond]))
    firsts = beyond[np.append(0, changes + 1)].tolist()
    lasts = beyond[np.append(changes, -1)].tolist()
    found: list[Repetition] = []
    for stretch in range(int(side[firsts[0]] < 0), len(firsts), 2):
        whole_before, whole_after = stretch > 0, stretch + 1 < len(firsts)
        start = lasts[stretch - 1] if whole_before else 0
        end = firsts[stretch + 1] if whole_after else len(steady) - 1
        top = start + int(steady[start : end + 1].argmax())
        peak = float(steady[top])
        if (whole_before or peak - steady[start] > clear) and (
            whole_after or peak - steady[end] > clear
        ):
            found.append(Repetition(float(t[start]), float(t[top]), float(t[end]), peak))
    return found


def speeds(times: NDArray[np.floating], values: NDArray[np.floating]) -> FloatArray:
    """Rate of change, per second, by second-order differences over the real times.

    Args:
        times: (T,) seconds, growing.
        values: (T,) of one number, such as an angle: the rate has a sign; or (T, ..., 3) points:
            the speed of each.

    Returns:
        (T,) or (T, ...); not a number where a neighbour in time is not, or has the same time.
    """
    points = np.asarray(values, np.float64)
    rate = np.full_like(points, np.nan)
    if len(points) > 1:
        with np.errstate(divide="ignore", invalid="ignore"):  # where two times are the same
            rate[:] = np.gradient(points, np.asarray(times, np.float64), axis=0)
        rate[~np.isfinite(rate)] = np.nan
    return rate if points.ndim == 1 else np.asarray(np.linalg.norm(rate, axis=-1))


def _steady(times: FloatArray, values: FloatArray) -> FloatArray:
    """Running median of five values spread over `_STEADY_S`, of three where there are so few.

    Like the median of all of them it takes out whatever lasts no longer than half of that.
    """
    half = max(1, round(_STEADY_S / 2 * usual_rate(times)))
    apart = max(1, half // 2)
    reach = 2 * apart if half > 1 else 1
    padded = np.pad(values, reach, mode="edge")
    a, *rest = (padded[k : k + len(values)] for k in range(0, 2 * reach + 1, apart))
    if half == 1:
        return _median_of_3(a, *rest)
    b, c, d, e = rest
    middle = np.maximum(np.minimum(a, b), np.minimum(d, e))
    return _median_of_3(middle, c, np.minimum(np.maximum(a, b), np.maximum(d, e)))


def _median_of_3(a: FloatArray, b: FloatArray, c: FloatArray) -> FloatArray:
    return np.maximum(np.minimum(a, b), np.minimum(np.maximum(a, b), c))
