"""What a source of frames is: a camera, a file, a folder, an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from posecam.pose import Frame


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of a source once it is open.

    Attributes:
        width, height: of the first frame, in pixels; a camera may change them later.
        nominal_fps: what the source says of itself, 0 if it says nothing. Often wrong for cameras.
        pixel_format: that a camera delivers in, such as "MJPG"; "" where it does not say.
        frame_count: frames in the file, as its header says or by duration times rate (then it may
            be off by a few); -1 if unknown or without end.
        is_demo: True for the clip that ships with the application.
    """

    width: int
    height: int
    nominal_fps: float = 0.0
    frame_count: int = -1
    is_demo: bool = False
    pixel_format: str = ""


class Source(Protocol):
    """An open source. Constructed, read and closed by one thread.

    Constructing one opens it and raises `SourceError` where that fails.

    Attributes:
        name: what the person called it, never with a password.
        live: True if frames come at their own pace and are lost when not read in time;
            False for files, which are read as fast as asked.
    """

    name: str
    live: bool

    @property
    def skipped(self) -> int:
        """Images passed over so far because they could not be decoded."""
        ...

    @property
    def warning(self) -> str:
        """One sentence on what is wrong with the source though it can be read, or ""."""
        ...

    def info(self) -> SourceInfo: ...

    def read(self) -> Frame | None:
        """Return the next frame, or None where a file has ended.

        Raises:
            SourceError: a live source has stopped delivering.
        """
        ...

    def close(self) -> None:
        """Release the device or file. May be called twice."""
        ...
