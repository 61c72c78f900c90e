"""A video file as a source, with the times that the file gives its frames."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import av

from posecam.capture.allowed import of_a_file
from posecam.capture.file_times import FileTimes
from posecam.capture.libav import Decoder, NotAVideoError
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Step between frames where a file names neither times nor a rate.
_FALLBACK_FPS: Final = 30.0


class VideoFile:
    """A `Source` over a video file: the film in it, as players show it.

    Times start at 0 and always grow, also where the file's clock starts again or jumps; see
    `FileTimes`. Packets that cannot be decoded are passed over and counted in `skipped`.

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
        self._images = self._decoder.images()
        self._frame_id = 0
        step_s = 1 / (self._decoder.nominal_fps or _FALLBACK_FPS)
        self._times = FileTimes(step_s, restarts=self._decoder.restarts)
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
        self._images.close()
        self._decoder.close()

    def _next(self) -> Frame | None:
        try:
            image, seconds = next(self._images)
        except StopIteration:
            self._note_end(None)
            return None
        except av.FFmpegError as error:
            self._note_end(error)
            return None
        frame = Frame(image, self._frame_id, self._times.next(seconds), time.perf_counter_ns())
        self._frame_id += 1
        return frame

    def _note_end(self, error: av.FFmpegError | None) -> None:
        """Say what is wrong with the file: what could be read stays read."""
        name, decoder, count = self.name, self._decoder, self._frame_id
        sentences = []
        if count and (error or self._is_short()):
            of = f" of about {decoder.count}" if decoder.count > count else ""
            sentences.append(f"{name} is cut short: {count}{of} frames could be read.")
        if decoder.damaged:
            sentences.append(f"{name} is damaged: {decoder.damaged} packets could not be decoded.")
        if decoder.mended:
            sentences.append(
                f"{name} is damaged: {decoder.mended} of {count} frames could only be decoded in "
                "part, and they and those after them may be smeared."
            )
        if jumps := self._times.jumps:
            at, length = jumps[0]
            more = f" and {len(jumps) - 1} times more" if len(jumps) > 1 else ""
            sentences.append(
                f"The clock of {name} jumps ahead by {_in_words(length)} after {at:.1f} s{more}: "
                "that time is left out."
            )
        self.warning = " ".join(sentences)

    def _is_short(self) -> bool:
        """Whether the file ended before its header says that it does."""
        duration = self._decoder.duration
        if duration is None:
            return False
        end = self._times.read_s
        if self._decoder.origin is not None:
            end += self._times.start_s - self._decoder.origin
        # Half a second of grace: containers round, and sound may outlast the images.
        return end < duration - 0.5 and end < 0.9 * duration


def _in_words(seconds: float) -> str:
    for unit, length in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.1f} {unit}"
    return f"{seconds:.1f} s"


def _open(path: Path) -> Decoder:
    if path.is_dir():
        raise SourceError(f"{path} is a folder, not a video file.")
    if path.is_file() and path.stat().st_size == 0:
        raise SourceError(f"The file {path} is empty.")
    try:
        # A playlist may name other files and hosts: only the file itself is to be read.
        return Decoder(path, of_a_file())
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
    except av.error.ArgumentError as error:
        raise SourceError(
            f"{path} is no video that is read: it is a list of others, or of another format."
        ) from error
    except (OSError, ValueError, av.FFmpegError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise SourceError(f"The video {path} cannot be opened: {reason}.") from error
