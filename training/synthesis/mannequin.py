"""The figure of the 3D view: one neutral body, with the bones of the armature, as a GLB.

    python -m training.synthesis mannequin --out resources/mannequin.glb

It is the mean of the baked bodies, put from its own rest pose into the armature's (a T), with the
skin weights of the rig's bones summed up by the armature's, and with fewer faces.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pygltflib
from numpy.typing import NDArray

from posecam.errors import PosecamError
from posecam.kinematics.armature import fit
from posecam.kinematics.bones import BONES
from training.datasets.store import cache_folder
from training.synthesis.bake import bodies_file
from training.synthesis.body import Array, Bodies, Shape, skin
from training.synthesis.keypoints import keypoints

#: So many faces look smooth in a view of half a screen.
FACES = 9000
#: Bones that move a vertex.
INFLUENCES = 4
#: From the body's world (Z up, m) to the armature's (Y up).
_Y_UP = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
#: Beginnings of the rig's names, and the armature's bone that takes what they move.
_TAKEN_BY = {
    "root": "Hips", "pelvis": "Hips", "spine05": "Hips", "spine04": "Spine", "spine03": "Spine",
    "spine02": "Spine1", "spine01": "Spine1", "neck": "Neck", "head": "Head", "eye": "Head",
    "clavicle": "Shoulder", "shoulder": "Shoulder", "upperarm": "Arm", "lowerarm": "ForeArm",
    "wrist": "Hand", "finger": "Hand", "metacarpal": "Hand", "upperleg": "UpLeg",
    "lowerleg": "Leg", "foot": "Foot", "toe": "ToeBase",
}  # fmt: skip


def bake_mannequin(out: Path, bodies: Path | None = None, faces: int = FACES) -> None:
    """Write the figure.

    Args:
        bodies: a file of baked bodies; by default that of the cache, made if it is not there.

    Raises:
        PosecamError: a package is missing, or the file cannot be written.
    """
    baked = Bodies(bodies or bodies_file(cache_folder()))
    vertices, weights, places = _in_t_pose(baked)
    points, triangles = _fewer(vertices, baked, faces)
    nearest = _nearest(points, vertices)
    bones, shares = _strongest(weights[nearest])
    try:
        _write(out, points, triangles, bones, shares, places)
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error


def _in_t_pose(bodies: Bodies) -> tuple[Array, Array, dict[str, Array]]:
    """(V, 3) m with Y up, (V, B) weights of the armature's bones, and where each bone begins."""
    shapes = [bodies.shape(number) for number in range(len(bodies))]
    mean = Shape(
        np.mean([s.vertices for s in shapes], 0), np.mean([s.heads for s in shapes], 0), True
    )
    still = np.tile(np.eye(3), (len(bodies.bones), 1, 1))
    points = keypoints(bodies, mean.vertices, mean.heads, still, mean.heads) @ _Y_UP.T
    motion = fit(points[None] * 1e3)
    turned, begun = motion.world(), motion.places()
    rows = {bone.name: row for row, bone in enumerate(BONES)}
    weights = np.zeros((len(mean.vertices), len(BONES)))
    dense = np.asarray(bodies.weights.todense())
    for column, name in enumerate(bodies.bones):
        weights[:, rows[_taken_by(name)]] += dense[:, column]
    # At rest every bone begins where the T has it; a foot that hung is put flat.
    flat = {name: np.eye(3) for name in turned}
    places: dict[str, Array] = {"Hips": begun["Hips"][0] * 1e-3}
    for bone in BONES:
        if bone.parent is not None:
            step = flat[bone.parent] @ motion.offsets[bone.name] * 1e-3
            places[bone.name] = places[bone.parent] + step
    names = [bone.name for bone in BONES]
    back = np.stack([turned[name][0].T for name in names])
    before = np.stack([begun[name][0] * 1e-3 for name in names])
    after = np.stack([places[name] for name in names])
    stood = skin(_sparse(weights), mean.vertices @ _Y_UP.T, back, after, before)
    ground = stood[bodies.is_skin, 1].min()
    lifted = np.array([0.0, ground, 0.0])
    return stood - lifted, weights, {name: place - lifted for name, place in places.items()}


def _sparse(weights: Array) -> Any:
    from scipy import sparse

    return sparse.csr_matrix(weights)


def _taken_by(name: str) -> str:
    part, _, side = name.partition(".")
    bone = next(b for start, b in _TAKEN_BY.items() if part.startswith(start))
    prefix = {"L": "Left", "R": "Right"}.get(side, "")
    return prefix + bone if f"{prefix}{bone}" in {b.name for b in BONES} else bone


def _fewer(vertices: Array, bodies: Bodies, count: int) -> tuple[Array, NDArray[np.int64]]:
    """Points and faces of the skin without the eyes' sockets and with about `count` faces."""
    try:
        import fast_simplification
    except ImportError as error:
        raise PosecamError(
            "Faces are taken out by the package fast-simplification, which is not installed; "
            "install the extra 'synthesis'."
        ) from error
    used, renumbered = np.unique(bodies.mesh.faces, return_inverse=True)
    faces = renumbered.reshape(-1, 3)
    share = 1.0 - count / len(faces)
    points, kept = fast_simplification.simplify(
        vertices[used].astype(np.float32), faces.astype(np.int32), max(share, 0.0)
    )
    return np.asarray(points, float), np.asarray(kept, np.int64)


def _nearest(points: Array, vertices: Array) -> NDArray[np.intp]:
    from scipy.spatial import KDTree

    return np.asarray(KDTree(vertices).query(points)[1])


def _strongest(weights: Array) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """(V, 4) rows of the bones that move each vertex most, and their shares of one."""
    rows = np.argsort(-weights, axis=1)[:, :INFLUENCES]
    shares = np.take_along_axis(weights, rows, 1)
    shares /= shares.sum(1, keepdims=True)
    return rows.astype(np.uint8), shares.astype(np.float32)


def normals_of(points: Array, faces: NDArray[np.int64]) -> NDArray[np.float32]:
    """(V, 3) unit normals: those of the faces round each vertex, by their area."""
    corners = points[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    out = np.zeros_like(points)
    np.add.at(out, faces, across[:, None])
    length = np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
    return np.asarray(out / length, np.float32)


def _write(
    out: Path,
    points: Array,
    faces: NDArray[np.int64],
    bones: NDArray[np.uint8],
    shares: NDArray[np.float32],
    places: dict[str, Array],
) -> None:
    data = bytearray()
    views: list[pygltflib.BufferView] = []
    accessors: list[pygltflib.Accessor] = []

    def add(array: NDArray[Any], kind: str, component: int, target: int | None = None) -> int:
        while len(data) % 4:
            data.append(0)
        views.append(
            pygltflib.BufferView(
                buffer=0, byteOffset=len(data), byteLength=array.nbytes, target=target
            )
        )
        accessor = pygltflib.Accessor(
            bufferView=len(views) - 1, componentType=component, count=len(array), type=kind
        )
        if kind == "VEC3":
            accessor.min, accessor.max = array.min(0).tolist(), array.max(0).tolist()
        accessors.append(accessor)
        data.extend(array.tobytes())
        return len(accessors) - 1

    array_buffer, element = pygltflib.ARRAY_BUFFER, pygltflib.ELEMENT_ARRAY_BUFFER
    inverse = np.tile(np.eye(4, dtype=np.float32), (len(BONES), 1, 1))
    inverse[:, :3, 3] = -np.stack([places[bone.name] for bone in BONES])
    attributes = pygltflib.Attributes(
        POSITION=add(points.astype(np.float32), "VEC3", pygltflib.FLOAT, array_buffer),
        NORMAL=add(normals_of(points, faces), "VEC3", pygltflib.FLOAT, array_buffer),
        JOINTS_0=add(bones, "VEC4", pygltflib.UNSIGNED_BYTE, array_buffer),
        WEIGHTS_0=add(shares, "VEC4", pygltflib.FLOAT, array_buffer),
    )
    indices = add(faces.astype(np.uint16).ravel(), "SCALAR", pygltflib.UNSIGNED_SHORT, element)
    matrices = add(inverse.transpose(0, 2, 1), "MAT4", pygltflib.FLOAT)
    rows = {bone.name: row for row, bone in enumerate(BONES)}
    nodes = []
    for bone in BONES:
        before = places[bone.parent] if bone.parent else np.zeros(3)
        children = [rows[b.name] for b in BONES if b.parent == bone.name]
        step = (places[bone.name] - before).tolist()
        nodes.append(pygltflib.Node(name=bone.name, translation=step, children=children))
    nodes.append(pygltflib.Node(name="Mannequin", mesh=0, skin=0))
    primitive = pygltflib.Primitive(attributes=attributes, indices=indices, material=0)
    grey = pygltflib.PbrMetallicRoughness(
        baseColorFactor=[0.62, 0.64, 0.67, 1.0], metallicFactor=0.0, roughnessFactor=0.8
    )
    document = pygltflib.GLTF2(
        asset=pygltflib.Asset(
            version="2.0", generator="posecam", copyright="CC0: the body of MakeHuman and MPFB"
        ),
        scene=0,
        scenes=[pygltflib.Scene(nodes=[rows["Hips"], len(BONES)])],
        nodes=nodes,
        meshes=[pygltflib.Mesh(primitives=[primitive])],
        materials=[pygltflib.Material(name="grey", pbrMetallicRoughness=grey)],
        skins=[
            pygltflib.Skin(
                joints=list(range(len(BONES))), inverseBindMatrices=matrices, skeleton=rows["Hips"]
            )
        ],
        accessors=accessors,
        bufferViews=views,
        buffers=[pygltflib.Buffer(byteLength=len(data))],
    )
    document.set_binary_blob(bytes(data))
    temporary = out.with_name(f"{out.name}.{os.getpid()}")
    temporary.write_bytes(b"".join(document.save_to_bytes()))
    temporary.replace(out)
