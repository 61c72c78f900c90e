"""A film being read: frame by frame, numbered and timed, and what was wrong with it at its end."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import Final

import av

from posecam.capture.file_times import FileTimes
from posecam.capture.libav import Decoder, NothingReadableError
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Step between frames where a film names neither times nor a rate.
_FALLBACK_FPS: Final = 30.0


class DecodedSource(ABC):
    """What all `Source`s over a `Decoder` share.

    Live frames are timed when they arrive: cameras give times of their own clock, or none. Those
    of a film have its own times, which start at 0 and always grow; see `FileTimes`. Packets that
    cannot be decoded are passed over and counted in `skipped`.

    Args:
        name: what to call it, never with a password.
        decoder: is closed with the source.
        live: frames come at their own pace, without end.
        is_demo: for `SourceInfo`.
        nothing: sentence for a source that ends before its first frame.

    Raises:
        SourceError: no frame can be read.
    """

    def __init__(
        self, name: str, decoder: Decoder, *, live: bool, nothing: str, is_demo: bool = False
    ) -> None:
        self.name = name
        self.live = live
        self.warning = ""
        self._decoder = decoder
        self._images = decoder.images()
        self._frame_id = 0
        self._first_ns = 0
        step_s = 1 / (decoder.nominal_fps or _FALLBACK_FPS)
        self._times = FileTimes(step_s, restarts=decoder.restarts)
        try:
            self._first = self._next()
        except SourceError:
            self.close()
            raise
        if self._first is None:
            self.close()
            raise SourceError(nothing)
        width, height = self._first.size
        count = -1 if live else decoder.count
        self._info = SourceInfo(width, height, decoder.nominal_fps, count, is_demo)

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

    @abstractmethod
    def _check_end(self, error: Exception | None) -> None:
        """Judge whether this is the end of the film, or a failure.

        Args:
            error: what reading raised; None where there was nothing more.

        Raises:
            SourceError: it is a failure.
        """

    def _next(self) -> Frame | None:
        error: Exception | None = None
        try:
            image, seconds = next(self._images)
        except StopIteration:
            pass
        except (OSError, ValueError, av.FFmpegError, NothingReadableError) as raised:
            error = raised
        else:
            now = time.perf_counter_ns()
            self._first_ns = self._first_ns or now
            moment = (now - self._first_ns) / 1e9 if self.live else self._times.next(seconds)
            frame = Frame(image, self._frame_id, moment, now)
            self._frame_id += 1
            return frame
        self._check_end(error)
        self.warning = " ".join(self._faults(error is not None))
        return None

    def _faults(self, broken: bool) -> list[str]:
        """What is wrong with a film that has ended: what could be read stays read."""
        name, decoder, count = self.name, self._decoder, self._frame_id
        sentences = []
        if count and (broken or self._is_short()):
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
        return sentences

    def _is_short(self) -> bool:
        """Whether the film ended before its header says that it does."""
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
