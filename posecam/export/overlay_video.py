"""The one encoder of videos with skeletons drawn in: H.264 in MP4, every frame at its own time."""

from __future__ import annotations

import errno
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

from posecam.capture.av_path import av_path
from posecam.drawing import fit_into
from posecam.export.sound_track import SoundTrack

if TYPE_CHECKING:
    import av

Image = NDArray[np.uint8]

#: Fine enough for slow-motion cameras, and what players are used to.
_TIME_BASE: Final = Fraction(1, 90_000)
_PRESET: Final = "veryfast"
#: Quality of the encoder: 0 is lossless, and six more are half the size.
QUALITY: Final = 21


class OverlayVideo:
    """An MP4 being written; the first image fixes the size, later ones are fitted in.

        with OverlayVideo(Path("overlay.mp4")) as video:
            video.add(image, seconds)

    Args:
        path: of the file, which is replaced.
        quality: see `QUALITY`.
        sound: the sound of a session, whose seconds the images then have; None: a silent film.

    Attributes:
        count: images so far.

    Raises:
        OSError: the file cannot be written (of every method).
    """

    def __init__(self, path: Path, *, quality: int = QUALITY, sound: Path | None = None) -> None:
        import av

        self.path = path
        self._encoder = {"crf": str(quality), "preset": _PRESET}
        self.count = 0
        self._last = -1
        self._start_s = 0.0
        self._stream: av.VideoStream | None = None
        self._sound_path, self._sound = sound, None if sound is None else SoundTrack()
        try:
            # Named here: the ending of a name may be that of something else.
            self._container = av.open(
                av_path(path), "w", format="mp4", options={"movflags": "faststart"}
            )
        except av.FFmpegError as error:
            raise _system_error(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, image: Image, seconds: float) -> None:
        """Append an image.

        Args:
            image: (H, W, 3) BGR.
            seconds: its time; the first one's becomes 0. Times that do not grow are moved on.
        """
        import av

        try:
            if self._stream is None:
                self._stream = self._begin(image)
                self._start_s = seconds
                if self._sound is not None and self._sound_path is not None:
                    self._sound.begin(self._container, self._sound_path, seconds)
            fitted = fit_into(image, self._stream.width, self._stream.height)
            frame = av.VideoFrame.from_ndarray(fitted, format="bgr24")
            wanted = round((seconds - self._start_s) / _TIME_BASE)
            self._last = max(self._last + 1, wanted)
            frame.pts, frame.time_base = self._last, _TIME_BASE
            self._container.mux(self._stream.encode(frame))
            if self._sound is not None:
                self._sound.write_to(float(self._last * _TIME_BASE))
        except av.FFmpegError as error:
            raise _system_error(error) from error
        self.count += 1

    def close(self) -> None:
        """Finish the file. May be called twice."""
        import av

        stream, self._stream = self._stream, None
        try:
            try:
                if stream is not None:
                    self._container.mux(stream.encode(None))
                    if self._sound is not None:
                        self._sound.close()
            finally:
                self._container.close()
        except av.FFmpegError as error:
            raise _system_error(error) from error

    def _begin(self, image: Image) -> av.VideoStream:
        stream = self._container.add_stream("libx264", rate=30, options=self._encoder)
        # The format halves the colours' resolution: sides must be even.
        stream.height, stream.width = (side + side % 2 for side in image.shape[:2])
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = _TIME_BASE
        return stream


def _system_error(error: av.FFmpegError) -> OSError:
    number = error.errno if isinstance(error.errno, int) else errno.EIO
    return OSError(number, error.strerror or "no reason given")
