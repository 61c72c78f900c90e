"""What a person wears, as colour histograms: tells two people apart who cross in the image."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.pose import SURE_SCORE
from posecam.skeleton import INDEX

_SIDE: Final = 12
#: Corners of the patches: top right, top left, bottom right, of the person.
_PATCHES: Final = tuple(
    tuple(INDEX[name] for name in corners)
    for corners in (
        ("r_shoulder", "l_shoulder", "r_hip", "l_hip"),
        ("r_hip", "l_hip", "r_knee", "l_knee"),
    )
)
# Bins of lightness, and of each of the two colour axes; colours of clothes lie near the middle.
_LIGHT, _COLOUR = 6, 8
_COLOUR_RANGE: Final = (80.0, 176.0)
_LEARNING: Final = 0.1


class Appearance:
    """Histograms of the shirt and of the trousers, learnt slowly.

    Two are compared by the Bhattacharyya coefficient of their histograms.
    """

    def __init__(self) -> None:
        self._known: list[NDArray[np.float32] | None] = [None] * len(_PATCHES)

    def learn(self, other: Appearance) -> None:
        """Move a little towards another look at the same person."""
        for i, new in enumerate(other._known):
            old = self._known[i]
            if new is not None:
                self._known[i] = new if old is None else old + np.float32(_LEARNING) * (new - old)

    def distance(self, other: Appearance) -> float | None:
        """0 for the same clothes, 1 for nothing in common; None where nothing was seen of both."""
        found = [
            1.0 - float(np.sqrt(a * b).sum())
            for a, b in zip(self._known, other._known, strict=True)
            if a is not None and b is not None
        ]
        return sum(found) / len(found) if found else None

    @classmethod
    def of(
        cls,
        image: NDArray[np.uint8],
        joints_2d: NDArray[np.floating],
        scores: NDArray[np.floating],
    ) -> Appearance:
        """Of a person with (16, 2) joints px in a BGR image."""
        seen = cls()
        for i, patch in enumerate(_PATCHES):
            corners = list(patch)
            if scores[corners].min() >= SURE_SCORE:
                seen._known[i] = _histogram(image, joints_2d[corners])
        return seen


def _histogram(image: NDArray[np.uint8], corners: NDArray[np.floating]) -> NDArray[np.float32]:
    """Lightness and colour of the quadrilateral, summing to 1."""
    # Pulled in a little: the edges show the background.
    corners = corners + 0.15 * (corners.mean(0) - corners)
    steps = (np.arange(_SIDE) + 0.5) / _SIDE
    across, down = np.meshgrid(steps, steps)
    top = corners[0] + across[..., None] * (corners[1] - corners[0])
    bottom = corners[2] + across[..., None] * (corners[3] - corners[2])
    places = np.round(top + down[..., None] * (bottom - top)).astype(int)
    height, width = image.shape[:2]
    x = places[..., 0].clip(0, width - 1)
    y = places[..., 1].clip(0, height - 1)
    lab = cv2.cvtColor(image[y, x], cv2.COLOR_BGR2LAB).reshape(-1, 3).astype(np.float32)
    light = np.histogram(lab[:, 0], _LIGHT, (0, 256))[0]
    low, high = _COLOUR_RANGE
    share = (lab[:, 1:] - low) / (high - low) * _COLOUR
    bins = share.clip(0, _COLOUR - 1).astype(int)
    colour = np.bincount(bins[:, 0] * _COLOUR + bins[:, 1], minlength=_COLOUR**2)
    # Neighbouring bins share: a cloud before the sun must not change anybody's shirt.
    blurred = cv2.blur(colour.reshape(_COLOUR, _COLOUR).astype(np.float32), (3, 3))
    light_blurred = np.convolve(light, (0.25, 0.5, 0.25), "same")
    parts = np.concatenate([light_blurred / light_blurred.sum(), blurred.ravel() / blurred.sum()])
    return np.asarray(parts / 2, np.float32)
