"""What a person changes about recordings, each step with its way back. Nothing is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from posecam.errors import PosecamError
from posecam.gui.review.trash import TrashDialog
from posecam.gui.review.undo import Step, Undo
from posecam.gui.review.work import Work
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.session import SessionSummary, delete, rename, repair, restore, set_note, trim
from posecam.session.edit import Deleted

if TYPE_CHECKING:
    from posecam.gui.review.window import ReviewWindow


def free_name(folder: Path, ending: str) -> Path:
    """A folder beside this one, of its name and the ending, that nothing has yet."""
    wanted, count = folder.with_name(f"{folder.name}{ending}"), 2
    while wanted.exists():
        wanted, count = folder.with_name(f"{folder.name}{ending} {count}"), count + 1
    return wanted


class Edits:
    """Trims, renames, notes, deletes and repairs; says what was done, and takes it back."""

    def __init__(self, window: ReviewWindow, work: Work, notice: NoticeBar) -> None:
        self._window, self._work, self._notice = window, work, notice
        self.undo = Undo()
        self._offered: set[Path] = set()
        window.library.forget_asked.connect(self.forget)
        window.shelf.trash_asked.connect(self.open_trash)

    def _fail(self, sentence: str) -> None:
        self._notice.say(sentence, alarm=True)
        self._window.refresh()

    def _done(self, sentence: str, take_back: Callable[[], None]) -> None:
        step = self.undo.add(sentence, take_back)
        self._notice.say(sentence, "Undo", lambda: self.take_back(step))
        self._window.refresh()

    def take_back(self, step: Step | None = None) -> None:
        """Undo a step, the newest if none is named."""
        found = self.undo.pop(step)
        if found is None:
            self._notice.say("There is nothing to undo.")
            return
        self._notice.hide()
        try:
            found.take_back()
        except PosecamError as error:
            self._fail(str(error))
        else:
            self._notice.say(f"Undone: {found.sentence}")
        self._window.refresh()

    def trim(self, folder: Path, first: float, last: float) -> None:
        """Make a new recording of a stretch, and open it; the old one stays."""
        out = free_name(folder, " trimmed")
        self._notice.say(f"Trimming to {out.name}…")

        def done(new: Path) -> None:
            def take_back() -> None:
                self._put_away(new)
                self._window.open(folder)

            self._notice.hide()
            self._window.open(new)
            self._done(f"{new.name} holds {last - first:.2f} s of {folder.name}.", take_back)

        self._work.start(lambda: trim(folder, first, last, out), done, self._fail)

    def _put_away(self, folder: Path) -> Deleted:
        """Move a session to the trash, let go of it before."""
        if self._window.folder == folder:
            self._window.close_take()
        return delete(folder)

    def delete(self, folder: Path) -> None:
        """Move a recording to the trash."""
        was_open = self._window.folder == folder
        try:
            gone = self._put_away(folder)
        except PosecamError as error:
            self._fail(str(error))
            return

        def take_back() -> None:
            back = restore(gone)
            if was_open:
                self._window.open(back)

        self._done(f"{folder.name} is in the trash.", take_back)

    def open_trash(self) -> TrashDialog:
        """Show what was deleted."""
        memory = self._window.memory
        dialog = TrashDialog(memory.places(self._window.sessions), self._work, self._window)
        dialog.restored.connect(self._restored)
        dialog.open()
        return dialog

    def _restored(self, folder: Path) -> None:
        self._notice.say(f"{folder.name} is back.")
        self._window.refresh()

    def forget(self, folder: Path) -> None:
        """Take a recording from another folder off the list."""
        self._window.memory.forget(folder)
        self._window.refresh()

    def rename(self, folder: Path, name: str) -> None:
        """Give a recording another name."""
        try:
            self._rename(folder, name)
        except PosecamError as error:
            self._window.details.show_name(folder.name)
            self._fail(str(error))
            return
        new = folder.with_name(name.strip())
        if new != folder:
            self._done(f"{folder.name} is now {new.name}.", lambda: self._rename(new, folder.name))

    def _rename(self, folder: Path, name: str) -> None:
        """Raises PosecamError; the session is open again afterwards in any case."""
        row, was_open = self._window.player.row, self._window.folder == folder
        if was_open:
            self._window.close_take()  # Windows renames no folder with open files
        new = folder
        try:
            new = rename(folder, name)
        finally:
            if was_open:
                self._window.open(new, row)

    def note(self, folder: Path, text: str) -> None:
        """Keep a note."""
        try:
            set_note(folder, text)
        except PosecamError as error:
            self._fail(str(error))
        else:
            self._window.refresh()

    def offer_repair(self, summaries: Sequence[SessionSummary]) -> None:
        """Offer to finish what a crash has left, once each."""
        for summary in summaries:
            broken = not summary.finished and not summary.recording and summary.problem is None
            if broken and summary.folder not in self._offered:
                self._offered.add(summary.folder)
                state = "is damaged" if summary.damage else "was not finished"
                self._notice.say(
                    f"The recording {summary.name} {state}. What was written can be kept.",
                    "Repair",
                    partial(self.repair, summary.folder),
                )

    def repair(self, folder: Path) -> None:
        """Finish a recording that a crash has left, and open it."""
        self._notice.hide()
        self._window.close_take()
        self._notice.say(f"Repairing {folder.name}…")

        def done(wrong: list[str]) -> None:
            self._notice.hide()
            self._notice.say(" ".join([f"{folder.name} is repaired.", *wrong]))
            self._window.refresh()
            self._window.open(folder)

        self._work.start(lambda: repair(folder), done, self._fail)
