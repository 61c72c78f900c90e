"""What is heard across the room: start, stop, countdown, repetitions, markers."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PyQt6.QtCore import QObject, QTemporaryDir, QUrl

from posecam.gui.shared.tones import SOUNDS, Sound, wav

if TYPE_CHECKING:
    from PyQt6.QtMultimedia import QSoundEffect

LOG = logging.getLogger(__name__)


class Player(Protocol):
    """Plays sounds without anybody waiting."""

    def play(self, sound: Sound, volume: float) -> None:
        """volume: 0 to 1, as loudness is heard."""


class Loudspeaker(QObject):
    """Plays through the system's default output; silent where there is none.

    QtMultimedia is loaded by the first sound, or by `warm_up`: it takes as long as a frame or two.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects: dict[Sound, QSoundEffect] | None = None
        self._files: QTemporaryDir | None = None

    def warm_up(self) -> None:
        """Get ready, so that the first sound is as prompt as the others."""
        if self._effects is None:
            try:
                self._effects = self._make()
            except (ImportError, OSError) as error:
                LOG.warning("No sounds: %s", error)
                self._effects = {}

    def _make(self) -> dict[Sound, QSoundEffect]:
        """Raises ImportError, OSError."""
        from PyQt6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            LOG.info("there is no sound output here")
            return {}
        self._files = QTemporaryDir()
        if not self._files.isValid():
            raise OSError(self._files.errorString())
        effects: dict[Sound, QSoundEffect] = {}
        for sound in SOUNDS:
            path = Path(self._files.filePath(f"{sound}.wav"))
            path.write_bytes(wav(sound))
            effects[sound] = effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(path)))
        return effects

    def play(self, sound: Sound, volume: float) -> None:
        """Play it; a sound that still plays begins again."""
        if volume <= 0:
            return
        self.warm_up()
        effect = (self._effects or {}).get(sound)
        if effect is not None:
            effect.setVolume(volume**2)  # loudness is heard so, about
            effect.play()
