"""The results of a recording, live and reprocessed: which one is shown, and making the second."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from posecam.gui.review.ghost import same_session
from posecam.gui.review.loading import load
from posecam.gui.review.state import ReviewState
from posecam.gui.review.take import Take
from posecam.gui.review.work import Work
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.translation import tr
from posecam.session import Result

if TYPE_CHECKING:
    from posecam.offline.reprocess import ReprocessSummary

#: Seconds between two images of the progress.
_TELL_S: Final = 0.1


class _StoppedError(Exception):
    """A person has pressed Cancel."""


def look_again(folder: Path, on_progress: Callable[[int, int], None]) -> ReprocessSummary:
    """Reprocess a session with the network that ships, as it was recorded.

    Raises:
        PosecamError: the network cannot be run, or the session not be read or written.
    """
    from posecam.contract import load_network
    from posecam.estimation.estimator import Estimator
    from posecam.estimation.motion import load_motion
    from posecam.offline.reprocess import options_of, reprocess
    from posecam.session import Session

    options = options_of(Session.open(folder, "live"))
    estimator = Estimator(load_network(), options, motion=load_motion())
    try:
        return reprocess(folder, estimator, on_progress=on_progress)
    finally:
        estimator.close()


class Results(QWidget):
    """A bar that is there while a recording is reprocessed, in a thread of its own.

    Attributes:
        folder: what is being reprocessed; None: nothing.
        changed: the recordings are to be listed again.
        refused: what a person chose or typed for the take that is open was not done.
    """

    changed = pyqtSignal()
    refused = pyqtSignal()

    def __init__(
        self, state: ReviewState, work: Work, notice: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state, self._work, self._long = state, work, Work(self)
        self._notice = notice
        self._stop = False
        self._offered: set[Path] = set()
        self.folder: Path | None = None
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.stop)
        by_tab_alone(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(12)
        for widget, share in ((self.label, 0), (self.bar, 1), (self.cancel, 0)):
            layout.addWidget(widget, share)
        self.hide()
        state.opened.connect(self._offer)

    # -- which one is shown -------------------------------------------------------------------

    def show_result(self, result: Result) -> None:
        """Show the live result or the reprocessed one of what is open; place and range stay."""
        take = self._state.take
        if take is not None and take.session.result != result:
            folder = take.session.folder
            self._work.start(
                partial(load, folder, result, take.person), self._loaded, self._not_loaded
            )

    def _loaded(self, take: Take) -> None:
        before, ghost = self._state.take, self._state.ghost
        if before is None or before.session.folder != take.session.folder:
            return  # another one was opened meanwhile
        self._state.replace_take(take)
        if ghost is not None and same_session(ghost.take, before):
            # Shown and ghost change places.
            swapped = same_session(before, take)
            self._state.set_ghost(before if swapped else ghost.take)

    def _not_loaded(self, sentence: str) -> None:
        self.refused.emit()
        self._notice.say(sentence, alarm=True)

    # -- reprocessing -------------------------------------------------------------------------

    def _offer(self) -> None:
        """Offer to reprocess a recording with frames that were skipped live, once."""
        assert self._state.take is not None
        session = self._state.take.session
        missing = len(session) - int(session.estimated.sum())
        if not missing or session.other_result is not None or session.offline:
            return
        if session.folder in self._offered or not session.video_paths():
            return
        self._offered.add(session.folder)

        def do() -> None:
            self._notice.close_newest()
            if self._state.folder == session.folder:
                self.start()

        self._notice.say(
            tr(
                "{missing} of {all} frames were skipped while recording and have no pose.",
                missing=missing,
                all=len(session),
            ),
            tr("Reprocess"),
            do,
        )

    def start(self) -> None:
        """Reprocess what is open."""
        take = self._state.take
        if take is None:
            return
        if self.folder is not None:
            self._notice.say(
                tr("{name} is being reprocessed: one at a time.", name=self.folder.name)
            )
            return
        folder = take.session.folder
        self.folder, self._stop = folder, False
        self.cancel.setEnabled(True)
        self.label.setText(tr("Reprocessing {name}: loading the pose model…", name=folder.name))
        self.bar.setRange(0, 0)
        self.show()
        told = 0.0

        def on_progress(done: int, total: int) -> None:
            nonlocal told
            if self._stop:
                raise _StoppedError
            if time.monotonic() - told >= _TELL_S or done == total:
                told = time.monotonic()
                self._long.report(partial(self._show_progress, done, total))

        def do() -> ReprocessSummary | None:
            try:
                return look_again(folder, on_progress)
            except _StoppedError:
                return None

        self._long.start(do, self._done, self._failed)

    def stop(self) -> None:
        """Cancel: the recording stays as it was."""
        self._stop = True
        self.cancel.setEnabled(False)

    def close_work(self) -> None:
        """Cancel, and end the thread."""
        self.stop()
        self._long.close()

    def guarded(self, do: Callable[..., None]) -> Callable[..., None]:
        """The same, but only a sentence for the recording that is being reprocessed.

        Args:
            do: takes the folder of a recording first.
        """

        def ask(folder: Path, *rest: object) -> None:
            if folder != self.folder:
                do(folder, *rest)
                return
            if folder == self._state.folder:
                self.refused.emit()
            self._notice.say(
                tr("{name} is being reprocessed: cancel that, or wait.", name=folder.name)
            )

        return ask

    def _show_progress(self, done: int, total: int) -> None:
        assert self.folder is not None
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        name = self.folder.name
        self.label.setText(
            tr("Reprocessing {name}: smoothing…", name=name)
            if done == total
            else tr("Reprocessing {name}: frame {done} of {all}", name=name, done=done, all=total)
        )

    def _ended(self) -> Path:
        folder = self.folder
        assert folder is not None
        self.folder = None
        self.hide()
        return folder

    def _failed(self, sentence: str) -> None:
        self._ended()
        self._notice.say(sentence, alarm=True)

    def _done(self, summary: ReprocessSummary | None) -> None:
        folder = self._ended()
        if summary is None:
            self._notice.say(tr("{name} stays as it was.", name=folder.name))
            return
        words = tr(
            "{name} is reprocessed: all {frames} frames have poses, live it was {live}.",
            name=folder.name,
            frames=summary.frames,
            live=summary.frames_live,
        )
        self.changed.emit()
        if folder != self._state.folder:
            self._notice.say(words)
            return
        self._notice.say(words, tr("Compare with the live result"), partial(self._compare, folder))
        take = self._state.take
        person = take.person if take is not None else None
        self._work.start(partial(load, folder, "offline", person), self._loaded, self._not_loaded)

    def _compare(self, folder: Path) -> None:
        if self._state.folder == folder:
            self._state.compare(folder)
