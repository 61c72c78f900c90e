"""The line of time under the player: how sure the joints are, where no person was, where it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget

from posecam.gui.shared.durations import exact_clock
from posecam.gui.shared.focus import by_tab_alone
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr
from posecam.pose import HIDDEN_SCORE, SURE_SCORE
from posecam.session.manifest import Marker

#: Logical pixels: beside the line, over it for the handles, of the bars, and how near is on it.
MARGIN, HEAD, BARS, REACH = 14, 12, 34, 8
#: Width of the ring that says that the line has the focus.
RING: Final = 2
#: Height of the lane of sound under the bars, for takes that have any.
WAVE: Final = 20
_DOUBTFUL: Final = QColor(255, 184, 0)
#: Of markers.
MARKED: Final = QColor(214, 92, 240)

Handle = Literal["first", "last", "cursor"]


def marker_words(markers: Sequence[Marker], marker: Marker) -> str:
    """What a marker is called, and when it is."""
    number = list(markers).index(marker) + 1
    name = tr("Marker {number}", number=number) + (f": {marker.name}" if marker.name else "")
    return f"{name}, {exact_clock(marker.seconds)}"


class Timeline(QWidget):
    """Asks for a place or a range; its owner decides."""

    seek_asked = pyqtSignal(float)  # seconds
    range_asked = pyqtSignal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        by_tab_alone(self)
        self.setAccessibleName(tr("Timeline"))
        self.setToolTip(
            tr(
                "Bars: joint confidence. Hatched: camera disconnected. Flags: markers. "
                "Drag to move through time, drag the handles to choose a range (I, O)."
            )
        )
        self._usual_tip = self.toolTip()
        self._theme = theme
        self._times: NDArray[np.float64] = np.zeros(0)
        self._confidence: NDArray[np.float64] = np.zeros(0)
        self._gaps: Sequence[tuple[float, float]] = ()
        self._markers: Sequence[Marker] = ()
        self._loud: NDArray[np.float32] = np.zeros(0, np.float32)
        self._seconds = 0.0
        self._range = (0.0, 0.0)
        self._held: Handle | None = None
        self._bars: QPixmap | None = None

    def sizeHint(self) -> QSize:
        return QSize(400, HEAD + self._depth + 6)

    @property
    def _depth(self) -> int:
        """Of bars and sound together."""
        return BARS + (WAVE if len(self._loud) else 0)

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._bars = theme, None
        self.update()

    def show_take(
        self,
        times: NDArray[np.float64],
        confidence: NDArray[np.float64],
        gaps: Sequence[tuple[float, float]],
        markers: Sequence[Marker] = (),
    ) -> None:
        """What lies along the line; no times clear it.

        Args:
            times: (N,) seconds of the frames.
            confidence: (N,) 0..1, not a number where no person is.
            gaps: (last, next) second around each stretch without images.
            markers: moments marked while recording.
        """
        self._times, self._confidence, self._gaps = times, confidence, gaps
        self._markers = markers
        self._bars = None
        self.update()

    def show_sound(self, loud: NDArray[np.float32]) -> None:
        """Draw a lane of sound under the bars; none clears it.

        Args:
            loud: (N,) 0..1, the loudest of each stretch of the take, all of them as long.
        """
        self._loud, self._bars = loud, None
        self.updateGeometry()
        self.update()

    def set_seconds(self, seconds: float) -> None:
        """Where the cursor stands."""
        if seconds != self._seconds:
            self._seconds = seconds
            self.update()

    @property
    def range(self) -> tuple[float, float]:
        return self._range

    def set_range(self, first: float, last: float) -> None:
        """Where the handles stand, seconds."""
        if (first, last) != self._range:
            self._range = first, last
            self.update()

    # -- places -------------------------------------------------------------------------------

    @property
    def _span(self) -> tuple[float, float]:
        if not len(self._times):
            return 0.0, 1.0
        start, end = float(self._times[0]), float(self._times[-1])
        return start, max(end, start + 1e-3)

    def x_of(self, seconds: float) -> float:
        """Where a second lies in the widget."""
        start, end = self._span
        share = (seconds - start) / (end - start)
        return MARGIN + share * max(self.width() - 2 * MARGIN, 1)

    def seconds_at(self, x: float) -> float:
        """Which second lies there; the nearest end outside."""
        start, end = self._span
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return start + min(max(share, 0.0), 1.0) * (end - start)

    def handle_at(self, place: QPointF) -> Handle:
        """What is taken hold of there: a handle only over the bars."""
        if place.y() <= HEAD + 2:
            first, last = (abs(self.x_of(s) - place.x()) for s in self._range)
            if min(first, last) <= REACH + 4:
                # Where both are at one place, the side tells which is meant.
                if first == last:
                    return "first" if place.x() < self.x_of(self._range[0]) else "last"
                return "first" if first < last else "last"
        return "cursor"

    def marker_at(self, x: float) -> Marker | None:
        """The marker next to that place of the widget; None where none is near."""
        near = min(self._markers, key=lambda m: abs(self.x_of(m.seconds) - x), default=None)
        return near if near is not None and abs(self.x_of(near.seconds) - x) <= REACH else None

    # -- the mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        if event is None or event.button() != Qt.MouseButton.LeftButton or not len(self._times):
            return
        self._held = self.handle_at(event.position())
        self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        if event is None:
            return
        if self._held is not None:
            self._drag(event.position().x())
        elif len(self._times):
            marker = self.marker_at(event.position().x())
            self.setToolTip(marker_words(self._markers, marker) if marker else self._usual_tip)
            over = self.handle_at(event.position()) != "cursor"
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, _: QMouseEvent | None) -> None:
        self._held = None

    def _drag(self, x: float) -> None:
        seconds = self.seconds_at(x)
        first, last = self._range
        if self._held == "first":
            self.range_asked.emit(min(seconds, last), last)
        elif self._held == "last":
            self.range_asked.emit(first, max(seconds, first))
        else:
            self.seek_asked.emit(seconds)

    # -- drawing ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._bars = None

    def paintEvent(self, _: QPaintEvent | None) -> None:
        painter = QPainter(self)
        if not len(self._times):
            painter.fillRect(self._line_place(), QColor(self._theme.raised))
            painter.end()
            return
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), RING))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._bars is None or self._bars.devicePixelRatio() != self.devicePixelRatioF():
            self._bars = self._draw_bars()
        painter.drawPixmap(0, HEAD, self._bars)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_range(painter)
        self._draw_markers(painter)
        x = self.x_of(self._seconds)
        painter.setPen(QPen(QColor(self._theme.text), 2))
        painter.drawLine(QPointF(x, HEAD - 3), QPointF(x, HEAD + self._depth + 3))
        painter.end()

    def _line_place(self) -> QRectF:
        return QRectF(MARGIN, HEAD, max(self.width() - 2 * MARGIN, 1), BARS)

    def _draw_range(self, painter: QPainter) -> None:
        left, right = (self.x_of(seconds) for seconds in self._range)
        line, shade = self._line_place(), QColor(self._theme.panel)
        shade.setAlpha(190)
        painter.fillRect(QRectF(line.left(), HEAD, left - line.left(), self._depth), shade)
        painter.fillRect(QRectF(right, HEAD, line.right() - right, self._depth), shade)
        accent = QColor(self._theme.accent)
        painter.setPen(QPen(accent, 1.5))
        for x in (left, right):
            painter.drawLine(QPointF(x, HEAD), QPointF(x, HEAD + self._depth))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for x, side in ((left, -1), (right, 1)):
            corners = [(x, 1), (x + side * 9, 1), (x + side * 9, 6), (x, HEAD)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw_markers(self, painter: QPainter) -> None:
        """A line through the bars with a flag at its foot; the handles are over the bars."""
        painter.setPen(QPen(MARKED, 1.5))
        painter.setBrush(MARKED)
        foot = HEAD + BARS
        for marker in self._markers:
            x = self.x_of(marker.seconds)
            painter.drawLine(QPointF(x, HEAD), QPointF(x, foot + 4))
            corners = [(x, foot - 4), (x + 8, foot), (x, foot + 4)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw_bars(self) -> QPixmap:
        """One bar a pixel, as high as the joints are sure there; of the worst where many fall."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self._depth * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        line = self._line_place().translated(0, -HEAD)
        painter.fillRect(line, QColor(self._theme.raised))
        for x, height in enumerate(self.columns(int(line.width()))):
            if not np.isfinite(height):
                continue
            sure = QColor(self._theme.accent) if height >= SURE_SCORE else QColor(_DOUBTFUL)
            sure.setAlpha(200)
            tall = max(2.0, BARS * min(float(height), 1.0))
            painter.fillRect(QRectF(line.left() + x, BARS - tall, 1, tall), sure)
        hatch = QBrush(QColor(self._theme.muted), Qt.BrushStyle.BDiagPattern)
        for before, after in self._gaps:
            left, right = self.x_of(before), self.x_of(after)
            place = QRectF(left, 0, max(right - left, 3), BARS)
            painter.fillRect(place, QColor(self._theme.panel))
            painter.fillRect(place, hatch)
        self._draw_sound(painter, line)
        painter.end()
        return pixmap

    def _draw_sound(self, painter: QPainter, line: QRectF) -> None:
        """How loud it is, as high above its middle as below: a pixel for each column."""
        if not len(self._loud):
            return
        painter.fillRect(
            QRectF(line.left(), BARS + 2, line.width(), WAVE - 2), QColor(self._theme.raised)
        )
        width = max(int(line.width()), 1)
        edges = np.linspace(0, len(self._loud), width + 1).astype(int)
        starts = np.minimum(edges[:-1], len(self._loud) - 1)
        high = np.sqrt(np.maximum.reduceat(self._loud, starts))  # as loudness is heard, about
        colour, middle = QColor(self._theme.muted), BARS + 2 + (WAVE - 2) / 2
        for x, share in enumerate(high):
            tall = max(1.0, (WAVE - 4) * min(float(share), 1.0))
            painter.fillRect(QRectF(line.left() + x, middle - tall / 2, 1, tall), colour)

    def columns(self, width: int) -> NDArray[np.float64]:
        """(width,) lowest confidence in each column, not a number where mostly no person is.

        A column between two frames takes that of the frame before it; scores too low for a joint
        to be drawn count as no person.
        """
        out = np.full(max(width, 1), np.nan)
        start, end = self._span
        edges = start + (end - start) * np.arange(len(out) + 1) / len(out)
        rows = (
            np.searchsorted(self._times, edges[:-1], "left"),
            np.searchsorted(self._times, edges[1:], "left"),
        )
        shown = np.where(self._confidence >= HIDDEN_SCORE, self._confidence, np.nan)
        for column, (first, last) in enumerate(zip(*rows, strict=True)):
            part = shown[first:last] if last > first else shown[max(last - 1, 0) : max(last, 1)]
            seen = part[np.isfinite(part)]
            if 2 * len(seen) >= len(part):
                out[column] = seen.min()
        return out
