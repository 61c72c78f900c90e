"""The list of recordings: the trash below it, recordings from elsewhere in it, and its window."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import QMimeData, QPointF, Qt, QUrl
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.gui.review.memory import MOST_RECENT, Memory
from posecam.gui.review.trash import TrashDialog, megabytes
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared.settings_store import SettingsStore
from posecam.session.edit import trashed
from posecam.settings import Settings
from tests.fakes.hands import click
from tests.posecam.gui.conftest import OpenWindow
from tests.posecam.gui.review.conftest import record_squats

Review = Callable[..., ReviewWindow]


def names(window: ReviewWindow) -> list[str]:
    return [summary.name for summary in window.library.summaries]


def open_trash(window: ReviewWindow, qtbot: QtBot) -> TrashDialog:
    click(window.shelf.trash)
    (dialog,) = window.findChildren(TrashDialog)
    qtbot.waitUntil(lambda: not window.busy)
    return dialog


def answer(dialog: TrashDialog, words: str) -> None:
    """Press a button of the question."""
    assert dialog.question is not None
    (button,) = (b for b in dialog.question.buttons() if b.text().replace("&", "") == words)
    assert isinstance(button, QAbstractButton)
    click(button)


def test_sizes_for_people() -> None:
    assert [megabytes(size) for size in (0, 64_000, 12_400_000, 3_210_000_000)] == [
        "0.0 MB",
        "0.1 MB",
        "12 MB",
        "3,210 MB",
    ]


def test_what_was_deleted_comes_back_from_the_trash(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    window = open_review(takes)
    window.edits.delete(takes / "first")
    window.edits.delete(takes / "second")
    dialog = open_trash(window, qtbot)
    assert dialog.words.text().startswith("2 recordings, 0.")
    assert [dialog.list.item(row).text().split("\n")[0] for row in range(2)] == ["second", "first"]  # type: ignore[union-attr]
    dialog.list.setCurrentRow(1)
    click(dialog.back)
    qtbot.waitUntil(lambda: names(window) == ["first"])
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert (takes / "first" / "video.mkv").exists()
    assert "first is back" in window.notice.label.text()
    dialog.reject()
    window.edits.take_back()  # of "second"
    qtbot.waitUntil(lambda: names(window) == ["second", "first"])
    window.edits.take_back()  # of "first", which is back already
    assert window.notice.label.text() == "first is not in the trash any more."


def test_the_trash_is_emptied_only_after_a_clear_question(
    open_review: Review, takes: Path, qtbot: QtBot
) -> None:
    window = open_review(takes)
    for name in ("first", "second"):
        window.edits.delete(takes / name)
    dialog = open_trash(window, qtbot)
    click(dialog.empty)
    assert dialog.question is not None
    assert "Remove 2 recordings, 0." in dialog.question.text()
    assert "MB, for good?" in dialog.question.text()
    answer(dialog, "Cancel")
    assert len(trashed(takes)) == 2
    click(dialog.empty)
    answer(dialog, "Empty trash")
    qtbot.waitUntil(lambda: dialog.words.text() == "The trash is empty.")
    assert not (takes / ".trash").exists()
    assert not dialog.empty.isEnabled()
    assert not dialog.back.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("which", ["dialog", "window"])
def test_what_is_being_removed_is_removed_though_everything_is_closed(
    open_review: Review, takes: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    go_on, begun = threading.Event(), threading.Event()
    remove = shutil.rmtree

    def slowly(folder: Path) -> None:
        begun.set()
        go_on.wait(5)
        remove(folder)

    monkeypatch.setattr("posecam.session.edit.shutil.rmtree", slowly)
    window = open_review(takes)
    window.edits.delete(takes / "first")
    dialog = open_trash(window, qtbot)
    click(dialog.empty)
    answer(dialog, "Empty trash")
    qtbot.waitUntil(begun.is_set)
    if which == "dialog":
        dialog.reject()
        go_on.set()
        qtbot.waitUntil(lambda: not window.busy)
    else:
        go_on.set()
        window.close()
    assert not (takes / ".trash").exists()


def test_what_cannot_be_removed_is_said_and_still_listed(
    open_review: Review, takes: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("posecam.session.edit.shutil.rmtree", refuse)
    window = open_review(takes)
    window.edits.delete(takes / "first")
    dialog = open_trash(window, qtbot)
    click(dialog.empty)
    answer(dialog, "Empty trash")
    qtbot.waitUntil(lambda: "first cannot be removed" in dialog.words.text())
    assert dialog.list.count() == 1
    assert dialog.empty.isEnabled()
    dialog.reject()


def test_a_recording_from_elsewhere_is_found_again(
    open_review: Review, takes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    far = record_squats(tmp_path / "far" / "third", minute=2, frames=5)
    store = SettingsStore()
    window = open_review(takes, Memory(store, takes))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(far))])
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: names(window) == ["third", "second", "first"])
    assert store.value.review.recent == (str(far),)
    window.open(takes / "first")
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    assert store.value.review.recent == (str(far),)
    window.close()

    again = open_review(takes, Memory(store, takes))
    assert names(again) == ["third", "second", "first"]
    third, second, _ = again.library.summaries
    (forget,) = (a for a in again.library.menu(third).actions() if a.text() == "Take off the list")
    assert not [
        a
        for a in again.library.menu(second).actions()
        if a.text() == "Take off the list" and a.isEnabled()
    ]
    again.edits.delete(far)
    qtbot.waitUntil(lambda: names(again) == ["second", "first"])
    dialog = open_trash(again, qtbot)
    item = dialog.list.item(0)
    assert item is not None
    assert item.text().endswith("from far")
    click(dialog.back)
    qtbot.waitUntil(lambda: names(again) == ["third", "second", "first"])
    dialog.reject()
    forget.trigger()
    qtbot.waitUntil(lambda: names(again) == ["second", "first"])
    assert list(store.value.review.recent) == []
    assert far.is_dir()


def test_only_so_many_from_elsewhere_are_remembered(qapp: object, tmp_path: Path) -> None:
    memory = Memory(SettingsStore(), tmp_path / "home")
    assert not memory.remember(tmp_path / "home" / "take")
    for number in range(MOST_RECENT + 5):
        assert memory.remember(tmp_path / "far" / str(number))
    assert not memory.remember(tmp_path / "far" / "10")
    assert len(memory.recent) == MOST_RECENT
    assert memory.recent[0] == tmp_path / "far" / "10"


def test_the_window_comes_back_as_it_was(
    open_window: OpenWindow, sessions: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    record_squats(sessions / "one", frames=5)
    far = record_squats(tmp_path / "far" / "two", frames=5)
    path = tmp_path / "settings.toml"
    window = open_window(settings=Settings(), settings_path=path)
    window.recordings.show(far)
    review = window.recordings.review
    assert review is not None
    qtbot.waitUntil(lambda: review.state.row == 0 and not review.busy)
    assert len(review.library.summaries) == 2
    review.setGeometry(30, 20, 1100, 720)
    wanted = ([350, 750], [300, 250], [400, 220], [300, 430])
    for split, parts in zip(review.splits, wanted, strict=True):
        split.setSizes(parts)
    qtbot.wait(50)
    sizes = [split.sizes() for split in review.splits]
    window.close()

    kept, warning = settings_file.load(path)
    assert not warning
    assert kept.review.recent == (str(far),)
    again = open_window(settings=kept, settings_path=path)
    again.recordings.show()
    new = again.recordings.review
    assert new is not None
    qtbot.waitExposed(new)
    assert (new.width(), new.height()) == (1100, 720)
    for split, before in zip(new.splits, sizes, strict=True):
        assert split.sizes() == pytest.approx(before, abs=1)
    qtbot.waitUntil(lambda: len(new.library.summaries) == 2)
