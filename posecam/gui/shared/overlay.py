"""The people on the video, drawn in widget coordinates so that they are crisp at any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from posecam import skeleton
from posecam.gui.shared.theme import bone_opacity, joint_opacity
from posecam.pose import HIDDEN_SCORE, Pose, main_number

FloatArray = NDArray[np.float32]

#: Thickness of a bone over the shorter side of the image as shown.
BONE_WIDTH = 0.0105
#: Thickness and opacity of those who are not the main person, over the main person's.
OTHERS_WIDTH, OTHERS_OPACITY = 0.6, 0.62
#: The same of feet, face and hands over the body's bones.
DETAILS_WIDTH, DETAILS_OPACITY = 0.45, 0.85
#: Colours of people's numbers, in turn; none is a colour of a side of the body.
PERSON_COLOURS = ((250, 204, 21), (192, 132, 252), (45, 212, 191), (244, 114, 182), (163, 230, 53))
#: How near to a skeleton, in widget units, counts as on it.
REACH = 28.0
_HEAD_TOP = skeleton.INDEX["head_top"]
_BONES, _DETAILS = np.array(skeleton.BONES), np.array(skeleton.DETAILS)


@dataclass(frozen=True, slots=True)
class Letterbox:
    """An image fitted into a widget without cutting or stretching.

    Attributes:
        x, y, width, height: where the image lies in the widget.
        scale: widget units per image pixel.
        mirror: whether the image is shown left for right.
    """

    x: float
    y: float
    width: float
    height: float
    scale: float
    mirror: bool

    @classmethod
    def fit(cls, image: tuple[int, int], widget: tuple[float, float], mirror: bool) -> Letterbox:
        """The largest fit of (width, height) into (width, height), in the middle."""
        scale = min(widget[0] / image[0], widget[1] / image[1])
        width, height = image[0] * scale, image[1] * scale
        return cls((widget[0] - width) / 2, (widget[1] - height) / 2, width, height, scale, mirror)

    def to_image(self, x: float, y: float) -> tuple[float, float] | None:
        """The pixel of the image at a place of the widget; None beside the image."""
        across, down = x - self.x, y - self.y
        if not (0 <= across < self.width and 0 <= down < self.height):
            return None
        if self.mirror:
            across = self.width - across
        return across / self.scale - 0.5, down / self.scale - 0.5

    def to_widget(self, points: FloatArray) -> NDArray[np.float64]:
        """(..., 2) pixels of the image (integers are pixel centres) to widget units."""
        out = (np.asarray(points, np.float64) + 0.5) * self.scale
        if self.mirror:
            out[..., 0] = self.width - out[..., 0]
        return np.asarray(out + np.array([self.x, self.y]), np.float64)


def draw_people(
    painter: QPainter, poses: Sequence[Pose], main_id: int | None, box: Letterbox, font: QFont
) -> None:
    """Draw everybody, the main person last and strongest; numbered where there are several.

    Args:
        painter: of the widget.
        poses: people of one frame, the main person first unless they are out of sight.
        main_id: the main person's number; None: the first person.
        box: where the frame lies.
        font: of the numbers.
    """
    main_id = main_number(poses, main_id)
    for pose in reversed(poses):
        draw_pose(painter, pose, box, main=pose.person_id == main_id)
    if len(poses) > 1:
        for pose in poses:
            _draw_number(painter, pose, box, font, main=pose.person_id == main_id)


def person_at(poses: Sequence[Pose], box: Letterbox, x: float, y: float) -> Pose | None:
    """Whose skeleton is drawn nearest to a place in the widget; None where none is near."""
    child, parent = np.array(skeleton.BONES).T
    best: tuple[float, Pose] | None = None
    for pose in poses:
        points = box.to_widget(pose.joints_2d)
        drawn = bone_opacity(pose.scores) > 0
        if not drawn.any():
            continue
        start, end = points[parent][drawn], points[child][drawn]
        span = end - start
        length = np.maximum((span**2).sum(-1), 1e-6)
        place = np.array([x, y])
        along = np.clip(((place - start) * span).sum(-1) / length, 0.0, 1.0)
        distance = float(np.linalg.norm(start + span * along[:, None] - place, axis=1).min())
        # Between the limbs of a person is on them as well.
        ends = np.concatenate([start, end])
        if (ends.min(0) <= place).all() and (place <= ends.max(0)).all():
            distance = min(distance, 0.9 * REACH)
        if distance <= REACH and (best is None or distance < best[0]):
            best = distance, pose
    return best[1] if best is not None else None


def person_colour(person_id: int) -> QColor:
    """The colour of a person's number."""
    return QColor(*PERSON_COLOURS[person_id % len(PERSON_COLOURS)])


def _draw_number(painter: QPainter, pose: Pose, box: Letterbox, font: QFont, *, main: bool) -> None:
    """A small plate over the head: the number that recordings and exports call a person by."""
    seen = pose.scores >= HIDDEN_SCORE
    if not seen.any():
        return
    points = box.to_widget(pose.joints_2d)[seen]
    top = points[points[:, 1].argmin()]
    text = str(pose.person_id)
    metrics = QFontMetricsF(font)
    height = metrics.height() * 1.15
    width = metrics.horizontalAdvance(text) + 1.35 * height
    middle = float(np.clip(top[0], box.x + width / 2, box.x + box.width - width / 2))
    y = max(float(top[1]) - 1.9 * height, box.y + 2)
    plate = QRectF(middle - width / 2, y, width, height)
    colour = person_colour(pose.person_id)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    ground = QColor(16, 19, 24, 235 if main else 165)
    painter.setPen(QPen(colour, 1.6) if main else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, height / 2, height / 2)
    colour.setAlphaF(1.0 if main else 0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(
        QPointF(plate.x() + 0.5 * height, plate.center().y()), 0.17 * height, 0.17 * height
    )
    painter.setPen(QColor(255, 255, 255, 255 if main else 200))
    painter.drawText(plate.adjusted(0.35 * height, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _draw_lines(
    painter: QPainter,
    ends: NDArray[np.floating],
    opacities: NDArray[np.floating],
    sides: Sequence[skeleton.Side],
    width: float,
    solid: float,
) -> None:
    """(B, 2, 2) px lines with a dark rim, which keeps them readable on any image.

    Doubtful ones first, those of opacity `solid` with round ends on top.
    """
    for index in np.argsort(opacities, kind="stable"):
        opacity = float(opacities[index])
        if opacity <= 0:
            continue
        child, parent = ends[index]
        rim, colour = QColor(0, 0, 0), QColor(*skeleton.COLOURS[sides[index]])
        cap = Qt.PenCapStyle.RoundCap if opacity >= solid else Qt.PenCapStyle.FlatCap
        for pen_colour, pen_width, alpha in (
            (rim, width * 1.7, 0.35 * opacity),
            (colour, width, opacity),
        ):
            pen_colour.setAlphaF(alpha)
            painter.setPen(QPen(pen_colour, pen_width, Qt.PenStyle.SolidLine, cap))
            painter.drawLine(QPointF(*parent), QPointF(*child))


def draw_pose(painter: QPainter, pose: Pose, box: Letterbox, *, main: bool = True) -> None:
    """Draw one person: confident bones solid, doubtful ones faint, very doubtful ones not."""
    points = box.to_widget(pose.joints_2d)
    bones, joints = bone_opacity(pose.scores), joint_opacity(pose.scores)
    width = max(2.0, BONE_WIDTH * min(box.width, box.height))
    if not main:
        bones, joints = bones * OTHERS_OPACITY, joints * OTHERS_OPACITY
        width = max(1.5, width * OTHERS_WIDTH)
    solid = 1.0 if main else OTHERS_OPACITY
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(box.x, box.y, box.width, box.height))
    if len(pose.scores) == skeleton.KEYPOINT_COUNT:
        fine = bone_opacity(pose.scores, _DETAILS) * (DETAILS_OPACITY * solid)
        thin = max(1.0, width * DETAILS_WIDTH)
        sides = skeleton.DETAIL_SIDES
        _draw_lines(painter, points[_DETAILS], fine, sides, thin, solid * DETAILS_OPACITY)
    _draw_lines(painter, points[_BONES], bones, skeleton.BONE_SIDES, width, solid)
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
