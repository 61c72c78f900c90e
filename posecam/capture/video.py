"""A video file as a source, with the times that the file gives its frames."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import av

from posecam.capture.libav import Decoder, NotAVideoError
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Step between frames where a file names neither times nor a rate.
_FALLBACK_FPS: Final = 30.0
#: Least step between frames, where a file gives two of them one time.
_LEAST_STEP_S: Final = 0.001


class VideoFile:
    """A `Source` over a video file. Times start at 0 and always grow; rotation is applied.

    Packets that cannot be decoded are passed over and counted in `skipped`.

    Args:
        path: the file.
        name: how to call it, the file's name by default.
        is_demo: for `SourceInfo`.

    Raises:
        SourceError: the file cannot be read, is no video, or holds no frame.
    """

    live = False

    def __init__(self, path: Path, name: str | None = None, *, is_demo: bool = False) -> None:
        self.name = name or path.name
        self.warning = ""
        self._decoder = _open(path)
        self._pictures = self._decoder.pictures()
        self._frame_id = 0
        self._start_s = 0.0
        self._time = 0.0
        self._step_s = 1 / (self._decoder.nominal_fps or _FALLBACK_FPS)
        self._first = self._next()
        if self._first is None:
            self.close()
            raise SourceError(f"The video {path} holds no frame that can be read.")
        width, height = self._first.size
        self._info = SourceInfo(
            width, height, self._decoder.nominal_fps, self._decoder.count, is_demo
        )

    @property
    def skipped(self) -> int:
        return self._decoder.damaged

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next()

    def close(self) -> None:
        self._pictures.close()
        self._decoder.close()

    def _next(self) -> Frame | None:
        try:
            image, seconds = next(self._pictures)
        except StopIteration:
            self._note_end(None)
            return None
        except av.FFmpegError as error:
            self._note_end(error)
            return None
        if self._frame_id == 0:
            self._start_s = seconds or 0.0
        else:
            last = self._time
            self._time = last + self._step_s if seconds is None else seconds - self._start_s
            if self._time <= last:
                self._time = last + _LEAST_STEP_S
        frame = Frame(image, self._frame_id, self._time, time.perf_counter_ns())
        self._frame_id += 1
        return frame

    def _note_end(self, error: av.FFmpegError | None) -> None:
        """Say so if the file ended before it should have: what could be read stays read."""
        duration = self._decoder.duration
        end = self._start_s + self._time + self._step_s
        # Half a second of grace: containers round, and sound may outlast the pictures.
        short = duration is not None and end < duration - 0.5 and end < 0.9 * duration
        if self._frame_id and (error or short):
            of = f" of about {self._decoder.count}" if self._decoder.count > 0 else ""
            self.warning = f"{self.name} is cut short: {self._frame_id}{of} frames could be read."
        elif self.skipped:
            self.warning = f"{self.name} is damaged: {self.skipped} packets could not be decoded."


def _open(path: Path) -> Decoder:
    if path.is_dir():
        raise SourceError(f"{path} is a folder, not a video file.")
    if path.is_file() and path.stat().st_size == 0:
        raise SourceError(f"The file {path} is empty.")
    try:
        # A playlist may name other files and hosts: only the file itself is to be read.
        return Decoder(path, {"protocol_whitelist": "file"})
    except NotAVideoError as error:
        raise SourceError(f"{path} is not a video: it holds {error}.") from error
    except FileNotFoundError as error:
        raise SourceError(f"There is no file {path}.") from error
    except PermissionError as error:
        raise SourceError(f"The file {path} may not be read: permission denied.") from error
    except av.error.EOFError as error:
        raise SourceError(f"The video {path} holds no frame that can be read.") from error
    except av.error.InvalidDataError as error:
        raise SourceError(f"{path} is not a video, or it is damaged.") from error
    except (OSError, ValueError, av.FFmpegError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise SourceError(f"The video {path} cannot be opened: {reason}.") from error
