"""Smooth, looping motion through key postures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.spatial.transform import Rotation

from posecam import skeleton
from training.synthesis.retarget import SIDES, Posture
from training.synthesis.rotations import UP, Array, turn, unit

_FEET = (skeleton.INDEX["l_ankle"], skeleton.INDEX["r_ankle"])
#: A foot this much higher than the other carries e times less of the weight, m.
_LIFT_M = 0.008


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """A posture at a time (s); heading is where the body faces, radians, counted on in turns."""

    time: float
    posture: Posture
    heading: float = 0.0


class Motion:
    """Interpolates keys; after `duration` seconds it begins again without a jump."""

    def __init__(self, keys: Sequence[Key], duration: float) -> None:
        """keys by time, in 0..duration; the first follows again after the last."""
        self.duration = duration
        self._names = list(keys[0].posture.bones)
        turns = keys[-1].heading - keys[0].heading
        # Monotone cubics do not overshoot the keys; three rounds make the middle one periodic.
        times, rows = [], []
        for cycle in (-1, 0, 1):
            for key in keys:
                times.append(key.time + cycle * duration)
                rows.append(np.append(self._flat(key.posture), key.heading + cycle * turns))
        self._curve = PchipInterpolator(np.array(times), np.array(rows), axis=0)

    def at(self, time: float) -> Posture:
        """The posture at a time in seconds."""
        row = self._curve(time % self.duration)
        trunk = [_nearest_rotation(row[9 * k : 9 * k + 9].reshape(3, 3)) for k in range(3)]
        rest = row[27:]
        bones = {n: unit(rest[3 * k : 3 * k + 3]) for k, n in enumerate(self._names)}
        tail = rest[3 * len(self._names) :]
        posture = Posture(
            trunk[0],
            trunk[1],
            trunk[2],
            bones,
            dict(zip(SIDES, (float(v) for v in tail[:2]), strict=True)),
            dict(zip(SIDES, (float(v) for v in tail[2:4]), strict=True)),
        )
        return posture.turned(turn(UP, float(row[-1])))

    def _flat(self, posture: Posture) -> Array:
        parts = [posture.pelvis.ravel(), posture.chest.ravel(), posture.head.ravel()]
        parts += [posture.bones[n] for n in self._names]
        parts.append(np.array([posture.pronation[s] for s in SIDES]))
        parts.append(np.array([posture.curl[s] for s in SIDES]))
        return np.concatenate(parts)


def _nearest_rotation(matrix: Array) -> Array:
    return np.asarray(Rotation.from_matrix(matrix).as_matrix())


def walk_along(joints: Array) -> Array:
    """(N, 2) where the body must be so that the foot that carries it stays where it stands.

    Args:
        joints: (N, 16, 3) m, of a loop of N frames, with the pelvis over the origin.
    """
    feet = joints[:, _FEET]
    height = feet[..., 2] - feet[..., 2].min(1, keepdims=True)
    load = np.exp(-height / _LIFT_M)
    load /= load.sum(1, keepdims=True)
    step = np.roll(feet, -1, axis=0)[..., :2] - feet[..., :2]
    both = (load + np.roll(load, -1, axis=0)) / 2
    moved = -(step * both[..., None]).sum(1)
    path = np.concatenate([np.zeros((1, 2)), np.cumsum(moved, axis=0)])
    # What is left after a round is spread over it, so that the loop closes.
    drift = path[-1][None] * np.linspace(0, 1, len(path))[:, None]
    path = (path - drift)[:-1]
    return np.asarray(path - (path.max(0) + path.min(0)) / 2)
