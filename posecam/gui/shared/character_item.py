"""A character in the 3D view, its skin moved by the graphics driver: one matrix a bone is sent.

What is uploaded once: vertices, faces, textures. A pose costs nineteen matrices.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PyQt6.QtGui import QOpenGLContext
from PyQt6.QtOpenGL import QOpenGLBuffer
from pyqtgraph.opengl import shaders
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem

from posecam.characters import Character, Part
from posecam.characters.humanoid import DRIVEN

FloatArray = NDArray[np.float32]

_BONES: Final = len(DRIVEN)
_VERTEX: Final = f"""
    uniform mat4 u_mvp;
    uniform mat3 u_normal;
    uniform vec4 u_bones[{3 * _BONES}];
    uniform float u_shown[{_BONES}];
    attribute vec3 a_position;
    attribute vec3 a_normal;
    attribute vec2 a_uv;
    attribute vec4 a_tint;
    attribute vec4 a_rows;
    attribute vec4 a_shares;
    varying vec4 v_tint;
    varying vec3 v_normal;
    varying vec2 v_uv;
    varying float v_shown;
    vec4 x = vec4(0.0), y = vec4(0.0), z = vec4(0.0);
    void pull(float row, float share) {{
        int first = int(row * 3.0 + 0.5);
        x += share * u_bones[first];
        y += share * u_bones[first + 1];
        z += share * u_bones[first + 2];
        v_shown += share * u_shown[int(row + 0.5)];
    }}
    void main() {{
        x = vec4(0.0); y = vec4(0.0); z = vec4(0.0);
        v_shown = 0.0;
        pull(a_rows.x, a_shares.x);
        pull(a_rows.y, a_shares.y);
        pull(a_rows.z, a_shares.z);
        pull(a_rows.w, a_shares.w);
        vec4 rest = vec4(a_position, 1.0);
        vec3 place = vec3(dot(x, rest), dot(y, rest), dot(z, rest));
        vec3 normal = vec3(dot(x.xyz, a_normal), dot(y.xyz, a_normal), dot(z.xyz, a_normal));
        v_normal = u_normal * normal;
        v_tint = a_tint;
        v_uv = a_uv;
        gl_Position = u_mvp * vec4(place, 1.0);
    }}
"""
# The light of the 3D view, softer, as a texture has shading of its own.
_FRAGMENT: Final = """
    #ifdef GL_ES
    precision mediump float;
    #endif
    uniform sampler2D u_texture;
    uniform float u_textured;
    uniform float u_cutoff;
    uniform vec4 u_ground;
    varying vec4 v_tint;
    varying vec3 v_normal;
    varying vec2 v_uv;
    varying float v_shown;
    void main() {
        vec4 colour = v_tint;
        if (u_textured > 0.5) colour *= texture2D(u_texture, v_uv);
        if (colour.a < u_cutoff) discard;
        vec3 n = normalize(v_normal);
        n = normalize(vec3(n.xy, abs(n.z)));
        float key = max(dot(n, normalize(vec3(-0.45, 0.65, 0.62))), 0.0);
        float fill = 0.5 + 0.5 * n.y;
        vec3 lit = colour.rgb * (0.48 + 0.18 * fill + 0.44 * key);
        lit = mix(lit, vec3(dot(lit, vec3(0.333))), u_ground.a);
        lit = mix(u_ground.rgb, min(lit, vec3(1.0)), v_shown);
        gl_FragColor = vec4(lit, 1.0);
    }
"""
#: Attribute, its offset in a vertex's bytes, count, kind, and whether it is a share of the most.
_LAYOUT: Final = (
    ("a_position", 0, 3, GL.GL_FLOAT, False),
    ("a_normal", 12, 3, GL.GL_FLOAT, False),
    ("a_uv", 24, 2, GL.GL_FLOAT, False),
    ("a_shares", 32, 4, GL.GL_FLOAT, False),
    ("a_tint", 48, 4, GL.GL_UNSIGNED_BYTE, True),
    ("a_rows", 52, 4, GL.GL_UNSIGNED_BYTE, False),
)
_STRIDE: Final = 56


class CharacterItem(GLGraphicsItem):  # type: ignore[misc]  # it has no types
    """Draws one character; nothing until it has one and a pose."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("opaque")
        self._shader = shaders.ShaderProgram(
            "character",
            [shaders.VertexShader(_VERTEX), shaders.FragmentShader(_FRAGMENT)],
        )
        self._places: dict[str, int] = {}
        self._vertices = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._faces = QOpenGLBuffer(QOpenGLBuffer.Type.IndexBuffer)
        self._character: Character | None = None
        self._changed = False
        self._draws: list[tuple[int, int, int, Part]] = []
        self._textures: list[int] = []
        self._bones = np.zeros((_BONES, 3, 4), np.float32)
        self._shown = np.ones(_BONES, np.float32)
        self._ground = np.zeros(4, np.float32)
        self._mirrored = False

    def set_character(self, character: Character | None) -> None:
        """Draw that one from now on; None: nothing."""
        self._character, self._changed = character, True
        self.update()

    def set_pose(
        self,
        bones: FloatArray,
        shown: FloatArray,
        ground: FloatArray,
        *,
        mirrored: bool = False,
        stale: bool = False,
    ) -> None:
        """Draw it so.

        Args:
            bones: (B, 3, 4) from its rest to the view's world.
            shown: (B,) how much of each bone is seen; the rest is the ground's colour.
            ground: (3,) the colour of the ground.
            mirrored: the matrices make a mirror image.
            stale: without its colours.
        """
        count = len(bones)
        self._bones[:count], self._shown[:count] = bones, shown
        self._ground[:3], self._ground[3] = ground, stale
        self._mirrored = mirrored
        self.update()

    def paint(self) -> None:
        if self._changed:
            self._upload()
        if self._character is None:
            return
        self.setupGLState()
        context = QOpenGLContext.currentContext()
        assert context is not None
        program = self._shader.program(es2_compat=context.hasExtension(b"GL_ARB_ES2_compatibility"))
        if not self._places:
            names = (
                *("u_mvp", "u_normal", "u_bones", "u_shown"),
                *("u_texture", "u_textured", "u_cutoff", "u_ground"),
            )
            self._places = {name: GL.glGetUniformLocation(program, name) for name in names}
            for name, *_ in _LAYOUT:
                self._places[name] = GL.glGetAttribLocation(program, name)
        at = self._places
        GL.glUseProgram(program)
        mvp = np.array(self.mvpMatrix().data(), np.float32)
        normal = np.array(self.modelViewMatrix().normalMatrix().data(), np.float32)
        GL.glUniformMatrix4fv(at["u_mvp"], 1, False, mvp)
        GL.glUniformMatrix3fv(at["u_normal"], 1, False, normal)
        GL.glUniform4fv(at["u_bones"], 3 * _BONES, self._bones)
        GL.glUniform1fv(at["u_shown"], _BONES, self._shown)
        GL.glUniform4fv(at["u_ground"], 1, self._ground)
        GL.glUniform1i(at["u_texture"], 0)
        self._vertices.bind()
        for name, offset, width, kind, share in _LAYOUT:
            GL.glEnableVertexAttribArray(at[name])
            GL.glVertexAttribPointer(at[name], width, kind, share, _STRIDE, ctypes.c_void_p(offset))
        self._vertices.release()
        self._faces.bind()
        GL.glFrontFace(GL.GL_CW if self._mirrored else GL.GL_CCW)
        for texture, first, count, part in self._draws:
            (GL.glDisable if part.two_sided else GL.glEnable)(GL.GL_CULL_FACE)
            GL.glUniform1f(at["u_textured"], float(texture > 0))
            GL.glUniform1f(at["u_cutoff"], part.cutoff)
            if texture:
                GL.glBindTexture(GL.GL_TEXTURE_2D, texture)
            GL.glDrawElements(
                GL.GL_TRIANGLES, count, GL.GL_UNSIGNED_INT, ctypes.c_void_p(4 * first)
            )
        GL.glBindTexture(GL.GL_TEXTURE_2D, 0)
        GL.glDisable(GL.GL_CULL_FACE)
        GL.glFrontFace(GL.GL_CCW)
        self._faces.release()
        for name, *_ in _LAYOUT:
            GL.glDisableVertexAttribArray(at[name])
        GL.glUseProgram(0)

    def _upload(self) -> None:
        """Send the character to the driver, and have it forget the one before."""
        self._changed = False
        if self._textures:
            GL.glDeleteTextures(self._textures)
        self._textures, self._draws = [], []
        character = self._character
        if character is None:
            self._vertices.destroy()
            self._faces.destroy()
            return
        faces: list[NDArray[np.uint32]] = []
        tints = character.tints.copy()
        for parts in _together(character.parts):
            for part in parts:
                used = np.unique(part.faces)
                tints[used] = np.round(character.tints[used] * part.colour)
            texture = parts[0].texture
            name = 0 if texture is None else _texture(texture)
            if name:
                self._textures.append(name)
            begun = sum(3 * len(one) for one in faces)
            faces += [part.faces for part in parts]
            count = sum(3 * len(part.faces) for part in parts)
            self._draws.append((name, begun, count, parts[0]))
        _fill(self._vertices, _packed(character, tints))
        _fill(self._faces, np.ascontiguousarray(np.concatenate(faces), np.uint32))


def _together(parts: tuple[Part, ...]) -> list[list[Part]]:
    """The parts that can be drawn in one go: those of one texture."""
    found: dict[tuple[int, float, bool], list[Part]] = {}
    for part in parts:
        found.setdefault((id(part.texture), part.cutoff, part.two_sided), []).append(part)
    return list(found.values())


def _packed(character: Character, tints: NDArray[np.uint8]) -> NDArray[Any]:
    """(V,) one record a vertex, as `_LAYOUT` has it."""
    record = np.dtype(
        [
            ("position", "<f4", 3),
            ("normal", "<f4", 3),
            ("uv", "<f4", 2),
            ("shares", "<f4", 4),
            ("tint", "u1", 4),
            ("rows", "u1", 4),
        ]
    )
    found = np.empty(len(character.vertices), record)
    found["position"], found["normal"] = character.vertices, character.normals
    found["uv"], found["shares"] = character.uvs, character.shares
    found["tint"], found["rows"] = tints, character.rows
    return found


def _fill(buffer: QOpenGLBuffer, array: NDArray[Any]) -> None:
    if not buffer.isCreated():
        buffer.create()
    data = array.tobytes()
    buffer.bind()
    buffer.allocate(data, len(data))  # type: ignore[call-overload]  # it takes bytes
    buffer.release()


def _texture(image: NDArray[np.uint8]) -> int:
    """The number of a texture with that image, smaller ones beside it for what is far away."""
    name = int(GL.glGenTextures(1))
    GL.glBindTexture(GL.GL_TEXTURE_2D, name)
    for what, value in (
        (GL.GL_TEXTURE_MIN_FILTER, GL.GL_LINEAR_MIPMAP_NEAREST),
        (GL.GL_TEXTURE_MAG_FILTER, GL.GL_LINEAR),
        (GL.GL_TEXTURE_WRAP_S, GL.GL_REPEAT),
        (GL.GL_TEXTURE_WRAP_T, GL.GL_REPEAT),
    ):
        GL.glTexParameteri(GL.GL_TEXTURE_2D, what, value)
    GL.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1)
    height, width = image.shape[:2]
    GL.glTexImage2D(
        GL.GL_TEXTURE_2D, 0, GL.GL_RGBA, width, height, 0, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, image
    )
    GL.glGenerateMipmap(GL.GL_TEXTURE_2D)
    GL.glBindTexture(GL.GL_TEXTURE_2D, 0)
    return name
