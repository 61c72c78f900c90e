"""From the live window to the recordings: opens their window, and offers repair at the start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QMimeData, QObject

from posecam.gui.review.loading import dropped_session
from posecam.gui.review.memory import Memory
from posecam.gui.review.work import Work
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.keys import Key
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import plural, tr
from posecam.session import SessionSummary, list_sessions
from posecam.session.listing import sweep_sessions

if TYPE_CHECKING:
    from posecam.gui.review.window import ReviewWindow


class Recordings(QObject):
    """Owns the window of recordings.

    Args:
        store: says where recordings are, and remembers the window's place.
        notice: offers repair where a recording was left unfinished.
        support: what OpenGL can do here.
        smooth_edges: of the 3D view; None decides by the driver.
    """

    def __init__(
        self,
        store: SettingsStore,
        notice: NoticeBar,
        support: GLSupport,
        smooth_edges: bool | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._notice = store, notice
        self._support, self._smooth_edges = support, smooth_edges
        self._work = Work(self)
        self.review: ReviewWindow | None = None

    def keys(self) -> tuple[Key, ...]:
        return (Key("Ctrl+R", tr("Recordings"), self.show),)

    def show(self, folder: Path | None = None) -> None:
        """Bring the window to the front, with that session open where one is given."""
        from posecam.gui.review.window import ReviewWindow
        from posecam.gui.shared import style

        if self.review is None or self.review.closed:
            if self.review is not None:
                self.review.deleteLater()
            home = self._store.value.sessions_path()
            self.review = ReviewWindow(
                home,
                style.current_theme(),
                self._support,
                self._smooth_edges,
                Memory(self._store, home),
            )
        self.review.show()
        self.review.raise_()
        self.review.activateWindow()
        self.review.refresh()
        if folder is not None:
            self.review.open(folder)

    def take_drop(self, mime: QMimeData | None) -> bool:
        """Open a session that was dropped into the window; False where it is none."""
        folder = dropped_session(mime)
        if folder is not None:
            self.show(folder)
        return folder is not None

    def look_for_unfinished(self) -> None:
        """Say so where a crash has left a recording unfinished."""
        home = self._store.value.sessions_path()

        def look() -> list[SessionSummary]:
            sweep_sessions(home)
            return list_sessions(home)

        self._work.start(look, self._listed, lambda _: None)

    def _listed(self, summaries: list[SessionSummary]) -> None:
        broken = [s for s in summaries if not (s.finished or s.recording or s.problem)]
        if broken:
            self._notice.say(_broken_sentence(broken), tr("Review"), self.show)

    def set_theme(self, theme: Theme) -> None:
        if self.review is not None and not self.review.closed:
            self.review.set_theme(theme)

    def close(self) -> None:
        """Close the window and end its threads."""
        self._work.close()
        if self.review is not None:
            self.review.close()


def _broken_sentence(broken: list[SessionSummary]) -> str:
    name, more = broken[0].name, len(broken) - 1
    if more:
        found = plural(
            "The recording {name} and %n other were not finished or are damaged.",
            "The recording {name} and %n others were not finished or are damaged.",
            more,
            name=name,
        )
    elif broken[0].damage:
        found = tr("The recording {name} is damaged.", name=name)
    else:
        found = tr("The recording {name} was not finished.", name=name)
    return f"{found} {tr('What was written can be repaired.')}"
