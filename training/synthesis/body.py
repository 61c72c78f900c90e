"""Bodies of many shapes, read from the file that `bake` wrote, and how they bend.

World frame: metres, z up; a body at rest faces -y with its left at +x.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from posecam.errors import PosecamError

Array = NDArray[np.float64]
Ints = NDArray[np.int32]

#: Stored vertices are whole tenths of a millimetre.
STEP_M = 1e-4


class Mesh:
    """Triangles of which a corner is a (vertex, texture point) pair.

    Attributes:
        corners: (C,) vertex of each distinct corner.
        uv: (C, 2) float32 texture point of each.
        triangles: (F, 3) int32 into the corners.
        faces: (F, 3) the same triangles in vertices.
    """

    def __init__(self, faces: Ints, uv_faces: Ints, uv: NDArray[np.floating]) -> None:
        pairs = np.stack([faces.ravel(), uv_faces.ravel()], axis=1)
        distinct, index = np.unique(pairs, axis=0, return_inverse=True)
        self.corners = distinct[:, 0]
        self.uv = uv[distinct[:, 1]].astype(np.float32)
        self.triangles = index.reshape(-1, 3).astype(np.int32)
        self.faces = faces
        self.vertex_count = int(faces.max()) + 1
        count = len(faces)
        self._spread = sparse.csr_matrix(
            (np.ones(count * 3), (faces.ravel(), np.repeat(np.arange(count), 3))),
            shape=(self.vertex_count, count),
        )

    def normals(self, vertices: Array) -> Array:
        """(V, 3) unit normals of the vertices, area-weighted over their faces."""
        a, b, c = (vertices[self.faces[:, k]] for k in range(3))
        u, v = b - a, c - a
        area = np.empty_like(u)
        for k in range(3):
            i, j = (k + 1) % 3, (k + 2) % 3
            area[:, k] = u[:, i] * v[:, j] - u[:, j] * v[:, i]
        out = np.asarray(self._spread @ area)
        return np.asarray(out / (np.sqrt((out**2).sum(1, keepdims=True)) + 1e-12))


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One body at rest.

    Attributes:
        vertices: (V, 3) m.
        heads: (B, 3) head of each bone, m.
        female: whether clothes and hair cut for women are to be preferred.
    """

    vertices: Array
    heads: Array
    female: bool


class Bodies:
    """The baked shapes with what they share.

    Attributes:
        bones, parents: names of the bones and the row of each one's parent, -1 for the root.
        index: row of each bone.
        mesh: the visible body.
        weights: (V, B) skin weights.
        tights, skirt: (F, 3) faces of invisible vertices that clothes are cut from.
        landmarks: of each point on the surface, (N,) vertices whose mean it is.
    """

    def __init__(self, path: Path) -> None:
        """Read a file that `bake.bake_bodies` wrote.

        Raises:
            PosecamError: the file is missing or is not such a file.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                self._vertices: NDArray[np.int16] = stored["vertices"]
                self._heads: NDArray[np.float32] = stored["heads"]
                self._female: NDArray[np.bool_] = stored["female"]
                self.bones = tuple(str(n) for n in stored["bones"])
                self.parents = tuple(int(p) for p in stored["parents"])
                self.mesh = Mesh(stored["faces"], stored["uv_faces"], stored["uv"])
                self.tights: Ints = stored["tights_faces"]
                self.skirt: Ints = stored["skirt_faces"]
                names = [str(n) for n in stored["landmark_names"]]
                self.landmarks: dict[str, Ints] = dict(
                    zip(names, stored["landmark_vertices"], strict=True)
                )
                index, weight = stored["weight_bones"], stored["weights"]
        except (OSError, ValueError, KeyError) as error:
            raise PosecamError(f"The bodies in {path} cannot be read ({error}).") from error
        self.index = {name: i for i, name in enumerate(self.bones)}
        count = self._vertices.shape[1]
        self.weights = sparse.csr_matrix(
            (weight.ravel().astype(float), (np.repeat(np.arange(count), index.shape[1]),
             index.ravel())),
            shape=(count, len(self.bones)),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self._vertices)

    def shape(self, number: int) -> Shape:
        """The body of this number at rest."""
        return Shape(
            self._vertices[number].astype(np.float64) * STEP_M,
            self._heads[number].astype(np.float64),
            bool(self._female[number]),
        )

    @cached_property
    def main_bone(self) -> NDArray[np.str_]:
        """(V,) name of the bone that moves each vertex most."""
        strongest = np.asarray(self.weights.argmax(1)).ravel()
        return np.array(self.bones)[strongest]

    @cached_property
    def is_skin(self) -> NDArray[np.bool_]:
        """(V,) vertices of the visible body; the rest carries clothes only."""
        out = np.zeros(self._vertices.shape[1], bool)
        out[np.unique(self.mesh.faces)] = True
        return out

    @cached_property
    def some_skin(self) -> NDArray[np.intp]:
        """Some vertices all over the visible body, to find its extent by."""
        return np.unique(self.mesh.faces[::7])

    @cached_property
    def is_eye(self) -> NDArray[np.bool_]:
        """(V,) vertices of the two eye balls."""
        return self.is_skin & np.isin(self.main_bone, ("eye.L", "eye.R"))

    @cached_property
    def crown(self) -> int:
        """The vertex on top of the head."""
        heights = np.where(self.is_skin, self._vertices[0, :, 2], np.iinfo(np.int16).min)
        return int(np.argmax(heights))

    def place(self, shape: Shape, rotations: Array) -> Array:
        """(B, 3) bone heads for (B, 3, 3) rotations from rest to the world; bone 0 stays put."""
        rest, out = shape.heads, shape.heads.copy()
        for bone, parent in enumerate(self.parents):
            if parent >= 0:
                out[bone] = out[parent] + rotations[parent] @ (rest[bone] - rest[parent])
        return out


def skin(
    weights: sparse.csr_matrix, vertices: Array, rotations: Array, heads: Array, rest_heads: Array
) -> Array:
    """Linear blend skinning: (V, 3) vertices at rest moved by their bones.

    Args:
        weights: (V, B).
        rotations: (B, 3, 3) from rest to the world.
        heads, rest_heads: (B, 3) bone heads in the pose and at rest.
    """
    shift = heads - np.einsum("bij,bj->bi", rotations, rest_heads)
    transforms = np.concatenate([rotations, shift[:, :, None]], axis=2).reshape(-1, 12)
    blended = (weights @ transforms).reshape(-1, 3, 4)
    moved: Array = np.einsum("vij,vj->vi", blended[:, :, :3], vertices) + blended[:, :, 3]
    return moved
