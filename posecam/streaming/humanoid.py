"""A live pose as the rotations of a humanoid in Unity's sense: its bone names, axes and units.

Unity: left-handed, Y up, metres; the figure's rest pose is a T facing +Z, its left at -X. The world
is `posecam.kinematics.grounding.Y_UP` (right-handed, left at +X) mirrored in x. Rotations are those
of `posecam.kinematics.live_turns`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from posecam import skeleton
from posecam.kinematics.bones import BONES, Bone
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import Y_UP, levelling
from posecam.kinematics.live_turns import BoolArray, LiveTurns
from posecam.kinematics.orientation import FloatArray
from posecam.kinematics.rotations import quaternion
from posecam.pose import Pose
from posecam.skeleton import INDEX

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


class Humanoid:
    """Turns the poses of one person, one after another, into figures.

    Args:
        origin: where Root is (0, 0, 0), of another one's `origin`; the person's first place by
            default.
    """

    def __init__(self, origin: FloatArray | None = None) -> None:
        self._turns = LiveTurns()
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
        joints, seen = self._turns.update(pose.time, joints, pose.scores.astype(np.float64))
        self._place(pose, joints, seen, level)
        bones = {}
        for bone in BONES:
            position = self._position(bone)
            bones[UNITY_NAMES[bone.name]] = Turned(
                position, _unity_rotation(self._turns.local[bone.name])
            )
        return Figure(self._root, bones)

    @property
    def turns(self) -> dict[str, tuple[float, ...]]:
        """Bone of the armature -> quaternion x, y, z, w against the bone before, right-handed, from
        the rest pose of `posecam.kinematics.bones`; as of the last update."""
        return {name: tuple(quaternion(turn).tolist()) for name, turn in self._turns.local.items()}

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
        x, y, z = (self._turns.steps[bone.name] * _MIRROR * _MM).tolist()
        return (x, y, z)


def _unity_rotation(rotation: FloatArray) -> tuple[float, float, float, float]:
    """The quaternion of the rotation mirrored in x."""
    x, y, z, w = quaternion(rotation).tolist()
    return (x, -y, -z, w)
