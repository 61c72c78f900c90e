"""Everybody in every frame of a session, as arrays."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain
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
_NAN: Final = float("nan")


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
    """Collects the lines of poses.jsonl in little memory: an hour of them is 100,000."""

    def __init__(self) -> None:
        self._rows: dict[int, list[int]] = {}
        self._ids = array("q")
        self._numbers = array("f")

    @property
    def estimated(self) -> list[int]:
        """Numbers of the frames that have a line, in no order."""
        return list(self._rows)

    def add(self, line: dict[str, Any]) -> None:
        """Take one line.

        Raises:
            KeyError, TypeError, ValueError: it is malformed, and nothing was added.
        """
        people = [(int(person["id"]), _numbers_of(person)) for person in line["people"]]
        float(line["time"])
        rows = []
        for person_id, numbers in people:
            rows.append(len(self._ids))
            self._ids.append(person_id)
            self._numbers.extend(numbers)
        self._rows[int(line["frame"])] = rows

    def people(self, frame_ids: NDArray[np.int64]) -> People:
        """Everybody, in the order of the (N,) frame numbers."""
        order = [
            (index, row)
            for index, number in enumerate(frame_ids.tolist())
            for row in self._rows.get(number, ())
        ]
        rows = np.array([row for _, row in order], np.int64)
        width = sum(int(np.prod(shape)) for shape in _LAYOUT.values())
        table = np.array(self._numbers, np.float32).reshape(-1, width)[rows]
        parts: dict[str, NDArray[np.float32]] = {}
        start = 0
        for name, shape in _LAYOUT.items():
            size = int(np.prod(shape))
            part = np.ascontiguousarray(table[:, start : start + size]).reshape(-1, *shape)
            part.flags.writeable = False
            parts[name] = part
            start += size
        ids = np.array(self._ids, np.int64)[rows]
        return People(np.array([index for index, _ in order], np.int64), ids, **parts)


def _numbers_of(person: dict[str, Any]) -> list[float]:
    numbers: list[float] = []
    for name, shape in _LAYOUT.items():
        values: Any = person.get(name)
        if name in {"root", "box"} and values is None:
            values = [_NAN] * shape[0]
        flat = list(chain.from_iterable(values)) if len(shape) == 2 else list(values)
        if len(flat) != int(np.prod(shape)):
            raise ValueError(name)
        numbers.extend(_NAN if value is None else float(value) for value in flat)
    return numbers
