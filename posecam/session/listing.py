"""The sessions of a folder at a glance, without reading their poses."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from posecam.errors import SessionError
from posecam.files import open_regular, sweep
from posecam.session.lines import read_frame_line
from posecam.session.lock import is_locked
from posecam.session.manifest import FRAMES, MANIFEST, POSES, Manifest, find_manifest

_TAIL_BYTES: Final = 4096
#: Names that versions before this one gave while they wrote.
_FORMER: Final = re.compile(r"\.part\..*|\..*\.jsonl\.part")


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session in a list.

    Attributes:
        folder, name: where it is, and the folder's name.
        created: start by the clock on the wall, None if the manifest does not say.
        finished: False while it is being recorded, and after a crash.
        source: name of the source, "" if unknown.
        duration: seconds.
        frames: number of images, counting those dropped if it was not finished.
        bytes: size on disk.
        gaps: how often the source was away.
        problem: sentence on why it cannot be opened, or None.
        note: what a person has written down about it.
        recording: whether it is being recorded now. One that is neither finished nor this can be
            repaired, see `posecam.session.repair`.
        damage: sentence on what is wrong with its manifest, "" where nothing is.
    """

    folder: Path
    name: str
    created: datetime | None
    finished: bool
    source: str
    duration: float
    frames: int
    bytes: int
    gaps: int = 0
    problem: str | None = None
    note: str = ""
    recording: bool = False
    damage: str = ""


def is_session(folder: Path) -> bool:
    """Whether a folder looks like a session."""
    return folder.is_dir() and any(os.path.lexists(folder / name) for name in (MANIFEST, POSES))


def list_sessions(folder: Path, also: Iterable[Path] = ()) -> list[SessionSummary]:
    """The sessions right inside `folder`, newest first; none if the folder is not there.

    Args:
        folder: of sessions.
        also: sessions from elsewhere to list among them; what is not there is left out.

    Raises:
        SessionError: the folder is there but cannot be read.
    """
    try:
        children = list(folder.iterdir()) if folder.exists() else []
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise SessionError(f"The folder of sessions {folder} cannot be read: {why}.") from error
    # A point: the trash, and what is still being made.
    found = [
        summarise(child)
        for child in children
        if not child.name.startswith(".") and is_session(child)
    ]
    for place in also:
        with contextlib.suppress(OSError):  # a drive that was taken away
            if place not in children and is_session(place):
                found.append(summarise(place))
    return sorted(found, key=lambda s: (_seconds(s.created), s.name), reverse=True)


def sweep_sessions(folder: Path) -> None:
    """Remove what killed jobs have left half written, in a folder of sessions and in each."""
    sweep(folder)
    with contextlib.suppress(OSError):
        for child in folder.iterdir():
            if not child.name.startswith(".") and is_session(child) and not is_locked(child):
                sweep(child, _FORMER)


def summarise(folder: Path) -> SessionSummary:
    """What can be told of one session quickly."""
    try:
        found = find_manifest(folder)
    except SessionError as error:
        return SessionSummary(folder, folder.name, None, False, "", 0.0, 0, 0, problem=str(error))
    manifest = found.manifest or Manifest(created="")
    last = _last_line(folder / FRAMES) or {"frame": -1, "time": 0.0}
    frames = manifest.counts.get("frames_written", last["frame"] + 1)
    duration = last["time"] if manifest.duration is None else manifest.duration
    recording = manifest.state != "finished" and is_locked(folder)
    return SessionSummary(
        folder=folder,
        name=folder.name,
        created=_when(manifest.created),
        finished=manifest.state == "finished" and found.whole,
        source=str(manifest.source.get("name", "")),
        duration=duration,
        frames=frames,
        bytes=_size(folder),
        gaps=sum(segment.gap > 0 for segment in manifest.segments),
        note=manifest.note,
        recording=recording,
        damage="" if recording else found.sentence,
    )


def _size(folder: Path) -> int:
    """Bytes of a session on disk, as far as they can be told."""
    size = 0
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            with contextlib.suppress(OSError):
                state = entry.stat(follow_symlinks=False)
                size += state.st_size if stat.S_ISREG(state.st_mode) else 0
    return size


def _last_line(path: Path) -> dict[str, Any] | None:
    """The last whole line of frames.jsonl."""
    try:
        with open_regular(path) as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES))
            lines = file.read().splitlines()
    except OSError:
        return None
    found = (read_frame_line(line) for line in reversed(lines))
    return next((content for content in found if content is not None), None)


def _when(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _seconds(when: datetime | None) -> float:
    return when.timestamp() if when else 0.0
