"""Clothes cut from the body's own invisible hulls: tops, trousers, skirts and dresses.

The base mesh carries a tight hull and a skirt that are never drawn themselves; they follow the
body's shape and its bones. A cut is the part of them between hems, let out by so much.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.synthesis.body import Array, Bodies, Ints, Mesh, Shape
from training.synthesis.clothes import Garment

#: Texture repeats per metre of plain projection from the front.
_PRINT_PER_M = 1.3
_TRUNK = ("spine", "clavicle", "shoulder01", "pelvis", "root", "breast")
_ARM = ("upperarm", "lowerarm")
_LEG = ("upperleg", "lowerleg")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where clothes end and how wide they are.

    Attributes:
        sleeve: 0 none, 1 to the wrist.
        leg: of the trousers, 0 none, 1 to the ankle; 0 with a skirt.
        skirt: 0 none, 1 to the ankle.
        hem: of the top, m above the hip joints; may be below them.
        loose: of top and of trousers, m.
    """

    sleeve: float
    leg: float
    skirt: float
    hem: float
    loose: tuple[float, float]


class Hull:
    """The invisible part of the mesh that one kind of clothes is cut from.

    Attributes:
        rows: (N,) vertices of the body that it has.
        mesh: over these rows.
    """

    def __init__(self, name: str, bodies: Bodies, faces: Ints) -> None:
        self.name = name
        self.rows, index = np.unique(faces, return_inverse=True)
        triangles = index.reshape(-1, 3).astype(np.int32)
        points = bodies.shape(0).vertices[self.rows]
        self.mesh = Mesh(triangles, triangles, points[:, [0, 2]] * _PRINT_PER_M)
        # The mesh orders its corners by vertex, and every vertex has one.
        self.weights = bodies.weights[self.rows]


class Tailored(Garment):
    """A cut of one hull; a garment like those of files.

    Attributes:
        upper: (N,) whether a vertex belongs to the top.
        triangles: (F, 3) of the hull's mesh that are worn.
        long: a skirt to below the knees.
    """

    def __init__(
        self, hull: Hull, kept: NDArray[np.bool_], upper: NDArray[np.bool_], loose: Array,
        hidden: NDArray[np.intp], texture: Path | None, *, long: bool = False,
    ) -> None:  # fmt: skip
        """kept: (N,) rows of the hull that are worn; loose: (N,) m."""
        self.name, self.mesh, self.weights = hull.name, hull.mesh, hull.weights
        self.texture = texture or Path()  # the look says
        self.hidden, self.upper, self.long = hidden, upper, long
        self._rows, self._loose = hull.rows, loose
        self.triangles = hull.mesh.triangles[kept[hull.mesh.faces].all(1)]

    def fit(self, body: Array) -> Array:
        """(N, 3) the garment on a body at rest."""
        points = body[self._rows]
        return np.asarray(points + self.mesh.normals(points) * self._loose[:, None])


class Tailor:
    """Cuts clothes for the bodies of one set."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._tights = Hull("tights", bodies, bodies.tights)
        self._skirt = Hull("skirt", bodies, bodies.skirt)
        bone = bodies.main_bone

        def on(begins: tuple[str, ...]) -> NDArray[np.bool_]:
            return np.asarray(np.any([np.char.startswith(bone, b) for b in begins], axis=0))

        self._trunk, self._arm, self._leg = on(_TRUNK), on(_ARM), on(_LEG)

    def cut(
        self, rng: np.random.Generator, shape: Shape, cut: Cut, texture: Path | None = None
    ) -> list[Tailored]:
        """The garments of a cut for a body: one, or two where there is a skirt."""
        bodies, points, heads = self._bodies, shape.vertices, shape.heads
        hip, ankle = (heads[bodies.index[f"{b}.L"], 2] for b in ("upperleg01", "foot"))
        down = (hip - points[:, 2]) / (hip - ankle)
        along = np.zeros(len(points))
        for end, sign in (("L", 1.0), ("R", -1.0)):
            shoulder = heads[bodies.index[f"upperarm01.{end}"]]
            arm = heads[bodies.index[f"wrist.{end}"]] - shoulder
            side = points[:, 0] * sign > 0
            along[side] = (points[side] - shoulder) @ arm / float(arm @ arm)
        # Thighs begin above the hip joints: what is above the hem is the top's.
        body = self._trunk | (self._leg & (down < 0.12))
        top = (body & (points[:, 2] >= hip + cut.hem)) | (self._arm & (along < cut.sleeve))
        bottom = (body & (points[:, 2] < hip + cut.hem)) | (self._leg & (down < cut.leg))
        if cut.skirt > 0:
            bottom = body & (points[:, 2] < hip + cut.hem)
        worn = top | bottom
        hidden = np.flatnonzero(worn & bodies.is_skin & self._well_inside(along, down, cut))
        rows = self._tights.rows
        wave = np.sin(points[rows] @ rng.normal(size=(3, 3)) * 14 + rng.uniform(0, 6, 3)).sum(1)
        spread = np.where(self._leg[rows], 0.6 + 0.6 * np.clip(down[rows], 0, 1), 1.0)
        loose = np.where(top[rows], cut.loose[0], cut.loose[1]) * spread * (1 + 0.18 * wave)
        made = [Tailored(self._tights, worn[rows], top[rows], loose, hidden, texture)]
        if cut.skirt > 0:
            rows = self._skirt.rows
            kept = down[rows] < cut.skirt
            loose = np.full(len(rows), cut.loose[1])
            above = np.zeros(len(rows), bool)
            none = np.zeros(0, np.intp)
            long = cut.skirt > 0.7
            made.append(Tailored(self._skirt, kept, above, loose, none, texture, long=long))
        return made

    @staticmethod
    def _well_inside(along: Array, down: Array, cut: Cut) -> NDArray[np.bool_]:
        """(V,) vertices that are not near an open end, where skin must still be seen."""
        return (along < cut.sleeve - 0.12) & (down < max(cut.leg - 0.08, 0.1))


def random_cut(rng: np.random.Generator, *, skirt: bool) -> Cut:
    """Everyday clothes; skirt: a skirt or a dress, a third of them long."""
    sleeve = float(rng.choice([0.12, 0.4, 0.5, 0.75, 1.0], p=[0.15, 0.25, 0.15, 0.1, 0.35]))
    loose = (0.003 + 0.03 * rng.beta(1.2, 2.2), 0.003 + 0.028 * rng.beta(1.2, 2.2))
    if skirt:
        length = rng.uniform(0.8, 1.0) if rng.random() < 0.4 else rng.uniform(0.25, 0.75)
        return Cut(sleeve, 0.0, float(length), rng.uniform(0.06, 0.16), (loose[0] * 0.6, 0.004))
    leg = float(rng.choice([0.28, 0.5, 0.8, 1.0], p=[0.15, 0.15, 0.15, 0.55]))
    hem = rng.uniform(-0.12, 0.12)
    return Cut(sleeve, leg, 0.0, float(hem), loose)
