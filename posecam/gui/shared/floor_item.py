"""The floor of the 3D view as it is drawn: below everything, whatever is nearer to the camera."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from OpenGL import GL

from posecam.gui.shared.body_mesh import Mesh
from posecam.gui.shared.figure_item import BLEND, MeshItem
from posecam.gui.shared.floor_mesh import arrow_mesh, floor_disc, joined, shadows
from posecam.gui.shared.theme import Theme, rgb
from posecam.kinematics.stage import grid_lines

FloatArray = NDArray[np.float32]

_GROUND: Final = {
    GL.GL_DEPTH_TEST: False,
    GL.GL_BLEND: False,
    GL.GL_CULL_FACE: False,
}
_FLAT: Final = {
    GL.GL_DEPTH_TEST: False,
    GL.GL_BLEND: True,
    GL.GL_CULL_FACE: False,
    "glBlendFuncSeparate": BLEND,
}
#: Of the drawing: before all figures.
_DISC_DEPTH, _GRID_DEPTH, _MARKS_DEPTH = -3, -2, -1


class FloorItem:
    """Disc, grid, shadows and arrow.

    Attributes:
        items: what a view draws.
    """

    def __init__(self) -> None:
        points, self._grid_opacity = grid_lines()
        self._disc = MeshItem(None, _GROUND, _DISC_DEPTH)
        self._grid = gl.GLLinePlotItem(pos=points, mode="lines", width=1.0, antialias=True)
        self._grid.setGLOptions(_FLAT)
        self._grid.setDepthValue(_GRID_DEPTH)
        self._marks = MeshItem(None, _FLAT, _MARKS_DEPTH)
        self.items = (self._disc.item, self._grid, self._marks.item)
        self._theme: Theme | None = None
        self._shadows: Mesh | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._disc.show(floor_disc(theme))
        colours = np.empty((len(self._grid_opacity), 4), np.float32)
        colours[:, :3], colours[:, 3] = rgb(theme.grid), self._grid_opacity
        self._grid.setData(color=colours)

    def show_shadows(self, people: Sequence[tuple[FloatArray, FloatArray]]) -> None:
        """Of the (K, 3) joints and (K,) scores of everybody; `show_arrow` draws them."""
        assert self._theme is not None
        self._shadows = shadows(people, dark=self._theme.dark)

    def show_arrow(self, corners: FloatArray | None) -> None:
        """The (4, 2) corners of the arrow, over the shadows; None: no arrow."""
        assert self._theme is not None
        marks = self._shadows
        if corners is not None:
            arrow = arrow_mesh(corners, self._theme)
            marks = arrow if marks is None else joined(marks, arrow)
        self._marks.show(marks)
