"""A skeleton of rigid bones fitted to a track, and the rotations that move it.

The bones are those of `posecam.kinematics.bones`, turned as `posecam.kinematics.orientation` finds
it. Where one hangs on another is the median over the take, so that nothing grows or shrinks while
the person moves. A joint's rotation turns the bone that begins there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.bones import BONES, BY_NAME, FOLLOWED, Bone
from posecam.kinematics.orientation import Orientations, orientations
from posecam.kinematics.rotations import axis_rotation, euler_angles
from posecam.kinematics.segments import SEGMENTS, TOES_MM
from posecam.skeleton import COUNT, JOINTS, KEYPOINT_NAMES, NAMES, ROOT

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Arms stretched out sideways; 45 degrees lower; hanging beside the body, palms to the thighs.
Rest = Literal["t", "a", "standing"]
RESTS: Final[tuple[Rest, ...]] = get_args(Rest)
_LOWERED_DEG: Final[Mapping[Rest, float]] = {"t": 0.0, "a": 45.0, "standing": 82.0}
_LOWERED: Final = ("Arm", "ForeArm", "Hand")
#: The bone that each keypoint goes with.
_CARRIED_BY: Final[Mapping[str, str]] = {
    **{bone.joint: bone.name for bone in BONES},
    "pelvis": "Hips",
    **dict.fromkeys(("head_top", "nose", "r_eye", "l_eye", "r_ear", "l_ear"), "Head"),
    "thorax": "Spine1",
    **{
        f"{side}_{part}": f"{name}{bone}"
        for side, name in (("l", "Left"), ("r", "Right"))
        for bone, parts in (
            ("Foot", ("heel", "big_toe", "small_toe")),
            ("Hand", ("index", "pinky")),
        )
        for part in parts
    },
}
_X, _Y, _ = np.eye(3)


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """An armature that moves.

    Attributes:
        offsets: name -> (3,) mm from the joint before, in the rest pose.
        ends: name -> (3,) mm from the joint to the end of its bone, for those that none follows.
        root: (T, 3) mm, the hips in the world.
        rotations: name -> (T, 3, 3), in the frame of the joint before.
        told: name -> (T,) False where the rotation is not its own keypoints' but follows the
            joint before.
        landmarks: keypoint -> name of the bone that it goes with, and (3,) mm from its joint in
            the rest pose; those that were seen.
    """

    offsets: Mapping[str, FloatArray]
    ends: Mapping[str, FloatArray]
    root: FloatArray
    rotations: Mapping[str, FloatArray]
    told: Mapping[str, BoolArray]
    landmarks: Mapping[str, tuple[str, FloatArray]]

    def euler_degrees(self, bone: Bone) -> FloatArray:
        """(T, 3) degrees in the bone's order, without jumps."""
        return np.degrees(euler_angles(self.rotations[bone.name], bone.order))

    def world(self) -> dict[str, FloatArray]:
        """name -> (T, 3, 3) rotation of each bone from the rest pose, in the world."""
        turned: dict[str, FloatArray] = {}
        for bone in BONES:
            own = self.rotations[bone.name]
            turned[bone.name] = turned[bone.parent] @ own if bone.parent else own
        return turned

    def places(self) -> dict[str, FloatArray]:
        """name -> (T, 3) mm of each joint in the world."""
        turned, places = self.world(), {"Hips": self.root}
        for bone in BONES:
            if bone.parent is not None:
                step = turned[bone.parent] @ self.offsets[bone.name]
                places[bone.name] = places[bone.parent] + step
        return places

    def keypoints(self) -> dict[str, FloatArray]:
        """keypoint -> (T, 3) mm in the world, carried by its bone; those that were seen."""
        turned, places = self.world(), self.places()
        return {
            name: places[bone] + turned[bone] @ offset
            for name, (bone, offset) in self.landmarks.items()
        }

    def from_rest(self, rest: Rest) -> Motion:
        """The same motion of a figure that rests otherwise, from one that rests in a T."""
        lowered = {bone.name: rest_turn(bone, rest) for bone in BONES}
        before = {bone.name: lowered.get(bone.parent or "", np.eye(3)) for bone in BONES}
        return replace(
            self,
            offsets={name: before[name] @ offset for name, offset in self.offsets.items()},
            ends={name: lowered[name] @ end for name, end in self.ends.items()},
            rotations={
                name: before[name] @ own @ lowered[name].T for name, own in self.rotations.items()
            },
            landmarks={
                name: (bone, lowered[bone] @ offset)
                for name, (bone, offset) in self.landmarks.items()
            },
        )


def rest_turn(bone: Bone, rest: Rest) -> FloatArray:
    """(3, 3) that takes a bone from the T to how it rests, in the world."""
    if not bone.name.endswith(_LOWERED):
        return np.eye(3)
    sign = -1.0 if bone.name.startswith("Left") else 1.0
    return np.asarray(axis_rotation("Z", np.radians([sign * _LOWERED_DEG[rest]]))[0])


def fit(
    joints: FloatArray,
    scores: FloatArray | None = None,
    rate: float | None = None,
    flat: FloatArray | None = None,
) -> Motion:
    """The armature of a take and its motion, resting in a T.

    Args:
        joints: (T, 16 or 31, 3) mm in the world `grounding.Y_UP`.
        scores: (T, 16 or 31) in 0..1; certain by default.
        rate: moments a second, to steady heads, hands and feet over time; None: each for itself.
        flat: (T, 2) as `orientations` takes it.
    """
    found = orientations(joints, scores, rate=rate, flat=flat)
    offsets = {"Hips": np.zeros(3)}
    offsets |= {bone.name: _step(bone.parent, bone.joint, found) for bone in BONES if bone.parent}
    found = orientations(joints, scores, rate=rate, offsets=offsets, flat=flat)
    rotations = {
        bone.name: found.world[bone.name]
        if bone.parent is None
        else found.world[bone.parent].transpose(0, 2, 1) @ found.world[bone.name]
        for bone in BONES
    }
    return Motion(
        offsets=offsets,
        ends={b.name: _step(b.name, b.tip, found) for b in BONES if b.name not in FOLLOWED},
        root=found.points["hips"],
        rotations=rotations,
        told=found.told,
        landmarks={
            name: (_CARRIED_BY[name], _median(_CARRIED_BY[name], name, found))
            for name in _seen(joints, scores)
        },
    )


@cache
def usual_offsets() -> Mapping[str, FloatArray]:
    """`Motion.offsets` of the canonical skeleton in the T-pose."""
    ways = {"thorax": _Y, "upper_neck": _Y, "head_top": _Y, "r_hip": -_X, "l_hip": _X}
    ways |= {f"{side}_{part}": -_Y for side in "rl" for part in ("knee", "ankle")}
    for side, out in (("r", -_X), ("l", _X)):
        ways |= {f"{side}_{part}": out for part in ("shoulder", "elbow", "wrist")}
    places = {NAMES[ROOT]: np.zeros(3)}
    while len(places) < COUNT:
        for joint in JOINTS:
            if joint.parent in places:
                places[joint.name] = places[joint.parent] + joint.length_mm * ways[joint.name]
    return fit(np.stack([places[name] for name in NAMES])[None]).offsets


def _step(bone: str, to: str, found: Orientations) -> FloatArray:
    """(3,) mm from a bone's joint to a point that it carries; the usual one if never told.

    Of a foot the way is always the usual one, and only the length is measured: level at rest, it is
    level where it stands, however its keypoints lie.
    """
    part = bone.replace("ToeBase", "Foot")
    if not part.endswith(("Foot", "Hand")) or (part.endswith("Hand") and found.told[part].any()):
        return _median(bone, to, found)
    return found.sizes[part] * np.array(SEGMENTS[part].tip if bone == part else TOES_MM)


def _median(bone: str, to: str, found: Orientations) -> FloatArray:
    """(3,) mm, the median of the moments in which it is told how the bone is turned."""
    away = found.points[to] - found.points[BY_NAME[bone].joint]
    local = np.einsum("tji,tj->ti", found.world[bone], away)
    told = found.told[bone.replace("ToeBase", "Foot")]
    return np.asarray(np.median(local[told] if told.any() else local, axis=0))


def _seen(joints: FloatArray, scores: FloatArray | None) -> list[str]:
    """The keypoints that are known at any moment."""
    known = np.isfinite(joints).all(2)
    if scores is not None:
        known &= np.nan_to_num(scores) > 0
    return [KEYPOINT_NAMES[k] for k in np.flatnonzero(known.any(0))]
