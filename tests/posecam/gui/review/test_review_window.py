"""The window of recordings, by mouse and keyboard."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, Qt
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from posecam.gui.bench.review import measure_window
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.timeline import MARKED, marker_words
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared.keys import KeySheet
from tests.fakes.hands import click, click_at, key
from tests.fakes.pixels import rgb_array
from tests.fakes.review_window import number_shown, wait_for
from tests.posecam.session.sessions import edit_manifest, record

Review = Callable[[Path], ReviewWindow]


def test_the_list_is_newest_first_with_images(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    window = open_review(takes)
    assert [s.name for s in window.library.summaries] == ["second", "first"]
    assert window.library.has_images == {takes / "first", takes / "second"}
    assert (takes / "first" / "thumbnail.jpg").exists()
    place = window.library.visualItemRect(window.library.item(1)).center()
    click_at(window.library.viewport(), place)  # type: ignore[arg-type]
    wait_for(window, qtbot, 0)
    assert window.state.folder == takes / "first"
    assert "first" in window.windowTitle()


def test_keys_step_and_jump_with_video_figure_and_cursor_in_step(
    window: ReviewWindow, qtbot: QtBot
) -> None:
    for which, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 89),
        (Qt.Key.Key_Left, 88),
        (Qt.Key.Key_Home, 0),
    ):
        key(window, which)
        wait_for(window, qtbot, row)
        assert number_shown(window) == row
        result = window.player.video.result
        assert result is not None
        assert result.poses[0].frame_id == row
        assert window.plot.seconds == pytest.approx(row / 30, abs=1e-4)
        assert f"frame {row}" in window.player.transport.place.text()


def test_dragging_the_timeline_scrubs(window: ReviewWindow, qtbot: QtBot) -> None:
    line = window.player.timeline
    for seconds in (2.0, 0.5, 1.5):
        click_at(line, QPoint(round(line.x_of(seconds)), line.height() - 10))
        assert window.state.playback is not None
        row = window.state.playback.row
        assert row / 30 == pytest.approx(seconds, abs=0.05)
        wait_for(window, qtbot, row)
        assert number_shown(window) == row


def test_it_plays_at_the_speed_asked_for_and_loops(window: ReviewWindow, qtbot: QtBot) -> None:
    player = window.player
    player.seek(10)
    key(window, Qt.Key.Key_I)
    player.seek(25)
    key(window, Qt.Key.Key_O)
    key(window, Qt.Key.Key_L)
    key(window, Qt.Key.Key_Up)  # 1.5
    player.seek(10)
    wait_for(window, qtbot, 10)
    shown: list[int] = []
    window.state.row_changed.connect(shown.append)
    key(window, Qt.Key.Key_Space)
    began = time.monotonic()
    # Twice round 16 frames at 45 frames a second.
    qtbot.waitUntil(lambda: sum(b < a for a, b in itertools.pairwise(shown)) >= 2)
    assert time.monotonic() - began > 0.6
    assert set(shown) <= set(range(10, 26))
    key(window, Qt.Key.Key_Space)
    assert not player.playing
    assert window.state.playback is not None
    assert window.state.playback.speed == 1.5


def test_of_takes_opened_in_a_hurry_the_last_is_shown(
    window: ReviewWindow, takes: Path, qtbot: QtBot
) -> None:
    for name in ("second", "first", "second", "first", "second"):
        window.open(takes / name)
        window.player.step(1)
    wait_for(window, qtbot, 0)
    assert window.state.folder == takes / "second"
    assert window.state.take is not None
    assert len(window.state.take.times) == 60
    window.open(takes / "first")
    window.close()  # while it is read: ends without a thread left


def test_what_cannot_be_opened_is_one_sentence(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    path = takes / "first" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 99}))
    window = open_review(takes)
    window.open(takes / "first")
    qtbot.waitUntil(lambda: window.player.video.message[0] == "Can't open this recording")
    assert "later version" in window.player.video.message[1]
    assert window.state.take is None


def test_without_its_video_the_figure_still_plays(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    (takes / "first" / "video.mkv").unlink()
    window = open_review(takes)
    window.open(takes / "first")
    wait_for(window, qtbot, 0)
    assert "No image" in window.player.video.hint
    assert "video is missing" in window.details.facts.text()
    key(window, Qt.Key.Key_Right)
    wait_for(window, qtbot, 1)
    assert window.player.video.result is not None
    assert window.player.video.result.frame.image.shape == (240, 320, 3)


def test_the_export_dialog_writes_what_is_chosen(
    window: ReviewWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = window.open_export()
    assert isinstance(dialog, ExportDialog)
    for name, box in dialog.formats.items():
        box.setChecked(name in {"csv", "trc", "npz"})
    dialog.order.setCurrentIndex(1)
    dialog.out.setText(str(tmp_path / "out"))
    click(dialog.start)
    assert not dialog.start.isEnabled()
    assert not dialog.show_folder.isVisible()
    qtbot.waitUntil(lambda: "files are in" in dialog.said.text())
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "first.csv", "first.trc", "first.npz",
    }  # fmt: skip
    assert np.load(tmp_path / "out" / "first.npz")["joints_3d"].shape == (90, 17, 3)
    click(dialog.start)
    qtbot.waitUntil(lambda: "is there already" in dialog.said.text())
    dialog.force.setChecked(True)
    click(dialog.start)
    qtbot.waitUntil(lambda: "files are in" in dialog.said.text())
    click(dialog.leave)
    assert not dialog.isVisible()


def test_the_sheet_lists_the_keys(window: ReviewWindow) -> None:
    key(window, Qt.Key.Key_Question)
    (sheet,) = window.findChildren(KeySheet)
    assert sheet.isVisible()
    sheet.close()


def test_a_folder_without_recordings_is_an_empty_list_with_nothing_to_press(
    open_review: Review, tmp_path: Path
) -> None:
    window = open_review(tmp_path / "nothing")
    assert window.library.summaries == []
    assert not window.notice.isVisible()
    assert window.player.video.message[0] == "No recordings yet"
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit)
    usable = {
        one.accessibleName() or one.text()  # type: ignore[union-attr]
        for one in window.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisibleTo(window) and one.isEnabled()
    }
    assert usable == {"Open…", "Trash…"}


def test_the_newest_recording_is_opened_at_first(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    window = open_review(takes)
    qtbot.waitUntil(lambda: window.state.row == 0)
    assert window.state.folder == takes / "second"
    assert window.player.transport.play.isEnabled()
    window.state.close()
    window.refresh()
    qtbot.waitUntil(lambda: not window.busy)
    assert window.state.take is None  # what was closed stays closed
    assert not window.player.transport.play.isEnabled()


class LayoutsCounted(QObject):
    """Notes which widgets are asked to lay themselves out anew."""

    def __init__(self, application: QObject) -> None:
        super().__init__()
        self.widgets: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, one: QObject | None, event: QEvent | None) -> bool:  # noqa: N802 (Qt)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self.widgets.append(type(one).__name__)
        return False


def test_a_step_lays_nothing_out_anew(
    window: ReviewWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.player.seek(20)
    wait_for(window, qtbot, 20)
    counted = LayoutsCounted(qapp)
    for row in range(21, 26):
        window.player.step(1)
        wait_for(window, qtbot, row)
    qapp.removeEventFilter(counted)
    assert counted.widgets == []


def test_a_step_is_painted_within_50_ms(open_review: Review, takes: Path) -> None:
    """`posecam bench 30 --session --window` measures the same in half an hour of 1280 x 720."""
    window = open_review(takes)
    found = measure_window(window, takes / "first", steps=30)
    assert found.frames == 90
    assert max(found.jump_ms["median"], found.on_ms["median"], found.back_ms["median"]) < 50
    assert found.open_s < 1
    lines = measure_window(window, takes / "second", steps=5, indexed=False)
    assert (lines.frames, lines.indexed) == (60, False)


def test_markers_are_flags_on_the_timeline_that_keys_go_to(
    open_review: Review, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = record(tmp_path / "take")
    markers = [{"seconds": 1.0, "name": ""}, {"seconds": 2.0, "name": "knee in"}]
    edit_manifest(folder, markers=markers, tags=["left", "after"])
    window = open_review(tmp_path)
    window.open(folder)
    qtbot.waitUntil(lambda: window.state.row is not None)
    line, playback = window.player.timeline, window.state.playback
    assert playback is not None
    key(window, Qt.Key.Key_PageDown)
    assert playback.row == 30
    key(window, Qt.Key.Key_PageDown)
    key(window, Qt.Key.Key_PageDown)
    assert playback.row == 60
    key(window, Qt.Key.Key_PageUp)
    assert playback.row == 30
    marker = line.marker_at(line.x_of(2.0) + 3)
    assert marker is not None
    assert marker_words(line._markers, marker) == "Marker 2: knee in, 00:02.00"
    assert line.marker_at(line.x_of(1.5)) is None
    pixels = rgb_array(line.grab().toImage())
    flags = np.argwhere((pixels == MARKED.getRgb()[:3]).all(-1))
    for seconds in (1.0, 2.0):
        assert np.abs(flags[:, 1] - line.x_of(seconds)).min() < 4
    assert "Tags: left, after" in window.details.facts.text()
