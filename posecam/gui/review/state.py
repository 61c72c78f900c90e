"""What the window of recordings shows: a take, a place and a range in it, another one beside."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PyQt6.QtCore import QObject, pyqtSignal

from posecam.gui.review.ghost import Ghost, same_session
from posecam.gui.review.loading import load
from posecam.gui.review.playback import Playback
from posecam.gui.review.take import Take
from posecam.gui.review.work import Work


class ReviewState(QObject):
    """Holds no widget; the parts of the window change it, and listen to what has changed.

    Attributes:
        folder: of the recording that is open, or is being read; None: none.
        take: of it, once it is read.
        playback: where one is in the take, and which range of it is chosen; with a take only.
        row: the frame whose image is shown; None before the first.
        ghost: another take that is shown beside.
        opening: a recording, the Path given, begins to be read.
        not_opened: it cannot be: its Path and one sentence.
        opened: there is a take, to be shown from `playback.row` on.
        take_changed: it is now of another person, or another result of the same frames.
        closing: the take is about to go; everything is still there.
        closed: there is none.
        failed: a sentence on something else that could not be done.
    """

    opening = pyqtSignal(object)
    not_opened = pyqtSignal(object, str)
    opened = pyqtSignal()
    take_changed = pyqtSignal()
    closing = pyqtSignal()
    closed = pyqtSignal()
    row_changed = pyqtSignal(int)
    range_changed = pyqtSignal()
    ghost_changed = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """work: recordings are read in its thread."""
        super().__init__(parent)
        self._work = work
        self._shift = 0.0
        self.folder: Path | None = None
        self._forget()

    def _forget(self) -> None:
        self.take: Take | None = None
        self.playback: Playback | None = None
        self.row: int | None = None
        self.ghost: Ghost | None = None

    # -- the take -----------------------------------------------------------------------------

    def open(self, folder: Path, row: int = 0) -> None:
        """Read a session beside the window, and show it from that row on."""
        self.close()
        self.folder = folder
        self.opening.emit(folder)
        self._work.start(
            partial(load, folder), partial(self._loaded, row), partial(self._not_loaded, folder)
        )

    def _loaded(self, row: int, take: Take) -> None:
        if take.session.folder == self.folder:  # else another one was asked for meanwhile
            self._show(take, row)

    def _not_loaded(self, folder: Path, sentence: str) -> None:
        if folder == self.folder:
            self.close()
            self.not_opened.emit(folder, sentence)

    def _show(self, take: Take, row: int) -> None:
        self._forget()
        self.take, self.playback = take, Playback(take.times)
        self.playback.seek(row)
        self.opened.emit()

    def close(self) -> None:
        """Let go of what is open."""
        self.closing.emit()
        self.folder = None
        self._forget()
        self.closed.emit()

    def look_at(self, person: int | None) -> None:
        """Follow another person of the same session."""
        if self.take is not None:
            self.replace_take(Take(self.take.session, person))

    def replace_take(self, take: Take) -> None:
        """Show the same session with another person or its other result; place and range stay."""
        assert self.take is not None
        if not np.array_equal(take.times, self.take.times):
            seconds = self.take.times[self.row or 0]
            self._show(take, int(np.searchsorted(take.times, seconds)))
            return
        self.take = take
        self.take_changed.emit()
        self.set_ghost(self.ghost.take if self.ghost is not None else None)

    # -- place and range ----------------------------------------------------------------------

    def set_row(self, row: int) -> None:
        """This frame's image is shown now."""
        self.row = row
        self.row_changed.emit(row)

    @property
    def range(self) -> tuple[int, int]:
        """First and last row chosen; zeros where there is no take."""
        return self.playback.range if self.playback is not None else (0, 0)

    @property
    def range_seconds(self) -> tuple[float, float]:
        """First and last second chosen; zeros where there is no take."""
        if self.playback is None:
            return 0.0, 0.0
        first, last = self.playback.range
        return float(self.playback.times[first]), float(self.playback.times[last])

    @property
    def part(self) -> tuple[float, float] | None:
        """First and last second chosen, where that is not the whole take."""
        if self.playback is None or self.range == (0, self.playback.last):
            return None
        return self.range_seconds

    def set_range(self, first: int, last: int) -> None:
        """Choose rows; the ghost starts where they begin."""
        if self.playback is not None:
            self.playback.set_range(first, last)
            self.range_changed.emit()
            if self.ghost is not None:
                self.set_ghost(self.ghost.take)

    def set_range_end(self, first: bool) -> None:
        """Begin or end the range here."""
        if self.playback is not None:
            (begin, end), here = self.playback.range, self.playback.row
            self.set_range(*((here, max(end, here)) if first else (min(begin, here), here)))

    def clear_range(self) -> None:
        """Choose everything."""
        if self.playback is not None:
            self.set_range(0, self.playback.last)

    # -- comparing ----------------------------------------------------------------------------

    def compare(self, folder: Path | None) -> None:
        """Show another take as a ghost, started where the range of this one begins; None: none.

        Of the take that is open the ghost is its other result, where it has one.
        """
        if folder is None or self.take is None:
            self.set_ghost(None)
            return
        session = self.take.session
        other = session.other_result if folder == session.folder else None
        self._work.start(partial(load, folder, other or "best"), self.set_ghost, self.failed.emit)

    def set_ghost(self, other: Take | None) -> None:
        """Start a ghost of another take; None: none."""
        if other is None or self.take is None:
            self.ghost = None
        else:
            if same_session(other, self.take) and self.take.person in {None, *other.people}:
                other = Take(other.session, self.take.person)
            self.ghost = Ghost(other, self.take, self.range[0], self._shift)
        self.ghost_changed.emit()

    def set_shift(self, seconds: float) -> None:
        """Let ghosts start so much later."""
        self._shift = seconds
        if self.ghost is not None:
            self.set_ghost(self.ghost.take)
