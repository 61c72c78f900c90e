"""The windows in every language, at the smallest size: nothing that they say is cut off."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PyQt6.QtCore import QCoreApplication, QPoint, QRect
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from posecam.capture import CaptureState, SourceInfo
from posecam.catalogue import ENGLISH, LANGUAGES
from posecam.gui.live.about import About
from posecam.gui.live.main_window import MainWindow
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.trash import TrashDialog
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared import style
from posecam.gui.shared.keys import KeySheet
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.translation import put_on
from posecam.settings import ReadoutSettings, Settings
from tests.posecam.gui.review.conftest import record_squats

SIZE: Final = (800, 600)
#: Logical pixels that a combo needs beside its words.
_ARROW: Final = 24
#: Languages without spaces break their lines anywhere.
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    name: str = request.param
    put_on(qapp, name)
    assert isinstance(qapp, QApplication)
    style.apply(qapp, DARK)
    yield name
    put_on(qapp, ENGLISH)


def short_of_room(window: QWidget) -> list[str]:
    """What is seen of a window and does not show all of its words."""
    QApplication.processEvents()
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window) or one.window() is not window:
            continue
        if one.objectName().startswith("qt_") or one.size().isEmpty():
            continue
        area = one.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(one, 0, 0)
        if words := _cut(one, window):
            found.append(f"{type(one).__name__}: {words}")
    return found


def _cut(one: QWidget, window: QWidget) -> str:
    metrics, room = one.fontMetrics(), one.contentsRect().width()
    if isinstance(one, QLabel):
        text = re.sub("<[^>]*>", "", one.text().replace("<br>", "\n"))
        if one.wordWrap():
            pieces = list(text) if _UNSPACED.search(text) else text.split()
            longest = max(map(metrics.horizontalAdvance, pieces), default=0)
            if one.heightForWidth(one.width()) > one.height() + 1 or longest > room:
                return text
            return ""
        widest = max(map(metrics.horizontalAdvance, text.split("\n")), default=0)
        return text if widest > room + 1 and "…" not in text else ""
    if isinstance(one, QTabWidget):
        bar = one.tabBar()
        assert bar is not None
        return "" if bar.sizeHint().width() <= one.width() else "tabs"
    if isinstance(one, QTableWidget):
        header = one.horizontalHeader()
        assert header is not None
        for column in range(one.columnCount()):
            item = one.horizontalHeaderItem(column)
            words = item.text() if item is not None else ""
            if metrics.horizontalAdvance(words) > header.sectionSize(column):
                return words
        return ""
    if isinstance(one, QLineEdit):
        words = one.placeholderText()
        return words if metrics.horizontalAdvance(words) > room else ""
    if not isinstance(one, QAbstractButton | QComboBox):
        return ""
    name = one.text() if isinstance(one, QAbstractButton) else one.currentText()
    inside = window.rect().contains(QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
    whole = one.visibleRegion().boundingRect() == one.rect()
    needed = one.sizeHint().width() if isinstance(one, QCheckBox) else one.minimumSizeHint().width()
    if isinstance(one, QComboBox):
        needed = metrics.horizontalAdvance(name) + _ARROW
        if one.minimumContentsLength():  # names of cameras and recordings may be of any length
            needed = 0
    return "" if inside and whole and one.width() >= needed else name or one.accessibleName()


def all_shown(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Layouts settle in some turns of the loop."""
    with contextlib.suppress(QtTimeoutError):
        qtbot.waitUntil(lambda: short_of_room(window) == [], timeout=1500)
    keep(window, name)
    assert short_of_room(window) == []


def press(window: QWidget, keys: str) -> None:
    """Do what a key does, whichever window is the active one."""
    next(one for one in window.actions() if one.shortcut().toString() == keys).trigger()


def keep(window: QWidget, name: str) -> None:
    """Save what is seen where a person asked for it."""
    if folder := os.environ.get("POSECAM_LANGUAGE_IMAGES"):
        QApplication.processEvents()
        path = Path(folder) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        assert window.grab().save(str(path))


@pytest.mark.usefixtures("qapp")
def test_the_fonts_here_can_write_every_language() -> None:
    """Without them the other tests would measure boxes in place of letters."""
    for system in (
        QFontDatabase.WritingSystem.Japanese,
        QFontDatabase.WritingSystem.SimplifiedChinese,
    ):
        assert QFontDatabase.families(system), "install fonts-droid-fallback or fonts-noto-cjk"


def test_the_live_window_shows_all_of_its_words(
    language: str, open_window: Callable[..., MainWindow], clip: str, qtbot: QtBot
) -> None:
    readouts = ReadoutSettings(True, ("knee_flexion", "hip_abduction"), "knee_flexion")
    window = open_window(settings=Settings(readouts=readouts))
    window.resize(*SIZE)
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    window.bar.modes.show()
    window.bar.modes.refresh(CaptureState("live", info=SourceInfo(1280, 720), fps=30.0))
    window.readouts.refresh()
    all_shown(qtbot, window, f"{language}-live")
    for tab in range(window.open_settings().tabs.count()):
        dialog = window.open_settings()
        dialog.tabs.setCurrentIndex(tab)
        all_shown(qtbot, dialog, f"{language}-settings-{tab}")
    dialog.close()
    press(window, "?")
    press(window, "F1")
    for kind in (About, KeySheet):
        one = window.findChild(kind)
        assert isinstance(one, QWidget)
        all_shown(qtbot, one, f"{language}-{kind.__name__.lower()}")
        one.close()
    window.stage.toggle()
    qtbot.waitUntil(lambda: window.stage.on)
    window.stage.bar.wake()
    all_shown(qtbot, window, f"{language}-stage")


def test_the_window_of_recordings_shows_all_of_its_words(
    language: str, open_review: Callable[..., ReviewWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    take = record_squats(tmp_path / "takes" / "first")
    record_squats(tmp_path / "takes" / "second", minute=1, frames=30)
    window = open_review(take.parent)
    window.resize(*SIZE)
    all_shown(qtbot, window, f"{language}-empty")
    window.open(take)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    window.state.compare(take.parent / "second")
    qtbot.waitUntil(lambda: window.state.ghost is not None)
    all_shown(qtbot, window, f"{language}-review")
    assert window.state.take is not None
    export = ExportDialog(window.state.take, tmp_path, window, (0.5, 1.5))
    export.show()
    export.resize(export.width(), SIZE[1] - 40)
    all_shown(qtbot, export, f"{language}-export")
    export.close()
    press(window, "Ctrl+Del")
    trash = window.findChild(TrashDialog)
    assert trash is not None
    all_shown(qtbot, trash, f"{language}-trash")
    trash.close()
