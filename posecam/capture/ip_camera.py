"""A camera behind an address: Motion JPEG over HTTP, RTSP, RTMP; or a video file over HTTP."""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import urlsplit

import av

from posecam.capture.allowed import of_an_address
from posecam.capture.libav import Decoder, NotAVideoError, NothingReadableError
from posecam.capture.source import SourceInfo
from posecam.capture.spec import mask_password
from posecam.errors import SourceError
from posecam.pose import Frame

#: Seconds until an address that does not answer, or has gone silent, is given up.
OPEN_S: Final = 3.0
READ_S: Final = 1.5
#: Little buffering, and little looking ahead to guess the format: both add latency.
_OPTIONS: Final = {
    "fflags": "nobuffer",
    "flags": "low_delay",
    "probesize": "200000",
    "analyzeduration": "500000",
}
_RTSP_OPTIONS: Final = {"rtsp_transport": "tcp", "max_delay": "200000"}


class NetworkCamera:
    """A `Source` over an address. The password in it shows up in no name and no message.

    Frames are timed when they arrive: cameras give times of their own clock, or none. A video
    file behind an address has a length: it is no live source and keeps its own times.

    Raises:
        SourceError: it refuses, does not answer, wants a password, or sends no video.
    """

    warning = ""

    def __init__(self, url: str, *, open_s: float = OPEN_S, read_s: float = READ_S) -> None:
        self.name = mask_password(url)
        self._frame_id = 0
        self._start_s = 0.0
        options = {**_OPTIONS, **of_an_address(url)}
        if urlsplit(url).scheme.lower().startswith("rtsp"):
            options.update(_RTSP_OPTIONS)
        started = time.monotonic()
        try:
            self._decoder = Decoder(url, options, (open_s, read_s))
        except NotAVideoError:
            raise SourceError(f"{self.name} answers, but sends no video.") from None
        except (OSError, ValueError, av.FFmpegError) as error:
            # Not chained: the library's own error carries the address with the password.
            # Cut off while it waits, the RTSP client reports bad data.
            late = time.monotonic() - started >= open_s
            why = _why_not(TimeoutError() if late else error)
            raise SourceError(f"{self.name} {why}.") from None
        self.live = not self._decoder.duration
        self._images = self._decoder.images()
        try:
            self._first = self._next()
        except SourceError:
            self.close()
            raise
        if self._first is None:
            self.close()
            raise SourceError(f"{self.name} answers, but sends no image that can be read.")
        width, height = self._first.size
        count = -1 if self.live else self._decoder.count
        self._info = SourceInfo(width, height, self._decoder.nominal_fps, count)

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
            if not self.live:
                return None
            raise SourceError(f"{self.name} has ended its stream.") from None
        except NothingReadableError:
            raise SourceError(f"{self.name} sends images that cannot be read.") from None
        except (OSError, ValueError, av.FFmpegError) as error:
            why = _why_not(error)
            raise SourceError(f"{self.name} has stopped delivering: it {why}.") from None
        now = time.perf_counter_ns()
        clock = now / 1e9 if self.live or seconds is None else seconds
        if self._frame_id == 0:
            self._start_s = clock
        frame = Frame(image, self._frame_id, clock - self._start_s, now)
        self._frame_id += 1
        return frame


def _why_not(error: Exception) -> str:
    """The end of a sentence that begins with the address."""
    if isinstance(error, av.error.HTTPUnauthorizedError | av.error.HTTPForbiddenError):
        return "wants a user and password, or other ones"
    if isinstance(error, av.error.HTTPNotFoundError):
        return "says that there is nothing under this address (404)"
    if isinstance(error, av.error.HTTPError):
        return "answers with an error instead of video"
    if isinstance(error, ConnectionRefusedError):
        return "refuses the connection"
    if isinstance(error, TimeoutError | av.error.ExitError):
        return "does not answer"
    if isinstance(error, ConnectionError):
        return "has broken the connection"
    if isinstance(error, av.error.InvalidDataError):
        return "answers, but sends no video that can be read"
    if isinstance(error, av.error.ArgumentError | av.error.ProtocolNotFoundError):
        return "leads elsewhere, or answers in a format that is not read"
    if isinstance(error, OSError):
        return "cannot be reached"
    return f"cannot be read ({type(error).__name__})"
