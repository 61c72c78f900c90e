"""Words so large that they are read from where one stands, and the seconds left."""

from __future__ import annotations

import math

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QPainter, QPen

from posecam.estimation.calibration import STANDING_S

_PLATE = QColor(16, 19, 24, 215)
_TEXT = QColor(255, 255, 255)
_TRACK = QColor(255, 255, 255, 50)
_DONE = QColor(76, 157, 255)


def draw_guide(
    painter: QPainter, room: QRectF, sentence: str, progress: float, font: QFont, letter: float
) -> None:
    """The sentence in large letters at the top and, once it goes well, the seconds left.

    Args:
        painter: of the widget.
        room: the widget, or the part of it beside the person's head.
        sentence: what to do.
        progress: of the time to stand still, 0..1.
        font: the widget's.
        letter: wanted size in pixels; less where the room is narrow.
    """
    large = QFont(font)
    large.setBold(True)
    large.setPixelSize(max(16, round(min(letter, room.width() / 10))))
    painter.save()
    painter.setFont(large)
    unit = float(painter.fontMetrics().height())
    ring = 2.6 * unit if progress > 0 else 0.0
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    text = painter.boundingRect(QRectF(0, 0, room.width() - 3 * unit - ring, 1e4), flags, sentence)
    height = max(text.height(), 2 * unit if ring else 0.0)
    plate = QRectF(0, room.y() + 0.6 * unit, text.width() + 1.6 * unit + ring, height + unit)
    plate.moveLeft(room.center().x() - plate.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(plate, 0.5 * unit, 0.5 * unit)
    painter.setPen(_TEXT)
    words = plate.adjusted(0.8 * unit, 0, -0.8 * unit - ring, 0)
    painter.drawText(words, flags | Qt.AlignmentFlag.AlignVCenter, sentence)
    if ring:
        middle = QPointF(plate.right() - 1.7 * unit, plate.center().y())
        _draw_ring(painter, middle, unit, progress)
    painter.restore()


def _draw_ring(painter: QPainter, middle: QPointF, radius: float, progress: float) -> None:
    circle = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, share in ((_TRACK, 1.0), (_DONE, progress)):
        painter.setPen(QPen(colour, 0.2 * radius, cap=Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, -round(share * 360 * 16))
    painter.setPen(_TEXT)
    left = max(math.ceil(STANDING_S * (1 - progress)), 1)
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(left))
