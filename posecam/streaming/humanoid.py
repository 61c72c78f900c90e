"""A live pose as the rotations of a humanoid in Unity's sense: its bone names, axes and units.

Unity: left-handed, Y up, metres; the figure's rest pose is a T facing +Z, its left at -X. The world
is `posecam.kinematics.grounding.Y_UP` (right-handed, left at +X) mirrored in x. Rotations are those
of `posecam.kinematics.orientation`, but for the twist of limbs, which has no future to look at: it
follows the hinge the faster the more it is bent. Feet of which no heel or toe was ever seen stand
flat on the floor while they are near it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.armature import usual_offsets
from posecam.kinematics.bones import BONES, BY_NAME, Bone
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM, Y_UP, levelling
from posecam.kinematics.orientation import (
    HINGE_TELLS_DEG,
    FloatArray,
    Orientations,
    orientations,
    twist_period,
)
from posecam.kinematics.rotations import quaternion, towards, unit
from posecam.pose import HIDDEN_SCORE, Pose
from posecam.skeleton import INDEX

BoolArray = NDArray[np.bool_]

#: Unity's name (HumanBodyBones) of each bone of the armature.
UNITY_NAMES: Final[Mapping[str, str]] = {
    "Hips": "Hips",
    "Spine": "Spine",
    "Spine1": "Chest",
    "Neck": "Neck",
    "Head": "Head",
    **{
        f"{side}{bone}": f"{side}{unity}"
        for side in ("Left", "Right")
        for bone, unity in (
            ("UpLeg", "UpperLeg"),
            ("Leg", "LowerLeg"),
            ("Foot", "Foot"),
            ("ToeBase", "Toes"),
            ("Shoulder", "Shoulder"),
            ("Arm", "UpperArm"),
            ("ForeArm", "LowerArm"),
            ("Hand", "Hand"),
        )
    },
}
_MM: Final = 1e-3
_MIRROR: Final = np.array([-1.0, 1.0, 1.0])
_ANKLES: Final = [INDEX["l_ankle"], INDEX["r_ankle"]]
_UP: Final = np.array([[0.0, 1.0, 0.0]])
#: A hinge bent by more than this decides the twist alone; below HINGE_TELLS_DEG it is not heard.
_HINGE_SURE_DEG: Final = 40.0
_TWIST_TAU_S: Final = 0.08
#: Heads, hands and feet are smoothed over so long: their keypoints are near each other.
_SEGMENT_TAU_S: Final = 0.06
#: A joint keeps its usual place on the bone before; that adapts by this share a pose.
_PLACE_SHARE: Final = 0.05
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
        self._local: dict[str, FloatArray] = {}  # as last sent, right-handed
        self._steps = dict(usual_offsets())
        self._was_told: set[str] = set()
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
        joints = pose.joints_3d.astype(np.float64) @ level.T
        seen = (pose.scores >= HIDDEN_SCORE) & np.isfinite(joints).all(1)
        joints, seen = _with_hips(np.where(seen[:, None], joints, 0.0), seen)
        scores = np.where(seen, np.maximum(pose.scores, HIDDEN_SCORE), 0.0)
        passed = 0.0 if self._time is None else max(pose.time - self._time, 0.0)
        self._time, self._twists.passed = pose.time, passed
        measured = orientations(joints[None], scores[None], self._twists)
        self._turn(measured)
        self._place(pose, joints, seen, level)
        bones = {}
        for bone in BONES:
            position = self._position(bone)
            bones[UNITY_NAMES[bone.name]] = Turned(
                position, _unity_rotation(self._local[bone.name])
            )
        return Figure(self._root, bones)

    @property
    def turns(self) -> dict[str, tuple[float, ...]]:
        """Bone of the armature -> quaternion x, y, z, w against the bone before, right-handed, from
        the rest pose of `posecam.kinematics.bones`; as of the last update."""
        return {name: tuple(quaternion(turn).tolist()) for name, turn in self._local.items()}

    def _turn(self, measured: Orientations) -> None:
        """Take over what is seen; what is not keeps its turn against the bone before."""
        world: dict[str, FloatArray] = {}
        steadied = 1 - math.exp(-self._twists.passed / _SEGMENT_TAU_S)
        for bone in BONES:
            name, parent = bone.name, bone.parent
            before = np.eye(3) if parent is None else world[parent]
            told = bool(measured.told[name][0])
            if told:
                self._was_told.add(name)
            flat = name.endswith("Foot") and name not in self._was_told
            if told or (flat and measured.told[parent or ""][0]):
                local = before.T @ measured.world[name][0]
                if bone.kind == "segment" and name in self._local:
                    local = towards(self._local[name], local, steadied)
                self._local[name] = local
            world[name] = before @ self._local.setdefault(name, np.eye(3))
            if parent is None or not measured.told[parent][0]:
                continue
            if told or bone.joint == BY_NAME[parent].tip:
                away = measured.points[bone.joint][0] - measured.points[BY_NAME[parent].joint][0]
                step = measured.world[parent][0].T @ away
                self._steps[name] = self._steps[name] + _PLACE_SHARE * (step - self._steps[name])

    def _place(self, pose: Pose, joints: FloatArray, seen: BoolArray, level: FloatArray) -> None:
        ankles = [ankle for ankle in _ANKLES if seen[ankle]]
        if ankles and seen[skeleton.ROOT]:
            self._height = ANKLE_ABOVE_FLOOR_MM - float(joints[ankles, 1].min())
        root = pose.root.astype(np.float64) @ level.T
        if np.isfinite(root).all():
            self.origin = root if self.origin is None else self.origin
            x, _, z = ((root - self.origin) * _MIRROR * _MM).tolist()
            self._root = (x, 0.0, z)

    def _position(self, bone: Bone) -> tuple[float, float, float]:
        if bone.parent is None:
            return (0.0, self._height * _MM, 0.0)
        x, y, z = (self._steps[bone.name] * _MIRROR * _MM).tolist()
        return (x, y, z)


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
