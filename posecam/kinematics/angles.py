"""Joint angles in degrees from 3D joints.

The convention follows the International Society of Biomechanics (hip, spine: Wu et al., J Biomech
2002; shoulder, elbow, thorax: Wu et al., J Biomech 2005) as far as the keypoints allow:

- `knee_flexion`, `elbow_flexion`: between the two bones, 0 is straight, 0..180. Without the axis
  of the joint, bending the wrong way cannot be told from bending.
- `hip_flexion`, `hip_abduction`: of the thigh in the frame of the trunk's lower end, whose sideways
  axis is the line of the hips and whose upward axis is the spine's direction, made perpendicular.
  First flexion about the sideways axis (forward positive), then abduction (outward positive).
  Bending the trunk over straight legs therefore counts as hip flexion: the tilt of the pelvis
  itself cannot be seen from hips and pelvis on one line.
- `shoulder_elevation`: between the upper arm and the trunk's downward direction, 0 hanging, 180
  overhead. `shoulder_plane`: the plane in which it is lifted, 0 sideways, 90 forward, -90 backward
  (ISB's plane of elevation), in the frame of spine and line of the shoulders; not a number where
  the arm hangs or points up so nearly that it has no plane.
- `trunk_flexion` (forward positive), `trunk_lateral` (to the right positive): of the spine against
  the vertical, which is that of the joints given (see `grounding.levelled`); forward is at right
  angles to the line of the hips. `trunk_inclination`: between the spine and the vertical, 0..180.
  `trunk_rotation`: of the line of the shoulders against the line of the hips about the spine, to
  the left positive.
- `ankle_dorsiflexion`: of the foot, from heel to toes, against the shank: 0 at right angles, toes
  up positive. `foot_progression`: of the foot against where the pelvis faces, seen from above, toes
  out positive.
- `head_flexion` (looking down positive), `head_lateral` (to the right), `head_rotation` (to the
  left): of the head against the trunk, in this sequence; 0 where the head is level on an upright
  trunk.
- `pelvis_obliquity`: the right hip higher positive. `pelvis_rotation`: where the pelvis faces, 0 at
  the camera, turned to the left positive.

Ankles, feet and head need thirty-one keypoints. Right and left are the person's. Signs are the same
on both sides.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.segment_angles import SEGMENT_ANGLES, segment_angles
from posecam.skeleton import INDEX

FloatArray = NDArray[np.float64]

_SIDED: Final = (
    "knee_flexion",
    "hip_flexion",
    "hip_abduction",
    "elbow_flexion",
    "shoulder_elevation",
    "shoulder_plane",
)
_TRUNK: Final = ("trunk_flexion", "trunk_lateral", "trunk_inclination", "trunk_rotation")
#: Every angle by name, in the order of `joint_angles`.
ANGLES: Final[tuple[str, ...]] = (
    *(f"{side}_{name}" for name in _SIDED for side in ("r", "l")),
    *_TRUNK,
    *SEGMENT_ANGLES,
)
#: An arm closer than this to the trunk's axis has no plane of elevation.
PLANE_NEEDS_DEG: Final = 10.0
#: Camera frame: y is down.
_UP: Final = np.array([0.0, -1.0, 0.0])


def joint_angles(joints_3d: NDArray[np.floating]) -> dict[str, FloatArray]:
    """Every angle of `ANGLES`, degrees.

    Args:
        joints_3d: (..., 16 or 31, 3) in the camera frame (x right, y down, z away), any unit, the
            pelvis anywhere.

    Returns:
        name -> (...); not a number where a joint is not, or where the angle is undefined.
    """
    joints = np.asarray(joints_3d, np.float64)
    points = {name: joints[..., index, :] for name, index in INDEX.items()}
    spine = _unit(points["thorax"] - points["pelvis"])
    hips = _unit(points["r_hip"] - points["l_hip"])  # to the person's right
    shoulders = _unit(points["r_shoulder"] - points["l_shoulder"])
    found: dict[str, FloatArray] = {}
    for side, outward in (("r", 1.0), ("l", -1.0)):
        thigh = _unit(points[f"{side}_knee"] - points[f"{side}_hip"])
        shank = _unit(points[f"{side}_ankle"] - points[f"{side}_knee"])
        arm = _unit(points[f"{side}_elbow"] - points[f"{side}_shoulder"])
        forearm = _unit(points[f"{side}_wrist"] - points[f"{side}_elbow"])
        found[f"{side}_knee_flexion"] = _between(thigh, shank)
        found[f"{side}_elbow_flexion"] = _between(arm, forearm)
        flexion, sideways = _lean(-thigh, hips, spine)
        found[f"{side}_hip_flexion"] = -flexion
        found[f"{side}_hip_abduction"] = -outward * sideways
        found[f"{side}_shoulder_elevation"] = _between(arm, -spine)
        found[f"{side}_shoulder_plane"] = _plane(arm, spine, shoulders, outward)
    found["trunk_flexion"], found["trunk_lateral"] = _lean(spine, hips, _UP, level=True)
    found["trunk_inclination"] = _between(spine, np.broadcast_to(_UP, spine.shape))
    found["trunk_rotation"] = _rotation(hips, shoulders, spine)
    found |= segment_angles(joints)
    return {name: found[name] for name in ANGLES}


def _lean(
    direction: FloatArray, right: FloatArray, up: FloatArray, *, level: bool = False
) -> tuple[FloatArray, FloatArray]:
    """How far a unit direction leans forward from `up`, and then to the right.

    Of the frame's two axes the right one is kept and the other made perpendicular to it; with
    `level` the other way about.
    """
    up = np.broadcast_to(up, direction.shape)
    forward = _unit(np.cross(up, right))
    if level:
        right = np.cross(forward, up)
    else:
        up = np.cross(right, forward)
    ahead = np.arctan2(_dot(direction, forward), _dot(direction, up))
    return np.degrees(ahead), np.degrees(np.arcsin(np.clip(_dot(direction, right), -1, 1)))


def _plane(arm: FloatArray, spine: FloatArray, right: FloatArray, outward: float) -> FloatArray:
    """The plane of elevation of the arm that hangs on the `outward` side, 1 right or -1 left."""
    forward = _unit(np.cross(spine, right))
    side = outward * np.cross(forward, spine)
    angle = np.degrees(np.arctan2(_dot(arm, forward), _dot(arm, side)))
    away = np.abs(_dot(arm, spine)) < np.cos(np.radians(PLANE_NEEDS_DEG))
    return np.where(away, angle, np.nan)


def _rotation(hips: FloatArray, shoulders: FloatArray, spine: FloatArray) -> FloatArray:
    """Signed angle from hips to shoulders about the spine."""
    start = hips - _dot(hips, spine)[..., None] * spine
    end = shoulders - _dot(shoulders, spine)[..., None] * spine
    return np.degrees(np.arctan2(_dot(np.cross(start, end), spine), _dot(start, end)))


def _between(first: FloatArray, second: FloatArray) -> FloatArray:
    """Angle between unit vectors, exact near 0 and 180 too (Kahan: by half sum and difference)."""
    apart = np.linalg.norm(first - second, axis=-1)
    together = np.linalg.norm(first + second, axis=-1)
    return np.asarray(np.degrees(2 * np.arctan2(apart, together)))


def _unit(vectors: FloatArray) -> FloatArray:
    """Vectors made one long; not a number where they have no length."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, np.nan))


def _dot(first: FloatArray, second: FloatArray) -> FloatArray:
    return np.asarray((first * second).sum(-1))
