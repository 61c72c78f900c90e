"""Figures so large that they are read from where one stands, right and left side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from posecam import skeleton
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import mark, tr, tr_marked

#: What sets the size of the figures; the few that are wider are drawn smaller.
_WIDEST: Final = "188°"
#: Shares of the width: of the titles, and of the room at both ends and between the columns.
_TITLES, _ROOM = 0.25, 0.035
#: Largest figures, in logical pixels; height of a line and of the head over the figures' own.
_LARGEST, _LINE, _HEAD = 120, 1.14, 0.44
#: Size of the titles over the figures' own.
_TITLE: Final = 0.36
#: Of figures that are not of now.
STALE_OPACITY: Final = 0.55
#: Lines of the ordinary font that the strip is at least as tall as, however many it has.
_LEAST_LINES: Final = 2
_SIDES: Final[tuple[tuple[str, skeleton.Side], ...]] = (
    (mark("Right"), "right"),
    (mark("Left"), "left"),
)


_PARTICLES: Final = frozenset({"de", "del", "du", "des", "la", "le", "of", "the"})


@dataclass(frozen=True, slots=True)
class Readout:
    """One line.

    Attributes:
        title: what is read.
        note: said smaller below.
        figures: of right and left, or one that has no side.
        bright: in the colour that stands out.
    """

    title: str
    note: str
    figures: tuple[str, ...]
    bright: bool = False


def lines_of(title: str) -> list[str]:
    """A title's words, one a line; articles and the like stay with what they belong to."""
    lines: list[str] = []
    for word in title.split():
        if lines and lines[-1].split()[-1] in _PARTICLES:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class ReadoutStrip(QWidget):
    """Only draws: its owner says what. As tall as its figures need at its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Angles"))
        self._theme, self._mirror, self._stale = theme, False, False
        self._readouts: tuple[Readout, ...] = ()
        self._fit()

    @property
    def readouts(self) -> tuple[Readout, ...]:
        """What is shown."""
        return self._readouts

    def show_readouts(self, readouts: Sequence[Readout]) -> None:
        """Show these lines."""
        if self._readouts == tuple(readouts):
            return
        taller = len(self._readouts) != len(readouts)
        self._readouts = tuple(readouts)
        if taller:
            self._fit()
        self.update()

    def set_mirror(self, mirror: bool) -> None:
        """A person's right is on the left, as a person stands who faces one; mirrored, as a mirror.

        So the columns stand as the sides do in the image.
        """
        self._mirror = mirror
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Grey the figures, which are not of now."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(len(self._readouts), 1)
        least = min(lines, _LEAST_LINES) * self.fontMetrics().height()
        tall = round(self._widest_size() * (lines * _LINE + _HEAD))
        self.setMinimumHeight(round(least))
        self.setMaximumHeight(max(tall, round(least)))

    def _widest_size(self) -> float:
        """The size in pixels that figures fit the width in."""
        probe = QFontMetricsF(self._font(100))
        column = (1 - _TITLES - 4 * _ROOM) / 2 * self.width()
        return min(100 * column / probe.horizontalAdvance(_WIDEST), _LARGEST)

    def _font(self, size: float, *, bold: bool = True) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(size), 1))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def paintEvent(self, _: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        if self._readouts:
            lines = len(self._readouts)
            size = min(self._widest_size(), self.height() / (lines * _LINE + _HEAD))
            if any(len(readout.figures) > 1 for readout in self._readouts):
                self._draw_head(painter, size)
            top = _HEAD * size
            for readout in self._readouts:
                self._draw_line(painter, readout, QRectF(0, top, self.width(), _LINE * size), size)
                top += _LINE * size
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def _column(self, side: int, place: QRectF) -> QRectF:
        """The room for the figures of a side, 0 right and 1 left of the person."""
        room = _ROOM * place.width()
        left = place.x() + _TITLES * place.width() + 2 * room
        width = (place.right() - room - left - room) / 2
        second = (side == 0) == self._mirror
        return QRectF(left + second * (width + room), place.y(), width, place.height())

    def _draw_head(self, painter: QPainter, size: float) -> None:
        """Right and left, each with the colour that its limbs have."""
        painter.setFont(self._font(0.68 * _HEAD * size))
        metrics = QFontMetricsF(painter.font())
        for side, (source, name) in enumerate(_SIDES):
            word = tr_marked(source)
            column = self._column(side, QRectF(0, 0, self.width(), _HEAD * size * 1.15))
            painter.setPen(QColor(self._theme.muted))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(column, flags, word)
            dot = 0.28 * metrics.height()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*skeleton.COLOURS[name]))
            middle = column.bottom() - metrics.descent() - metrics.xHeight() / 2
            left = column.right() - metrics.horizontalAdvance(word) - 2 * dot
            painter.drawEllipse(QPointF(left, middle), dot, dot)

    def _draw_line(self, painter: QPainter, readout: Readout, place: QRectF, size: float) -> None:
        room = _ROOM * place.width()
        titles = QRectF(place.x() + room, place.y(), _TITLES * place.width(), place.height())
        self._draw_title(painter, readout, titles, size)
        colour = QColor(self._theme.accent if readout.bright else self._theme.text)
        if self._stale:
            colour = QColor(self._theme.muted)
            colour.setAlphaF(STALE_OPACITY)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if len(readout.figures) == 1:
            columns = [self._column(0, place).united(self._column(1, place))]
            flags = Qt.AlignmentFlag.AlignCenter
        else:
            columns = [self._column(side, place) for side in range(len(_SIDES))]
        probe = QFontMetricsF(self._font(100))
        for column, figure in zip(columns, readout.figures, strict=True):
            fits = 100 * column.width() / probe.horizontalAdvance(figure)
            painter.setFont(self._font(min(size, fits)))
            painter.drawText(column, flags, figure)

    def _draw_title(self, painter: QPainter, readout: Readout, place: QRectF, size: float) -> None:
        """In as many lines as it has words, as large as they fit."""
        lines = [*lines_of(readout.title), *lines_of(readout.note)]
        wish = min(_TITLE * size, place.height() / (1.25 * len(lines)))
        probe = QFontMetricsF(self._font(100))
        widest = max(probe.horizontalAdvance(line) for line in lines)
        wish = min(wish, 100 * place.width() / widest)
        painter.setFont(self._font(wish, bold=False))
        painter.setPen(QColor(self._theme.muted))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, "\n".join(lines))
