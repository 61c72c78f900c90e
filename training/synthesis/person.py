"""A dressed person: one shape with skin, clothes, shoes and hair, ready to be posed."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.synthesis.body import Array, Bodies, Shape, skin
from training.synthesis.clothes import Garment, Wardrobe
from training.synthesis.keypoints import keypoints
from training.synthesis.renderer import BARE, EYE, LOWER, PLAIN, UPPER, Colour, Material, Surface
from training.synthesis.retarget import Posture, Rig
from training.synthesis.tailor import Tailor, Tailored, random_cut

#: Thickness of clothes painted on the body, m.
_CLOTH_M = 0.008
_HAIR_COLOURS = (
    (0.02, 0.015, 0.01),
    (0.08, 0.04, 0.02),
    (0.25, 0.14, 0.06),
    (0.4, 0.28, 0.14),
    (0.3, 0.3, 0.3),
    (0.62, 0.58, 0.52),
    (0.2, 0.06, 0.03),
    (0.45, 0.34, 0.2),
    (0.02, 0.02, 0.025),
)
_IRISES = ((0.06, 0.03, 0.015), (0.10, 0.06, 0.02), (0.05, 0.12, 0.2), (0.06, 0.10, 0.05))
_SKIN_TONES = ((0.93, 0.76, 0.66), (0.82, 0.62, 0.5), (0.62, 0.44, 0.33), (0.36, 0.24, 0.18))


@dataclass(frozen=True, slots=True, eq=False)
class Clothes:
    """What a person wears.

    Attributes:
        garments: with their materials; empty ones are painted on the body.
        painted: regions of the body's vertices, BARE where skin is seen.
        body: material of the body itself.
        iris: linear colour of the eyes.
    """

    garments: Sequence[tuple[Garment, Material]]
    painted: Array
    body: Material
    iris: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A person in a posture.

    Attributes:
        surfaces: to be drawn.
        joints: (31, 3) m, in the world: the keypoints of the table.
        points: (P, 3) all vertices that are drawn.
    """

    surfaces: list[Surface]
    joints: Array
    points: Array

    def moved(self, shift: Array) -> Posed:
        """The same, displaced."""
        return Posed(
            [replace(s, vertices=s.vertices + shift) for s in self.surfaces],
            self.joints + shift,
            self.points + shift,
        )

    def in_mask(self) -> Posed:
        """The same as the person that the mask is of."""
        return replace(self, surfaces=[replace(s, in_mask=True) for s in self.surfaces])

    def tagged(self, tag: str) -> Posed:
        """The same with keys of its own, to stand beside another person."""
        return replace(self, surfaces=[replace(s, key=f"{s.key}{tag}") for s in self.surfaces])


class Person:
    """One shape in its clothes."""

    def __init__(self, bodies: Bodies, rig: Rig, shape: Shape, clothes: Clothes) -> None:
        self._bodies, self._rig, self.shape, self._clothes = bodies, rig, shape, clothes
        hidden = np.zeros(len(shape.vertices), bool)
        self._fitted = []
        waist = shape.heads[bodies.index["spine05"], 2] + 0.06
        for garment, material in clothes.garments:
            rest = garment.fit(shape.vertices)
            upper = garment.arms if isinstance(garment, Tailored) else rest[:, 2] > waist
            region = np.where(upper, UPPER, LOWER)
            worn = garment.triangles if isinstance(garment, Tailored) else None
            self._fitted.append((garment, material, rest, region, worn))
            hidden[garment.hidden] = True
        mesh = bodies.mesh
        self._triangles = mesh.triangles[~hidden[mesh.faces].all(1)]
        self._region = np.where(bodies.is_eye, EYE, clothes.painted)
        self._covered = clothes.painted[: mesh.vertex_count] > BARE
        #: Whether the legs are hidden to below the knees.
        self.long_dress = any(isinstance(g, Tailored) and g.long for g, _ in clothes.garments)
        middles = [shape.vertices[bodies.is_eye & left].mean(0) for left in self._sides()]
        self._eye_balls = np.stack(middles)

    def _sides(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        x = self.shape.vertices[:, 0]
        return x > 0, x <= 0

    def pose(self, posture: Posture) -> Posed:
        """The person in a posture, the lowest point on the ground (z = 0), hips over x = y = 0."""
        posed = self.pose_at(posture)
        middle = posed.joints[skeleton.ROOT]
        return posed.moved(np.array([-middle[0], -middle[1], -posed.points[:, 2].min()]))

    def pose_at(self, posture: Posture) -> Posed:
        """The person in a posture, the root of the rig where it is at rest."""
        bodies, shape = self._bodies, self.shape
        rotations = self._rig.rotations(shape, posture)
        heads = bodies.place(shape, rotations)
        body = skin(bodies.weights, shape.vertices, rotations, heads, shape.heads)
        all_joints = keypoints(bodies, body, heads, rotations, shape.heads)
        mesh = bodies.mesh
        normals = np.zeros_like(body)
        normals[: mesh.vertex_count] = mesh.normals(body)
        if self._covered.any():
            at = np.flatnonzero(self._covered)
            body[at] += normals[at] * _CLOTH_M
        material = self._clothes.body
        surfaces = [
            Surface("body", mesh, body, normals, self._region, shape.vertices, material,
                    self._triangles, self._eye_balls, self._clothes.iris)
        ]  # fmt: skip
        for garment, cloth, rest, region, triangles in self._fitted:
            worn = skin(garment.weights, rest, rotations, heads, shape.heads)
            normals = garment.mesh.normals(worn)
            surfaces.append(
                Surface(garment.name, garment.mesh, worn, normals, region, rest, cloth, triangles)
            )
        seen = [body[bodies.some_skin]] + [s.vertices for s in surfaces[1:]]
        return Posed(surfaces, all_joints, np.concatenate(seen))


def random_colour(rng: np.random.Generator) -> Colour:
    """A linear colour that clothes come in: black, white, grey and navy more than others."""
    draw = rng.random()
    if draw < 0.3:
        hue, saturation, value = rng.random(), rng.uniform(0, 0.1), float(rng.beta(1.0, 0.75))
    elif draw < 0.42:
        hue, saturation, value = rng.uniform(0.58, 0.68), rng.uniform(0.3, 0.8), rng.uniform(0, 0.4)
    elif draw < 0.52:
        hue, saturation, value = rng.uniform(0.05, 0.13), rng.uniform(0.1, 0.5), rng.uniform(0.2, 1)
    else:
        hue, saturation, value = rng.random(), rng.beta(1.2, 1.4), rng.beta(2.4, 1.0)
    r, g, b = colorsys.hsv_to_rgb(hue, saturation, value)
    linear = np.clip([r, g, b], 0.14, 0.97) ** 2.2
    return float(linear[0]), float(linear[1]), float(linear[2])


def random_pattern(rng: np.random.Generator) -> tuple[float, float, float, float]:
    """None half of the time, else stripes, checks or blotches."""
    kind = float(rng.choice([0, 0, 0, 1, 2, 3]))
    return kind, rng.uniform(8, 40), rng.uniform(0.2, 0.8), rng.uniform(0.3, 0.7)


def dress(
    rng: np.random.Generator,
    bodies: Bodies,
    rig: Rig,
    wardrobe: Wardrobe,
    tailor: Tailor,
    number: int,
) -> Person:
    """The body of this number in random clothes."""
    shape = bodies.shape(number)
    upper, lower = random_colour(rng), random_colour(rng)
    if rng.random() < 0.35:  # jeans and dark trousers
        shade = rng.uniform(0.5, 3)
        lower = (0.02 * shade, 0.04 * shade, 0.10 * shade)
    garments: list[tuple[Garment, Material]] = []
    kind = str(rng.choice(["outfit", "tailored", "painted"], p=[0.42, 0.46, 0.12]))
    outfit = wardrobe.pick_outfit(rng, shape.female) if kind == "outfit" else None
    if outfit is not None:
        amount = (float(rng.choice([0, 0.6, 1.0])), float(rng.choice([0, 0.6, 1.0])))
        material = Material(outfit.texture, upper, lower, amount, random_pattern(rng))
        garments.append((outfit, material))
    elif kind == "tailored":
        garments += _tailored(rng, wardrobe, tailor, shape, upper, lower)
    shoes = wardrobe.pick_shoes(rng) if rng.random() < 0.8 else None
    if shoes is not None:
        colour, dyed = random_colour(rng), float(rng.choice([0, 0.9]))
        garments.append(
            (shoes, Material(shoes.texture, colour, colour, (dyed, dyed), gloss=0.15, wrinkles=0))
        )
    hair = wardrobe.pick_hair(rng, shape.female) if rng.random() < 0.92 else None
    if hair is not None:
        garments.append((hair, hair_material(hair, rng)))
    skins = wardrobe.skins(shape.female)
    texture = skins[int(rng.integers(len(skins)))] if skins else _pick(rng, _SKIN_TONES)
    body = Material(texture, upper, lower, (1.0, 1.0), PLAIN, gloss=0.08, painted=True)
    painted = np.zeros(len(shape.vertices))
    if kind == "painted":
        body = replace(body, pattern=random_pattern(rng))
        painted = painted_regions(rng, bodies, shape)
    return Person(bodies, rig, shape, Clothes(garments, painted, body, _pick(rng, _IRISES)))


def _tailored(
    rng: np.random.Generator,
    wardrobe: Wardrobe,
    tailor: Tailor,
    shape: Shape,
    upper: Colour,
    lower: Colour,
) -> list[tuple[Garment, Material]]:
    """Top with trousers or a skirt, or a dress; plain, patterned or printed."""
    skirt = bool(rng.random() < (0.45 if shape.female else 0.02))
    printed = wardrobe.prints and rng.random() < 0.22
    texture = wardrobe.prints[int(rng.integers(len(wardrobe.prints)))] if printed else None
    if skirt and rng.random() < 0.65:
        lower = upper  # a dress
    amount = (0.25, 0.25 if skirt and lower == upper else 1.0) if printed else (1.0, 1.0)
    material = Material(
        texture or (0.78, 0.78, 0.78),
        upper,
        lower,
        amount,
        random_pattern(rng),
        wrinkles=rng.uniform(0.2, 0.6),
    )
    cut = tailor.cut(rng, shape, random_cut(rng, skirt=skirt))
    return [(g, replace(material, hems=g.hems)) for g in cut]


def hair_material(hair: Garment, rng: np.random.Generator) -> Material:
    """Hair in a random natural colour, seldom dyed."""
    shade = rng.uniform(0.5, 1.8)
    r, g, b = _pick(rng, _HAIR_COLOURS) if rng.random() < 0.94 else random_colour(rng)
    colour = (r * shade, g * shade, b * shade)
    return Material(hair.texture, colour, colour, (0.8, 0.8), gloss=0.08, cutoff=0.35, wrinkles=0.0)


def painted_regions(rng: np.random.Generator, bodies: Bodies, shape: Shape) -> Array:
    """(V,) regions of clothes drawn on the skin: sleeves and legs of three lengths."""
    sleeves, legs = int(rng.integers(3)), int(rng.integers(3))
    bone, height = bodies.main_bone, shape.vertices[:, 2]
    waist = shape.heads[bodies.index["spine05"], 2] + 0.01

    def on(*bones: str) -> NDArray[np.bool_]:
        begins = np.char.startswith(bone[:, None], np.array(bones)[None])
        return np.asarray(np.any(begins, axis=1), dtype=np.bool_)

    trunk = on("spine", "clavicle", "shoulder01", "pelvis", "root", "upperleg01")
    above = trunk & (height >= waist)
    above |= on(*("upperarm01", "upperarm02", "lowerarm")[: sleeves + 1])
    below = (trunk & (height < waist)) | on(*("upperleg01", "upperleg02", "lowerleg")[: legs + 1])
    out = np.where(above, UPPER, np.where(below, LOWER, BARE))
    return np.where(bodies.is_skin, out, BARE)


def _pick(rng: np.random.Generator, options: Sequence[Colour]) -> Colour:
    return options[int(rng.integers(len(options)))]
