"""Draws people with OpenGL, in software where there is no graphics card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.synthesis import shaders
from training.synthesis.body import Mesh
from training.synthesis.camera import Camera
from training.synthesis.light import Light
from training.synthesis.rotations import Array, cross, unit, vector

Colour = tuple[float, float, float]
#: Regions of a surface, as the shaders know them.
BARE, LOWER, UPPER, EYE = 0.0, 1.0, 2.0, 3.0
PLAIN = (0.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Hems:
    """Where tailored clothes end, in the axes of the body at rest, m; both sides are alike.

    On such a surface UPPER marks the arms; the rest is upper cloth above the waist.

    Attributes:
        shoulder: (3,) of the left side.
        sleeve: (4,) a point's place along the arm is its offset from the shoulder times the
            first three; beyond the fourth there is no sleeve.
        ends: heights of the end of legs or skirt, and of the waist.
        neck: height of the neckline behind, how far it dips in front, and y of its middle.
    """

    shoulder: Array
    sleeve: Array
    ends: tuple[float, float]
    neck: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What a surface is made of.

    Attributes:
        texture: an image, or one colour (sRGB, 0..1).
        upper, lower: linear colours of the cloth's two regions.
        amount: how far each replaces the texture's own colour, 0..1.
        pattern: kind (0 none, 1 stripes, 2 checks, 3 blotches), per metre, darkness, share.
        gloss: of the highlight.
        cutoff: alpha below which the texture is a hole.
        painted: the cloth is part of the body's own surface.
        wrinkles: how far folds bend the light on cloth.
        hems: of tailored clothes.
    """

    texture: Path | Colour
    upper: Colour = (0.5, 0.5, 0.5)
    lower: Colour = (0.5, 0.5, 0.5)
    amount: tuple[float, float] = (0.0, 0.0)
    pattern: tuple[float, float, float, float] = PLAIN
    gloss: float = 0.05
    cutoff: float = 0.0
    painted: bool = False
    wrinkles: float = 0.35
    hems: Hems | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A mesh in the world with its material.

    Attributes:
        key: surfaces of one key share their buffers; a scene must not hold two of one key.
        vertices, normals: (V, 3) in the world.
        region: (V,) BARE, LOWER, UPPER or EYE.
        rest: (V, 3) where the vertices are at rest; patterns stick to it.
        triangles: (F, 3) into the mesh's corners, where not all are drawn.
        eye_balls: (2, 3) middles of left and right eye at rest.
        iris: linear colour of the eyes.
        in_mask: whether the surface is part of the mask.
    """

    key: str
    mesh: Mesh
    vertices: Array
    normals: Array
    region: Array
    rest: Array
    material: Material
    triangles: NDArray[np.int32] | None = None
    eye_balls: Array | None = None
    iris: Colour = (0.05, 0.03, 0.02)
    in_mask: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Floor:
    """Where shadows fall.

    Attributes:
        height: m.
        strength: of the shadow, 0..1.
        contacts: up to four (x, y) where the body touches it.
    """

    height: float
    strength: float
    contacts: Array


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """What an image shows.

    Attributes:
        image: (H, W, 3) uint8 RGB.
        mask: (H, W) uint8, 255 where a surface of the mask is seen.
        buffer: (H, W) of the depth buffer, 0..1; 1 on the background.
        camera: that materials at it.
    """

    image: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    buffer: NDArray[np.float32]
    camera: Camera

    def depth_at(self, at: NDArray[np.intp]) -> Array:
        """Distances along z in m at pixels (..., 2) x, y; infinite on the background."""
        values = self.buffer[at[..., 1], at[..., 0]].astype(np.float64)
        return np.where(values < 1.0, self.camera.depth_m(values), np.inf)


class Renderer:
    """One OpenGL context of one image size; use it from the thread that made it."""

    def __init__(
        self, size: tuple[int, int], shadow_size: int = 512, device: int | None = None
    ) -> None:
        """Make the context.

        Args:
            size: width and height of the images, px.
            shadow_size: side of the shadow map, px.
            device: number among EGL's devices, graphics cards first; None leaves it to EGL.

        Raises:
            PosecamError: moderngl or an OpenGL 3.3 driver is missing.
        """
        try:
            moderngl: Any = import_module("moderngl")
        except ImportError as error:
            raise PosecamError(
                f"Images are rendered with the package moderngl, which is missing ({error}); "
                "install the extra 'synthesis'."
            ) from error
        try:
            chosen = {} if device is None else {"device_index": device}
            self._gl: Any = moderngl.create_context(
                standalone=True, backend="egl", require=330, **chosen
            )
        except Exception as error:
            raise PosecamError(
                f"No OpenGL 3.3 driver can be opened without a window ({error}); "
                "on Debian install libegl1 and libgl1-mesa-dri."
            ) from error
        self._consts = moderngl
        gl, self.size = self._gl, size
        #: What draws, as its driver names it.
        self.device_name: str = gl.info["GL_RENDERER"]
        self._surface = gl.program(shaders.SURFACE_VERTEX, shaders.SURFACE_FRAGMENT)
        self._caster = gl.program(shaders.SHADOW_VERTEX, shaders.SHADOW_FRAGMENT)
        self._backdrop = gl.program(shaders.BACKGROUND_VERTEX, shaders.BACKGROUND_FRAGMENT)
        self._floor = gl.program(shaders.FLOOR_VERTEX, shaders.FLOOR_FRAGMENT)
        self._depth = gl.depth_texture(size)
        self._frame = gl.framebuffer([gl.renderbuffer(size, 4)], self._depth)
        self._shadow = gl.depth_texture((shadow_size, shadow_size))
        self._shadow.compare_func = "<="
        self._shadow.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self._shadow.repeat_x = self._shadow.repeat_y = False  # what lies outside is lit
        self._shadow_frame = gl.framebuffer(depth_attachment=self._shadow)
        corners = gl.buffer(np.array([-1, -1, 1, -1, -1, 1, 1, 1], "f4").tobytes())
        self._backdrop_array = gl.vertex_array(self._backdrop, [(corners, "2f", "corner")])
        self._floor_buffer = gl.buffer(reserve=48)
        self._floor_array = gl.vertex_array(self._floor, [(self._floor_buffer, "3f", "position")])
        self._noise = self._noise_texture()
        self._textures: dict[Path | Colour, Any] = {}
        self._buffers: dict[str, dict[str, Any]] = {}
        self._background: Any = None

    def close(self) -> None:
        """Release the context."""
        self._gl.release()

    def draw(
        self,
        surfaces: Sequence[Surface],
        camera: Camera,
        light: Light,
        background: NDArray[np.uint8],
        floor: Floor | None,
    ) -> Rendered:
        """An image of size `size` of what the camera sees, whatever size its matrix is for."""
        with self._gl:  # another renderer of this thread may have drawn last
            return self._draw(surfaces, camera, light, background, floor)

    def _draw(
        self,
        surfaces: Sequence[Surface],
        camera: Camera,
        light: Light,
        background: NDArray[np.uint8],
        floor: Floor | None,
    ) -> Rendered:
        gl, consts = self._gl, self._consts
        uploaded = [(s, *self._upload(s)) for s in surfaces]
        points = np.concatenate([s.vertices for s in surfaces])
        low, high = points.min(0), points.max(0)
        to_clip, to_light = camera.clip_matrix(), _light_matrix(low, high, light)
        gl.enable(consts.DEPTH_TEST)
        gl.disable(consts.CULL_FACE | consts.BLEND)
        self._shadow_frame.use()
        self._shadow_frame.clear(depth=1.0)
        self._caster["to_light"].write(_column_major(to_light))
        for _, buffers, count in uploaded:
            buffers["cast"].render(consts.TRIANGLES, vertices=count)
        self._frame.use()
        self._frame.clear(0, 0, 0, 1, depth=1.0)
        self._draw_background(background)
        self._shadow.use(1)
        if floor is not None:
            self._draw_floor(floor, to_clip, to_light, low, high)
        self._set_scene(to_clip, to_light, camera, light)
        for surface, buffers, count in uploaded:
            self._set_material(surface)
            buffers["draw"].render(consts.TRIANGLES, vertices=count)
        return self._read(camera)

    def _read(self, camera: Camera) -> Rendered:
        width, height = self.size
        raw = np.frombuffer(self._frame.read(components=4, alignment=1), np.uint8)
        rgba = raw.reshape(height, width, 4)[::-1]
        buffer = np.frombuffer(self._depth.read(alignment=1), np.float32)
        buffer = buffer.reshape(height, width)[::-1]
        mask = np.where(rgba[..., 3] == 255, np.uint8(255), np.uint8(0))
        return Rendered(np.ascontiguousarray(rgba[..., :3]), mask, buffer, camera)

    def _draw_background(self, image: NDArray[np.uint8]) -> None:
        height, width = image.shape[:2]
        if self._background is None or self._background.size != (width, height):
            self._background = self._gl.texture((width, height), 3, alignment=1)
            self._background.filter = (self._consts.LINEAR, self._consts.LINEAR)
        self._background.write(np.ascontiguousarray(image).tobytes(), alignment=1)
        self._background.use(0)
        self._backdrop["backdrop"] = 0
        self._gl.disable(self._consts.DEPTH_TEST)
        self._backdrop_array.render(self._consts.TRIANGLE_STRIP)

    def _draw_floor(
        self, floor: Floor, to_clip: Array, to_light: Array, low: Array, high: Array
    ) -> None:
        gl, consts, program = self._gl, self._consts, self._floor
        x, y = (low[:2] + high[:2]) / 2
        reach = float(np.linalg.norm(high - low)) + 0.8
        z = floor.height
        square = [[x + a * reach, y + b * reach, z] for b in (-1, 1) for a in (-1, 1)]
        self._floor_buffer.write(np.array(square, "f4").tobytes())
        contacts = np.zeros((4, 3))
        contacts[: len(floor.contacts), :2] = floor.contacts
        contacts[: len(floor.contacts), 2] = 1.0
        program["to_clip"].write(_column_major(to_clip))
        program["to_light"].write(_column_major(to_light))
        program["contacts"].write(contacts.astype("f4").tobytes())
        program["shadow"], program["strength"] = 1, floor.strength
        program["softness"], program["middle"], program["reach"] = 1 / 350, (x, y), reach
        gl.enable(consts.BLEND)
        gl.blend_func = consts.SRC_ALPHA, consts.ONE_MINUS_SRC_ALPHA
        self._floor_array.render(consts.TRIANGLE_STRIP)
        gl.disable(consts.BLEND)
        gl.enable(consts.DEPTH_TEST)

    def _set_scene(self, to_clip: Array, to_light: Array, camera: Camera, light: Light) -> None:
        self._gl.enable(self._consts.DEPTH_TEST)
        program = self._surface
        program["to_clip"].write(_column_major(to_clip))
        program["to_light"].write(_column_major(to_light))
        program["to_panorama"].write(_column_major(light.to_panorama))
        program["ambient"].write(light.ambient.astype("f4").tobytes())
        program["eye"] = tuple(camera.position)
        program["sun_direction"], program["sun"] = tuple(light.sun_direction), tuple(light.sun)
        program["exposure"] = light.exposure
        program["surface"], program["shadow"], program["noise"] = 0, 1, 2
        self._noise.use(2)

    def _set_material(self, surface: Surface) -> None:
        program, material = self._surface, surface.material
        self._texture(material.texture).use(0)
        program["tint_upper"], program["tint_lower"] = material.upper, material.lower
        program["tint_amount"], program["pattern"] = material.amount, material.pattern
        program["gloss"], program["cutoff"] = material.gloss, material.cutoff
        program["painted"], program["wrinkles"] = float(material.painted), material.wrinkles
        program["hemmed"] = float(material.hems is not None)
        if material.hems is not None:
            program["shoulder"], program["sleeve"] = (
                tuple(material.hems.shoulder),
                tuple(material.hems.sleeve),
            )
            program["ends"], program["neck"] = material.hems.ends, material.hems.neck
        balls = np.zeros((2, 3)) if surface.eye_balls is None else surface.eye_balls
        program["eye_balls"].write(balls.astype("f4").tobytes())
        program["iris"], program["label"] = surface.iris, float(surface.in_mask)

    def _upload(self, surface: Surface) -> tuple[dict[str, Any], int]:
        mesh, key = surface.mesh, surface.key
        if key not in self._buffers:
            self._buffers[key] = self._make_buffers(mesh)
        buffers, corners = self._buffers[key], mesh.corners
        for name, values in (
            ("position", surface.vertices),
            ("normal", surface.normals),
            ("region", surface.region),
            ("rest", surface.rest),
        ):
            buffers[name].write(values[corners].astype("f4").tobytes())
        triangles = mesh.triangles if surface.triangles is None else surface.triangles
        buffers["index"].write(np.ascontiguousarray(triangles).tobytes())
        return buffers, triangles.size

    def _make_buffers(self, mesh: Mesh) -> dict[str, Any]:
        gl, count = self._gl, len(mesh.corners)
        b = {n: gl.buffer(reserve=count * 12) for n in ("position", "normal", "rest")}
        b["region"] = gl.buffer(reserve=count * 4)
        b["uv"] = gl.buffer(mesh.uv.tobytes())
        b["index"] = gl.buffer(reserve=mesh.triangles.size * 4)
        layout = [
            (b["position"], "3f", "position"),
            (b["normal"], "3f", "normal"),
            (b["uv"], "2f", "uv"),
            (b["region"], "1f", "region"),
            (b["rest"], "3f", "rest"),
        ]
        b["draw"] = gl.vertex_array(self._surface, layout, b["index"])
        b["cast"] = gl.vertex_array(self._caster, layout[:1], b["index"])
        return b

    def _texture(self, source: Path | Colour) -> Any:
        if source not in self._textures:
            gl, consts = self._gl, self._consts
            pixels = _read_rgba(source)
            made = gl.texture(pixels.shape[1::-1], 4, pixels.tobytes())
            made.build_mipmaps()
            made.filter = (consts.LINEAR_MIPMAP_LINEAR, consts.LINEAR)
            self._textures[source] = made
        return self._textures[source]

    def _noise_texture(self) -> Any:
        side = 32
        values = np.random.default_rng(0).integers(0, 256, (side, side, side, 3), dtype=np.uint8)
        made = self._gl.texture3d((side, side, side), 3, values.tobytes())
        made.filter = (self._consts.LINEAR, self._consts.LINEAR)
        return made


def _column_major(matrix: Array) -> bytes:
    return bytes(np.ascontiguousarray(matrix.T).astype("f4").tobytes())


def _light_matrix(low: Array, high: Array, light: Light) -> Array:
    """(4, 4) orthographic view from the sun that holds the box low..high."""
    middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2 + 0.1
    z = -light.sun_direction
    x = unit(cross(z, vector(0.1, 0.9, 0.3)))
    out = np.eye(4)
    out[:3, :3] = np.stack([x, cross(z, x), z]) / radius
    out[2, :3] /= 2.0  # the floor's shadow reaches beyond the body
    out[:3, 3] = -out[:3, :3] @ middle
    return out


def _read_rgba(source: Path | Colour) -> NDArray[np.uint8]:
    """(H, W, 4) of an image file, bottom row first, or of one colour."""
    if isinstance(source, tuple):
        return (np.array([[[*source, 1.0]]]) * 255).astype(np.uint8)
    image = cv2.imread(str(source), cv2.IMREAD_UNCHANGED)
    if image is None:
        raise PosecamError(f"The texture {source} cannot be read.")
    if image.ndim == 2:
        image = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR)
    kind = cv2.COLOR_BGR2RGBA if image.shape[2] == 3 else cv2.COLOR_BGRA2RGBA
    return np.ascontiguousarray(cv2.cvtColor(image, kind)[::-1], dtype=np.uint8)
