"""Whether what a camera sends is still the world: a frozen image, a covered lens.

The sensor of a live camera has noise, so no image repeats the one before bit for bit. A camera,
driver or capture card that hangs sends its last one on and on. Two things look alike and are not:
a covered lens, whose blacks may be all zero, and the encoder of a network camera, which may leave
out the noise of a still scene until its next full image.
"""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

FrameState = Literal["fresh", "frozen", "blank"]

#: Seconds of the same image after which it counts as frozen: of a camera here, and of one behind
#: an address, whose full images may come as seldom as every ten seconds.
FROZEN_S: Final = 3.0
FROZEN_NETWORK_S: Final = 12.0
#: Seconds of an image with nothing in it until that is said.
BLANK_S: Final = 2.0
#: Grey levels: nothing is in an image whose values differ by no more than the first, or that is
#: darker than the second nearly everywhere.
_FLAT: Final = 8
_DARK: Final = 24
#: Every so many rows, and seconds, a look is taken.
_STEP: Final = 16
_EVERY_S: Final = 0.25


class FreezeDetector:
    """Compares each image with the one before. A few microseconds each.

    Args:
        frozen_s: seconds of the same image that make it frozen.
    """

    def __init__(self, frozen_s: float = FROZEN_S) -> None:
        self._frozen_s = frozen_s
        self._last: NDArray[np.uint8] | None = None
        self._changed = self._content = self._looked = 0.0

    def update(self, image: NDArray[np.uint8], now: float) -> FrameState:
        """What to make of the next (H, W, 3) image.

        Args:
            image: kept until the next one comes; no one writes into it.
            now: seconds, on any clock that goes forward.
        """
        first = self._last is None
        if first or not _same(image, self._last):
            self._changed = now
        if first or now - self._looked >= _EVERY_S:
            self._looked = now
            if first or not _is_blank(image):
                self._content = now
        self._last = image
        if now - self._content >= BLANK_S:
            return "blank"
        return "frozen" if now - self._changed >= self._frozen_s else "fresh"


def _same(image: NDArray[np.uint8], last: NDArray[np.uint8] | None) -> bool:
    if last is None or image.shape != last.shape:
        return False
    # A sample tells most images apart; only where it does not, all is compared.
    return np.array_equal(image[::_STEP], last[::_STEP]) and np.array_equal(image, last)


def _is_blank(image: NDArray[np.uint8]) -> bool:
    low, high = np.percentile(image[::_STEP, ::_STEP], (1, 99), axis=(0, 1))
    return bool((high - low).max() <= _FLAT or high.max() <= _DARK)
