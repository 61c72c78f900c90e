"""Making permanent what the reader makes of a session that a crash has left unfinished."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

import av

from posecam.errors import SessionError
from posecam.files import append_file, atomic_write, open_regular
from posecam.session.checked import SOUND
from posecam.session.cutting import remux, remux_sound
from posecam.session.lines import raw_lines
from posecam.session.lock import is_locked, job
from posecam.session.manifest import (
    MANIFEST,
    Manifest,
    Segment,
    Sound,
    find_manifest,
    read_manifest,
    video_name,
    write_manifest,
)
from posecam.session.parse import damaged_lines
from posecam.session.reader import Session
from posecam.session.video import image_size, is_video
from posecam.session.writer import reason

#: Where the lines go that cannot be read.
BROKEN: Final = "broken-lines.txt"


def needs_repair(folder: Path) -> bool:
    """Whether a session was not finished, or lost its manifest, and no one is recording it.

    Raises:
        SessionError: it is of a later version, or of another program.
    """
    manifest = read_manifest(folder)
    return (manifest is None or manifest.state != "finished") and not is_locked(folder)


def repair(folder: Path) -> list[str]:
    """Finish a session after a crash: what can be read of it stays, and reads without warnings.

    The video gets its length and is quick to search; lines that cannot be read move to
    `broken-lines.txt`; the manifest is completed, or made anew where it is lost or damaged, and
    the damaged one is kept as `manifest.json.damaged`. A session that is whole stays as it is.

    Returns:
        Sentences on what was wrong, as the reader says them; none where nothing was.

    Raises:
        SessionError: it is being recorded, cannot be read, or cannot be written: then every file
            is either as it was or repaired, and it can be tried again.
    """
    with job(folder):
        return _repair(folder)


def _repair(folder: Path) -> list[str]:
    session, found = Session.open(folder), find_manifest(folder)
    try:
        damaged = {name: numbers for name, numbers in damaged_lines(folder).items() if numbers}
        if session.finished and found.whole and not damaged:
            return []
        for name, numbers in damaged.items():
            _keep_whole_lines(folder / name, numbers)
        if not session.finished:
            for path in session.video_paths():
                remux(path)
            if session.sound is not None:
                remux_sound(session.sound)
        if not found.whole:
            _keep_manifest(folder)
        write_manifest(folder, _completed(session, found.wrong))
    except (OSError, av.FFmpegError) as error:
        raise SessionError(f"The session {folder} cannot be repaired: {reason(error)}.") from error
    return list(session.warnings)


def _completed(session: Session, wrong: Sequence[str]) -> Manifest:
    manifest = session.manifest
    looked_at = int(session.estimated.sum())
    counts = {
        "frames_written": sum(len(p) for _, p in session.images()),
        "frames_dropped": manifest.counts.get("frames_dropped", 0),
        "poses_written": looked_at,
        "poses_dropped": manifest.counts.get("poses_dropped", 0),
        "skipped": manifest.counts.get("skipped", 0),
    }
    created = manifest.created or _earliest(session.folder)
    known = {segment.file: segment for segment in manifest.segments}
    if not known or any(sentence.startswith("segments") for sentence in wrong):
        known = {segment.file: segment for segment in _segments(session)} | known
    return replace(
        manifest,
        created=created,
        state="finished",
        segments=tuple(known[name] for name in sorted(known)),
        sound=manifest.sound or (Sound(SOUND) if session.sound is not None else None),
        counts=counts,
        duration=session.duration,
    )


def _earliest(folder: Path) -> str:
    times = [p.stat().st_mtime for p in folder.iterdir() if p.is_file()]
    return datetime.fromtimestamp(min(times)).astimezone().isoformat(timespec="milliseconds")


def _segments(session: Session) -> tuple[Segment, ...]:
    """The video files as far as they can be told without a manifest."""
    found: list[Segment] = []
    for k, images in session.images():
        path = session.folder / video_name(k)
        if not path.exists() or not images or not is_video(path):
            continue
        number, seconds = images[min(images)]
        found.append(Segment(path.name, *image_size(path), number, seconds))
    return tuple(found)


def _keep_whole_lines(path: Path, damaged: AbstractSet[int]) -> None:
    """Rewrite a .jsonl file without the damaged lines, which are kept apart."""
    with atomic_write(path) as part, part.open("wb") as whole:
        broken: list[bytes] = []
        for number, line in enumerate(raw_lines(path)):
            if number in damaged:
                broken.append(line.rstrip(b"\n") + b"\n")
            else:
                whole.write(line if line.endswith(b"\n") else line + b"\n")
        with io.BufferedWriter(append_file(path.with_name(BROKEN))) as kept:
            kept.write(f"{path.name}:\n".encode() + b"".join(broken))


def _keep_manifest(folder: Path) -> None:
    """Keep what was in a damaged manifest beside the one that is made anew."""
    path = folder / MANIFEST
    if not path.exists():
        return
    names = (folder / f"{MANIFEST}.damaged{k or ''}" for k in count())
    kept = next(name for name in names if not name.exists())
    with open_regular(path) as old, atomic_write(kept) as part, part.open("wb") as new:
        shutil.copyfileobj(old, new)
