"""Between the microphone that a person has chosen, the recording, and a clap that begins one."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Final

from PyQt6.QtCore import QCoreApplication, QObject, Qt, pyqtSignal

from posecam.capture.sound import SoundBlock
from posecam.gui.live.microphone import Microphone
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import tr
from posecam.live.clap import ClapDetector
from posecam.live.pipeline import Pipeline
from posecam.settings import Settings

LOG = logging.getLogger(__name__)

#: Seconds after a sound of the program's own in which no clap counts: as long as it is heard.
_OWN_SOUND_S: Final = 1.0


class MicrophoneControl(QObject):
    """Listens while a microphone is chosen, gives what is heard to recordings, and hears claps.

    Args:
        pipeline: records.
        notice: says what is wrong with the microphone.
        store: has which one is chosen.
        parent: the window.
    """

    clapped = pyqtSignal()  # from the microphone's thread

    def __init__(
        self, pipeline: Pipeline, notice: NoticeBar, store: SettingsStore, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pipeline, self._notice, self._store = pipeline, notice, store
        self.microphone = Microphone(self._heard, self)
        self.microphone.problem_changed.connect(self._problem)
        self._claps = ClapDetector()
        self._told = ""
        self._noted = False
        self._listening = store.value.take.clap_starts
        self._name = ""
        store.changed.connect(self._settings_changed)

    def start(self) -> None:
        """Listen to the microphone that is chosen, if one is."""
        sound = self._store.value.sound
        if not sound.on:
            self.microphone.stop()
            return
        self._with_leave(lambda: self.microphone.start(sound.microphone, sound.name))

    def own_sound(self) -> None:
        """The program makes a sound now, which is no clap."""
        self._claps.ignore(_OWN_SOUND_S)

    def refresh(self, *, recording: bool) -> None:
        """Tell a recording that runs what is wrong with its sound."""
        self._name = self.microphone.name
        problem = self.microphone.problem
        if recording and problem and not self._noted:
            self._pipeline.tell_sound(problem)
        self._noted = recording and bool(problem)

    def close(self) -> None:
        """Stop listening."""
        self.microphone.stop()

    def _heard(self, block: SoundBlock) -> None:
        """Called in the microphone's thread."""
        self._pipeline.add_sound(block, self._name)
        if self._listening and self._claps.add(block.samples, block.rate):
            self.clapped.emit()

    def _problem(self, sentence: str) -> None:
        self._notice.withdraw(self._told)
        self._told = sentence
        if sentence:
            LOG.warning("%s", sentence)
            self._notice.say(sentence, alarm=True)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        self._listening = after.take.clap_starts
        if before.sound != after.sound:
            self.start()

    def _with_leave(self, then: Callable[[], None], platform: str = sys.platform) -> None:
        """Do it once the system lets this program listen; say where it does not."""
        app = QCoreApplication.instance()
        if platform != "darwin" or app is None:  # elsewhere opening it tells
            then()
            return
        from PyQt6.QtCore import QMicrophonePermission

        def answered(_: object) -> None:
            if app.checkPermission(QMicrophonePermission()) == Qt.PermissionStatus.Granted:
                then()
            else:
                self._problem(
                    tr(
                        "macOS keeps the microphone from posecam: switch it on under System "
                        "Settings > Privacy & Security > Microphone."
                    )
                )

        app.requestPermission(QMicrophonePermission(), answered)
