"""One sentence above the status line, with something to press where there is something to do."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class NoticeBar(QWidget):
    """Hidden until there is something to say; stays until it is closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.clicked.connect(self._pressed)
        self.dismiss = QPushButton("✕")
        self.dismiss.setProperty("flat", True)
        self.dismiss.setToolTip("Close this message")
        self.dismiss.setAccessibleName("Close this message")
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.dismiss)
        self._action: Callable[[], None] | None = None
        self.hide()

    def say(
        self,
        sentence: str,
        button: str = "",
        action: Callable[[], None] | None = None,
        *,
        alarm: bool = False,
    ) -> None:
        """Show a sentence, in place of the one before; alarm marks what went wrong."""
        self.label.setText(sentence)
        self._action = action
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setProperty("alarm", alarm)
        style = self.style()
        if style is not None:
            style.polish(self)
        self.show()

    def _pressed(self) -> None:
        if self._action is not None:
            self._action()
