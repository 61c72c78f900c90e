"""What is larger than a small screen can be scrolled, and is whole where there is room."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import QFrame, QScrollArea, QWidget

#: As small as it may become, logical pixels.
LEAST = QSize(120, 60)


class Scrolling(QScrollArea):
    """Holds one widget, and wants to be as large as that."""

    def __init__(self, content: QWidget, *, across: bool = False) -> None:
        """across: whether it may be scrolled sideways too; otherwise it is at least as wide."""
        super().__init__()
        self._across = across
        self.setObjectName("frame")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        for one in (content, self.viewport()):
            if one is not None:
                one.setAutoFillBackground(False)

    def _content(self) -> QWidget:
        content = self.widget()
        assert content is not None
        return content

    def sizeHint(self) -> QSize:
        return self._content().sizeHint()

    def minimumSizeHint(self) -> QSize:
        if self._across:
            return LEAST
        bar = self.verticalScrollBar()
        room = bar.sizeHint().width() if bar is not None else 0
        least = self._content().minimumSizeHint()
        return QSize(least.width() + room, min(LEAST.height(), least.height()))
