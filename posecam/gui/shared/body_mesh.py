"""The 3D figure as one mesh: tapered bones, a head and joint balls, moved in numpy.

Unit shapes are made once; every pose only moves them, so that the arrays keep their size and the
graphics card's buffers are written, never allocated anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.gui.shared.theme import bone_opacity, joint_opacity

FloatArray = NDArray[np.float32]
IndexArray = NDArray[np.uint32]

RINGS = 9
SIDES = 14
BALL_RINGS = 8

_HEAD = skeleton.BONES.index((skeleton.INDEX["head_top"], skeleton.INDEX["upper_neck"]))
_THIN, _THICK = 0.026, 0.047
_HEAD_RADIUS = 0.082

#: Thickness of each bone at its widest and of each joint's ball, metres.
BONE_RADII = np.clip(skeleton.BONE_LENGTHS_MM * 1e-3 * 0.115, _THIN, _THICK).astype(np.float32)
BONE_RADII[_HEAD] = _HEAD_RADIUS
JOINT_RADII = np.full(skeleton.COUNT, _THIN, np.float32)
for _bone, (_c, _p) in enumerate(skeleton.BONES):
    if _bone != _HEAD:
        JOINT_RADII[[_c, _p]] = np.maximum(JOINT_RADII[[_c, _p]], BONE_RADII[_bone] * 0.82)
JOINT_RADII[skeleton.INDEX["head_top"]] = 0.0  # inside the head's own shape

_FOOT, _HAND, _FACE = 0.013, 0.010, 0.007


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What a mesh is of.

    Attributes:
        bones: (B, 2) child and parent of each.
        bone_radii: (B,) thickness of each at its widest, metres.
        joint_radii: (J,) of each joint's ball; J is as many as the bones name.
        bone_sides, joint_sides: for their colours.
        head: the bone that has the head's shape; None where there is none.
    """

    bones: NDArray[np.int64]
    bone_radii: FloatArray
    joint_radii: FloatArray
    bone_sides: tuple[skeleton.Side, ...]
    joint_sides: tuple[skeleton.Side, ...]
    head: int | None = None


def _thin(keypoint: int) -> float:
    name = skeleton.KEYPOINT_NAMES[keypoint]
    if name.endswith(("toe", "heel")):
        return _FOOT
    return _HAND if name.endswith(("index", "pinky")) else _FACE


#: The sixteen joints and their bones.
BODY = Parts(
    np.array(skeleton.BONES),
    BONE_RADII,
    JOINT_RADII,
    skeleton.BONE_SIDES,
    skeleton.SIDES,
    _HEAD,
)
#: Feet, face and hands, of poses that have them.
DETAILS = Parts(
    np.array(skeleton.DETAILS),
    np.array([_thin(child) for child, _ in skeleton.DETAILS], np.float32),
    np.array(
        [
            1.25 * _thin(keypoint) if keypoint >= skeleton.COUNT else 0.0
            for keypoint in range(skeleton.KEYPOINT_COUNT)
        ],
        np.float32,
    ),
    skeleton.DETAIL_SIDES,
    skeleton.KEYPOINT_SIDES,
)


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Vertices (V, 3), normals (V, 3), colours (V, 4), all float32, and faces (F, 3) uint32."""

    vertices: FloatArray
    normals: FloatArray
    colours: FloatArray
    faces: IndexArray


def tube_faces(rings: int, sides: int) -> IndexArray:
    """Triangles of a tube of rings x sides vertices, ring after ring, facing outwards."""
    ring, side = np.meshgrid(np.arange(rings - 1), np.arange(sides), indexing="ij")
    a = ring * sides + side
    b = ring * sides + (side + 1) % sides
    c, d = a + sides, b + sides
    triangles = np.stack([np.stack([a, b, c], -1), np.stack([b, d, c], -1)], 2)
    return triangles.reshape(-1, 3).astype(np.uint32)


def frames_along(axes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Two unit vectors across each of the (B, 3) unit axes: u, v with u x v = axis.

    Duff et al., "Building an Orthonormal Basis, Revisited", JCGT 2017: no axis is special.
    """
    x, y, z = axes[:, 0], axes[:, 1], axes[:, 2]
    sign = np.where(z >= 0, 1.0, -1.0).astype(np.float32)
    a = -1.0 / (sign + z)
    b = x * y * a
    u = np.stack([1.0 + sign * x * x * a, sign * b, -sign * x], 1)
    v = np.stack([b, sign + y * y * a, -y], 1)
    return u.astype(np.float32), v.astype(np.float32)


def _profiles(rings: int, parts: Parts) -> tuple[FloatArray, FloatArray]:
    """(B, rings) radius along each bone from parent to child, over its widest; and its slope."""
    t = np.linspace(0.0, 1.0, rings)
    limb = 0.62 + 0.38 * np.sin(np.pi * np.clip(t, 0, 1) ** 0.75) - 0.12 * t
    angle = np.pi * t  # the head is an ellipsoid: rings at equal angles
    head = np.sin(angle)
    radii = np.tile(limb, (len(parts.bones), 1))
    if parts.head is not None:
        radii[parts.head] = head
    slope = np.tile(np.gradient(limb, t), (len(parts.bones), 1))
    return radii.astype(np.float32), slope.astype(np.float32)


class BodyMesh:
    """Makes the mesh of a pose. Shapes never change between calls."""

    def __init__(
        self,
        rings: int = RINGS,
        sides: int = SIDES,
        ball_rings: int = BALL_RINGS,
        parts: Parts = BODY,
    ) -> None:
        """rings, sides, ball_rings: of the shapes; fewer are quicker to draw."""
        self._rings, self._sides, self._parts = rings, sides, parts
        self._child, self._parent = parts.bones.T
        around = np.linspace(0, 2 * np.pi, sides, endpoint=False)
        self._circle = np.stack([np.cos(around), np.sin(around)], 1).astype(np.float32)
        self._radii, self._slope = _profiles(rings, parts)
        along = np.linspace(0.0, 1.0, rings, dtype=np.float32)
        self._along = np.tile(along, (len(parts.bones), 1))
        if parts.head is not None:
            self._along[parts.head] = (1 - np.cos(np.pi * along)) / 2
        tilt = np.linspace(0.0, np.pi, ball_rings)
        ring = (
            np.sin(tilt)[:, None, None]
            * np.array([1, 1, 0])
            * np.concatenate([self._circle, np.zeros((sides, 1))], 1)
        )
        self._ball = (ring - np.cos(tilt)[:, None, None] * [0, 0, 1]).reshape(-1, 3)
        self._ball = self._ball.astype(np.float32)
        tube, ball = tube_faces(rings, sides), tube_faces(ball_rings, sides)
        bones, joints = len(parts.bones), len(parts.joint_radii)
        tubes = tube[None] + (np.arange(bones) * rings * sides)[:, None, None]
        first = bones * rings * sides
        balls = ball[None] + (first + np.arange(joints) * len(self._ball))[:, None, None]
        self.faces: IndexArray = np.concatenate(
            [tubes.reshape(-1, 3), balls.reshape(-1, 3)]
        ).astype(np.uint32)
        colours = {k: np.array(v, np.float32) / 255 for k, v in skeleton.COLOURS.items()}
        self._bone_rgb = np.array([colours[side] for side in parts.bone_sides])
        self._joint_rgb = np.array([colours[side] for side in parts.joint_sides])

    def mesh(self, joints: FloatArray, scores: FloatArray, ground: FloatArray) -> Mesh:
        """The figure with its joints at (K, 3) metres; those that no bone names are left out.

        Doubtful parts fade towards the ground colour (3,) instead of becoming transparent, which
        would need sorting; very doubtful parts shrink to a point.
        """
        parts = self._parts
        joints = joints[: len(parts.joint_radii)]
        bones, balls = bone_opacity(scores, parts.bones), joint_opacity(scores, parts.bones)
        tube, tube_normals = self._tubes(joints, bones > 0)
        size = (parts.joint_radii * (balls > 0))[:, None, None]
        ball = joints[:, None] + self._ball[None] * size
        ball_normals = np.broadcast_to(self._ball, ball.shape)
        colours = np.concatenate(
            [
                np.repeat(_fade(self._bone_rgb, bones, ground), self._rings * self._sides, axis=0),
                np.repeat(_fade(self._joint_rgb, balls, ground), len(self._ball), axis=0),
            ]
        )
        return Mesh(
            np.concatenate([tube.reshape(-1, 3), ball.reshape(-1, 3)]).astype(np.float32),
            np.concatenate([tube_normals.reshape(-1, 3), ball_normals.reshape(-1, 3)]).astype(
                np.float32
            ),
            colours,
            self.faces,
        )

    def _tubes(
        self, joints: FloatArray, visible: NDArray[np.bool_]
    ) -> tuple[FloatArray, FloatArray]:
        """(B, rings, sides, 3) vertices and normals of the bones."""
        radii = self._parts.bone_radii
        start, span = joints[self._parent], joints[self._child] - joints[self._parent]
        length = np.linalg.norm(span, axis=1, keepdims=True)
        axis = np.where(length > 1e-6, span / np.maximum(length, 1e-6), [0.0, 0.0, 1.0])
        axis = axis.astype(np.float32)
        u, v = frames_along(axis)
        outward = (
            self._circle[None, :, :1] * u[:, None] + self._circle[None, :, 1:] * v[:, None]
        )  # (B, sides, 3)
        shown = visible.astype(np.float32)[:, None]
        width = self._radii * radii[:, None] * shown
        centres = start[:, None] + span[:, None] * (self._along * shown)[..., None]
        vertices = centres[:, :, None] + outward[:, None] * width[..., None, None]
        lean = self._slope * radii[:, None] / np.maximum(length, 1e-3)
        normals = outward[:, None] - axis[:, None, None] * lean[..., None, None]
        normals = np.array(np.broadcast_to(normals, vertices.shape))
        if (head := self._parts.head) is not None:
            # Its rings stand at equal angles, so its normals are those of a ball along the axis.
            tilt = np.linspace(0.0, np.pi, self._rings, dtype=np.float32)[:, None, None]
            normals[head] = outward[head] * np.sin(tilt) - axis[head] * np.cos(tilt)
        normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-6)
        return vertices, normals


def _fade(rgb: FloatArray, opacity: FloatArray, ground: FloatArray) -> FloatArray:
    """(N, 4) opaque colours, mixed towards the ground by (N,) opacity."""
    mixed = ground + (rgb - ground) * opacity[:, None]
    return np.concatenate([mixed, np.ones((len(mixed), 1))], 1).astype(np.float32)
