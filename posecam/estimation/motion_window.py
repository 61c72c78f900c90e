"""The last moments of one person, at even steps of time: what the motion network looks at."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

#: After a pause this long the past says nothing.
_FORGET_S: Final = 0.25


class MotionWindow:
    """Rows of numbers with their times, told at even ticks.

    Cameras deliver 15 to 120 frames a second and drop some; between two moments numbers are
    interpolated, and ticks of which nothing is known are zero.

    Args:
        ticks: of the window, the newest moment being the last.
        tick_s: between two ticks.
    """

    def __init__(self, ticks: int, tick_s: float) -> None:
        self._offsets = (np.arange(ticks) - ticks + 1) * tick_s
        self._times: deque[float] = deque()
        self._rows: deque[Array] = deque()

    def add(self, time: float, row: Array) -> None:
        """Take in the numbers of a moment, later than all before; else they begin anew."""
        if self._times and not 0 < time - self._times[-1] <= _FORGET_S:
            self.clear()
        self._times.append(time)
        self._rows.append(row)
        # The one before the window is needed to interpolate to its first tick.
        while len(self._times) > 1 and self._times[1] <= time + self._offsets[0]:
            self._times.popleft()
            self._rows.popleft()

    def clear(self) -> None:
        """Forget all moments."""
        self._times.clear()
        self._rows.clear()

    def reorder(self, columns: NDArray[np.integer]) -> None:
        """Take number `columns[k]` of every moment for number k; the rest stay."""
        for row in self._rows:
            row[: len(columns)] = row[columns]

    def ticks(self) -> NDArray[np.float64]:
        """(ticks, F) numbers; zero before the first moment."""
        times = np.array(self._times)
        rows = np.stack(self._rows)
        wanted = times[-1] + self._offsets
        after = np.clip(np.searchsorted(times, wanted - 1e-9), 0, len(times) - 1)
        before = np.maximum(after - 1, 0)
        step = times[after] - times[before]
        share = np.where(step > 0, (wanted - times[before]) / np.maximum(step, 1e-9), 1.0)
        share = np.clip(share, 0, 1)[:, None]
        told = rows[before] * (1 - share) + rows[after] * share
        told[wanted < times[0] - 1e-9] = 0
        return np.asarray(told, np.float64)
