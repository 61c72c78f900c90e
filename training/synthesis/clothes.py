"""Clothes, shoes and hair of MakeHuman's layout (.obj with .mhclo), fitted to any body.

A .mhclo file ties every vertex of a garment to up to three vertices of the base mesh by weights
and an offset, so a garment follows the body's shape, and its skin weights follow from the same
ties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from posecam.errors import PosecamError
from training.synthesis.body import Array, Bodies, Mesh

# World (metres, z up, facing -y) to MakeHuman (decimetres, y up, facing +z) and back.
_TO_MAKEHUMAN = 10.0 * np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], dtype=np.float64)
_FROM_MAKEHUMAN = np.linalg.inv(_TO_MAKEHUMAN)
_AXES = {"x_scale": 0, "y_scale": 1, "z_scale": 2}


@dataclass
class _Ties:
    """What a .mhclo file says."""

    obj: str = ""
    references: list[list[int]] = field(default_factory=list)
    weights: list[list[float]] = field(default_factory=list)
    offsets: list[list[float]] = field(default_factory=list)
    scales: list[tuple[int, int, int, float]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


def _read_mhclo(path: Path) -> _Ties:
    ties, section = _Ties(), ""
    for line in path.read_text(encoding="utf-8", errors="ignore").splitlines():
        words = line.split()
        if not words or line.startswith("#"):
            continue
        key = words[0]
        if key in _AXES:
            ties.scales.append((_AXES[key], int(words[1]), int(words[2]), float(words[3])))
        elif key == "obj_file":
            ties.obj = words[1]
        elif key in {"verts", "delete_verts"}:
            section = key
        elif key[0].isalpha():
            continue  # material lines may stand between `verts` and its rows
        elif section == "verts":
            _add_tie(ties, words)
        elif section == "delete_verts":
            ties.hidden.extend(_ranges(words))
    return ties


def _add_tie(ties: _Ties, words: list[str]) -> None:
    if len(words) == 1:
        ties.references.append([int(words[0])] * 3)
        ties.weights.append([1.0, 0.0, 0.0])
        ties.offsets.append([0.0, 0.0, 0.0])
    else:
        ties.references.append([int(w) for w in words[:3]])
        ties.weights.append([float(w) for w in words[3:6]])
        ties.offsets.append([float(w) for w in words[6:9]])


def _ranges(words: list[str]) -> list[int]:
    """Numbers written as `3 7 - 9` in full: 3, 7, 8, 9."""
    out: list[int] = []
    k = 0
    while k < len(words):
        if k + 2 < len(words) and words[k + 1] == "-":
            out.extend(range(int(words[k]), int(words[k + 2]) + 1))
            k += 3
        else:
            out.append(int(words[k]))
            k += 1
    return out


def read_obj(path: Path) -> tuple[Array, Mesh]:
    """Vertices (V, 3) and mesh of a textured Wavefront file; polygons are fanned."""
    vertices: list[list[float]] = []
    texture: list[list[float]] = []
    faces: list[list[int]] = []
    uv_faces: list[list[int]] = []
    for line in path.read_text(encoding="utf-8", errors="ignore").splitlines():
        words = line.split()
        if not words:
            continue
        if words[0] == "v":
            vertices.append([float(w) for w in words[1:4]])
        elif words[0] == "vt":
            texture.append([float(w) for w in words[1:3]])
        elif words[0] == "f":
            ends = [w.split("/") for w in words[1:]]
            v = [int(e[0]) - 1 for e in ends]
            t = [int(e[1]) - 1 for e in ends]
            for k in range(1, len(ends) - 1):
                faces.append([v[0], v[k], v[k + 1]])
                uv_faces.append([t[0], t[k], t[k + 1]])
    mesh = Mesh(np.array(faces, np.int32), np.array(uv_faces, np.int32), np.array(texture))
    return np.array(vertices), mesh


class Garment:
    """One asset: fits a body at rest and bends with it.

    Attributes:
        name: of the asset's folder.
        mesh, texture: what is drawn.
        weights: (V, B) skin weights.
        hidden: vertices of the body that it covers.
    """

    def __init__(self, folder: Path, bodies: Bodies) -> None:
        """Read the asset in a folder.

        Raises:
            PosecamError: its parts do not belong together.
        """
        self.name = folder.name
        self.texture = folder / "diffuse.png"
        ties = _read_mhclo(folder / f"{folder.name}.mhclo")
        vertices, self.mesh = read_obj(folder / ties.obj)
        count = len(ties.references)
        if len(vertices) != count:
            raise PosecamError(
                f"The garment in {folder} has {len(vertices)} vertices but {count} ties."
            )
        references = np.array(ties.references)
        self._offsets = np.array(ties.offsets)
        self._scales = ties.scales
        self._ties = sparse.csr_matrix(
            (np.array(ties.weights).ravel(), (np.repeat(np.arange(count), 3), references.ravel())),
            shape=(count, bodies.weights.shape[0]),
        )
        weights = self._ties @ bodies.weights
        weights.data = np.clip(weights.data, 0.0, None)
        total = np.asarray(weights.sum(1)).ravel()
        self.weights = sparse.csr_matrix(sparse.diags(1 / np.maximum(total, 1e-6)) @ weights)
        self.hidden: NDArray[np.intp] = np.array(ties.hidden, dtype=np.intp)

    def fit(self, body: Array) -> Array:
        """(V, 3) the garment on a body at rest."""
        base = body @ _TO_MAKEHUMAN.T
        scale = np.ones(3)
        for axis, a, b, reference in self._scales:
            scale[axis] = abs(base[a, axis] - base[b, axis]) / reference
        return np.asarray((self._ties @ base + self._offsets * scale) @ _FROM_MAKEHUMAN.T)


@dataclass(frozen=True, slots=True, eq=False)
class Wardrobe:
    """All assets by kind; every part may be empty."""

    outfits: tuple[Garment, ...] = ()
    shoes: tuple[Garment, ...] = ()
    hair: tuple[Garment, ...] = ()
    skins_female: tuple[Path, ...] = ()
    skins_male: tuple[Path, ...] = ()
    prints: tuple[Path, ...] = ()

    def skins(self, female: bool) -> tuple[Path, ...]:
        """Skin textures for a woman or a man."""
        return self.skins_female if female else self.skins_male

    def pick_outfit(self, rng: np.random.Generator, female: bool) -> Garment | None:
        """An outfit, mostly one cut for the body."""
        other = rng.random() < 0.12
        cut = "female_" if female != other else "male_"
        return _pick(rng, [g for g in self.outfits if g.name.startswith(cut)])

    def pick_shoes(self, rng: np.random.Generator) -> Garment | None:
        """A pair of shoes."""
        return _pick(rng, self.shoes)

    def pick_hair(self, rng: np.random.Generator, female: bool) -> Garment | None:
        """Hair as it is mostly worn."""
        long = ("bob", "long", "ponytail", "braid")
        return _pick(rng, [g for g in self.hair if female or not g.name.startswith(long)])


def _pick(rng: np.random.Generator, garments: Sequence[Garment]) -> Garment | None:
    return garments[int(rng.integers(len(garments)))] if garments else None


def read_wardrobe(assets: Path, bodies: Bodies) -> Wardrobe:
    """The clothes, hair and skins under a folder of assets."""

    def garments(kind: str) -> list[Garment]:
        folders = sorted(p.parent for p in (assets / kind).glob("*/*.mhclo"))
        return [Garment(f, bodies) for f in folders]

    clothes = garments("clothes")
    skins = [p for p in sorted((assets / "skins").glob("*.png")) if "special" not in p.name]
    return Wardrobe(
        outfits=tuple(g for g in clothes if not g.name.startswith("shoes")),
        shoes=tuple(g for g in clothes if g.name.startswith("shoes")),
        hair=tuple(garments("hair")),
        skins_female=tuple(p for p in skins if "_female" in p.name),
        skins_male=tuple(p for p in skins if "_male" in p.name),
        prints=tuple(sorted((assets / "photos").glob("*.jpg"))),
    )
