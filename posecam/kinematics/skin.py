"""The body that shows a pose: a neutral skin at rest, and how the armature's bones carry it.

Every bone carries its part of the skin from where it rests to where the pose has it, drawn out to
the length that it has there, so that the skin never leaves the joints that were measured.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from posecam.kinematics.bones import BONES
from posecam.resources import resource

FloatArray = NDArray[np.float32]

#: Bones that keep their shape: they grow with the body, not with what was measured of them.
_RIGID: Final = ("Hand", "Foot", "ToeBase", "Head", "Shoulder", "Hips")
#: How much of its side's colour a part of the body shows.
_ACCENT: Final = {
    "UpLeg": 0.12, "Leg": 0.4, "Foot": 0.85, "ToeBase": 0.85,
    "Arm": 0.12, "ForeArm": 0.4, "Hand": 0.85, "Shoulder": 0.0,
}  # fmt: skip
#: Bytes of a GLB: its own head, that of each part, and where the first part begins.
_GLTF, _CHUNK = 12, 8
_HEAD: Final = _GLTF + _CHUNK
_ROW: Final = {bone.name: row for row, bone in enumerate(BONES)}


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """A body of V points in the rest pose of `posecam.kinematics.bones`, its soles at y = 0.

    Attributes:
        points: (V, 3) m.
        normals: (V, 3) unit vectors.
        faces: (F, 3) uint32 rows of points, facing outwards.
        bones: (V, 4) rows in `BONES` that move each point.
        shares: (V, 4) of each of them, one in all.
        places: (B, 3) m, where each bone begins.
        lengths: (B,) m from there to the bone after it; 0 where none follows.
    """

    points: FloatArray
    normals: FloatArray
    faces: NDArray[np.uint32]
    bones: NDArray[np.intp]
    shares: FloatArray
    places: FloatArray
    lengths: FloatArray

    @property
    def legs_m(self) -> float:
        """The thighs and shins together, that the body is sized by."""
        return float(self.lengths[LEGS].sum())

    def blended(self, per_bone: FloatArray) -> FloatArray:
        """(V, N) of (B, N), each point its bones' mean.

        No matrix product: its threads would wait, spinning, where the network wants to compute.
        """
        rows = per_bone[self.bones]
        return np.asarray(np.einsum("vk,vkn->vn", self.shares, rows), np.float32)

    def accents(self) -> FloatArray:
        """(V,) how much of its side's colour each point shows: -1 all right, 1 all left."""
        return self.blended(np.array([[_accent(bone.name)] for bone in BONES], np.float32))[:, 0]

    def stretches(self, lengths: FloatArray) -> FloatArray:
        """(B, 3, 3) that draw each bone's skin out, at rest.

        Args:
            lengths: (B,) m that each bone is to have; those of the legs size the whole.
        """
        size = np.float32(lengths[LEGS].sum() / self.legs_m)
        drawn = np.where(
            _DRAWN & (self.lengths > 0), lengths / np.maximum(self.lengths, 1e-6), size
        )
        return np.asarray(size * _EYE + (drawn - size)[:, None, None] * _ALONG, np.float32)

    def moved(self, matrices: FloatArray, places: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(V, 3) points, m, and (V, 3) normals, not of length one.

        Args:
            matrices: (B, 3, 3) that turn and draw out each bone's skin from rest.
            places: (B, 3) m, where each bone begins then.
        """
        whole = np.empty((len(BONES), 3, 4), np.float32)
        whole[:, :, :3] = matrices
        whole[:, :, 3] = places - np.einsum("bij,bj->bi", matrices, self.places)
        blended = self.blended(whole.reshape(len(BONES), 12)).reshape(-1, 3, 4)
        turned = blended[:, :, :3]
        points = np.einsum("vij,vj->vi", turned, self.points) + blended[:, :, 3]
        return points, np.einsum("vij,vj->vi", turned, self.normals)


def _accent(name: str) -> float:
    for prefix, sign in (("Left", 1.0), ("Right", -1.0)):
        if name.startswith(prefix):
            return sign * _ACCENT[name.removeprefix(prefix)]
    return 0.0


LEGS: Final = np.array([row for name, row in _ROW.items() if name.endswith("Leg")])
_DRAWN: Final = np.array([not bone.name.endswith(_RIGID) for bone in BONES])
_EYE: Final = np.eye(3, dtype=np.float32)
_RESTS: Final = np.array([bone.rest for bone in BONES], np.float32)
_ALONG: Final = _RESTS[:, :, None] * _RESTS[:, None, :]


def read_skin(path: Path) -> Skin:
    """The body in a GLB that `python -m training.synthesis mannequin` wrote.

    Raises:
        PosecamError: it is no such file.
    """
    try:
        return _read(*_glb(path.read_bytes()))
    except (OSError, ValueError, KeyError, IndexError, TypeError, struct.error) as error:
        raise PosecamError(f"The figure in {path.name} cannot be read ({error}).") from error


def _glb(file: bytes) -> tuple[dict[str, Any], bytes]:
    """The two parts of a GLB: its document and its arrays.

    A file of our own needs no more, and a window that starts has no time for pygltflib.
    """
    kind, version, _, length = struct.unpack_from("<4sIII", file)
    if (kind, version) != (b"glTF", 2):
        raise ValueError("it is no glTF 2")
    return json.loads(file[_HEAD : _HEAD + length]), file[2 * _CHUNK + _GLTF + length :]


def _read(document: dict[str, Any], data: bytes) -> Skin:
    def array(number: int, kind: str, width: int) -> NDArray[Any]:
        accessor = document["accessors"][number]
        start = document["bufferViews"][accessor["bufferView"]].get("byteOffset", 0)
        return np.frombuffer(data, kind, accessor["count"] * width, start).reshape(-1, width)

    primitive, skin = document["meshes"][0]["primitives"][0], document["skins"][0]
    attributes = primitive["attributes"]
    names = [document["nodes"][joint]["name"] for joint in skin["joints"]]
    order = np.array([names.index(bone.name) for bone in BONES])
    inverse = array(skin["inverseBindMatrices"], "<f4", 16).reshape(-1, 4, 4)
    places: FloatArray = -inverse[order, 3, :3]
    lengths = np.zeros(len(BONES), np.float32)
    for bone in reversed(BONES):  # of several that hang on one, the first is what it points to
        if bone.parent is not None:
            before = _ROW[bone.parent]
            lengths[before] = np.linalg.norm(places[_ROW[bone.name]] - places[before])
    return Skin(
        points=array(attributes["POSITION"], "<f4", 3),
        normals=array(attributes["NORMAL"], "<f4", 3),
        faces=array(primitive["indices"], "<u2", 1).reshape(-1, 3).astype(np.uint32),
        bones=np.argsort(order)[array(attributes["JOINTS_0"], "u1", 4)],
        shares=array(attributes["WEIGHTS_0"], "<f4", 4),
        places=places,
        lengths=lengths,
    )


@cache
def usual_skin() -> Skin:
    """The one that ships.

    Raises:
        PosecamError: its file is missing or damaged.
    """
    return read_skin(resource("mannequin.glb"))
