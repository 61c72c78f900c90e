"""Clothes cut from the body's own invisible hulls: tops, trousers, skirts and dresses.

The base mesh carries a tight hull and a skirt that are never drawn themselves; they follow the
body's shape and its bones. A cut is the part of them between hems, let out by so much.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.synthesis.body import Array, Bodies, Ints, Mesh, Shape
from training.synthesis.clothes import Garment
from training.synthesis.renderer import Hems

#: Texture repeats per metre of plain projection from the front.
_PRINT_PER_M = 1.3
_TRUNK = ("spine", "clavicle", "shoulder01", "pelvis", "root", "breast", "neck01", "neck02")
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
        dip: of the neckline in front, m.
        loose: of top and of trousers, m.
    """

    sleeve: float
    leg: float
    skirt: float
    hem: float
    dip: float
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
        arms: (N,) whether a vertex belongs to the sleeves.
        triangles: (F, 3) of the hull's mesh that are worn.
        hems: where it ends exactly.
        long: a skirt to below the knees.
    """

    def __init__(
        self,
        hull: Hull,
        kept: NDArray[np.bool_],
        arms: NDArray[np.bool_],
        loose: Array,
        hidden: NDArray[np.intp],
        hems: Hems,
        *,
        long: bool = False,
    ) -> None:
        """kept: (N,) rows of the hull that are worn; loose: (N,) m."""
        self.name, self.mesh, self.weights = hull.name, hull.mesh, hull.weights
        self.hidden, self.arms, self.hems, self.long = hidden, arms, hems, long
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

    def cut(self, rng: np.random.Generator, shape: Shape, cut: Cut) -> list[Tailored]:
        """The garments of a cut for a body: one, or two where there is a skirt."""
        points, bodies = shape.vertices, self._bodies
        along, down, hems = self._measure(shape, cut)
        neck = hems.neck[0] - cut.dip
        # What is kept reaches beyond the hems, which cut it exactly.
        body = self._trunk | (self._leg & (down < max(cut.leg, 0.0) + 0.15))
        worn = body | (self._arm & (along < cut.sleeve + 0.2))
        skin = (along < cut.sleeve - 0.1) & (points[:, 2] < neck - 0.05)
        skin &= down < max(cut.leg - 0.08, 0.1)
        hidden = np.flatnonzero(worn & bodies.is_skin & skin)
        rows = self._tights.rows
        wave = np.sin(points[rows] @ rng.normal(size=(3, 3)) * 14 + rng.uniform(0, 6, 3)).sum(1)
        spread = np.where(self._leg[rows], 0.6 + 0.6 * np.clip(down[rows], 0, 1), 1.0)
        top = self._arm[rows] | (points[rows, 2] > hems.ends[1])
        loose = np.where(top, cut.loose[0], cut.loose[1]) * spread * (1 + 0.18 * wave)
        made = [Tailored(self._tights, worn[rows], self._arm[rows], loose, hidden, hems)]
        if cut.skirt > 0:
            rows = self._skirt.rows
            kept = down[rows] < cut.skirt + 0.15
            hip, ankle = self._levels(shape)
            ends = (hip - cut.skirt * (hip - ankle), hems.ends[1])
            loose, arms = np.full(len(rows), cut.loose[1]), np.zeros(len(rows), bool)
            none = np.zeros(0, np.intp)
            below = replace(hems, ends=ends)
            made.append(Tailored(self._skirt, kept, arms, loose, none, below, long=cut.skirt > 0.7))
        return made

    def _levels(self, shape: Shape) -> tuple[float, float]:
        index = self._bodies.index
        return float(shape.heads[index["upperleg01.L"], 2]), float(shape.heads[index["foot.L"], 2])

    def _measure(self, shape: Shape, cut: Cut) -> tuple[Array, Array, Hems]:
        """(V,) places of the vertices along arms and down legs, 0..1, and the hems of a cut."""
        index, points, heads = self._bodies.index, shape.vertices, shape.heads
        hip, ankle = self._levels(shape)
        shoulder = heads[index["upperarm01.L"]]
        arm = heads[index["wrist.L"]] - shoulder
        arm = arm / float(arm @ arm)
        folded = points * np.where(points[:, :1] < 0, (-1.0, 1.0, 1.0), 1.0)
        neck = heads[index["neck01"]]
        # Trousers end where they should; under a skirt the hull ends where the legs begin.
        end = hip - max(cut.leg, 0.0) * (hip - ankle) - (0.1 if cut.skirt > 0 else 0.0)
        hems = Hems(
            shoulder,
            np.append(arm, cut.sleeve),
            (end, hip + cut.hem),
            (float(neck[2]), cut.dip, float(neck[1])),
        )
        return (folded - shoulder) @ arm, (hip - points[:, 2]) / (hip - ankle), hems


def random_cut(rng: np.random.Generator, *, skirt: bool) -> Cut:
    """Everyday clothes; skirt: a skirt or a dress, a third of them long."""
    sleeve = float(rng.choice([0.12, 0.4, 0.5, 0.75, 1.0], p=[0.15, 0.25, 0.15, 0.1, 0.35]))
    loose = (0.003 + 0.03 * rng.beta(1.2, 2.2), 0.003 + 0.028 * rng.beta(1.2, 2.2))
    dip = float(rng.uniform(0.0, 0.1))
    if skirt:
        length = rng.uniform(0.8, 1.0) if rng.random() < 0.4 else rng.uniform(0.25, 0.75)
        return Cut(
            sleeve, 0.0, float(length), rng.uniform(0.06, 0.16), dip, (loose[0] * 0.6, 0.004)
        )
    leg = float(rng.choice([0.28, 0.5, 0.8, 1.0], p=[0.15, 0.15, 0.15, 0.55]))
    hem = rng.uniform(-0.12, 0.12)
    return Cut(sleeve, leg, 0.0, float(hem), dip, loose)
