"""The live image with the skeleton on it, and the words that are laid over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import cv2
import numpy as np
from PyQt6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from posecam import skeleton
from posecam.gui.shared.guide_drawing import draw_guide
from posecam.gui.shared.message_card import Action, MessageCard
from posecam.gui.shared.overlay import Letterbox, draw_people, person_at
from posecam.gui.shared.take_drawing import CLOCK_PX, TakeSign, draw_take
from posecam.gui.shared.translation import tr
from posecam.pose import HIDDEN_SCORE, FrameResult, Pose, main_number

#: Of skeletons that are not of now.
STALE_OPACITY = 0.35
#: Least logical pixels of a letter's line that is read from far away; a view has room for so many
#: lines and columns of them where it is larger.
DISTANT_PX, DISTANT_LINES, DISTANT_COLUMNS = 28, 30, 34
#: Of `VideoView._font`, so that nothing is smaller than that.
_SMALLEST_SCALE = 0.95
_BACKGROUND = QColor(8, 10, 13)
_PLATE = QColor(24, 29, 36, 225)
#: Share of the width at which words beside the head change to the left of it, and least share.
_TO_THE_LEFT, _LEAST_BESIDE = 0.56, 0.28
_HEAD = [skeleton.INDEX["upper_neck"], skeleton.INDEX["head_top"]]
_TEXT = QColor(240, 243, 247)
_DIM = QColor(0, 0, 0, 110)
_BADGE = QColor(255, 184, 0)


class VideoView(QWidget):
    """Draws one `FrameResult` letterboxed. Only draws: its owner says what to show."""

    person_clicked = pyqtSignal(int)  # number of another than the main person
    place_clicked = pyqtSignal(float, float)  # px of the image, where no person is followed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(QSize(200, 150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Video"))
        self.setMouseTracking(True)
        self.on_painted: Callable[[FrameResult], None] | None = None
        self._result: FrameResult | None = None
        self._mirror = self._stale = self._distant = False
        self._guide_left = False
        self._covered = 0
        self._message = ("", "")
        self.card = MessageCard(self)
        self._hint = ""
        self._badge = ("", "")
        self._guide = ("", 0.0)
        self._take = TakeSign()

    @property
    def result(self) -> FrameResult | None:
        """What is shown."""
        return self._result

    def show_result(self, result: FrameResult | None) -> None:
        """Show a frame and its poses; None clears the image."""
        self._result = result
        self.update()

    def set_mirror(self, mirror: bool) -> None:
        self._mirror = mirror
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Grey the skeletons: what is shown is not what is in front of the camera now."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    @property
    def message(self) -> tuple[str, str]:
        """Headline and sentence over the image."""
        return self._message

    def set_message(
        self, headline: str, sentence: str = "", actions: Sequence[Action] = ()
    ) -> None:
        """Lay a message over the image; an empty headline takes it away.

        Args:
            headline: what is wrong, in two or three words.
            sentence: why.
            actions: what the person can do about it.
        """
        self.card.show_message(headline, sentence, actions)
        if (headline, sentence) != self._message:
            self._message = (headline, sentence)
            self.update()

    @property
    def hint(self) -> str:
        return self._hint

    def set_hint(self, hint: str) -> None:
        """A line at the lower edge, for what the person may do."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def set_covered(self, pixels: int) -> None:
        """Something lies over so much of the lower edge: the hint stands above it."""
        self._covered = pixels
        self.update()

    @property
    def badge(self) -> tuple[str, str]:
        return self._badge

    def set_badge(self, word: str, explanation: str = "") -> None:
        """A word in the upper left corner and what it means."""
        if (word, explanation) != self._badge:
            self._badge = (word, explanation)
            self.update()

    @property
    def guide(self) -> str:
        return self._guide[0]

    def set_guide(self, sentence: str, progress: float = 0.0) -> None:
        """Large words for a person who stands away from the screen; "" takes them away.

        Args:
            sentence: what to do.
            progress: of the time it takes, 0..1; 0 shows none.
        """
        if (sentence, progress) != self._guide:
            self._guide = (sentence, progress)
            self.update()

    @property
    def take(self) -> TakeSign:
        """What is shown of the take that is recorded or counted down to."""
        return self._take

    def set_take(self, sign: TakeSign) -> None:
        """Show the take's frame, clock and countdown, or with an empty sign nothing of it."""
        if sign != self._take:
            self._take = sign
            self.update()

    def letterbox(self) -> Letterbox | None:
        """Where the image lies now; None while there is none."""
        if self._result is None:
            return None
        size = (float(self.width()), float(self.height()))
        return Letterbox.fit(self._result.frame.size, size, self._mirror)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        super().mousePressEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        box, place = self.letterbox(), event.position()
        if box is None or self._result is None:
            return
        pose = person_at(self._result.poses, box, place.x(), place.y())
        if pose is None:
            pixel = box.to_image(place.x(), place.y())
            if pixel is not None:
                self.place_clicked.emit(*pixel)
        elif (other := self._other_at(place)) is not None:
            self.person_clicked.emit(other.person_id)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """The hand over a person who can be made the main person."""
        super().mouseMoveEvent(event)
        if event is None:
            return
        over = self._other_at(event.position()) is not None
        self.setToolTip(tr("Make this the main person") if over else "")
        if over:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def _other_at(self, place: QPointF) -> Pose | None:
        """Who is at a place of the widget, but for the main person."""
        box = self.letterbox()
        if box is None or self._result is None or len(self._result.poses) < 2:
            return None
        pose = person_at(self._result.poses, box, place.x(), place.y())
        main = main_number(self._result.poses, self._result.main_id)
        return pose if pose is not None and pose.person_id != main else None

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.card.settle()

    def paintEvent(self, _: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _BACKGROUND)
        result, box = self._result, self.letterbox()
        if result is not None and box is not None:
            self._draw_image(painter, result, box)
            painter.setOpacity(STALE_OPACITY if self._stale else 1.0)
            draw_people(painter, result.poses, result.main_id, box, self._font(0.95, bold=True))
            painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if box is not None:
            image = QRectF(box.x, box.y, box.width, box.height)
            draw_take(painter, image, QRectF(self.rect()), self._take, self.font())
        if self._badge[0] and not self._guide[0]:
            self._draw_badge(painter)
        if self._message[0]:
            painter.fillRect(self.rect(), _DIM)
        elif self._guide[0]:
            letter = min(self.height() / 15, self.width() / 22)
            letter = max(letter, DISTANT_PX) if self._distant else letter
            draw_guide(painter, self._beside_the_head(), *self._guide, self.font(), letter)
        elif self._hint:
            self._draw_hint(painter)
        painter.end()
        if result is not None and self.on_painted is not None:
            # Not before the window has been handed to the screen: that is still to come.
            QTimer.singleShot(0, partial(self.on_painted, result))

    def _beside_the_head(self) -> QRectF:
        """Where words do not cover the main person's head: one side of it; else everywhere.

        They stay on their side until the head is clearly on it.
        """
        room, box = QRectF(self.rect()), self.letterbox()
        if self._take.clock:
            room.setTop(1.5 * CLOCK_PX)
        main = self._result.main if self._result is not None else None
        if box is None or main is None or min(main.scores[_HEAD]) < HIDDEN_SCORE:
            return room
        head = float(box.to_widget(main.joints_2d[_HEAD])[:, 0].mean()) / self.width()
        self._guide_left = head > (_TO_THE_LEFT if not self._guide_left else 1 - _TO_THE_LEFT)
        wide = (head if self._guide_left else 1 - head) * room.width() - 0.07 * room.width()
        if wide < _LEAST_BESIDE * room.width():
            return room
        return QRectF(0 if self._guide_left else room.right() - wide, room.y(), wide, room.height())

    def _draw_image(self, painter: QPainter, result: FrameResult, box: Letterbox) -> None:
        """Scale with OpenCV, which is several times quicker than a smooth QPainter transform."""
        ratio = self.devicePixelRatioF()
        size = max(round(box.width * ratio), 1), max(round(box.height * ratio), 1)
        pixels = result.frame.image
        if size != result.frame.size:
            # Averaging takes several times as long, and only where much is lost is it seen.
            much = 2 * size[0] <= pixels.shape[1]
            how = cv2.INTER_AREA if much else cv2.INTER_LINEAR
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8)
        if self._mirror:
            pixels = np.asarray(cv2.flip(pixels, 1), np.uint8)
        # The image shares the array's memory; `pixels` outlives it, both end with this call.
        image = QImage(
            pixels.data,  # type: ignore[call-overload]  # any buffer will do
            pixels.shape[1],
            pixels.shape[0],
            pixels.strides[0],
            QImage.Format.Format_BGR888,
        )
        painter.drawImage(QRectF(box.x, box.y, box.width, box.height), image)

    def set_distant(self, distant: bool) -> None:
        """Write everything so large that it is read from four metres."""
        self._distant = distant
        self.card.set_distant(distant)
        self.update()

    def _font(self, scale: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        if self._distant:
            large = min(self.height() / DISTANT_LINES, self.width() / DISTANT_COLUMNS)
            font.setPixelSize(round(max(large, DISTANT_PX) * scale / _SMALLEST_SCALE))
        else:
            font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        return font

    def _draw_hint(self, painter: QPainter) -> None:
        painter.setFont(self._font(1.1))
        metrics = painter.fontMetrics()
        unit = float(metrics.height())
        width = min(metrics.horizontalAdvance(self._hint) + 2.2 * unit, self.width() - unit)
        plate = QRectF(
            (self.width() - width) / 2, self.height() - 3 * unit - self._covered, width, 1.9 * unit
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PLATE)
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        painter.setPen(_TEXT)
        text = metrics.elidedText(
            self._hint, Qt.TextElideMode.ElideRight, int(plate.width() - unit)
        )
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_badge(self, painter: QPainter) -> None:
        word, explanation = self._badge
        painter.setFont(self._font(0.95, bold=True))
        metrics = painter.fontMetrics()
        unit = float(metrics.height())
        x, y = unit * 0.8, unit * 0.8
        plate = QRectF(x, y, metrics.horizontalAdvance(word) + 1.2 * unit, 1.5 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BADGE)
        painter.drawRoundedRect(plate, unit * 0.35, unit * 0.35)
        painter.setPen(QColor(20, 16, 0))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, word)
        if not explanation or self._take.clock:  # the clock needs the room
            return
        painter.setFont(self._font(0.95))
        metrics = painter.fontMetrics()
        room = self.width() - plate.right() - 2.4 * unit
        text = metrics.elidedText(explanation, Qt.TextElideMode.ElideRight, int(max(room, 0)))
        note = QRectF(
            plate.right() + 0.4 * unit, y, metrics.horizontalAdvance(text) + 1.2 * unit, 1.5 * unit
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PLATE)
        painter.drawRoundedRect(note, unit * 0.35, unit * 0.35)
        painter.setPen(_TEXT)
        painter.drawText(note, Qt.AlignmentFlag.AlignCenter, text)
