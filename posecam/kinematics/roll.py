"""Feet that roll: the ankle of a foot that rests on its toes or its heel alone, about these.

Numpy only; the world is `grounding.Y_UP`, millimetres. Sides are the right and the left.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import ANKLES
from posecam.kinematics.touch import POINTS
from posecam.pose import TOUCHING

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: An ankle is no farther than this from where it is while the whole foot stands.
_FARTHEST_MM: Final = 220.0
# Time constants, seconds: of how the foot lies while it stands, and of what is added to its ankle.
_LIES_TAU, _ROLL_TAU = 0.4, 0.05


def ankle_over(joints: Array) -> Array:
    """(..., 2, 2, 3) from each foot's heel and toes to its ankle, of (..., 31, 3) joints."""
    points = joints[..., POINTS, :].mean(-2)
    ankles = joints[..., ANKLES, :]
    return np.asarray(ankles[..., None, :] - points.reshape(*points.shape[:-2], 2, 2, 3))


def rolled(over: Array, flat: Array, touches: Mask) -> Array:
    """(..., 2, 3) by how much each ankle is off where it is while the whole foot stands.

    Args:
        over: (..., 2, 2, 3) see `ankle_over`.
        flat: (..., 2, 2, 3) the same while the foot stands.
        touches: (..., 2, 2) whether its heel and its toes rest.
    """
    alone = touches & ~touches[..., ::-1]
    off = ((over - flat) * alone[..., None]).sum(-2)
    far = np.linalg.norm(off, axis=-1, keepdims=True)
    off = off * np.minimum(1.0, _FARTHEST_MM / np.maximum(far, 1e-9))
    # No ankle of a foot on the floor is lower than that of a foot that stands.
    off[..., 1] = np.maximum(off[..., 1], 0.0)
    return np.asarray(off)


def touching(contacts: NDArray[np.floating]) -> Mask:
    """(..., 2, 2) whether the heel and the toes of each foot rest, of (..., 4) chances."""
    rests = np.nan_to_num(contacts) >= TOUCHING
    return np.asarray(rests.reshape(*rests.shape[:-1], 2, 2))


class Roll:
    """How far each ankle is off where it is while the whole foot stands, frame by frame."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._flat: Array | None = None
        self.off = np.zeros((2, 3))

    def see(self, gap: float, joints: Array, touches: Mask, begins: Mask) -> None:
        """Take in a frame.

        Args:
            gap: seconds since the one before.
            joints: (31, 3) mm.
            touches: (2, 2) whether heels and toes rest.
            begins: (2,) feet that have just come to rest: as they lie now they are held.
        """
        over = ankle_over(joints)
        if self._flat is None:
            self._flat = over.copy()
        self._flat[begins] = over[begins]
        whole = touches.all(-1)
        share = 1 - np.exp(-max(gap, 0.0) / _LIES_TAU)
        self._flat[whole] += share * (over - self._flat)[whole]
        share = 1 - np.exp(-max(gap, 0.0) / _ROLL_TAU)
        self.off = self.off + share * (rolled(over, self._flat, touches) - self.off)
