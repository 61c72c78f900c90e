"""What is laid over the image while a take counts down or is recorded: read from far away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

#: Logical pixels of the clock, where the image has room for it, and of the frame round the image.
CLOCK_PX: Final = 64
FRAME_PX: Final = 8
_RED, _AMBER = QColor(240, 74, 81), QColor(255, 184, 0)
_PLATE = QColor(16, 19, 24, 190)
_TEXT = QColor(255, 255, 255)


@dataclass(frozen=True, slots=True)
class TakeSign:
    """What is shown of a take.

    Attributes:
        countdown: seconds left until it begins; 0: no countdown.
        clock: how long it is, "" while nothing is recorded.
        note: one or two words beside the clock, as on a marker.
        held: how much of the time both arms have been up that begins a take, 0..1.
        lost: no video comes, and the clock stands still.
    """

    countdown: int = 0
    clock: str = ""
    note: str = ""
    held: float = 0.0
    lost: bool = False


def draw_take(painter: QPainter, image: QRectF, room: QRectF, sign: TakeSign, font: QFont) -> None:
    """Draw the frame and the clock of a recording, or the figure of a countdown.

    Args:
        painter: of the widget.
        image: where the image lies in it.
        room: the widget: beside the image the clock covers no person.
        sign: what to show.
        font: the widget's.
    """
    painter.save()
    if sign.clock:
        colour = _AMBER if sign.lost else _RED
        half = FRAME_PX / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, FRAME_PX, join=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(image.adjusted(half, half, -half, -half))
        _draw_clock(painter, room, sign, font, colour)
    if sign.held:
        _draw_held(painter, image, sign.held)
    if sign.countdown:
        _draw_countdown(painter, image, sign.countdown, font)
    painter.restore()


def _draw_clock(
    painter: QPainter, room: QRectF, sign: TakeSign, font: QFont, colour: QColor
) -> None:
    """In the upper right corner: the badge of the demo is in the left one."""
    size = min(CLOCK_PX, room.width() / 5.5, room.height() / 4)
    large = QFont(font)
    large.setPixelSize(max(round(size), 8))
    large.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(large)
    dot = 0.16 * size
    width = metrics.horizontalAdvance(sign.clock) + 1.4 * size
    gap = FRAME_PX + 0.15 * size
    plate = QRectF(room.right() - width - gap, room.y() + gap, width, 1.2 * size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(plate, 0.2 * size, 0.2 * size)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(plate.x() + 0.5 * size, plate.center().y()), dot, dot)
    painter.setFont(large)
    painter.setPen(_TEXT)
    words = plate.adjusted(0.85 * size, 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(words, flags, sign.clock)
    if not sign.note:
        return
    small = QFont(large)
    small.setPixelSize(max(round(0.5 * size), 8))
    metrics = QFontMetricsF(small)
    width = min(metrics.horizontalAdvance(sign.note) + 0.8 * size, room.width() - 2 * gap)
    note = QRectF(plate.right() - width, plate.bottom() + 0.12 * size, width, 0.8 * size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(note, 0.2 * size, 0.2 * size)
    painter.setFont(small)
    painter.setPen(_TEXT)
    text = metrics.elidedText(sign.note, Qt.TextElideMode.ElideRight, width - 0.4 * size)
    painter.drawText(note, Qt.AlignmentFlag.AlignCenter, text)


def _draw_held(painter: QPainter, room: QRectF, share: float) -> None:
    """A ring that closes while the arms are up."""
    size = min(0.3 * room.height(), 0.3 * room.width())
    ring = QRectF(0, 0, size, size)
    ring.moveCenter(room.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, part in ((_PLATE, 1.0), (_RED, share)):
        painter.setPen(QPen(colour, 0.14 * size, cap=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * part))


def _draw_countdown(painter: QPainter, room: QRectF, seconds: int, font: QFont) -> None:
    """As large as the image allows, so that it is read from where one stands."""
    size = min(0.62 * room.height(), 0.62 * room.width())
    plate = QRectF(0, 0, 1.15 * size, 1.15 * size)
    plate.moveCenter(room.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 19, 24, 150))
    painter.drawEllipse(plate)
    large = QFont(font)
    large.setPixelSize(max(round(0.8 * size if seconds < 10 else 0.6 * size), 8))
    large.setWeight(QFont.Weight.Bold)
    painter.setFont(large)
    painter.setPen(_TEXT)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(seconds))
