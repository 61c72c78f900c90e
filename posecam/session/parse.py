"""What frames.jsonl and poses.jsonl say, taken together; and which of their lines are damaged.

The one judge of lines: what reads a session and what repairs one ask here.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from posecam.session.lines import LineReader, raw_lines, read_frame_line, read_pose_line
from posecam.session.manifest import FRAMES, OFFLINE_POSES, POSES
from posecam.session.people import People, PoseTable


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """All of both files.

    Attributes:
        frame_ids: (N,) int, numbers of the frames that either file knows, growing.
        times: (N,) float64, seconds.
        estimated: (N,) bool, True where there is a line of poses.
        images: (P, 3) int: number of the video file, ms in it, number of the frame; sorted.
        people: everybody.
        warnings: sentences on what is missing or broken.
    """

    frame_ids: NDArray[np.int64]
    times: NDArray[np.float64]
    estimated: NDArray[np.bool_]
    images: NDArray[np.int64]
    people: People
    warnings: tuple[str, ...]


def damaged_lines(folder: Path) -> dict[str, set[int]]:
    """Numbers of the lines that `read_lines` passes over, by the name of each file that is there.

    Raises:
        OSError: a file is there but cannot be read.
    """
    found: dict[str, set[int]] = {}
    for poses in (POSES, OFFLINE_POSES):
        for name, numbers in parse_lines(folder, poses)[1].items():
            found.setdefault(name, set()).update(numbers)
    return {name: numbers for name, numbers in found.items() if (folder / name).exists()}


def whole_lines(path: Path, damaged: AbstractSet[int]) -> Iterator[dict[str, Any]]:
    """The objects of one of a session's files, but for the damaged lines; none without a file."""
    if path.exists():
        for number, line in enumerate(raw_lines(path)):
            if number not in damaged:
                yield orjson.loads(line)


def parse_lines(folder: Path, poses: str) -> tuple[Lines, dict[str, list[int]]]:
    """What the lines say, and the numbers of the damaged lines by the name of their file."""
    frames, table = _read_frames(folder), _read_poses(folder, poses)
    # The times of frames grow with their numbers: what contradicts most of the others is damage.
    seen, looked = frames.in_order(), table.in_order()
    ids = np.union1d(frames.ids[seen], table.ids[looked])
    times = np.empty(len(ids))
    # Of several lines of a frame the last counts, and the image's over the poses'.
    times[np.searchsorted(ids, table.ids[looked])] = table.seconds[looked]
    times[np.searchsorted(ids, frames.ids[seen])] = frames.seconds[seen]
    steady = growing(times)
    if not steady.all():
        bad = ids[~steady]
        ids, times = ids[steady], times[steady]
        seen, looked = frames.without(seen, bad), table.without(looked, bad)
    images = np.column_stack([frames.places[seen], frames.ids[seen]]).reshape(-1, 3)
    warnings = [*frames.warnings(), *table.warnings()]
    lines = Lines(
        frame_ids=ids,
        times=times,
        estimated=np.isin(ids, table.ids[looked]),
        images=_sorted(images),
        people=table.table.people(ids, looked),
        warnings=tuple(warnings),
    )
    return lines, {FRAMES: frames.damaged.tolist(), poses: table.damaged.tolist()}


@dataclass(slots=True, eq=False)
class _Read:
    """One of the two files.

    Attributes:
        name: of the file.
        ids, seconds, numbers: (L,) number of the frame, time, and number of the line itself, of
            those lines that are as they should be.
        places: (L, 2) video file and ms in it, for frames.jsonl.
        table: the people, for poses.jsonl.
        damaged: numbers of the other lines.
        cut: whether the last line is one of them.
        there: whether there is such a file.
    """

    name: str
    ids: NDArray[np.int64]
    seconds: NDArray[np.float64]
    numbers: NDArray[np.int64]
    places: NDArray[np.int64]
    table: PoseTable
    damaged: array[int]
    cut: bool
    there: bool

    def in_order(self) -> NDArray[np.int64]:
        """Rows of the lines that count, by the number of their frame; the others are damaged."""
        _, last = np.unique(self.ids[::-1], return_index=True)
        rows = len(self.ids) - 1 - last
        steady = growing(self.seconds[rows])
        self.damaged.extend(self.numbers[rows[~steady]].tolist())
        return np.asarray(rows[steady])

    def without(self, rows: NDArray[np.int64], frames: NDArray[np.int64]) -> NDArray[np.int64]:
        """Of the rows those of other frames; theirs are damaged."""
        bad = np.isin(self.ids[rows], frames)
        self.damaged.extend(self.numbers[rows[bad]].tolist())
        return rows[~bad]

    def warnings(self) -> list[str]:
        if not self.there:
            return [f"{self.name} is missing."]
        said = []
        if self.cut:
            said.append(f"The last line of {self.name} was cut off and is left out.")
        if (count := len(self.damaged) - self.cut) > 0:
            lines = "line" if count == 1 else "lines"
            verb = "is" if count == 1 else "are"
            said.append(f"{count} damaged {lines} of {self.name} {verb} left out.")
        return said


def _read_frames(folder: Path) -> _Read:
    places, ids, seconds, numbers = array("q"), array("q"), array("d"), array("q")
    lines, there = _open(folder / FRAMES, read_frame_line)
    for line in lines if there else ():
        places.extend((line["video"], line["pts"]))
        ids.append(line["frame"])
        seconds.append(line["time"])
        numbers.append(lines.number)
    return _Read(
        FRAMES,
        np.array(ids, np.int64),
        np.array(seconds, np.float64),
        np.array(numbers, np.int64),
        np.array(places, np.int64).reshape(-1, 2),
        PoseTable(),
        lines.damaged,
        lines.cut,
        there,
    )


def _read_poses(folder: Path, name: str) -> _Read:
    table = PoseTable()
    lines, there = _open(folder / name, read_pose_line)
    for line in lines if there else ():
        table.add(lines.number, line)
    table.settle()
    lines.damaged.extend(table.damaged)
    none = np.empty((0, 2), np.int64)
    return _Read(
        name,
        table.frames,
        table.seconds,
        table.lines,
        none,
        table,
        lines.damaged,
        lines.cut,
        there,
    )


def _open(path: Path, read: Callable[[bytes], dict[str, Any] | None]) -> tuple[LineReader, bool]:
    return LineReader(path, read), path.exists()


def growing(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(N,) True for the most values that can be kept so that none is less than one before it."""
    keep = np.ones(len(values), np.bool_)
    if not (np.diff(values) < 0).any():
        return keep
    # The least last value of a growing row of each length, where it is, and what is before it.
    ends: list[float] = []
    places: list[int] = []
    before = np.full(len(values), -1, np.int64)
    for row, value in enumerate(values.tolist()):
        length = bisect_right(ends, value)
        before[row] = places[length - 1] if length else -1
        ends[length : length + 1] = [value]
        places[length : length + 1] = [row]
    keep[:] = False
    row = places[-1]
    while row >= 0:
        keep[row] = True
        row = int(before[row])
    return keep


def _sorted(images: NDArray[np.int64]) -> NDArray[np.int64]:
    """(P, 3) rows by video file and time in it; of several of one place the last."""
    ordered = images[np.lexsort((images[:, 1], images[:, 0]))]  # stable
    last = np.append((np.diff(ordered[:, :2], axis=0) != 0).any(1), True)
    return np.asarray(ordered[last[: len(ordered)]])
