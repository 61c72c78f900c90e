"""Whatever a camera or decoder hands over, made into the one image format of the application."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def to_bgr(image: object) -> NDArray[np.uint8] | None:
    """Return (H, W, 3) uint8 BGR, C-contiguous, or None where it is no image.

    Takes grey (H, W) and (H, W, 1), BGR (H, W, 3) and BGRA (H, W, 4), of 8 or 16 bits; of 16 bits
    the upper 8 are kept. An array that already fits is returned as it is, not copied.
    """
    if not isinstance(image, np.ndarray) or image.size == 0:
        return None
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    if image.dtype != np.uint8:
        return None
    if image.ndim == 2:
        image = image[:, :, None]
    if image.ndim != 3:
        return None
    if image.shape[2] == 1:
        image = np.repeat(image, 3, axis=2)
    elif image.shape[2] == 4:
        image = image[:, :, :3]
    if image.shape[2] != 3:
        return None
    return np.ascontiguousarray(image)
