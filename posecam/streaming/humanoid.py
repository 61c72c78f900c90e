"""A live pose as the rotations of a humanoid in Unity's sense: its bone names, axes and units.

Unity: left-handed, Y up, metres; the figure's rest pose is a T facing +Z, its left at -X. The world
is `posecam.kinematics.grounding.Y_UP` (right-handed, left at +X) mirrored in x. Rotations are those
of `posecam.kinematics.armature`: what sixteen points do not tell is resolved as it is there, but
for the twist of limbs, which has no future to look at: it follows the hinge the faster the more it
is bent. Feet stand flat on the floor while they are near it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.armature import (
    BONES,
    HINGE_TELLS_DEG,
    Bone,
    FloatArray,
    orientations,
    twist_period,
)
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM, Y_UP, levelling
from posecam.kinematics.rotations import quaternion, rotation_about, unit
from posecam.pose import HIDDEN_SCORE, Pose
from posecam.skeleton import INDEX

BoolArray = NDArray[np.bool_]

#: Unity's name (HumanBodyBones) of each bone of the armature that it has, parents first.
UNITY_NAMES: Final[Mapping[str, str]] = {
    "Hips": "Hips",
    "LeftUpLeg": "LeftUpperLeg",
    "LeftLeg": "LeftLowerLeg",
    "LeftFoot": "LeftFoot",
    "RightUpLeg": "RightUpperLeg",
    "RightLeg": "RightLowerLeg",
    "RightFoot": "RightFoot",
    "Spine": "Spine",
    "Neck": "Neck",
    "Head": "Head",
    "LeftShoulder": "LeftShoulder",
    "LeftArm": "LeftUpperArm",
    "LeftForeArm": "LeftLowerArm",
    "LeftHand": "LeftHand",
    "RightShoulder": "RightShoulder",
    "RightArm": "RightUpperArm",
    "RightForeArm": "RightLowerArm",
    "RightHand": "RightHand",
}
_BY_NAME: Final = {bone.name: bone for bone in BONES}
#: Bone -> the nearest one before it that Unity knows: it has no hip bones.
PARENTS: Final[Mapping[str, str | None]] = {
    name: (
        None
        if (before := _BY_NAME[name].parent) is None
        else before
        if before in UNITY_NAMES
        else _BY_NAME[before].parent
    )
    for name in UNITY_NAMES
}
_MM: Final = 1e-3
_MIRROR: Final = np.array([-1.0, 1.0, 1.0])
_ANKLES: Final = [INDEX["l_ankle"], INDEX["r_ankle"]]
_UP: Final = np.array([[0.0, 1.0, 0.0]])
#: A hinge bent by more than this decides the twist alone; below HINGE_TELLS_DEG it is not heard.
_HINGE_SURE_DEG: Final = 40.0
_TWIST_TAU_S: Final = 0.08
#: A foot whose ankle is no more than the first of these above the lower one stands flat, from the
#: second on it goes with the shin; nor does an ankle bend by more than the third of these.
_STANDS_MM: Final = (40.0, 150.0)
_ANKLE_BENDS_DEG: Final = (45.0, 60.0)
#: Bones keep their usual length; it adapts by this share a pose.
_LENGTH_SHARE: Final = 0.05
_STANDING_MM: Final = ANKLE_ABOVE_FLOOR_MM + sum(
    skeleton.JOINTS[INDEX[name]].length_mm for name in ("l_knee", "l_ankle")
)


@dataclass(frozen=True, slots=True)
class Turned:
    """A bone: (3,) metres from the bone before, and the quaternion x, y, z, w against it."""

    position: tuple[float, float, float]
    rotation: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A humanoid at one moment.

    Attributes:
        root: (3,) metres: where on the floor it stands, (0, 0, 0) when it was first seen.
        bones: Unity's name -> how it is turned. The position of Hips is their height above root.
    """

    root: tuple[float, float, float]
    bones: Mapping[str, Turned]


@dataclass(slots=True, eq=False)
class _Twists:
    """The twist of each limb from one pose to the next."""

    passed: float = 0.0
    angles: dict[str, float] = field(default_factory=dict)

    def __call__(self, bone: Bone, angle: FloatArray, bend: FloatArray) -> FloatArray:
        low, high = (math.sin(math.radians(d)) for d in (HINGE_TELLS_DEG, _HINGE_SURE_DEG))
        told = min(max((float(bend[0]) - low) / (high - low), 0.0), 1.0)
        period = twist_period(bone)
        before = self.angles.get(bone.name)
        if before is None:
            if told <= 0:
                return np.zeros(1)
            before = 0.0
            told, self.passed = 1.0, math.inf
        turn = (float(angle[0]) - before + period / 2) % period - period / 2
        share = told * (1 - math.exp(-self.passed / _TWIST_TAU_S))
        self.angles[bone.name] = before + share * turn
        return np.array([self.angles[bone.name]])


class Humanoid:
    """Turns the poses of one person, one after another, into figures.

    Args:
        origin: where Root is (0, 0, 0), of another one's `origin`; the person's first place by
            default.
    """

    def __init__(self, origin: FloatArray | None = None) -> None:
        self._twists = _Twists()
        self._time: float | None = None
        self._world: dict[str, FloatArray] = {}  # as last sent, right-handed
        self._local: dict[str, FloatArray] = {}
        self._lengths: dict[str, float] = {}
        self._height = _STANDING_MM
        self.origin = origin
        self._root = (0.0, 0.0, 0.0)

    def update(self, pose: Pose, up: tuple[float, float, float] = (0.0, -1.0, 0.0)) -> Figure:
        """The figure of the next pose.

        Args:
            pose: of the person; bones with an end that is not seen stay turned as they were.
            up: unit vector away from the ground in the camera frame.
        """
        level = np.diag(Y_UP) @ levelling(up)
        joints = pose.joints_3d[: skeleton.COUNT].astype(np.float64) @ level.T
        seen = (pose.scores[: skeleton.COUNT] >= HIDDEN_SCORE) & np.isfinite(joints).all(1)
        joints, seen = _with_hips(np.where(seen[:, None], joints, 0.0), seen)
        passed = 0.0 if self._time is None else max(pose.time - self._time, 0.0)
        self._time, self._twists.passed = pose.time, passed
        measured = orientations(joints[None], self._twists)
        self._turn({name: rotations[0] for name, rotations in measured.items()}, joints, seen)
        self._place(pose, joints, seen, level)
        bones = {
            unity: Turned(self._position(name, joints, seen), _unity_rotation(self._local[name]))
            for name, unity in UNITY_NAMES.items()
        }
        return Figure(self._root, bones)

    def _turn(
        self, measured: Mapping[str, FloatArray], joints: FloatArray, seen: BoolArray
    ) -> None:
        """Take over what is seen; what is not keeps its turn against the bone before."""
        for name in UNITY_NAMES:
            bone, parent = _BY_NAME[name], PARENTS[name]
            before = self._world[parent] if parent is not None else np.eye(3)
            if seen[INDEX[bone.joint]] and seen[INDEX[bone.tip]]:
                self._local[name] = before.T @ measured[name]
                if name.endswith("Foot"):
                    above = float(joints[INDEX[bone.joint], 1] - joints[_ANKLES, 1].min())
                    self._local[name] = before.T @ _flat(before, above) @ before
            local = self._local.setdefault(name, np.eye(3))
            self._world[name] = before @ local

    def _place(self, pose: Pose, joints: FloatArray, seen: BoolArray, level: FloatArray) -> None:
        ankles = [ankle for ankle in _ANKLES if seen[ankle]]
        if ankles and seen[skeleton.ROOT]:
            self._height = ANKLE_ABOVE_FLOOR_MM - float(joints[ankles, 1].min())
        root = pose.root.astype(np.float64) @ level.T
        if np.isfinite(root).all():
            self.origin = root if self.origin is None else self.origin
            x, _, z = ((root - self.origin) * _MIRROR * _MM).tolist()
            self._root = (x, 0.0, z)

    def _position(
        self, name: str, joints: FloatArray, seen: BoolArray
    ) -> tuple[float, float, float]:
        parent = PARENTS[name]
        if parent is None:
            return (0.0, self._height * _MM, 0.0)
        child, start = INDEX[_BY_NAME[name].joint], INDEX[_BY_NAME[parent].joint]
        if child == start:
            return (0.0, 0.0, 0.0)
        usual = self._lengths.setdefault(name, skeleton.JOINTS[child].length_mm)
        if seen[child] and seen[start]:
            length = float(np.linalg.norm(joints[child] - joints[start]))
            self._lengths[name] = usual = usual + _LENGTH_SHARE * (length - usual)
        rest = _BY_NAME[parent].rest
        if parent == "Hips":  # beside the spine, the legs hang on it, sideways
            rest = (1, 0, 0) if name.startswith("Left") else (-1, 0, 0)
        x, y, z = (np.array(rest, float) * _MIRROR * usual * _MM).tolist()
        return (x, y, z)


def _flat(shin: FloatArray, above_mm: float) -> FloatArray:
    """(3, 3) turn that takes a foot that goes with its shin to the floor, as far as it stands."""
    upright = (shin @ _UP[0])[None]
    degrees = math.degrees(math.acos(min(max(float(upright[0, 1]), -1.0), 1.0)))
    share = _falling(above_mm, *_STANDS_MM) * _falling(degrees, *_ANKLE_BENDS_DEG)
    axis = np.cross(upright, _UP)
    if share <= 0 or np.linalg.norm(axis) < 1e-6:
        return np.eye(3)
    turn = rotation_about(unit(axis), np.array([share * math.radians(degrees)]))
    return np.asarray(turn[0])


def _falling(value: float, low: float, high: float) -> float:
    """1 up to `low`, 0 from `high` on."""
    return min(max((high - value) / (high - low), 0.0), 1.0)


def _with_hips(joints: FloatArray, seen: BoolArray) -> tuple[FloatArray, BoolArray]:
    """Hips out of view are put below the shoulders: a person at a desk sits upright."""
    hips = [INDEX[name] for name in ("pelvis", "l_hip", "r_hip")]
    shoulders = [INDEX[name] for name in ("thorax", "l_shoulder", "r_shoulder")]
    if seen[hips].all() or not seen[shoulders].all():
        return joints, seen
    joints, seen = joints.copy(), seen.copy()
    thorax, left, right = joints[shoulders]
    across = unit((left - right) * np.array([1.0, 0.0, 1.0]))
    trunk, hip = (skeleton.JOINTS[INDEX[name]].length_mm for name in ("thorax", "l_hip"))
    pelvis = thorax - trunk * _UP[0]
    joints[hips] = np.stack([pelvis, pelvis + hip * across, pelvis - hip * across])
    seen[hips] = True
    return joints, seen


def _unity_rotation(rotation: FloatArray) -> tuple[float, float, float, float]:
    """The quaternion of the rotation mirrored in x."""
    x, y, z, w = quaternion(rotation).tolist()
    return (x, -y, -z, w)
