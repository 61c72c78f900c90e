"""The 3D figure as an image, drawn with OpenCV: bones on a floor, seen from a little above."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.pose import HIDDEN_SCORE, SURE_SCORE
from posecam.skeleton import BONE_SIDES, BONES, COLOURS, ROOT

FloatArray = NDArray[np.float64]
Image = NDArray[np.uint8]
_Colour = tuple[int, int, int]

#: BGR.
BACKGROUND: Final[_Colour] = (34, 28, 26)
_GRID: Final[_Colour] = (74, 64, 60)
SHADOW: Final[_Colour] = (20, 16, 14)
#: The viewer stands to the left of the camera and above it, and looks at the middle of a person.
_YAW_DEG: Final = 25.0
_PITCH_DEG: Final = 12.0
_DISTANCE_MM: Final = 4500.0
_LOOKS_AT_MM: Final = 900.0
#: Height of what the image shows at that distance.
_SHOWN_MM: Final = 2500.0
_GRID_MM: Final = np.arange(-1500.0, 1501.0, 500.0)
#: How dark a bone half a metre further away is drawn.
_DARKER_PER_MM: Final = 0.35 / 500
_SUBPIXEL_BITS: Final = 4


class Figure:
    """Draws people of the world of `posecam.export.trajectory` into square images.

    Attributes:
        turn: (3, 3) from the world to x right, y up, z to the viewer.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        yaw, pitch = np.radians(_YAW_DEG), np.radians(_PITCH_DEG)
        about_y = np.array(
            [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
        )
        about_x = np.array(
            [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
        )
        self.turn = about_x @ about_y
        self._focal = size * _DISTANCE_MM / _SHOWN_MM
        self._stage = self._empty_stage()

    def project(self, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(N, 3) mm to (N, 2) px, x right, y down, and (N,) mm of distance from the viewer."""
        seen = (points - [0, _LOOKS_AT_MM, 0]) @ self.turn.T
        distance = np.maximum(_DISTANCE_MM - seen[:, 2], _DISTANCE_MM / 10)
        pixels = seen[:, :2] * [1, -1] * (self._focal / distance)[:, None]
        return pixels + (self.size - 1) / 2, distance

    def draw(
        self, joints: FloatArray | None, scores: FloatArray | None = None, seconds: float = 0.0
    ) -> Image:
        """(size, size, 3) BGR: the person in the middle of the stage, wherever they are, or no
        person.

        Args:
            joints: (16, 3) mm in the world.
            scores: (16,); bones of which too little is known are drawn thin or not at all.
            seconds: of this moment, which sticks do not ask for.
        """
        del seconds
        image = self._stage.copy()
        if joints is None or not np.isfinite(joints).all():
            return image
        known = np.ones(len(joints)) if scores is None else scores
        here = joints - joints[ROOT] * [1, 0, 1]
        thick = max(2, round(self.size / 90))
        shadow, _ = self.project(here * [1, 0, 1])
        points, distance = self.project(here)
        bones = [
            (distance[[child, parent]].mean(), child, parent, COLOURS[side])
            for (child, parent), side in zip(BONES, BONE_SIDES, strict=True)
            if min(known[child], known[parent]) >= HIDDEN_SCORE
        ]
        for _, child, parent, _ in bones:
            _line(image, shadow[child], shadow[parent], SHADOW, thick)
        for away, child, parent, (red, green, blue) in sorted(bones, reverse=True):
            light = float(np.clip(1 - (away - _DISTANCE_MM) * _DARKER_PER_MM, 0.45, 1.0))
            colour = (round(blue * light), round(green * light), round(red * light))
            sure = min(known[child], known[parent]) >= SURE_SCORE
            width = thick if sure else max(1, thick // 3)
            _line(image, points[child], points[parent], colour, width)
        return image

    def _empty_stage(self) -> Image:
        image = np.full((self.size, self.size, 3), BACKGROUND, np.uint8)
        low, high = _GRID_MM[[0, -1]]
        for mark in _GRID_MM:
            for ends in ([[mark, 0, low], [mark, 0, high]], [[low, 0, mark], [high, 0, mark]]):
                (start, end), _ = self.project(np.array(ends))
                _line(image, start, end, _GRID, 1)
        return image


def _line(image: Image, start: FloatArray, end: FloatArray, colour: _Colour, thick: int) -> None:
    from_x, from_y, to_x, to_y = np.round(np.concatenate([start, end]) * (1 << _SUBPIXEL_BITS))
    cv2.line(
        image,
        (int(from_x), int(from_y)),
        (int(to_x), int(to_y)),
        colour,
        thick,
        cv2.LINE_AA,
        _SUBPIXEL_BITS,
    )
