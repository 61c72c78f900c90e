"""Icons of the player, painted as those of the window are."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QIcon, QPainter, QPolygonF

from posecam.gui.shared.icons import painted


def _icon(colour: str, draw: Callable[[QPainter], None]) -> QIcon:
    def dressed(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        draw(painter)

    return painted(dressed)


def _triangle(painter: QPainter, x: float, width: float) -> None:
    """Pointing right where the width is positive, left where negative; its back is at x."""
    painter.drawPolygon(QPolygonF([QPointF(x, 5), QPointF(x + width, 12), QPointF(x, 19)]))


def _bar(painter: QPainter, x: float, width: float = 3.0) -> None:
    painter.drawRoundedRect(QRectF(x, 5, width, 14), 1, 1)


def play(colour: str) -> QIcon:
    return _icon(colour, lambda painter: _triangle(painter, 7, 13))


def pause(colour: str) -> QIcon:
    def draw(painter: QPainter) -> None:
        _bar(painter, 6, 4.5)
        _bar(painter, 13.5, 4.5)

    return _icon(colour, draw)


def on(colour: str) -> QIcon:
    def draw(painter: QPainter) -> None:
        _bar(painter, 5)
        _triangle(painter, 10, 10)

    return _icon(colour, draw)


def back(colour: str) -> QIcon:
    def draw(painter: QPainter) -> None:
        _bar(painter, 16)
        _triangle(painter, 14, -10)

    return _icon(colour, draw)


def to_end(colour: str) -> QIcon:
    def draw(painter: QPainter) -> None:
        _triangle(painter, 4, 7)
        _triangle(painter, 11, 7)
        _bar(painter, 18, 2.5)

    return _icon(colour, draw)


def to_start(colour: str) -> QIcon:
    def draw(painter: QPainter) -> None:
        _triangle(painter, 20, -7)
        _triangle(painter, 13, -7)
        _bar(painter, 3.5, 2.5)

    return _icon(colour, draw)
