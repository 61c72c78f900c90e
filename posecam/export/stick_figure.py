"""The figure that moves with an armature in files that hold a mesh: a double pyramid a bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.armature import Motion
from posecam.kinematics.bones import BONES, FOLLOWED
from posecam.kinematics.rotations import shortest_rotation
from posecam.skeleton import Side

FloatArray = NDArray[np.float64]

#: Half the thickness of a bone's pyramids, and where they meet, as shares of its length.
_THICK, _WAIST = 0.08, 0.2
_SHORTEST_MM: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What has the colour of one side: triangles of three points of their own each.

    Attributes:
        points: (N, 3) mm in the rest pose, the hips at the origin.
        normals: (N, 3) unit vectors.
        bones: (N,) row in `BONES` of the bone that moves each point.
    """

    points: FloatArray
    normals: FloatArray
    bones: NDArray[np.int64]


def rest_places(motion: Motion) -> dict[str, FloatArray]:
    """name -> (3,) mm of each joint in the rest pose, the hips at the origin."""
    places: dict[str, FloatArray] = {}
    for bone in BONES:
        before = places[bone.parent] if bone.parent else np.zeros(3)
        places[bone.name] = before + motion.offsets[bone.name]
    return places


def stick_figure(motion: Motion) -> Mapping[Side, Part]:
    """The double pyramids by colour; a colour without any is left out."""
    places, number = rest_places(motion), {bone.name: k for k, bone in enumerate(BONES)}
    tips = [(b.parent, motion.offsets[b.name], b.name) for b in BONES if b.parent]
    tips += [(b.name, motion.ends[b.name], b.name) for b in BONES if b.name not in FOLLOWED]
    points: dict[Side, list[FloatArray]] = {"left": [], "right": [], "centre": []}
    bones: dict[Side, list[int]] = {"left": [], "right": [], "centre": []}
    for name, tip, towards in tips:
        if np.linalg.norm(tip) < _SHORTEST_MM:
            continue
        side: Side = next((s for s in ("left", "right") if towards.lower().startswith(s)), "centre")
        points[side].append(places[name] + _pyramids(tip))
        bones[side].append(number[name])
    return {
        side: Part(
            np.concatenate(parts),
            _normals(np.concatenate(parts)),
            np.repeat(bones[side], len(parts[0])),
        )
        for side, parts in points.items()
        if parts
    }


def _pyramids(tip: FloatArray) -> FloatArray:
    """(24, 3) corners of the eight triangles of a double pyramid from the origin to `tip`."""
    length = float(np.linalg.norm(tip))
    turn = shortest_rotation(np.array([[0.0, 1.0, 0.0]]), tip[None] / length)[0]
    out, up = _THICK * length, _WAIST * length
    ring = [np.array(p) for p in ((out, up, 0), (0, up, -out), (-out, up, 0), (0, up, out))]
    start, end = np.zeros(3), np.array([0, length, 0])
    triangles = []
    for k, corner in enumerate(ring):
        after = ring[(k + 1) % 4]
        triangles += [corner, after, end, after, corner, start]
    return np.asarray(np.array(triangles) @ turn.T)


def _normals(points: FloatArray) -> FloatArray:
    a, b, c = points.reshape(-1, 3, 3).transpose(1, 0, 2)
    across = np.cross(b - a, c - a)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    return np.asarray(np.repeat(across, 3, axis=0))
