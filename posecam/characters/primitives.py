"""The meshes of a glTF file at rest: every vertex where the file's own pose has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.characters.accessors import read_array
from posecam.characters.document import CharacterError, Document, FloatArray
from posecam.characters.textures import Material, Materials

#: Of all meshes together.
MOST_VERTICES: Final = 200_000
_TRIANGLES, _STRIP, _FAN = 4, 5, 6


@dataclass(frozen=True, slots=True, eq=False)
class Primitive:
    """What is drawn in one go, in the axes and the unit of the file.

    Attributes:
        vertices, normals: (V, 3).
        uvs: (V, 2). tints: (V, 4) uint8.
        faces: (F, 3).
        pulls: (V, B) how much each bone moves a vertex; rows add up to 1.
    """

    vertices: FloatArray
    normals: FloatArray
    uvs: NDArray[np.float32]
    tints: NDArray[np.uint8]
    faces: NDArray[np.uint32]
    pulls: NDArray[np.float32]
    material: Material


def read_primitives(
    document: Document, rows: Sequence[int], bones: int, materials: Materials
) -> list[Primitive]:
    """Every mesh with a skin, and those without that hang on a bone.

    Args:
        rows: of each node the row of the bone that it goes with, -1 for none.
        bones: how many there are.

    Raises:
        CharacterError: there are too many vertices, or the file is damaged.
    """
    found: list[Primitive] = []
    total = 0
    for number, node in enumerate(document.nodes):
        if node.mesh is None or (node.skin is None and rows[number] < 0):
            continue
        for raw in document.gltf.meshes[node.mesh].primitives:
            mode = _TRIANGLES if raw.mode is None else raw.mode
            if mode not in {_TRIANGLES, _STRIP, _FAN} or raw.attributes.POSITION is None:
                continue
            total += document.gltf.accessors[raw.attributes.POSITION].count
            if total > MOST_VERTICES:
                raise CharacterError(
                    f"{document.name} has more than {MOST_VERTICES} vertices, which is too many"
                    " to move live: reduce it first."
                )
            found.append(_read(document, number, raw, mode, rows, bones, materials))
    return found


def _read(
    document: Document,
    number: int,
    raw: Any,
    mode: int,
    rows: Sequence[int],
    bones: int,
    materials: Materials,
) -> Primitive:
    attributes, node = raw.attributes, document.nodes[number]
    points = read_array(document, attributes.POSITION, 3).astype(np.float64)
    count = len(points)
    faces = _faces(document, raw, mode, count)
    normals = (
        read_array(document, attributes.NORMAL, 3).astype(np.float64)
        if attributes.NORMAL is not None
        else _normals(points, faces)
    )
    if node.skin is None:
        pulls = np.zeros((count, bones), np.float32)
        pulls[:, rows[number]] = 1.0
        blended = np.tile(document.globals[number][None, :3], (count, 1, 1))
    else:
        pulls, blended = _skin(document, node.skin, attributes, count, rows, bones)
    places, turned = _moved(blended, points, normals)
    if count and np.linalg.det(blended[0, :, :3]) < 0:  # a mirror image
        faces = faces[:, ::-1]
    if len(normals) != count or not np.isfinite(places).all():
        raise document.damaged("a vertex is nowhere")
    material = materials.of(raw.material)
    return Primitive(
        places,
        turned,
        _uvs(document, attributes, material, count),
        _tints(document, attributes, count),
        faces,
        pulls,
        material,
    )


def _skin(
    document: Document,
    number: int,
    attributes: Any,
    count: int,
    rows: Sequence[int],
    bones: int,
) -> tuple[NDArray[np.float32], FloatArray]:
    """(V, B) pulls, and (V, 3, 4) matrices that take the vertices to where they rest."""
    skin = document.gltf.skins[number]
    joints = np.array(skin.joints, np.int64)
    if joints.size == 0 or joints.min() < 0 or joints.max() >= len(document.nodes):
        raise document.damaged("its skin refers to what is not there")
    inverse = np.tile(np.eye(4), (len(joints), 1, 1))
    if skin.inverseBindMatrices is not None:
        given = read_array(document, skin.inverseBindMatrices, 16)
        if len(given) < len(joints):
            raise document.damaged("its skin is shorter than it says")
        inverse = given[: len(joints)].reshape(-1, 4, 4).transpose(0, 2, 1).astype(np.float64)
    rest = (document.globals[joints] @ inverse)[:, :3]
    bone_of = np.maximum(np.array(rows)[joints], 0)
    pulls = np.zeros((count, bones), np.float32)
    blended, total = np.zeros((count, 3, 4)), np.zeros(count)
    every = np.arange(count)
    for places, weights in ((f"JOINTS_{n}", f"WEIGHTS_{n}") for n in (0, 1)):
        place = getattr(attributes, places, None)
        weight = getattr(attributes, weights, None)
        if place is None or weight is None:
            continue
        which = read_array(document, place, 4).astype(np.int64)
        share = np.maximum(read_array(document, weight, 4).astype(np.float64), 0.0)
        if len(which) != count or len(share) != count or which.max(initial=0) >= len(joints):
            raise document.damaged("its skin has another form than it should")
        for column in range(4):
            pull = share[:, column]
            np.add.at(pulls, (every, bone_of[which[:, column]]), pull.astype(np.float32))
            blended += pull[:, None, None] * rest[which[:, column]]
            total += pull
    if not (total > 0).all():
        loose = total <= 0
        pulls[loose, 0], total[loose] = 1.0, 1.0
        blended[loose] = rest[0]
    pulls = np.asarray(pulls / total[:, None], np.float32)
    return pulls, np.asarray(blended / total[:, None, None], np.float64)


def _moved(
    matrices: FloatArray, points: FloatArray, normals: FloatArray
) -> tuple[FloatArray, FloatArray]:
    places = np.einsum("vij,vj->vi", matrices[:, :, :3], points) + matrices[:, :, 3]
    turned = np.einsum("vij,vj->vi", matrices[:, :, :3], normals)
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    return places, turned / np.where(length > 0, length, 1.0)


def _faces(document: Document, raw: Any, mode: int, count: int) -> NDArray[np.uint32]:
    """(F, 3) of lists, strips and fans."""
    if raw.indices is None:
        order = np.arange(count, dtype=np.uint32)
    else:
        order = read_array(document, raw.indices, 1)[:, 0].astype(np.uint32)
    if order.size and order.max() >= count:
        raise document.damaged("a face has a corner that is not there")
    if mode == _TRIANGLES:
        return order[: len(order) // 3 * 3].reshape(-1, 3)
    if mode == _FAN:
        return np.stack([np.broadcast_to(order[:1], len(order) - 2), order[1:-1], order[2:]], 1)
    strip = np.stack([order[:-2], order[1:-1], order[2:]], 1)
    strip[1::2] = strip[1::2, ::-1]
    return strip


def _normals(points: FloatArray, faces: NDArray[np.uint32]) -> FloatArray:
    """(V, 3) of the faces around each vertex."""
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    found = np.zeros_like(points)
    for corner in range(3):
        np.add.at(found, faces[:, corner], across)
    return found


def _uvs(
    document: Document, attributes: Any, material: Material, count: int
) -> NDArray[np.float32]:
    place = getattr(attributes, f"TEXCOORD_{material.coordinates}", None)
    if place is None:
        return np.zeros((count, 2), np.float32)
    found = read_array(document, place, 2).astype(np.float32)
    if len(found) != count:
        raise document.damaged("an array has another form than it should")
    return np.asarray(found * material.scale + material.offset, np.float32)


def _tints(document: Document, attributes: Any, count: int) -> NDArray[np.uint8]:
    place = getattr(attributes, "COLOR_0", None)
    tints = np.full((count, 4), 255, np.uint8)
    if place is None:
        return tints
    found = read_array(document, place, 3, 4).astype(np.float64)
    if len(found) != count:
        raise document.damaged("an array has another form than it should")
    found = np.clip(found, 0.0, 1.0)
    found[:, :3] **= 1 / 2.2
    tints[:, : found.shape[1]] = np.round(found * 255)
    return tints
