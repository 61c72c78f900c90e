"""The manifest of a session: what was recorded, from what, how, in which units.

A session is a folder:

    manifest.json    this; written before anything else, rewritten whole at the end
    video.mkv        the raw pictures, H.264; video_001.mkv and on where the size changed or the
                     camera was away
    frames.jsonl     one line for each picture in the video, written as it is encoded
    poses.jsonl      one line for each frame that was estimated, written as it is estimated
    poses.offline.jsonl  the same from looking again later, where somebody has; see
                     posecam.reprocess

and may hold what was made from these: index*.npz, thumbnail.jpg.

Frame numbers and times count from the first frame of the session.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from posecam.errors import SessionError
from posecam.files import atomic_write
from posecam.skeleton import NAMES

FORMAT: Final = "posecam session"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
FRAMES: Final = "frames.jsonl"
POSES: Final = "poses.jsonl"
OFFLINE_POSES: Final = "poses.offline.jsonl"

#: Of every number in frames.jsonl and poses.jsonl.
UNITS: Final[Mapping[str, str]] = {
    "time": "s since the first frame of the session",
    "pts": "ms since the first frame of the video file",
    "joints_2d": "px of the frame, x right, y down",
    "joints_3d": "mm relative to the pelvis, camera frame: x right, y down, z away",
    "scores": "0..1",
    "root": "mm, the pelvis in the camera frame, from weak perspective; null where unknown",
    "box": "px of the frame: x, y, width, height",
}


def video_name(segment: int) -> str:
    """File name of the k-th video file of a session."""
    return "video.mkv" if segment == 0 else f"video_{segment:03d}.mkv"


@dataclass(frozen=True, slots=True)
class Segment:
    """One video file.

    Attributes:
        file: its name.
        width, height: of the pictures; the file's own may be one pixel more, to be even.
        first_frame: number of its first picture.
        start: time of its first picture, seconds.
        gap: seconds without a picture before it, because the source was away; 0 for the first
            file, and where only the size changed.
    """

    file: str
    width: int
    height: int
    first_frame: int
    start: float
    gap: float = 0.0


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
        counts: frames_written, frames_dropped, poses_written, poses_dropped, skipped; at the end.
        duration: seconds from the first to the last frame; at the end.
        error: sentence on why writing stopped early, or None.
        note: what a person has written down about it.
        cut_from: name, first, last: of the session that this one was cut out of, seconds; empty
            for a whole one.
    """

    created: str
    source: Mapping[str, Any] = field(default_factory=dict)
    engine: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    state: Literal["recording", "finished"] = "recording"
    segments: tuple[Segment, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    duration: float | None = None
    error: str | None = None
    note: str = ""
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
    text = json.dumps(asdict(manifest), indent=2, default=str)
    with atomic_write(folder / MANIFEST) as part:
        part.write_text(text + "\n", encoding="utf-8")


def _segment(entry: Mapping[str, Any]) -> Segment:
    return Segment(**{k: entry[k] for k in Segment.__dataclass_fields__ if k in entry})


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the session, or None where there is none or it is damaged.

    Raises:
        SessionError: it is of another program or of a later version of this one.
    """
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict):
        return None
    if content.get("format") != FORMAT:
        raise SessionError(
            f"{folder} is not a session of posecam: its {MANIFEST} is of another kind."
        )
    version = content.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise SessionError(
            f"The session {folder} was recorded by a later version of posecam "
            f"(format {version}; this one reads up to {VERSION})."
        )
    known = {key: content[key] for key in Manifest.__dataclass_fields__ if key in content}
    try:
        known["segments"] = tuple(_segment(entry) for entry in content.get("segments", ()))
        known["joint_names"] = tuple(map(str, content["joint_names"]))
        return Manifest(**known)
    except (TypeError, KeyError):
        return None
