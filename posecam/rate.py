"""Rates: of a take by its own timestamps, and of what happens now."""

from __future__ import annotations

import statistics
from collections import deque
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: Of a take whose times tell nothing.
ASSUMED_RATE: Final = 30.0
#: Intervals below this are no camera's: two stamps of one frame, seconds.
_LEAST_STEP_S: Final = 1e-6
#: What is slow by nature is silent only when so many of its usual intervals have passed, the
#: median of so many newest ones.
_SILENT_STEPS: Final = 3.0
_REMEMBERED: Final = 5


def usual_rate(times: NDArray[np.floating[Any]]) -> float:
    """Frames a second, finite and above 0: one over the mean of the intervals near the median one.

    The median alone would turn 33, 33, 34 ms into 30.3 a second. It is the lower one of two: of a
    take half of whose intervals are longer, the shorter count.

    Args:
        times: (T,) seconds, any number of them.
    """
    steps = np.diff(np.asarray(times, np.float64))
    steps = np.sort(steps[np.isfinite(steps) & (steps > _LEAST_STEP_S)])
    if not len(steps):
        return ASSUMED_RATE
    median = steps[(len(steps) - 1) // 2]
    near = steps[(steps > median / 2) & (steps < median * 1.5)]
    return 1.0 / float(near.mean())


class Rate:
    """How often something happens, by the times at which it did. The caller holds the lock.

    Args:
        window_s: seconds up to the newest event over which the rate is taken; where only one event
            is so new, the interval before it counts.
        silent_s: seconds without an event after which it has stopped; of something slow, three of
            its usual intervals where these are longer.
    """

    def __init__(self, window_s: float = 2.0, *, silent_s: float = 2.0) -> None:
        self._window_s = window_s
        self._silent_s = silent_s
        self._times: deque[float] = deque()
        self._steps: deque[float] = deque(maxlen=_REMEMBERED)

    def add(self, seconds: float) -> None:
        """It happened, at this time on any clock that goes forward."""
        if self._times:
            self._steps.append(seconds - self._times[-1])
        self._times.append(seconds)
        while len(self._times) > 2 and self._times[0] < seconds - self._window_s:
            self._times.popleft()

    def silent(self, now: float) -> bool:
        """Whether it has stopped; False before the first event."""
        usual = statistics.median_low(self._steps) if self._steps else 0.0
        patience = max(self._silent_s, _SILENT_STEPS * usual)
        return bool(self._times) and now - self._times[-1] > patience

    def value(self, now: float) -> float:
        """Events per second; 0 before the second one, and once it is silent."""
        if len(self._times) < 2 or self.silent(now):
            return 0.0
        span = self._times[-1] - self._times[0]
        return (len(self._times) - 1) / span if span > 0 else 0.0

    def clear(self) -> None:
        """Begin anew."""
        self._times.clear()
        self._steps.clear()
