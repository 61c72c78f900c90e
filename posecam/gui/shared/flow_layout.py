"""Rows that become several where there is no room for one: of widgets, and of words."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """From the left; what comes after `add_stretch` lies at the right while one row holds all."""

    def __init__(self, margins: tuple[int, int, int, int], spacing: int) -> None:
        """margins: left, top, right, bottom."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right_from: int | None = None
        self.setContentsMargins(*margins)
        self.setSpacing(spacing)

    def add_stretch(self) -> None:
        """Push what is added from now on to the right."""
        self._right_from = len(self._items)

    def addItem(self, item: QLayoutItem | None) -> None:
        if item is not None:
            self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._place(place, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return self._with_margins(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return self._with_margins(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, place: QRect, *, move: bool) -> int:
        """Lay everything out in a rectangle, and return the height that it takes."""
        margins, space = self.contentsMargins(), self.spacing()
        left, right = place.left() + margins.left(), place.right() + 1 - margins.right()
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = left
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(right - left, 1), 1 << 20))
            if rows[-1] and x + size.width() > right:
                rows.append([])
                x = left
            rows[-1].append((item, size))
            x += size.width() + space
        spare = right - (x - space) if len(rows) == 1 else 0
        pushed = [] if self._right_from is None else self._items[self._right_from :]
        y = place.top() + margins.top()
        for row in rows:
            tall = max((size.height() for _, size in row), default=0)
            x, push = left, spare
            for item, size in row:
                if item in pushed:
                    x, push = x + push, 0
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + space
            y += tall + space
        return y - space + margins.bottom() - place.top()


class FlowRow(QWidget):
    """Widgets in a `FlowLayout`, as tall as its rows, whatever lies about it."""

    def __init__(
        self, margins: tuple[int, int, int, int], spacing: int, parent: QWidget | None = None
    ) -> None:
        """margins: left, top, right, bottom."""
        super().__init__(parent)
        self.flow = FlowLayout(margins, spacing)
        self.setLayout(self.flow)

    def event(self, event: QEvent | None) -> bool:
        done = super().event(event)
        if event is not None and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.setFixedHeight(self.flow.heightForWidth(self.width()))
        return done


class WrappedLabel(QLabel):
    """A label that breaks its lines and is never squeezed to fewer of them than it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def setText(self, text: str | None) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.heightForWidth(self.width()) if self.text() else 0
        self.setMinimumHeight(max(needed, 0))
