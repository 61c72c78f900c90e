"""Trimming, deleting, naming and repairing recordings in the review window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from posecam.gui.review.library import state_of
from posecam.gui.review.window import ReviewWindow
from posecam.session import Session
from tests.fakes.hands import click
from tests.fakes.review_window import number_shown, wait_for

Review = Callable[[Path], ReviewWindow]


def test_trim_makes_a_new_take_and_undo_takes_it_back(
    window: ReviewWindow, takes: Path, qtbot: QtBot
) -> None:
    assert not window.player.transport.trim.isEnabled()
    window.player.seek(20)
    window.state.set_range_end(True)
    window.player.seek(50)
    window.state.set_range_end(False)
    click(window.player.transport.trim)
    new = takes / "first trimmed"
    qtbot.waitUntil(lambda: window.state.folder == new)
    wait_for(window, qtbot, 0)
    assert number_shown(window) == 20
    assert len(Session.open(new)) == 31
    assert len(Session.open(takes / "first")) == 90
    assert [s.name for s in window.library.summaries] == ["second", "first trimmed", "first"]
    window.edits.take_back()
    qtbot.waitUntil(lambda: window.state.folder == takes / "first")
    wait_for(window, qtbot, 0)
    assert not new.exists()
    assert [s.name for s in window.library.summaries] == ["second", "first"]


def test_delete_can_be_undone(window: ReviewWindow, takes: Path, qtbot: QtBot) -> None:
    click(window.head.delete)
    assert not (takes / "first").exists()
    assert window.state.take is None
    qtbot.waitUntil(lambda: [s.name for s in window.library.summaries] == ["second"])
    assert window.notice.button.text() == "Undo"
    click(window.notice.button)
    wait_for(window, qtbot, 0)
    assert (takes / "first").is_dir()
    window.edits.take_back()
    assert window.notice.label.text() == "There is nothing to undo."


def test_name_and_note_are_kept(window: ReviewWindow, takes: Path, qtbot: QtBot) -> None:
    window.player.seek(33)
    wait_for(window, qtbot, 33)
    window.details.name.setText("knees")
    window.details.name.editingFinished.emit()
    wait_for(window, qtbot, 33)
    assert window.state.folder == takes / "knees"
    assert not (takes / "first").exists()
    window.details.note.setPlainText("left knee hurts")
    window.details.note.left.emit()
    assert Session.open(takes / "knees").manifest.note == "left knee hurts"
    window.details.name.setText("second")
    window.details.name.editingFinished.emit()
    assert "already" in window.notice.label.text()
    wait_for(window, qtbot, 33)
    assert window.details.name.text() == "knees"
    window.edits.take_back()
    wait_for(window, qtbot, 33)
    assert window.state.folder == takes / "first"
    assert window.details.note.toPlainText() == "left knee hurts"


def test_a_note_half_typed_is_kept_whatever_comes(
    window: ReviewWindow, takes: Path, qtbot: QtBot
) -> None:
    window.details.note.setPlainText("typed, then another take")
    window.open(takes / "second")
    wait_for(window, qtbot, 0)
    assert Session.open(takes / "first").manifest.note == "typed, then another take"
    window.details.note.setPlainText("typed, then deleted")
    click(window.head.delete)
    window.edits.take_back()
    wait_for(window, qtbot, 0)
    assert window.details.note.toPlainText() == "typed, then deleted"
    window.details.note.setPlainText("typed, then closed")
    window.close()
    assert Session.open(takes / "second").manifest.note == "typed, then closed"


def test_an_unfinished_take_is_offered_for_repair(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    path = takes / "first" / "manifest.json"
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps({**manifest, "state": "recording", "duration": None}))
    window = open_review(takes)
    (first,) = (s for s in window.library.summaries if s.name == "first")
    assert state_of(first) == "Not finished"
    assert "first was not finished" in window.notice.label.text()
    click(window.notice.button)
    qtbot.waitUntil(lambda: window.state.folder == takes / "first")
    wait_for(window, qtbot, 0)
    assert Session.open(takes / "first").warnings == []
    assert {state_of(s) for s in window.library.summaries} == {""}
