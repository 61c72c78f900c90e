"""Icons, painted: they follow the theme's colours and are crisp at any size."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from posecam import skeleton

UNITS = 24.0
#: Joints of the application's icon on a 24 x 24 field, by table name.
_FIGURE = {
    "head_top": (12, 4.2), "upper_neck": (12, 7.6), "thorax": (12, 8.6), "pelvis": (12, 14),
    "r_shoulder": (9.2, 8.8), "r_elbow": (6.6, 6.6), "r_wrist": (5.0, 3.6),
    "l_shoulder": (14.8, 8.8), "l_elbow": (17.4, 10.8), "l_wrist": (19.2, 7.8),
    "r_hip": (10.6, 14), "r_knee": (9.4, 17.6), "r_ankle": (8.8, 21.2),
    "l_hip": (13.4, 14), "l_knee": (15.2, 17.2), "l_ankle": (16.4, 21.2),
}  # fmt: skip  # a limb a line


def painted(draw: Callable[[QPainter], None], sizes: tuple[int, ...] = (16, 24, 48)) -> QIcon:
    icon = QIcon()
    for size in sizes:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / UNITS, size / UNITS)
        draw(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def record(colour: str, stop: bool = False) -> QIcon:
    """A dot, or a square where pressing stops."""

    def draw(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        if stop:
            painter.drawRoundedRect(QRectF(5, 5, 14, 14), 2, 2)
        else:
            painter.drawEllipse(QPointF(12, 12), 7.5, 7.5)

    return painted(draw)


def dot(colour: str) -> QIcon:
    """A lamp that says how it goes."""

    def draw(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(12, 12), 6.5, 6.5)

    return painted(draw)


def rescan(colour: str) -> QIcon:
    """An arrow going round."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 2.2, cap=Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(5, 5, 14, 14), 60 * 16, 290 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        head = QPainterPath(QPointF(13.6, 1.6))
        head.lineTo(19.2, 5.6)
        head.lineTo(12.8, 9.0)
        head.closeSubpath()
        painter.drawPath(head)

    return painted(draw)


def mirror(colour: str) -> QIcon:
    """Two triangles either side of a line."""

    def draw(painter: QPainter) -> None:
        pen = QPen(QColor(colour), 1.8, join=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawLine(QPointF(12, 3), QPointF(12, 21))
        for side, filled in ((-1, True), (1, False)):
            path = QPainterPath(QPointF(12 + side * 3, 7))
            path.lineTo(12 + side * 3, 18)
            path.lineTo(12 + side * 8.5, 18)
            path.closeSubpath()
            painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    return painted(draw)


def sliders(colour: str) -> QIcon:
    """Three sliders: settings."""

    def draw(painter: QPainter) -> None:
        for y, knob in ((6, 15), (12, 8), (18, 17)):
            painter.setPen(QPen(QColor(colour), 2.0, cap=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(4, y), QPointF(20, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(knob, y), 3.1, 3.1)

    return painted(draw)


def recordings(colour: str) -> QIcon:
    """A strip of film with a triangle: what was recorded, to be played."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.8, join=Qt.PenJoinStyle.RoundJoin))
        painter.drawRoundedRect(QRectF(2.5, 4, 19, 16), 2.5, 2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for y in (6.8, 11, 15.2):
            for x in (4.6, 17.6):
                painter.drawRect(QRectF(x, y, 1.8, 1.8))
        head = QPainterPath(QPointF(9.2, 7.6))
        head.lineTo(16, 12)
        head.lineTo(9.2, 16.4)
        head.closeSubpath()
        painter.drawPath(head)

    return painted(draw)


def angle(colour: str) -> QIcon:
    """Two lines that meet, and the arc between them."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 2.2, cap=Qt.PenCapStyle.RoundCap))
        for end in (QPointF(15.5, 3.5), QPointF(21, 19.5)):
            painter.drawLine(QPointF(4, 19.5), end)
        painter.setPen(QPen(QColor(colour), 1.6))
        painter.drawArc(QRectF(-5.5, 10, 19, 19), 0, 55 * 16)

    return painted(draw)


def stopwatch(colour: str) -> QIcon:
    """A dial with a hand and a knob."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 2.0, cap=Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QPointF(12, 13.5), 7.8, 7.8)
        painter.drawLine(QPointF(9.5, 2.4), QPointF(14.5, 2.4))
        painter.drawLine(QPointF(12, 13.5), QPointF(15, 9.8))

    return painted(draw)


def fit(colour: str) -> QIcon:
    """Four corners about a small figure's place."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 2.0, cap=Qt.PenCapStyle.RoundCap))
        for x, y in ((4, 4), (20, 4), (4, 20), (20, 20)):
            inward = (4.5 if x < 12 else -4.5, 4.5 if y < 12 else -4.5)
            painter.drawLine(QPointF(x, y), QPointF(x + inward[0], y))
            painter.drawLine(QPointF(x, y), QPointF(x, y + inward[1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(12, 12), 3.2, 3.2)

    return painted(draw)


def follow(colour: str) -> QIcon:
    """A ring with a mark on each side: what is in it is kept there."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 2.0, cap=Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QPointF(12, 12), 6, 6)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            outer = QPointF(12 + 10 * dx, 12 + 10 * dy)
            painter.drawLine(QPointF(12 + 6 * dx, 12 + 6 * dy), outer)

    return painted(draw)


def sticks(colour: str) -> QIcon:
    """A figure of bones and joints."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.7, cap=Qt.PenCapStyle.RoundCap))
        ends = {name: QPointF(*place) for name, place in _FIGURE.items()}
        for child, parent in skeleton.BONES:
            painter.drawLine(ends[skeleton.NAMES[parent]], ends[skeleton.NAMES[child]])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(ends["head_top"], 2.6, 2.6)

    return painted(draw)


def beside(colour: str) -> QIcon:
    """A person, and the outline of another."""

    def draw(painter: QPainter) -> None:
        pen = QPen(QColor(colour), 1.6)
        for x, filled in ((7.5, True), (16.5, False)):
            painter.setPen(Qt.PenStyle.NoPen if filled else pen)
            painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, 6), 2.8, 2.8)
            painter.drawRoundedRect(QRectF(x - 3.2, 10.5, 6.4, 10.5), 3, 3)

    return painted(draw)


def trash(colour: str) -> QIcon:
    """A bin with its lid."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.8, cap=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(4, 6.5), QPointF(20, 6.5))
        painter.drawLine(QPointF(9.5, 3.5), QPointF(14.5, 3.5))
        path = QPainterPath(QPointF(6.2, 7))
        path.lineTo(7.2, 20.5)
        path.lineTo(16.8, 20.5)
        path.lineTo(17.8, 7)
        painter.drawPath(path)
        for x in (10.2, 13.8):
            painter.drawLine(QPointF(x, 10.5), QPointF(x, 17))

    return painted(draw)


def draw_application(painter: QPainter) -> None:
    """The application's icon on a field of `UNITS` x `UNITS`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#14181e"))
    painter.drawRoundedRect(QRectF(0, 0, UNITS, UNITS), 5, 5)
    for bone, (child, parent) in enumerate(skeleton.BONES):
        colour = QColor(*skeleton.COLOURS[skeleton.BONE_SIDES[bone]])
        wide = skeleton.NAMES[child] == "head_top"
        painter.setPen(QPen(colour, 3.6 if wide else 1.7, cap=Qt.PenCapStyle.RoundCap))
        ends = (QPointF(*_FIGURE[skeleton.NAMES[i]]) for i in (parent, child))
        painter.drawLine(*ends)


def application() -> QIcon:
    """The small figure that stands for the program."""
    return painted(draw_application, (16, 32, 64, 128, 256))
