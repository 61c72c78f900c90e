"""The skeleton on the video, drawn in widget coordinates so that it is crisp at any size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from posecam import skeleton
from posecam.gui.appearance import bone_opacity, joint_opacity
from posecam.pose import Pose

FloatArray = NDArray[np.float32]

#: Thickness of a bone over the shorter side of the picture as shown.
BONE_WIDTH = 0.0105
_HEAD_TOP = skeleton.INDEX["head_top"]


@dataclass(frozen=True, slots=True)
class Letterbox:
    """A picture fitted into a widget without cutting or stretching.

    Attributes:
        x, y, width, height: where the picture lies in the widget.
        scale: widget units per picture pixel.
        mirror: whether the picture is shown left for right.
    """

    x: float
    y: float
    width: float
    height: float
    scale: float
    mirror: bool

    @classmethod
    def fit(cls, picture: tuple[int, int], widget: tuple[float, float], mirror: bool) -> Letterbox:
        """The largest fit of (width, height) into (width, height), in the middle."""
        scale = min(widget[0] / picture[0], widget[1] / picture[1])
        width, height = picture[0] * scale, picture[1] * scale
        return cls((widget[0] - width) / 2, (widget[1] - height) / 2, width, height, scale, mirror)

    def to_widget(self, points: FloatArray) -> NDArray[np.float64]:
        """(..., 2) pixels of the picture (integers are pixel centres) to widget units."""
        out = (np.asarray(points, np.float64) + 0.5) * self.scale
        if self.mirror:
            out[..., 0] = self.width - out[..., 0]
        return np.asarray(out + np.array([self.x, self.y]), np.float64)


def draw_pose(painter: QPainter, pose: Pose, box: Letterbox) -> None:
    """Draw one person: confident bones solid, doubtful ones faint, very doubtful ones not."""
    points = box.to_widget(pose.joints_2d)
    bones, joints = bone_opacity(pose.scores), joint_opacity(pose.scores)
    width = max(2.0, BONE_WIDTH * min(box.width, box.height))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(box.x, box.y, box.width, box.height))
    # A dark rim keeps the lines readable on any picture. Doubtful bones first, solid ones on top.
    for index in np.argsort(bones, kind="stable"):
        if bones[index] <= 0:
            continue
        child, parent = skeleton.BONES[index]
        ends = QPointF(*points[parent]), QPointF(*points[child])
        opacity = float(bones[index])
        rim, colour = QColor(0, 0, 0), QColor(*skeleton.COLOURS[skeleton.BONE_SIDES[index]])
        for pen_colour, pen_width, alpha in (
            (rim, width * 1.7, 0.35 * opacity),
            (colour, width, opacity),
        ):
            pen_colour.setAlphaF(alpha)
            cap = Qt.PenCapStyle.RoundCap if opacity >= 1 else Qt.PenCapStyle.FlatCap
            painter.setPen(QPen(pen_colour, pen_width, Qt.PenStyle.SolidLine, cap))
            painter.drawLine(*ends)
    for index, opacity in enumerate(joints):
        if opacity <= 0 or index == _HEAD_TOP:
            continue
        colour = QColor(*skeleton.COLOURS[skeleton.SIDES[index]])
        colour.setAlphaF(float(opacity))
        edge = QColor(255, 255, 255)
        edge.setAlphaF(0.9 * float(opacity))
        painter.setPen(QPen(edge, width * 0.28))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*points[index]), width * 0.82, width * 0.82)
    painter.restore()
