"""A joint that jumps away for a frame or two and comes back is held where it was."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.pose import SURE_SCORE

Array = NDArray[np.floating]

# Farther from where it was going than this share of the body, and this much more a second, no
# joint goes that is surely seen; one that is hardly seen a fraction of it.
_JUMP: Final = 0.07
_JUMP_PER_S: Final = 3.0
_LEAST_TRUST: Final = 0.4
#: One that stays away is believed after so long.
HELD_S: Final = 0.06
#: What the score of a held joint is multiplied with.
HELD_SCORE: Final = 0.5
_VELOCITY_TAU_S: Final = 0.1
_FORGET_S: Final = 0.3


class OutlierGate:
    """Holds (K, D) joints that jump.

    A joint is expected where it was, plus its velocity. Time is the frames' own: between the
    frames of a slow camera a wrist may well go far.
    """

    def __init__(self) -> None:
        self._points: NDArray[np.float64] | None = None
        self._velocity = np.zeros(0)
        self._held_since = np.zeros(0)
        self._time = 0.0

    def reset(self) -> None:
        """Forget the past."""
        self._points = None

    def exchange(self, order: NDArray[np.integer]) -> None:
        """Take joint `order[k]` of the past for joint k from now on: sides were taken for others.

        Args:
            order: (K,).
        """
        if self._points is not None:
            self._points, self._velocity = self._points[order], self._velocity[order]
            self._held_since = self._held_since[order]

    def __call__(
        self, points: Array, scores: Array, time: float, size: float
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """(K, D) points with the jumps held, and which (K,) are held.

        Args:
            points: as measured.
            scores: (K,) of the joints.
            time: seconds.
            size: of the body, in the points' unit.
        """
        dt = time - self._time
        if self._points is None or not 0 < dt < _FORGET_S:
            if self._points is None or dt != 0:
                self._points = np.array(points, np.float64)
                self._velocity = np.zeros(points.shape)
                self._held_since = np.full(len(points), np.inf)
                self._time = time
            return self._points.copy(), np.isfinite(self._held_since)
        expected = self._points + self._velocity * dt
        off = np.minimum(
            np.linalg.norm(points - expected, axis=1), np.linalg.norm(points - self._points, axis=1)
        )
        trust = np.clip(scores / SURE_SCORE, _LEAST_TRUST, 1.0)
        jumped = off > (_JUMP + _JUMP_PER_S * dt) * size * trust
        since = np.where(jumped, np.minimum(self._held_since, time), np.inf)
        held = jumped & (time - since < HELD_S)
        come = jumped & ~held  # it has stayed there: believed
        step = (points - self._points) / dt
        share = 1 - np.exp(-dt / _VELOCITY_TAU_S)
        free = ~jumped[:, None]
        self._velocity = np.where(free, self._velocity + share * (step - self._velocity), 0.0)
        self._points = np.where(held[:, None], self._points, points)
        self._held_since = np.where(come, np.inf, since)
        self._time = time
        return self._points.copy(), held
