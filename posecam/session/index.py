"""What frames.jsonl and poses.jsonl say, as arrays; kept beside them where they are long.

Half an hour of lines takes seconds to read, its arrays a fraction of one. The lines remain the
truth: `index.npz` is made from them, and made anew when they are not those that it was made from.
"""

from __future__ import annotations

import contextlib
import json
import zipfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.files import atomic_write
from posecam.session.hold import is_held
from posecam.session.lines import LineReader
from posecam.session.manifest import FRAMES
from posecam.session.people import People, PoseTable

#: Counts the forms that the index has had.
_FORM: Final = 1
#: Shorter lines than this are read as quickly as an index, bytes.
_WORTH_IT: Final = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """All of both files.

    Attributes:
        frame_ids: (N,) int, numbers of the frames that either file knows, growing.
        times: (N,) float64, seconds.
        estimated: (N,) bool, True where there is a line of poses.
        pictures: (P, 3) int: number of the video file, ms in it, number of the frame; sorted.
        people: everybody.
        warnings: sentences on what is missing or broken.
    """

    frame_ids: NDArray[np.int64]
    times: NDArray[np.float64]
    estimated: NDArray[np.bool_]
    pictures: NDArray[np.int64]
    people: People
    warnings: tuple[str, ...]


def index_name(poses: str) -> str:
    """File name of the index of frames.jsonl and that file of poses."""
    return poses.removesuffix(".jsonl").replace("poses", "index", 1) + ".npz"


def read_lines(folder: Path, poses: str) -> Lines:
    """What a session's lines say, from the index where it is fresh.

    An index is written where there is none and the lines are long; that it could not be is no
    error.

    Args:
        folder: of the session.
        poses: name of the file of poses.

    Raises:
        OSError: the lines are there but cannot be read.
    """
    stamp = _stamp(folder, poses)
    path = folder / index_name(poses)
    if (kept := _load(path, stamp)) is not None:
        return kept
    lines = _parse(folder, poses)
    if sum(size for _, size, _ in stamp) >= _WORTH_IT and not is_held(folder):
        with contextlib.suppress(OSError):
            _save(path, stamp, lines)
    return lines


def forget(folder: Path) -> None:
    """Remove every index of a session."""
    for path in folder.glob("index*.npz"):
        path.unlink()


def _stamp(folder: Path, poses: str) -> list[tuple[str, int, int]]:
    """(name, bytes, time of the last change) of both files; 0 for one that is not there."""
    found = []
    for name in (FRAMES, poses):
        try:
            state = (folder / name).stat()
            found.append((name, state.st_size, state.st_mtime_ns))
        except FileNotFoundError:
            found.append((name, 0, 0))
    return found


def _save(path: Path, stamp: list[tuple[str, int, int]], lines: Lines) -> None:
    about = json.dumps([_FORM, stamp, lines.warnings])
    people = {f"people_{f.name}": getattr(lines.people, f.name) for f in fields(People)}
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez(
            file,
            about=np.array(about),
            frame_ids=lines.frame_ids,
            times=lines.times,
            estimated=lines.estimated,
            pictures=lines.pictures,
            **people,
        )


def _load(path: Path, stamp: list[tuple[str, int, int]]) -> Lines | None:
    """The index, or None where there is none, or not of these lines, or it is damaged."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            form, of, warnings = json.loads(str(kept["about"]))
            if form != _FORM or [tuple(entry) for entry in of] != stamp:
                return None
            people = People(**{f.name: _fixed(kept[f"people_{f.name}"]) for f in fields(People)})
            names = ("frame_ids", "times", "estimated", "pictures")
            frame_ids, times, estimated, pictures = (kept[name] for name in names)
            return Lines(frame_ids, times, estimated, pictures, people, tuple(warnings))
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return None


def _fixed(values: NDArray[Any]) -> NDArray[Any]:
    values.flags.writeable = False
    return values


def _parse(folder: Path, poses: str) -> Lines:
    warnings: list[str] = []
    rows, seconds = array("q"), array("d")
    for line in _lines(folder, FRAMES, warnings):
        try:
            row = array("q", (int(line["video"]), int(line["pts"]), int(line["frame"])))
            when = float(line["time"])
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
        rows += row
        seconds.append(when)
    pictures = np.array(rows, np.int64).reshape(-1, 3)
    table = PoseTable()
    for line in _lines(folder, poses, warnings):
        table.add(line)
    table.settle()
    if table.strange:
        warnings.append(f"{table.strange} lines of {poses} do not have the form they should.")
    frame_ids = np.union1d(pictures[:, 2], table.frames)
    times = np.empty(len(frame_ids))
    # Of several lines of a frame the last counts, and the picture's over the poses'.
    times[np.searchsorted(frame_ids, table.frames)] = table.seconds
    times[np.searchsorted(frame_ids, pictures[:, 2])] = seconds
    return Lines(
        frame_ids=frame_ids,
        times=times,
        estimated=np.isin(frame_ids, table.frames),
        pictures=_sorted(pictures),
        people=table.people(frame_ids),
        warnings=tuple(warnings),
    )


def _sorted(pictures: NDArray[np.int64]) -> NDArray[np.int64]:
    """(P, 3) rows by video file and time in it; of several of one place the last."""
    ordered = pictures[np.lexsort((pictures[:, 1], pictures[:, 0]))]  # stable
    last = np.append((np.diff(ordered[:, :2], axis=0) != 0).any(1), True)
    return np.asarray(ordered[last[: len(ordered)]])


def _lines(folder: Path, name: str, warnings: list[str]) -> Iterator[dict[str, Any]]:
    path = folder / name
    if not path.exists():
        warnings.append(f"{name} is missing.")
        return
    lines = LineReader(path)
    yield from lines
    if lines.cut:
        warnings.append(f"The last line of {name} was cut off and is left out.")
    if lines.broken > lines.cut:
        warnings.append(f"{lines.broken - lines.cut} broken lines of {name} are left out.")
