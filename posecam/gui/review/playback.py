"""Where a player is: plays, stops, steps, loops. No Qt, and the clock is given."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

#: What the player offers: times the speed of life.
SPEEDS: Final = (0.1, 0.25, 0.5, 1.0, 1.5, 2.0)
#: A stretch without frames that is longer, seconds, is passed over while playing.
LONGEST_WAIT_S: Final = 1.0


class Playback:
    """A place in a session, and how it moves.

    Attributes:
        times: (N,) seconds of the frames, N > 0.
        row: the frame shown.
        playing: whether time goes on.
        speed: times the speed of life.
        loop: whether playing goes round within the range.
        range: first and last row chosen, for looping and trimming.
    """

    def __init__(self, times: NDArray[np.float64]) -> None:
        self.times = times
        self.row = 0
        self.playing = False
        self.speed = 1.0
        self.loop = False
        self.range = (0, len(times) - 1)
        self._time = float(times[0])
        self._ticked: float | None = None

    @property
    def last(self) -> int:
        return len(self.times) - 1

    @property
    def seconds(self) -> float:
        """Where it is, between the frames too."""
        return self._time

    def row_at(self, seconds: float) -> int:
        """The frame shown at that second."""
        found = int(np.searchsorted(self.times, seconds + 1e-9, "right")) - 1
        return min(max(found, 0), self.last)

    def seek(self, row: int) -> None:
        """Go to a frame, or to the nearest end."""
        self.row = min(max(row, 0), self.last)
        self._time = float(self.times[self.row])

    def step(self, rows: int) -> None:
        """Stop, and go on by frames; back where negative."""
        self.pause()
        self.seek(self.row + rows)

    def play(self) -> None:
        """Go on; from the beginning where it is at its end."""
        first, last = self.range if self.loop else (0, self.last)
        if self.row >= last or self.row < first:
            self.seek(first)
        self.playing = True
        self._ticked = None

    def pause(self) -> None:
        self.playing = False

    def set_loop(self, loop: bool) -> None:
        self.loop = loop
        if loop and self.playing and not self.range[0] <= self.row <= self.range[1]:
            self.seek(self.range[0])

    def set_range(self, first: int, last: int) -> None:
        """Choose rows; they are put in order and kept within the session."""
        first, last = sorted((first, last))
        self.range = min(max(first, 0), self.last), min(max(last, 0), self.last)

    def tick(self, now: float) -> bool:
        """Let time go on to `now`, seconds of any clock; True where the frame has changed."""
        if not self.playing:
            return False
        passed = 0.0 if self._ticked is None else now - self._ticked
        self._ticked = now
        self._time += passed * self.speed
        before = self.row
        first, last = self.range if self.loop else (0, self.last)
        if self._time > self.times[last] + self._usual_step(last):
            if self.loop and last > first:
                self.seek(first)
            else:
                self.seek(last)
                self.pause()
            return self.row != before
        row = min(self.row_at(self._time), last)
        waited = self._time - self.times[row]
        if row < last and self._gap_after(row) and waited > LONGEST_WAIT_S / 2:
            row += 1
            self._time = float(self.times[row])
        self.row = row
        return row != before

    def _gap_after(self, row: int) -> bool:
        return bool(self.times[row + 1] - self.times[row] > LONGEST_WAIT_S)

    def _usual_step(self, row: int) -> float:
        """How long the last frame of a range stays: as long as the one before it."""
        if row == 0:
            return 0.0
        return min(float(self.times[row] - self.times[row - 1]), LONGEST_WAIT_S)
