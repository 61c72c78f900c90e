"""The 3D figure as a person: a neutral body whose skin the armature's bones move, in numpy.

Every bone carries its part of the skin from where it rests to where the pose has it, drawn out to
the length that it has there, so that the skin never leaves the joints that were measured.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pygltflib
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.gui.shared.body_mesh import Mesh
from posecam.gui.shared.theme import opacity
from posecam.kinematics.bones import BONES
from posecam.kinematics.orientation import orientations
from posecam.resources import resource

FloatArray = NDArray[np.float32]

#: From the armature's world (Y up) to the view's (Z up); both are right-handed.
_TO_VIEW: Final = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], np.float32)
#: The skin, and how much of its side's colour a part of the body shows.
_SKIN: Final = np.array([0.66, 0.68, 0.71], np.float32)
_ACCENT: Final = {
    "UpLeg": 0.35, "Leg": 0.6, "Foot": 0.75, "ToeBase": 0.75,
    "Arm": 0.35, "ForeArm": 0.6, "Hand": 0.75, "Shoulder": 0.1,
}  # fmt: skip
#: Bones that keep their shape: they grow with the body, not with what was measured of them.
_RIGID: Final = ("Hand", "Foot", "ToeBase", "Head", "Shoulder", "Hips")
#: The least that is left of the colour of what is not seen at all: a guess, not a hole.
_GUESS: Final = 0.22
#: What says how sure a bone is.
_SURE: Final = {
    "Hips": ("r_hip", "l_hip"), "Spine": ("r_hip", "l_hip"), "Spine1": ("r_shoulder", "l_shoulder"),
    "Neck": ("upper_neck",), "Head": ("head_top", "upper_neck"),
    **{
        f"{side}{bone}": tuple(f"{p}_{joint}" for joint in joints)
        for side, p in (("Left", "l"), ("Right", "r"))
        for bone, joints in {
            "UpLeg": ("hip", "knee"), "Leg": ("knee", "ankle"), "Foot": ("ankle",),
            "ToeBase": ("ankle",), "Shoulder": ("shoulder",), "Arm": ("shoulder", "elbow"),
            "ForeArm": ("elbow", "wrist"), "Hand": ("wrist",),
        }.items()
    },
}  # fmt: skip


class Mannequin:
    """Makes the mesh of a pose. The faces never change between calls.

    Args:
        path: a GLB that `python -m training.synthesis mannequin` wrote.

    Raises:
        PosecamError: it is no such file.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._read(pygltflib.GLTF2.load_binary(str(path)))
        except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise PosecamError(f"The figure in {path.name} cannot be read ({error}).") from error
        names = [bone.name for bone in BONES]
        colours = {side: _rgb(value) for side, value in skeleton.COLOURS.items()}
        per_bone = np.stack([_colour(name, colours) for name in names])
        self._tints: FloatArray = self._blended(per_bone)
        self._sure = [[skeleton.INDEX[k] for k in _SURE[name]] for name in names]
        self._size = float(sum(self._length(b.name) for b in BONES if b.name.endswith("Leg")))

    def _read(self, document: Any) -> None:
        data: bytes = document.binary_blob()

        def array(number: int, kind: str, width: int) -> NDArray[Any]:
            accessor = document.accessors[number]
            start = document.bufferViews[accessor.bufferView].byteOffset
            count = accessor.count * width
            return np.frombuffer(data, kind, count, start).reshape(-1, width)

        primitive = document.meshes[0].primitives[0]
        names = [document.nodes[joint].name for joint in document.skins[0].joints]
        self._points: FloatArray = array(primitive.attributes.POSITION, "<f4", 3)
        self._normals: FloatArray = array(primitive.attributes.NORMAL, "<f4", 3)
        rows = array(primitive.attributes.JOINTS_0, "u1", 4)
        shares = array(primitive.attributes.WEIGHTS_0, "<f4", 4)
        order = np.array([names.index(bone.name) for bone in BONES])
        self._rows = np.argsort(order)[rows]
        self._shares: FloatArray = shares
        inverse = array(document.skins[0].inverseBindMatrices, "<f4", 16).reshape(-1, 4, 4)
        self._places: FloatArray = -inverse[order, 3, :3]
        self.faces = array(primitive.indices, "<u2", 1).reshape(-1, 3).astype(np.uint32)
        self._row = {bone.name: row for row, bone in enumerate(BONES)}
        homogeneous = np.ones((len(self._points), 1), np.float32)
        self._four: FloatArray = np.concatenate([self._points, homogeneous], 1)

    def _length(self, name: str) -> float:
        """Of a bone at rest, from its joint to the next, m; 0 where none follows."""
        after = next((b.name for b in BONES if b.parent == name), None)
        if after is None:
            return 0.0
        return float(np.linalg.norm(self._places[self._row[after]] - self._places[self._row[name]]))

    def mesh(self, joints: FloatArray, scores: FloatArray, ground: FloatArray) -> Mesh:
        """The body with its joints at (K, 3) metres in the view's world, Z up, not mirrored.

        What is unsure fades towards the ground colour (3,).
        """
        turned, begun, tips = self._posed(joints, scores)
        matrices = _TO_VIEW @ self._matrices(turned, begun, tips)
        blended = self._blended(matrices.reshape(len(BONES), 12)).reshape(-1, 3, 4)
        vertices = np.einsum("vij,vj->vi", blended, self._four)
        normals = np.einsum("vij,vj->vi", blended[:, :, :3], self._normals)
        known = np.array([scores[rows].min() for rows in self._sure], np.float32)
        shown = _GUESS + (1 - _GUESS) * self._blended(opacity(known)[:, None])
        colours = np.ones((len(vertices), 4), np.float32)
        colours[:, :3] = ground + (self._tints - ground) * shown
        return Mesh(
            vertices.astype(np.float32, copy=False),
            normals.astype(np.float32, copy=False),
            colours,
            self.faces,
        )

    def _blended(self, per_bone: FloatArray) -> FloatArray:
        """(V, N) of (B, N), each vertex its bones' mean.

        No matrix product: its threads would wait, spinning, where the network wants to compute.
        """
        return np.asarray(np.einsum("vk,vkn->vn", self._shares, per_bone[self._rows]), np.float32)

    def _posed(
        self, joints: FloatArray, scores: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """(B, 3, 3) rotations from rest, (B, 3) where bones begin and (B, 3) where they end, m."""
        world = (joints @ _TO_VIEW)[None].astype(np.float64) * 1e3
        found = orientations(world, scores[None].astype(np.float64))
        turned = np.stack([found.world[bone.name][0] for bone in BONES])
        begun = np.stack([found.points[bone.joint][0] for bone in BONES]) * 1e-3
        tips = np.stack([found.points[bone.tip][0] for bone in BONES]) * 1e-3
        return turned.astype(np.float32), begun.astype(np.float32), tips.astype(np.float32)

    def _matrices(self, turned: FloatArray, begun: FloatArray, tips: FloatArray) -> FloatArray:
        """(B, 3, 4) that take the skin at rest to the pose."""
        spans = np.linalg.norm(tips - begun, axis=1)
        legs = sum(spans[self._row[b.name]] for b in BONES if b.name.endswith("Leg"))
        size = float(legs) / self._size
        out = np.empty((len(BONES), 3, 4), np.float32)
        for row, bone in enumerate(BONES):
            stretch = np.eye(3, dtype=np.float32) * size
            rest = self._length(bone.name)
            if rest > 0 and not bone.name.endswith(_RIGID):
                along = np.array(bone.rest, np.float32)
                stretch += np.outer(along, along) * (spans[row] / rest - size)
            matrix = turned[row] @ stretch
            out[row, :, :3] = matrix
            out[row, :, 3] = begun[row] - matrix @ self._places[row]
        return out


def _rgb(value: tuple[int, int, int]) -> FloatArray:
    """(3,) in 0..1."""
    return (np.array(value) / 255).astype(np.float32)


def _colour(name: str, colours: dict[skeleton.Side, FloatArray]) -> FloatArray:
    sides: tuple[tuple[str, skeleton.Side], ...] = (("Left", "left"), ("Right", "right"))
    for prefix, side in sides:
        if name.startswith(prefix):
            share = np.float32(_ACCENT[name.removeprefix(prefix)])
            return np.asarray(_SKIN + (colours[side] - _SKIN) * share, np.float32)
    return _SKIN


@cache
def mannequin() -> Mannequin:
    """The one that ships.

    Raises:
        PosecamError: its file is missing or damaged.
    """
    return Mannequin(resource("mannequin.glb"))
