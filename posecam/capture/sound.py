"""Sound as a microphone gives it, and when it was: samples counted against the clock of the images.

A microphone has a clock of its own, which is off by some hundredths of a percent, and its samples
arrive late by what buffers and threads take. The earliest arrivals of the last seconds tell when
the samples were: none arrives before it was heard.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Seconds of one look at the arrivals, and how many looks are kept.
_LOOK_S: Final = 0.25
_LOOKS: Final = 24
#: So many looks that are all this much later than those before mean that samples were lost.
_LATER_LOOKS: Final = 3
LOST_S: Final = 0.015
#: How far from a line the arrivals of a wrong rate lie at most: lost samples are a step.
_STEADY_S: Final = 0.01
#: A rate that is off by more than this share is another one than the microphone says.
WRONG_RATE: Final = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class SoundBlock:
    """Samples that follow each other.

    Attributes:
        samples: (N,) float32, -1..1, of one channel.
        rate: samples a second, as measured where that is another than the microphone says.
        start_ns: when the first one was heard, on the clock of `Frame.captured_ns`.
    """

    samples: NDArray[np.float32]
    rate: float
    start_ns: int

    @property
    def level(self) -> float:
        """The loudest sample, 0..1."""
        return float(np.abs(self.samples).max()) if len(self.samples) else 0.0


class SoundClock:
    """Tells when samples were heard, by when they arrived.

    Example:
        clock = SoundClock(48_000)
        start_ns = clock.arrived(480, time.perf_counter_ns())

    Attributes:
        rate: samples a second; as the microphone says until another one is measured.
        wrong_rate: whether another one was measured.
    """

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.wrong_rate = False
        self._count = 0
        self._origin_ns: int | None = None
        #: When a look began, and the earliest that sample 0 can have been: seconds since origin.
        self._looks: deque[tuple[float, float]] = deque(maxlen=_LOOKS)
        self._history: deque[tuple[float, float]] = deque(maxlen=_LOOKS)

    def arrived(self, count: int, now_ns: int) -> int:
        """Take in that many samples more, all of which are there now.

        Returns:
            When the first of them was heard, nanoseconds on the clock of `now_ns`.
        """
        if self._origin_ns is None or self._has_another_rate():
            self._origin_ns, self._count = now_ns, 0
            self._looks.clear()
            self._history.clear()
        now = (now_ns - self._origin_ns) / 1e9
        start, self._count = self._count, self._count + count
        self._look(now, now - self._count / self.rate)
        zero = min(earliest for _, earliest in self._looks)
        return self._origin_ns + round((zero + start / self.rate) * 1e9)

    def _look(self, now: float, earliest: float) -> None:
        if self._looks and now - self._looks[-1][0] < _LOOK_S:
            began, before = self._looks[-1]
            self._looks[-1] = began, min(before, earliest)
            return
        if self._looks:
            self._history.append(self._looks[-1])
        self._looks.append((now, earliest))
        looks = [e for _, e in self._looks]
        newer, older = looks[-_LATER_LOOKS:], looks[:-_LATER_LOOKS]
        if older and min(newer) > min(older) + LOST_S:
            for _ in older:
                self._looks.popleft()

    def _has_another_rate(self) -> bool:
        """Whether the arrivals move steadily away from the rate, which is then the measured one."""
        if len(self._history) < _LOOKS:
            return False
        times, earliest = np.array(self._history).T
        slope, offset = np.polyfit(times, earliest, 1)
        away = np.abs(earliest - (slope * times + offset)).max()
        if abs(slope) < WRONG_RATE or away > _STEADY_S:
            return False
        self.rate *= 1 - float(slope)
        self.wrong_rate = True
        return True
