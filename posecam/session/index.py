"""What frames.jsonl and poses.jsonl say, as arrays; kept beside them where they are long.

Half an hour of lines takes seconds to read, its arrays a fraction of one. The lines remain the
truth: `index.npz` is made from them, and made anew when they are not those that it was made from.
"""

from __future__ import annotations

import contextlib
import json
import struct
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.files import atomic_write, open_regular
from posecam.session.lines import (
    LAST_FRAME,
    LAST_VIDEO,
    LONGEST_MS,
    LONGEST_S,
)
from posecam.session.lock import is_locked
from posecam.session.manifest import FRAMES
from posecam.session.parse import Lines, parse_lines
from posecam.session.people import LAST_ID, People, bounded

#: Counts the forms that the index has had.
_FORM: Final = 4
#: Shorter lines than this are read as quickly as an index, bytes.
_WORTH_IT: Final = 1 << 20


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
    lines, _ = parse_lines(folder, poses)
    if sum(size for _, size, _ in stamp) >= _WORTH_IT and not is_locked(folder):
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
    parts = {f"people_{f.name}": getattr(lines.people, f.name) for f in fields(People)}
    people = {name: values for name, values in parts.items() if values is not None}
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez(
            file,
            about=np.array(about),
            frame_ids=lines.frame_ids,
            times=lines.times,
            estimated=lines.estimated,
            images=lines.images,
            **people,
        )


def _load(path: Path, stamp: list[tuple[str, int, int]]) -> Lines | None:
    """The index, or None where there is none, or not of these lines, or it is damaged."""
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as packed:
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in packed.infolist()):
                return None  # not ours, and of any size when unpacked
        with open_regular(path) as file, np.load(file, allow_pickle=False) as kept:
            about = kept["about"]
            if about.shape != () or about.dtype.kind != "U":
                return None
            form, of, warnings = json.loads(str(about))
            if form != _FORM or [tuple(entry) for entry in of] != stamp:
                return None
            parts = {f.name: f"people_{f.name}" for f in fields(People)}
            people = People(**{n: _fixed(kept[key]) for n, key in parts.items() if key in kept})
            names = ("frame_ids", "times", "estimated", "images")
            frame_ids, times, estimated, images = (kept[name] for name in names)
            lines = Lines(frame_ids, times, estimated, images, people, tuple(map(str, warnings)))
            return lines if _sound(lines) else None
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        OSError,
        RuntimeError,
        SyntaxError,
        TypeError,
        ValueError,
        EOFError,
        struct.error,
        zipfile.BadZipFile,
    ):
        return None


def _sound(lines: Lines) -> bool:
    """Whether an index could have been made from lines: its forms, bounds and order."""
    ids, times, images, people = lines.frame_ids, lines.times, lines.images, lines.people
    count = len(people.ids) if people.ids.ndim else -1
    forms = [
        (ids, np.int64, (ids.size,)),
        (times, np.float64, (ids.size,)),
        (lines.estimated, np.bool_, (ids.size,)),
        (images, np.int64, (len(images) if images.ndim else -1, 3)),
        (people.frame_index, np.int64, (count,)),
        (people.ids, np.int64, (count,)),
        *((getattr(people, n), np.float32, (count, *s)) for n, s in people.layout.shapes.items()),
    ]
    if any(values.dtype != kind or values.shape != shape for values, kind, shape in forms):
        return False
    if not (_within(ids, LAST_FRAME) and (np.diff(ids) > 0).all()):
        return False
    if not (_within(times, LONGEST_S) and (np.diff(times) >= 0).all()):
        return False
    places = _within(images[:, 0], LAST_VIDEO) and _within(images[:, 1], LONGEST_MS)
    if not (places and np.isin(images[:, 2], ids).all()):
        return False
    index = people.frame_index
    if not (_within(index, len(ids) - 1) and (np.diff(index) >= 0).all()):
        return False
    return _within(people.ids, LAST_ID) and all(
        bounded(name, getattr(people, name)) for name in people.layout.shapes
    )


def _within(values: NDArray[Any], most: float) -> bool:
    return bool(((values >= 0) & (values <= most)).all())


def _fixed(values: NDArray[Any]) -> NDArray[Any]:
    values.flags.writeable = False
    return values
