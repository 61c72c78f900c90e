"""Angles read live: which of them, shown or not, and the count of repetitions."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PyQt6.QtCore import QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QPushButton

from posecam.gui.live.live_angles import CONTACT, KINDS, READS, LiveAngles
from posecam.gui.live.persistent_menu import PersistentMenu
from posecam.gui.live.readout_strip import Readout, ReadoutStrip
from posecam.gui.review.measures import contact_word, degrees, title
from posecam.gui.shared import icons
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import in_sentence, tr
from posecam.pose import FrameResult
from posecam.settings import ReadoutSettings, Settings

#: Seconds between two figures: slower than this and one misses the turn, faster and one cannot
#: read them.
EVERY_S: Final = 0.15


class ReadoutControl(QObject):
    """Owns the strip over the 3D view, and the button and menu that choose what is in it."""

    repeated = pyqtSignal(float, float)  # one more is counted: its first and last second

    def __init__(
        self,
        panel: SkeletonPanel,
        theme: Theme,
        store: SettingsStore,
    ) -> None:
        """
        Args:
            panel: gets strip and button.
            theme: colours.
            store: remembers what is shown.
        """
        super().__init__(panel)
        self._store = store
        store.changed.connect(self._settings_changed)
        self.angles = LiveAngles()
        self._read_at = 0.0
        self._distant = self._watched = False
        self._most = 0  # repetitions that were told of
        self.strip = ReadoutStrip(theme)
        self.button = QPushButton(tr("Angles"))
        self.button.setCheckable(True)
        self.button.setToolTip(tr("Show joint angles and repetitions (A; Shift+A chooses)"))
        self.button.clicked.connect(self.open_menu)
        panel.add_strip(self.strip)
        panel.add_button(self.button)
        self._make_menu()
        self.set_theme(theme)
        self._show()

    def _make_menu(self) -> None:
        self.menu = PersistentMenu(self.button)
        self._shown = self._switch(self.menu, f"{tr('Show')}\tA", lambda _: self.toggle())
        self.menu.addSeparator()
        self._kinds = {
            kind: self._switch(self.menu, _name(kind), partial(self.choose, kind)) for kind in READS
        }
        self.menu.addSeparator()
        counting = self.menu.addMenu(tr("Count repetitions of"))
        assert counting is not None
        group = QActionGroup(counting)
        nothing = tr("None", comment="no angle")
        self._counting = {
            kind: self._switch(counting, words, partial(self._counting_switched, kind))
            for kind, words in (
                ("", nothing),
                *((kind, title(kind)) for kind in KINDS),
            )
        }
        for action in self._counting.values():
            group.addAction(action)
        self._anew = QAction(f"{tr('Reset repetitions')}\t0", self.menu)
        self._anew.triggered.connect(self.count_anew)
        self.menu.addAction(self._anew)

    def _switch(self, menu: QMenu, words: str, do: Callable[[bool], None]) -> QAction:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.triggered.connect(do)
        menu.addAction(action)
        return action

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("A", tr("Show joint angles"), self.toggle),
            Key("Shift+A", tr("Choose angles"), self.open_menu),
            Key("0", tr("Reset repetitions"), self.count_anew),
        )

    # -- what is shown ------------------------------------------------------------------------

    @property
    def _settings(self) -> ReadoutSettings:
        return self._store.value.readouts

    def show_result(self, result: FrameResult | None) -> None:
        """Take the next result, and show it when it is time; None: another source."""
        if not self._followed:
            return
        if result is None:
            self.angles.clear()
            self._show_figures()
            return
        self.angles.add(result)
        if time.monotonic() - self._read_at >= EVERY_S:
            self.refresh()

    def refresh(self) -> None:
        """Show the newest figures."""
        if self._followed:
            self._read_at = time.monotonic()
            self.angles.read()
            self._tell_repetition()
            self._show_figures()

    @property
    def _followed(self) -> bool:
        """Whether angles are read: seen in the strip, or heard."""
        settings = self._store.value
        heard = settings.take.repetition_sound and bool(settings.readouts.counted)
        return settings.readouts.shown or heard or self._distant or self._watched

    def watch(self, on: bool) -> None:
        """Read angles though the strip is hidden: they are shown elsewhere."""
        self._watched = on

    def set_distant(self, distant: bool) -> None:
        """Show the strip in any case: it is what is read from far away."""
        self._distant = distant
        self._show()

    def _tell_repetition(self) -> None:
        """Both sides of a squat are one repetition: the side that is ahead is told of."""
        found = [self.angles.repetitions(name) for name in KINDS.get(self._settings.counted, ())]
        most = max((count for count in found if count is not None), default=None)
        if most is None:
            return
        if most > self._most and (last := self.angles.last_repetition()) is not None:
            self.repeated.emit(*last)
        self._most = most

    def _show_figures(self) -> None:
        chosen, counted = self._settings.angles, self._settings.counted
        if (self._distant or self._watched) and not chosen and not counted:
            chosen = ReadoutSettings().angles
        readouts = [
            Readout(title(kind), "", tuple(degrees(self.angles.angle(n)) for n in KINDS[kind]))
            for kind in KINDS
            if kind in chosen
        ]
        if CONTACT in chosen:
            words = tuple(contact_word(contact) for contact in self.angles.contacts)
            readouts.append(Readout(_name(CONTACT), "", words))
        if counted in KINDS:
            found = [self.angles.repetitions(name) for name in KINDS[counted]]
            figures = tuple("–" if count is None else str(count) for count in found)
            note = in_sentence(title(counted))
            readouts.append(Readout(tr("Repetitions"), note, figures, bright=True))
        self.strip.show_readouts(readouts)

    def set_mirror(self, mirror: bool) -> None:
        self.strip.set_mirror(mirror)

    def set_stale(self, stale: bool) -> None:
        """Grey the figures, which are not of now."""
        self.strip.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)
        self.button.setIcon(icons.angle(theme.text))

    # -- what the person asks -----------------------------------------------------------------

    def open_menu(self) -> None:
        """Let the person choose."""
        self._show()  # the click has switched the button
        place = self.button.mapToGlobal(QPoint(0, 0))
        self.menu.popup(place - QPoint(0, self.menu.sizeHint().height()))
        self.menu.setActiveAction(self._shown)
        self.menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def toggle(self) -> None:
        """Show what was chosen, or nothing."""
        now = self._settings
        nothing = not now.angles and not now.counted
        angles = ReadoutSettings().angles if nothing else now.angles
        self._keep(replace(now, shown=not now.shown, angles=angles))

    def choose(self, kind: str, on: bool) -> None:
        """Show a kind of angle, or do not."""
        now = self._settings
        wanted = {*now.angles, kind} if on else {*now.angles} - {kind}
        angles = tuple(k for k in READS if k in wanted)
        self._keep(replace(now, angles=angles, shown=on or self._any(angles, now.counted)))

    def count(self, kind: str) -> None:
        """Count the repetitions of a kind of angle; "" counts none."""
        now = self._settings
        self._keep(replace(now, counted=kind, shown=bool(kind) or self._any(now.angles, kind)))

    def _counting_switched(self, kind: str, _: bool) -> None:
        self.count(kind)

    def _any(self, angles: tuple[str, ...], counted: str) -> bool:
        """Whether to go on showing, where that is left."""
        return self._settings.shown and bool(angles or counted)

    def count_anew(self) -> None:
        """Begin to count at 0."""
        self.angles.count_anew()
        self.refresh()

    def _keep(self, readouts: ReadoutSettings) -> None:
        self._store.keep(readouts=readouts)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.readouts != after.readouts:
            if after.readouts.shown and not before.readouts.shown:
                self.angles.clear()
            self._show()

    def _show(self) -> None:
        """Bring strip, button and menu into line with the settings."""
        now = self._settings
        self.angles.count(now.counted)
        self.strip.setVisible(now.shown or self._distant)
        self.button.setChecked(now.shown)
        self._shown.setChecked(now.shown)
        for kind, action in self._kinds.items():
            action.setChecked(kind in now.angles)
        for kind, action in self._counting.items():
            action.setChecked(kind == now.counted)
        self._anew.setEnabled(bool(now.counted))
        self.refresh()


def _name(kind: str) -> str:
    return tr("Foot contact") if kind == CONTACT else title(kind)
