"""The sound of a session in a film: AAC, which every player has, in step with the images."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from posecam.session.sound import RATE, sound_between

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import OutputContainer

_BIT_RATE: Final = 96_000
#: Seconds that sound goes beyond the last image: as long as that is seen.
_TAIL_S: Final = 1 / 30


class SoundTrack:
    """A track of a film, written as far as its images have come: players read both side by side."""

    def __init__(self) -> None:
        self._container: OutputContainer | None = None
        self._stream: AudioStream | None = None
        self._pieces: Iterator[NDArray[np.float32]] = iter(())
        self._place = 0
        self._seen_s = 0.0
        self._left = np.zeros(0, np.float32)

    def begin(self, container: OutputContainer, path: Path, start_s: float) -> None:
        """Add the track to a film.

        Args:
            container: of the film, nothing of which has been written.
            path: of the session's sound.
            start_s: second of the session at which the film begins.
        """
        self._container = container
        self._stream = container.add_stream("aac", rate=RATE, layout="mono")
        self._stream.codec_context.bit_rate = _BIT_RATE
        self._pieces = sound_between(path, start_s)

    def write_to(self, seconds: float) -> None:
        """Write the sound up to that second of the film."""
        self._seen_s = seconds
        end = round(seconds * RATE)
        while self._place < end:
            if not len(self._left):
                piece = next(self._pieces, None)
                if piece is None:
                    return
                self._left = piece
            now, self._left = np.split(self._left, [end - self._place])
            self._encode(now)

    def close(self) -> None:
        """Write the sound of the last image, and the rest of the track."""
        if self._container is None or self._stream is None:
            return
        self.write_to(self._seen_s + _TAIL_S)
        if self._place:
            self._container.mux(self._stream.encode(None))

    def _encode(self, samples: NDArray[np.float32]) -> None:
        import av

        assert self._container is not None
        assert self._stream is not None
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples[None]), format="fltp", layout="mono"
        )
        frame.sample_rate, frame.time_base = RATE, Fraction(1, RATE)
        frame.pts = self._place
        self._container.mux(self._stream.encode(frame))
        self._place += len(samples)
