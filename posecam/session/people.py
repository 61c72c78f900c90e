"""Everybody in every frame of a session, as arrays."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.skeleton import COUNT

#: Numbers that one person takes in `People`'s table, in this order.
_LAYOUT: Final = {
    "joints_2d": (COUNT, 2),
    "joints_3d": (COUNT, 3),
    "scores": (COUNT,),
    "root": (3,),
    "box": (4,),
}
_SIZES: Final = {name: int(np.prod(shape)) for name, shape in _LAYOUT.items()}
_WIDTH: Final = sum(_SIZES.values())
#: Where each part lies in a row of the table.
_COLUMNS: Final = {
    name: slice(end - _SIZES[name], end)
    for name, end in zip(_LAYOUT, accumulate(_SIZES.values()), strict=True)
}
#: Parts that may be missing, and what they then are.
_UNKNOWN: Final = {name: [None] * _SIZES[name] for name in ("root", "box")}
#: Lines that are turned into numbers together: so few that their objects stay in the cache.
_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Everybody in every frame: M rows, sorted by frame, the main person of a frame first.

    Attributes:
        frame_index: (M,) int, row of the frame in `Session.frame_ids`.
        ids: (M,) int, person ids.
        joints_2d: (M, 16, 2) float32, px.
        joints_3d: (M, 16, 3) float32, mm, root-relative, camera frame.
        scores: (M, 16) float32.
        root: (M, 3) float32, mm, camera frame.
        box: (M, 4) float32, px.
    """

    frame_index: NDArray[np.int64]
    ids: NDArray[np.int64]
    joints_2d: NDArray[np.float32]
    joints_3d: NDArray[np.float32]
    scores: NDArray[np.float32]
    root: NDArray[np.float32]
    box: NDArray[np.float32]


class PoseTable:
    """Collects the lines of poses.jsonl in little memory: an hour of them is 100,000.

    Attributes:
        strange: number of lines that are not as they should be, and are left out.
    """

    def __init__(self) -> None:
        self.strange = 0
        self._frames, self._counts, self._ids = array("q"), array("q"), array("q")
        self._seconds, self._numbers = array("d"), array("f")
        self._waiting: list[dict[str, Any]] = []

    def add(self, line: dict[str, Any]) -> None:
        """Take one line."""
        self._waiting.append(line)
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Take in what waits: before anything is read."""
        waiting, self._waiting = self._waiting, []
        if self._take(waiting):
            return
        for line in waiting:
            self.strange += not self._take([line])

    @property
    def frames(self) -> NDArray[np.int64]:
        """(L,) frame numbers of the lines that are as they should be, in their order."""
        return np.array(self._frames, np.int64)

    @property
    def seconds(self) -> NDArray[np.float64]:
        """(L,) of the same lines."""
        return np.array(self._seconds, np.float64)

    def people(self, frame_ids: NDArray[np.int64]) -> People:
        """Everybody; of lines of the same frame the last counts.

        Args:
            frame_ids: (N,) growing numbers, at least those of `frames`.
        """
        frames, counts = self.frames, np.array(self._counts, np.int64)
        _, last = np.unique(frames[::-1], return_index=True)
        lines = len(frames) - 1 - last  # sorted by frame
        ends = np.cumsum(counts[lines])
        shift = np.cumsum(counts)[lines] - ends
        rows = np.repeat(shift, counts[lines]) + np.arange(ends.max(initial=0))
        table = np.frombuffer(self._numbers, np.float32).reshape(-1, _WIDTH)
        if not np.array_equal(rows, np.arange(len(table))):
            table = table[rows]
        parts: dict[str, NDArray[np.float32]] = {}
        for name, columns in _COLUMNS.items():
            part = np.ascontiguousarray(table[:, columns]).reshape(-1, *_LAYOUT[name])
            part.flags.writeable = False
            parts[name] = part
        index = np.repeat(np.searchsorted(frame_ids, frames[lines]), counts[lines])
        return People(index, np.array(self._ids, np.int64)[rows], **parts)

    def _take(self, lines: list[dict[str, Any]]) -> bool:
        """Take all of the lines, or none and return False where one of them is malformed."""
        try:
            frames = array("q", [int(line["frame"]) for line in lines])
            seconds = array("d", [float(line["time"]) for line in lines])
            people = [line["people"] for line in lines]
            everybody = [person for of_line in people for person in of_line]
            ids = array("q", [int(person["id"]) for person in everybody])
            numbers: list[Any] = []
            for person in everybody:
                numbers += _numbers(person)
            table = np.array(numbers, np.float32).reshape(len(everybody), _WIDTH)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return False
        self._frames += frames
        self._seconds += seconds
        self._counts.extend(map(len, people))
        self._ids += ids
        self._numbers.frombytes(table.tobytes())
        return True


def _numbers(person: dict[str, Any]) -> list[Any]:
    """The numbers of one person in the order of the table; None is one that is not known.

    Raises:
        KeyError, TypeError, ValueError: a part is missing or has another form.
    """
    flat, body, scores = person["joints_2d"], person["joints_3d"], person["scores"]
    if not len(flat) == len(body) == len(scores) == COUNT:
        raise ValueError
    numbers: list[Any] = []
    for x, y in flat:
        numbers += (x, y)
    for x, y, z in body:
        numbers += (x, y, z)
    numbers += scores
    for name, unknown in _UNKNOWN.items():
        part = person.get(name)
        numbers += unknown if part is None else part
    if len(numbers) != _WIDTH:
        raise ValueError
    return numbers
