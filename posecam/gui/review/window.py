"""The window of recordings: the list on the left, the player, the angles below."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PyQt6.QtCore import QEvent, Qt, QUrl
from PyQt6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QPixmap
from PyQt6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from posecam.errors import PosecamError
from posecam.gui.review.angle_table import AngleTable
from posecam.gui.review.details import Details
from posecam.gui.review.edits import Edits
from posecam.gui.review.empty import enable, newest, say_none_is_open, say_not_opened
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.ghost import Ghost, same_session
from posecam.gui.review.head_bar import HeadBar
from posecam.gui.review.library import Library
from posecam.gui.review.loading import basis, dropped_session, load
from posecam.gui.review.memory import Memory
from posecam.gui.review.player import Player
from posecam.gui.review.plots import AnglePlot
from posecam.gui.review.results import Results
from posecam.gui.review.review_keys import add_keys
from posecam.gui.review.save_plot import PLOT_FILES, save_plot
from posecam.gui.review.shelf import Shelf
from posecam.gui.review.take import Take
from posecam.gui.review.work import Work
from posecam.gui.shared import icons
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.theme import Theme
from posecam.session import SessionSummary, thumbnail


class ReviewWindow(QMainWindow):
    """Opens recordings; what goes wrong is a sentence in it."""

    def __init__(
        self,
        sessions: Path,
        theme: Theme,
        support: GLSupport,
        smooth_edges: bool | None = None,
        memory: Memory | None = None,
    ) -> None:
        """Build the window; `refresh` fills the list.

        Args:
            sessions: the folder whose sessions are listed.
            theme: colours.
            support: what OpenGL can do here.
            smooth_edges: of the 3D view; None decides by the driver.
            memory: what is remembered of the last time; None: nothing, and nothing will be.
        """
        super().__init__()
        self.setWindowTitle("Recordings – posecam")
        self.setWindowIcon(icons.application())
        self.setAcceptDrops(True)
        self.sessions, self.memory = sessions, memory or Memory(home=sessions)
        self.folder: Path | None = None
        self._row, self._closed, self._untouched = 0, False, True
        self._work, self._behind = Work(self), Work(self)
        self.notice = NoticeBar()
        self.library, self.details = Library(theme, sessions), Details()
        self.shelf = Shelf(self.library, theme)
        self.head = HeadBar()
        self.player = Player(theme, support, smooth_edges)
        self.plot, self.table = AnglePlot(theme), AngleTable()
        self.export: ExportDialog | None = None
        self.edits = Edits(self, self._work, self.notice)
        self.results = Results(self, self._work)
        self._lay_out()
        self._connect()
        add_keys(self)
        self.player.video.setFocus()  # not the list: keys are for the player
        self.memory.restore_place(self, *self._splits)
        self.close_take()

    def _lay_out(self) -> None:
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        below = QSplitter(Qt.Orientation.Horizontal)
        whole = QSplitter(Qt.Orientation.Horizontal)
        self._splits = (whole, left, right, below)
        for split, parts in (
            (left, (self.shelf, Scrolling(self.details))),
            (below, (self.plot, self.table)),
            (right, (self.player, below)),
            (whole, (left, Scrolling(right))),
        ):
            for part in parts:
                split.addWidget(part)
            split.setHandleWidth(1)
            split.setChildrenCollapsible(False)
            split.setStretchFactor(0, int(split is not whole))
            split.setStretchFactor(1, int(split is whole))
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, whole, self.results, self.notice):
            layout.addWidget(widget, int(widget is whole))
        self.setCentralWidget(central)

    def _connect(self) -> None:
        guarded = self.results.guarded
        delete, rename = guarded(self.edits.delete), guarded(self.edits.rename)
        for signal, do in (
            (self.library.open_asked, self.open),
            (self.library.compare_asked, self.compare),
            (self.library.delete_asked, delete),
            (self.library.repair_asked, guarded(self.edits.repair)),
            (self.library.rename_asked, self._rename_asked),
            (self.library.folder_asked, self.show_folder),
            (self.details.rename_asked, lambda name: self._for_open(rename, name)),
            (self.details.note_asked, lambda note: self._for_open(self.edits.note, note)),
            (self.head.open_asked, self.ask_for_folder),
            (self.head.export_asked, self.open_export),
            (self.head.plot_asked, self.ask_for_plot),
            (self.head.delete_asked, lambda: self._for_open(delete)),
            (self.head.result_asked, self.results.show_result),
            (self.head.reprocess_asked, self.results.start),
            (self.head.compare_asked, self.compare),
            (self.head.shift_asked, lambda _: self.set_ghost()),
            (self.head.person_asked, self.look_at),
            (self.player.shown, self._shown),
            (self.player.range_changed, self._range_changed),
            (self.player.trim_asked, self.trim),
            (self.player.person_chosen, self.look_at),
            (self.plot.seek_asked, self.player.seek_seconds),
            (self.table.chosen_changed, self._angles_chosen),
        ):
            signal.connect(do)

    # -- the list -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the folder of sessions again."""
        self._behind.start(partial(self.memory.listing, self.sessions), self._listed, self._fail)

    def _listed(self, summaries: list[SessionSummary]) -> None:
        self.library.show_sessions(summaries, self.folder)
        self.head.show_others([s for s in summaries if s.problem is None], self.folder)
        for summary in summaries:
            if summary.folder not in self.library.has_images and summary.problem is None:
                self._behind.start(
                    partial(thumbnail, summary.folder),
                    partial(self._has_images, summary.folder),
                    self._fail,
                )
        self.edits.offer_repair(summaries)
        if self._untouched:
            if (folder := newest(summaries)) is not None:
                self.open(folder)
            else:
                say_none_is_open(self)

    def _has_images(self, folder: Path, path: Path | None) -> None:
        self.library.show_image(folder, QPixmap(str(path)) if path is not None else QPixmap())

    @property
    def closed(self) -> bool:
        """Whether it has been closed, and so its threads have ended."""
        return self._closed

    @property
    def busy(self) -> bool:
        """Whether something is still being read or written beside the window."""
        return self._work.busy or self._behind.busy or self.table.measuring

    # -- a take -------------------------------------------------------------------------------

    @property
    def take(self) -> Take | None:
        return self.player.take

    def open(self, folder: Path, row: int | None = None) -> None:
        """Read a session beside the window, and show it from its first frame or that row on."""
        self.close_take()
        self.folder, self._row, self._untouched = folder, row or 0, False
        self.library.mark(folder)
        self.player.video.set_message("Opening…", folder.name)
        self._work.start(partial(load, folder), self._opened, partial(self._not_opened, folder))

    def _opened(self, take: Take) -> None:
        if take.session.folder != self.folder:
            return  # another one was asked for meanwhile
        if self.memory.remember(take.session.folder):
            self.refresh()
        self.player.video.set_message("")
        self.player.show_take(take)
        self.player.panel.note.setText(basis(take))
        if self._row:
            self.player.seek(self._row)
        self.details.show_session(take.session)
        self.head.show_take(take)
        self.plot.show_take(take)
        self.setWindowTitle(f"{take.session.name} – posecam")
        enable(self, True)
        self._range_changed()
        self.table.show_take(take, 0, len(take.times) - 1)
        self._angles_chosen()
        self.results.offer(take)

    def _not_opened(self, folder: Path, sentence: str) -> None:
        if folder == self.folder:
            self.close_take()
            say_not_opened(self, folder, sentence)

    def close_take(self) -> None:
        """Keep the note of what is open, and let go of it."""
        self.details.keep_note()
        self.folder = None
        self.player.close_take()
        say_none_is_open(self)
        self.player.panel.note.setText("")
        self.details.show_session(None)
        self.head.show_take(None)
        self.plot.show_take(None)
        self.table.show_take(None, 0, 0)
        self.setWindowTitle("Recordings – posecam")

    def look_at(self, person: int | None) -> None:
        """Follow another person of the same session."""
        if self.take is None:
            return
        self.replace_take(Take(self.take.session, person))

    def replace_take(self, take: Take) -> None:
        """Show the same session with another person or its other result; place and range stay."""
        assert self.take is not None
        if not np.array_equal(take.times, self.take.times):
            seconds = float(self.take.times[self.player.row or 0])
            self._row = min(int(np.searchsorted(take.times, seconds)), len(take.times) - 1)
            self._opened(take)
            return
        ghost = self.player.ghost.take if self.player.ghost is not None else None
        self.player.show_person(take)
        self.details.show_facts(take.session)
        self.head.show_take(take)
        self.plot.show_take(take, keep_view=True)
        self.table.show_take(take, *self._rows())
        if self.player.row is not None:
            self._shown(self.player.row)
        self.set_ghost(ghost)

    def _rows(self) -> tuple[int, int]:
        return self.player.playback.range if self.player.playback is not None else (0, 0)

    def _shown(self, row: int) -> None:
        if self.take is not None:
            self.plot.set_seconds(float(self.take.times[row]))
            self.table.show_row(row)

    def _range_changed(self) -> None:
        self.plot.set_range(*self.player.range_seconds)
        self.table.set_range(*self._rows())
        if self.player.ghost is not None:
            self.set_ghost()

    def _angles_chosen(self) -> None:
        self.plot.show_angles(self.table.chosen, self.player.ghost)

    # -- comparing ----------------------------------------------------------------------------

    def compare(self, folder: Path | None) -> None:
        """Show another take as a ghost, started where the range of this one begins; None: none.

        Of the take that is open the ghost is its other result, where it has one.
        """
        if folder is None or self.take is None:
            self.player.set_ghost(None)
            self.head.show_compared(None)
            self._angles_chosen()
            return
        session = self.take.session
        other = session.other_result if folder == session.folder else None
        self._work.start(partial(load, folder, other or "best"), self.set_ghost, self._fail)

    def set_ghost(self, other: Take | None = None) -> None:
        """Start the ghost anew, of another take or the one it is."""
        if other is None and self.player.ghost is not None:
            other = self.player.ghost.take
        if other is None or self.take is None:
            self._angles_chosen()
            return
        if same_session(other, self.take) and self.take.person in {None, *other.people}:
            other = Take(other.session, self.take.person)
        self.head.show_compared(other.session.folder)
        self.player.set_ghost(Ghost(other, self.take, self._rows()[0], self.head.shift.value()))
        self._angles_chosen()

    # -- what the person asks -----------------------------------------------------------------

    def trim(self) -> None:
        """Make a new recording of the chosen range."""
        if self.folder is not None and self.take is not None:
            self.edits.trim(self.folder, *self.player.range_seconds)

    def _for_open(self, do: object, *rest: object) -> None:
        if self.folder is not None:
            do(self.folder, *rest)  # type: ignore[operator]

    def _rename_asked(self, folder: Path) -> None:
        if folder != self.folder:
            self.open(folder)
        self.details.setEnabled(True)
        self.details.edit_name()

    def show_folder(self, folder: Path) -> None:
        """Show it in the system's own program for folders."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.notice.say(f"No program here opens folders; the recording is in {folder}.")

    def ask_for_folder(self) -> None:
        """Open a recording from anywhere."""
        chosen = QFileDialog.getExistingDirectory(self, "Open a recording", str(self.sessions))
        if chosen:
            self.open(Path(chosen))

    def open_export(self) -> ExportDialog | None:
        """Ask what to export of the take that is open."""
        if self.take is None or self.folder is None:
            return None
        self.export = ExportDialog(self.take, self.folder.parent / "exports", self)
        self.export.open()
        return self.export

    def ask_for_plot(self) -> None:
        """Ask where to save what is plotted, and as what."""
        if self.take is not None:
            start = str(self.sessions / f"{self.take.session.name} angles.png")
            chosen, _ = QFileDialog.getSaveFileName(self, "Save the plot", start, PLOT_FILES)
            if chosen:
                self.save_plot(Path(chosen))

    def save_plot(self, path: Path) -> None:
        """Write the plot as an image, or its curves as a table, by the ending of the path."""
        if self.take is None:
            return
        try:
            save_plot(self.plot, self.take, self.table.chosen, self._rows(), path)
        except PosecamError as error:
            self._fail(str(error))
        else:
            self.notice.say(f"Saved {path}.")

    def _fail(self, sentence: str) -> None:
        self.notice.say(sentence, alarm=True)

    # -- the window ---------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        for part in (self.library, self.shelf, self.player, self.plot):
            part.set_theme(theme)

    def changeEvent(self, event: QEvent | None) -> None:
        """What happened to the folder meanwhile is seen when the window comes to the front."""
        super().changeEvent(event)
        changed = event is not None and event.type() == QEvent.Type.ActivationChange
        if changed and self.isActiveWindow() and not self._closed:
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        if event is not None and dropped_session(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:
        folder = dropped_session(event.mimeData()) if event is not None else None
        if folder is not None:
            self.open(folder)

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Keep the note, end the threads. May come twice."""
        if not self._closed:
            self._closed = True
            self.memory.keep_place(self, *self._splits)
            if self.export is not None:
                self.export.leave_now()
            self.results.close_work()
            for work in (self._work, self._behind):
                work.close()
            self.close_take()
        super().closeEvent(event)
