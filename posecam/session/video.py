"""The raw images of a session: H.264 in Matroska, readable up to the last image."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.container import InputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from posecam.capture.av_path import av_path
from posecam.capture.libav import Decoder, NotAVideoError
from posecam.files import new_file, open_regular

#: Matroska counts in milliseconds.
TIME_BASE: Final = Fraction(1, 1000)
#: Fast enough for one thread beside the network, no frame held back, a key frame a second.
_ENCODER: Final = {"preset": "ultrafast", "tune": "zerolatency", "crf": "20", "g": "30"}
#: A cluster reaches the file when it is complete: with one image in each, at 14 bytes more,
#: a crash loses at most the last one.
MUXER: Final = {"flush_packets": "1", "cluster_time_limit": "1"}
#: Larger images than any camera's: they would take all the memory.
_MOST_PIXELS: Final = 1 << 27
#: A file that comes from elsewhere opens no address.
_ALONE: Final = {"protocol_whitelist": "file"}


class VideoWriter:
    """One video file, whose images all have one size.

    Raises:
        FileExistsError: there is something of that name.
        OSError, av.FFmpegError: the file cannot be written (of every method).
    """

    def __init__(self, path: Path, width: int, height: int, nominal_fps: float = 0.0) -> None:
        self.size = (width, height)
        self._last_pts = -1
        new_file(path).close()
        self._container = av.open(av_path(path), "w", format="matroska", options=MUXER)
        self._stream: VideoStream = self._container.add_stream(
            "libx264", rate=round(nominal_fps) or 30, options=dict(_ENCODER)
        )
        # The format halves the colours' resolution: sides must be even.
        self._stream.width, self._stream.height = width + width % 2, height + height % 2
        self._stream.pix_fmt = "yuv420p"
        context = self._stream.codec_context
        context.time_base = TIME_BASE
        context.thread_count = 1

    def write(self, image: NDArray[np.uint8], seconds: float) -> int:
        """Encode one (H, W, 3) BGR image of the time since the file's first one.

        Returns:
            Its time in the file, milliseconds, unlike that of any other image.
        """
        height, width = image.shape[:2]
        if width % 2 or height % 2:
            image = np.pad(image, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        frame = av.VideoFrame.from_ndarray(image, "bgr24")
        pts = max(self._last_pts + 1, round(seconds * 1000))
        frame.pts, frame.time_base = pts, TIME_BASE
        self._container.mux(self._stream.encode(frame))
        self._last_pts = pts
        return pts

    def close(self) -> None:
        """Write the rest. To be called even after an error, to let go of the file."""
        try:
            if self._last_pts >= 0:
                self._container.mux(self._stream.encode(None))
        finally:
            self._container.close()


def open_video(path: Path) -> InputContainer:
    """A video file of a session, which leads to no other file and has a video stream.

    Raises:
        OSError, av.FFmpegError: it cannot be read, or is something else.
    """
    open_regular(path).close()
    container = av.open(
        av_path(path), "r", format="matroska", options=_ALONE, metadata_errors="replace"
    )
    context = container.streams.video[0].codec_context if container.streams.video else None
    if context is None:  # of no video, or of a codec that there is not
        container.close()
        raise OSError(errno.EINVAL, "it holds no video", str(path))
    if context.width * context.height > _MOST_PIXELS:
        container.close()
        raise OSError(errno.EFBIG, "its images are far too large", str(path))
    return container


def is_video(path: Path) -> bool:
    """Whether a file of a session can be opened as a video."""
    try:
        open_video(path).close()
    except (OSError, av.FFmpegError):
        return False
    return True


def open_decoder(path: Path, *, one_at_a_time: bool = False) -> Decoder:
    """The images of a video file of a session, which leads to no other file.

    Raises:
        OSError, av.FFmpegError, NotAVideoError: it cannot be read, or is something else.
    """
    open_video(path).close()
    options = {**_ALONE, "format_whitelist": "matroska,webm"}
    return Decoder(path, options, one_at_a_time=one_at_a_time)


def image_size(path: Path) -> tuple[int, int]:
    """Width and height that a video file names.

    Raises:
        OSError, av.FFmpegError: it cannot be read.
    """
    with open_video(path) as container:
        stream = container.streams.video[0]
        return stream.width, stream.height


def images_between(
    path: Path, first: int = 0, last: int | None = None
) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """Yield (image, milliseconds) of the images from `first` to `last` ms, both included.

    As far as the file goes if it was cut off. Of what lies before, less than a second is decoded.
    """
    try:
        decoder = open_decoder(path)
    except (OSError, ValueError, av.FFmpegError, NotAVideoError):
        return
    try:
        if first > 0:
            decoder.seek(first / 1000)
        for image, seconds in decoder.images():
            if seconds is None:
                continue
            ms = round(seconds * 1000)
            if last is not None and ms > last:
                return
            if ms >= first:
                yield image, ms
    except av.FFmpegError:
        return
    finally:
        decoder.close()
