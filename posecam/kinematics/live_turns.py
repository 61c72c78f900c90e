"""How one person's bones are turned while it happens: what `orientation` finds, without a future.

The twist of limbs follows the hinge the faster the more it is bent; heads, hands and feet are
smoothed, as their keypoints are near each other; what is not seen keeps its turn against the bone
before. Feet of which no heel or toe was ever seen stand flat on the floor while they are near it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.armature import usual_offsets
from posecam.kinematics.bones import BONES, BY_NAME, Bone
from posecam.kinematics.orientation import (
    HINGE_TELLS_DEG,
    FloatArray,
    Orientations,
    orientations,
    twist_period,
)
from posecam.kinematics.rotations import towards, unit
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import INDEX

BoolArray = NDArray[np.bool_]

_UP: Final = np.array([[0.0, 1.0, 0.0]])
#: A hinge bent by more than this decides the twist alone; below HINGE_TELLS_DEG it is not heard.
_HINGE_SURE_DEG: Final = 40.0
_TWIST_TAU_S: Final = 0.08
#: Heads, hands and feet are smoothed over so long.
_SEGMENT_TAU_S: Final = 0.06
#: A joint keeps its usual place on the bone before; that adapts by this share a pose.
_PLACE_SHARE: Final = 0.05


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


class LiveTurns:
    """The turns of the bones of one person, pose after pose.

    Attributes:
        local: name -> (3, 3) rotation against the bone before, from the rest pose; right-handed.
        steps: name -> (3,) mm from the joint before, in the rest pose.
    """

    def __init__(self) -> None:
        self._twists = _Twists()
        self._time: float | None = None
        self.local: dict[str, FloatArray] = {}
        self.steps = dict(usual_offsets())
        self._was_told: set[str] = set()

    def update(
        self, time: float, joints: FloatArray, scores: FloatArray
    ) -> tuple[FloatArray, BoolArray]:
        """Take the next pose.

        Args:
            time: seconds; earlier than the one before counts as no time.
            joints: (K, 3) mm in the world `grounding.Y_UP`; only how they lie to each other, and
                which foot is the lower, counts.
            scores: (K,).

        Returns:
            The joints, and (K,) which of them are known: hips that are out of view are put below
            the shoulders.
        """
        seen = (scores >= HIDDEN_SCORE) & np.isfinite(joints).all(1)
        joints, seen = _with_hips(np.where(seen[:, None], joints, 0.0), seen)
        scores = np.where(seen, np.maximum(scores, HIDDEN_SCORE), 0.0)
        self._twists.passed = 0.0 if self._time is None else max(time - self._time, 0.0)
        self._time = time
        self._turn(orientations(joints[None], scores[None], self._twists))
        return joints, seen

    def world(self) -> dict[str, FloatArray]:
        """name -> (3, 3) rotation from the rest pose, in the world."""
        turned: dict[str, FloatArray] = {}
        for bone in BONES:
            own = self.local[bone.name]
            turned[bone.name] = turned[bone.parent] @ own if bone.parent else own
        return turned

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
                if bone.kind == "segment" and name in self.local:
                    local = towards(self.local[name], local, steadied)
                self.local[name] = local
            world[name] = before @ self.local.setdefault(name, np.eye(3))
            if parent is None or not measured.told[parent][0]:
                continue
            if told or bone.joint == BY_NAME[parent].tip:
                away = measured.points[bone.joint][0] - measured.points[BY_NAME[parent].joint][0]
                step = measured.world[parent][0].T @ away
                self.steps[name] = self.steps[name] + _PLACE_SHARE * (step - self.steps[name])


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
