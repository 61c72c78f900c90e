"""Keys with what they do."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from posecam.gui.shared.keys import Key, KeySheet, add_key_actions
from tests.fakes.hands import key


def test_a_key_does_its_work_and_the_sheet_lists_it(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    add_key_actions(window, (Key("R", "Record, stop", lambda: done.append("record")),))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    key(window, Qt.Key.Key_R)
    assert done == ["record"]
    key(window, Qt.Key.Key_Question)
    (sheet,) = window.findChildren(KeySheet)
    assert {label.text() for label in sheet.findChildren(QLabel)} >= {"R", "Record, stop"}
    sheet.close()


def nothing() -> None: ...


@pytest.mark.parametrize("again", ["R", "r", "?"])
def test_one_key_cannot_do_two_things(qtbot: QtBot, again: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keys = (Key("R", "Record, stop", nothing), Key(again, "Repair", nothing))
    with pytest.raises(ValueError, match="Repair"):
        add_key_actions(window, keys)
    assert window.actions() == []
