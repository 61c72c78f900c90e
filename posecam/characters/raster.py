"""A character drawn without a graphics driver: its faces put into an image, the nearest on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.characters.character import Character, Part

FloatArray = NDArray[np.float64]
Image = NDArray[np.uint8]

#: Pixels that faces cover, looked at in one go.
_AT_ONCE: Final = 2_000_000
#: Towards the light: left, up, to the viewer.
_KEY: Final = np.array([-0.45, 0.65, 0.62]) / np.linalg.norm([-0.45, 0.65, 0.62])


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A posed character as a viewer has it.

    Attributes:
        pixels: (V, 2) x right, y down.
        distance: (V,) from the viewer, any unit.
        normals: (V, 3) x right, y up, z to the viewer.
    """

    pixels: FloatArray
    distance: FloatArray
    normals: FloatArray


def draw(image: Image, character: Character, seen: Seen) -> None:
    """Draw the character over an image (H, W, 3) BGR."""
    height, width = image.shape[:2]
    nearest = np.full(height * width, np.inf)
    for part in character.parts:
        shown = part.faces if part.two_sided else _facing(part.faces, seen.pixels)
        for faces in _in_pieces(shown, seen.pixels, (width, height)):
            _draw_faces(image, nearest, character, part, faces, seen)


def _facing(faces: NDArray[np.uint32], pixels: FloatArray) -> NDArray[np.uint32]:
    """Those whose corners go round to the left."""
    a, b, c = (pixels[faces[:, corner]] for corner in range(3))
    (ux, uy), (vx, vy) = (b - a).T, (c - a).T
    return np.asarray(faces[ux * vy - uy * vx < 0], np.uint32)


def _in_pieces(
    faces: NDArray[np.uint32], pixels: FloatArray, size: tuple[int, int]
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(F, 3) faces with (F, 4) left, top, width and height of what they cover, some at a time."""
    corners = faces.astype(np.int64)
    low = np.ceil(pixels[corners].min(1) - 0.5).astype(np.int64)
    high = np.floor(pixels[corners].max(1) - 0.5).astype(np.int64) + 1
    low, high = np.maximum(low, 0), np.minimum(high, np.array(size))
    box = np.concatenate([low, high - low], 1)
    covers = (box[:, 2:] > 0).all(1)
    corners, box = corners[covers], box[covers]
    if not len(corners):
        return []
    total = np.cumsum(box[:, 2] * box[:, 3])
    cuts = np.searchsorted(total, np.arange(_AT_ONCE, total[-1], _AT_ONCE))
    return list(zip(np.split(corners, cuts), np.split(box, cuts), strict=True))


def _draw_faces(
    image: Image,
    nearest: FloatArray,
    character: Character,
    part: Part,
    faces: tuple[NDArray[np.int64], NDArray[np.int64]],
    seen: Seen,
) -> None:
    corners, box = faces
    if not len(corners):
        return
    counts = box[:, 2] * box[:, 3]
    face = np.repeat(np.arange(len(corners)), counts)
    place = np.arange(len(face)) - np.repeat(np.cumsum(counts) - counts, counts)
    x = box[face, 0] + place % box[face, 2]
    y = box[face, 1] + place // box[face, 2]
    shares, inside = _barycentric(seen.pixels[corners], face, x + 0.5, y + 0.5)
    face, x, y = face[inside], x[inside], y[inside]
    corner = corners[face]
    away = (seen.distance[corner] * shares).sum(1)
    pixel = y * image.shape[1] + x
    # The nearest is written last. What is behind another part of the character is left out.
    order = np.argsort(-away, kind="stable")
    order = order[away[order] < nearest[pixel[order]]]
    colours = _colours(character, part, corner[order], shares[order], seen.normals)
    solid = colours[:, 3] >= part.cutoff
    order, colours = order[solid], colours[solid]
    nearest[pixel[order]] = away[order]
    image.reshape(-1, 3)[pixel[order]] = np.round(colours[:, 2::-1] * 255).astype(np.uint8)


def _barycentric(
    triangles: FloatArray, face: NDArray[np.int64], x: FloatArray, y: FloatArray
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """(N, 3) shares of the corners of those points that are inside, and (M,) which these are."""
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    (ux, uy), (vx, vy) = (b - a).T, (c - a).T
    area = ux * vy - uy * vx
    scale = 1 / np.where(np.abs(area) > 1e-12, area, np.inf)
    px, py = x - a[face, 0], y - a[face, 1]
    second = (px * vy[face] - py * vx[face]) * scale[face]
    third = (py * ux[face] - px * uy[face]) * scale[face]
    first = 1 - second - third
    inside = (second >= 0) & (third >= 0) & (first >= 0) & (scale[face] != 0)
    return np.stack([first[inside], second[inside], third[inside]], 1), inside


def _colours(
    character: Character,
    part: Part,
    corner: NDArray[np.int64],
    shares: FloatArray,
    normals: FloatArray,
) -> FloatArray:
    """(N, 4) red, green, blue, opacity in 0..1 of points in faces, lit."""
    tints = np.einsum("nk,nkc->nc", shares, character.tints[corner] / 255.0) * part.colour
    if part.texture is not None:
        uv = np.einsum("nk,nkc->nc", shares, character.uvs[corner].astype(np.float64))
        height, width = part.texture.shape[:2]
        column = (np.floor(uv[:, 0] * width).astype(np.int64)) % width
        row = (np.floor(uv[:, 1] * height).astype(np.int64)) % height
        tints = tints * (part.texture[row, column] / 255.0)
    normal = np.einsum("nk,nkc->nc", shares, normals[corner])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    normal[:, 2] = np.abs(normal[:, 2])
    light = 0.48 + 0.18 * (0.5 + 0.5 * normal[:, 1]) + 0.44 * np.maximum(normal @ _KEY, 0.0)
    tints[:, :3] = np.minimum(tints[:, :3] * light[:, None], 1.0)
    return np.asarray(tints)
