"""The one table of keypoints: names, order, bones, sides, flip pairs, colours, canonical lengths.

The first sixteen are MPII's in MPII's order, the joints that everything speaks of: `NAMES`,
`PARENTS`, `FLIP` and `BONES` are theirs. The thirty-one of `KEYPOINT_NAMES`, `KEYPOINT_PARENTS`,
`KEYPOINT_FLIP` and `KEYPOINT_BONES` begin with the same sixteen and go on with feet, face and
knuckles. Nothing else in the project repeats either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Side = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Joint:
    """One row of the table.

    Attributes:
        name: lower-case MPII name.
        parent: name of the parent joint, or None for the root.
        side: the person's own left or right (not the image's).
        length_mm: length of the bone to the parent in the canonical skeleton (0 for the root).
    """

    name: str
    parent: str | None
    side: Side
    length_mm: float


# Canonical lengths: the mean adult of Human3.6M as its public skeletons give it, rounded to a
# millimetre; thorax is the middle of the shoulders, head_top the top of the skull.
JOINTS: Final[tuple[Joint, ...]] = (
    Joint("r_ankle", "r_knee", "right", 454.0),
    Joint("r_knee", "r_hip", "right", 443.0),
    Joint("r_hip", "pelvis", "right", 133.0),
    Joint("l_hip", "pelvis", "left", 133.0),
    Joint("l_knee", "l_hip", "left", 443.0),
    Joint("l_ankle", "l_knee", "left", 454.0),
    Joint("pelvis", None, "centre", 0.0),
    Joint("thorax", "pelvis", "centre", 487.0),
    Joint("upper_neck", "thorax", "centre", 50.0),
    Joint("head_top", "upper_neck", "centre", 240.0),
    Joint("r_wrist", "r_elbow", "right", 252.0),
    Joint("r_elbow", "r_shoulder", "right", 279.0),
    Joint("r_shoulder", "thorax", "right", 151.0),
    Joint("l_shoulder", "thorax", "left", 151.0),
    Joint("l_elbow", "l_shoulder", "left", 279.0),
    Joint("l_wrist", "l_elbow", "left", 252.0),
)

NAMES: Final[tuple[str, ...]] = tuple(j.name for j in JOINTS)
COUNT: Final[int] = len(NAMES)
INDEX: Final[dict[str, int]] = {name: i for i, name in enumerate(NAMES)}
PARENTS: Final[tuple[int, ...]] = tuple(-1 if j.parent is None else INDEX[j.parent] for j in JOINTS)
SIDES: Final[tuple[Side, ...]] = tuple(j.side for j in JOINTS)
ROOT: Final[int] = INDEX["pelvis"]

#: (child, parent) of every bone.
BONES: Final[tuple[tuple[int, int], ...]] = tuple(
    (child, parent) for child, parent in enumerate(PARENTS) if parent >= 0
)
BONE_SIDES: Final[tuple[Side, ...]] = tuple(SIDES[child] for child, _ in BONES)
BONE_LENGTHS_MM: Final[NDArray[np.float64]] = np.array([JOINTS[c].length_mm for c, _ in BONES])
#: Standing height that the canonical lengths belong to: legs, trunk, neck and head, and 80 mm
#: from the ankle joint to the ground.
CANONICAL_HEIGHT_MM: Final[float] = 1750.0


def _mirrored(name: str) -> str:
    if name.startswith("r_"):
        return "l_" + name[2:]
    if name.startswith("l_"):
        return "r_" + name[2:]
    return name


#: FLIP[i] is the joint that joint i becomes in a mirrored image.
FLIP: Final[tuple[int, ...]] = tuple(INDEX[_mirrored(name)] for name in NAMES)

#: The twelve joints of arms and legs, in table order: what PCK and MPJPE are averaged over.
LIMBS: Final[tuple[int, ...]] = tuple(
    i
    for i, name in enumerate(NAMES)
    if name.split("_")[-1] in {"ankle", "knee", "hip", "wrist", "elbow", "shoulder"}
)

#: RGB colours by side, chosen to stay apart for colour-blind eyes and on light and dark grounds.
COLOURS: Final[dict[Side, tuple[int, int, int]]] = {
    "left": (0, 158, 255),
    "right": (255, 122, 26),
    "centre": (92, 214, 124),
}

#: What follows the sixteen: feet, face and knuckles, so that feet, head and hands have a whole
#: rotation. Lengths are the mean of rendered adults, scaled to the canonical height.
EXTRA_KEYPOINTS: Final[tuple[Joint, ...]] = (
    Joint("r_heel", "r_ankle", "right", 79.0),
    Joint("r_big_toe", "r_ankle", "right", 218.0),
    Joint("r_small_toe", "r_ankle", "right", 185.0),
    Joint("l_heel", "l_ankle", "left", 79.0),
    Joint("l_big_toe", "l_ankle", "left", 218.0),
    Joint("l_small_toe", "l_ankle", "left", 185.0),
    Joint("nose", "upper_neck", "centre", 208.0),
    Joint("r_eye", "nose", "right", 60.0),
    Joint("l_eye", "nose", "left", 60.0),
    Joint("r_ear", "r_eye", "right", 114.0),
    Joint("l_ear", "l_eye", "left", 114.0),
    Joint("r_index", "r_wrist", "right", 112.0),
    Joint("r_pinky", "r_wrist", "right", 100.0),
    Joint("l_index", "l_wrist", "left", 112.0),
    Joint("l_pinky", "l_wrist", "left", 100.0),
)
KEYPOINTS: Final[tuple[Joint, ...]] = JOINTS + EXTRA_KEYPOINTS
KEYPOINT_NAMES: Final[tuple[str, ...]] = tuple(k.name for k in KEYPOINTS)
KEYPOINT_COUNT: Final[int] = len(KEYPOINT_NAMES)
KEYPOINT_INDEX: Final[dict[str, int]] = {name: i for i, name in enumerate(KEYPOINT_NAMES)}
KEYPOINT_PARENTS: Final[tuple[int, ...]] = tuple(
    -1 if k.parent is None else KEYPOINT_INDEX[k.parent] for k in KEYPOINTS
)
KEYPOINT_SIDES: Final[tuple[Side, ...]] = tuple(k.side for k in KEYPOINTS)
#: (child, parent) of every bone of the thirty-one; the first fifteen are `BONES`.
KEYPOINT_BONES: Final[tuple[tuple[int, int], ...]] = tuple(
    (child, parent) for child, parent in enumerate(KEYPOINT_PARENTS) if parent >= 0
)
#: What is drawn of feet, face and hands beside `BONES`: the table's bones but for the nose's, which
#: would cross the face, and the toes and the knuckles of each side joined.
DETAILS: Final[tuple[tuple[int, int], ...]] = (
    *(bone for bone in KEYPOINT_BONES[len(BONES) :] if bone[0] != KEYPOINT_INDEX["nose"]),
    *(
        (KEYPOINT_INDEX[f"{side}_{inner}"], KEYPOINT_INDEX[f"{side}_{outer}"])
        for side in ("r", "l")
        for inner, outer in (("big_toe", "small_toe"), ("index", "pinky"))
    ),
)
DETAIL_SIDES: Final[tuple[Side, ...]] = tuple(KEYPOINT_SIDES[child] for child, _ in DETAILS)
#: KEYPOINT_FLIP[i] is the keypoint that keypoint i becomes in a mirrored image.
KEYPOINT_FLIP: Final[tuple[int, ...]] = tuple(
    KEYPOINT_INDEX[_mirrored(name)] for name in KEYPOINT_NAMES
)

# Human3.6M's seventeen joints.
H36M_NAMES: Final[tuple[str, ...]] = (
    "pelvis", "r_hip", "r_knee", "r_ankle", "l_hip", "l_knee", "l_ankle", "spine", "thorax",
    "nose", "head_top", "l_shoulder", "l_elbow", "l_wrist", "r_shoulder", "r_elbow", "r_wrist",
)  # fmt: skip  # in rows, not one a line
#: FROM_H36M[i] is the Human3.6M index of joint i of the table.
FROM_H36M: Final[tuple[int, ...]] = (3, 2, 1, 4, 5, 6, 0, 7, 8, 10, 16, 15, 14, 11, 12, 13)


def to_h36m(joints: NDArray[np.floating]) -> NDArray[np.floating]:
    """Reorder (..., 16, D) joints of the table into Human3.6M's (..., 17, D).

    Human3.6M's spine is the middle of pelvis and upper neck, its nose the middle of upper neck
    and head top; its thorax is the table's upper neck.
    """
    out = np.empty((*joints.shape[:-2], len(H36M_NAMES), joints.shape[-1]), joints.dtype)
    for ours, theirs in enumerate(FROM_H36M):
        out[..., theirs, :] = joints[..., ours, :]
    neck = joints[..., INDEX["upper_neck"], :]
    out[..., H36M_NAMES.index("spine"), :] = (joints[..., ROOT, :] + neck) / 2
    out[..., H36M_NAMES.index("nose"), :] = (neck + joints[..., INDEX["head_top"], :]) / 2
    return out
