"""The table of the armature: its bones, what each hangs on, and the points that it goes between.

Rest pose: upright, facing +Z with Y up, arms stretched out sideways (a T), palms down, feet flat on
the ground, so the person's left is +X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

#: How a bone's rotation is found: of the hips and the trunk by two lines; of a limb by its
#: direction and its hinge; of a segment by three keypoints or more; of the others the shortest way
#: from the bone before; toes go with the foot.
Kind = Literal["hips", "spine", "chest", "limb", "swing", "segment", "follows"]
Axis = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Bone:
    """One joint of the armature and the bone that begins there.

    Attributes:
        name: as animation programs call it.
        parent: name of the joint before, None for the root.
        joint: the point where it is: a keypoint, or one of `orientation.body_points`.
        tip: the point where its bone ends.
        rest: direction of the bone in the rest pose.
        order: of its Euler angles; the middle one is the one that rarely comes near 90 degrees.
        kind: how its rotation is found.
        hinge: axis in the rest pose about which the next joint bends.
        limits: degrees that a segment may swing and twist against the joint before.
    """

    name: str
    parent: str | None
    joint: str
    tip: str
    rest: Axis
    order: str
    kind: Kind = "swing"
    hinge: Axis = (0, 0, 0)
    limits: tuple[float, float] = (180.0, 180.0)


#: What joints allow, a little more than anatomy does: keypoints are not exact.
_HEAD_LIMITS: Final = (75.0, 90.0)
_HAND_LIMITS: Final = (95.0, 60.0)
_FOOT_LIMITS: Final = (75.0, 45.0)


def _leg(side: str, prefix: str) -> tuple[Bone, ...]:
    down, ahead, order = (0, -1, 0), (0, 0, 1), "XZY"
    hip, knee, ankle, ball, toe = (
        f"{prefix}_{part}" for part in ("hip", "knee", "ankle", "toe_base", "toe_tip")
    )
    upper, lower, foot, toes = (f"{side}{part}" for part in ("UpLeg", "Leg", "Foot", "ToeBase"))
    return (
        Bone(upper, "Hips", hip, knee, down, order, "limb", (1, 0, 0)),
        Bone(lower, upper, knee, ankle, down, order),
        Bone(foot, lower, ankle, ball, ahead, order, "segment", limits=_FOOT_LIMITS),
        Bone(toes, foot, ball, toe, ahead, order, "follows"),
    )


def _arm(side: str, prefix: str) -> tuple[Bone, ...]:
    sign, order = (1 if side == "Left" else -1), "ZYX"
    out, hinge = (sign, 0, 0), (0, -sign, 0)
    collar, shoulder, elbow, wrist, knuckles = (
        f"{prefix}_{part}" for part in ("collar", "shoulder", "elbow", "wrist", "knuckles")
    )
    clavicle, upper, fore, hand = (
        f"{side}{part}" for part in ("Shoulder", "Arm", "ForeArm", "Hand")
    )
    return (
        Bone(clavicle, "Spine1", collar, shoulder, out, order),
        Bone(upper, clavicle, shoulder, elbow, out, order, "limb", hinge),
        Bone(fore, upper, elbow, wrist, out, order),
        Bone(hand, fore, wrist, knuckles, out, order, "segment", limits=_HAND_LIMITS),
    )


_UP: Final[Axis] = (0, 1, 0)
#: In the order of a BVH file: each before those that hang on it.
BONES: Final[tuple[Bone, ...]] = (
    Bone("Hips", None, "hips", "spine", _UP, "YZX", "hips"),
    *_leg("Left", "l"),
    *_leg("Right", "r"),
    Bone("Spine", "Hips", "spine", "chest", _UP, "XZY", "spine"),
    Bone("Spine1", "Spine", "chest", "upper_neck", _UP, "XZY", "chest"),
    Bone("Neck", "Spine1", "upper_neck", "head", _UP, "XZY"),
    Bone("Head", "Neck", "head", "head_top", _UP, "XZY", "segment", limits=_HEAD_LIMITS),
    *_arm("Left", "l"),
    *_arm("Right", "r"),
)
BY_NAME: Final = {bone.name: bone for bone in BONES}
#: Bones that another one hangs on.
FOLLOWED: Final = frozenset(bone.parent for bone in BONES if bone.parent is not None)


class Group:
    """Bones that are turned together: none of them hangs on another.

    Attributes:
        names, parents, joints, tips: of the G bones.
        rests: (G, 1, 3) their directions at rest.
        row: name -> its place among them.
    """

    def __init__(self, bones: Sequence[Bone]) -> None:
        self.names = tuple(bone.name for bone in bones)
        self.parents = tuple(bone.parent or "" for bone in bones)
        self.joints = tuple(bone.joint for bone in bones)
        self.tips = tuple(bone.tip for bone in bones)
        self.rests = np.array([[bone.rest] for bone in bones], float)
        self.row = {name: row for row, name in enumerate(self.names)}


_SWUNG: Final = [bone for bone in BONES if bone.kind == "swing"]
#: Those that take the shortest way from the trunk, limbs, what hangs on these, and the parts with
#: keypoints of their own.
LIMBS: Final = Group([bone for bone in BONES if bone.kind == "limb"])
FIRST: Final = Group([bone for bone in _SWUNG if bone.parent not in LIMBS.names])
LOWER: Final = Group([bone for bone in _SWUNG if bone.parent in LIMBS.names])
PARTS: Final = Group([bone for bone in BONES if bone.kind == "segment"])


def after(bone: Bone) -> Bone:
    """The bone that hangs on the end of a bone of a limb."""
    return next(b for b in BONES if b.parent == bone.name)
