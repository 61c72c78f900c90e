"""Times of a file's frames that always grow, out of the timestamps that the file gives them."""

from __future__ import annotations

import statistics
from collections import deque
from typing import Final

#: Step between frames, where a file gives two of them one time, seconds; half the usual one where
#: that is less.
LEAST_STEP_S: Final = 0.001
#: A pause longer than both of these is no pause but a clock that was set: the second in the streams
#: of broadcasts and camcorders, whose clocks are, the first in other files.
LONGEST_PAUSE_S: Final = 600.0
LONGEST_PAUSE_RESTARTING_S: Final = 10.0
_LONGEST_PAUSE_STEPS: Final = 20.0
#: What goes back by no more than so many steps is out of order; by more, the clock starts again.
_BACK_STEPS: Final = 1.5
#: Within so many steps of where it was, the clock of before is right after all.
_NEAR_STEPS: Final = 3.0
_REMEMBERED: Final = 9


class FileTimes:
    """Counts seconds from a file's first frame.

    Where the clock starts again or jumps, time goes on by the usual step; where it comes back
    from there, what it said before holds again: one wrong timestamp moves only its own frame.

    Args:
        step_s: between frames by the file's header, seconds.
        restarts: the file is of a kind whose clock may start again.

    Attributes:
        start_s: timestamp of the first frame, seconds.
        jumps: (second, length in seconds) of every jump ahead that was left out.
    """

    def __init__(self, step_s: float, *, restarts: bool = False) -> None:
        self.start_s = 0.0
        self.jumps: list[tuple[float, float]] = []
        self._longest_s = LONGEST_PAUSE_RESTARTING_S if restarts else LONGEST_PAUSE_S
        self._step_s = step_s
        self._steps: deque[float] = deque(maxlen=_REMEMBERED)
        self._time: float | None = None
        self._offset = self._offset_before = 0.0
        self._just_set = False

    @property
    def read_s(self) -> float:
        """How much of the file has been read by its own clock, jumps ahead included."""
        return (self._time or 0.0) + self._usual_s() + sum(length for _, length in self.jumps)

    def next(self, seconds: float | None) -> float:
        """The time of the next frame.

        Args:
            seconds: its timestamp, None where it has none.
        """
        if self._time is None:
            self.start_s = seconds or 0.0
            self._offset = self._offset_before = -self.start_s
            self._time = 0.0
            return self._time
        last, usual = self._time, self._usual_s()
        self._time = last + usual if seconds is None else self._placed(seconds, last, usual)
        if seconds is not None:
            self._steps.append(self._time - last)
        return self._time

    def _placed(self, seconds: float, last: float, usual: float) -> float:
        longest = max(self._longest_s, _LONGEST_PAUSE_STEPS * usual)
        step = seconds + self._offset - last
        back = seconds + self._offset_before - last  # by the clock before it was set
        in_order = -_BACK_STEPS * usual <= step <= longest
        stumbled = self._just_set and step > _NEAR_STEPS * usual >= back > 0
        self._just_set = False
        if in_order and not stumbled:
            return last + (step if step > 0 else min(LEAST_STEP_S, usual / 2))
        if 0 < back <= longest:
            self._offset, self._offset_before = self._offset_before, self._offset
            if step < 0 and self.jumps:
                self.jumps.pop()
            return last + back
        self._offset_before, self._offset = self._offset, last + usual - seconds
        self._just_set = True
        if step > 0:
            self.jumps.append((last, step - usual))
        return last + usual

    def _usual_s(self) -> float:
        return statistics.median_low(self._steps) if self._steps else self._step_s
