"""How far apart two engines place the same points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engines.engine import Precision

Outputs = Mapping[str, NDArray[np.float32]]

#: The largest median distance to fp32, in pixels of the input, at which a precision is used.
LIMIT_PX: Final[dict[Precision, float]] = {"fp32": 0.05, "bf16": 0.5, "fp16": 0.5, "int8": 1.0}
#: The same with depth, for points that have one. A pixel is some centimetre of a person who fills
#: the image.
LIMIT_3D_PX: Final[dict[Precision, float]] = {"fp32": 0.1, "bf16": 0.6, "fp16": 0.6, "int8": 0.75}


def points(outputs: Outputs) -> NDArray[np.float32] | None:
    """The first output of shape (N, K, 2 or 3), in input px; None without."""
    for values in outputs.values():
        if values.ndim == 3 and values.shape[2] in {2, 3}:
            return values
    return None


def distance_px(outputs: Outputs, reference: Outputs) -> float | None:
    """Median distance in the image between the points of two runs on the same, in input px.

    None for a network whose outputs are no points.
    """
    ours, theirs = points(outputs), points(reference)
    if ours is None or theirs is None:
        return None
    return float(np.median(np.linalg.norm((ours - theirs)[..., :2], axis=-1)))


def agree(precision: Precision, outputs: Outputs, reference: Outputs) -> bool:
    """Whether a precision may stand for fp32, by two runs on the same images, depth included."""
    ours, theirs = points(outputs), points(reference)
    if ours is None or theirs is None:
        return True
    solid = float(np.median(np.linalg.norm(ours - theirs, axis=-1)))
    flat = ours.shape[-1] == 2
    return agrees(precision, distance_px(outputs, reference)) and (
        flat or solid <= LIMIT_3D_PX[precision]
    )


def agrees(precision: Precision, distance: float | None) -> bool:
    """Whether a precision may stand for fp32 in the image; not where a point is no number."""
    return distance is None or distance <= LIMIT_PX[precision]
