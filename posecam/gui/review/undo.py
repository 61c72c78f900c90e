"""What can be taken back, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done.

    Attributes:
        sentence: what was done.
        take_back: undoes it; raises `PosecamError` where it cannot.
    """

    sentence: str
    take_back: Callable[[], None]


class Undo:
    """A stack of steps."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def add(self, sentence: str, take_back: Callable[[], None]) -> Step:
        """Note that something was done."""
        step = Step(sentence, take_back)
        self._steps = [*self._steps, step][-_MOST:]
        return step

    def pop(self, step: Step | None = None) -> Step | None:
        """Take a step off the stack, the newest if none is named; None where there is none."""
        if step is not None and step not in self._steps:
            return None
        if not self._steps:
            return None
        return self._steps.pop(self._steps.index(step) if step is not None else -1)
