"""Normal equations of a motion: each frame depends on itself and the two next to it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class NormalEquations:
    """H x = -g for T frames of J points, and what the motion shares with a few other unknowns.

    Within a frame anything may depend on anything; from frame to frame each coordinate depends on
    the same coordinate of the next frame and the one after.

    Attributes:
        within: (T, 3 J, 3 J) of each frame.
        next, after: (T, 3 J) of each coordinate with the same one, one and two frames on.
        gradient: (T, 3 J).
        mixed: (T, 3 J, G) with the shared unknowns.
        shared: (G, G) of those alone.
        shared_gradient: (G,).
    """

    def __init__(self, frames: int, points: int, shared: int) -> None:
        width = 3 * points
        self.within = np.zeros((frames, width, width))
        self.next = np.zeros((frames, width))
        self.after = np.zeros((frames, width))
        self.gradient = np.zeros((frames, width))
        self.mixed = np.zeros((frames, width, shared))
        self.shared = np.zeros((shared, shared))
        self.shared_gradient = np.zeros(shared)

    def along(
        self,
        points: Sequence[int],
        shares: Sequence[Array | float],
        direction: Array,
        residual: Array,
        weight: Array,
    ) -> None:
        """A residual a frame, the sum of shares of points measured along a direction.

        Args:
            points: which.
            shares: of each, (T,) or one number.
            direction: (T, 3).
            residual: (T,) where the points are now.
            weight: (T,) of its square.
        """
        outer = (direction[:, :, None] * direction[:, None, :]) * weight[:, None, None]
        pull = direction * (residual * weight)[:, None]
        for point, share in zip(points, shares, strict=True):
            rows = slice(3 * point, 3 * point + 3)
            self.gradient[:, rows] += np.multiply(pull.T, share).T
            for other, part in zip(points, shares, strict=True):
                both = np.multiply(share, part)
                block = self.within[:, rows, 3 * other : 3 * other + 3]
                block += np.multiply(outer.T, both).T

    def solve(self, *, shared: bool = True) -> tuple[Array, Array, Array]:
        """The motion's part, and what it leaves of the shared unknowns.

        Args:
            shared: whether those are asked for; without, they stay where they are.

        Returns:
            (T, 3 J, 1 + G) H^-1 of the gradient and of each column of `mixed`; then the (G, G)
            matrix and (G,) gradient of the shared unknowns once the motion follows them.
        """
        from scipy.linalg import cho_solve_banded, cholesky_banded

        frames, width = self.gradient.shape
        count = frames * width
        band = min(2 * width, count - 1)
        rows = np.zeros((2 * width + 1, count))
        starts = np.arange(frames) * width
        for row in range(width):
            columns = np.arange(row + 1)
            rows[(row - columns)[:, None], starts[None] + columns[:, None]] = self.within[
                :, row, : row + 1
            ].T
        rows[width] += self.next.ravel()
        rows[2 * width] += self.after.ravel()
        factor = cholesky_banded(
            rows[: band + 1], lower=True, overwrite_ab=True, check_finite=False
        )
        mixed = self.mixed.reshape(count, -1) if shared else np.zeros((count, 0))
        wanted = np.concatenate([self.gradient.reshape(count, 1), mixed], axis=1)
        solved = cho_solve_banded((factor, True), wanted, check_finite=False)
        if not shared:
            return solved.reshape(frames, width, 1), self.shared, self.shared_gradient
        left = self.shared - mixed.T @ solved[:, 1:]
        gradient = self.shared_gradient - mixed.T @ solved[:, 0]
        return solved.reshape(frames, width, -1), left, gradient
