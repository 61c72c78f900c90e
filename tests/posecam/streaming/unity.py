"""What a program that draws an avatar does with VMC: forward kinematics in Unity's own terms.

Written from Unity's conventions alone: left-handed, Y up, quaternions x, y, z, w.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

#: Bone -> the bone that it hangs on, in an avatar without upper chest, eyes and fingers.
HIERARCHY = {
    "Hips": None,
    "Spine": "Hips",
    "Chest": "Spine",
    "Neck": "Chest",
    "Head": "Neck",
} | {
    f"{side}{bone}": parent if parent in ("Hips", "Chest") else f"{side}{parent}"
    for side in ("Left", "Right")
    for bone, parent in (
        ("UpperLeg", "Hips"),
        ("LowerLeg", "UpperLeg"),
        ("Foot", "LowerLeg"),
        ("Toes", "Foot"),
        ("Shoulder", "Chest"),
        ("UpperArm", "Shoulder"),
        ("LowerArm", "UpperArm"),
        ("Hand", "LowerArm"),
    )
}
#: Where each bone points in the T-pose, facing +Z; the left is at -X.
POINTS = {"Spine": (0, 1, 0), "Neck": (0, 1, 0), "Head": (0, 1, 0)} | {
    f"{side}{bone}": (sign * x, y, 0)
    for side, sign in (("Left", -1), ("Right", 1))
    for bone, x, y in (
        ("UpperLeg", 0, -1),
        ("LowerLeg", 0, -1),
        ("Shoulder", 1, 0),
        ("UpperArm", 1, 0),
        ("LowerArm", 1, 0),
    )
}
#: The joints of posecam that a bone runs between.
ENDS = {
    "Spine": ("pelvis", "thorax"),
    "Neck": ("thorax", "upper_neck"),
    "Head": ("upper_neck", "head_top"),
} | {
    f"{side}{bone}": (start if start == "thorax" else f"{side[0].lower()}_{start}", end)
    for side in ("Left", "Right")
    for bone, start, end in (
        ("UpperLeg", "hip", f"{side[0].lower()}_knee"),
        ("LowerLeg", "knee", f"{side[0].lower()}_ankle"),
        ("Shoulder", "thorax", f"{side[0].lower()}_shoulder"),
        ("UpperArm", "shoulder", f"{side[0].lower()}_elbow"),
        ("LowerArm", "elbow", f"{side[0].lower()}_wrist"),
    )
}


def times(a: Array, b: Array) -> Array:
    """Hamilton product of quaternions x, y, z, w: first b, then a."""
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return np.array(
        [
            aw * bx + ax * bw + ay * bz - az * by,
            aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw,
            aw * bw - ax * bx - ay * by - az * bz,
        ]
    )


def turn(rotation: Array, vector: Array) -> Array:
    """The vector turned by the quaternion."""
    x, y, z, w = rotation
    inverse = np.array([-x, -y, -z, w])
    return times(times(rotation, np.append(vector, 0.0)), inverse)[:3]


def forward(
    bones: dict[str, tuple[Any, ...]], root: tuple[float, ...] = (0, 0, 0)
) -> tuple[dict[str, Array], dict[str, Array]]:
    """World positions and rotations of every bone from the local ones that were sent.

    Args:
        bones: name -> (x, y, z, qx, qy, qz, qw).
        root: where the avatar stands.
    """
    places: dict[str, Array] = {}
    rotations: dict[str, Array] = {}
    for name in HIERARCHY:  # parents first
        place, rotation = np.array(bones[name][:3]), np.array(bones[name][3:])
        parent = HIERARCHY[name]
        if parent is None:
            places[name], rotations[name] = np.array(root) + place, rotation
        else:
            places[name] = places[parent] + turn(rotations[parent], place)
            rotations[name] = times(rotations[parent], rotation)
    return places, rotations
