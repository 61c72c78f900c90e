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

from posecam.kinematics.body_points import all_keypoints, between_keypoints, guess_ends
from posecam.kinematics.bones import (
    BONES,
    BY_NAME,
    FIRST,
    LIMBS,
    LOWER,
    PARTS,
    Bone,
    Group,
    after,
)
from posecam.kinematics.rotations import (
    between_known,
    cross,
    dot,
    lessened,
    limited,
    rotation_about,
    shortest_rotation,
    steadied,
    twist_about,
    unit,
)
from posecam.kinematics.segments import Fitted, fit_segments, frame
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
#: Knuckles are a few centimetres from the wrist, and seen to within as much: of a hand's turn
#: against its forearm, which is small as a rule, the less is taken the less sure they are; from the
#: second of these scores on all of it.
_DOUBTED, _TRUSTED, _LEAST_TRUST = 0.4, 0.85, 0.15
_UP: Final = np.array([0.0, 1.0, 0.0])


_FOLLOWING: Final = [bone for bone in BONES if bone.kind == "follows"]
#: Legs come first among the limbs, in the order of the feet.
_FEET: Final = [row for name, row in PARTS.row.items() if name.endswith("Foot")]
_HANDS: Final = [row for name, row in PARTS.row.items() if name.endswith("Hand")]
_HINGES: Final = np.array([[BY_NAME[name].hinge] for name in LIMBS.names], float)
_AFTER_LIMBS: Final = [after(BY_NAME[name]) for name in LIMBS.names]
#: (G, 1, 3) directions at rest of the bones that heads, hands and feet hang on, (G, 1) how far
#: these turn with them, and (2, G, 1) how far a part may swing and twist against them.
_CARRIERS: Final = np.array([[BY_NAME[name].rest] for name in PARTS.parents], float)
_MOST_SHARED: Final = np.radians(
    [[d] for name in PARTS.parents for end, d in _MOST_SHARED_DEG.items() if name.endswith(end)]
)
_LIMITS: Final = np.array([BY_NAME[name].limits for name in PARTS.names]).T[:, :, None]
_BOTH_ENDS: Final = [bone.name for bone in BONES if bone.kind not in ("segment", "follows")]


def _end_rows() -> NDArray[np.intp]:
    """(B, E) rows of the keypoints that a bone's ends are, or are made of; one more for none."""
    rows = [
        [
            KEYPOINT_INDEX[name]
            for end in (BY_NAME[bone].joint, BY_NAME[bone].tip)
            for name in _MADE_OF.get(end, (end,))
            if name in KEYPOINT_INDEX
        ]
        for bone in _BOTH_ENDS
    ]
    most = max(map(len, rows))
    return np.array([row + [KEYPOINT_COUNT] * (most - len(row)) for row in rows])


_END_ROWS: Final = _end_rows()

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
        sizes: name of a head, hand or foot -> how many times the usual shape it is.
    """

    world: Mapping[str, FloatArray]
    told: Mapping[str, BoolArray]
    points: Mapping[str, FloatArray]
    sizes: Mapping[str, float]


def orientations(
    joints: FloatArray,
    scores: FloatArray | None = None,
    settle: Settle | None = None,
    rate: float | None = None,
    offsets: Mapping[str, FloatArray] | None = None,
    flat: FloatArray | None = None,
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
        flat: (T, 2) share 0..1 to which the soles of the right and the left foot lie on the
            ground; not a number, or None: as the heights of the ankles tell.
    """
    joints, scores = all_keypoints(joints, scores)
    points = dict(zip(KEYPOINT_INDEX, joints.transpose(1, 0, 2), strict=True))
    fitted = fit_segments(PARTS.names, joints, scores)
    trunk, points["spine"] = _trunk(points, offsets)
    points |= between_keypoints(points, fitted, trunk)
    world: dict[str, FloatArray] = dict(trunk)
    places = {"Hips": points["hips"]}
    if offsets is not None:
        for name, parent in (("Spine", "Hips"), ("Spine1", "Spine")):
            places[name] = places[parent] + world[parent] @ offsets[name]
    # Each of these hangs on those before it.
    for bones in (FIRST, LIMBS, LOWER):
        before = np.stack([world[parent] for parent in bones.parents])
        starts = [points[joint] for joint in bones.joints]
        if offsets is not None:
            starts = [
                places[parent] + world[parent] @ offsets[name]
                for name, parent in zip(bones.names, bones.parents, strict=True)
            ]
            places |= zip(bones.names, starts, strict=True)
        way = np.stack([points[tip] for tip in bones.tips]) - np.stack(starts)
        turned = _swing(before, bones, way)
        if bones is LIMBS:
            turned = _twist(turned, points, fitted, settle or over_the_take)
        world |= zip(bones.names, turned, strict=True)
    fitted = _steady(world, fitted, rate)
    before = _share(np.stack([world[parent] for parent in PARTS.parents]), fitted)
    world |= zip(PARTS.parents, before, strict=True)
    world |= zip(PARTS.names, _held(before, fitted, points, flat), strict=True)
    sizes = dict(zip(PARTS.names, fitted.sizes.tolist(), strict=True))
    if not fitted.told.all():
        guess_ends(points, sizes, fitted, world)
    told = dict(zip(_BOTH_ENDS, _both_ends(scores), strict=True))
    told |= zip(PARTS.names, fitted.told, strict=True)
    for bone in _FOLLOWING:
        world[bone.name], told[bone.name] = world[bone.parent or ""], np.zeros(len(joints), bool)
    return Orientations(
        {bone.name: world[bone.name] for bone in BONES},
        {bone.name: told[bone.name] for bone in BONES},
        points,
        sizes,
    )


def _trunk(
    points: Mapping[str, FloatArray], offsets: Mapping[str, FloatArray] | None
) -> tuple[dict[str, FloatArray], FloatArray]:
    """Hips and the two halves of the spine, and (T, 3) where it begins."""
    pelvis, neck = (points["l_hip"] + points["r_hip"]) / 2, points["upper_neck"]
    up = neck - pelvis
    hips = frame(unit(points["l_hip"] - points["r_hip"]), unit(up), sideways_first=True)
    begins = pelvis + _LUMBAR * np.sqrt(dot(up, up))[:, None] * hips[:, :, 1]
    if offsets is not None:
        begins = pelvis + hips @ offsets["Spine"]
    spine = unit(neck - begins)
    shoulders = unit(points["l_shoulder"] - points["r_shoulder"])
    chest = frame(shoulders, spine, sideways_first=False)
    lower = shortest_rotation(hips[:, :, 1], spine) @ hips
    turn = twist_about(lower.transpose(0, 2, 1) @ chest, _UP)
    middle = rotation_about(spine, _SHARED * turn) @ lower
    return {"Hips": hips, "Spine": middle, "Spine1": chest}, begins


def _both_ends(scores: FloatArray) -> BoolArray:
    """(B, T) whether both ends of each bone of `_BOTH_ENDS` are seen, or what they are made of."""
    seen = np.ones((len(scores), KEYPOINT_COUNT + 1), bool)
    seen[:, :KEYPOINT_COUNT] = scores >= HIDDEN_SCORE
    return np.asarray(seen[:, _END_ROWS].all(axis=2).T)


def _swing(before: FloatArray, bones: Group, way: FloatArray) -> FloatArray:
    """(G, T, 3, 3) turned the shortest way from the bones before to (G, T, 3) where they go."""
    rest = (before @ bones.rests[..., None])[..., 0]
    along = unit(way)
    gone = dot(along, along) < 0.5
    if gone.any():
        along = np.where(gone[..., None], rest, along)
    return np.asarray(shortest_rotation(rest, along) @ before)


def _told_locally(before: FloatArray, parts: Fitted) -> FloatArray:
    """(G, T, 3, 3) the parts against the bones before; where not told, going over evenly."""
    return _filled(before.swapaxes(2, 3) @ parts.rotations, parts)


def _filled(local: FloatArray, parts: Fitted) -> FloatArray:
    if parts.told.all():
        return local
    return np.stack([between_known(*pair) for pair in zip(local, parts.told, strict=True)])


def _share(before: FloatArray, parts: Fitted) -> FloatArray:
    """Turn bones about themselves by their share of the twist of the parts that hang on them."""
    twist = twist_about(_told_locally(before, parts), _CARRIERS)
    turn = np.clip(_SHARED * twist, -_MOST_SHARED, _MOST_SHARED)
    return np.asarray(before @ rotation_about(np.broadcast_to(_CARRIERS, before.shape[:3]), turn))


def _steady(world: Mapping[str, FloatArray], parts: Fitted, rate: float | None) -> Fitted:
    """The parts without single moments that are far off, as seen from a bone before them."""
    if rate is None:
        return parts
    rotations = parts.rotations.copy()
    for name, row in PARTS.row.items():
        if parts.told[row].any():
            (seconds,) = (s for end, s in STEADY_S.items() if name.endswith(end))
            parent = PARTS.parents[row]
            before = world[BY_NAME[parent].parent or "" if name == "Head" else parent]
            local = before.transpose(0, 2, 1) @ rotations[row]
            rotations[row] = before @ steadied(local, parts.told[row], seconds * rate)
    return replace(parts, rotations=rotations)


def _held(
    before: FloatArray,
    parts: Fitted,
    points: Mapping[str, FloatArray],
    flat: FloatArray | None,
) -> FloatArray:
    """Parts within their joints' limits; while not told, turned with the bones before."""
    local = before.swapaxes(2, 3) @ parts.rotations
    local = limited(local, PARTS.rests, *_LIMITS)
    sure = np.clip((parts.scores[_HANDS] - _DOUBTED) / (_TRUSTED - _DOUBTED), _LEAST_TRUST, 1.0)
    if (sure < 1).any():
        local[_HANDS] = lessened(local[_HANDS], sure)
    held = np.asarray(before @ _filled(local, parts))
    ankles = np.stack([points[BY_NAME[PARTS.names[row]].joint][:, 1] for row in _FEET])
    above = ankles - ankles.min(0)
    if flat is not None:
        lies = flat.T[::-1]  # the left foot comes first here
        above = np.where(np.isfinite(lies), (1 - lies) * _STANDS_MM[1], above)
    seen = np.any(parts.told[_FEET], axis=1, keepdims=True)
    off = np.where(seen, *np.array([_SEEN_OFF_DEG, _UNSEEN_OFF_DEG])[:, :, None, None])
    feet = held[_FEET]
    held[_FEET] = flat_on_the_ground(feet, above, (off[0], off[1])) @ feet
    return held


def flat_on_the_ground(
    foot: FloatArray, above_mm: FloatArray, off_deg: tuple[FloatArray, FloatArray]
) -> FloatArray:
    """(..., 3, 3) turns that set feet on the ground, as far as they stand.

    Args:
        foot: (..., 3, 3) in the world `grounding.Y_UP`.
        above_mm: (...) height of the ankle above the lower one of the two.
        off_deg: a sole that is off the level by no more than the first of these is set level, one
            that is off by the second is left as it is.
    """
    upright = foot[..., 1]
    degrees = np.degrees(np.arccos(np.clip(upright[..., 1], -1.0, 1.0)))
    share = _falling(above_mm, *_STANDS_MM) * _falling(degrees, *off_deg)
    axis = unit(cross(upright, np.broadcast_to(_UP, upright.shape)))
    return rotation_about(axis, share * np.radians(degrees))


def _falling(value: FloatArray, low: float | FloatArray, high: float | FloatArray) -> FloatArray:
    """1 up to `low`, 0 from `high` on."""
    return np.clip((high - value) / (high - low), 0.0, 1.0)


def _twist(
    swung: FloatArray, points: Mapping[str, FloatArray], parts: Fitted, settle: Settle
) -> FloatArray:
    """Turn limbs about themselves so that their hinges are where the next bones, or feet, say."""
    along = (swung @ LIMBS.rests[..., None])[..., 0]
    ends = [points[b.tip] - points[b.joint] for b in _AFTER_LIMBS]
    hinge = cross(along, unit(np.stack(ends)))
    legs, feet = slice(0, len(_FEET)), parts.rotations[_FEET][..., 0]
    straight = np.clip(1 - np.sqrt(dot(hinge[legs], hinge[legs])) / _KNEE_ALONE, 0.0, 1.0)
    aside = unit(feet - dot(feet, along[legs])[..., None] * along[legs])
    hinge[legs] += (_FOOT_SPEAKS * parts.told[_FEET] * straight)[..., None] * aside
    rest_hinge = (swung @ _HINGES[..., None])[..., 0]
    angle = np.arctan2(dot(cross(rest_hinge, hinge), along), dot(rest_hinge, hinge))
    bend = np.sqrt(dot(hinge, hinge))
    bones = [BY_NAME[name] for name in LIMBS.names]
    settled = np.stack([settle(*limb) for limb in zip(bones, angle, bend, strict=True)])
    return np.asarray(rotation_about(along, settled) @ swung)


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
    if len(angle) == 1:
        return np.asarray((angle + period / 2) % period - period / 2)
    known = (angle[told] + period / 2) % period - period / 2
    known = np.unwrap(known, period=period)
    known -= period * np.round(np.median(known) / period)
    moments = np.arange(len(angle))
    return np.asarray(np.interp(moments, moments[told], known))
