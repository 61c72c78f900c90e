"""From a file to a character: its bones found, turned to face as the armature does, in metres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.characters.character import Character, Part
from posecam.characters.document import CharacterError, Document, FloatArray
from posecam.characters.humanoid import DRIVEN, find_bones
from posecam.characters.primitives import Primitive, read_primitives
from posecam.characters.textures import Materials
from posecam.kinematics.bones import BY_NAME
from posecam.kinematics.rotations import axis_rotation, shortest_rotation, unit

#: Metres between which a character's height is believed, tried with these units in turn; another
#: one is made as tall as a person.
_HEIGHTS: Final = (0.4, 3.0)
_UNITS: Final = (1.0, 0.01, 0.001)
_USUAL_M: Final = 1.7
#: A file's own axis is taken for up or left where the bones are so near to it.
_NEAR_AXIS: Final = np.cos(np.radians(20.0))
#: Feet that are turned out further than this are none that rest.
_MOST_YAW_DEG: Final = 45.0
#: Which bone's joint a bone points at.
_POINTS_AT: Final[Mapping[str, str]] = {
    "Spine": "Neck",
    "Spine1": "Neck",
    "Neck": "Head",
    **{
        f"{side}{bone}": f"{side}{then}"
        for side in ("Left", "Right")
        for bone, then in (
            ("UpLeg", "Leg"),
            ("Leg", "Foot"),
            ("Arm", "ForeArm"),
            ("ForeArm", "Hand"),
        )
    },
}


def read_character(path: Path) -> Character:
    """Read a .glb, .vrm or .gltf in one file.

    Raises:
        CharacterError: it is none, too large, damaged, without a skin, or its bones are not known.
    """
    document = Document(path)
    try:
        return _read(document, path.stem)
    except CharacterError:
        raise
    except Exception as error:  # a file can be wrong in more ways than there are names for
        raise document.damaged(error) from error


def _read(document: Document, name: str) -> Character:
    if not document.gltf.skins:
        raise CharacterError(
            f"{document.name} has no skin: it is a thing, not a character that bones could move."
        )
    nodes = find_bones(document)
    bones = tuple(bone for bone in DRIVEN if bone in nodes)
    rows = _rows(document, {nodes[bone]: row for row, bone in enumerate(bones)})
    found = read_primitives(document, rows, len(bones), Materials(document))
    if not any(len(one.faces) for one in found):
        raise CharacterError(f"{document.name} has no skin: there is nothing to show.")
    places = {bone: document.globals[node][:3, 3] for bone, node in nodes.items()}
    turn = _facing(places, document)
    vertices = np.concatenate([one.vertices for one in found]) @ turn.T
    places = {bone: turn @ place for bone, place in places.items()}
    tips = {
        side: turn @ tip
        for side in ("Left", "Right")
        if (tip := _fingers(document, nodes[f"{side}Hand"])) is not None
    }
    unit_m = _unit(float(np.ptp(vertices[:, 1])), document)
    pulls = np.concatenate([one.pulls for one in found])
    base = _base(vertices, pulls, bones, places["Hips"])
    row_of = {bone: row for row, bone in enumerate(bones)}
    strongest, shares = _four(pulls)
    normals = np.concatenate([one.normals for one in found]) @ turn.T
    return Character(
        name=name,
        vertices=((vertices - base) * unit_m).astype(np.float32),
        normals=normals.astype(np.float32),
        uvs=np.concatenate([one.uvs for one in found]),
        tints=np.concatenate([one.tints for one in found]),
        rows=strongest,
        shares=shares,
        parts=_parts(found),
        bones=bones,
        parents=tuple(_parent(bone, row_of) for bone in bones),
        joints=np.stack([(places[bone] - base) * unit_m for bone in bones]),
        aligned=np.stack([_aligned(bone, places, tips) for bone in bones]),
    )


def _rows(document: Document, bones: Mapping[int, int]) -> list[int]:
    """Of each node the row of the bone that it goes with; -1 where it hangs on none."""
    rows = [-1] * len(document.nodes)
    for number in document.order:
        parent = document.parents[number]
        rows[number] = bones.get(number, rows[parent] if parent >= 0 else -1)
    return rows


def _parent(bone: str, rows: Mapping[str, int]) -> int:
    """Row of the nearest bone before that the file has."""
    above = BY_NAME[bone].parent
    while above is not None and above not in rows:
        above = BY_NAME[above].parent
    return -1 if above is None else rows[above]


def _facing(places: Mapping[str, FloatArray], document: Document) -> FloatArray:
    """(3, 3) from the file's axes to the armature's."""
    up = _snapped(places.get("Neck", places["Head"]) - places["Hips"])
    left = places["LeftUpLeg"] - places["RightUpLeg"]
    left = _snapped(left - (left @ up) * up)
    left = unit(left - (left @ up) * up)
    turn = np.stack([left, up, np.cross(left, up)])
    if not np.allclose(turn @ turn.T, np.eye(3), atol=1e-6):
        raise CharacterError(
            f"{document.name} cannot be moved: its hips and head lie in one place at rest."
        )
    return turn


def _snapped(way: FloatArray) -> FloatArray:
    """A direction as the axis that it is near to."""
    way = unit(way)
    nearest = int(np.abs(way).argmax())
    if abs(way[nearest]) < _NEAR_AXIS:
        return way
    return np.asarray(np.eye(3)[nearest] * np.sign(way[nearest]))


def _unit(height: float, document: Document) -> float:
    """Metres that one of the file's is taken for."""
    low, high = _HEIGHTS
    if not np.isfinite(height) or height <= 0:
        raise document.damaged("it has no height")
    fitting = (one for one in _UNITS if low <= height * one <= high)
    return next(fitting, _USUAL_M / height)


def _base(
    vertices: FloatArray,
    pulls: NDArray[np.float32],
    bones: Sequence[str],
    hips: FloatArray,
) -> FloatArray:
    """(3,) the place on the ground below the hips: as low as the soles."""
    feet = [row for row, bone in enumerate(bones) if bone.endswith("Foot")]
    of_feet = pulls[:, feet].max(1) > 0.5
    lowest = vertices[of_feet if of_feet.any() else slice(None), 1].min()
    return np.array([hips[0], lowest, hips[2]])


def _four(pulls: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """(V, 4) strongest bones of each vertex and (V, 4) their shares."""
    strongest = np.argsort(-pulls, axis=1, kind="stable")[:, :4]
    shares = np.take_along_axis(pulls, strongest, 1)
    shares /= shares.sum(1, keepdims=True)
    return strongest.astype(np.uint8), shares


def _fingers(document: Document, hand: int) -> FloatArray | None:
    """(3,) from the wrist to the middle of where the fingers begin, without the thumb."""
    ways = [
        document.globals[child][:3, 3] - document.globals[hand][:3, 3]
        for child in document.nodes[hand].children or ()
        if document.nodes[child].mesh is None
        and "thumb" not in (document.nodes[child].name or "").lower()
    ]
    way = unit(np.mean(ways, axis=0)) if ways else np.zeros(3)
    return way if np.linalg.norm(way) > 0.5 else None


def _aligned(
    bone: str, places: Mapping[str, FloatArray], fingers: Mapping[str, FloatArray]
) -> FloatArray:
    """(3, 3) rotation from how a bone rests to how the armature's does."""
    side = bone[: -len("Hand")] if bone.endswith("Hand") else ""
    if side:
        if side not in fingers:
            return _aligned(f"{side}ForeArm", places, fingers)
        return _shortest(fingers[side], bone)
    if bone.endswith("Foot"):
        toes = bone.replace("Foot", "ToeBase")
        if toes not in places:
            return np.eye(3)
        way = places[toes] - places[bone]
        yaw = np.arctan2(way[0], way[2])
        if abs(yaw) > np.radians(_MOST_YAW_DEG):
            return np.eye(3)
        return np.asarray(axis_rotation("Y", np.array([-yaw]))[0])
    at = _POINTS_AT.get(bone)
    if at is not None and at not in places:
        at = "Head" if at == "Neck" else None
    return np.eye(3) if at is None else _shortest(places[at] - places[bone], bone)


def _shortest(way: FloatArray, bone: str) -> FloatArray:
    rest = np.array(BY_NAME[bone].rest, np.float64)
    if np.linalg.norm(way) <= 0:
        return np.eye(3)
    return np.asarray(shortest_rotation(unit(way)[None], rest[None])[0])


def _parts(found: Sequence[Primitive]) -> tuple[Part, ...]:
    parts, before = [], 0
    for one in found:
        material = one.material
        faces = (one.faces + np.uint32(before)).astype(np.uint32)
        parts.append(
            Part(faces, material.colour, material.texture, material.cutoff, material.two_sided)
        )
        before += len(one.vertices)
    return tuple(part for part in parts if len(part.faces))
