"""The 3D figure as a person: a neutral body whose skin the armature's bones move, in numpy."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.body_mesh import Mesh
from posecam.gui.shared.theme import opacity
from posecam.kinematics.bones import BONES
from posecam.kinematics.orientation import orientations
from posecam.kinematics.skin import Skin, usual_skin

FloatArray = NDArray[np.float32]

#: From the armature's world (Y up) to the view's (Z up); both are right-handed.
_TO_VIEW: Final = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], np.float32)
_SKIN: Final = np.array([0.72, 0.735, 0.76], np.float32)
#: How solid what is not seen at all is: a guess is an outline, not a hole.
_GUESS: Final = 0.1
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
    """Makes the mesh of a pose. The faces never change between calls."""

    def __init__(self, skin: Skin) -> None:
        self._skin = skin
        self.faces = skin.faces
        sides: dict[float, skeleton.Side] = {1.0: "left", -1.0: "right"}
        accents = skin.accents()[:, None]
        self._tints = np.full((len(accents), 3), _SKIN, np.float32)
        for sign, side in sides.items():
            share = np.maximum(sign * accents, 0)
            self._tints += (_rgb(skeleton.COLOURS[side]) - _SKIN) * share
        self._sure = [[skeleton.INDEX[k] for k in _SURE[bone.name]] for bone in BONES]

    def mesh(self, joints: FloatArray, scores: FloatArray) -> Mesh:
        """The body with its joints at (K, 3) metres in the view's world, Z up, not mirrored.

        The opacity of what is unsure is less than 1, see `figure_item`.
        """
        turned, begun, tips = self._posed(joints, scores)
        lengths = np.linalg.norm(tips - begun, axis=1)
        matrices = np.asarray(_TO_VIEW @ turned @ self._skin.stretches(lengths), np.float32)
        vertices, normals = self._skin.moved(matrices, begun @ _TO_VIEW.T)
        known = np.array([scores[rows].min() for rows in self._sure], np.float32)
        shown = _GUESS + (1 - _GUESS) * self._skin.blended(opacity(known)[:, None])
        colours = np.concatenate([self._tints, shown], 1)
        return Mesh(
            vertices.astype(np.float32, copy=False),
            normals.astype(np.float32, copy=False),
            colours,
            self.faces,
        )

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


def _rgb(value: tuple[int, int, int]) -> FloatArray:
    """(3,) in 0..1."""
    return (np.array(value) / 255).astype(np.float32)


@cache
def mannequin() -> Mannequin:
    """The one that ships.

    Raises:
        PosecamError: its file is missing or damaged.
    """
    return Mannequin(usual_skin())
