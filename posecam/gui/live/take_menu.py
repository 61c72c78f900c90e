"""The menu beside the record button: how the next take begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PyQt6.QtCore import QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QPushButton

from posecam.gui.live.persistent_menu import PersistentMenu
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.translation import in_sentence, tr
from posecam.live.take_settings import COUNTDOWNS, LENGTHS
from posecam.settings import Settings


def length_words(seconds: int) -> str:
    """How long a take is, such as "30 s" and "2 min"."""
    if not seconds:
        return tr("Until stopped")
    if seconds % 60:
        return tr("{seconds} s", seconds=seconds)
    return tr("{minutes} min", minutes=seconds // 60)


def countdown_words(seconds: int) -> str:
    """How long a countdown is, such as "3 s"."""
    return tr("{seconds} s", seconds=seconds) if seconds else tr("None", comment="no countdown")


class TakeMenu(QObject):
    """Shows and changes `Settings.take`.

    Args:
        button: opens it.
        store: has the settings.
    """

    more_asked = pyqtSignal()  # name, tags and sounds are in the settings
    remote_asked = pyqtSignal()

    def __init__(self, button: QPushButton, store: SettingsStore) -> None:
        super().__init__(button)
        self._button, self._store = button, store
        self.menu = PersistentMenu(button)
        self._countdown = self._choice(
            tr("Countdown"),
            "countdown_s",
            [(s, countdown_words(s)) for s in COUNTDOWNS],
        )
        self._length = self._choice(
            tr("Length"), "length_s", [(s, length_words(s)) for s in LENGTHS]
        )
        self._switches = {
            name: self._switch(words, name)
            for name, words in (
                ("ends_when_left", tr("End when the person leaves")),
                ("arms_start", tr("Start when both arms are raised")),
                ("repetition_sound", tr("Sound for every repetition")),
            )
        }
        self.menu.addSeparator()
        more = QAction(tr("Name, tags, volume…"), self.menu)
        more.triggered.connect(self.more_asked)
        self.menu.addAction(more)
        remote = QAction(f"{tr('A telephone as remote…')}\tP", self.menu)
        remote.triggered.connect(self.remote_asked)
        self.menu.addAction(remote)
        button.clicked.connect(self.open)
        store.changed.connect(self._settings_changed)
        self._show()

    def keys(self) -> tuple[Key, ...]:
        return (Key("T", tr("Countdown and length of takes"), self.open),)

    def open(self) -> None:
        """Let the person choose."""
        place = self._button.mapToGlobal(QPoint(0, self._button.height()))
        place.setX(place.x() + self._button.width() - self.menu.sizeHint().width())
        self.menu.popup(place)
        self.menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choice(
        self, title: str, name: str, values: Sequence[tuple[int, str]]
    ) -> dict[int, QAction]:
        menu = PersistentMenu(title, self.menu)
        self.menu.addMenu(menu)
        group = QActionGroup(menu)
        found = {}
        for value, words in values:
            keep = partial(self._keep_value, name, value)
            found[value] = action = self._action(menu, words, keep)
            group.addAction(action)
        return found

    def _switch(self, words: str, name: str) -> QAction:
        return self._action(self.menu, words, partial(self._keep, name))

    def _action(self, menu: QMenu, words: str, do: Callable[[bool], None]) -> QAction:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.triggered.connect(do)
        menu.addAction(action)
        return action

    def _keep_value(self, name: str, value: int, _: bool) -> None:
        self._keep(name, value)

    def _keep(self, name: str, value: Any) -> None:
        self._store.keep(take=replace(self._store.value.take, **{name: value}))

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.take != after.take:
            self._show()

    def _show(self) -> None:
        take = self._store.value.take
        for actions, chosen in (
            (self._countdown, take.countdown_s),
            (self._length, take.length_s),
        ):
            for value, action in actions.items():
                action.setChecked(value == chosen)
        for name, action in self._switches.items():
            action.setChecked(getattr(take, name))
        self._button.setText(countdown_words(take.countdown_s) if take.countdown_s else "")
        self._button.setAccessibleName(
            tr(
                "Countdown {seconds} s, length: {length}",
                seconds=take.countdown_s,
                length=in_sentence(length_words(take.length_s)),
            )
        )
