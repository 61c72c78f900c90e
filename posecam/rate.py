"""The rate of a take: how many frames a second it has, by its own timestamps."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: Of a take whose times tell nothing.
ASSUMED_RATE: Final = 30.0
#: Intervals below this are no camera's: two stamps of one frame, seconds.
_LEAST_STEP_S: Final = 1e-6


def usual_rate(times: NDArray[np.floating[Any]]) -> float:
    """Frames a second, finite and above 0: one over the mean of the intervals near the median one.

    The median alone would turn 33, 33, 34 ms into 30.3 a second. It is the lower one of two: of a
    take half of whose intervals are longer, the shorter count.

    Args:
        times: (T,) seconds, any number of them.
    """
    steps = np.diff(np.asarray(times, np.float64))
    steps = np.sort(steps[np.isfinite(steps) & (steps > _LEAST_STEP_S)])
    if not len(steps):
        return ASSUMED_RATE
    median = steps[(len(steps) - 1) // 2]
    near = steps[(steps > median / 2) & (steps < median * 1.5)]
    return 1.0 / float(near.mean())
