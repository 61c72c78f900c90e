"""The dialog of settings and the store that it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posecam.gui.live.settings_dialog import SettingsDialog
from posecam.gui.shared import style
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import DARK, LIGHT
from posecam.settings import ReadoutSettings, Settings
from tests.fakes.hands import click, key
from tests.posecam.gui.conftest import OpenWindow


@pytest.fixture
def store(qapp: object) -> SettingsStore:
    return SettingsStore(Settings(readouts=ReadoutSettings(shown=True), mirror=False))


@pytest.fixture
def dialog(store: SettingsStore, qtbot: QtBot) -> SettingsDialog:
    shown = SettingsDialog(store)
    qtbot.addWidget(shown)
    return shown


def test_every_value_counts_at_once(dialog: SettingsDialog, store: SettingsStore) -> None:
    dialog.height_cm.setValue(184)
    assert store.value.subject_height_cm == 184


def test_what_is_changed_elsewhere_is_shown(dialog: SettingsDialog, store: SettingsStore) -> None:
    store.change(subject_height_cm=190)
    assert dialog.height_cm.value() == 190


def test_a_value_does_not_disturb_what_is_half_typed_in_another_field(
    dialog: SettingsDialog, store: SettingsStore
) -> None:
    dialog.streams.vmc_address.setText("10.0.")
    dialog.smoothness.setValue(80)
    assert store.value.smoothness == 0.8
    assert dialog.streams.vmc_address.text() == "10.0."


def test_the_defaults_leave_what_is_no_matter_of_taste(
    dialog: SettingsDialog, store: SettingsStore
) -> None:
    dialog.height_cm.setValue(184)
    click(dialog.defaults)
    assert store.value == Settings(readouts=ReadoutSettings(shown=True), mirror=False)
    assert dialog.height_cm.value() == Settings().subject_height_cm


def test_settings_that_cannot_be_written_are_told_of_in_the_window(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    window = open_window(settings_path=tmp_path / "config" / "settings.toml")
    click(window.bar.mirror)
    assert "could not be saved" in window.notice.label.text()
    assert window.notice.isVisible()
    window.notice.hide()
    click(window.bar.mirror)
    assert not window.notice.isVisible()


def test_another_language_is_kept_and_begins_with_the_next_start(
    dialog: SettingsDialog, store: SettingsStore
) -> None:
    page = dialog.window_page
    assert page.later.text() == ""
    page.language.setCurrentIndex(page.language.findData("ja"))
    page.language.activated.emit(page.language.currentIndex())
    assert store.value.language == "ja"
    assert page.later.text() == "From the next start of posecam on"
    assert page.language.currentText() == "日本語"
    page.language.activated.emit(page.language.findData("en"))
    assert page.later.text() == ""


def test_the_theme_is_chosen_and_is_seen_at_once(open_window: OpenWindow) -> None:
    window = open_window(settings=Settings(theme="dark"))
    assert window._theme is DARK
    dialog = window.open_settings("Window")
    page = dialog.window_page
    assert page.theme.currentText() == "Dark"
    page.theme.setCurrentIndex(2)
    page.theme.activated.emit(2)
    assert window.settings.theme == "light"
    assert window._theme is LIGHT
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().name() == LIGHT.ground
    page.theme.activated.emit(0)
    assert window._theme is style.current_theme()
    dialog.close()


def test_a_theme_that_there_is_not_is_the_systems(open_window: OpenWindow) -> None:
    window = open_window(settings=Settings(theme="pink"))
    assert window._theme in (DARK, LIGHT)
    dialog = window.open_settings("Window")
    assert dialog.window_page.theme.currentText() == "As the system"
    dialog.close()


def test_the_window_goes_on_beside_the_settings(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    dialog = window.open_settings()
    assert not dialog.isModal()
    assert dialog.window() is window
    edge = window.video.mapTo(window, QPoint(window.video.width(), 0)).x()
    assert dialog.mapTo(window, QPoint()).x() >= edge
    assert dialog.mapTo(window, QPoint(dialog.width(), 0)).x() <= window.width()
    click(window.bar.record)
    qtbot.waitUntil(lambda: window.takes.running)
    assert window.open_settings("Recordings") is dialog
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Recordings"
    click(window.bar.record)
    window.close()
    assert not dialog.isVisible()


def test_what_is_assumed_is_a_chip_that_opens_its_settings(open_window: OpenWindow) -> None:
    window = open_window(settings=Settings(subject_height_cm=182))
    chips = window.panel.chips
    shown = {name: chip.text() for name, chip in chips.items() if chip.isVisible()}
    assert shown == {
        "measured": "Measured: pose, proportions",
        "set": "Set: 182 cm",
        "assumed": "Assumed: view 60°",
        "level": "Level: assumed",
    }
    click(chips["assumed"])
    dialog = window.settings_control.dialog
    assert dialog is not None
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Figure"
    dialog.figure.height_cm.setValue(190)
    assert chips["set"].text() == "Set: 190 cm"
    dialog.close()


@pytest.mark.parametrize("width", [800, 1240])
def test_the_settings_stand_beside_the_image_and_leave_it_by_a_key(
    open_window: OpenWindow, width: int, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(width, 600)
    qtbot.waitUntil(lambda: window.width() == width)
    shares = [size / sum(window.split.sizes()) for size in window.split.sizes()]
    window.video.setFocus()
    window.settings_control.toggle()
    dialog = window.settings_control.dialog
    assert dialog is not None
    for index in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(index)
        QApplication.processEvents()
        assert window.size().width() == width
        assert window.size().height() == 600
    # The image is as wide as it is beside the figure, or wider; the figure makes room for it.
    assert window.video.width() >= 360
    assert window.panel.isVisible() == (width > 1000)
    key(window.video, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.settings_control.dialog is None)
    assert window.panel.isVisible()
    qtbot.wait(20)
    sizes = window.split.sizes()
    assert [size / sum(sizes) for size in sizes] == pytest.approx(shares, abs=0.02)
