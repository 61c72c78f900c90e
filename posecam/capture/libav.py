"""Reading images through PyAV: what video files, network sources and sessions share."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.codec.context import Flags as CodecFlags
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream
from numpy.typing import NDArray

from posecam.capture.av_path import av_path
from posecam.capture.display import Display

#: Demuxers that make a "video" of any text file.
TEXT_FORMATS: Final = frozenset({"tty", "bin", "adf", "idf", "xbin"})
#: What a film may carry beside itself: a cover, an image for each chapter.
_NO_FILM: Final = Disposition.attached_pic | Disposition.timed_thumbnails

# Decoders mend what is damaged as well as they can and tell no one but the log. At this level
# their errors are counted and nothing is printed.
av.logging.set_level(av.logging.PANIC)


class NotAVideoError(Exception):
    """It was opened, but there are no images in it. The message ends a sentence: "holds ..."."""


class NothingReadableError(Exception):
    """Packets come, but for as long as a read may take none of them could be decoded."""


class Decoder:
    """The film of a file or address, image by image, as players show it (see `Display`).

    The film is the video stream marked as the default, of several the largest; covers are none.

    Args:
        source: the path of a file, or an address.
        options: for libavformat.
        timeout: seconds to (open, read), for addresses, which are then decoded with the least
            delay; None for files, which are decoded with the most speed.
        one_at_a_time: decode a file without holding frames back, for going to and fro in it.

    Attributes:
        damaged: packets that could not be decoded so far.
        mended: packets of a file so far whose images were decoded with errors: they show smears.
        nominal_fps: frames per second by the header, 0 if it says nothing.
        duration: seconds by the header, None if it says nothing.
        origin: time at which `duration` begins, seconds; None where it begins with the images.
        count: frames by the header, or estimated from the two above; -1 if neither is known.
        restarts: whether the clock of such a file may start again in the middle.

    Raises:
        NotAVideoError: it holds no moving pictures.
        av.FFmpegError: it cannot be opened.
    """

    def __init__(
        self,
        source: str | Path,
        options: dict[str, str] | None = None,
        timeout: tuple[float, float] | None = None,
        *,
        one_at_a_time: bool = False,
    ) -> None:
        self.damaged = self.mended = 0
        self._patience_s = timeout[1] if timeout is not None else None
        url = av_path(source) if isinstance(source, Path) else source
        self._container: InputContainer = av.open(
            url, "r", options=options or {}, timeout=timeout, metadata_errors="replace"
        )
        stream = None
        if self._container.format.name not in TEXT_FORMATS:
            stream = film_among(self._container.streams.video)
        if stream is None:
            self._container.close()
            raise NotAVideoError("no moving pictures")
        self._stream = stream
        if timeout is None and not one_at_a_time:
            stream.thread_type = "AUTO"
        else:
            # Decoding several frames at once holds as many back: two on a machine of two cores.
            stream.thread_type = "SLICE"
        if timeout is not None:
            stream.codec_context.flags |= CodecFlags.low_delay
        self._display = Display(stream, live=timeout is not None)
        rate = stream.average_rate or stream.guessed_rate
        self.nominal_fps = float(rate) if rate and 0 < rate < 1000 else 0.0
        self.origin: float | None = None
        self.duration = self._duration()
        self.count = stream.frames or -1
        if self.count < 0 and self.duration and self.nominal_fps:
            self.count = max(1, round(self.duration * self.nominal_fps))
        self.restarts = bool({"mpegts", "mpeg"} & set(self._container.format.name.split(",")))

    def images(self) -> Generator[tuple[NDArray[np.uint8], float | None], None, None]:
        """Yield ((H, W, 3) BGR image, presentation time in seconds or None) until the end.

        Raises:
            av.FFmpegError: reading failed: the connection, the disk.
            NothingReadableError: of an address: what it sends cannot be decoded any more.
        """
        for frame in self.frames():
            yield self.image(frame), None if frame.pts is None else float(frame.time)

    def frames(self) -> Generator[av.VideoFrame, None, None]:
        """Yield the frames until the end, for `image`; raises as `images` does."""
        last = time.monotonic()
        for packet in self._container.demux(self._stream):
            errors = av.logging.get_last_error()[0]
            try:
                frames = packet.decode()
            except (av.error.InvalidDataError, av.error.UndefinedError) as error:
                self.damaged += 1
                if self._patience_s is not None and time.monotonic() - last > self._patience_s:
                    raise NothingReadableError from error
                continue
            if self._patience_s is None:
                corrupt = any(frame.is_corrupt for frame in frames)
                self.mended += corrupt or self._complained_since(errors)
            for frame in frames:
                last = time.monotonic()
                yield from self._display.frames(frame)
        yield from self._display.frames(None)

    def image(self, frame: av.VideoFrame) -> NDArray[np.uint8]:
        """(H, W, 3) uint8 BGR of a frame that `frames` gave."""
        return self._display.image(frame)

    def seek(self, seconds: float) -> None:
        """Go to the last key frame at or before a presentation time: reading starts there.

        Raises:
            av.FFmpegError: the file cannot be searched.
        """
        assert self._stream.time_base is not None
        offset = max(0, int(seconds / self._stream.time_base + 1e-6))
        self._container.seek(offset, stream=self._stream)
        self._display.forget()

    def close(self) -> None:
        """Let go of it. May be called twice."""
        # PyAV frees a decoder with the interpreter locked, and a thread of the decoder that has an
        # error to report waits for that lock: none may be at work by then.
        self._stream.codec_context.flush_buffers()
        self._container.close()

    def __del__(self) -> None:
        if hasattr(self, "_stream"):
            self.close()

    def _complained_since(self, errors: int) -> bool:
        """Whether a decoder of this kind has reported an error since there were so many."""
        count, last = av.logging.get_last_error()
        return count != errors and last is not None and last[1] == self._stream.codec_context.name

    def _duration(self) -> float | None:
        if self._stream.duration and self._stream.time_base:
            return float(self._stream.duration * self._stream.time_base)
        if self._container.duration and self._container.duration > 0:
            self.origin = min(0.0, (self._container.start_time or 0) / float(av.time_base))
            return self._container.duration / float(av.time_base)
        return None


def film_among(streams: Iterable[VideoStream]) -> VideoStream | None:
    """Of the video streams of a file the one that is watched; None where all are covers."""
    films = [s for s in streams if not s.disposition & _NO_FILM and s.codec_context is not None]

    def rank(stream: VideoStream) -> tuple[bool, bool, int]:
        context = stream.codec_context
        moving = stream.frames != 1
        return (
            moving,
            bool(stream.disposition & Disposition.default),
            context.width * context.height,
        )

    return max(films, key=rank, default=None)
