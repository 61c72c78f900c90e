"""Making permanent what the reader makes of a session that a crash has left unfinished."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

import av

from posecam.errors import SessionError
from posecam.files import append_file, atomic_write, open_regular
from posecam.session.cutting import remux
from posecam.session.hold import is_held
from posecam.session.manifest import (
    FRAMES,
    POSES,
    Manifest,
    Segment,
    read_manifest,
    video_name,
    write_manifest,
)
from posecam.session.reader import Session
from posecam.session.video import picture_size
from posecam.session.writer import reason

#: Where the lines go that cannot be read.
BROKEN: Final = "broken-lines.txt"


def needs_repair(folder: Path) -> bool:
    """Whether a session was not finished, or lost its manifest, and nobody is recording it.

    Raises:
        SessionError: it is of a later version, or of another program.
    """
    manifest = read_manifest(folder)
    return (manifest is None or manifest.state != "finished") and not is_held(folder)


def repair(folder: Path) -> list[str]:
    """Finish a session after a crash: what can be read of it stays, and reads without warnings.

    The video gets its length and is quick to search; lines that cannot be read move to
    `broken-lines.txt`; the manifest is completed, or made anew where it is lost. A session that
    is whole stays as it is.

    Returns:
        Sentences on what was wrong, as the reader says them; none where nothing was.

    Raises:
        SessionError: it is being recorded, cannot be read, or cannot be written: then every file
            is either as it was or repaired, and it can be tried again.
    """
    session = Session.open(folder)
    if is_held(folder):
        raise SessionError(f"The session {folder.name} is being recorded: stop that first.")
    wrong = list(session.warnings)
    if session.finished and not any("broken" in w or "cut off" in w for w in wrong):
        return []
    try:
        for name in (FRAMES, POSES):
            _keep_whole_lines(folder, name)
        for path in session.video_paths():
            remux(path)
        write_manifest(folder, _completed(session))
    except (OSError, av.FFmpegError) as error:
        raise SessionError(f"The session {folder} cannot be repaired: {reason(error)}.") from error
    return wrong


def _completed(session: Session) -> Manifest:
    manifest = session.manifest
    looked_at = int(session.estimated.sum())
    counts = {
        "frames_written": sum(len(p) for _, p in session.pictures()),
        "frames_dropped": manifest.counts.get("frames_dropped", 0),
        "poses_written": looked_at,
        "poses_dropped": manifest.counts.get("poses_dropped", 0),
        "skipped": manifest.counts.get("skipped", 0),
    }
    created = manifest.created or _earliest(session.folder)
    return replace(
        manifest,
        created=created,
        state="finished",
        segments=manifest.segments or _segments(session),
        counts=counts,
        duration=session.duration,
    )


def _earliest(folder: Path) -> str:
    times = [p.stat().st_mtime for p in folder.iterdir() if p.is_file()]
    return datetime.fromtimestamp(min(times)).astimezone().isoformat(timespec="milliseconds")


def _segments(session: Session) -> tuple[Segment, ...]:
    """The video files as far as they can be told without a manifest."""
    found: list[Segment] = []
    for k, pictures in session.pictures():
        path = session.folder / video_name(k)
        if not path.exists() or not pictures:
            continue
        number, seconds = pictures[min(pictures)]
        found.append(Segment(path.name, *picture_size(path), number, seconds))
    return tuple(found)


def _keep_whole_lines(folder: Path, name: str) -> None:
    """Rewrite a .jsonl file without the lines that cannot be read, which are kept apart."""
    path = folder / name
    if not path.exists():
        return
    broken: list[bytes] = []
    with open_regular(path) as file, atomic_write(path) as part, part.open("wb") as whole:
        for line in file:
            if _is_whole(line):
                whole.write(line if line.endswith(b"\n") else line + b"\n")
            else:
                broken.append(line.rstrip(b"\n") + b"\n")
        if broken:
            with append_file(folder / BROKEN) as kept:
                kept.write(f"{name}:\n".encode() + b"".join(broken))


def _is_whole(line: bytes) -> bool:
    try:
        content = json.loads(line)
    except ValueError:
        return False
    return isinstance(content, dict) and isinstance(content.get("frame"), int)
