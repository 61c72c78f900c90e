"""Where the 3D camera must be to keep a person whole, and what they reach. No Qt.

The room that a person takes is a drum about the vertical: as wide as they reached lately and as
high. It grows at once and shrinks slowly, so that the camera does not breathe with every step, and
it looks the same from all sides, so that the camera can go round.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

#: Time constants, seconds: of the drum growing and shrinking, and of its middle.
_GROWS, _SHRINKS, _MIDDLE = 0.08, 15.0, 0.5
#: The longest pause over which it goes on; after a longer one it starts where the person is.
_PAUSE: Final = 0.5
#: Metres that skin and fingertips reach beyond the joints; least radius and height of the drum.
_BEYOND, _THIN, _LOW = 0.12, 0.45, 1.0
#: How much narrower the drum is at its foot and at its top; the share of the image it may take.
_FOOT, _HEAD, _FULL = 0.85, 0.6, 0.94
#: Distances that the camera may be at, metres.
NEAREST, FARTHEST = 1.2, 15.0
_TURNS: Final = np.linspace(0, 2 * np.pi, 12, endpoint=False)


class Framing:
    """The room that people take, from moment to moment.

    Attributes:
        known: there was a person since it was cleared.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everybody."""
        self.known = False
        self._expected = (0.0, 0.0)
        self._middle = np.zeros(2)
        self._radius, self._top, self._time = 0.0, 0.0, 0.0
        self._last: list[FloatArray] = []

    def tighten(self) -> None:
        """Forget what was reached before: the last moment counts alone."""
        now, self._time = self._time, -math.inf
        self.add(self._last, now)

    def expect(self, radius: float, top: float) -> None:
        """A drum, metres, that is known beforehand to be needed."""
        self._expected = (radius, top)

    def add(self, people: Sequence[FloatArray], seconds: float) -> None:
        """A moment.

        Args:
            people: (K, 3) joints of each that is to be kept in view, Z up, those that are seen.
            seconds: of this moment.
        """
        found = [joints for joints in people if len(joints)]
        if not found:
            return
        here = np.mean([_middle_of(joints) for joints in found], axis=0)
        joints = np.concatenate(found)
        step = seconds - self._time
        if self.known and 0 <= step <= _PAUSE:
            self._middle += (here - self._middle) * (1 - math.exp(-step / _MIDDLE))
        else:
            self._middle, step = np.asarray(here, float), math.inf
        away = float(np.linalg.norm(joints[:, :2] - self._middle, axis=1).max()) + _BEYOND
        top = float(joints[:, 2].max()) + _BEYOND
        self._radius = _grown(self._radius, max(away, _THIN, self._expected[0]), step)
        self._top = _grown(self._top, max(top, _LOW, self._expected[1]), step)
        self._time, self._last, self.known = seconds, found, True

    def camera(
        self, elevation_deg: float, wide: float, tall: float, above: float = 0.0
    ) -> tuple[tuple[float, float, float], float]:
        """The point to look at and how far from it to be, metres.

        Args:
            elevation_deg: of the camera.
            wide, tall: tangent of half the angle that the image shows.
            above: share of the image's height that something else covers at its upper edge.
        """
        cos, sin = (f(math.radians(elevation_deg)) for f in (math.cos, math.sin))
        aside, near, high = self._outline()
        low_edge, high_edge = -tall * _FULL, tall * (_FULL - 2 * above)
        centre = self._top / 2
        distance = NEAREST
        for _ in range(4):
            up = (high - centre) * cos - near * sin
            ahead = near * cos + (high - centre) * sin
            distance = float(
                np.max(
                    ahead
                    + np.maximum.reduce(
                        [np.abs(aside) / (wide * _FULL), up / high_edge, up / low_edge]
                    )
                )
            )
            seen = up / (distance - ahead)
            off = (seen.max() + seen.min() - high_edge - low_edge) / 2
            centre += float(off) * distance * cos
        middle = (float(self._middle[0]), float(self._middle[1]), centre)
        return middle, min(max(distance, NEAREST), FARTHEST)

    def _outline(self) -> tuple[NDArray[np.float64], ...]:
        """Aside, towards the camera, and up: (N,) each, of points on the drum."""
        rings = [(0.0, _FOOT), (self._top / 2, 1.0), (self._top, _HEAD)]
        radius = np.repeat([self._radius * share for _, share in rings], len(_TURNS))
        turns = np.tile(_TURNS, len(rings))
        height = np.repeat([height for height, _ in rings], len(_TURNS))
        return radius * np.cos(turns), radius * np.sin(turns), height


def _middle_of(joints: FloatArray) -> NDArray[np.float64]:
    """(2,) where most of a person is, seen from above."""
    return np.median(joints[:, :2].astype(np.float64), axis=0)


def _grown(before: float, now: float, step: float) -> float:
    return before + (now - before) * (1 - math.exp(-step / (_GROWS if now > before else _SHRINKS)))
