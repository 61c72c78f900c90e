"""A character moved by a body: its own proportions, the body's turns, its soles on the floor."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.characters.character import Character
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.live_turns import LiveTurns
from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import INDEX, KEYPOINT_NAMES

FloatArray = NDArray[np.float64]

#: How far keypoints are from the ground when their part of the body lies on it, mm.
_ABOVE_MM: Final = {"ankle": ANKLE_ABOVE_FLOOR_MM, "heel": 28.0, "toe": 20.0, "wrist": 25.0}
_FLESH_MM: Final = 70.0
#: So near to the ground is on it: keypoints tremble.
_STANDS_MM: Final = 25.0
#: Of a character's joints that can come to lie on the ground, as shares of its legs' length.
_LIES: Final = {"Hips": 0.12, "Spine1": 0.14, "Head": 0.12, "LeftLeg": 0.07, "RightLeg": 0.07}
#: Length of the person's legs adapts by this share a pose.
_LEG_SHARE: Final = 0.05
#: After a pause this long, or back in time, the person may be turned in any way.
_FORGET_S: Final = 0.6
_LEG_NAMES: Final = ("hip", "knee", "ankle")


class Puppet:
    """Moves a character, pose after pose.

    Attributes:
        character: as it was given.
        ratio: its legs over the person's, as of the last pose.
    """

    def __init__(self, character: Character) -> None:
        self.character = character
        self._row = {name: row for row, name in enumerate(character.bones)}
        self._soles = _lowest_points(character)
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._turns = LiveTurns()
        self._time: float | None = None
        self._leg_mm = 0.0
        self.ratio = 1.0

    def pose(self, time: float, joints: FloatArray, scores: FloatArray) -> NDArray[np.float32]:
        """(B, 3, 4) matrices that take the character's skin from its rest to the pose, metres.

        Args:
            time: seconds.
            joints: (K, 3) mm, Y up, the floor at y = 0.
            scores: (K,).
        """
        if self._time is not None and not 0 <= time - self._time < _FORGET_S:
            self.clear()
        self._time = time
        self._turns.update(time, joints, scores)
        turned = self._turns.world()
        character = self.character
        rotations = np.stack([turned[name] for name in character.bones]) @ character.aligned
        begun = np.zeros_like(character.joints)
        for row, parent in enumerate(character.parents):
            if parent >= 0:
                step = character.joints[row] - character.joints[parent]
                begun[row] = begun[parent] + rotations[parent] @ step
        begun += self._place(joints, scores, rotations, begun)
        out = np.empty((len(rotations), 3, 4), np.float32)
        out[:, :, :3] = rotations
        out[:, :, 3] = begun - np.einsum("bij,bj->bi", rotations, character.joints)
        return out

    def _place(
        self, joints: FloatArray, scores: FloatArray, rotations: FloatArray, begun: FloatArray
    ) -> FloatArray:
        """(3,) metres from the origin to the hips: as far as its legs carry it, on the ground."""
        ratio = self.ratio = self.character.leg / (self._leg(joints) * 1e-3)
        hips = joints[[INDEX["l_hip"], INDEX["r_hip"]]].mean(0)
        if not np.isfinite(hips).all():
            hips = np.zeros(3)
        rows, points = self._soles
        away = points - self.character.joints[rows]
        heights = begun[rows, 1] + np.einsum("pj,pj->p", rotations[rows, 1], away)
        lowest = float(heights.min())
        for name, radius in _LIES.items():
            if name in self._row:
                reach = begun[self._row[name], 1] - radius * self.character.leg
                lowest = min(lowest, float(reach))
        above = max(0.0, _above_the_ground(joints, scores) - _STANDS_MM) * 1e-3 * ratio
        return np.array([hips[0] * 1e-3 * ratio, above - lowest, hips[2] * 1e-3 * ratio])

    def _leg(self, joints: FloatArray) -> float:
        """The person's legs in mm, which hardly change."""
        now = np.mean(
            [
                np.linalg.norm(
                    np.diff(joints[[INDEX[f"{side}_{name}"] for name in _LEG_NAMES]], axis=0),
                    axis=1,
                ).sum()
                for side in "lr"
            ]
        )
        if np.isfinite(now) and now > 1.0:
            share = _LEG_SHARE if self._leg_mm else 1.0
            self._leg_mm += share * (float(now) - self._leg_mm)
        return self._leg_mm or self.character.leg * 1e3


def _above_the_ground(joints: FloatArray, scores: FloatArray) -> float:
    """How far the lowest part of the body is above the ground, mm; 0 where no foot is seen."""
    seen = (scores >= HIDDEN_SCORE) & np.isfinite(joints).all(1)
    if not (seen[INDEX["l_ankle"]] or seen[INDEX["r_ankle"]]):
        return 0.0
    return float(
        min(
            joints[k, 1] - _ABOVE_MM.get(KEYPOINT_NAMES[k].split("_")[-1], _FLESH_MM)
            for k in np.flatnonzero(seen)
        )
    )


def _lowest_points(character: Character) -> tuple[NDArray[np.int64], FloatArray]:
    """(P,) rows of bones and (P, 3) points of feet and hands that can touch the ground."""
    ways = np.array(
        [
            (x, y, z)
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
            for z in (-1, 0, 1)
            if (x, y, z) != (0, 0, 0)
        ],
        np.float32,
    )
    rows: list[int] = []
    points: list[FloatArray] = []
    for row, name in enumerate(character.bones):
        if not name.endswith(("Foot", "Hand")):
            continue
        own = character.vertices[(character.rows[:, 0] == row) & (character.shares[:, 0] > 0.5)]
        if not len(own):
            own = character.joints[row : row + 1].astype(np.float32)
        for corner in sorted({int(i) for i in (own @ ways.T).argmax(0)}):
            rows.append(row)
            points.append(own[corner].astype(np.float64))
    return np.array(rows), np.stack(points)
