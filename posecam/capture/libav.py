"""Reading pictures through PyAV: what the video file and the network source share."""

from __future__ import annotations

import time
from collections.abc import Generator
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.codec.context import Flags as CodecFlags
from av.container import InputContainer
from numpy.typing import NDArray

#: Quarter turns counter-clockwise that put a picture upright, as np.rot90 counts them.
_UPRIGHT: Final = {0: 0, 90: 1, 180: 2, 270: 3}
#: Demuxers that make a "video" of any text file.
TEXT_FORMATS: Final = frozenset({"tty", "bin", "adf", "idf", "xbin"})


class NotAVideoError(Exception):
    """It was opened, but there are no pictures in it. The message ends a sentence: "holds ..."."""


class NothingReadableError(Exception):
    """Packets come, but for as long as a read may take none of them could be decoded."""


class Decoder:
    """The first video stream of a file or address, picture by picture.

    Args:
        url: path or address.
        options: for libavformat.
        timeout: seconds to (open, read), for addresses, which are then decoded with the least
            delay; None for files, which are decoded with the most speed.

    Attributes:
        damaged: packets that could not be decoded so far.
        nominal_fps: frames per second by the header, 0 if it says nothing.
        duration: seconds by the header, None if it says nothing.
        count: frames by the header, or estimated from the two above; -1 if neither is known.

    Raises:
        NotAVideoError: it holds no moving pictures.
        av.FFmpegError: it cannot be opened.
    """

    def __init__(
        self,
        url: str | Path,
        options: dict[str, str] | None = None,
        timeout: tuple[float, float] | None = None,
    ) -> None:
        self.damaged = 0
        self._patience_s = timeout[1] if timeout is not None else None
        self._container: InputContainer = av.open(
            str(url), "r", options=options or {}, timeout=timeout
        )
        if self._container.format.name in TEXT_FORMATS or not self._container.streams.video:
            self._container.close()
            raise NotAVideoError("no moving pictures")
        self._stream = self._container.streams.video[0]
        if timeout is None:
            self._stream.thread_type = "AUTO"
        else:
            # Decoding several frames at once holds as many back: two on a machine of two cores.
            self._stream.thread_type = "SLICE"
            self._stream.codec_context.flags |= CodecFlags.low_delay
        rate = self._stream.average_rate or self._stream.guessed_rate
        self.nominal_fps = float(rate) if rate and 0 < rate < 1000 else 0.0
        self.duration = self._duration()
        self.count = self._stream.frames or -1
        if self.count < 0 and self.duration and self.nominal_fps:
            self.count = max(1, round(self.duration * self.nominal_fps))

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], float | None], None, None]:
        """Yield (upright BGR image, presentation time in seconds or None) until the end.

        Raises:
            av.FFmpegError: reading failed: the connection, the disk.
            NothingReadableError: of an address: what it sends cannot be decoded any more.
        """
        last = time.monotonic()
        for packet in self._container.demux(self._stream):
            try:
                frames = packet.decode()
            except (av.error.InvalidDataError, av.error.UndefinedError) as error:
                self.damaged += 1
                if self._patience_s is not None and time.monotonic() - last > self._patience_s:
                    raise NothingReadableError from error
                continue
            for frame in frames:
                last = time.monotonic()
                image = frame.to_ndarray(format="bgr24")
                turns = _UPRIGHT.get(round(frame.rotation / 90) * 90 % 360, 0)
                if turns:
                    image = np.rot90(image, turns)
                bgr: NDArray[np.uint8] = np.ascontiguousarray(image, dtype=np.uint8)
                yield bgr, None if frame.pts is None else float(frame.time)

    def seek(self, seconds: float) -> None:
        """Go to the last key frame at or before a presentation time: `pictures` starts there.

        Raises:
            av.FFmpegError: the file cannot be searched.
        """
        assert self._stream.time_base is not None
        self._container.seek(int(seconds / self._stream.time_base + 1e-6), stream=self._stream)

    def close(self) -> None:
        self._container.close()

    def _duration(self) -> float | None:
        if self._stream.duration and self._stream.time_base:
            return float(self._stream.duration * self._stream.time_base)
        if self._container.duration and self._container.duration > 0:
            return self._container.duration / float(av.time_base)
        return None
