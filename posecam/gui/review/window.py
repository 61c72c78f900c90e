"""The window of recordings: the list on the left, the player, the angles below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QEvent, Qt, QUrl
from PyQt6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QPixmap
from PyQt6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from posecam.errors import PosecamError
from posecam.gui.review.angle_table import AngleTable
from posecam.gui.review.details import Details
from posecam.gui.review.edits import Edits
from posecam.gui.review.empty import newest, say_none_is_open, say_not_opened
from posecam.gui.review.export_dialog import ExportDialog
from posecam.gui.review.head_bar import HeadBar
from posecam.gui.review.library import Library
from posecam.gui.review.loading import dropped_session
from posecam.gui.review.memory import Memory
from posecam.gui.review.player import Player
from posecam.gui.review.plots import AnglePlot
from posecam.gui.review.results import Results
from posecam.gui.review.save_plot import plot_files, save_plot
from posecam.gui.review.shelf import Shelf
from posecam.gui.review.state import ReviewState
from posecam.gui.review.trash import TrashDialog
from posecam.gui.review.work import Work
from posecam.gui.shared import icons
from posecam.gui.shared.focus import chain
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.keys import Key, add_key_actions
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr
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
        self.setWindowTitle(f"{tr('Recordings')} – posecam")
        self.setWindowIcon(icons.application())
        self.setAcceptDrops(True)
        self.sessions, self.memory = sessions, memory or Memory(SettingsStore(), sessions)
        self._closed, self._untouched = False, True
        self._work, self._behind = Work(self), Work(self)
        self.state = ReviewState(self._work, self)
        self.notice = NoticeBar()
        self.library, self.details = Library(theme, sessions), Details()
        self.shelf = Shelf(self.library, theme)
        self.head = HeadBar()
        self.player = Player(self.state, theme, support, smooth_edges, self.memory.store)
        self.plot, self.table = AnglePlot(theme), AngleTable()
        self.export: ExportDialog | None = None
        self.edits = Edits(self.state, self._work, self.notice, self)
        self.results = Results(self.state, self._work, self.notice)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.player.video.setFocus()  # not the list: keys are for the player
        self.memory.restore_place(self, *self.splits)
        self._show_none()

    def _lay_out(self) -> None:
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        below = QSplitter(Qt.Orientation.Horizontal)
        whole = QSplitter(Qt.Orientation.Horizontal)
        self.splits = (whole, left, right, below)
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
        self.notice.float_over(self.player.video)
        self.notice.covers.connect(self.player.video.set_covered)
        for widget in (self.head, whole, self.results):
            layout.addWidget(widget, int(widget is whole))
        self.setCentralWidget(central)

    def _connect(self) -> None:
        guarded, state = self.results.guarded, self.state
        delete, rename = guarded(self.edits.delete), guarded(self.edits.rename)
        for signal, do in (
            (state.opening, self._opening),
            (state.opened, self._opened),
            (state.not_opened, self._not_opened),
            (state.take_changed, self._take_changed),
            (state.closing, self.details.keep_note),
            (state.closed, self._show_none),
            (state.row_changed, self._show_row),
            (state.range_changed, self._show_range),
            (state.ghost_changed, self._show_ghost),
            (state.failed, self._fail),
            (self.edits.changed, self.refresh),
            (self.results.changed, self.refresh),
            (self.results.refused, self._show_again),
            (self.library.open_asked, state.open),
            (self.library.compare_asked, state.compare),
            (self.library.delete_asked, delete),
            (self.library.repair_asked, guarded(self.edits.repair)),
            (self.library.rename_asked, self._rename_asked),
            (self.library.folder_asked, self.show_folder),
            (self.library.forget_asked, self._forget),
            (self.shelf.trash_asked, self.open_trash),
            (self.details.rename_asked, lambda name: self._for_open(rename, name)),
            (self.details.note_asked, lambda note: self._for_open(self.edits.note, note)),
            (self.head.open_asked, self.ask_for_folder),
            (self.head.export_asked, self.open_export),
            (self.head.plot_asked, self.ask_for_plot),
            (self.head.delete_asked, lambda: self._for_open(delete)),
            (self.head.result_asked, self.results.show_result),
            (self.head.reprocess_asked, self.results.start),
            (self.head.compare_asked, state.compare),
            (self.head.shift_asked, state.set_shift),
            (self.head.person_asked, state.look_at),
            (self.player.trim_asked, self.trim),
            (self.plot.seek_asked, self.player.seek_seconds),
            (self.table.chosen_changed, self._show_angles),
        ):
            signal.connect(do)

    def _add_keys(self) -> None:
        """Let keys do what the controls do, and Tab go through these as they are seen."""
        head, shelf, details, player = self.head, self.shelf, self.details, self.player
        film = (*player.over_video, *self.notice.controls, *player.controls_after)
        lower = (self.table, self.results.cancel)
        chain((*head.controls, *shelf.controls, *details.controls, *film, *lower))
        own = (
            Key("F5", tr("Refresh the list"), self.refresh),
            Key("Ctrl+W", tr("Close"), self.close),
        )
        parts = (*player.keys(), *details.keys(), *head.keys(), *shelf.keys(), *self.edits.keys())
        add_key_actions(self, (*parts, *own))

    # -- the list -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the folder of sessions again."""
        self._behind.start(partial(self.memory.listing, self.sessions), self._listed, self._fail)

    def _listed(self, summaries: list[SessionSummary]) -> None:
        self.library.show_sessions(summaries, self.state.folder)
        self.head.show_others([s for s in summaries if s.problem is None], self.state.folder)
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
                self._say_none_is_open()

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

    # -- what has changed ---------------------------------------------------------------------

    def open(self, folder: Path) -> None:
        """Read a session beside the window, and show it from its first frame on."""
        self.state.open(folder)

    def _opening(self, folder: Path) -> None:
        self._untouched = False
        self.library.mark(folder)
        self.player.video.set_message(tr("Opening…"), folder.name)

    def _opened(self) -> None:
        take = self.state.take
        assert take is not None
        if self.memory.remember(take.session.folder):
            self.refresh()
        self.player.video.set_message("")
        self.details.show_session(take.session)
        self.head.show_take(take)
        self.plot.show_take(take)
        self.setWindowTitle(f"{take.session.name} – posecam")
        self._enable(True)
        self._show_range()
        self.table.show_take(take, 0, len(take.times) - 1)
        self._show_angles()

    def _not_opened(self, folder: Path, sentence: str) -> None:
        show = partial(self.show_folder, folder)
        say_not_opened(self.player.video, sentence, show, self.ask_for_folder)

    def _take_changed(self) -> None:
        take = self.state.take
        assert take is not None
        self.details.show_facts(take.session)
        self.head.show_take(take)
        self.plot.show_take(take, keep_view=True)
        self.table.show_take(take, *self.state.range)
        if self.state.row is not None:
            self._show_row(self.state.row)

    def _show_none(self) -> None:
        self._say_none_is_open()
        self._enable(False)
        self.details.show_session(None)
        self.head.show_take(None)
        self.plot.show_take(None)
        self.table.show_take(None, 0, 0)
        self.setWindowTitle(f"{tr('Recordings')} – posecam")

    def _say_none_is_open(self) -> None:
        say_none_is_open(self.player.video, bool(self.library.summaries), self.ask_for_folder)

    def _enable(self, on: bool) -> None:
        """Let what acts on a recording be used, or not."""
        parts: list[QWidget] = [*self.player.parts, self.plot, self.table]
        for part in parts:
            part.setEnabled(on)

    def _show_again(self) -> None:
        """Show what is, not what a person wished."""
        if self.state.take is not None:
            self.details.show_name(self.state.take.session.name)
            self.head.show_take(self.state.take)
            self._show_ghost()

    def _show_row(self, row: int) -> None:
        if self.state.take is not None:
            self.plot.set_seconds(float(self.state.take.times[row]))
            self.table.show_row(row)

    def _show_range(self) -> None:
        self.plot.set_range(*self.state.range_seconds)
        self.table.set_range(*self.state.range)

    def _show_ghost(self) -> None:
        ghost = self.state.ghost
        self.head.show_compared(ghost.take.session.folder if ghost is not None else None)
        self._show_angles()

    def _show_angles(self) -> None:
        self.plot.show_angles(self.table.chosen, self.state.ghost)

    # -- what the person asks -----------------------------------------------------------------

    def trim(self) -> None:
        """Make a new recording of the chosen range."""
        if self.state.folder is not None and self.state.take is not None:
            self.edits.trim(self.state.folder, *self.state.range_seconds)

    def _for_open(self, do: Callable[..., object], *rest: object) -> None:
        if self.state.folder is not None:
            do(self.state.folder, *rest)

    def _rename_asked(self, folder: Path) -> None:
        if folder != self.state.folder:
            self.open(folder)
        self.details.setEnabled(True)
        self.details.edit_name()

    def _forget(self, folder: Path) -> None:
        """Take a recording from another folder off the list."""
        self.memory.forget(folder)
        self.refresh()

    def open_trash(self) -> TrashDialog:
        """Show what was deleted."""
        dialog = TrashDialog(self.memory.places(self.sessions), self._work, self)
        dialog.restored.connect(self._restored)
        dialog.open()
        return dialog

    def _restored(self, folder: Path) -> None:
        self.notice.say(tr("{name} is back.", name=folder.name))
        self.refresh()

    def show_folder(self, folder: Path) -> None:
        """Show it in the system's own program for folders."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.notice.say(
                tr("No program here opens folders; the recording is in {folder}.", folder=folder)
            )

    def ask_for_folder(self) -> None:
        """Open a recording from anywhere."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Open a recording"), str(self.sessions))
        if chosen:
            self.open(Path(chosen))

    def open_export(self) -> ExportDialog | None:
        """Ask what to export of the take that is open."""
        take, folder = self.state.take, self.state.folder
        if take is None or folder is None:
            return None
        self.export = ExportDialog(take, folder.parent / "exports", self, self.state.part)
        self.export.character = self.player.characters.path
        self.export.open()
        return self.export

    def ask_for_plot(self) -> None:
        """Ask where to save what is plotted, and as what."""
        if self.state.take is not None:
            start = str(self.sessions / tr("{name} angles.png", name=self.state.take.session.name))
            chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the plot"), start, plot_files())
            if chosen:
                self.save_plot(Path(chosen))

    def save_plot(self, path: Path) -> None:
        """Write the plot as an image, or its curves as a table, by the ending of the path."""
        take = self.state.take
        if take is None:
            return
        try:
            save_plot(self.plot, take, self.table.chosen, self.state.range, path)
        except PosecamError as error:
            self._fail(str(error))
        else:
            self.notice.say(tr("Saved {path}.", path=path))

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
            self.memory.keep_place(self, *self.splits)
            if self.export is not None:
                self.export.leave_now()
            self.results.close_work()
            for part in (self._work, self._behind, self.player.work, self.player.characters):
                part.close()
            self.state.close()
        super().closeEvent(event)
