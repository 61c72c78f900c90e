"""Windows of rendered people as an image network really told them: few, but no noise is made up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.motion.clips import OTHER_BONE
from training.motion.observe import Observed
from training.motion.points import COUNT, FLIP, POINTS, ROOT
from training.motion.simulate import BONES_AT, PAST, Batch
from training.motion.windows import windows_of

#: One sequence, or image, in so many is held out.
_HELD_OUT = 5


class Seen:
    """Draws batches of windows.

    Args:
        observed: of sequences and single images.
        lengths: (19,) of the bones, m.
        held: whether to draw from those held out, or from the others.
    """

    def __init__(
        self, observed: Observed, lengths: NDArray[np.floating], seed: int, *, held: bool
    ) -> None:
        self._rng = np.random.default_rng(seed)
        windows, metres = windows_of(observed, lengths)
        number = np.where(observed.sequence >= 0, observed.sequence, np.arange(len(observed)))
        said, true = observed.joints[:, POINTS, 2], observed.true[:, POINTS, 2]
        depth = (true - true[:, ROOT : ROOT + 1]) - (said - said[:, ROOT : ROOT + 1])
        depth = depth * metres[:, None].astype(np.float32)
        depth = np.where(observed.inside[:, POINTS], depth, np.nan)
        rows = (number % _HELD_OUT == 0) == held
        rows &= np.isfinite(depth).sum(1) > COUNT / 2
        self._windows, self._depth = windows[rows], depth[rows].astype(np.float32)
        self._up = observed.true_up[rows]

    def __len__(self) -> int:
        return len(self._windows)

    def batch(self, count: int) -> Batch:
        """`count` windows, half of them mirrored, some cut short; what is not known is NaN."""
        rows = self._rng.integers(len(self._windows), size=count)
        windows, depth, up = self._windows[rows], self._depth[rows], self._up[rows].copy()
        mirrored = self._rng.random(count) < 0.5
        windows[mirrored], depth[mirrored] = _mirror(windows[mirrored]), depth[mirrored][:, FLIP]
        up[mirrored, 0] *= -1
        cut = self._rng.random(count) < 0.25
        for row in np.flatnonzero(cut):
            windows[row, 0, : self._rng.integers(PAST + 1)] = 0
        unknown = np.full((count, 4), np.nan, np.float32)
        true = np.full((count, COUNT, 3), np.nan, np.float32)
        return Batch(windows, depth, up, unknown, unknown[:, :3], unknown[:, :2], true)


def _mirror(windows: NDArray[np.float32]) -> NDArray[np.float32]:
    out = windows.copy()
    for part in range(5):
        values = windows[..., part * COUNT : (part + 1) * COUNT][..., FLIP]
        out[..., part * COUNT : (part + 1) * COUNT] = -values if part == 0 else values
    bones = slice(BONES_AT, BONES_AT + len(OTHER_BONE))
    out[..., bones] = windows[..., bones][..., OTHER_BONE]
    # x of up, of the pelvis' way and of the ray.
    for column in (5 * COUNT, BONES_AT - 3, BONES_AT + len(OTHER_BONE)):
        out[..., column] *= -1
    return out
