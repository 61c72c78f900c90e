"""A skeleton of rigid bones fitted to a track, and the rotations that move it.

Rest pose: upright, facing +Z with Y up, arms stretched out sideways (a T), so the person's left is
+X. Each bone is as long as the median over the take. A joint's rotation turns the bone that begins
there.

What sixteen points do not tell is the twist of a bone about itself. It is resolved

- of thigh and upper arm by the hinge: knee and elbow bend about an axis at right angles to both
  bones, and bend one way; while a limb is too straight to tell, its twist goes over evenly from
  what it was to what it will be;
- of hips and trunk by the line of the hips and the line of the shoulders;
- nowhere else: hip bones, neck, head, shoulder girdle, lower legs and forearms turn the shortest
  way from the bone before them; feet and hands go with theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.rotations import euler_angles, rotation_about, shortest_rotation, unit
from posecam.skeleton import INDEX

FloatArray = NDArray[np.float64]

#: A hinge tells the twist when its bones enclose more than this.
HINGE_TELLS_DEG: Final = 20.0

_Kind = Literal["hips", "trunk", "limb", "swing", "end"]
#: Given a bone, the (T,) twists in radians that its hinge shows and the (T,) sines of the angles
#: that it encloses, returns the (T,) twists to use.
Settle = Callable[["Bone", FloatArray, FloatArray], FloatArray]


@dataclass(frozen=True, slots=True)
class Bone:
    """One joint of the armature and the bone that begins there.

    Attributes:
        name: as animation programs call it; the hip bones as in the recordings of CMU.
        parent: name of the joint before, None for the root.
        joint: the joint of the table where it is.
        tip: the joint of the table where its bone ends; its own for feet and hands.
        rest: direction of the bone in the rest pose.
        order: of its Euler angles; the middle one is the one that rarely comes near 90 degrees.
        kind: how its rotation is found.
        hinge: axis in the rest pose about which the next joint bends.
    """

    name: str
    parent: str | None
    joint: str
    tip: str
    rest: tuple[int, int, int]
    order: str
    kind: _Kind = "swing"
    hinge: tuple[int, int, int] = (0, 0, 0)


def _leg(side: str, prefix: str) -> tuple[Bone, ...]:
    down, order = (0, -1, 0), "XZY"
    out = (1 if side == "Left" else -1, 0, 0)
    hip, knee, ankle = (f"{prefix}_{part}" for part in ("hip", "knee", "ankle"))
    return (
        Bone(f"{side[0]}HipJoint", "Hips", "pelvis", hip, out, "ZYX"),
        Bone(f"{side}UpLeg", f"{side[0]}HipJoint", hip, knee, down, order, "limb", (1, 0, 0)),
        Bone(f"{side}Leg", f"{side}UpLeg", knee, ankle, down, order),
        Bone(f"{side}Foot", f"{side}Leg", ankle, ankle, down, order, "end"),
    )


def _arm(side: str, prefix: str) -> tuple[Bone, ...]:
    sign, order = (1 if side == "Left" else -1), "ZYX"
    out, hinge = (sign, 0, 0), (0, -sign, 0)
    shoulder, elbow, wrist = (f"{prefix}_{part}" for part in ("shoulder", "elbow", "wrist"))
    return (
        Bone(f"{side}Shoulder", "Spine", "thorax", shoulder, out, order),
        Bone(f"{side}Arm", f"{side}Shoulder", shoulder, elbow, out, order, "limb", hinge),
        Bone(f"{side}ForeArm", f"{side}Arm", elbow, wrist, out, order),
        Bone(f"{side}Hand", f"{side}ForeArm", wrist, wrist, out, order, "end"),
    )


#: In the order of a BVH file: each before those that hang on it.
BONES: Final[tuple[Bone, ...]] = (
    Bone("Hips", None, "pelvis", "pelvis", (0, 1, 0), "YZX", "hips"),
    *_leg("Left", "l"),
    *_leg("Right", "r"),
    Bone("Spine", "Hips", "pelvis", "thorax", (0, 1, 0), "XZY", "trunk"),
    Bone("Neck", "Spine", "thorax", "upper_neck", (0, 1, 0), "XZY"),
    Bone("Head", "Neck", "upper_neck", "head_top", (0, 1, 0), "XZY"),
    *_arm("Left", "l"),
    *_arm("Right", "r"),
)
#: A foot or hand, of which only the root is known, is drawn as this share of the bone before it.
_STUB: Final = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """An armature that moves.

    Attributes:
        offsets: name -> (3,) mm from the joint before, in the rest pose.
        ends: name -> (3,) mm from the joint to the end of its bone, for those that none follows.
        root: (T, 3) mm, the hips in the world.
        rotations: name -> (T, 3, 3), in the frame of the joint before.
    """

    offsets: Mapping[str, FloatArray]
    ends: Mapping[str, FloatArray]
    root: FloatArray
    rotations: Mapping[str, FloatArray]

    def euler_degrees(self, bone: Bone) -> FloatArray:
        """(T, 3) degrees in the bone's order, without jumps."""
        return np.degrees(euler_angles(self.rotations[bone.name], bone.order))


def fit(joints: FloatArray) -> Motion:
    """The armature of (T, 16, 3) joints in the world `grounding.Y_UP`, and its motion."""
    points = {name: joints[:, index] for name, index in INDEX.items()}
    turned = orientations(joints)
    offsets, ends = _offsets(points)
    rotations = {
        bone.name: turned[bone.name]
        if bone.parent is None
        else turned[bone.parent].transpose(0, 2, 1) @ turned[bone.name]
        for bone in BONES
    }
    return Motion(offsets, ends, points["pelvis"], rotations)


def _offsets(
    points: Mapping[str, FloatArray],
) -> tuple[dict[str, FloatArray], dict[str, FloatArray]]:
    offsets: dict[str, FloatArray] = {"Hips": np.zeros(3)}
    ends: dict[str, FloatArray] = {}
    by_name = {bone.name: bone for bone in BONES}
    for bone in BONES:
        if bone.parent is None:
            continue
        before = by_name[bone.parent]
        length = _median_length(points, before.joint, bone.joint)
        offsets[bone.name] = length * np.array(before.rest, float)
    followed = {bone.parent for bone in BONES}
    for bone in BONES:
        if bone.name in followed:
            continue
        if bone.kind == "end":
            length = _STUB * float(np.linalg.norm(offsets[bone.name]))
        else:
            length = _median_length(points, bone.joint, bone.tip)
        ends[bone.name] = length * np.array(bone.rest, float)
    return offsets, ends


def _median_length(points: Mapping[str, FloatArray], start: str, end: str) -> float:
    return float(np.median(np.linalg.norm(points[end] - points[start], axis=1)))


def orientations(joints: FloatArray, settle: Settle | None = None) -> dict[str, FloatArray]:
    """name -> (T, 3, 3) rotation of each bone from the rest pose, in the world.

    Args:
        joints: (T, 16, 3) in the world `grounding.Y_UP`.
        settle: what to make of the twists; by default the whole take is looked at.
    """
    points = {name: joints[:, index] for name, index in INDEX.items()}
    hips_line = unit(points["l_hip"] - points["r_hip"])
    shoulder_line = unit(points["l_shoulder"] - points["r_shoulder"])
    spine = unit(points["thorax"] - points["pelvis"])
    turned: dict[str, FloatArray] = {}
    for bone in BONES:
        before = turned[bone.parent] if bone.parent else np.eye(3)
        if bone.kind == "hips":
            turned[bone.name] = _frame(hips_line, spine, sideways_first=True)
        elif bone.kind == "trunk":
            turned[bone.name] = _frame(shoulder_line, spine, sideways_first=False)
        elif bone.kind == "end":
            turned[bone.name] = before
        else:
            swung = _swing(before, bone, points)
            if bone.kind == "limb":
                swung = _twist(swung, bone, points, settle or _over_the_take)
            turned[bone.name] = swung
    return turned


def _frame(sideways: FloatArray, up: FloatArray, *, sideways_first: bool) -> FloatArray:
    """(T, 3, 3) whose X is along `sideways` and Y along `up`: exactly so for the first of them."""
    forward = unit(np.cross(sideways, up))
    # Where the two are parallel, any forward will do that is at right angles to them.
    lost = np.linalg.norm(forward, axis=1) < 0.5
    forward[lost] = unit(np.cross(sideways[lost], np.roll(sideways[lost], 1, axis=-1) + 1e-3))
    if sideways_first:
        up = np.cross(forward, sideways)
    else:
        sideways = np.cross(up, forward)
    return np.stack([sideways, up, forward], axis=2)


def _swing(before: FloatArray, bone: Bone, points: Mapping[str, FloatArray]) -> FloatArray:
    rest = before @ np.array(bone.rest, float)
    along = unit(points[bone.tip] - points[bone.joint])
    along = np.where(np.linalg.norm(along, axis=1, keepdims=True) > 0.5, along, rest)
    return np.asarray(shortest_rotation(rest, along) @ before)


def _twist(
    swung: FloatArray, bone: Bone, points: Mapping[str, FloatArray], settle: Settle
) -> FloatArray:
    """Turn the bone about itself so that its hinge is where the next bone says."""
    (after,) = (b for b in BONES if b.parent == bone.name)
    along = swung @ np.array(bone.rest, float)
    hinge = np.cross(along, unit(points[after.tip] - points[after.joint]))
    rest_hinge = swung @ np.array(bone.hinge, float)
    sine = (np.cross(rest_hinge, hinge) * along).sum(1)
    angle = np.arctan2(sine, (rest_hinge * hinge).sum(1))
    bend = np.linalg.norm(hinge, axis=1)
    return np.asarray(rotation_about(along, settle(bone, angle, bend)) @ swung)


def twist_period(bone: Bone) -> float:
    """Radians after which a bone's twist counts as the same.

    A knee may come out bent a little the wrong way, which turns its axis round: half turns are
    taken out of it. Arms turn so far that for them this cannot be told; they keep half turns.
    """
    return np.pi if bone.name.endswith("Leg") else 2 * np.pi


def _over_the_take(bone: Bone, angle: FloatArray, bend: FloatArray) -> FloatArray:
    """The twists where the hinge tells them, evenly from one to the next where it does not."""
    told = bend > np.sin(np.radians(HINGE_TELLS_DEG))
    if not told.any():
        return np.zeros(len(angle))
    period = twist_period(bone)
    known = (angle[told] + period / 2) % period - period / 2
    known = np.unwrap(known, period=period)
    known -= period * np.round(np.median(known) / period)
    moments = np.arange(len(angle))
    return np.asarray(np.interp(moments, moments[told], known))
