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


def points(outputs: Outputs) -> NDArray[np.float32] | None:
    """x and y of the first output of shape (N, K, 2 or 3), as (N, K, 2) input px; None without."""
    for values in outputs.values():
        if values.ndim == 3 and values.shape[2] in {2, 3}:
            return values[..., :2]
    return None


def distance_px(outputs: Outputs, reference: Outputs) -> float | None:
    """Median distance between the points of two runs on the same pictures, in input px.

    None for a network whose outputs are no points.
    """
    ours, theirs = points(outputs), points(reference)
    if ours is None or theirs is None:
        return None
    return float(np.median(np.linalg.norm(ours - theirs, axis=-1)))


def agrees(precision: Precision, distance: float | None) -> bool:
    """Whether a precision may stand for fp32; not where a point is no number at all."""
    return distance is None or distance <= LIMIT_PX[precision]
