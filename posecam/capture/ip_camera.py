"""A camera behind an address: Motion JPEG over HTTP, RTSP, RTMP; or a video file over HTTP."""

from __future__ import annotations

import errno
import time
from typing import Final
from urllib.parse import urlsplit

import av

from posecam.capture.allowed import of_an_address
from posecam.capture.decoded import DecodedSource
from posecam.capture.libav import Decoder, NotAVideoError, NothingReadableError
from posecam.capture.redirect import location_of, stays, with_user_of
from posecam.capture.spec import mask_password
from posecam.errors import SourceError

#: Seconds until an address that does not answer, or has gone silent, is given up.
OPEN_S: Final = 3.0
READ_S: Final = 1.5
#: Images that were looked at to guess the format are old by then: a camera's are let go.
_FRESH: Final = {"fflags": "nobuffer"}
#: Little looking ahead to guess the format: it adds latency.
_OPTIONS: Final = {
    "flags": "low_delay",
    "probesize": "200000",
    "analyzeduration": "500000",
}
#: Redirections on one server that are followed, and characters of an address shown in a sentence.
_MOST_HOPS: Final = 5
_SHOWN: Final = 160
_RTSP_OPTIONS: Final = {"rtsp_transport": "tcp", "max_delay": "200000"}


class NetworkCamera(DecodedSource):
    """A `Source` over an address. The password in it shows up in no name and no message.

    A film behind an address has a length: it is no live source and keeps its own times.

    Raises:
        SourceError: it refuses, does not answer, wants a password, or sends no video.
    """

    def __init__(self, url: str, *, open_s: float = OPEN_S, read_s: float = READ_S) -> None:
        name = mask_password(url)
        decoder = _open(url, name, open_s, read_s)
        nothing = f"{name} answers, but sends no image that can be read."
        super().__init__(name, decoder, live=not decoder.duration, nothing=nothing)

    def _check_end(self, error: Exception | None) -> None:
        if isinstance(error, NothingReadableError):
            raise SourceError(f"{self.name} sends images that cannot be read.")
        if error is not None:
            why = _why_not(error)
            raise SourceError(f"{self.name} has stopped delivering: it {why}.")
        if self.live:
            raise SourceError(f"{self.name} has ended its stream.")


def _open(url: str, name: str, open_s: float, read_s: float) -> Decoder:
    options = {**_OPTIONS, **of_an_address(url)}
    if urlsplit(url).scheme.lower().startswith("rtsp"):
        options.update(_RTSP_OPTIONS)
    started = time.monotonic()
    try:
        return _open_following(url, options, open_s, read_s)
    except NotAVideoError:
        raise SourceError(f"{name} answers, but sends no video.") from None
    except _LeadsElsewhereError as error:
        raise SourceError(f"{name} {error}.") from None
    except (OSError, ValueError, av.FFmpegError) as error:
        # Not chained: the library's own error carries the address with the password.
        # Cut off while it waits, the RTSP client reports bad data.
        late = time.monotonic() - started >= open_s
        why = _why_not(TimeoutError() if late else error)
        raise SourceError(f"{name} {why}.") from None


def _open_following(url: str, options: dict[str, str], open_s: float, read_s: float) -> Decoder:
    """Open an address, or the one it redirects to on the same server.

    Raises:
        _LeadsElsewhereError: it redirects to another server.
    """
    hops = 0
    while True:
        try:
            decoder = Decoder(url, {**options, **_FRESH}, (open_s, read_s))
            if not decoder.duration:
                return decoder
            # Of a film every image counts, the first ones too.
            decoder.close()
            return Decoder(url, options, (open_s, read_s))
        except OSError as error:
            # What FFmpeg says where it may not follow, among others.
            if error.errno != errno.EIO or not url.lower().startswith("http"):
                raise
            target = location_of(url, open_s)
            if target is None:
                raise
        if not stays(url, target):
            raise _LeadsElsewhereError(_elsewhere(target))
        hops += 1
        if hops > _MOST_HOPS:
            raise _LeadsElsewhereError("sends its callers on and on")
        url = with_user_of(url, target)


class _LeadsElsewhereError(Exception):
    """The end of a sentence that begins with the address."""


def _elsewhere(target: str) -> str:
    if not target.lower().startswith(("http://", "https://")):
        return "leads elsewhere, to what is no web address"
    where = mask_password(target)
    shown = where if len(where) <= _SHOWN else f"{where[:_SHOWN]}…"
    return f"leads elsewhere, which is not followed: open {shown} itself if you trust it"


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
