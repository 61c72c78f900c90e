"""What waits to be written into a session, how the recording is doing, and why it has stopped."""

from __future__ import annotations

import errno
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from posecam.capture.sound import SoundBlock
from posecam.pose import Pose
from posecam.session.writer import reason


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """How the recording is doing.

    Attributes:
        seconds: from the first frame to the newest.
        frames_written, poses_written: lines in frames.jsonl and poses.jsonl.
        frames_dropped, poses_dropped: lost because the disk or the encoder was too slow, or
            because writing has stopped.
        markers: moments marked so far.
        sound_s: seconds of sound written.
        sound_error: sentence on why the sound is not as it should be, "" while all is well.
        bytes: size of the session on disk, looked up twice a second.
        error: sentence on why writing has stopped, or None while all is well.
        warning: sentence on what will stop it, as of a disk that is getting full, or "".
    """

    seconds: float = 0.0
    frames_written: int = 0
    frames_dropped: int = 0
    poses_written: int = 0
    poses_dropped: int = 0
    markers: int = 0
    sound_s: float = 0.0
    sound_error: str = ""
    bytes: int = 0
    error: str | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """A frame of the session."""

    number: int
    seconds: float
    image: NDArray[np.uint8]
    opening: int


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What was estimated of a frame."""

    number: int
    seconds: float
    skipped: int
    poses: tuple[Pose, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A moment that a person has marked."""

    seconds: float
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """Sound, and the second of the session at which it begins."""

    seconds: float
    block: SoundBlock
    device: str


Item = Image | Result | Marked | Heard


def why_stopped(error: Exception) -> str:
    """A sentence for the person who records."""
    number = getattr(error, "errno", None)
    if number in {errno.ENOSPC, errno.EDQUOT}:
        words = reason(error)
        why = words if words.startswith("the disk") else "the disk is full"
    elif number == errno.EFBIG:
        why = "a file has reached the largest size that is allowed"
    else:
        why = reason(error)
    return f"Recording has stopped: {why}. What was recorded until then is kept."
