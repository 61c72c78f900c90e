"""What a person changes about recordings, each step with its way back. Nothing is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal

from posecam.errors import PosecamError
from posecam.gui.review.state import ReviewState
from posecam.gui.review.undo import Step, Undo
from posecam.gui.review.work import Work
from posecam.gui.shared.keys import Key
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.translation import tr, tr_core
from posecam.session import SessionSummary, delete, rename, repair, restore, set_note, trim
from posecam.session.edit import Deleted


def free_name(folder: Path, ending: str) -> Path:
    """A folder beside this one, of its name and the ending, that nothing has yet."""
    wanted, count = folder.with_name(f"{folder.name}{ending}"), 2
    while wanted.exists():
        wanted, count = folder.with_name(f"{folder.name}{ending} {count}"), count + 1
    return wanted


class Edits(QObject):
    """Trims, renames, notes, deletes and repairs; says what was done, and takes it back.

    Attributes:
        changed: the recordings are to be listed again.
    """

    changed = pyqtSignal()

    def __init__(
        self, state: ReviewState, work: Work, notice: NoticeBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._work, self._notice = state, work, notice
        self.undo = Undo()
        self._offered: set[Path] = set()

    def keys(self) -> tuple[Key, ...]:
        """The key that takes a step back."""
        return (Key("Ctrl+Z", tr("Undo"), self.take_back),)

    def _fail(self, sentence: str) -> None:
        self._notice.say(sentence, alarm=True)
        self.changed.emit()

    def _done(self, sentence: str, take_back: Callable[[], None]) -> None:
        step = self.undo.add(sentence, take_back)
        self._notice.say(sentence, tr("Undo"), lambda: self.take_back(step))
        self.changed.emit()

    def take_back(self, step: Step | None = None) -> None:
        """Undo a step, the newest if none is named."""
        found = self.undo.pop(step)
        if found is None:
            self._notice.say(tr("There is nothing to undo."))
            return
        self._notice.hide()
        try:
            found.take_back()
        except PosecamError as error:
            self._fail(str(error))
        else:
            self._notice.say(tr("Undone: {step}", step=found.sentence))
        self.changed.emit()

    def trim(self, folder: Path, first: float, last: float) -> None:
        """Make a new recording of a stretch, and open it; the old one stays."""
        out = free_name(folder, tr(" trimmed", comment="ending of a name"))
        self._notice.say(tr("Trimming to {name}…", name=out.name))

        def done(new: Path) -> None:
            def take_back() -> None:
                self._put_away(new)
                self._state.open(folder)

            self._notice.hide()
            self._state.open(new)
            self._done(
                tr(
                    "{new} holds {s:.2f} s of {old}.", new=new.name, s=last - first, old=folder.name
                ),
                take_back,
            )

        self._work.start(lambda: trim(folder, first, last, out), done, self._fail)

    def _put_away(self, folder: Path) -> Deleted:
        """Move a session to the trash, let go of it before."""
        if self._state.folder == folder:
            self._state.close()
        return delete(folder)

    def delete(self, folder: Path) -> None:
        """Move a recording to the trash."""
        was_open = self._state.folder == folder
        try:
            gone = self._put_away(folder)
        except PosecamError as error:
            self._fail(str(error))
            return

        def take_back() -> None:
            back = restore(gone)
            if was_open:
                self._state.open(back)

        self._done(tr("{name} is in the trash.", name=folder.name), take_back)

    def rename(self, folder: Path, name: str) -> None:
        """Give a recording another name."""
        try:
            self._rename(folder, name)
        except PosecamError as error:
            self._fail(str(error))
            return
        new = folder.with_name(name.strip())
        if new != folder:
            self._done(
                tr("{old} is now {new}.", old=folder.name, new=new.name),
                lambda: self._rename(new, folder.name),
            )

    def _rename(self, folder: Path, name: str) -> None:
        """Raises PosecamError; the session is open again afterwards in any case."""
        row, was_open = self._state.row, self._state.folder == folder
        if was_open:
            self._state.close()  # Windows renames no folder with open files
        new = folder
        try:
            new = rename(folder, name)
        finally:
            if was_open:
                self._state.open(new, row or 0)

    def note(self, folder: Path, text: str) -> None:
        """Keep a note."""
        try:
            set_note(folder, text)
        except PosecamError as error:
            self._fail(str(error))
        else:
            self.changed.emit()

    def offer_repair(self, summaries: Sequence[SessionSummary]) -> None:
        """Offer to finish what a crash has left, once each."""
        for summary in summaries:
            broken = not summary.finished and not summary.recording and summary.problem is None
            if broken and summary.folder not in self._offered:
                self._offered.add(summary.folder)
                found = (
                    tr("The recording {name} is damaged.", name=summary.name)
                    if summary.damage
                    else tr("The recording {name} was not finished.", name=summary.name)
                )
                self._notice.say(
                    f"{found} {tr('What was written can be kept.')}",
                    tr("Repair"),
                    partial(self.repair, summary.folder),
                )

    def repair(self, folder: Path) -> None:
        """Finish a recording that a crash has left, and open it."""
        self._notice.hide()
        self._state.close()
        self._notice.say(tr("Repairing {name}…", name=folder.name))

        def done(wrong: list[str]) -> None:
            self._notice.hide()
            self._notice.say(
                " ".join([tr("{name} is repaired.", name=folder.name), *map(tr_core, wrong)])
            )
            self.changed.emit()
            self._state.open(folder)

        self._work.start(lambda: repair(folder), done, self._fail)
