"""The figure of the overlay as a character of the person's own."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.characters import Character, Puppet
from posecam.characters.raster import Seen, draw
from posecam.export.figure import SHADOW, Figure, FloatArray, Image

#: Pixels of the character for one of the image, along either side: its edges are smooth.
_FINE: Final = 2


class CharacterFigure(Figure):
    """Draws one person as a character, in the middle of the stage of `Figure`."""

    def __init__(self, size: int, character: Character) -> None:
        super().__init__(size)
        self._puppet = Puppet(character)
        self._fine = Figure(size * _FINE)

    def draw(
        self, joints: FloatArray | None, scores: FloatArray | None = None, seconds: float = 0.0
    ) -> Image:
        image = self._stage.copy()
        if joints is None or not np.isfinite(joints).all():
            return image
        known = np.ones(len(joints)) if scores is None else np.nan_to_num(scores)
        character = self._puppet.character
        matrices = self._puppet.pose(seconds, joints, known)
        vertices, normals = character.skinned(matrices)
        hips = matrices[0, :, :3] @ character.joints[0] + matrices[0, :, 3]
        here = vertices.astype(np.float64) * 1e3 - hips * [1e3, 0, 1e3]
        self._draw_shadow(image, here, character.rows[:, 0])
        pixels, distance = self._fine.project(here)
        left, top, right, bottom = _around(pixels, self.size)
        if right <= left or bottom <= top:
            return image
        part = image[top:bottom, left:right]
        fine = np.repeat(np.repeat(part, _FINE, axis=0), _FINE, axis=1)
        pixels = pixels + 0.5 - np.array([left, top]) * _FINE
        draw(fine, character, Seen(pixels, distance, normals @ self.turn.T))
        size = (right - left, bottom - top)
        image[top:bottom, left:right] = cv2.resize(fine, size, interpolation=cv2.INTER_AREA)
        return image

    def _draw_shadow(self, image: Image, here: FloatArray, bones: NDArray[np.uint8]) -> None:
        """What each part of the body covers of the floor."""
        flat, _ = self.project(here * [1, 0, 1])
        for bone in np.unique(bones):
            hull = cv2.convexHull(np.round(flat[bones == bone]).astype(np.int32))
            cv2.fillConvexPoly(image, hull, SHADOW, cv2.LINE_AA)


def _around(pixels: FloatArray, size: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what fine pixels cover, in pixels of the image."""
    low = np.clip(np.floor(pixels.min(0) / _FINE) - 1, 0, size).astype(int)
    high = np.clip(np.ceil(pixels.max(0) / _FINE) + 1, 0, size).astype(int)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])
