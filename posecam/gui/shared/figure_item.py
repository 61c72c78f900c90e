"""A mesh in the 3D view: what is solid is drawn first, then what is seen through.

The last number of a colour says how sure a part is: 1 is solid, less is a guess, drawn as its
outline with a little of its colour within.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from OpenGL import GL
from pyqtgraph.opengl import shaders

from posecam.gui.shared.body_mesh import Mesh

FloatArray = NDArray[np.float32]

#: From here on a part is solid.
SOLID: Final = 0.995
#: How the image's own opacity stays whole where something clear lies over it.
BLEND: Final = (GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA, GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA)
_CLEAR: Final = {
    GL.GL_DEPTH_TEST: True,
    GL.GL_BLEND: True,
    GL.GL_CULL_FACE: False,
    "glBlendFuncSeparate": BLEND,
}

# A key light from the upper left, a soft fill and a rim, all fixed to the camera. Each corner is
# lit, not each pixel: corners are as dense as pixels, and without a graphics card pixels cost more.
_VERTEX: Final = """
    uniform mat4 u_mvp;
    uniform mat3 u_normal;
    attribute vec4 a_position;
    attribute vec3 a_normal;
    attribute vec4 a_color;
    varying vec4 v_color;
    varying vec3 v_normal;
    varying vec4 v_lit;
    void main() {
        v_normal = u_normal * a_normal;
        v_color = a_color;
        // At the outline a normal between two corners may point away: it counts as edge-on.
        vec3 n = normalize(vec3(v_normal.xy, max(v_normal.z, 0.0)));
        float key = max(dot(n, vec3(-0.449, 0.649, 0.619)), 0.0);
        float fill = 0.5 + 0.5 * n.y;
        float shine = pow(max(dot(n, vec3(-0.249, 0.398, 0.876)), 0.0), 28.0);
        vec3 sum = a_color.rgb * (0.30 + 0.20 * fill + 0.58 * key) + vec3(0.16) * shine;
        v_lit = vec4(min(sum, vec3(1.0)), 1.0);
        gl_Position = u_mvp * a_position;
    }
"""
_SOLID_FRAGMENT: Final = """
    #ifdef GL_ES
    precision mediump float;
    #endif
    varying vec4 v_lit;
    void main() {
        gl_FragColor = v_lit;
    }
"""
_CLEAR_FRAGMENT: Final = """
    #ifdef GL_ES
    precision mediump float;
    #endif
    varying vec4 v_color;
    varying vec3 v_normal;
    varying vec4 v_lit;
    void main() {
        if (v_normal.z < 0.0) discard;
        float rim = 1.0 - normalize(v_normal).z;
        float outline = rim * rim * (1.0 - v_color.a);
        gl_FragColor = vec4(mix(v_lit.rgb, v_color.rgb, rim), min(v_color.a + outline, 1.0));
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


def nothing() -> Mesh:
    """A mesh that is one point."""
    corners = np.zeros((3, 3), np.float32)
    return Mesh(corners, corners, np.zeros((3, 4), np.float32), np.array([[0, 1, 2]], np.uint32))


class _Nearest(gl.GLMeshItem):  # type: ignore[misc]  # it has no types
    """Draws of all that is seen through only what is nearest, whatever the order of its faces."""

    def paint(self) -> None:
        GL.glColorMask(False, False, False, False)
        try:
            super().paint()
        finally:
            GL.glColorMask(True, True, True, True)
        GL.glDepthFunc(GL.GL_LEQUAL)
        try:
            super().paint()
        finally:
            GL.glDepthFunc(GL.GL_LESS)


class MeshItem:
    """One mesh that changes, with a shader or, without, in its plain colours.

    Attributes:
        item: what a view draws.
    """

    def __init__(
        self,
        shader: shaders.ShaderProgram | None,
        options: object,
        depth: int = 0,
        kind: type[gl.GLMeshItem] = gl.GLMeshItem,
    ) -> None:
        """options: of OpenGL, as pyqtgraph takes them; depth: higher ones are drawn later."""
        self._geometry = _Geometry(nothing())
        self.item = kind(meshdata=self._geometry, shader=shader, glOptions=options)
        self.item.setDepthValue(depth)
        self.item.setVisible(False)

    @property
    def mesh(self) -> Mesh:
        """What was shown last."""
        return self._geometry.mesh

    def show(self, mesh: Mesh | None) -> None:
        """Draw this from now on; None: nothing."""
        self.item.setVisible(mesh is not None)
        if mesh is not None:
            self._geometry.mesh = mesh
            self.item.meshDataChanged()


class FigureItem:
    """A figure, solid and clear.

    Attributes:
        items: what a view draws.
        mesh: what was shown last.
    """

    def __init__(self) -> None:
        self._solid = MeshItem(_program("solid", _SOLID_FRAGMENT), "opaque")
        self._clear = MeshItem(_program("clear", _CLEAR_FRAGMENT), _CLEAR, 1, _Nearest)
        self.items = (self._solid.item, self._clear.item)
        self.mesh = nothing()

    def show(self, mesh: Mesh | None) -> None:
        """Draw this from now on; None: nothing."""
        if mesh is None:
            self._solid.show(None)
            self._clear.show(None)
            return
        self.mesh = mesh
        unsure = mesh.colours[:, 3] < SOLID
        if not unsure.any():
            self._solid.show(mesh)
            self._clear.show(None)
            return
        clear = unsure[mesh.faces].any(1)
        self._solid.show(None if clear.all() else replace(mesh, faces=mesh.faces[~clear]))
        self._clear.show(replace(mesh, faces=mesh.faces[clear]))


def _program(name: str, fragment: str) -> shaders.ShaderProgram:
    return shaders.ShaderProgram(
        f"posecam-{name}", [shaders.VertexShader(_VERTEX), shaders.FragmentShader(fragment)]
    )
