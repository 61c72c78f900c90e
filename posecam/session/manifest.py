"""The manifest of a session: what was recorded, from what, how, in which units.

A session is a folder:

    manifest.json    this; written before anything else, rewritten whole at the end
    video.mkv        the raw images, H.264; video_001.mkv and on where the size changed or the
                     camera was away
    sound.mka        what a microphone heard, Opus on the time of the session; only where one was
                     chosen
    frames.jsonl     one line for each image in the video, written as it is encoded
    poses.jsonl      one line for each frame that was estimated, written as it is estimated
    poses.offline.jsonl  the same from looking again later, where there has been one; see
                     posecam.offline.reprocess

and may hold what was made from these: index*.npz, thumbnail.jpg; and what a repair has taken out of
them: broken-lines.txt, manifest.json.damaged; and what a cluster knows it by: made_from.json,
reprocessed_from.json.

Frame numbers and times count from the first frame of the session.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from posecam.errors import SessionError
from posecam.files import atomic_write, read_regular
from posecam.session.checked import checked
from posecam.skeleton import NAMES

FORMAT: Final = "posecam session"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
FRAMES: Final = "frames.jsonl"
POSES: Final = "poses.jsonl"
OFFLINE_POSES: Final = "poses.offline.jsonl"
#: More than any manifest of ours.
_LARGEST_BYTES: Final = 8 * 2**20
#: What is wrong is told up to so many values.
_TOLD: Final = 3

#: Blanks at the end of the manifest while it is being recorded, for what is known at the end: a
#: full disk takes no other file.
_ROOM: Final = 2048

#: Of every number in frames.jsonl and poses.jsonl.
UNITS: Final[Mapping[str, str]] = {
    "time": "s since the first frame of the session",
    "pts": "ms since the first frame of the video file",
    "joints_2d": "px of the frame, x right, y down",
    "joints_3d": "mm relative to the pelvis, camera frame: x right, y down, z away",
    "scores": "0..1",
    "root": "mm, the pelvis in the camera frame, from weak perspective; null where unknown",
    "box": "px of the frame: x, y, width, height",
    "spread": "mm, how unsure each joint's depth is: scale of a Laplace distribution",
    "up": "unit vector away from the ground, camera frame",
    "up_score": "0..1, chance that up is right within 15 degrees",
    "contacts": "0..1, chance that right heel, right toes, left heel, left toes rest on the ground",
}


def video_name(segment: int) -> str:
    """File name of the k-th video file of a session."""
    return "video.mkv" if segment == 0 else f"video_{segment:03d}.mkv"


@dataclass(frozen=True, slots=True)
class Segment:
    """One video file.

    Attributes:
        file: its name.
        width, height: of the images; the file's own may be one pixel more, to be even.
        first_frame: number of its first image.
        start: time of its first image, seconds.
        gap: seconds without an image before it, because the source was away; 0 for the first
            file, and where only the size changed.
    """

    file: str
    width: int
    height: int
    first_frame: int
    start: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A moment that a person has marked while recording.

    Attributes:
        seconds: of the session.
        name: of the moment, "" for none.
    """

    seconds: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound track, whose own times are seconds of the session.

    Attributes:
        file: its name.
        device: name of the microphone.
        start: second of the session that its first sample is of.
        error: sentence on why it ends before the session or is not as it should be, or None.
    """

    file: str
    device: str = ""
    start: float = 0.0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What manifest.json says.

    Attributes:
        created: wall-clock time of the start, ISO 8601 with the offset from UTC.
        source: name, width, height, nominal_fps, frame_count, is_demo.
        engine: backend, version, device, precision, network, sha256.
        settings: those that shape the poses.
        state: "recording" until it is closed; still so after a crash.
        segments: the video files so far.
        sound: what a microphone heard, None where none was on.
        counts: frames_written, frames_dropped, poses_written, poses_dropped, skipped; at the end.
        duration: seconds from the first to the last frame; at the end.
        error: sentence on why writing stopped early, or None.
        note: what a person has written down about it.
        tags: words that a person has given it before recording.
        markers: moments marked while recording, in order.
        cut_from: name, first, last: of the session that this one was cut out of, seconds; empty
            for a whole one.
        joint_names: of the joints in poses.jsonl, those of the frames that have most; frames of
            another network may have the first sixteen alone.
    """

    created: str
    source: Mapping[str, Any] = field(default_factory=dict)
    engine: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    state: Literal["recording", "finished"] = "recording"
    segments: tuple[Segment, ...] = ()
    sound: Sound | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    duration: float | None = None
    error: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    markers: tuple[Marker, ...] = ()
    cut_from: Mapping[str, Any] = field(default_factory=dict)
    joint_names: tuple[str, ...] = NAMES
    units: Mapping[str, str] = field(default_factory=lambda: dict(UNITS))
    version: int = VERSION
    format: str = FORMAT


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step: a crash leaves the old one or the new one.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    content = _content(manifest)
    if manifest.state == "recording":
        content = content.rstrip() + b" " * _ROOM + b"\n"
    with atomic_write(folder / MANIFEST) as part:
        part.write_bytes(content)


def finish_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest at the end; where the disk is full, in the place of the old one.

    Raises:
        OSError: it cannot be written.
    """
    try:
        write_manifest(folder, manifest)
    except OSError as error:
        content, path = _content(manifest), folder / MANIFEST
        size = path.lstat().st_size
        if error.errno not in {errno.ENOSPC, errno.EDQUOT} or len(content) > size:
            raise
        with path.open("r+b", buffering=0) as file:
            file.write(content.rstrip().ljust(size - 1) + b"\n")
            os.fsync(file.fileno())


def _content(manifest: Manifest) -> bytes:
    return (json.dumps(asdict(manifest), indent=2, default=str) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of a manifest.

    Attributes:
        manifest: with every value that is as it should be; None where none can be read.
        wrong: ends of sentences on the values that are not, such as "created is not a date".
    """

    manifest: Manifest | None = None
    wrong: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong, "" where nothing is."""
        if self.whole:
            return ""
        if self.manifest is None:
            return f"{MANIFEST} is missing or damaged."
        more = f", and {len(self.wrong) - _TOLD} more" if len(self.wrong) > _TOLD else ""
        return f"{MANIFEST} is damaged: {', '.join(self.wrong[:_TOLD])}{more}."

    @property
    def whole(self) -> bool:
        """True if all of it can be read."""
        return self.manifest is not None and not self.wrong


def find_manifest(folder: Path) -> Found:
    """The manifest of a session as far as it can be read.

    Raises:
        SessionError: it is of another program or of a later version of this one; or the folder
            holds what no recording of this program does, see `refuse_links`.
    """
    refuse_links(folder)
    try:
        content = json.loads(read_regular(folder / MANIFEST, _LARGEST_BYTES))
    except FileNotFoundError:
        return Found()
    except (OSError, ValueError, RecursionError) as error:
        return Found(wrong=(f"it cannot be read ({_short(error)})",))
    if not isinstance(content, dict):
        return Found(wrong=("it is not a table",))
    if content.get("format") != FORMAT:
        raise SessionError(
            f"{folder} is not a session of posecam: its {MANIFEST} is of another kind."
        )
    version = content.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version > VERSION:
        raise SessionError(
            f"The session {folder} was recorded by a later version of posecam "
            f"(format {repr(version)[:20]}; this one reads up to {VERSION})."
        )
    values, wrong = checked(content)
    values["segments"] = tuple(Segment(**entry) for entry in values.get("segments", ()))
    if values.get("sound") is not None:
        values["sound"] = Sound(**values["sound"])
    values["markers"] = tuple(Marker(**entry) for entry in values.get("markers", ()))
    return Found(Manifest(**{"created": "", **values}), wrong)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the session, or None where there is none or it is damaged.

    Raises:
        SessionError: as `find_manifest` does.
    """
    found = find_manifest(folder)
    return found.manifest if found.whole else None


def refuse_links(folder: Path) -> None:
    """Make sure that nothing in a session leads out of it: it may come from elsewhere.

    Raises:
        SessionError: a link, pipe or device is in the folder, or it cannot be looked into.
    """
    try:
        for entry in os.scandir(folder):
            mode = entry.stat(follow_symlinks=False).st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                what = "a link" if stat.S_ISLNK(mode) else "no file"
                raise SessionError(
                    f"The session {folder} is not opened: {entry.name} in it is {what}."
                )
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise SessionError(f"The session {folder} cannot be read: {why}.") from error


def _short(error: Exception) -> str:
    words = (error.strerror or "no reason given") if isinstance(error, OSError) else str(error)
    return words[:80].lower()
