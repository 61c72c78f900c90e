"""What a person does to sessions afterwards: trim, rename, note, delete and bring back, repair.

A folder of sessions keeps what was deleted in its `.trash`, until that is emptied.
"""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import av

from posecam.errors import SessionError
from posecam.files import atomic_folder, new_file, private_folder, sweep
from posecam.session.checked import LONGEST_NOTE, SOUND
from posecam.session.cutting import cut_video
from posecam.session.lines import TIME_DIGITS, json_line
from posecam.session.lock import job
from posecam.session.manifest import (
    FRAMES,
    OFFLINE_POSES,
    POSES,
    Manifest,
    Segment,
    Sound,
    read_manifest,
    video_name,
    write_manifest,
)
from posecam.session.naming import usable_name
from posecam.session.parse import damaged_lines, whole_lines
from posecam.session.reader import Session
from posecam.session.sound import RATE, SoundWriter, sound_between
from posecam.session.video import image_size, is_video
from posecam.session.writer import reason

TRASH: Final = ".trash"
_STAMP: Final = "%Y%m%dT%H%M%S%f"
#: Seconds that a note waits for another program to be done with the session.
_PATIENCE_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Deleted:
    """A session in the trash.

    Attributes:
        place: where its folder was.
        folder: where it is now.
    """

    place: Path
    folder: Path

    @property
    def when(self) -> datetime:
        """When it was deleted."""
        return datetime.strptime(self.folder.name.partition(" ")[0], _STAMP).astimezone()

    def bytes(self) -> int:
        """Size on disk."""
        if self.folder.is_symlink():
            return 0
        return sum(p.lstat().st_size for p in self.folder.rglob("*") if p.is_file())


def trim(
    folder: Path,
    first: float,
    last: float,
    out: Path,
    on_progress: Callable[[float], None] | None = None,
) -> Path:
    """Write the frames from `first` to `last` seconds as a new session; the old one stays.

    Frame numbers and times of the new one count from its own first frame. Every image, every
    pose and every gap between the two moments is in it.

    Args:
        folder: of the session, finished or not.
        first, last: seconds of the session, both included; either order.
        out: folder of the new session; must not exist.
        on_progress: called with the share that is done, 0 to 1.

    Returns:
        `out`.

    Raises:
        SessionError: the session cannot be read, no frame lies between, `out` exists, or there is
            no room; then nothing is left of the new one.
    """
    session = Session.open(folder)
    first, last = sorted((first, last))
    inside = (session.times >= first - 1e-6) & (session.times <= last + 1e-6)
    if not inside.any():
        raise SessionError(
            f"The session {folder} has no frame between {first:.2f} and {last:.2f} s."
        )
    if out.exists():
        raise _there(out)
    report = on_progress or (lambda _: None)
    numbers, times = session.frame_ids[inside], session.times[inside]
    cut = _Cut(int(numbers[0]), int(numbers[-1]), float(times[0]), float(times[-1]))
    sweep(out.parent)
    try:
        with atomic_folder(out) as part:
            manifest = _write_cut(session, cut, part, report)
            write_manifest(part, manifest)
    except FileExistsError as error:
        raise _there(out) from error
    except (OSError, av.FFmpegError) as error:
        raise SessionError(f"{out} cannot be written: {reason(error)}.") from error
    report(1.0)
    return out


def _there(out: Path) -> SessionError:
    return SessionError(f"{out} is there already and was not replaced.")


@dataclass(frozen=True, slots=True)
class _Cut:
    """First and last frame, and their seconds."""

    first: int
    last: int
    start: float
    end: float


def _write_cut(
    session: Session, cut: _Cut, part: Path, report: Callable[[float], None]
) -> Manifest:
    """Write all files but the manifest, and return that."""
    old = session.manifest
    fps = float(old.source.get("nominal_fps") or 0.0)
    sizes = {segment.file: segment for segment in old.segments}
    files = [(k, p) for k, p in session.images(cut.first, cut.last) if p]
    segments: list[Segment] = []
    names: dict[int, tuple[int, int]] = {}  # old file -> new file, ms of its first image
    for done, (k, images) in enumerate(files):
        report(0.1 + 0.8 * done / len(files))
        source = session.folder / video_name(k)
        if not source.exists():
            continue
        entry = sizes.get(source.name)
        unreadable = SessionError(f"The video {source} cannot be read.")
        if not is_video(source):
            raise unreadable
        width, height = image_size(source)
        size = (min(width, entry.width), min(height, entry.height)) if entry else (width, height)
        ms = sorted(images)
        number, seconds = images[ms[0]]
        target = video_name(len(segments))
        cut_video(source, part / target, (ms[0], ms[-1]), size, fps)
        if not is_video(part / target):  # nothing of the stretch could be decoded
            raise unreadable
        gap = entry.gap if entry and segments else 0.0
        start = round(seconds - cut.start, TIME_DIGITS)
        names[k] = (len(segments), ms[0])
        segments.append(Segment(target, *size, number - cut.first, start, gap))
    sound = _cut_sound(session, cut, part)
    damaged = damaged_lines(session.folder)

    def write(name: str, names: dict[int, tuple[int, int]] | None = None) -> int:
        return _write_lines(
            session.folder / name, part / name, cut, damaged.get(name, frozenset()), names
        )

    written, poses = write(FRAMES, names), write(POSES)
    if session.offline:
        write(OFFLINE_POSES)
    counts = {"frames_written": written, "frames_dropped": 0, "poses_written": poses}
    return replace(
        old,
        created=_later(old.created, cut.start),
        state="finished",
        segments=tuple(segments),
        sound=sound,
        counts={**counts, "poses_dropped": 0, "skipped": 0},
        duration=round(cut.end - cut.start, TIME_DIGITS),
        error=None,
        markers=tuple(
            replace(marker, seconds=round(marker.seconds - cut.start, TIME_DIGITS))
            for marker in old.markers
            if cut.start <= marker.seconds <= cut.end
        ),
        cut_from={"name": session.name, "first": cut.start, "last": cut.end},
    )


def _cut_sound(session: Session, cut: _Cut, part: Path) -> Sound | None:
    """Write the sound of the cut, compressed anew."""
    if session.sound is None:
        return session.manifest.sound
    writer = SoundWriter(part / SOUND)
    try:
        for samples in sound_between(session.sound, cut.start, cut.end):
            writer.write(samples, RATE, writer.end)
    finally:
        writer.close()
    old = session.manifest.sound or Sound(SOUND)
    return replace(old, start=0.0)


def _write_lines(
    source: Path,
    target: Path,
    cut: _Cut,
    damaged: AbstractSet[int],
    names: dict[int, tuple[int, int]] | None,
) -> int:
    """Write the lines of the cut, counted from its start; with `names` those of frames.jsonl."""
    count = 0
    with io.BufferedWriter(new_file(target)) as file:
        for line in whole_lines(source, damaged):
            if not cut.first <= line["frame"] <= cut.last:
                continue
            new: dict[str, Any] = dict(line)
            new["frame"] = line["frame"] - cut.first
            new["time"] = round(float(line["time"]) - cut.start, TIME_DIGITS)
            if names is not None:
                if line["video"] not in names:
                    continue
                new["video"], zero = names[line["video"]]
                new["pts"] = line["pts"] - zero
            file.write(json_line(new))
            count += 1
    return count


def _later(created: str, seconds: float) -> str:
    if not created:
        return ""
    moment = datetime.fromisoformat(created) + timedelta(seconds=seconds)
    return moment.isoformat(timespec="milliseconds")


def rename(folder: Path, name: str) -> Path:
    """Give a session another name, which is that of its folder; returns the new folder.

    Raises:
        SessionError: it is being recorded, the name is taken or cannot be one.
    """
    name = usable_name(name)
    target = folder.parent / name
    if target == folder:
        return folder
    same = target.exists() and target.samefile(folder)  # only its capitals change
    if target.exists() and not same:
        raise SessionError(f'There is already a session "{name}".')
    with job(folder):
        try:
            return folder.rename(target)
        except OSError as error:
            raise SessionError(f"{folder} cannot be renamed: {reason(error)}.") from error


def set_note(folder: Path, text: str) -> None:
    """Write a person's remarks into the manifest.

    Raises:
        SessionError: it is being recorded, has no manifest that can be read, or cannot be written;
            or the note is too long.
    """
    if len(text) > LONGEST_NOTE:
        raise SessionError(f"A note has at most {LONGEST_NOTE} characters.")
    text = text.encode(errors="replace").decode()
    with job(folder, _PATIENCE_S):
        manifest = read_manifest(folder)
        if manifest is None:
            raise SessionError(
                f"The session {folder} has no manifest that can be read: repair it first."
            )
        try:
            write_manifest(folder, replace(manifest, note=text.strip()))
        except OSError as error:
            raise SessionError(f"The note cannot be kept in {folder}: {reason(error)}.") from error


def delete(folder: Path) -> Deleted:
    """Move a session to the trash of the folder that it is in; `restore` brings it back.

    Raises:
        SessionError: it is being recorded, or cannot be moved.
    """
    stamp = datetime.now().astimezone().strftime(_STAMP)
    target = folder.parent / TRASH / f"{stamp} {folder.name}"
    with job(folder):
        try:
            private_folder(target.parent)
            folder.rename(target)
        except OSError as error:
            raise SessionError(f"{folder} cannot be deleted: {reason(error)}.") from error
    return Deleted(folder, target)


def restore(deleted: Deleted) -> Path:
    """Bring a session back from the trash; returns its folder.

    Raises:
        SessionError: it is not in the trash any more, or its place is taken by now.
    """
    name = deleted.place.name
    if not deleted.folder.exists():
        raise SessionError(f"{name} is not in the trash any more.")
    if deleted.place.exists():
        raise SessionError(f'There is a new session "{name}": rename it first.')
    try:
        return deleted.folder.rename(deleted.place)
    except OSError as error:
        raise SessionError(f"{name} cannot be brought back: {reason(error)}.") from error


def trashed(folder: Path) -> list[Deleted]:
    """What is in the trash of a folder of sessions, the last deleted first."""
    try:
        names = sorted((entry.name for entry in (folder / TRASH).iterdir()), reverse=True)
    except OSError:
        return []
    found = []
    for name in names:
        stamp, _, old = name.partition(" ")
        try:
            datetime.strptime(stamp, _STAMP).astimezone()
        except ValueError:
            continue  # not put there by `delete`
        if old:
            found.append(Deleted(folder / old, folder / TRASH / name))
    return found


def empty_trash(which: Iterable[Deleted]) -> None:
    """Remove these for good.

    Raises:
        SessionError: one of them cannot be removed; those before it are gone.
    """
    for deleted in which:
        try:
            if deleted.folder.is_symlink():
                deleted.folder.unlink()
            elif deleted.folder.exists():
                shutil.rmtree(deleted.folder)
        except OSError as error:
            raise SessionError(
                f"{deleted.place.name} cannot be removed from the trash: {reason(error)}."
            ) from error
        with contextlib.suppress(OSError):  # there is something else in it
            deleted.folder.parent.rmdir()
