"""A character at rest: its skin, in metres, and the bones of the armature that move it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
SkinArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is drawn with one material.

    Attributes:
        faces: (F, 3) uint32 vertices of the character.
        colour: (4,) red, green, blue, opacity in 0..1, as a screen shows them.
        texture: (H, W, 4) uint8 of the same, multiplied with the colour; None for none.
        cutoff: what is less opaque than that is not drawn.
        two_sided: seen from behind, too; else only where the corners go round to the left.
    """

    faces: NDArray[np.uint32]
    colour: SkinArray
    texture: NDArray[np.uint8] | None = None
    cutoff: float = 0.0
    two_sided: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Character:
    """What a file holds of a character, resting: facing +Z, Y up, its left at +X, metres.

    Attributes:
        name: of the file, without its ending.
        vertices, normals: (V, 3).
        uvs: (V, 2) places in the texture, v downwards.
        tints: (V, 4) uint8 colours of the vertices, multiplied with those of their part.
        rows: (V, 4) uint8 bones that move a vertex, as rows of `bones`.
        shares: (V, 4) how much each does; they add up to 1.
        parts: what is drawn.
        bones: names of the armature's bones that the file has, each before those on it.
        parents: row of the bone before each, -1 for the hips.
        joints: (B, 3) where each begins.
        aligned: (B, 3, 3) rotation from how each rests to how the armature's does.
    """

    name: str
    vertices: SkinArray
    normals: SkinArray
    uvs: SkinArray
    tints: NDArray[np.uint8]
    rows: NDArray[np.uint8]
    shares: SkinArray
    parts: tuple[Part, ...]
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    joints: FloatArray
    aligned: FloatArray

    @property
    def leg(self) -> float:
        """Length of thigh and shin, metres; the mean of both sides."""
        place = dict(zip(self.bones, self.joints, strict=True))
        return float(
            np.mean(
                [
                    np.linalg.norm(place[f"{side}UpLeg"] - place[f"{side}Leg"])
                    + np.linalg.norm(place[f"{side}Leg"] - place[f"{side}Foot"])
                    for side in ("Left", "Right")
                ]
            )
        )

    @property
    def height(self) -> float:
        """Of the whole skin at rest, metres."""
        return float(np.ptp(self.vertices[:, 1]))

    def skinned(self, matrices: SkinArray) -> tuple[SkinArray, SkinArray]:
        """(V, 3) vertices and normals, moved by (B, 3, 4) matrices of `Puppet.pose`."""
        blended = np.einsum("vk,vkn->vn", self.shares, matrices.reshape(-1, 12)[self.rows])
        turned = blended.reshape(-1, 3, 4)
        vertices = np.einsum("vij,vj->vi", turned[:, :, :3], self.vertices) + turned[:, :, 3]
        normals = np.einsum("vij,vj->vi", turned[:, :, :3], self.normals)
        return vertices.astype(np.float32), normals.astype(np.float32)
