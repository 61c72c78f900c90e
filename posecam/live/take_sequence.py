"""When a take begins and ends by itself. Looks at no clock: it is told the time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from posecam.live.take_settings import TakeSettings

#: Seconds without a person after which they have left.
LEFT_S: Final = 2.0

#: Why a take ends by itself.
End = Literal["length", "left"]


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done now.

    Attributes:
        tick: seconds left of the countdown, where that has just changed; else 0.
        start: begin to record.
        end: stop, and why; None: go on.
    """

    tick: int = 0
    start: bool = False
    end: End | None = None


class TakeSequence:
    """Countdown, fixed length, and the end when the person leaves.

    Example:
        sequence = TakeSequence()
        sequence.begin(now, TakeSettings(countdown_s=3))
        while not (step := sequence.look(now, None)).start:
            if step.tick:
                print(step.tick)
    """

    def __init__(self) -> None:
        self._settings = TakeSettings()
        self._starts: float | None = None
        self._tick = 0
        self._seen: float | None = None  # when a person was seen last in this take
        self._unseen_s = 0.0

    @property
    def counting(self) -> bool:
        """Whether a countdown runs."""
        return self._starts is not None

    def left(self, now: float) -> int:
        """Whole seconds left of the countdown, at least 1 while it runs; 0 where none runs."""
        return max(math.ceil(self._starts - now), 1) if self._starts is not None else 0

    def begin(self, now: float, settings: TakeSettings) -> None:
        """Count down to a take, anew where a countdown runs. now: seconds of any clock."""
        self._settings = settings
        self._starts, self._tick = now + settings.countdown_s, 0
        self._seen, self._unseen_s = None, 0.0

    def cancel(self) -> None:
        """Call the countdown off."""
        self._starts = None

    def add_result(self, seconds: float, *, seen: bool) -> None:
        """Take in a frame that was looked at.

        Args:
            seconds: of the frame, by the source's clock: while nothing comes no time passes.
            seen: whether a person is in it.
        """
        if seen or (self._seen is not None and seconds < self._seen):
            self._seen, self._unseen_s = seconds if seen else None, 0.0
        elif self._seen is not None:
            self._unseen_s = seconds - self._seen

    def look(self, now: float, recorded_s: float | None) -> Step:
        """What is to be done.

        Args:
            now: seconds of the clock that `begin` was given.
            recorded_s: length of the take so far; None: none runs.
        """
        if self._starts is not None:
            if now >= self._starts:
                self._starts, self._seen, self._unseen_s = None, None, 0.0
                return Step(start=True)
            before, self._tick = self._tick, self.left(now)
            return Step(tick=self._tick if self._tick != before else 0)
        if recorded_s is None:
            return Step()
        if self._settings.length_s and recorded_s >= self._settings.length_s:
            return Step(end="length")
        if self._settings.ends_when_left and self._unseen_s >= LEFT_S:
            return Step(end="left")
        return Step()
