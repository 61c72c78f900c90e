"""The sound of a session: Opus in Matroska, on the time of the session, readable up to its end.

The time of a sample in the file is its second of the session. Where the microphone's clock goes
another way than that of the images, its samples are drawn out or pressed together by what no one
hears; where samples are missing there is silence.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from posecam.capture.av_path import av_path
from posecam.files import new_file, open_regular

Samples = NDArray[np.float32]

#: Samples a second, of one channel.
RATE: Final = 48_000
#: Quick enough to be encoded beside the images.
_ENCODER: Final = {"compression_level": "5"}
_BIT_RATE: Final = 96_000
_TIME_BASE: Final = Fraction(1, RATE)
#: A packet reaches the file when the next one comes: a crash loses 40 ms.
_MUXER: Final = {"flush_packets": "1", "cluster_time_limit": "1"}
_ALONE: Final = {"protocol_whitelist": "file", "format_whitelist": "matroska,webm"}
#: Seconds that sound may be away from its time before it is moved there at once, and before it is
#: led there; and by how much at most, as a share of its length: nine hundredths of a semitone.
_JUMP_S: Final = 0.03
_LEAD_S: Final = 0.001
_MOST_LED: Final = 0.005
#: Of a pause so much is silence at most: a clock that jumps by days must not fill the disk.
_LONGEST_PAUSE_S: Final = 3600.0
_PIECE: Final = RATE


class SoundWriter:
    """Writes the sound of a session, in order.

    Attributes:
        start: second of the session that the first sample is of; None before there is one.

    Raises:
        FileExistsError: there is something of that name.
        OSError, av.FFmpegError: the file cannot be written (of every method).
    """

    def __init__(self, path: Path) -> None:
        self.start: float | None = None
        self._written = 0
        new_file(path).close()
        self._container = av.open(av_path(path), "w", format="matroska", options=_MUXER)
        self._stream: AudioStream = self._container.add_stream(
            "libopus", rate=RATE, layout="mono", options=dict(_ENCODER)
        )
        self._stream.codec_context.bit_rate = _BIT_RATE

    @property
    def end(self) -> float:
        """Second of the session that the sound reaches to."""
        return (self.start or 0.0) + self._written / RATE

    def write(self, samples: Samples, rate: float, seconds: float) -> None:
        """Append samples.

        Args:
            samples: (N,) -1..1.
            rate: of them, a second.
            seconds: of the session, when the first one was heard; what is before 0 is left out.
        """
        if self.start is None:
            early = int(max(-seconds * rate, 0))
            if early >= len(samples):
                return
            samples, seconds = samples[early:], seconds + early / rate
            self.start = max(seconds, 0.0)
        away = seconds - self.end
        wanted = len(samples) * RATE / rate
        if away > _JUMP_S:
            self._silence(min(away, _LONGEST_PAUSE_S))
        elif away < -_JUMP_S:
            late = int(-away * rate)
            if late >= len(samples):
                return
            samples = samples[late:]
            wanted = len(samples) * RATE / rate
        elif abs(away) > _LEAD_S:
            wanted += float(np.clip(away * RATE, -_MOST_LED * wanted, _MOST_LED * wanted))
        self._encode(_drawn_out(samples, round(wanted)))

    def close(self) -> None:
        """Write the rest. To be called even after an error, to let go of the file."""
        try:
            if self._written:
                self._container.mux(self._stream.encode(None))
        finally:
            self._container.close()

    def _silence(self, seconds: float) -> None:
        left = round(seconds * RATE)
        while left > 0:
            self._encode(np.zeros(min(left, _PIECE), np.float32))
            left -= _PIECE

    def _encode(self, samples: Samples) -> None:
        if not len(samples):
            return
        assert self.start is not None
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(np.clip(samples, -1, 1)[None]), format="flt", layout="mono"
        )
        frame.sample_rate, frame.time_base = RATE, _TIME_BASE
        frame.pts = round(self.start * RATE) + self._written
        self._container.mux(self._stream.encode(frame))
        self._written += len(samples)


def _drawn_out(samples: Samples, count: int) -> Samples:
    """The samples as so many, at the same places."""
    if count == len(samples) or not len(samples) or count < 1:
        return samples[: max(count, 0)]
    places = np.arange(count) * (len(samples) / count)
    return np.asarray(np.interp(places, np.arange(len(samples)), samples), np.float32)


def open_sound(path: Path) -> InputContainer:
    """The sound file of a session, which leads to no other file and has a sound track.

    Raises:
        OSError, av.FFmpegError: it cannot be read, or is something else.
    """
    open_regular(path).close()
    container = av.open(
        av_path(path), "r", format="matroska", options=_ALONE, metadata_errors="replace"
    )
    if not container.streams.audio:
        container.close()
        raise OSError(errno.EINVAL, "it holds no sound", str(path))
    return container


def is_sound(path: Path) -> bool:
    """Whether a file of a session can be opened as sound."""
    try:
        open_sound(path).close()
    except (OSError, av.FFmpegError):
        return False
    return True


def sound_between(path: Path, first: float, last: float | None = None) -> Iterator[Samples]:
    """Yield the sound from `first` to `last` seconds of the session, piece by piece, (N,) -1..1.

    Without gaps: where the file has no sound there is silence, as before it begins. After its end
    nothing comes any more, nor after what is damaged.
    """
    place, end = round(first * RATE), None if last is None else round(last * RATE)
    try:
        for begin, samples in _decoded(path, first):
            if begin > place:
                gap = min(begin, end if end is not None else begin) - place
                for start in range(0, gap, _PIECE):
                    yield np.zeros(min(_PIECE, gap - start), np.float32)
                place += gap
            piece = samples[max(place - begin, 0) : None if end is None else max(end - begin, 0)]
            if len(piece) and begin + len(samples) > place:
                place += len(piece)
                yield piece
            if end is not None and place >= end:
                return
    except (OSError, ValueError, av.FFmpegError):
        return


def _decoded(path: Path, first: float) -> Iterator[tuple[int, Samples]]:
    """(number of its first sample, samples) of each frame from a little before that second on."""
    with open_sound(path) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        if first > 1:
            container.seek(round((first - 1) * 1e6))
        place: int | None = None
        for frame in container.decode(stream):
            if frame.pts is None or frame.time_base is None:
                continue
            told = round(float(frame.pts * frame.time_base) * RATE)
            # The container rounds to milliseconds: the samples themselves count exactly.
            if place is None or abs(told - place) > RATE // 500:
                place = told
            frame.pts = None
            for out in resampler.resample(frame):
                samples = out.to_ndarray().reshape(-1).astype(np.float32)
                yield place, samples
                place += len(samples)


def loudness(
    path: Path, seconds: float, per_second: int = 100, start: float = 0.0
) -> NDArray[np.float32]:
    """(N,) the loudest sample of each hundredth of a second, 0..1, for `seconds` from `start`."""
    step = RATE // per_second
    out = np.zeros(max(int(np.ceil(seconds * per_second)), 1), np.float32)
    place = 0
    for samples in sound_between(path, start, start + seconds):
        columns = np.minimum((place + np.arange(len(samples))) // step, len(out) - 1)
        np.maximum.at(out, columns, np.abs(samples))
        place += len(samples)
    return out
