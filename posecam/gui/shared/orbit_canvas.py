"""The camera of the 3D view: it goes round, keeps a person in view, and is moved by hand."""

from __future__ import annotations

import math
import time
from typing import Final

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QMouseEvent, QPainter, QPen, QResizeEvent, QVector3D, QWheelEvent
from PyQt6.QtWidgets import QWidget

from posecam.gui.shared.framing import FARTHEST, NEAREST, Framing
from posecam.gui.shared.gl_canvas import GLCanvas
from posecam.gui.shared.translation import tr
from posecam.settings import ViewPlace

#: Degrees per second of the slow turn.
TURN: Final = 11.0
#: Milliseconds between steps of the turn while no new pose makes the view draw anyway.
STEP_MS: Final = 40
#: Height above the floor that the camera looks at, metres, and its upright field of view, degrees.
LOOK_AT, UPRIGHT_FOV = 0.92, 33.0
#: Azimuth and elevation of the named views. From the front is as the camera sees.
VIEWS: Final = {"front": (-90.0, 4.0), "side": (0.0, 4.0), "top": (-90.0, 89.0)}
#: Lengths of the scale, metres: the first that takes no more than this share of the width.
_SCALES, _WIDEST = (1.0, 0.5, 0.2, 0.1), 0.6
#: Of the scale, logical pixels: from the corner, and its ticks.
_CORNER, _TICK = 14.0, 4.0


class OrbitCanvas(GLCanvas):
    """Turns about a person and frames them. What draws in it calls `advance` at every pose."""

    touched = pyqtSignal()  # by hand: it may turn or follow no longer

    def __init__(self, samples: int = 0, parent: QWidget | None = None) -> None:
        """samples: see `GLCanvas`."""
        super().__init__(samples, parent)
        self._turning, self._following = False, True
        self._turned = time.monotonic()
        self._covered = 0
        self._ink = QColor("gray")
        self.framing = Framing()
        self.opts["center"] = pg.Vector(0, 0, LOOK_AT)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._turn_alone)
        self._fit_field_of_view()

    # -- turning and following ----------------------------------------------------------------

    @property
    def turning(self) -> bool:
        return self._turning

    def set_turning(self, turning: bool) -> None:
        """Go slowly round the figure, or stand still."""
        self._turning = turning
        self._turned = time.monotonic()
        if turning:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def following(self) -> bool:
        """Whether the camera keeps the person whole and in the middle."""
        return self._following

    def set_following(self, following: bool) -> None:
        """Keep the person whole and in the middle, or stay where the camera is."""
        self._following = following
        self._follow()
        self.update()

    def fit(self) -> None:
        """Frame the person as they are now, whatever they reached before."""
        self.framing.tighten()
        self._frame()
        self.update()

    def set_covered(self, pixels: int) -> None:
        """Something lies over so much of the upper edge: the person is kept below it."""
        self._covered = pixels
        self._follow()

    def advance(self) -> None:
        """Go on turning, and follow."""
        self._turn()
        self._follow()
        self.update()

    def _follow(self) -> None:
        if self._following:
            self._frame()

    def _frame(self) -> None:
        if not self.framing.known:
            return
        wide = math.tan(math.radians(self.opts["fov"] / 2))
        tall = wide * self.height() / max(self.width(), 1)
        above = min(self._covered / max(self.height(), 1), 0.4)
        centre, distance = self.framing.camera(self.opts["elevation"], wide, tall, above)
        self.opts["center"], self.opts["distance"] = pg.Vector(*centre), distance

    def _turn(self) -> None:
        if not self._turning:
            return
        now = time.monotonic()
        step = min(now - self._turned, 0.2)
        self._turned = now
        self.opts["azimuth"] = _wrap(self.opts["azimuth"] + TURN * step)

    def _turn_alone(self) -> None:
        """Turn where no pose came lately; poses turn the view as they are drawn."""
        if self.isVisible() and time.monotonic() - self._turned >= STEP_MS * 1.2e-3:
            self._turn()
            self.update()

    # -- its place ----------------------------------------------------------------------------

    def look_from(self, name: str) -> None:
        """Look from "front", "side" or "top" and stand still."""
        azimuth, elevation = VIEWS[name]
        self.set_turning(False)
        self.setCameraPosition(azimuth=azimuth, elevation=elevation)
        self._follow()

    def camera_place(self) -> ViewPlace:
        """Where the camera is, to be kept."""
        return ViewPlace(
            azimuth=_wrap(float(self.opts["azimuth"])),
            elevation=float(np.clip(self.opts["elevation"], -90, 90)),
            distance=float(self.opts["distance"]),
            turning=self._turning,
            follow=self._following,
        )

    def set_camera_place(self, place: ViewPlace) -> None:
        self.setCameraPosition(
            distance=place.distance, azimuth=place.azimuth, elevation=place.elevation
        )
        self.set_turning(place.turning)
        self.set_following(place.follow)

    def _fit_field_of_view(self) -> None:
        """Keep the figure's height in view; pyqtgraph's own angle is the horizontal one."""
        aspect = self.width() / max(self.height(), 1)
        half = math.tan(math.radians(UPRIGHT_FOV / 2)) * max(aspect, 0.75)
        self.opts["fov"] = 2 * math.degrees(math.atan(half))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit_field_of_view()
        self._follow()

    # -- by hand ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        super().mousePressEvent(event)
        if event is not None and event.button() != Qt.MouseButton.NoButton:
            self._stop_for_hand(moved=False)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        centre = self.opts["center"]
        super().mouseMoveEvent(event)
        if self.opts["center"] != centre:
            self._stop_for_hand(moved=True)
        self._follow()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        super().wheelEvent(event)
        self.opts["distance"] = float(np.clip(self.opts["distance"], NEAREST, FARTHEST))
        self._stop_for_hand(moved=True)

    def _stop_for_hand(self, *, moved: bool) -> None:
        if self._turning:
            self.set_turning(False)
        if moved:
            self._following = False
        self.touched.emit()

    # -- the scale ----------------------------------------------------------------------------

    def on_image(self, point: tuple[float, float, float]) -> tuple[float, float]:
        """Where a point of the world, metres, is seen: logical pixels, right and down."""
        area = (0, 0, self.width(), self.height())
        seen = (self.projectionMatrix(area, area) * self.viewMatrix()).map(QVector3D(*point))
        return (1 + seen.x()) / 2 * self.width(), (1 - seen.y()) / 2 * self.height()

    def scale_bar(self) -> tuple[float, float]:
        """Metres, and how many logical pixels they are where the camera looks at."""
        across = 2 * self.opts["distance"] * math.tan(math.radians(self.opts["fov"] / 2))
        metre = self.width() / across
        room = _WIDEST * self.width()
        metres = next((m for m in _SCALES if m * metre <= room), _SCALES[-1])
        return metres, metres * metre

    def set_ink(self, colour: str) -> None:
        """The colour of the scale, #rrggbb."""
        self._ink = QColor(colour)

    def paint_over(self, painter: QPainter) -> None:
        """The scale, in the lower left corner."""
        metres, pixels = self.scale_bar()
        left, low = _CORNER, self.height() - _CORNER
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.5))
        painter.drawLine(QPointF(left, low), QPointF(left + pixels, low))
        for end in (left, left + pixels):
            painter.drawLine(QPointF(end, low - _TICK), QPointF(end, low + _TICK))
        words = QRectF(left, low - 24, max(pixels, 60), 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, tr("{metres:g} m", metres=metres))


def _wrap(degrees: float) -> float:
    """An angle in -180..180."""
    return (degrees + 180.0) % 360.0 - 180.0
