"""The body that moves with an armature in files that hold a mesh, in the take's proportions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.armature import Motion, Rest, rest_turn
from posecam.kinematics.bones import BONES
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.skin import usual_skin
from posecam.skeleton import COLOURS, Side

FloatArray = NDArray[np.float64]

#: Of what shows no side, red, green, blue of screens.
SKIN_RGB: Final = (168, 173, 181)


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A skin of V points in the rest pose, the hips at the origin.

    Attributes:
        points: (V, 3) mm.
        normals: (V, 3) unit vectors.
        faces: (F, 3) rows of points, facing outwards.
        bones: (V, 4) rows in `BONES` that move each point; of no share, the first.
        shares: (V, 4) of each of them, in 255ths.
        accents: (V,) how much of its side's colour each point shows: -1 all right, 1 all left.
    """

    points: FloatArray
    normals: FloatArray
    faces: NDArray[np.uint32]
    bones: NDArray[np.uint8]
    shares: NDArray[np.uint8]
    accents: FloatArray


def rest_places(motion: Motion) -> dict[str, FloatArray]:
    """name -> (3,) mm of each joint in the rest pose, the hips at the origin."""
    places: dict[str, FloatArray] = {}
    for bone in BONES:
        before = places[bone.parent] if bone.parent else np.zeros(3)
        places[bone.name] = before + motion.offsets[bone.name]
    return places


def make_body(motion: Motion, rest: Rest) -> Body:
    """The body of a motion that rests so.

    Every bone's skin is drawn out to the bone's length, the rest is sized by the legs; soles are
    where the floor is below an ankle that stands.
    """
    skin, places = usual_skin(), rest_places(motion)
    at = np.stack([places[bone.name] for bone in BONES]).astype(np.float32) * np.float32(1e-3)
    row = {bone.name: k for k, bone in enumerate(BONES)}
    lengths = np.zeros(len(BONES), np.float32)
    for bone in reversed(BONES):  # of several that hang on one, the first is what it points to
        if bone.parent is not None:
            lengths[row[bone.parent]] = np.linalg.norm(at[row[bone.name]] - at[row[bone.parent]])
    stretches = skin.stretches(lengths)
    for side in ("Left", "Right"):
        floor = at[row[f"{side}Foot"], 1] - np.float32(ANKLE_ABOVE_FLOOR_MM * 1e-3)
        for k in (row[f"{side}Foot"], row[f"{side}ToeBase"]):
            stretches[k, 1, 1] = (at[k, 1] - floor) / skin.places[k, 1]
    turns = np.stack([rest_turn(bone, rest) for bone in BONES])
    points, normals = skin.moved((turns @ stretches).astype(np.float32), at)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shares = _in_255ths(skin.shares)
    return Body(
        points.astype(np.float64) * 1e3,
        normals.astype(np.float64),
        skin.faces,
        np.where(shares > 0, skin.bones, 0).astype(np.uint8),
        shares,
        skin.accents().astype(np.float64),
    )


def colour(accent: float) -> FloatArray:
    """(3,) red, green, blue of screens, 0..255, of what shows so much of a side's colour."""
    plain = np.array(SKIN_RGB, float)
    side: Side = "left" if accent > 0 else "right"
    return np.asarray(plain + abs(accent) * (np.array(COLOURS[side], float) - plain))


def _in_255ths(shares: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(V, 4) whole numbers that add up to 255."""
    found = np.floor(shares * 255).astype(np.int64)
    most = found.argmax(1)
    found[np.arange(len(found)), most] += 255 - found.sum(1)
    return found.astype(np.uint8)
