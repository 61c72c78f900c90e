"""The page of the settings on recordings: where they go, how takes are called, what is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from posecam.bounds import bounds_of
from posecam.errors import SessionError
from posecam.gui.live.global_key import KEY, obstacle
from posecam.gui.live.settings_pages import Page, muted
from posecam.gui.live.take_menu import countdown_words, length_words
from posecam.gui.shared.fields import Combo, NumberField, Slider
from posecam.gui.shared.style import restyle
from posecam.gui.shared.translation import mark, tr, tr_core, tr_marked
from posecam.live.take_settings import COUNTDOWNS, TakeSettings
from posecam.session.naming import usable_name
from posecam.settings import SESSIONS_VARIABLE, Settings

_STEPS = 100
_BY_DATE = mark("Each recording is a folder of its own, named by date and time.")


class RecordingPage(Page):
    """Where recordings go, and all of `Settings.take`."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(tr("Recordings folder"))
        self.folder.setToolTip(
            tr("{variable} in the environment goes before this", variable=SESSIONS_VARIABLE)
        )
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of takes"))
        self.name.setPlaceholderText(tr("by date and time"))
        self.name.textEdited.connect(self._named)
        self.naming = muted(tr_marked(_BY_DATE))
        self._make_take()
        form = self.form()
        form.addRow(tr("Recordings go to"), row)
        form.addRow(tr("Name"), self.name)
        form.addRow("", self.naming)
        form.addRow(tr("Tags"), self.tags)
        begin = QHBoxLayout()
        begin.setSpacing(12)
        begin.addWidget(self.countdown)
        begin.addWidget(QLabel(tr("Length")))
        begin.addWidget(self.length, 1)
        form.addRow(tr("Countdown"), begin)
        form.addRow("", self.ends_when_left)
        form.addRow("", self.arms_start)
        form.addRow("", self.global_key)
        form.addRow(tr("Sounds"), self.volume)
        form.addRow("", self.repetition_sound)

    def _make_take(self) -> None:
        self.tags = QLineEdit()
        self.tags.setAccessibleName(tr("Tags of takes"))
        self.tags.setPlaceholderText(tr("such as: left knee, after"))
        self.tags.setToolTip(tr("Words that the next takes are found by, with commas between"))
        self.tags.textEdited.connect(self._tagged)
        self.countdown = Combo(tr("Countdown"))
        self.countdown.setToolTip(tr("Seconds from the key to the first frame that is recorded"))
        for seconds in COUNTDOWNS:
            self.countdown.addItem(countdown_words(seconds), seconds)
        self.countdown.activated.connect(
            lambda index: self._change(countdown_s=self.countdown.itemData(index))
        )
        self.length = NumberField(tr("Length"))
        self.length.setRange(*bounds_of(TakeSettings, "length_s"))
        self.length.setDecimals(0)
        self.length.setSuffix(" s")
        self.length.setSpecialValueText(length_words(0))
        self.length.setToolTip(tr("0: until stopped"))
        self.length.valueChanged.connect(lambda value: self._change(length_s=int(value)))
        self.ends_when_left = QCheckBox(tr("End when the person leaves"))
        self.ends_when_left.clicked.connect(lambda on: self._change(ends_when_left=on))
        self.arms_start = QCheckBox(tr("Start when both arms are raised for a second"))
        self.arms_start.clicked.connect(lambda on: self._change(arms_start=on))
        self.global_key = QCheckBox(tr("{key} starts and stops from any program", key=KEY))
        why = obstacle()
        self.global_key.setEnabled(not why)
        self.global_key.setToolTip(tr_marked(why) if why else "")
        self.global_key.clicked.connect(lambda on: self._change(global_key=on))
        self.volume = Slider(tr("Volume of sounds"))
        self.volume.setRange(0, _STEPS)
        self.volume.setToolTip(tr("Countdown, start, stop, markers and repetitions; 0 is silent"))
        self.volume.valueChanged.connect(lambda value: self._change(volume=value / _STEPS))
        self.repetition_sound = QCheckBox(tr("Sound for every repetition"))
        self.repetition_sound.setToolTip(tr("Of the angle whose repetitions are counted (Shift+A)"))
        self.repetition_sound.clicked.connect(lambda on: self._change(repetition_sound=on))

    def _change(self, **values: Any) -> None:
        self._settings = replace(self._settings, take=replace(self._settings.take, **values))
        self.changed.emit({"take": self._settings.take})

    def _named(self, text: str) -> None:
        """Keep a name that folders can have; say what is wrong with another."""
        name, complaint = text.strip(), ""
        if name:
            try:
                name = usable_name(name)
            except SessionError as error:
                complaint = tr_core(str(error))
        if not complaint:
            self._change(name=name)
        restyle(self.name, "wrong", bool(complaint))
        restyle(self.naming, "alarm", bool(complaint))
        self.naming.setText(complaint or self._naming(name))

    def _naming(self, name: str) -> str:
        if not name:
            return tr_marked(_BY_DATE)
        return tr('Takes are numbered: "{name} 01", "{name} 02"…', name=name)

    def _tagged(self, text: str) -> None:
        tags = dict.fromkeys(tag.strip() for tag in text.split(","))
        self._change(tags=tuple(tag for tag in tags if tag))

    def show_settings(self, settings: Settings) -> None:
        self._settings, take = settings, settings.take
        self.folder.setText(str(settings.sessions_path()))
        with QSignalBlocker(self.length), QSignalBlocker(self.volume):
            self.length.setValue(take.length_s)
            self.volume.setValue(round(take.volume * _STEPS))
        if not self.name.hasFocus():
            self.name.setText(take.name)
            self.naming.setText(self._naming(take.name))
        if not self.tags.hasFocus():
            self.tags.setText(", ".join(take.tags))
        index = self.countdown.findData(take.countdown_s)
        if index < 0:
            self.countdown.addItem(countdown_words(take.countdown_s), take.countdown_s)
            index = self.countdown.count() - 1
        self.countdown.setCurrentIndex(index)
        self.ends_when_left.setChecked(take.ends_when_left)
        self.arms_start.setChecked(take.arms_start)
        self.global_key.setChecked(take.global_key)
        self.repetition_sound.setChecked(take.repetition_sound)

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, tr("Where recordings go"), str(self._settings.sessions_path())
        )
        if path:
            self.changed.emit({"sessions_folder": path})
            self.folder.setText(path)
