"""What the window of recordings remembers: where it was, and recordings from other folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PyQt6.QtWidgets import QMainWindow, QSplitter

from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.window_place import current_place, restore_place
from posecam.session import SessionSummary, list_sessions
from posecam.settings import ReviewSettings

#: Size of the window where it was never placed.
FIRST_SIZE: Final = (1340, 860)
#: A list narrower than this says too little, logical pixels.
_LEAST_LIST: Final = 215
#: Recordings from other folders that are remembered.
MOST_RECENT: Final = 20


class Memory:
    """Keeps `ReviewSettings`.

    Args:
        store: has them.
        home: the folder of recordings that is always found again, as the settings say.

    Attributes:
        store: as given.
    """

    def __init__(self, store: SettingsStore, home: Path | None = None) -> None:
        self.store, self._home = store, home

    @property
    def settings(self) -> ReviewSettings:
        """As they are now."""
        return self.store.value.review

    @property
    def recent(self) -> list[Path]:
        """Recordings from other folders, the last opened first, some of which may be gone."""
        return [Path(place) for place in self.settings.recent]

    def remember(self, folder: Path) -> bool:
        """A recording was opened: remember one that is not at home; whether it is a new one."""
        folder = folder.absolute()
        if self._home is not None and folder.parent == self._home.absolute():
            return False
        new = folder not in self.recent
        others = [place for place in self.settings.recent if place != str(folder)]
        self._change(tuple([str(folder), *others][:MOST_RECENT]))
        return new

    def forget(self, folder: Path) -> None:
        """Do not list a recording from another folder any more."""
        wanted = str(folder.absolute())
        self._change(tuple(place for place in self.settings.recent if place != wanted))

    def _change(self, recent: tuple[str, ...]) -> None:
        if recent != self.settings.recent:
            self.store.keep(review=replace(self.settings, recent=recent))

    def listing(self, sessions: Path) -> list[SessionSummary]:
        """The sessions of a folder and those from other folders, newest first.

        Raises:
            SessionError: the folder is there but cannot be read.
        """
        return list_sessions(sessions.absolute(), self.recent)

    def places(self, sessions: Path) -> list[Path]:
        """Every folder that recordings are listed from."""
        return list(dict.fromkeys((sessions.absolute(), *(p.parent for p in self.recent))))

    def restore_place(
        self,
        window: QMainWindow,
        whole: QSplitter,
        left: QSplitter,
        right: QSplitter,
        below: QSplitter,
    ) -> None:
        """Put the window back; on a smaller screen list and table are as much narrower.

        Args:
            window: not yet shown.
            whole: list and player; the part of each splitter that is not kept takes what is left.
            left: list and facts.
            right: player and measures.
            below: plot and table.
        """
        kept = self.settings
        restore_place(window, None, kept.window, FIRST_SIZE)
        room = min(window.width() / (kept.window.width or FIRST_SIZE[0]), 1.0)
        list_width = max(round(kept.list_width * room), min(kept.list_width, _LEAST_LIST))
        whole.setSizes([list_width, 1])
        for split, size in (
            (left, kept.facts_height),
            (right, kept.measures_height),
            (below, round(kept.table_width * room)),
        ):
            split.setSizes([1, size])

    def keep_place(
        self,
        window: QMainWindow,
        whole: QSplitter,
        left: QSplitter,
        right: QSplitter,
        below: QSplitter,
    ) -> None:
        """Keep where the window is, if it was ever shown."""
        if not window.isVisible():
            return
        review = replace(
            self.settings,
            window=current_place(window),
            list_width=max(whole.sizes()[0], 1),
            facts_height=max(left.sizes()[1], 1),
            measures_height=max(right.sizes()[1], 1),
            table_width=max(below.sizes()[1], 1),
        )
        self.store.keep(review=review)
