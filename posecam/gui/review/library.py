"""The list of recordings: a small image, name, when, how long, and what is the matter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PyQt6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from posecam.gui.shared.durations import clock, date_and_time
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr, tr_core
from posecam.session import SessionSummary

#: Where the summary of a line is, and the name of the folder of one from another folder.
SUMMARY: Final = Qt.ItemDataRole.UserRole
ELSEWHERE: Final = Qt.ItemDataRole.UserRole + 1
#: Size of the small image, and the room about it.
IMAGE: Final = QSize(96, 72)
_ROOM: Final = 8


def state_of(summary: SessionSummary) -> str:
    """A word or two on a session that is not as it should be, else ""."""
    if summary.recording:
        return tr("Recording now")
    if summary.problem:
        return tr("Cannot be opened")
    if summary.damage:
        return tr("Damaged")
    if not summary.finished:
        return tr("Not finished")
    return ""


def when(summary: SessionSummary) -> str:
    """Day and time of the start."""
    return date_and_time(summary.created) if summary.created is not None else ""


class _Line(QStyledItemDelegate):
    """Draws one recording."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex) -> QSize:
        tall = max(IMAGE.height(), round(3.2 * option.fontMetrics.height()))
        return QSize(IMAGE.width() + 120, tall + 2 * _ROOM)

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        if painter is None:
            return
        summary: SessionSummary = index.data(SUMMARY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        place = option.rect.adjusted(4, 2, -4, -2)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.chosen if chosen else self.theme.raised))
            painter.drawRoundedRect(place, 6, 6)
        frame = QRect(place.topLeft() + QPoint(_ROOM - 2, 0), IMAGE)
        frame.moveCenter(QPoint(frame.center().x(), place.center().y()))
        self._draw_image(painter, frame, index.data(Qt.ItemDataRole.DecorationRole))
        text = place.adjusted(IMAGE.width() + 2 * _ROOM, _ROOM - 2, -_ROOM, -_ROOM)
        self._draw_words(painter, text, summary, index.data(ELSEWHERE), QFont(option.font))
        painter.restore()

    def _draw_image(self, painter: QPainter, frame: QRect, image: object) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame.toRectF(), 4, 4)
        painter.fillPath(shape, QColor(8, 10, 13))
        if isinstance(image, QPixmap) and not image.isNull():
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, image)
            painter.restore()

    def _draw_words(
        self,
        painter: QPainter,
        place: QRect,
        summary: SessionSummary,
        elsewhere: str,
        font: QFont,
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        tall = painter.fontMetrics().height() * 1.15
        state = state_of(summary)
        about = (
            clock(summary.duration),
            tr("in {folder}", folder=elsewhere) if elsewhere else tr_core(summary.source),
        )
        lines = [
            (summary.name, bold, self.theme.text),
            (when(summary), font, self.theme.muted),
            (" · ".join(filter(None, about)), font, self.theme.muted),
        ]
        if state:
            lines[2] = (state, bold, self.theme.record)
        for number, (words, style, colour) in enumerate(lines):
            painter.setFont(style)
            painter.setPen(QColor(colour))
            line = QRect(place.x(), round(place.y() + number * tall), place.width(), round(tall))
            short = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, short)


class Library(QListWidget):
    """Shows summaries and asks; its owner reads folders and does what is asked."""

    open_asked = pyqtSignal(object)  # Path
    compare_asked = pyqtSignal(object)
    delete_asked = pyqtSignal(object)
    repair_asked = pyqtSignal(object)
    rename_asked = pyqtSignal(object)
    folder_asked = pyqtSignal(object)
    forget_asked = pyqtSignal(object)

    def __init__(self, theme: Theme, home: Path, parent: QWidget | None = None) -> None:
        """home: the folder of most recordings; of others it is said where they are."""
        super().__init__(parent)
        self._home = home.absolute()
        self.setObjectName("library")
        self.setAccessibleName(tr("Recordings, the newest first"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line = _Line(theme, self)
        self.setItemDelegate(self._line)
        self._images: dict[Path, QPixmap] = {}
        self.itemClicked.connect(lambda item: self.open_asked.emit(item.data(SUMMARY).folder))
        self.itemActivated.connect(lambda item: self.open_asked.emit(item.data(SUMMARY).folder))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def set_theme(self, theme: Theme) -> None:
        self._line.theme = theme
        viewport = self.viewport()
        if viewport is not None:
            viewport.update()

    def show_sessions(self, summaries: Sequence[SessionSummary], chosen: Path | None) -> None:
        """Show them in this order, with that folder marked."""
        self.clear()
        for summary in summaries:
            item = QListWidgetItem()
            item.setData(SUMMARY, summary)
            item.setData(ELSEWHERE, self._elsewhere(summary))
            words = [summary.name, when(summary), state_of(summary), summary.note]
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(word for word in words if word)
            )
            wrong = summary.problem or summary.damage
            about = [wrong or summary.note, str(summary.folder)]
            item.setToolTip("\n".join(word for word in about if word))
            if summary.folder in self._images:
                item.setData(Qt.ItemDataRole.DecorationRole, self._images[summary.folder])
            self.addItem(item)
        self.mark(chosen)

    def _elsewhere(self, summary: SessionSummary) -> str:
        """Name of the folder that a recording from another one is in, else ""."""
        folder = summary.folder.parent
        return "" if folder == self._home else folder.name or str(folder)

    def mark(self, folder: Path | None) -> None:
        """Mark the line of a folder, without opening it."""
        self.setCurrentItem(None)
        for item in self._items():
            if item.data(SUMMARY).folder == folder:
                self.setCurrentItem(item)

    def show_image(self, folder: Path, image: QPixmap) -> None:
        """The small image of a session."""
        self._images[folder] = image
        for item in self._items():
            if item.data(SUMMARY).folder == folder:
                item.setData(Qt.ItemDataRole.DecorationRole, image)

    @property
    def summaries(self) -> list[SessionSummary]:
        return [item.data(SUMMARY) for item in self._items()]

    @property
    def has_images(self) -> set[Path]:
        """The folders whose small image is there."""
        return set(self._images)

    @property
    def current(self) -> SessionSummary | None:
        """What the marked line is."""
        item = self.currentItem()
        return item.data(SUMMARY) if item is not None else None

    def _items(self) -> list[QListWidgetItem]:
        found = (self.item(row) for row in range(self.count()))
        return [item for item in found if item is not None]

    def _show_menu(self, place: QPoint) -> None:
        item, viewport = self.itemAt(place), self.viewport()
        if item is not None and viewport is not None:
            self.menu(item.data(SUMMARY)).popup(viewport.mapToGlobal(place))

    def menu(self, summary: SessionSummary) -> QMenu:
        """What can be done with a session."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        whole = summary.problem is None
        for words, signal, possible in (
            (tr("Open"), self.open_asked, whole),
            (tr("Compare with this"), self.compare_asked, whole),
            (
                tr("Repair"),
                self.repair_asked,
                whole and not summary.finished and not summary.recording,
            ),
            (tr("Rename…"), self.rename_asked, not summary.recording),
            (tr("Show folder"), self.folder_asked, True),
            (tr("Take off the list"), self.forget_asked, bool(self._elsewhere(summary))),
            (tr("Delete"), self.delete_asked, not summary.recording),
        ):
            action = menu.addAction(words)
            assert action is not None
            action.setEnabled(possible)
            action.triggered.connect(lambda _, signal=signal: signal.emit(summary.folder))
        return menu
