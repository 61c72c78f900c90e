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
from posecam.gui.live.settings_pages import Page, muted
from posecam.gui.live.take_menu import length_words
from posecam.gui.shared.fields import Combo, NumberField, Slider
from posecam.gui.shared.style import restyle
from posecam.live.take_settings import COUNTDOWNS, TakeSettings
from posecam.session.naming import usable_name
from posecam.settings import SESSIONS_VARIABLE, Settings

_STEPS = 100
_BY_DATE = "Each recording is a folder of its own, named by date and time."


class RecordingPage(Page):
    """Where recordings go, and all of `Settings.take`."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName("Recordings folder")
        self.folder.setToolTip(f"{SESSIONS_VARIABLE} in the environment goes before this")
        browse = QPushButton("Choose…")
        browse.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of takes")
        self.name.setPlaceholderText("by date and time")
        self.name.textEdited.connect(self._named)
        self.naming = muted(_BY_DATE)
        self._make_take()
        form = self.form()
        form.addRow("Recordings go to", row)
        form.addRow("Name", self.name)
        form.addRow("", self.naming)
        form.addRow("Tags", self.tags)
        begin = QHBoxLayout()
        begin.setSpacing(12)
        begin.addWidget(self.countdown)
        begin.addWidget(QLabel("Length"))
        begin.addWidget(self.length, 1)
        form.addRow("Countdown", begin)
        form.addRow("", self.ends_when_left)
        form.addRow("", self.arms_start)
        form.addRow("Sounds", self.volume)
        form.addRow("", self.repetition_sound)

    def _make_take(self) -> None:
        self.tags = QLineEdit()
        self.tags.setAccessibleName("Tags of takes")
        self.tags.setPlaceholderText("such as: left knee, after")
        self.tags.setToolTip("Words that the next takes are found by, with commas between")
        self.tags.textEdited.connect(self._tagged)
        self.countdown = Combo("Countdown")
        self.countdown.setToolTip("Seconds from the key to the first frame that is recorded")
        for seconds in COUNTDOWNS:
            self.countdown.addItem(f"{seconds} s" if seconds else "None", seconds)
        self.countdown.activated.connect(
            lambda index: self._change(countdown_s=self.countdown.itemData(index))
        )
        self.length = NumberField("Length")
        self.length.setRange(*bounds_of(TakeSettings, "length_s"))
        self.length.setDecimals(0)
        self.length.setSuffix(" s")
        self.length.setSpecialValueText(length_words(0))
        self.length.setToolTip(f"0: {length_words(0).lower()}")
        self.length.valueChanged.connect(lambda value: self._change(length_s=int(value)))
        self.ends_when_left = QCheckBox("End when the person leaves")
        self.ends_when_left.clicked.connect(lambda on: self._change(ends_when_left=on))
        self.arms_start = QCheckBox("Start when both arms are raised for a second")
        self.arms_start.clicked.connect(lambda on: self._change(arms_start=on))
        self.volume = Slider("Volume of sounds")
        self.volume.setRange(0, _STEPS)
        self.volume.setToolTip("Countdown, start, stop, markers and repetitions; 0 is silent")
        self.volume.valueChanged.connect(lambda value: self._change(volume=value / _STEPS))
        self.repetition_sound = QCheckBox("Sound for every repetition")
        self.repetition_sound.setToolTip("Of the angle whose repetitions are counted (Shift+A)")
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
                complaint = str(error)
        if not complaint:
            self._change(name=name)
        restyle(self.name, "wrong", bool(complaint))
        restyle(self.naming, "alarm", bool(complaint))
        self.naming.setText(complaint or self._naming(name))

    def _naming(self, name: str) -> str:
        return f'Takes are numbered: "{name} 01", "{name} 02"…' if name else _BY_DATE

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
            self.countdown.addItem(f"{take.countdown_s} s", take.countdown_s)
            index = self.countdown.count() - 1
        self.countdown.setCurrentIndex(index)
        self.ends_when_left.setChecked(take.ends_when_left)
        self.arms_start.setChecked(take.arms_start)
        self.repetition_sound.setChecked(take.repetition_sound)

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, "Where recordings go", str(self._settings.sessions_path())
        )
        if path:
            self.changed.emit({"sessions_folder": path})
            self.folder.setText(path)
