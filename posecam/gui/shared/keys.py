"""Keys with what they do, and the sheet that lists them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from posecam.gui.shared.focus import FocusKeys
from posecam.gui.shared.scrolling import Scrolling
from posecam.gui.shared.translation import tr
from posecam.gui.shared.window_place import StaysOnScreen

#: The key of the sheet.
SHEET_KEY = "?"
_LINES = 14


@dataclass(frozen=True, slots=True)
class Key:
    """What a key does.

    Attributes:
        keys: as `QKeySequence` reads them.
        words: what happens.
        do: does it.
        repeats: whether it goes on while held down.
    """

    keys: str
    words: str
    do: Callable[[], object]
    repeats: bool = False


def add_key_actions(window: QWidget, keys: Sequence[Key]) -> None:
    """Let the keys work in a window, and `?` show them; what has the focus goes first.

    Raises:
        ValueError: one key is to do two things, of which Qt would do neither.
    """
    sheet = Key(SHEET_KEY, tr("This sheet"), lambda: KeySheet((*keys, sheet), window).open())
    words: dict[str, str] = {}
    for key in (*keys, sheet):
        name = QKeySequence(key.keys).toString()
        if name in words:
            raise ValueError(f"{name} is to do both: {words[name]}, and {key.words}")
        words[name] = key.words
    FocusKeys(window)
    for key in (*keys, sheet):
        action = QAction(window)
        action.setShortcut(QKeySequence(key.keys))
        action.setAutoRepeat(key.repeats)
        action.triggered.connect(lambda _, do=key.do: do())
        window.addAction(action)


class KeySheet(QDialog):
    """Lists keys."""

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        StaysOnScreen(self)
        whole, sheet = QVBoxLayout(self), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        area = Scrolling(sheet, across=True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
        area.setAccessibleName(tr("Keys"))
        whole.addWidget(area)
        layout = QGridLayout(sheet)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(7)
        for number, key in enumerate(keys):
            column, line = divmod(number, _LINES)
            name = QLabel(QKeySequence(key.keys).toString(QKeySequence.SequenceFormat.NativeText))
            name.setObjectName("key")
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(name, line, 3 * column)
            layout.addWidget(QLabel(key.words), line, 3 * column + 1)
            if column:
                layout.setColumnMinimumWidth(3 * column - 1, 16)
