"""A live source whose images come when the test says so, at the times that the test gives."""

from __future__ import annotations

import queue
from typing import Literal

import numpy as np

from posecam.capture import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

Image = Literal["fresh", "frozen", "covered"]


class ScriptedSource:
    """A `Source` that delivers what `give` was told, and blocks until then.

    Attributes:
        waiting: all that was given has been read, and the reader has come back for more.
    """

    name = "camera"
    live = True
    skipped = 0
    warning = ""

    def __init__(self) -> None:
        self._given: queue.Queue[Frame | None] = queue.Queue()
        self._count = self._shown = 0
        self.waiting = False

    def give(self, at_ns: int, kind: Image = "fresh") -> None:
        """One more image, which came at this time: another one, the last one again, or black."""
        self._shown += kind != "frozen"
        noise = np.random.default_rng(self._shown)
        image = noise.integers(0, 256, (64, 64, 3), np.uint8)
        if kind == "covered":
            image[:] = 0
        self._given.put(Frame(image, self._count, at_ns / 1e9, at_ns))
        self._count += 1

    def end(self) -> None:
        """The next read fails."""
        self._given.put(None)

    def info(self) -> SourceInfo:
        return SourceInfo(64, 64)

    def read(self) -> Frame:
        self.waiting = self._given.empty()
        frame = self._given.get()
        self.waiting = False
        if frame is None:
            raise SourceError("camera was unplugged.")
        return frame

    def close(self) -> None:
        """Nothing is held."""
