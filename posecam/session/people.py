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
LAYOUT: Final = {
    "joints_2d": (COUNT, 2),
    "joints_3d": (COUNT, 3),
    "scores": (COUNT,),
    "root": (3,),
    "box": (4,),
}
_SIZES: Final = {name: int(np.prod(shape)) for name, shape in LAYOUT.items()}
_WIDTH: Final = sum(_SIZES.values())
#: Where each part lies in a row of the table.
_COLUMNS: Final = {
    name: slice(end - _SIZES[name], end)
    for name, end in zip(LAYOUT, accumulate(_SIZES.values()), strict=True)
}
#: Parts that may be missing, and what they then are.
_UNKNOWN: Final = {name: [None] * _SIZES[name] for name in ("root", "box")}
#: What a number may be: None is one that is not known.
_NUMBERS: Final = {int, float, type(None)}
#: Greater ones are damage: pixels, millimetres, scores.
_MOST: Final = {"joints_2d": 1e6, "joints_3d": 1e5, "scores": 10.0, "root": 1e9, "box": 1e6}
_BOUNDS: Final = np.concatenate([np.full(_SIZES[n], _MOST[n], np.float32) for n in LAYOUT])
LAST_ID: Final = 2**31 - 1
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


#: Seconds that the main person stays the main one at least.
MAIN_AT_LEAST_S: Final = 1.0


def main_person_rows(
    people: People, first_rows: NDArray[np.int64], times: NDArray[np.float64]
) -> NDArray[np.int64]:
    """(N,) row of the main person in each frame, -1 where they are not seen.

    A person who is out of sight for a moment leaves the first place to another: who holds it for
    less than `MAIN_AT_LEAST_S` is passed over, so that no motion jumps from one body to another
    and back.

    Args:
        people: everybody.
        first_rows: (N,) row of the first person of each frame, -1 where none is.
        times: (N,) seconds of the frames.
    """
    seen = np.flatnonzero(first_rows >= 0)
    firsts = people.ids[first_rows[seen]]
    starts = np.flatnonzero(np.diff(firsts, prepend=firsts[0] - 1)) if len(seen) else seen
    if len(starts) < 2:
        return first_rows
    began = times[seen[starts]]
    lasted = np.append(began[1:], times[seen[-1]]) - began
    owners = firsts[starts]
    long = lasted >= MAIN_AT_LEAST_S
    main = int(owners[np.argmax(long)] if long.any() else _longest(owners, lasted))
    out = np.full(len(first_rows), -1, np.int64)
    ends = np.append(seen[starts[1:]], len(first_rows))
    begin = 0
    for owner, is_long, end in zip(owners.tolist(), long.tolist(), ends.tolist(), strict=True):
        if is_long:
            main = owner
        rows = np.flatnonzero(people.ids == main)
        frames = people.frame_index[rows]
        inside = (frames >= begin) & (frames < end)
        out[frames[inside]] = rows[inside]
        begin = end
    return out


def _longest(owners: NDArray[np.int64], lasted: NDArray[np.float64]) -> int:
    numbers = np.unique(owners)
    return int(numbers[np.argmax([lasted[owners == number].sum() for number in numbers])])


def seen_longest_first(people: People) -> list[int]:
    """Numbers of everybody, those seen in the most frames first."""
    numbers, counts = np.unique(people.ids, return_counts=True)
    return [int(number) for number in numbers[np.argsort(-counts, kind="stable")]]


class PoseTable:
    """Collects the lines of poses.jsonl in little memory: an hour of them is 100,000.

    Attributes:
        damaged: numbers of the lines whose people are not as they should be.
    """

    def __init__(self) -> None:
        self.damaged = array("q")
        self._lines = array("q")
        self._frames, self._counts, self._ids = array("q"), array("q"), array("q")
        self._seconds, self._numbers = array("d"), array("f")
        self._waiting: list[tuple[int, dict[str, Any]]] = []

    def add(self, number: int, line: dict[str, Any]) -> None:
        """Take one line, as `read_pose_line` gives it, and its number in the file."""
        self._waiting.append((number, line))
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Take in what waits: before anything is read."""
        waiting, self._waiting = self._waiting, []
        if self._take(waiting):
            return
        self.damaged.extend(line[0] for line in waiting if not self._take([line]))

    @property
    def frames(self) -> NDArray[np.int64]:
        """(L,) frame numbers of the lines that are as they should be, in their order."""
        return np.array(self._frames, np.int64)

    @property
    def lines(self) -> NDArray[np.int64]:
        """(L,) numbers of the same lines."""
        return np.array(self._lines, np.int64)

    @property
    def seconds(self) -> NDArray[np.float64]:
        """(L,) of the same lines."""
        return np.array(self._seconds, np.float64)

    def people(self, frame_ids: NDArray[np.int64], rows: NDArray[np.int64]) -> People:
        """Everybody in some of the lines.

        Args:
            frame_ids: (N,) growing numbers of frames, at least those of the lines.
            rows: (K,) which of `frames`, in the order of the frames, one of each.
        """
        counts = np.array(self._counts, np.int64)
        starts = np.cumsum(counts) - counts
        counts, starts = counts[rows], starts[rows]
        ends = np.cumsum(counts)
        people = np.repeat(starts - (ends - counts), counts) + np.arange(ends.max(initial=0))
        table = np.frombuffer(self._numbers, np.float32).reshape(-1, _WIDTH)
        if not np.array_equal(people, np.arange(len(table))):
            table = table[people]
        parts: dict[str, NDArray[np.float32]] = {}
        for name, columns in _COLUMNS.items():
            part = np.ascontiguousarray(table[:, columns]).reshape(-1, *LAYOUT[name])
            part.flags.writeable = False
            parts[name] = part
        index = np.repeat(np.searchsorted(frame_ids, self.frames[rows]), counts)
        return People(index, np.array(self._ids, np.int64)[people], **parts)

    def _take(self, lines: list[tuple[int, dict[str, Any]]]) -> bool:
        """Take all of the lines, or none and return False where one of them is damaged."""
        people = [line["people"] for _, line in lines]
        everybody = [person for of_line in people for person in of_line]
        try:
            ids = [person["id"] for person in everybody]
            numbers: list[Any] = []
            for person in everybody:
                numbers += _numbers(person)
        except (KeyError, TypeError, ValueError, AttributeError):
            return False
        if not set(map(type, numbers)) <= _NUMBERS or not set(map(type, ids)) <= {int}:
            return False
        with np.errstate(over="ignore"):  # beyond the bounds too
            table = np.array(numbers, np.float32).reshape(len(everybody), _WIDTH)
        if not all(0 <= k <= LAST_ID for k in ids) or (np.abs(table) > _BOUNDS).any():
            return False
        self._lines.extend(number for number, _ in lines)
        self._frames.extend(line["frame"] for _, line in lines)
        self._seconds.extend(line["time"] for _, line in lines)
        self._counts.extend(map(len, people))
        self._ids.extend(ids)
        self._numbers.frombytes(table.tobytes())
        return True


def bounded(name: str, values: NDArray[np.float32]) -> bool:
    """Whether numbers can be those of this part of `LAYOUT`."""
    return not bool(((values > _MOST[name]) | (values < -_MOST[name])).any())


def _numbers(person: dict[str, Any]) -> list[Any]:
    """The numbers of one person in the order of the table; None is one that is not known.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: a part is missing or has another form.
    """
    joints_2d, joints_3d, scores = person["joints_2d"], person["joints_3d"], person["scores"]
    if not len(joints_2d) == len(joints_3d) == len(scores) == COUNT:
        raise ValueError
    numbers: list[Any] = []
    for x, y in joints_2d:
        numbers += (x, y)
    for x, y, z in joints_3d:
        numbers += (x, y, z)
    numbers += scores
    for name, unknown in _UNKNOWN.items():
        part = person.get(name)
        if part is not None and len(part) != len(unknown):
            raise ValueError
        numbers += unknown if part is None else part
    return numbers
