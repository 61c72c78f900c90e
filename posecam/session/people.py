"""Everybody in every frame of a session, as arrays."""

from __future__ import annotations

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
#: Lines that are turned into numbers together.
_AT_ONCE: Final = 256


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
        times: frame number -> seconds of the lines that are as they should be.
        strange: number of those that are not, and are left out.
    """

    def __init__(self) -> None:
        self.times: dict[int, float] = {}
        self.strange = 0
        self._rows: dict[int, range] = {}
        self._ids: list[int] = []
        self._tables: list[NDArray[np.float32]] = []
        self._waiting: list[dict[str, Any]] = []

    def add(self, line: dict[str, Any]) -> None:
        """Take one line."""
        self._waiting.append(line)
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Take in what waits: before the attributes are read."""
        waiting, self._waiting = self._waiting, []
        if self._take(waiting):
            return
        for line in waiting:
            self.strange += not self._take([line])

    def people(self, frame_ids: NDArray[np.int64]) -> People:
        """Everybody, in the order of the (N,) frame numbers."""
        self.settle()
        order = [
            (index, row)
            for index, number in enumerate(frame_ids.tolist())
            for row in self._rows.get(number, ())
        ]
        rows = np.array([row for _, row in order], np.int64)
        table = np.concatenate([np.empty((0, _WIDTH), np.float32), *self._tables])[rows]
        parts: dict[str, NDArray[np.float32]] = {}
        for name, columns in _COLUMNS.items():
            part = np.ascontiguousarray(table[:, columns]).reshape(-1, *_LAYOUT[name])
            part.flags.writeable = False
            parts[name] = part
        ids = np.array(self._ids, np.int64)[rows]
        return People(np.array([index for index, _ in order], np.int64), ids, **parts)

    def _take(self, lines: list[dict[str, Any]]) -> bool:
        """Take all of the lines, or none and return False where one of them is malformed."""
        try:
            people = [person for line in lines for person in line["people"]]
            ids = [int(person["id"]) for person in people]
            table = np.empty((len(people), _WIDTH), np.float32)
            for name, columns in _COLUMNS.items():
                table[:, columns] = _column(people, name)
            times = {int(line["frame"]): float(line["time"]) for line in lines}
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return False
        self.times.update(times)
        for line in lines:
            start = len(self._ids)
            end = start + len(line["people"])
            self._rows[int(line["frame"])] = range(start, end)
            self._ids.extend(ids[: end - start])
            del ids[: end - start]
        self._tables.append(table)
        return True


def _column(people: list[dict[str, Any]], name: str) -> NDArray[np.float32]:
    """(M, n) numbers of everybody; None becomes not a number."""
    shape = _LAYOUT[name]
    values: list[Any] = [person.get(name) for person in people]
    if name in {"root", "box"}:
        values = [[None] * shape[0] if value is None else value for value in values]
    numbers = np.array(values, np.float32).reshape(len(people), -1 if people else _SIZES[name])
    if people and np.shape(values[0]) != shape:
        raise ValueError(name)
    return numbers
