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
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.roll import Roll, touching
from posecam.kinematics.touch import feet_of
from posecam.skeleton import ROOT

Array = NDArray[np.float64]

#: After a pause this long the person may be anywhere.
FORGET_S: Final = 0.6
# A foot comes to stand no higher than this above the floor.
_NEAR_MM: Final = 90.0
# Time constants, seconds: of a foot's speed, of what is below the floor, of letting go, of the
# body's way to where its feet have it, of a foot set down on the floor.
_SPEED_TAU, _LIFT_TAU, _RELEASE_TAU, _WAY_TAU, _SET_TAU = 0.06, 0.04, 0.12, 0.04, 0.1
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
        self._off = np.zeros((2, 3))
        self._stands = np.zeros(2, bool)
        self._speed = np.zeros(2)
        self._feet = np.zeros((2, 2))
        self._above_s = self._rise = 0.0
        self._roll = Roll()

    @property
    def stands(self) -> tuple[bool, bool]:
        """Whether the right and the left foot stand."""
        right, left = self._stands.tolist()
        return right, left

    def place(
        self,
        time: float,
        joints: Array,
        joints_2d: Array,
        scores: Array,
        contacts: NDArray[np.floating] | None = None,
    ) -> Array:
        """(K, 3) mm, Y up, the floor at y = 0.

        Args:
            time: seconds.
            joints: (K, 3) mm, in the axes of `grounding.Y_UP`, where the lens has them; only how
                they move counts.
            joints_2d: (K, 2) px.
            scores: (K,).
            contacts: (4,) as `pose.Pose` has them; the ankles tell which feet stand where None.
        """
        gap = -1.0 if self._time is None else time - self._time
        if not 0 <= gap < FORGET_S:
            self.clear()
            self._way = np.array([0.0, -float(lowest(joints, scores)), 0.0])
        feet = joints_2d[ANKLES]
        size = float(body_size(joints_2d))
        free = joints + self._way
        before = self._stands.copy()
        is_low = low(joints_2d, joints[ANKLES, 1], scores)
        self._watch(gap, feet, size, is_low, free, contacts)
        if contacts is None:
            self._roll.clear()
        else:
            self._roll.see(gap, joints, touching(contacts), self._stands & ~before)
        gap = max(gap, 0.0)
        held = self._held + self._roll.off
        self._follow(gap, joints, held)
        world = joints + self._way
        self._rest(gap, world, scores)
        world = joints + self._way
        higher = float(rise(world, held, self._stands))
        self._rise += (1 - np.exp(-gap / _RISE_TAU)) * (higher - self._rise)
        world[:, 1] += self._rise
        world[:, 1] -= out_of_reach(world, held, self._stands)
        self._off *= np.exp(-gap / _RELEASE_TAU)
        self._off[self._stands] = (held - world[ANKLES])[self._stands]
        for side, ankle in enumerate(ANKLES):
            target = world[ankle] + self._off[side]
            target[1] = max(target[1], ANKLE_ABOVE_FLOOR_MM)
            if np.abs(target - world[ankle]).max() > 1e-6:
                reach(world, side, target)
        world[:, 1] += sunk(world, scores)
        self._time, self._feet = time, feet.copy()
        return world

    def _watch(
        self,
        gap: float,
        feet: Array,
        size: float,
        is_low: NDArray[np.bool_],
        free: Array,
        contacts: NDArray[np.floating] | None,
    ) -> None:
        """Tell which feet stand, and take hold of those that come to stand."""
        heights = free[ANKLES, 1] - ANKLE_ABOVE_FLOOR_MM
        if gap > 0:
            speed = np.sqrt(((feet - self._feet) ** 2).sum(1)) / size / gap
            self._speed += (1 - np.exp(-gap / _SPEED_TAU)) * (speed - self._speed)
        if contacts is None:
            rests = is_low & (self._speed < np.where(self._stands, FAST, SLOW))
        else:
            rests = feet_of(contacts)
        stands = rests & (self._stands | (heights < _NEAR_MM))
        for side in np.flatnonzero(stands & ~self._stands).tolist():
            # Where it is shown: one that is just being let go is on its way.
            self._held[side] = free[ANKLES[side]] + self._off[side]
        self._stands = stands
        if gap < 0:
            self._held[:, 1] = ANKLE_ABOVE_FLOOR_MM
        else:
            share = 1 - np.exp(-gap / _SET_TAU)
            self._held[:, 1] += share * (ANKLE_ABOVE_FLOOR_MM - self._held[:, 1])

    def _follow(self, gap: float, joints: Array, held: Array) -> None:
        """Go where the feet that stand have the body."""
        if self._stands.any():
            wanted = (held - joints[ANKLES])[self._stands].mean(0)
            self._way = self._way + (1 - np.exp(-gap / _WAY_TAU)) * (wanted - self._way)

    def _rest(self, gap: float, world: Array, scores: Array) -> None:
        """Let down what stays above the floor longer than a jump lasts, and lift what is below."""
        above = float(lowest(world, scores))
        self._above_s = self._above_s + gap if above > 0 and not self._stands.any() else 0.0
        if above < 0 and not self._stands.any():
            self._way[1] -= above * (1 - np.exp(-gap / _LIFT_TAU))
        elif self._above_s > _FLIGHT_S:
            self._way[1] -= above * (1 - np.exp(-gap / _REST_TAU))


def middle_of(world: Array, weights: tuple[bool, bool]) -> Array:
    """(3,) mm, where a person is: between the feet that stand, else the pelvis."""
    rows = [ankle for ankle, stands in zip(ANKLES, weights, strict=True) if stands]
    return np.asarray(world[rows or [ROOT]].mean(0))
