"""The 3D figure: an OpenGL view with a floor, a shaded body and a camera that goes round it."""

from __future__ import annotations

import logging
import math
import time

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PyQt6.QtWidgets import QWidget

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.estimation.options import MOST_PEOPLE
from posecam.gui.shared.body_mesh import DETAILS, BodyMesh, Mesh
from posecam.gui.shared.figure_item import FigureItem
from posecam.gui.shared.floor_item import FloorItem
from posecam.gui.shared.floor_mesh import Facing
from posecam.gui.shared.gl_canvas import GLCanvas
from posecam.gui.shared.guessed import with_legs
from posecam.gui.shared.mannequin import Mannequin, mannequin
from posecam.gui.shared.theme import Theme, rgb
from posecam.gui.shared.translation import tr
from posecam.kinematics.stage import Stage, place_beside
from posecam.pose import FrameResult, Pose
from posecam.settings import ViewPlace

LOG = logging.getLogger(__name__)
FloatArray = NDArray[np.float32]

#: Degrees per second of the slow turn.
TURN = 11.0
#: How much of their colour those have who are not the main person.
OTHERS_OPACITY = 0.38
#: How solid the ghost is, that lies over the main person or stands beside.
GHOST_OPACITY = 0.30
#: What is left of the colour of a figure that is not of now, over the ground's.
STALE_OPACITY = 0.4
#: Milliseconds between steps of the turn while no new pose makes the view draw anyway.
STEP_MS = 40
#: Height above the floor that the camera looks at, metres, and its upright field of view, degrees.
LOOK_AT, UPRIGHT_FOV = 0.92, 33.0
#: Azimuth and elevation of the named views. From the front is as the camera sees.
VIEWS = {"front": (-90.0, 4.0), "side": (0.0, 4.0), "top": (-90.0, 89.0)}


class SkeletonView(GLCanvas):
    """Draws the main person of a result, standing on the floor, and the others beside, faintly."""

    touched = pyqtSignal()

    def __init__(self, theme: Theme, samples: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(samples, parent)
        self.setMinimumSize(160, 80)
        self.setAccessibleName(tr("3D view"))
        self._body = BodyMesh()
        self._details = BodyMesh(rings=3, sides=7, ball_rings=5, parts=DETAILS)
        self._stage = Stage()
        self._plain_body = BodyMesh(rings=5, sides=7, ball_rings=5)
        self._mirror = self._stale = False
        self._mannequin = _shipped_mannequin()
        self._turning = False
        self._turned = time.monotonic()
        self._result: FrameResult | None = None
        self._theme = theme
        self._ground = rgb(theme.stage)
        self._facing = Facing()
        self._floor = FloorItem()
        self.figure, self.details, self._ghost = FigureItem(), FigureItem(), FigureItem()
        self._others = [FigureItem() for _ in range(MOST_PEOPLE - 1)]
        figures = (self.figure, self.details, *self._others, self._ghost)
        for item in (*self._floor.items, *(item for one in figures for item in one.items)):
            self.addItem(item)
        self.opts["center"] = pg.Vector(0, 0, LOOK_AT)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._turn_alone)
        self.set_theme(theme)
        self._fit_field_of_view()

    # -- what to show -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._ground = theme, rgb(theme.stage)
        self.setBackgroundColor(theme.stage)
        self._floor.set_theme(theme)
        self._draw(self._result)

    def set_mirror(self, mirror: bool) -> None:
        """Swap the image's left and right, so that the view from the front moves as a mirror."""
        self._mirror = mirror
        if self._result is not None:
            self._draw(self._result)

    @property
    def sticks(self) -> bool:
        """Whether the main person is drawn as bones and joints in place of a body."""
        return self._mannequin is None

    def set_sticks(self, sticks: bool) -> None:
        self._mannequin = None if sticks else _shipped_mannequin()
        self._draw(self._result)

    def set_stale(self, stale: bool) -> None:
        """Grey the figure: what is shown is not what is in front of the camera now."""
        if stale != self._stale:
            self._stale = stale
            self._draw(self._result)

    def set_stage(self, stage: Stage) -> None:
        """Let something else say where on the floor the figure stands."""
        self._stage = stage

    def show_result(self, result: FrameResult | None) -> None:
        """Draw the main person; no person, or None, leaves the floor alone."""
        if result is None:
            self._stage.clear()
        self._result = result
        if self.isVisible():
            self._draw(result)

    def _draw(self, result: FrameResult | None) -> None:
        placed = self._placed(result)
        self._floor.show_shadows([(joints, pose.scores) for pose, joints in placed])
        self._draw_main(placed[0] if placed else None)
        others = [one for one in placed[1:] if one[0].person_id >= 0]
        for number, item in enumerate(self._others):
            item.show(self._other_mesh(*others[number]) if number < len(others) else None)
        ghosts = [one for one in placed[1:] if one[0].person_id < 0]
        self._ghost.show(self._ghost_mesh(*ghosts[0]) if ghosts else None)
        self._turn()
        self.update()

    def _placed(self, result: FrameResult | None) -> list[tuple[Pose, FloatArray]]:
        """Everybody with their joints in the world, mirrored where the view is; main first."""
        if result is None or not result.poses:
            return []
        main = result.poses[0]
        joints = self._stage.place(main, result.floor)
        placed = [(main, joints)]
        for pose in result.poses[1:MOST_PEOPLE]:
            beside = place_beside(pose, main, joints, result.floor)
            if beside is not None:
                placed.append((pose, beside))
        # From here on every one is its own array.
        return [(pose, self._seen(with_legs(there, pose.scores))) for pose, there in placed]

    def _draw_main(self, main: tuple[Pose, FloatArray] | None) -> None:
        """The main person as a body or as sticks, and the way they face."""
        if main is None:
            self.figure.show(None)
            self.details.show(None)
            self._facing.clear()
            self._floor.show_arrow(None)
            return
        pose, joints = main
        self._floor.show_arrow(self._arrow(pose, joints))
        whole = self._mannequin is None and len(pose.scores) == skeleton.KEYPOINT_COUNT
        self.figure.show(self._grey(self._mesh_of(joints, pose.scores)))
        details = self._details.mesh(joints, pose.scores, self._ground) if whole else None
        self.details.show(None if details is None else self._grey(details))

    def _arrow(self, pose: Pose, joints: FloatArray) -> FloatArray | None:
        """(4, 2) on the floor; a mirror changes left and right of a person, not their front."""
        corners = self._facing.arrow(self._seen(joints.copy()), pose.scores, pose.time)
        return None if corners is None else self._seen(corners)

    def _mesh_of(self, joints: FloatArray, scores: FloatArray) -> Mesh:
        """A body of its own, or sticks where these are asked for."""
        if self._mannequin is None:
            return self._body.mesh(joints, scores, self._ground)
        mesh = self._mannequin.mesh(self._seen(joints.copy()), scores)
        self._seen(mesh.vertices)
        self._seen(mesh.normals)
        return mesh

    def _other_mesh(self, pose: Pose, joints: FloatArray) -> Mesh:
        """A faint figure, faded towards the ground."""
        mesh = self._plain_body.mesh(joints, pose.scores, self._ground)
        solid = mesh.colours[:, :3]
        solid += (self._ground - solid) * (1 - OTHERS_OPACITY)
        return self._grey(mesh)

    def _ghost_mesh(self, pose: Pose, joints: FloatArray) -> Mesh:
        """A figure that is seen through."""
        mesh = self._mesh_of(joints, pose.scores)
        mesh.colours[:, 3] = np.minimum(mesh.colours[:, 3], GHOST_OPACITY)
        return mesh

    def _seen(self, joints: FloatArray) -> FloatArray:
        """The joints, left for right where the view is a mirror."""
        if self._mirror:
            joints[:, 0] *= -1
        return joints

    def _grey(self, mesh: Mesh) -> Mesh:
        """The same mesh, without its colours where it is not of now."""
        if self._stale:
            colours = mesh.colours[:, :3]
            grey = colours.mean(1, keepdims=True)
            colours[:] = self._ground + STALE_OPACITY * (grey - self._ground)
        return mesh

    # -- the camera ---------------------------------------------------------------------------

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

    def look_from(self, name: str) -> None:
        """Look from "front", "side" or "top" and stand still."""
        azimuth, elevation = VIEWS[name]
        self.set_turning(False)
        self.setCameraPosition(azimuth=azimuth, elevation=elevation)

    def place(self) -> ViewPlace:
        """Where the camera is, to be kept."""
        return ViewPlace(
            azimuth=_wrap(float(self.opts["azimuth"])),
            elevation=float(np.clip(self.opts["elevation"], -90, 90)),
            distance=float(self.opts["distance"]),
            turning=self._turning,
            sticks=self.sticks,
        )

    def set_place(self, place: ViewPlace) -> None:
        self.setCameraPosition(
            distance=place.distance, azimuth=place.azimuth, elevation=place.elevation
        )
        self.set_turning(place.turning)
        if place.sticks != self.sticks:
            self.set_sticks(place.sticks)

    def _fit_field_of_view(self) -> None:
        """Keep the figure's height in view; pyqtgraph's own angle is the horizontal one."""
        aspect = self.width() / max(self.height(), 1)
        half = math.tan(math.radians(UPRIGHT_FOV / 2)) * max(aspect, 0.75)
        self.opts["fov"] = 2 * math.degrees(math.atan(half))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit_field_of_view()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        super().mousePressEvent(event)
        if event is not None and event.button() != Qt.MouseButton.NoButton:
            self._stop_for_hand()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        super().wheelEvent(event)
        self.opts["distance"] = float(np.clip(self.opts["distance"], 1.2, 15.0))
        self._stop_for_hand()

    def _stop_for_hand(self) -> None:
        if self._turning:
            self.set_turning(False)
        self.touched.emit()


def _shipped_mannequin() -> Mannequin | None:
    """The body that ships, where its file is whole; there are sticks without it."""
    try:
        return mannequin()
    except (PosecamError, FileNotFoundError) as error:
        LOG.warning("The 3D view draws sticks: %s", error)
        return None


def _wrap(degrees: float) -> float:
    """An angle in -180..180."""
    return (degrees + 180.0) % 360.0 - 180.0
