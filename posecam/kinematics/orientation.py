"""How every bone of the armature is turned, from keypoints.

- Hips and trunk by the lines of the hips and the shoulders and the way from pelvis to neck; the
  turn between the two lines is shared by the two halves of the spine.
- Head, hands and feet by their keypoints (`posecam.kinematics.segments`), within what the joint
  before allows. Where these are not sure, a part keeps its turn against the bone before (none at
  all, if it was never told), but that a foot near the ground stands flat on it.
- Thigh and upper arm by their direction and the hinge: knee and elbow bend about an axis at right
  angles to both bones, and bend one way. A straight leg's twist is told by its foot; while a limb
  is too straight to tell and nothing else does, its twist goes over evenly from what it was to what
  it will be.
- Shin and forearm turn the shortest way from the bone before and take half of the twist of foot and
  hand; the neck takes half of the head's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.bones import BONES, BY_NAME, Bone, after
from posecam.kinematics.rotations import (
    between_known,
    cross,
    limited,
    rotation_about,
    shortest_rotation,
    steadied,
    twist_about,
    unit,
)
from posecam.kinematics.segments import SEGMENTS, Fitted, fit_segment, frame
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import KEYPOINT_COUNT, KEYPOINT_INDEX

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: A hinge tells the twist when its bones enclose more than this.
HINGE_TELLS_DEG: Final = 20.0
#: The foot speaks of the twist of a straight leg as loudly as a knee bent by 30 degrees,
#: and less the more the knee is bent, not at all from the second of these on.
_FOOT_SPEAKS, _KNEE_ALONE = 0.5, 0.6
#: The share of hand, foot and head's twist that the bone before takes, and the most of it.
_SHARED: Final = 0.5
_MOST_SHARED_DEG: Final = {"ForeArm": 90.0, "Leg": 30.0, "Neck": 45.0}
#: Where the spine begins, of the way from pelvis to neck.
_LUMBAR: Final = 0.12
#: Where the head turns, of the way from the base of the neck to the top of the head.
_HEAD_JOINT: Final = 0.47
#: Where the collar bones begin, of the way from the middle of the shoulders to either.
_COLLAR: Final = 0.12
#: The keypoints that points between them are made of.
_MADE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "hips": ("l_hip", "r_hip"),
    "spine": ("l_hip", "r_hip", "upper_neck"),
    "chest": ("l_hip", "r_hip", "upper_neck"),
    "head": ("upper_neck", "head_top"),
    **{f"{side}_collar": ("thorax", "upper_neck") for side in "lr"},
}
#: A foot whose ankle is no more than the first of these above the lower one stands flat, from the
#: second on it does not; nor where it is off by more than the others: an unseen one, that goes
#: with its shin, and one whose keypoints are told.
_STANDS_MM: Final = (40.0, 150.0)
_UNSEEN_OFF_DEG: Final = (45.0, 60.0)
_SEEN_OFF_DEG: Final = (20.0, 40.0)
#: Keypoints of a head, hand or foot are off by centimetres in single frames: its turn is the
#: median of this many seconds around each moment, the nearer ones counting more.
STEADY_S: Final[Mapping[str, float]] = {"Head": 0.04, "Hand": 0.1, "Foot": 0.06}
_UP: Final = np.array([0.0, 1.0, 0.0])

#: Given a bone, the (T,) twists in radians that its hinge shows and the (T,) sines of the angles
#: that it encloses, returns the (T,) twists to use.
Settle = Callable[[Bone, FloatArray, FloatArray], FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class Orientations:
    """The bones over T moments.

    Attributes:
        world: name -> (T, 3, 3) rotation from the rest pose, in the world.
        told: name -> (T,) False where the rotation is not its own keypoints' but follows the
            bone before.
        points: name -> (T, 3) mm: every keypoint, and every point that `Bone` names.
    """

    world: Mapping[str, FloatArray]
    told: Mapping[str, BoolArray]
    points: Mapping[str, FloatArray]


def all_keypoints(joints: FloatArray, scores: FloatArray | None) -> tuple[FloatArray, FloatArray]:
    """(T, 31, 3) and (T, 31) of (T, 16 or 31, 3): keypoints that are not there are 0, score 0."""
    if scores is None:
        scores = np.ones(joints.shape[:2])
    missing = KEYPOINT_COUNT - joints.shape[1]
    known = np.asarray(np.isfinite(joints).all(2))
    scores = np.where(known, np.nan_to_num(scores), 0.0)
    joints = np.where(np.expand_dims(known, 2), joints, 0.0)
    return (
        np.pad(joints, ((0, 0), (0, missing), (0, 0))),
        np.pad(scores, ((0, 0), (0, missing))),
    )


def orientations(
    joints: FloatArray,
    scores: FloatArray | None = None,
    settle: Settle | None = None,
    rate: float | None = None,
    offsets: Mapping[str, FloatArray] | None = None,
) -> Orientations:
    """How every bone is turned.

    Args:
        joints: (T, 16 or 31, 3) in the world `grounding.Y_UP`, any unit but for feet near the
            ground; of the sixteen, what is not a number is 0.
        scores: (T, 16 or 31); certain by default.
        settle: what to make of the twists; by default the whole take is looked at.
        rate: moments a second, to steady heads, hands and feet over time; None: each for itself.
        offsets: (3,) mm from each joint to the next at rest, where the bones are rigid: then each
            points from where they put its joint, so that no error is carried on.
    """
    joints, scores = all_keypoints(joints, scores)
    points = {name: joints[:, index] for name, index in KEYPOINT_INDEX.items()}
    known = {name: scores[:, index] for name, index in KEYPOINT_INDEX.items()}
    fitted = {name: fit_segment(segment, points, known) for name, segment in SEGMENTS.items()}
    trunk, points["spine"] = _trunk(points, offsets)
    points |= _between_keypoints(points, fitted, trunk)
    places = {"Hips": (points["l_hip"] + points["r_hip"]) / 2}
    world: dict[str, FloatArray] = dict(trunk)
    told = {bone.name: _both_ends(bone, known, len(joints)) for bone in BONES}
    told |= {name: part.told for name, part in fitted.items()}
    ankles = np.minimum(points["l_ankle"][:, 1], points["r_ankle"][:, 1])
    for bone in BONES:
        if bone.parent is None:
            continue
        before = world[bone.parent]
        start = points[bone.joint]
        if offsets is not None:
            start = places[bone.name] = places[bone.parent] + before @ offsets[bone.name]
        if bone.name in trunk:
            continue
        if bone.kind == "segment":
            part = fitted[bone.name]
            if not bone.name.endswith("Head"):
                part = _steady(bone.name, before, part, rate)
                before = world[bone.parent] = _share(before, BY_NAME[bone.parent], part)
            above = points[bone.joint][:, 1] - ankles
            world[bone.name] = _held(bone, before, part, above)
        elif bone.kind == "follows":
            world[bone.name], told[bone.name] = before, np.zeros(len(joints), bool)
        else:
            world[bone.name] = _swing(before, bone, points[bone.tip] - start)
            if bone.kind == "limb":
                foot = fitted.get(bone.name.replace("UpLeg", "Foot"))
                twisted = _twist(world[bone.name], bone, points, foot, settle or over_the_take)
                world[bone.name] = twisted
            elif bone.name == "Neck":
                fitted["Head"] = _steady("Head", before, fitted["Head"], rate)
                world["Neck"] = _share(world["Neck"], bone, fitted["Head"])
    return Orientations(world, told, points)


def _trunk(
    points: Mapping[str, FloatArray], offsets: Mapping[str, FloatArray] | None
) -> tuple[dict[str, FloatArray], FloatArray]:
    """Hips and the two halves of the spine, and (T, 3) where it begins."""
    pelvis, neck = (points["l_hip"] + points["r_hip"]) / 2, points["upper_neck"]
    hips = frame(unit(points["l_hip"] - points["r_hip"]), unit(neck - pelvis), sideways_first=True)
    long = np.linalg.norm(neck - pelvis, axis=1, keepdims=True)
    begins = pelvis + _LUMBAR * long * hips[:, :, 1]
    if offsets is not None:
        begins = pelvis + hips @ offsets["Spine"]
    spine = unit(neck - begins)
    shoulders = unit(points["l_shoulder"] - points["r_shoulder"])
    chest = frame(shoulders, spine, sideways_first=False)
    lower = shortest_rotation(hips[:, :, 1], spine) @ hips
    turn = twist_about(lower.transpose(0, 2, 1) @ chest, _UP)
    middle = rotation_about(spine, _SHARED * turn) @ lower
    return {"Hips": hips, "Spine": middle, "Spine1": chest}, begins


def _between_keypoints(
    points: Mapping[str, FloatArray],
    fitted: Mapping[str, Fitted],
    trunk: Mapping[str, FloatArray],
) -> dict[str, FloatArray]:
    """The points of the armature that are no keypoints."""
    neck, top = points["upper_neck"], points["head_top"]
    head = fitted["Head"]
    straight = neck + _HEAD_JOINT * (top - neck)
    found = {"hips": (points["l_hip"] + points["r_hip"]) / 2}
    found["chest"] = (points["spine"] + neck) / 2
    found["head"] = np.where(head.told[:, None], head.joint, straight)
    chest = trunk["Spine1"]
    # The shoulders' middle rises with them: where it usually is, is where they hang.
    usual = np.median(np.einsum("tji,tj->ti", chest, points["thorax"] - neck), axis=0)
    for side, name in (("l", "Left"), ("r", "Right")):
        shoulder = np.einsum("tji,tj->ti", chest, points[f"{side}_shoulder"] - neck)
        aside = _COLLAR * (np.median(shoulder, axis=0) - usual)
        found[f"{side}_collar"] = neck + chest @ (usual + aside)
        found[f"{side}_knuckles"] = fitted[f"{name}Hand"].tip
        foot = fitted[f"{name}Foot"]
        found[f"{side}_toe_base"] = foot.tip
        toes = (points[f"{side}_big_toe"] + points[f"{side}_small_toe"]) / 2
        found[f"{side}_toe_tip"] = toes
    return found


def _both_ends(bone: Bone, scores: Mapping[str, FloatArray], count: int) -> BoolArray:
    """Whether both ends of a bone are seen, or what they are made of."""
    ends = {n for end in (bone.joint, bone.tip) for n in _MADE_OF.get(end, (end,)) if n in scores}
    seen = [np.ones(count, bool), *(scores[n] >= HIDDEN_SCORE for n in ends)]
    return np.asarray(np.logical_and.reduce(seen))


def _swing(before: FloatArray, bone: Bone, way: FloatArray) -> FloatArray:
    rest = before @ np.array(bone.rest, float)
    along = unit(way)
    along = np.where(np.linalg.norm(along, axis=1, keepdims=True) > 0.5, along, rest)
    return np.asarray(shortest_rotation(rest, along) @ before)


def _share(before: FloatArray, bone: Bone, part: Fitted) -> FloatArray:
    """Turn a bone about itself by its share of the part's twist that hangs on it."""
    axis = np.array(bone.rest, float)
    local = before.transpose(0, 2, 1) @ part.rotations
    twist = twist_about(between_known(local, part.told), axis)
    (most,) = (np.radians(d) for end, d in _MOST_SHARED_DEG.items() if bone.name.endswith(end))
    turn = np.clip(_SHARED * twist, -most, most)
    return np.asarray(before @ rotation_about(np.tile(axis, (len(turn), 1)), turn))


def _steady(bone: str, before: FloatArray, part: Fitted, rate: float | None) -> Fitted:
    """The part without single moments that are far off, as seen from a bone before it."""
    if rate is None or not part.told.any():
        return part
    (seconds,) = (s for end, s in STEADY_S.items() if bone.endswith(end))
    local = steadied(before.transpose(0, 2, 1) @ part.rotations, part.told, seconds * rate)
    return replace(part, rotations=before @ local)


def _held(bone: Bone, before: FloatArray, part: Fitted, above_mm: FloatArray) -> FloatArray:
    """A part within its joint's limits; while it is not told, turned with the bone before."""
    local = before.transpose(0, 2, 1) @ part.rotations
    local = limited(local, np.array(bone.rest, float), *bone.limits)
    held = np.asarray(before @ between_known(local, part.told))
    if not bone.name.endswith("Foot"):
        return held
    off = _SEEN_OFF_DEG if part.told.any() else _UNSEEN_OFF_DEG
    return np.asarray(flat_on_the_ground(held, above_mm, off) @ held)


def flat_on_the_ground(
    foot: FloatArray, above_mm: FloatArray, off_deg: tuple[float, float]
) -> FloatArray:
    """(T, 3, 3) turns that set feet on the ground, as far as they stand.

    Args:
        foot: (T, 3, 3) in the world `grounding.Y_UP`.
        above_mm: (T,) height of the ankle above the lower one of the two.
        off_deg: a sole that is off the level by no more than the first of these is set level, one
            that is off by the second is left as it is.
    """
    upright = foot[:, :, 1]
    degrees = np.degrees(np.arccos(np.clip(upright[:, 1], -1.0, 1.0)))
    share = _falling(above_mm, *_STANDS_MM) * _falling(degrees, *off_deg)
    axis = unit(cross(upright, np.broadcast_to(_UP, upright.shape)))
    return rotation_about(axis, share * np.radians(degrees))


def _falling(value: FloatArray, low: float, high: float) -> FloatArray:
    """1 up to `low`, 0 from `high` on."""
    return np.clip((high - value) / (high - low), 0.0, 1.0)


def _twist(
    swung: FloatArray,
    bone: Bone,
    points: Mapping[str, FloatArray],
    foot: Fitted | None,
    settle: Settle,
) -> FloatArray:
    """Turn the bone about itself so that its hinge is where the next bone, or the foot, says."""
    next_bone = after(bone)
    along = swung @ np.array(bone.rest, float)
    hinge = cross(along, unit(points[next_bone.tip] - points[next_bone.joint]))
    if foot is not None:
        straight = np.clip(1 - np.linalg.norm(hinge, axis=1) / _KNEE_ALONE, 0.0, 1.0)
        aside = foot.rotations[:, :, 0]
        aside = unit(aside - (aside * along).sum(1, keepdims=True) * along)
        hinge = hinge + (_FOOT_SPEAKS * foot.told * straight)[:, None] * aside
    rest_hinge = swung @ np.array(bone.hinge, float)
    sine = (cross(rest_hinge, hinge) * along).sum(1)
    angle = np.arctan2(sine, (rest_hinge * hinge).sum(1))
    bend = np.linalg.norm(hinge, axis=1)
    return np.asarray(rotation_about(along, settle(bone, angle, bend)) @ swung)


def twist_period(bone: Bone) -> float:
    """Radians after which a bone's twist counts as the same.

    A knee may come out bent a little the wrong way, which turns its axis round: half turns are
    taken out of it. Arms turn so far that for them this cannot be told; they keep half turns.
    """
    return np.pi if bone.name.endswith("Leg") else 2 * np.pi


def over_the_take(bone: Bone, angle: FloatArray, bend: FloatArray) -> FloatArray:
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
