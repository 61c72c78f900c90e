"""One-euro smoothing on real timestamps (Casiez, Roussel and Vogel, CHI 2012), vectorised."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from posecam.pose import SURE_SCORE

Array = NDArray[np.floating]

# Cut-off of a resting joint at the two ends of the smoothness slider, Hz.
_LIGHTEST_HZ, _HEAVIEST_HZ = 2.0, 0.15
# How much a moving joint opens the filter, Hz per (body size / second).
_LIGHTEST_BETA, _HEAVIEST_BETA = 30.0, 8.0
_SPEED_CUTOFF_HZ = 2.0
# What looks slower than this is trembling, body sizes / second.
_TREMBLING = 0.05
# A joint of no score at all still moves by this share of what one moves that is surely seen.
_LEAST_TRUST = 0.15
# After a pause this long the past says nothing.
_FORGET_S = 0.5


def smoothing_factor(cutoff_hz: Array | float, dt: float) -> Array:
    """Weight of the new value of a first-order low pass: 1 / (1 + tau / dt)."""
    tau = 1 / (2 * math.pi * np.asarray(cutoff_hz, np.float64))
    return 1 / (1 + tau / dt)


class OneEuro:
    """Smooths (..., D) points: the faster one moves, the less it is held back.

    Speed is measured in units of `scale` per second, so the same setting suits a person near and
    far, in pixels and in millimetres.
    """

    def __init__(self, smoothness: float = 0.5) -> None:
        self.smoothness = smoothness
        self._value: Array | None = None
        self._velocity: Array | None = None
        self._time = 0.0

    def reset(self) -> None:
        """Forget the past."""
        self._value = None

    def exchange(self, order: NDArray[np.integer]) -> None:
        """Take point `order[k]` of the past for point k from now on: sides were taken for others.

        Args:
            order: (K,), of points (K, D).
        """
        if self._value is not None and self._velocity is not None:
            self._value, self._velocity = self._value[order], self._velocity[order]

    def __call__(
        self, points: Array, time: float, scale: float, scores: Array | None = None
    ) -> Array:
        """Smoothed points at `time` seconds.

        Args:
            points: (..., D).
            time: seconds.
            scale: the body's size in the points' unit.
            scores: (...) of the points: what is hardly seen is followed more slowly.
        """
        dt = time - self._time
        if self.smoothness <= 0 or self._value is None or not 0 < dt < _FORGET_S:
            if self._value is None or dt != 0 or self.smoothness <= 0:
                self._value = points.astype(np.float64)
                self._velocity = np.zeros(points.shape)
                self._time = time
            return self._value.astype(points.dtype)
        assert self._velocity is not None
        s = min(self.smoothness, 1.0)
        least = _LIGHTEST_HZ * (_HEAVIEST_HZ / _LIGHTEST_HZ) ** s
        beta = _LIGHTEST_BETA + (_HEAVIEST_BETA - _LIGHTEST_BETA) * s
        step = (points - self._value) / max(scale, 1e-6) / dt
        # The velocity is smoothed as a vector: trembling cancels out in it, motion does not.
        self._velocity += smoothing_factor(_SPEED_CUTOFF_HZ, dt) * (step - self._velocity)
        speed = np.maximum(np.linalg.norm(self._velocity, axis=-1) - _TREMBLING, 0.0)
        cutoff = least + beta * speed
        if scores is not None:
            cutoff = cutoff * np.clip(scores / SURE_SCORE, _LEAST_TRUST, 1.0)
        alpha = smoothing_factor(cutoff, dt)[..., None]
        self._value = self._value + alpha * (points - self._value)
        self._time = time
        return self._value.astype(points.dtype)
