"""Keys go to what has the focus first, and to the window's shortcuts only where that has no use
for them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QPushButton,
    QTableView,
    QWidget,
)

_K = Qt.Key
_RETURN = frozenset({_K.Key_Return, _K.Key_Enter})
_PRESS = _RETURN | {_K.Key_Space}
_UPRIGHT = frozenset({_K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown})
_MOVE = _UPRIGHT | {_K.Key_Home, _K.Key_End}
_ACROSS = frozenset({_K.Key_Left, _K.Key_Right})
#: What each kind of control does something with, or must not let pass to a shortcut.
_USED: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, _PRESS),
    (QComboBox, _PRESS | _MOVE | _ACROSS),
    (QAbstractSlider, _MOVE | _ACROSS),
    (QAbstractSpinBox, _RETURN | _UPRIGHT),
    (QTableView, _PRESS | _MOVE | _ACROSS),
    (QAbstractItemView, _RETURN | _MOVE),
)


def uses(widget: QWidget, key: int) -> bool:
    """Whether a control that has the focus uses a key by itself."""
    for kind, keys in _USED:
        if isinstance(widget, kind):
            return key in keys
    return False


class FocusKeys(QObject):
    """Watches a window: Space and Return press what has the focus, arrows move in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject | None, event: QEvent | None) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        focus = QApplication.focusWidget()
        if not isinstance(window, QWidget) or focus is None or not window.isAncestorOf(focus):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if uses(focus, event.key()):
                event.accept()
                return True
        elif event.key() in _RETURN and isinstance(focus, QPushButton) and focus.isEnabled():
            focus.click()
            return True
        return False


def by_tab_alone(*widgets: QWidget) -> None:
    """Let these have the focus by Tab and not by a click, after which keys are the window's."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through widgets of one window in this order."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
