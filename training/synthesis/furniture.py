"""Chairs and desks made of boxes, so that no person sits on air."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from posecam import skeleton
from training.synthesis.activities import Furniture
from training.synthesis.body import Array, Mesh
from training.synthesis.person import Posed, random_colour
from training.synthesis.renderer import LOWER, Material, Surface
from training.synthesis.rotations import UP, cross, unit, vector

_INDEX = skeleton.INDEX
#: Hip joints are this far above what one sits on, m.
_HIP_OVER_SEAT = 0.11
_CORNERS = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
_QUADS = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))


def _boxes_mesh(count: int) -> Mesh:
    """count boxes whose faces share no vertices, so that edges stay sharp."""
    faces = []
    for quad in range(6 * count):
        a = 4 * quad
        faces += [[a, a + 1, a + 2], [a, a + 2, a + 3]]
    table = np.array(faces, np.int32)
    return Mesh(table, np.zeros_like(table), np.zeros((1, 2)))


class Boxes:
    """Furniture as boxes: (middle, half size) in the axes given."""

    def __init__(self, limit: int = 8) -> None:
        self._meshes = {n: _boxes_mesh(n) for n in range(1, limit + 1)}

    def surface(
        self, key: str, boxes: list[tuple[Array, Array]], axes: Array, material: Material
    ) -> Surface:
        """One surface of all boxes; axes (3, 3) are the columns their sizes are along."""
        mesh = self._meshes[len(boxes)]
        points = []
        for middle, half in boxes:
            corners = middle + (_CORNERS * half) @ axes.T
            points += [corners[list(quad)] for quad in _QUADS]
        vertices = np.concatenate(points)
        normals = mesh.normals(vertices)
        outward = vertices - np.repeat([m for m, _ in boxes], 24, axis=0)
        normals *= np.sign((normals * outward).sum(1, keepdims=True))
        region = np.full(len(vertices), LOWER)
        rest = np.asarray(vertices @ axes)
        return Surface(f"{key}{len(boxes)}", mesh, vertices, normals, region, rest, material)


def furnish(
    rng: np.random.Generator, boxes: Boxes, posed: Posed, kind: Furniture
) -> tuple[Posed, list[Surface]]:
    """The seated person at sitting height, and what they sit on and at."""
    if kind is Furniture.NONE:
        return posed, []
    joints = posed.joints
    hips = (joints[_INDEX["l_hip"]] + joints[_INDEX["r_hip"]]) / 2
    seat = max(float(hips[2]) - _HIP_OVER_SEAT, 0.1)
    left = joints[_INDEX["l_hip"]] - joints[_INDEX["r_hip"]]
    left = unit(left - UP * float(left @ UP))
    back = unit(cross(UP, left))
    axes = np.stack([left, back, UP], axis=1)
    colour = random_colour(rng)
    material = Material((0.6, 0.6, 0.6), colour, colour, (1.0, 1.0), wrinkles=0.0, gloss=0.05)
    width, depth = rng.uniform(0.2, 0.28), rng.uniform(0.2, 0.24)

    def at(x: float, y: float, z: float) -> Array:
        return vector(hips[0], hips[1], 0.0) + axes @ vector(x, y, z)

    parts = [(at(0, -0.02, seat - 0.03), vector(width, depth, 0.03))]
    if rng.random() < 0.4:
        parts.append((at(0, -0.02, seat / 2), vector(width * 0.9, depth * 0.9, seat / 2)))
    else:
        for x in (-1, 1):
            for y in (-1, 1):
                leg = at(x * (width - 0.03), y * (depth - 0.03) - 0.02, seat / 2)
                parts.append((leg, vector(0.02, 0.02, seat / 2)))
    if rng.random() < 0.6:
        high = rng.uniform(0.18, 0.42)
        parts.append((at(0, depth + 0.02, seat + 0.1 + high), vector(width, 0.02, high)))
    surfaces = [boxes.surface("chair", parts, axes, material)]
    if kind is Furniture.DESK:
        hands = min(joints[_INDEX["l_wrist"], 2], joints[_INDEX["r_wrist"], 2])
        top = float(min(max(hands - 0.06, seat + 0.2), seat + 0.34))
        shade = random_colour(rng)
        wood = replace(material, upper=shade, lower=shade)
        ahead = -rng.uniform(0.62, 0.72)
        table = [(at(rng.normal() * 0.1, ahead, top), vector(0.65, 0.36, 0.015))]
        half = vector(0.025, 0.33, top / 2)
        table += [(at(x, ahead, top / 2), half) for x in (-0.6, 0.6)]
        surfaces.append(boxes.surface("desk", table, axes, wood))
    return posed, surfaces
