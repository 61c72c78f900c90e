"""Where to look: square crops of a frame, and how they follow a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    invert_affine,
    joints_box,
    square_crop,
)

#: A joint below this score is not used to place the next crop.
PLACING_SCORE = 0.25
_FEWEST_JOINTS = 4
# The crop grows at once and shrinks slowly, so that a reaching arm is not cut off.
_SHRINK = 0.15
_SMALLEST_PX = 24.0
_GREY = 114
# Joints lie inside the body: its outline is this share of its size further out.
_OUTLINE = 0.05

#: x, y, width, height, px of the frame.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Crop:
    """A square of the frame: centre and side in px."""

    cx: float
    cy: float
    side: float

    def box(self) -> NDArray[np.float32]:
        """x, y, width, height."""
        half = self.side / 2
        return np.array([self.cx - half, self.cy - half, self.side, self.side], np.float32)


def crop_around(
    joints: NDArray[np.floating], scores: NDArray[np.floating], size: tuple[int, int]
) -> Crop | None:
    """The crop that the joints of a frame ask for, or None where too few are seen."""
    width, height = size
    inside = ((joints >= -0.02 * max(size)) & (joints < np.array([width, height]) * 1.02)).all(-1)
    mask = (scores >= PLACING_SCORE) & inside
    if mask.sum() < _FEWEST_JOINTS:
        return None
    cx, cy, side = square_crop(joints_box(joints, mask), CROP_MARGIN)
    if side < _SMALLEST_PX:
        return None
    return Crop(cx, cy, side)


def follow(previous: Crop, wanted: Crop) -> Crop:
    """The next crop: centre at once, growth at once, shrinking slowly."""
    side = wanted.side
    if side < previous.side:
        side = previous.side + _SHRINK * (side - previous.side)
    return Crop(wanted.cx, wanted.cy, side)


def neighbour_masks(own: Box, others: Sequence[Box]) -> list[Box]:
    """What of other people's boxes lies beside one's own, on the side where each of them is.

    In a square round one person stand those next to them; painted over they cannot be mistaken
    for the one who is meant.
    """
    found = []
    for other in others:
        gap = [other[k] + other[k + 2] / 2 - own[k] - own[k + 2] / 2 for k in (0, 1)]
        along = int(abs(gap[1]) > abs(gap[0]))
        low = [other[k] - _OUTLINE * max(other[2:]) for k in (0, 1)]
        high = [other[k] + other[k + 2] + _OUTLINE * max(other[2:]) for k in (0, 1)]
        edge = _OUTLINE * max(own[2:])
        if gap[along] > 0:
            low[along] = max(low[along], own[along] + own[along + 2] + edge)
        else:
            high[along] = min(high[along], own[along] - edge)
        if low[along] < high[along]:
            found.append((low[0], low[1], high[0] - low[0], high[1] - low[1]))
    return found


class Cropper:
    """Cuts crops into one preallocated network input.

    Args:
        size: side of the network's input.
        batch: most crops in one call.
    """

    def __init__(self, size: int, batch: int = 4) -> None:
        self.size = size
        self._input = np.empty((batch, 3, size, size), np.float32)
        self._image = np.empty((size, size, 3), np.uint8)

    def crop(
        self,
        image: NDArray[np.uint8],
        crops: Sequence[Crop],
        hidden: Sequence[Sequence[Box]] = (),
    ) -> tuple[NDArray[np.float32], list[NDArray[np.float64]]]:
        """Network input (N, 3, S, S), RGB 0..255, and the way back (2, 3) of every crop.

        The input is overwritten by the next call.

        Args:
            image: (H, W, 3) BGR.
            crops: what to cut out.
            hidden: for each crop, boxes of the frame that are painted over.
        """
        back: list[NDArray[np.float64]] = []
        smaller: dict[int, NDArray[np.uint8]] = {}
        for i, crop in enumerate(crops):
            matrix = crop_matrix(crop.cx, crop.cy, crop.side, self.size)
            back.append(invert_affine(matrix).astype(np.float64))
            # A crop much larger than the input would alias; area averaging comes first.
            source, matrix = self._reduced(image, matrix, crop.side, smaller)
            cv2.warpAffine(
                source, matrix, (self.size, self.size), dst=self._image, flags=cv2.INTER_LINEAR
            )
            for box in hidden[i] if hidden else ():
                self._paint_over(box, crop)
            self._input[i] = self._image[..., ::-1].transpose(2, 0, 1)
        return self._input[: len(crops)], back

    def _paint_over(self, box: Box, crop: Crop) -> None:
        scale = self.size / crop.side
        left, top = crop.cx - crop.side / 2, crop.cy - crop.side / 2
        x0, x1 = (round((x - left) * scale) for x in (box[0], box[0] + box[2]))
        y0, y1 = (round((y - top) * scale) for y in (box[1], box[1] + box[3]))
        self._image[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = _GREY

    def _reduced(
        self,
        image: NDArray[np.uint8],
        matrix: NDArray[np.floating],
        side: float,
        smaller: dict[int, NDArray[np.uint8]],
    ) -> tuple[NDArray[np.uint8], NDArray[np.floating]]:
        factor = int(side / self.size)
        if factor < 2:
            return image, matrix
        height, width = image.shape[:2]
        if factor not in smaller:
            size = (max(width // factor, 1), max(height // factor, 1))
            smaller[factor] = np.asarray(
                cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8
            )
        small = smaller[factor]
        sx, sy = width / small.shape[1], height / small.shape[0]
        # Pixel centres: big = (small + 0.5) * s - 0.5.
        grow = np.array([[sx, 0, (sx - 1) / 2], [0, sy, (sy - 1) / 2], [0, 0, 1]])
        return small, np.asarray(matrix @ grow)


def to_frame(joints: NDArray[np.floating], back: NDArray[np.floating]) -> NDArray[np.floating]:
    """(K, >=2) joints of a crop to frame px (K, 2)."""
    return apply_affine(back, joints[:, :2].astype(np.float64))
