"""What was deleted: to be brought back, or removed for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posecam.errors import PosecamError
from posecam.gui.review.work import Work
from posecam.gui.shared.durations import date_and_time
from posecam.gui.shared.translation import plural, tr, tr_core
from posecam.gui.shared.window_place import StaysOnScreen
from posecam.session import Deleted, restore
from posecam.session.edit import empty_trash, trashed

_DELETED: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = (560, 380)


def megabytes(size: int) -> str:
    """A size for people: "0.4 MB", "12 MB"."""
    value = size / 1e6
    return tr("{mb:.1f} MB", mb=value) if value < 10 else tr("{mb:,.0f} MB", mb=value)


def amount(found: Sequence[tuple[Deleted, int]]) -> str:
    """How much there is: "3 recordings, 120 MB"."""
    size = megabytes(sum(size for _, size in found))
    return plural("%n recording, {size}", "%n recordings, {size}", len(found), size=size)


def _read(places: Sequence[Path]) -> list[tuple[Deleted, int]]:
    """What is in the trash of these folders with its size on disk, the last deleted first."""
    found = [(deleted, deleted.bytes()) for place in places for deleted in trashed(place)]
    return sorted(found, key=lambda one: one[0].folder.name, reverse=True)


class TrashDialog(QDialog):
    """Lists the trash of some folders. Nothing is removed without being asked once more."""

    restored = pyqtSignal(object)  # Path

    def __init__(self, places: Sequence[Path], work: Work, parent: QWidget | None = None) -> None:
        """
        Args:
            places: folders of sessions, the one that most are in first.
            work: done there beside the window; what it has begun it finishes.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Trash"))
        self.resize(*_SIZE)
        StaysOnScreen(self)
        self._places = list(places)
        self._found: list[tuple[Deleted, int]] = []
        self._work, self._open = work, True
        self.question: QMessageBox | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Deleted recordings, the last deleted first"))
        self.list.setSpacing(2)
        self.list.itemActivated.connect(lambda _: self.restore())
        self.list.currentRowChanged.connect(lambda _: self._dress())
        self.words = QLabel(tr("Reading the trash…"))
        self.words.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.back, self.empty = QPushButton(tr("Restore")), QPushButton(tr("Empty trash…"))
        self.back.clicked.connect(self.restore)
        self.empty.clicked.connect(self.ask)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.empty, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for widget in (self.words, self.list, buttons):
            layout.addWidget(widget)
        self._dress()
        self.refresh()

    def refresh(self) -> None:
        """Read the trash again."""
        self._work.start(partial(_read, self._places), self._show, self._say)

    def _say(self, sentence: str) -> None:
        if self._open:
            self.words.setText(sentence)

    def _show(self, found: list[tuple[Deleted, int]]) -> None:
        if not self._open:
            return
        self._found = found
        self.list.clear()
        for deleted, size in found:
            about = tr("deleted {when}", when=date_and_time(deleted.when)) + f" · {megabytes(size)}"
            if deleted.place.parent != self._places[0]:
                about += f" · {tr('from {folder}', folder=deleted.place.parent.name)}"
            item = QListWidgetItem(f"{deleted.place.name}\n{about}")
            item.setData(_DELETED, deleted)
            item.setToolTip(str(deleted.place))
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        self.words.setText(
            tr(
                "{amount}. Each can be brought back until the trash is emptied.",
                amount=amount(found),
            )
            if found
            else tr("The trash is empty.")
        )
        self._dress()

    def _dress(self) -> None:
        self.back.setEnabled(self.list.currentItem() is not None)
        self.empty.setEnabled(bool(self._found))

    def restore(self) -> None:
        """Bring back what is marked."""
        item = self.list.currentItem()
        if item is None:
            return
        try:
            folder = restore(item.data(_DELETED))
        except PosecamError as error:
            self.words.setText(tr_core(str(error)))
            return
        self.restored.emit(folder)
        self.refresh()

    def ask(self) -> None:
        """Ask whether to remove what is listed for good."""
        which = [deleted for deleted, _ in self._found]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Empty trash"))
        box.setText(tr("Remove {size}, for good?", size=amount(self._found)))
        box.setInformativeText(tr("This cannot be undone."))
        remove = box.addButton(tr("Empty trash"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: self._remove(which) if button is remove else None)
        self.question = box
        box.open()

    def _remove(self, which: list[Deleted]) -> None:
        self.words.setText(tr("Emptying the trash…"))
        self.back.setEnabled(False)
        self.empty.setEnabled(False)

        def removed(_: None) -> None:
            if self._open:
                self.refresh()

        self._work.start(partial(empty_trash, which), removed, self._not_removed)

    def _not_removed(self, sentence: str) -> None:
        def show(found: list[tuple[Deleted, int]]) -> None:
            self._show(found)
            self._say(sentence)

        self._work.start(partial(_read, self._places), show, self._say)

    def done(self, result: int) -> None:
        """What is being removed is removed nevertheless."""
        self._open = False
        super().done(result)
