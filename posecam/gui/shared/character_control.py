"""The character of the 3D view: opened, remembered, and taken off again for the mannequin."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PyQt6.QtCore import QEvent, QMimeData, QObject, QPoint, pyqtSignal
from PyQt6.QtGui import QAction, QDropEvent
from PyQt6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from posecam.characters import ENDINGS, Character, CharacterError, read_character
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.translation import tr, tr_core
from posecam.settings import Settings

#: Files of models that a person may try: all but the first few are told what would do.
_MODELS: Final = (
    *ENDINGS,
    *(".fbx", ".obj", ".dae", ".blend", ".usd", ".usda", ".usdc", ".usdz", ".pmx", ".pmd"),
    *(".stl", ".ply", ".3ds", ".vrma", ".x3d", ".max", ".ma", ".mb"),
)


def dropped_character(mime: QMimeData | None) -> Path | None:
    """The first model among what is dragged; None where there is none."""
    places = [Path(url.toLocalFile()) for url in mime.urls()] if mime is not None else []
    return next((place for place in places if place.suffix.lower() in _MODELS), None)


def ask_for_character(parent: QWidget, last: str) -> str:
    """Let the person choose a file; "" where they do not.

    Args:
        last: a file beside which to begin; "" for anywhere.
    """
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Open a character"),
        str(Path(last).parent) if last else "",
        tr("Characters ({endings})", endings=endings),
    )
    return chosen


class CharacterField(QWidget):
    """The character in the settings: its name, and what changes it."""

    chosen = pyqtSignal(str)  # a file; "" for the mannequin

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self.open_button, self.back_button = QPushButton(), QPushButton(tr("Mannequin"))
        self.open_button.setAccessibleName(tr("Character"))
        self.open_button.clicked.connect(self._ask)
        self.back_button.clicked.connect(lambda: self.chosen.emit(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.open_button, 1)
        row.addWidget(self.back_button)

    def show_path(self, path: str) -> None:
        """Show which it is."""
        self._path = path
        self.open_button.setText(Path(path).name[:24] if path else tr("Open a character…"))
        self.back_button.setVisible(bool(path))

    def _ask(self) -> None:
        if chosen := ask_for_character(self, self._path):
            self.chosen.emit(chosen)


class CharacterControl(QObject):
    """Owns the character that a 3D view draws.

    Args:
        panel: has the view, and gets a button.
        store: remembers the file; a change of it elsewhere is followed.
        say: shows a sentence, in alarm.
    """

    changed = pyqtSignal()  # another character, or none
    _read = pyqtSignal(object, object)  # path, Character or the sentence that says why not

    def __init__(
        self, panel: SkeletonPanel, store: SettingsStore, say: Callable[[str], None]
    ) -> None:
        super().__init__(panel)
        self._panel, self._store, self._say = panel, store, say
        self._wanted, self._last = "", store.value.character
        self._thread: threading.Thread | None = None
        self.character: Character | None = None
        self.button = QPushButton(tr("Character"))
        self.button.setToolTip(
            tr("A .glb or .vrm of your own in the place of the mannequin (Shift+B)")
        )
        self.button.setEnabled(panel.view is not None)
        self.menu = QMenu(self.button)
        self._open_action = QAction(tr("Open a character…"), self.menu)
        self._back_action = QAction(tr("Mannequin"), self.menu)
        self._open_action.triggered.connect(self.ask)
        self._back_action.triggered.connect(self.take_off)
        self.menu.addActions([self._open_action, self._back_action])
        self.button.clicked.connect(self._show_menu)
        panel.add_button(self.button)
        if panel.view is not None:
            panel.view.setAcceptDrops(True)
            panel.view.installEventFilter(self)
        self._read.connect(self._taken)
        store.changed.connect(self._settings_changed)
        self._show()

    def keys(self) -> tuple[Key, ...]:
        return (Key("Shift+B", tr("Your own character, or the mannequin"), self.toggle),)

    def start(self, given: Path | None = None) -> None:
        """Put on what is given, else what is remembered."""
        if given is not None or self._store.value.character:
            self._begin(str(given or self._store.value.character))

    def ask(self) -> None:
        """Let the person choose a file."""
        if chosen := ask_for_character(self._panel, self._last):
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Put on the character of that file, and remember it; say why not, where it is none."""
        self._begin(str(path))

    def take_off(self) -> None:
        """Go back to the mannequin."""
        self._wanted = ""
        self._wear(None)
        self._store.keep(character="")

    def toggle(self) -> None:
        """Between the character and the mannequin; ask for a file where there was none."""
        if self.character is not None:
            self.take_off()
        elif self._last:
            self._begin(self._last)
        else:
            self.ask()

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        """Take a model that is dropped on the view; anything else is for the window."""
        if isinstance(event, QDropEvent):  # that a file is dragged in is one, too
            path = dropped_character(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(path)
                return True
        return False

    @property
    def path(self) -> Path | None:
        """The file of the character that is worn."""
        return Path(self._last) if self.character is not None and self._last else None

    def close(self) -> None:
        """Wait for a file that is being read."""
        self._wanted = ""
        if self._thread is not None:
            self._thread.join(2.0)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._thread is not None and self._thread.is_alive()

    def _begin(self, path: str) -> None:
        """Read a file beside the window: textures take a moment."""
        self._wanted = path
        before = self._thread
        self._thread = threading.Thread(
            target=self._look, args=(path, before), name="posecam-character", daemon=True
        )
        self._thread.start()

    def _look(self, path: str, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        if path != self._wanted:
            return
        try:
            found: Character | str = read_character(Path(path))
        except CharacterError as error:
            found = str(error)
        try:
            self._read.emit(path, found)
        except RuntimeError:  # the window is gone
            return

    def _taken(self, path: str, found: Character | str) -> None:
        if path != self._wanted:
            return
        if isinstance(found, str):
            self._wanted = str(self.path or "")
            if self._store.value.character == path:
                self._store.keep(character=self._wanted)
            self._say(tr_core(found))
            return
        self._last = path
        self._wear(found)
        self._store.keep(character=path)

    def _wear(self, character: Character | None) -> None:
        self.character = character
        if self._panel.view is not None:
            if character is not None:
                self._panel.set_sticks(False)
            self._panel.view.set_character(character)
        self._show()
        self.changed.emit()

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        """Follow another window, or the settings."""
        if after.character in {before.character, self._wanted}:
            return
        if after.character:
            self._begin(after.character)
        else:
            self._wanted = ""
            self._wear(None)

    def _show(self) -> None:
        self._back_action.setEnabled(self.character is not None)
        name = self.character.name if self.character is not None else ""
        self.button.setText(name[:18] if name else tr("Character"))

    def _show_menu(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
