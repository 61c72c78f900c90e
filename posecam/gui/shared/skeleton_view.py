"""The 3D figure: an OpenGL view with a floor, a shaded body and a camera that goes round it."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PyQt6.QtWidgets import QWidget
from pyqtgraph.opengl import shaders

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.estimation.options import MOST_PEOPLE
from posecam.gui.shared.body_mesh import DETAILS, BodyMesh, Mesh
from posecam.gui.shared.gl_canvas import GLCanvas
from posecam.gui.shared.mannequin import Mannequin, mannequin
from posecam.gui.shared.theme import Theme, rgb
from posecam.gui.shared.translation import tr
from posecam.kinematics.stage import Stage, grid_lines, place_beside
from posecam.pose import FrameResult
from posecam.settings import ViewPlace

LOG = logging.getLogger(__name__)
FloatArray = NDArray[np.float32]

#: Degrees per second of the slow turn.
TURN = 11.0
#: How much of their colour those have who are not the main person.
OTHERS_OPACITY = 0.38
#: What is left of the colour of a figure that is not of now, over the ground's.
STALE_OPACITY = 0.4
#: Milliseconds between steps of the turn while no new pose makes the view draw anyway.
STEP_MS = 40
#: Height above the floor that the camera looks at, metres, and its upright field of view, degrees.
LOOK_AT, UPRIGHT_FOV = 0.92, 33.0
#: Azimuth and elevation of the named views. From the front is as the camera sees.
VIEWS = {"front": (-90.0, 4.0), "side": (0.0, 4.0), "top": (-90.0, 89.0)}

_VERTEX = """
    uniform mat4 u_mvp;
    uniform mat3 u_normal;
    attribute vec4 a_position;
    attribute vec3 a_normal;
    attribute vec4 a_color;
    varying vec4 v_color;
    varying vec3 v_normal;
    void main() {
        v_normal = u_normal * a_normal;
        v_color = a_color;
        gl_Position = u_mvp * a_position;
    }
"""
# A key light from the upper left, a soft fill and a rim, all fixed to the camera.
_FRAGMENT = """
    #ifdef GL_ES
    precision mediump float;
    #endif
    varying vec4 v_color;
    varying vec3 v_normal;
    void main() {
        vec3 n = normalize(v_normal);
        // At the outline a normal between two corners may point away: it counts as edge-on.
        n = normalize(vec3(n.xy, max(n.z, 0.0)));
        float key = max(dot(n, normalize(vec3(-0.45, 0.65, 0.62))), 0.0);
        float fill = 0.5 + 0.5 * n.y;
        float shine = pow(max(dot(n, normalize(vec3(-0.25, 0.40, 0.88))), 0.0), 28.0);
        vec3 lit = v_color.rgb * (0.30 + 0.20 * fill + 0.58 * key) + vec3(0.16) * shine;
        gl_FragColor = vec4(min(lit, vec3(1.0)), v_color.a);
    }
"""


class _Geometry:
    """What GLMeshItem asks of its mesh data, with normals that are known beforehand."""

    def __init__(self, mesh: Mesh) -> None:
        self.mesh = mesh

    def hasFaceIndexedData(self) -> bool:
        return False

    def hasVertexColor(self) -> bool:
        return True

    def hasFaceColor(self) -> bool:
        return False

    def vertexes(self) -> FloatArray:
        return self.mesh.vertices

    def vertexNormals(self) -> FloatArray:
        return self.mesh.normals

    def vertexColors(self) -> FloatArray:
        return self.mesh.colours

    def faces(self) -> NDArray[np.uint32]:
        return self.mesh.faces


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
        self._ground = rgb(theme.stage)
        shader = shaders.ShaderProgram(
            "posecam", [shaders.VertexShader(_VERTEX), shaders.FragmentShader(_FRAGMENT)]
        )
        nothing = np.zeros(skeleton.COUNT, np.float32)
        empty = self._body.mesh(np.zeros((skeleton.COUNT, 3), np.float32), nothing, self._ground)
        self.figure, self._shadow = _Geometry(empty), _Geometry(empty)
        points, self._grid_opacity = grid_lines()
        self._grid = gl.GLLinePlotItem(
            pos=points, mode="lines", width=1.0, antialias=True, glOptions="translucent"
        )
        self._shadow_item = gl.GLMeshItem(meshdata=self._shadow, shader=None)
        self._figure_item = gl.GLMeshItem(meshdata=self.figure, shader=shader)
        whole = np.zeros((skeleton.KEYPOINT_COUNT, 3), np.float32)
        self.details = _Geometry(self._details.mesh(whole, whole[:, 0], self._ground))
        self._details_item = gl.GLMeshItem(meshdata=self.details, shader=shader)
        self._details_item.setVisible(False)
        for item in (self._grid, self._shadow_item, self._figure_item, self._details_item):
            self.addItem(item)
        self._others = [_Geometry(empty) for _ in range(MOST_PEOPLE - 1)]
        self._other_items = [gl.GLMeshItem(meshdata=one, shader=shader) for one in self._others]
        for item in self._other_items:
            item.setVisible(False)
            self.addItem(item)
        self.opts["center"] = pg.Vector(0, 0, LOOK_AT)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._turn_alone)
        self.set_theme(theme)
        self._fit_field_of_view()

    # -- what to show -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._ground = rgb(theme.stage)
        self._shade = 0.62 if theme.dark else 0.86
        self.setBackgroundColor(theme.stage)
        colours = np.empty((len(self._grid_opacity), 4), np.float32)
        colours[:, :3], colours[:, 3] = rgb(theme.grid), self._grid_opacity
        self._grid.setData(color=colours)
        if self._result is not None:
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
        joints = np.zeros((skeleton.COUNT, 3), np.float32)
        scores = np.zeros(skeleton.COUNT, np.float32)
        others: list[tuple[FloatArray, FloatArray]] = []
        there = result is not None and bool(result.poses)
        if result is not None and result.poses:
            main = result.poses[0]
            joints, scores = self._stage.place(main, result.floor), main.scores
            for pose in result.poses[1:MOST_PEOPLE]:
                placed = place_beside(pose, main, joints, result.floor)
                if placed is not None:
                    others.append((self._seen(placed), pose.scores))
        self._draw_others(others)
        mesh = self._figure_of(joints, scores, there)
        self._grey(mesh)
        self.figure.mesh = mesh
        flat = mesh.vertices * np.array([1, 1, 0], np.float32)
        flat[:, 2] = 0.002  # just above the grid
        shade = np.empty_like(mesh.colours)
        shade[:] = (*(self._ground * self._shade), 1.0)
        self._shadow.mesh = Mesh(flat, mesh.normals, shade, mesh.faces)
        self._figure_item.meshDataChanged()
        self._shadow_item.meshDataChanged()
        self._turn()
        self.update()

    def _figure_of(self, joints: FloatArray, scores: FloatArray, there: bool) -> Mesh:
        """The main person's mesh, mirrored where the view is."""
        if there and self._mannequin is not None:
            self._details_item.setVisible(False)
            mesh = self._mannequin.mesh(joints, scores, self._ground)
            self._seen(mesh.vertices)
            self._seen(mesh.normals)
            return mesh
        joints = self._seen(joints)
        self._draw_details(joints, scores)
        return self._body.mesh(joints, scores, self._ground)

    def _draw_details(self, joints: FloatArray, scores: FloatArray) -> None:
        """Feet, face and hands of a pose that has them."""
        there = len(scores) == skeleton.KEYPOINT_COUNT
        self._details_item.setVisible(there)
        if there:
            self.details.mesh = self._details.mesh(joints, scores, self._ground)
            self._grey(self.details.mesh)
            self._details_item.meshDataChanged()

    def _seen(self, joints: FloatArray) -> FloatArray:
        """The joints, left for right where the view is a mirror."""
        if self._mirror:
            joints[:, 0] *= -1
        return joints

    def _draw_others(self, people: Sequence[tuple[FloatArray, FloatArray]]) -> None:
        """Faint figures, faded towards the ground."""
        for number, (geometry, item) in enumerate(
            zip(self._others, self._other_items, strict=True)
        ):
            item.setVisible(number < len(people))
            if number < len(people):
                geometry.mesh = self._plain_body.mesh(*people[number], self._ground)
                solid = geometry.mesh.colours[:, :3]
                solid += (self._ground - solid) * (1 - OTHERS_OPACITY)
                self._grey(geometry.mesh)
                item.meshDataChanged()

    def _grey(self, mesh: Mesh) -> None:
        if self._stale:
            colours = mesh.colours[:, :3]
            grey = colours.mean(1, keepdims=True)
            colours[:] = self._ground + STALE_OPACITY * (grey - self._ground)

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
