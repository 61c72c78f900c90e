"""A microphone of the system: listened to in a thread of its own, block by block.

QtMultimedia is loaded by the first microphone that is asked for: that takes a frame or two.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QObject, QThread, QTimer, pyqtSignal, pyqtSlot

from posecam.capture.sound import SoundBlock, SoundClock
from posecam.gui.shared.translation import tr

if TYPE_CHECKING:
    from PyQt6.QtCore import QIODevice
    from PyQt6.QtMultimedia import QAudioDevice, QAudioSource

LOG = logging.getLogger(__name__)

#: What is asked for; a microphone that has it not gives what it prefers.
RATE: Final = 48_000
#: What the system may keep for a thread that comes late, seconds.
_BUFFER_S: Final = 0.5
#: Milliseconds between looks for samples and for what has gone wrong.
_LOOK_MS: Final = 100
#: Seconds without samples after which there are none.
_SILENT_S: Final = 2.0
_STOP_MS: Final = 2000
#: Seconds of nothing but zeros, which no room gives. PulseAudio goes on with what the loudspeakers
#: play where a microphone is unplugged, and Qt is not told.
_MUTE_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class MicrophoneName:
    """A microphone that the system has.

    Attributes:
        key: what the system calls it, which stays when others come and go.
        name: for a person to read.
    """

    key: str
    name: str


def list_microphones() -> list[MicrophoneName]:
    """Those that are plugged in, without what the loudspeakers play; none without QtMultimedia."""
    try:
        from PyQt6.QtMultimedia import QMediaDevices
    except ImportError as error:
        LOG.info("no microphones: %s", error)
        return []
    return [_named(device) for device in QMediaDevices.audioInputs()]


def _named(device: QAudioDevice) -> MicrophoneName:
    return MicrophoneName(device.id().data().decode(errors="replace"), device.description())


class Microphone(QObject):
    """Listens to one microphone until stopped; says what stands in the way and goes on trying.

    Args:
        heard: called with every block, from the microphone's own thread; must return at once.
    """

    problem_changed = pyqtSignal(str)  # a sentence; "" once all is well

    def __init__(self, heard: Callable[[SoundBlock], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard = heard
        self._thread: QThread | None = None
        self._listener: _Listener | None = None
        self.name = ""
        self.problem = ""

    @property
    def on(self) -> bool:
        """Whether it is listened to, or would be if it were there."""
        return self._thread is not None

    def take_level(self) -> float:
        """The loudest sample since this was last asked for, 0..1."""
        return self._listener.take_level() if self._listener is not None else 0.0

    def start(self, key: str, name: str = "") -> None:
        """Listen to a microphone in place of the one before.

        Args:
            key: of `MicrophoneName`; "" for the one that the system prefers.
            name: of it, to be told where it is not plugged in.
        """
        self.stop()
        self.name = name
        self._thread = QThread()
        self._listener = _Listener(key, name, self._heard)
        self._listener.moveToThread(self._thread)
        self._listener.problem.connect(self._tell)
        self._listener.opened.connect(self._opened)
        self._thread.started.connect(self._listener.begin)
        self._thread.start()

    def stop(self) -> None:
        """Listen no more. May be repeated."""
        thread, listener = self._thread, self._listener
        self._thread = self._listener = None
        if thread is not None and listener is not None:
            listener.ending.emit()
            thread.quit()
            if not thread.wait(_STOP_MS):
                LOG.warning("the microphone hangs in its driver and was left behind")
                _LEFT.append((thread, listener))
        self._tell("")

    def _opened(self, name: str) -> None:
        self.name = name

    def _tell(self, problem: str) -> None:
        if problem != self.problem:
            self.problem = problem
            self.problem_changed.emit(problem)


#: Of threads that hang: Qt ends the program where a running one is deleted.
_LEFT: list[tuple[QThread, QObject]] = []


class _Listener(QObject):
    """What lives in the thread."""

    problem = pyqtSignal(str)
    opened = pyqtSignal(str)
    ending = pyqtSignal()

    def __init__(self, key: str, name: str, heard: Callable[[SoundBlock], None]) -> None:
        super().__init__()
        self._key, self._name, self._heard = key, name, heard
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._channels, self._clock = 1, SoundClock(RATE)
        self._came, self._level = 0.0, 0.0
        self._sounded = 0.0
        self._opened_key = self._said = ""
        self._timer: QTimer | None = None
        self.ending.connect(self.end)

    def take_level(self) -> float:
        level, self._level = self._level, 0.0
        return level

    @pyqtSlot()
    def begin(self) -> None:
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._open()

    @pyqtSlot()
    def end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._close()

    def _close(self) -> None:
        source, self._source, self._stream = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()

    def _open(self) -> None:
        self._came = self._sounded = time.monotonic()
        try:
            from PyQt6.QtMultimedia import QAudioFormat, QAudioSource
        except ImportError as error:
            self._say(
                tr("There is no sound: a library of the system is missing ({why}).", why=error)
            )
            return
        device = self._device()
        if device is None:
            name = self._name or tr("A microphone", comment="is not plugged in")
            self._say(tr("{name} is not plugged in.", name=name))
            return
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(wanted):
            wanted = device.preferredFormat()
            wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._channels = max(wanted.channelCount(), 1)
        self._clock = SoundClock(wanted.sampleRate())
        self._opened_key, self._name = _named(device).key, device.description()
        self._source = QAudioSource(device, wanted)
        self._source.setBufferFrameCount(round(_BUFFER_S * wanted.sampleRate()))
        self._stream = self._source.start()
        if self._stream is None:
            self._say_why_not()
            self._close()
            return
        self._stream.readyRead.connect(self._read)
        self.opened.emit(self._name)

    def _device(self) -> QAudioDevice | None:
        from PyQt6.QtMultimedia import QMediaDevices

        if not self._key:
            device = QMediaDevices.defaultAudioInput()
            return None if device.isNull() else device
        found = [d for d in QMediaDevices.audioInputs() if _named(d).key == self._key]
        return found[0] if found else None

    def _still_there(self) -> bool:
        from PyQt6.QtMultimedia import QMediaDevices

        return any(_named(d).key == self._opened_key for d in QMediaDevices.audioInputs())

    def _look(self) -> None:
        """Read what came without being told of; open anew what has gone wrong."""
        if self._source is None:
            if time.monotonic() - self._came > _SILENT_S:
                self._open()
            return
        self._read()
        if not self._still_there():
            # The system may go on with another microphone, or with what the loudspeakers play.
            self._say(tr("{name} was unplugged.", name=self._name))
            self._close()
        elif self._source.error().name not in {"NoError", "UnderrunError"}:
            self._say_why_not()
            self._close()
        elif time.monotonic() - self._came > _SILENT_S:
            self._say(
                tr("{name} gives no sound: it may be used by another program.", name=self._name)
            )
            self._close()
        else:
            return
        self._came = time.monotonic()

    def _say(self, problem: str) -> None:
        if problem != self._said:
            self._said = problem
            self.problem.emit(problem)

    def _say_why_not(self) -> None:
        text = tr("{name} cannot be opened: another program may be using it.", name=self._name)
        if sys.platform == "win32":
            text = tr(
                "{name} cannot be opened: another program may be using it, or Windows' privacy "
                "settings keep it closed.",
                name=self._name,
            )
        self._say(text)

    @pyqtSlot()
    def _read(self) -> None:
        if self._stream is None:
            return
        raw = self._stream.readAll().data()
        now_ns = time.perf_counter_ns()
        samples = _samples(raw, self._channels)
        if not len(samples):
            return
        self._came = time.monotonic()
        start_ns = self._clock.arrived(len(samples), now_ns)
        block = SoundBlock(samples, self._clock.rate, start_ns)
        self._level = max(self._level, block.level)
        if block.level:
            self._sounded = self._came
        if self._came - self._sounded > _MUTE_S:
            self._say(
                tr(
                    "{name} gives silence alone: it was unplugged or switched off.",
                    name=self._name,
                )
            )
        elif not self._clock.wrong_rate:
            self._say("")
        else:
            self._say(
                tr(
                    "{name} gives {rate:.0f} samples a second, not as many as it says: the sound "
                    "is made to fit.",
                    name=self._name,
                    rate=self._clock.rate,
                )
            )
        self._heard(block)


def _samples(raw: bytes, channels: int) -> NDArray[np.float32]:
    """(N,) -1..1, the mean of all channels."""
    whole = len(raw) // (2 * channels) * 2 * channels
    values = np.frombuffer(raw[:whole], "<i2").reshape(-1, channels)
    return np.asarray(values.mean(1, dtype=np.float32) / np.float32(32768), np.float32)


__all__ = ["RATE", "Microphone", "MicrophoneName", "list_microphones"]
