"""What does not change over a take: lengths of bones, offsets of hips and shoulders, the floor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.calibration import Calibration
from posecam.kinematics.proportions import (
    PART_LENGTHS_MM,
    PART_OF,
    PART_SPREAD,
    PARTS,
    TIMES,
)
from posecam.skeleton import BONE_LENGTHS_MM, CANONICAL_HEIGHT_MM, INDEX, ROOT

Array = NDArray[np.float64]

#: The network's keypoints against the joints' centres, in this order: hips further out, hips
#: higher, shoulders further out, shoulders higher; how far they may well be off, mm.
OFFSETS: Final = 4
_OFFSETS_MM: Final = 20.0
#: Unknowns that a take shares: lengths of `PARTS`, then the offsets.
COUNT: Final = len(PARTS) + OFFSETS
#: What is known beforehand counts as so many seconds of looking.
_PRIOR: Final = 10.0
_SUM_MM: Final = 0.1
# How far from level the ground may be, as a slope, where nothing is said of it, and by how much
# what is said may be off; and how far ankles that stand still are from one level, mm.
_LEVEL, _TOLD, _MEASURED = 0.25, 0.08, 0.03
_ANKLES_MM: Final = 40.0
_STANDING_HZ: Final = 2.0
#: Of these a calibration tells nothing: what a network marks is not their centres.
_NOT_MEASURED: Final = tuple(PARTS.index(name) for name in ("hip", "shoulder", "upper_neck"))
_CALIBRATED: Final = 0.02
_HIPS: Final = (INDEX["r_hip"], INDEX["l_hip"])
_SHOULDERS: Final = (INDEX["r_shoulder"], INDEX["l_shoulder"])
_THORAX: Final = INDEX["thorax"]
ANKLES: Final = (INDEX["r_ankle"], INDEX["l_ankle"])


@dataclass(slots=True, eq=False)
class Shared:
    """What all frames of a take have in common, as far as it is known yet.

    Attributes:
        height_mm: of the person.
        log_lengths: (9,) of `PARTS`.
        offsets: (4,) mm, see `OFFSETS`.
        plane: (3,) the ankles that stand are at y = x plane[0] + z plane[1] + plane[2], mm.
    """

    height_mm: float
    log_lengths: Array
    expected: Array
    sureness: Array
    offsets: Array = field(default_factory=lambda: np.zeros(OFFSETS))
    plane: Array | None = None

    @classmethod
    def of(cls, height_mm: float, calibration: Calibration | None) -> Shared:
        """What is known before anything was seen."""
        size = height_mm / CANONICAL_HEIGHT_MM
        lengths, spread = PART_LENGTHS_MM * size, PART_SPREAD.copy()
        if calibration is not None:
            measured = np.zeros(len(PARTS))
            np.add.at(measured, PART_OF, np.array(calibration.bone_ratios) * BONE_LENGTHS_MM)
            told = [k for k in range(len(PARTS)) if k not in _NOT_MEASURED]
            lengths[told] = (measured / TIMES)[told] * size
            spread[told] = _CALIBRATED
            lengths *= BONE_LENGTHS_MM.sum() * size / float(lengths @ TIMES)
        log_lengths = np.log(lengths)
        return cls(height_mm, log_lengths.copy(), log_lengths, 1 / spread**2)

    @property
    def size(self) -> float:
        """Of the person against the canonical one."""
        return self.height_mm / CANONICAL_HEIGHT_MM

    @property
    def lengths(self) -> Array:
        """(15,) mm of each bone."""
        return np.asarray(np.exp(self.log_lengths)[PART_OF])

    def known_before(self) -> tuple[Array, Array]:
        """What is known beforehand of bodies and of offsets, and that the bones' sum is given.

        Returns:
            (13, 13) matrix and (13,) gradient, to add to those of the looks.
        """
        parts = slice(0, len(PARTS))
        tight = _PRIOR / (_OFFSETS_MM * self.size) ** 2
        sure = np.concatenate([_PRIOR * self.sureness, np.full(OFFSETS, tight)])
        off = np.concatenate([self.log_lengths - self.expected, self.offsets])
        matrix, gradient = np.diag(sure), sure * off
        lengths = TIMES * np.exp(self.log_lengths)
        excess = float(lengths.sum()) - float(BONE_LENGTHS_MM.sum()) * self.size
        matrix[parts, parts] += np.outer(lengths, lengths) / _SUM_MM**2
        gradient[parts] += lengths * excess / _SUM_MM**2
        return matrix, gradient

    def move(self, step: Array) -> None:
        """Take a step of the (13,) unknowns, not too large a one."""
        self.log_lengths += np.clip(step[: len(PARTS)], -0.1, 0.1)
        self.offsets += np.clip(step[len(PARTS) :], -20.0, 20.0)

    def fit_floor(
        self, ankles: Array, standing: Array, up: tuple[Array, float], rate: Array
    ) -> None:
        """Lay the floor through the ankles that stand still.

        Args:
            ankles: (N, 3) mm, camera frame.
            standing: (N,) 0..1, how surely.
            up: unit vector away from the ground as it is known otherwise, and how far its slopes
                may be off.
            rate: (N,) seconds that each counts for.
        """
        slopes = np.array([-up[0][0], -up[0][2]]) / min(float(up[0][1]), -0.2)
        weight = standing * np.minimum(1.0, rate * _STANDING_HZ) / (_ANKLES_MM * self.size) ** 2
        across = np.column_stack([ankles[:, 0], ankles[:, 2], np.ones(len(ankles))])
        if self.plane is not None:
            off = (across @ self.plane - ankles[:, 1]) / (1.5 * _ANKLES_MM * self.size)
            weight = weight / (1 + off**2)
        tight = np.diag([up[1] ** -2, up[1] ** -2, 1e-9])
        known = tight @ np.array([*slopes, 0.0])
        self.plane = np.linalg.solve(
            (across * weight[:, None]).T @ across + tight,
            across.T @ (weight * ankles[:, 1]) + known,
        )


def known_up(up: Array, trust: Array, calibration: Calibration | None) -> tuple[Array, float]:
    """Unit vector away from the ground before feet were seen, and how far its slopes may be off.

    Args:
        up: (M, 3) as the network says in each frame; NaN where it does not.
        trust: (M,) 0..1.
    """
    if calibration is not None:
        return np.array(calibration.up), _MEASURED
    said = np.isfinite(up).all(axis=1) & (trust > 0)
    if said.any():
        mean = np.median(up[said & (trust >= np.median(trust[said]))], axis=0)
        length = float(np.linalg.norm(mean))
        if length > 0.5 and mean[1] < -0.2:
            return mean / length, _TOLD
    return np.array([0.0, -1.0, 0.0]), _LEVEL


def offset_directions(joints: Array) -> list[tuple[int, tuple[int, ...], Array]]:
    """Where keypoints lie from their joints: row of `OFFSETS`, joints, (T, 3) unit direction.

    Args:
        joints: (T, 16, 3) mm.
    """
    (hip, other_hip), (shoulder, other_shoulder) = _HIPS, _SHOULDERS
    out = _unit(joints[:, other_hip] - joints[:, hip])
    wide = _unit(joints[:, other_shoulder] - joints[:, shoulder])
    up = _unit(joints[:, _THORAX] - joints[:, ROOT])
    return [
        (0, (hip,), -out),
        (0, (other_hip,), out),
        (1, (*_HIPS, ROOT), up),
        (2, (shoulder,), -wide),
        (2, (other_shoulder,), wide),
        (3, (*_SHOULDERS, _THORAX), up),
    ]


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-6))
