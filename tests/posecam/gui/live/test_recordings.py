"""From the live window to the recordings, and what the program says about itself."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QMimeData, QPointF, Qt, QUrl
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from posecam import __version__
from posecam.gui.live.about import About, CardDialog
from posecam.gui.shared.keys import KeySheet
from posecam.session import Recorder
from tests.fakes.hands import click, key
from tests.fakes.people import make_frame, make_result
from tests.posecam.gui.conftest import OpenWindow


def record(folder: Path) -> Path:
    recorder = Recorder(folder, source="camera", info=None, engine={}, settings={})
    for number in range(5):
        frame = make_frame(number)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
    recorder.close()
    return folder


def test_the_button_opens_the_recordings_and_they_close_with_the_window(
    open_window: OpenWindow, sessions: Path, qtbot: QtBot
) -> None:
    record(sessions / "one")
    window = open_window()
    click(window.bar.recordings)
    review = window.recordings.review
    assert review is not None
    qtbot.waitUntil(lambda: [s.name for s in review.library.summaries] == ["one"])
    review.close()
    click(window.bar.recordings)
    again = window.recordings.review
    assert again is not None
    assert again is not review
    qtbot.waitUntil(lambda: len(again.library.summaries) == 1)
    window.close()
    assert again.closed


def test_a_session_dropped_into_the_window_is_opened(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = record(tmp_path / "elsewhere" / "take")
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    window.dropEvent(
        QDropEvent(
            QPointF(100, 100),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    review = window.recordings.review
    assert review is not None
    qtbot.waitUntil(lambda: review.state.row == 0)
    assert review.state.folder == folder


def test_a_finished_recording_can_be_looked_at(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled, timeout=5000)
    click(window.bar.record)
    qtbot.wait(500)
    click(window.bar.record)
    qtbot.waitUntil(lambda: window.notice.button.text() == "Open recording", timeout=5000)
    click(window.notice.button)
    review = window.recordings.review
    assert review is not None
    qtbot.waitUntil(lambda: review.state.row == 0, timeout=5000)


def test_keys_and_about_are_a_key_away(open_window: OpenWindow) -> None:
    window = open_window()
    key(window, Qt.Key.Key_Question)
    (sheet,) = window.findChildren(KeySheet)
    assert sheet.isVisible()
    sheet.close()
    key(window, Qt.Key.Key_F1)
    (about,) = window.findChildren(About)
    assert about.isVisible()
    assert about.windowTitle() == "About posecam"
    assert any(__version__ in label.text() for label in about.findChildren(QLabel))
    assert len(about.cards) >= 2
    for button in about.cards.values():
        click(button)
    shown = about.findChildren(CardDialog)
    assert len(shown) == len(about.cards)
    assert all("Model card" in card.text.toPlainText() for card in shown)
    for card in shown:
        card.close()
    about.close()
