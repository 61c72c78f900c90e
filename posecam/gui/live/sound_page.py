"""The page of the settings on the microphone: which one, how loud it is, and what a clap does."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QCheckBox, QProgressBar

from posecam.gui.live.microphone import Microphone, MicrophoneName, list_microphones
from posecam.gui.live.settings_pages import Page, muted
from posecam.gui.shared.fields import Combo
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import tr
from posecam.settings import Settings, SoundSettings

#: Decibels under the loudest there is at which the meter begins.
_QUIETEST_DB: Final = -60
_SYSTEM: Final = "\0system"


class SoundPage(Page):
    """`Settings.sound`, and whether a clap begins a take."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self.microphone = Combo(tr("Microphone"))
        self.microphone.setToolTip(tr("Recorded beside the video, in step with it"))
        self.microphone.activated.connect(self._chosen)
        self.level = QProgressBar()
        self.level.setAccessibleName(tr("Level of the microphone"))
        self.level.setRange(_QUIETEST_DB, 0)
        self.level.setValue(_QUIETEST_DB)
        self.level.setTextVisible(False)
        self.state = muted()
        self.clap = QCheckBox(tr("Start and stop by a clap"))
        self.clap.setToolTip(tr("One clap of your hands, with quiet before and after it"))
        self.clap.clicked.connect(self._clap_chosen)
        self._known: list[MicrophoneName] = []
        form = self.form()
        form.addRow(tr("Microphone"), self.microphone)
        form.addRow(tr("Level", comment="of the sound"), self.level)
        form.addRow("", self.state)
        form.addRow("", self.clap)
        form.addRow(
            "",
            muted(
                tr(
                    "While a microphone is chosen it is listened to. Nothing is kept but in "
                    "recordings, and nothing leaves this computer."
                )
            ),
        )

    def _chosen(self, index: int) -> None:
        key = self.microphone.itemData(index)
        if not key:
            sound = replace(self._settings.sound, on=False)
        elif key == _SYSTEM:
            sound = SoundSettings(on=True)
        else:
            sound = SoundSettings(True, key, self.microphone.itemText(index))
        self._settings = replace(self._settings, sound=sound)
        self.changed.emit({"sound": sound})
        self._show_state("")
        self._allow()

    def _clap_chosen(self, on: bool) -> None:
        take = replace(self._settings.take, clap_starts=on)
        self._settings = replace(self._settings, take=take)
        self.changed.emit({"take": take})

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._list()
        self.clap.setChecked(settings.take.clap_starts)
        self._allow()

    def _allow(self) -> None:
        """A clap is heard, and the level seen, only while a microphone is on."""
        for widget in (self.clap, self.level):
            widget.setEnabled(self._settings.sound.on)

    def _list(self) -> None:
        """Offer what is plugged in, and what is chosen even where it is not."""
        sound = self._settings.sound
        self._known = list_microphones()
        with QSignalBlocker(self.microphone):
            self.microphone.clear()
            self.microphone.addItem(tr("Off", comment="the microphone"), "")
            self.microphone.addItem(tr("As the system chooses"), _SYSTEM)
            for one in self._known:
                self.microphone.addItem(one.name, one.key)
            if sound.microphone and self.microphone.findData(sound.microphone) < 0:
                self.microphone.addItem(sound.name or sound.microphone, sound.microphone)
            wanted = (sound.microphone or _SYSTEM) if sound.on else ""
            self.microphone.setCurrentIndex(self.microphone.findData(wanted))

    def show_microphone(self, microphone: Microphone) -> None:
        """How loud it is, and what is wrong with it."""
        popup = self.microphone.view()
        open_now = popup is not None and popup.isVisible()
        if not open_now and list_microphones() != self._known:
            self._list()
        level = microphone.take_level()
        decibels = 20 * math.log10(level) if level > 0 else _QUIETEST_DB
        self.level.setValue(round(max(decibels, _QUIETEST_DB)))
        if microphone.problem:
            self._show_state(microphone.problem, alarm=True)
        else:
            self._show_state(microphone.name if microphone.on else "")

    def _show_state(self, text: str, *, alarm: bool = False) -> None:
        self.state.setText(text)
        restyle(self.state, "alarm", alarm)
