"""The windows by keyboard alone: every control is reached, seen to be, named, and pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF, QRect, Qt
from PyQt6.QtGui import QColor, QWheelEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTableWidget,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from posecam.gui.live.about import About
from posecam.gui.live.main_window import MainWindow
from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.review.angle_table import AngleTable
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.take import Take
from posecam.gui.review.trash import TrashDialog
from posecam.gui.review.window import ReviewWindow
from posecam.gui.review.work import Work
from posecam.gui.shared import style
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import DARK
from posecam.session import Session
from posecam.settings import Settings
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import key
from tests.fakes.pixels import rgb_array
from tests.posecam.gui.review.conftest import record_squats

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in its own style, as a person sees it."""
    style.apply(qapp, DARK)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def take(tmp_path: Path) -> Path:
    return record_squats(tmp_path / "takes" / "first")


@pytest.fixture
def review(take: Path, open_review: Callable[..., ReviewWindow], qtbot: QtBot) -> ReviewWindow:
    window = open_review(take.parent)
    window.open(take)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    window.notice.say("A sentence.", "Do it", lambda: None)
    return window


@pytest.fixture
def live(open_window: OpenWindow, clip: str, qtbot: QtBot) -> MainWindow:
    window = open_window(settings=Settings())
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    window.notice.say("A sentence.", "Do it", lambda: None)
    return window


@pytest.fixture(params=["live", "review", "settings", "export", "trash", "about"])
def window(
    request: pytest.FixtureRequest,
    dressed: None,
    take: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> Iterator[QWidget]:
    """Each window and dialog in turn, with all of its controls enabled."""
    work: Work | None = None
    if request.param in {"live", "review"}:
        shown = request.getfixturevalue(request.param)
    elif request.param == "settings":
        shown = SettingsDialog(SettingsStore(), engine_options=list)
    elif request.param == "export":
        shown = ExportDialog(Take(Session.open(take)), tmp_path / "out")
    elif request.param == "trash":
        work = Work()
        shown = TrashDialog([take.parent], work)
    else:
        shown = About()
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    yield shown
    shown.close()
    if work is not None:
        work.close()


def by_tab(window: QWidget) -> list[QWidget]:
    """What Tab goes through, from the first."""
    chain, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return [
        one
        for one in chain
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.isVisibleTo(window)
        and one.isEnabled()
        and one.window() is window
    ]


def pages(window: QWidget) -> Iterator[None]:
    """Once for each page of a window with tabs, with that page shown."""
    found = window.findChildren(QTabWidget)
    if not found:
        yield
    for tabs in found:
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            yield


def controls(window: QWidget) -> list[QWidget]:
    """Everything that can be pressed, chosen or typed in, and is seen."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractScrollArea)
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, kinds)
        and not isinstance(one, QScrollBar)
        and one.isVisibleTo(window)
        and one.isEnabled()
        and one.window() is window
        and one.objectName() not in {"qt_spinbox_lineedit", "qt_tablecornerbutton"}
        and not isinstance(one.parent(), QTableWidget)
        and one.accessibleName() != "Angles over time"  # seen; moved in by the timeline
        and one.objectName() != "frame"  # a scroll area about controls
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "")
    found = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)  # type: ignore[union-attr]
    return next((label.text() for label in found), "")


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_every_control_is_reached_by_tab(window: QWidget) -> None:
    for _ in pages(window):
        missing = [name_of(one) for one in controls(window) if one not in by_tab(window)]
        assert missing == []


def test_tab_goes_as_the_eye_does(window: QWidget) -> None:
    """From each control on to one that is further right, or further down."""
    for _ in pages(window):
        found = by_tab(window)
        assert len(found) > 1
        back = []
        for one, other in pairwise(found):
            here, there = place_of(one), place_of(other)
            right = there.center().x() > here.center().x()
            if not (right or there.center().y() > here.center().y() + 4):
                back.append((name_of(one), name_of(other)))
        assert back == []


def test_every_control_has_a_name_in_words(window: QWidget) -> None:
    for _ in pages(window):
        for one in by_tab(window):
            assert any(letter.isalpha() for letter in name_of(one)), one


def test_what_has_the_focus_has_a_ring_of_two_pixels(window: QWidget, qtbot: QtBot) -> None:
    accent = np.array(QColor(DARK.accent).getRgb()[:3])
    for _ in pages(window):
        for one in by_tab(window):
            if isinstance(one, AngleTable):
                one.setCurrentCell(0, 0)
            one.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.waitUntil(one.hasFocus)
            pixels = rgb_array(one.grab().toImage()).astype(int)
            ring = np.abs(pixels - accent).max(-1) <= 12
            if isinstance(one, QTabBar):
                tab = one.tabRect(one.currentIndex())
                ring = ring[:, tab.left() : tab.right()]
            across, upright = ring.shape[1] // 2, ring.shape[0] // 2
            if one.metaObject().className() == "QTabBar":  # type: ignore[union-attr]
                across = upright = 14
            # From the edge inwards, as far as a corner or a margin of the style may reach.
            assert ring[: ring.shape[0] // 2, across].sum() >= 2, name_of(one)
            assert ring[upright, : ring.shape[1] // 2].sum() >= 2, name_of(one)


def test_the_wheel_over_a_field_changes_nothing(window: QWidget) -> None:
    def value(widget: QWidget) -> object:
        if isinstance(widget, QComboBox):
            return widget.currentIndex()
        assert isinstance(widget, QAbstractSpinBox | QAbstractSlider)
        return widget.property("value")

    seen = 0
    for _ in pages(window):
        for one in controls(window):
            if not isinstance(one, QComboBox | QAbstractSpinBox | QAbstractSlider):
                continue
            before = value(one)
            for step in (-120, 120):
                middle = QPointF(one.rect().center())
                event = QWheelEvent(
                    middle,
                    QPointF(one.mapToGlobal(one.rect().center())),
                    QPoint(),
                    QPoint(0, step),
                    Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier,
                    Qt.ScrollPhase.NoScrollPhase,
                    False,
                )
                QApplication.sendEvent(one, event)
                assert value(one) == before, name_of(one)
                seen += 1
            if isinstance(one, QComboBox):
                one.setFocus()
                for which in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
                    key(one, which)
                    assert value(one) == before, name_of(one)
    assert seen or not isinstance(window, MainWindow | ReviewWindow | SettingsDialog)


def test_every_combo_has_its_arrow(window: QWidget) -> None:
    for _ in pages(window):
        for one in window.findChildren(QComboBox):
            if not one.isVisibleTo(window):
                continue
            pixels = rgb_array(one.grab().toImage()).astype(int)
            middle = slice(pixels.shape[0] // 2 - 8, pixels.shape[0] // 2 + 8)
            right = pixels[middle, -24:-6]
            ground = right[0, 0]
            assert (np.abs(right - ground).max(-1) > 40).sum() >= 8, name_of(one)


def test_space_and_return_press_what_has_the_focus_and_the_shortcut_acts_elsewhere(
    live: MainWindow, qtbot: QtBot
) -> None:
    mirror, turning = live.bar.mirror, live.panel.turning
    mirror.setFocus(Qt.FocusReason.TabFocusReason)
    before = mirror.isChecked()
    for number, which in enumerate((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Space)):
        key(mirror, which)
        assert mirror.isChecked() == (before if number % 2 else not before)
    assert live.panel.turning == turning
    live.video.setFocus()
    key(live.video, Qt.Key.Key_Space)
    assert live.panel.turning != turning or live.panel.view is None
    live.bar.record.setFocus(Qt.FocusReason.TabFocusReason)
    key(live.bar.record, Qt.Key.Key_Return)
    qtbot.waitUntil(live.bar.record.isChecked)
    assert live.bar.record.accessibleName() == "Stop recording"
    key(live.bar.record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not live.bar.record.isChecked())
    assert live.bar.record.accessibleName() == "Record"


def test_space_opens_a_combo_that_has_the_focus(live: MainWindow, qtbot: QtBot) -> None:
    combo = live.bar.chooser.combo
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    key(combo, Qt.Key.Key_Space)
    view = combo.view()
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    combo.hidePopup()


def test_arrows_move_in_a_list_that_has_the_focus_and_play_elsewhere(
    review: ReviewWindow, qtbot: QtBot
) -> None:
    assert review.state.playback is not None
    review.library.setFocus(Qt.FocusReason.TabFocusReason)
    key(review.library, Qt.Key.Key_Up)
    assert review.state.playback.speed == 1.0
    review.player.video.setFocus()
    key(review.player.video, Qt.Key.Key_Up)
    assert review.state.playback.speed == 1.5
    review.table.setFocus(Qt.FocusReason.TabFocusReason)
    review.table.setCurrentCell(2, 0)
    chosen = len(review.table.chosen)
    key(review.table, Qt.Key.Key_Space)
    assert len(review.table.chosen) == chosen + 1
    assert not review.player.playing


def test_return_in_a_field_of_the_settings_presses_no_button(qtbot: QtBot) -> None:
    dialog = SettingsDialog(SettingsStore(Settings(subject_height_cm=190)))
    qtbot.addWidget(dialog)
    pressed: list[str] = []
    for button in dialog.findChildren(QPushButton):
        button.clicked.connect(lambda _, one=button: pressed.append(one.text()))
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for field in (dialog.height_cm, dialog.streams.vmc_address, dialog.streams.vmc):
        field.setFocus()
        key(field, Qt.Key.Key_Return)
    assert pressed == []
    assert dialog.isVisible()
    assert isinstance(dialog.streams.vmc, QCheckBox)
    dialog.defaults.setFocus()
    key(dialog.defaults, Qt.Key.Key_Return)
    assert pressed == ["Defaults"]
    assert dialog.height_cm.value() == Settings().subject_height_cm


def test_another_source_is_asked_about_while_recording(
    open_window: OpenWindow, clip: str, sessions: Path, qtbot: QtBot
) -> None:
    window = open_window(FakeEstimator)
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    window.bar.record.click()
    qtbot.waitUntil(
        lambda: (r := window.pipeline.status().recording) is not None and r.frames_written > 3
    )
    window.sources.choose("demo")
    question = window.recording.question
    assert question is not None
    assert "Demo clip" in question.text() or "demo" in question.text()
    key(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.recording.question is None)
    assert window.pipeline.status().recording is not None
    assert window.bar.chooser.combo.currentText() == "clip.mp4"
    window.sources.choose("demo")
    question = window.recording.question
    assert question is not None
    stop = next(b for b in question.buttons() if "Stop" in b.text())
    stop.click()
    qtbot.waitUntil(lambda: window.sources.spec == "demo")
    qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text())
    assert len(list(sessions.iterdir())) == 1
