"""A person put on the floor while it happens: feet that stand are held, frame by frame.

What `grounding.on_the_floor` does for a take whose past and future are known, here from the past
alone: the same feet stand by the same signs, the same legs reach them. Nothing comes later for it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.contacts import (
    ANKLES,
    FAST,
    SLOW,
    body_size,
    low,
    lowest,
    out_of_reach,
    reach,
    rise,
    sunk,
)
from posecam.kinematics.grounding import ANKLE_ABOVE_FLOOR_MM
from posecam.skeleton import ROOT

Array = NDArray[np.float64]

#: After a pause this long the person may be anywhere.
FORGET_S: Final = 0.6
# A foot comes to stand no higher than this above the floor.
_NEAR_MM: Final = 90.0
# Time constants, seconds: of a foot's speed, of holding and of letting go, of the body's way to
# where its feet have it, of a foot set down on the floor.
_SPEED_TAU, _HOLD_TAU, _RELEASE_TAU, _WAY_TAU, _SET_TAU = 0.06, 0.04, 0.12, 0.08, 0.1
# The same of hips that are lifted or lowered so that knees bend as they were seen to.
_RISE_TAU: Final = 0.08
# What stays above the floor for so long, longer than a jump, rests on it; it comes down within.
_FLIGHT_S, _REST_TAU = 0.6, 0.25


class Ground:
    """The floor under one person."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._time: float | None = None
        self._way = np.zeros(3)
        self._held = np.zeros((2, 3))
        self._weight = np.zeros(2)
        self._stands = np.zeros(2, bool)
        self._speed = np.zeros(2)
        self._feet = np.zeros((2, 2))
        self._above_s = self._rise = 0.0

    @property
    def stands(self) -> tuple[bool, bool]:
        """Whether the right and the left foot stand."""
        right, left = self._stands.tolist()
        return right, left

    def place(self, time: float, joints: Array, joints_2d: Array, scores: Array) -> Array:
        """(K, 3) mm, Y up, the floor at y = 0.

        Args:
            time: seconds.
            joints: (K, 3) mm, in the axes of `grounding.Y_UP`, where the lens has them; only how
                they move counts.
            joints_2d: (K, 2) px.
            scores: (K,).
        """
        gap = -1.0 if self._time is None else time - self._time
        if not 0 <= gap < FORGET_S:
            self.clear()
            self._way = np.array([0.0, -float(lowest(joints, scores)), 0.0])
        feet = joints_2d[ANKLES]
        size = float(body_size(joints_2d))
        free = joints + self._way
        self._watch(gap, feet, size, low(joints_2d, joints[ANKLES, 1], scores), free)
        gap = max(gap, 0.0)
        self._follow(gap, joints)
        world = joints + self._way
        self._rest(gap, world, scores)
        world = joints + self._way
        higher = float(rise(world, self._held, self._stands))
        self._rise += (1 - np.exp(-gap / _RISE_TAU)) * (higher - self._rise)
        world[:, 1] += self._rise
        world[:, 1] -= out_of_reach(world, self._held, self._weight > 0.9)
        for side, ankle in enumerate(ANKLES):
            target = world[ankle] + self._weight[side] * (self._held[side] - world[ankle])
            target[1] = max(target[1], ANKLE_ABOVE_FLOOR_MM)
            if np.abs(target - world[ankle]).max() > 1e-6:
                reach(world, side, target)
        world[:, 1] += sunk(world, scores)
        self._time, self._feet = time, feet.copy()
        return world

    def _watch(
        self, gap: float, feet: Array, size: float, is_low: NDArray[np.bool_], free: Array
    ) -> None:
        """Tell which feet stand, and take hold of those that come to stand."""
        heights = free[ANKLES, 1] - ANKLE_ABOVE_FLOOR_MM
        if gap > 0:
            speed = np.sqrt(((feet - self._feet) ** 2).sum(1)) / size / gap
            self._speed += (1 - np.exp(-gap / _SPEED_TAU)) * (speed - self._speed)
        slow = self._speed < np.where(self._stands, FAST, SLOW)
        stands = is_low & slow & (self._stands | (heights < _NEAR_MM))
        for side in np.flatnonzero(stands & ~self._stands).tolist():
            # Where it is shown: one that is just being let go is on its way.
            shown = free[ANKLES[side]]
            self._held[side] = shown + self._weight[side] * (self._held[side] - shown)
        self._stands = stands
        tau = np.where(stands, _HOLD_TAU, _RELEASE_TAU)
        if gap < 0:
            self._weight = stands.astype(np.float64)
            self._held[:, 1] = ANKLE_ABOVE_FLOOR_MM
        else:
            self._weight += (1 - np.exp(-gap / tau)) * (stands - self._weight)
            share = 1 - np.exp(-gap / _SET_TAU)
            self._held[:, 1] += share * (ANKLE_ABOVE_FLOOR_MM - self._held[:, 1])

    def _follow(self, gap: float, joints: Array) -> None:
        """Go where the feet that stand have the body."""
        total = float(self._weight @ self._stands)
        if total <= 0:
            return
        wanted = (self._weight * self._stands) @ (self._held - joints[ANKLES]) / total
        share = (1 - np.exp(-gap / _WAY_TAU)) * min(total, 1.0)
        self._way = self._way + share * (wanted - self._way)

    def _rest(self, gap: float, world: Array, scores: Array) -> None:
        """Let down what stays above the floor longer than a jump lasts, and lift what is below."""
        above = float(lowest(world, scores))
        self._above_s = self._above_s + gap if above > 0 and not self._stands.any() else 0.0
        if above < 0 and not self._stands.any():
            self._way[1] -= above * (1 - np.exp(-gap / _HOLD_TAU))
        elif self._above_s > _FLIGHT_S:
            self._way[1] -= above * (1 - np.exp(-gap / _REST_TAU))


def middle_of(world: Array, weights: tuple[bool, bool]) -> Array:
    """(3,) mm, where a person is: between the feet that stand, else the pelvis."""
    rows = [ankle for ankle, stands in zip(ANKLES, weights, strict=True) if stands]
    return np.asarray(world[rows or [ROOT]].mean(0))
