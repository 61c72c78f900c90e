"""The sound of a take beside its images: at the speed of life, in step, and silent otherwise.

The player's clock leads. What the system keeps before it is heard is measured while it plays, and
the sound is moved by what it is away.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QObject

from posecam.session.sound import RATE, sound_between

if TYPE_CHECKING:
    from PyQt6.QtCore import QIODevice
    from PyQt6.QtMultimedia import QAudioSink

LOG = logging.getLogger(__name__)

_BYTES: Final = 2
#: What lies ready, seconds.
_BUFFER_S: Final = 0.15
#: How far sound may be away, seconds, before it is moved; and how long that takes to be seen.
_AWAY_S: Final = 0.03
_SETTLE_S: Final = 0.5
#: A step of the player's clock that is another place.
_JUMP_S: Final = 0.25


class SoundPlayback(QObject):
    """Plays where the player is. Without a loudspeaker or QtMultimedia it is silent.

    Attributes:
        muted: whether a person wants no sound.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.muted = False
        self._path: Path | None = None
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._pieces: Iterator[NDArray[np.float32]] = iter(())
        self._left = np.zeros(0, np.float32)
        self._base_s = 0.0  # second of the take at which the sound would have begun
        self._last: tuple[float, float] = (0.0, 0.0)  # of the take, on the clock
        self._moved = 0.0  # when it was moved last, on the clock

    def open(self, path: Path | None) -> None:
        """The sound of another take; None: it has none."""
        self.stop()
        self._path = path

    @property
    def sounding(self) -> bool:
        """Whether it plays."""
        return self._sink is not None

    def follow(self, seconds: float, *, speed: float) -> None:
        """Play on; called again and again while the player plays.

        Args:
            seconds: of the take, now.
            speed: times that of life; at any other than 1 it is silent.
        """
        now = time.monotonic()
        if self._path is None or self.muted or speed != 1.0:
            self.stop()
            return
        there, then = self._last
        if self._sink is not None and abs(seconds - there - (now - then)) > _JUMP_S:
            self.stop()
        self._last = seconds, now
        if self._sink is None and not self._start(seconds, now):
            return
        self._keep_in_step(seconds, now)
        self._feed()

    def stop(self) -> None:
        """Be silent. May be repeated."""
        sink, self._sink, self._device = self._sink, None, None
        if sink is not None:
            sink.reset()
            sink.deleteLater()

    def _start(self, seconds: float, now: float) -> bool:
        assert self._path is not None
        try:
            from PyQt6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError as error:
            LOG.warning("No sound: %s", error)
            self._path = None
            return False
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            LOG.info("there is no sound output here")
            self._path = None
            return False
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(output, wanted, self)
        self._sink.setBufferFrameCount(round(_BUFFER_S * RATE))
        self._device = self._sink.start()
        self._pieces = sound_between(self._path, seconds)
        self._left = np.zeros(0, np.float32)
        self._base_s, self._moved = seconds, now
        return self._device is not None

    def _keep_in_step(self, seconds: float, now: float) -> None:
        """Leave out what is late already, or wait for what is early."""
        assert self._sink is not None
        if now - self._moved < _SETTLE_S:
            return
        heard = self._base_s + self._sink.processedUSecs() / 1e6
        late = seconds - heard
        if abs(late) < _AWAY_S:
            return
        self._moved = now
        self._base_s += late
        count = round(abs(late) * RATE)
        if late < 0:
            self._left = np.concatenate([np.zeros(count, np.float32), self._left])
            return
        while len(self._left) < count:
            piece = next(self._pieces, None)
            if piece is None:
                return
            self._left = np.concatenate([self._left, piece])
        self._left = self._left[count:]

    def _feed(self) -> None:
        assert self._sink is not None
        assert self._device is not None
        room = self._sink.bytesFree() // _BYTES
        while room > 0:
            if not len(self._left):
                piece = next(self._pieces, None)
                if piece is None:  # the sound is over before the images are
                    piece = np.zeros(room, np.float32)
                self._left = piece
            now, self._left = self._left[:room], self._left[room:]
            self._device.write((now * 32767).astype("<i2").tobytes())
            room -= len(now)
