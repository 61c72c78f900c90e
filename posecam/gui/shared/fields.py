"""Fields that change only when a person means them to: the wheel and stray arrows do nothing."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent, QWheelEvent
from PyQt6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider, QWidget

_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
_VERTICAL = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Combo(QComboBox):
    """Changes by its list alone, which a click, Space, Return, F4 or Alt and an arrow opens."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what a screen reader calls it."""
        super().__init__(parent)
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Over a closed list the wheel turns what the combo lies in, if anything."""
        if event is not None:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is None:
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _OPENING or (alt and event.key() in _VERTICAL):
            self.showPopup()
        else:
            event.ignore()


class NumberField(QDoubleSpinBox):
    """A number to be typed or stepped by the arrow keys; no buttons, and deaf to the wheel."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what a screen reader calls it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        if event is not None:
            event.ignore()


class Slider(QSlider):
    """Across; dragged or stepped by keys, and deaf to the wheel."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what a screen reader calls it."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        if event is not None:
            event.ignore()
