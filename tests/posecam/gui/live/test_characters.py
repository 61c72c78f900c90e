"""A character of the person's own in the window: opened, dropped, remembered, taken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PyQt6.QtGui import QDragEnterEvent, QDropEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.cli import main
from posecam.gui.live.main_window import MainWindow
from posecam.gui.review.memory import Memory
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared.settings_store import SettingsStore
from posecam.settings import Settings
from tests.fakes.characters import ROBOT, SPRITE, write
from tests.fakes.motion import body, record_motion
from tests.posecam.gui.conftest import OpenWindow

pytestmark = pytest.mark.usefixtures("needs_gl")


COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def dragged(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def drop(window: MainWindow, path: Path) -> None:
    mime = dragged(path)
    window.dropEvent(QDropEvent(QPointF(50, 50), COPY, mime, LEFT, NONE))


def shift_b(window: MainWindow) -> None:
    test: Any = QTest  # PyQt's stubs take its functions for methods
    test.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)


def drag_onto(widget: QWidget, path: Path) -> bool:
    """Drag a file over a widget and let go; whether it was welcome."""
    mime = dragged(path)
    enter = QDragEnterEvent(QPoint(20, 20), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), COPY, mime, LEFT, NONE))
    return enter.isAccepted()


def wears(window: MainWindow, name: str) -> bool:
    character = window.characters.character
    view = window.panel.view
    assert view is not None
    assert view.character is character
    return character is not None and character.name == name


def test_a_character_that_is_opened_is_worn_and_remembered(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file, path = write(tmp_path / "robot.glb"), tmp_path / "settings.toml"
    window = open_window(settings_path=path)
    window.characters.open(file)
    qtbot.waitUntil(lambda: wears(window, "robot"))
    assert window.characters.button.text() == "robot"
    window.close()
    kept, _ = settings_file.load(path)
    assert kept.character == str(file)
    again = open_window(settings=kept, settings_path=path)
    again.characters.start()
    qtbot.waitUntil(lambda: wears(again, "robot"))
    again.characters.take_off()
    assert again.characters.character is None
    assert settings_file.load(path)[0].character == ""


def test_one_that_is_dropped_on_the_window_or_on_the_3d_view_is_worn(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    drop(window, write(tmp_path / "robot.glb"))
    qtbot.waitUntil(lambda: wears(window, "robot"))
    assert window.panel.view is not None
    assert drag_onto(window.panel.view, write(tmp_path / "sprite.vrm", SPRITE))
    qtbot.waitUntil(lambda: wears(window, "sprite"))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("chair.fbx", b"Kaydara", "chair.fbx is no character that can be read"),
        ("cut.glb", b"glTF\2\0\0\0\xff\xff\0\0", "cut.glb cannot be read: the file is cut off."),
    ],
)
def test_what_is_none_is_said_and_the_character_stays(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    window = open_window()
    source = window.settings.source
    window.characters.open(write(tmp_path / "robot.glb"))
    qtbot.waitUntil(lambda: wears(window, "robot"))
    (tmp_path / name).write_bytes(data)
    drop(window, tmp_path / name)
    qtbot.waitUntil(lambda: sentence in window.notice.label.text())
    assert wears(window, "robot")
    assert window.settings.source == source
    assert window.settings.character.endswith("robot.glb")


def test_a_key_goes_back_to_the_mannequin_and_to_the_character_again(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "robot.glb")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window = open_window()
    shift_b(window)  # there was none yet: it asks for one
    qtbot.waitUntil(lambda: wears(window, "robot"))
    shift_b(window)
    assert window.characters.character is None
    shift_b(window)
    qtbot.waitUntil(lambda: wears(window, "robot"))


def test_the_settings_change_it_and_forget_a_file_that_is_none(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [write(tmp_path / "robot.glb"), tmp_path / "gone.glb"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(files[0]), ""))
    window = open_window()
    page = window.open_settings("Window").window_page
    page.character.open_button.click()
    qtbot.waitUntil(lambda: wears(window, "robot"))
    files.reverse()
    page.character.open_button.click()
    qtbot.waitUntil(lambda: "gone.glb cannot be opened" in window.notice.label.text())
    assert wears(window, "robot")
    assert window.settings.character == str(files[1])
    assert page.character.open_button.text() == "robot.glb"
    page.character.back_button.click()
    assert window.characters.character is None
    window.open_settings().close()


def test_one_that_is_put_on_shows_though_there_were_sticks(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.panel.set_sticks(True)
    window.characters.open(write(tmp_path / "robot.glb"))
    qtbot.waitUntil(lambda: wears(window, "robot"))
    assert window.panel.view is not None
    assert not window.panel.view.sticks


def test_the_last_of_two_that_are_opened_at_once_is_worn(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.characters.open(write(tmp_path / "one.glb", replace(ROBOT, rings=40)))
    window.characters.open(write(tmp_path / "two.glb"))
    qtbot.waitUntil(lambda: not window.characters.busy and wears(window, "two"))
    qtbot.wait(50)
    assert wears(window, "two")


def test_recordings_are_reviewed_with_the_same_character(
    open_review: Callable[..., ReviewWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    file = write(tmp_path / "robot.glb")
    store = SettingsStore(Settings(character=str(file)))
    home = tmp_path / "takes"
    record_motion(home / "take", body(4), np.arange(4) / 30)
    review = open_review(home, Memory(store, home))
    characters = review.player.characters
    qtbot.waitUntil(lambda: characters.character is not None)
    assert characters.path == file
    store.change(character="")  # in the window with the camera
    assert characters.character is None
    store.change(character=str(write(tmp_path / "sprite.vrm", SPRITE)))
    qtbot.waitUntil(lambda: characters.character is not None)
    assert characters.path == tmp_path / "sprite.vrm"
    qtbot.waitUntil(lambda: review.state.row == 0 and not review.busy)
    view = review.player.panel.view
    assert view is not None
    assert drag_onto(view, file)
    qtbot.waitUntil(lambda: characters.path == file)
    assert store.value.character == str(file)
    (tmp_path / "text.txt").write_text("no model")
    assert not drag_onto(view, tmp_path / "text.txt")


@pytest.mark.parametrize("command", ["run", "review"])
def test_the_command_line_says_what_cannot_be_moved_and_opens_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "cut.glb"
    path.write_bytes(write(tmp_path / "whole.glb").read_bytes()[:5000])
    assert main([command, "--character", str(path)]) == 2
    assert "cut.glb cannot be read: the file is cut off." in capsys.readouterr().err
