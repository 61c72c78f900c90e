"""Residual blocks and hourglasses (Newell et al., ECCV 2016), with batch norm."""

from __future__ import annotations

from collections.abc import Sequence

import torch.nn.functional as F
from torch import Tensor, nn


def conv_bn(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    """Convolution, batch norm, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Bottleneck 1x1, 3x3, 1x1 at half the channels, added to its input."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        half = outputs // 2
        self.body = nn.Sequential(
            conv_bn(inputs, half, 1),
            conv_bn(half, half, 3),
            nn.Conv2d(half, outputs, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        self.skip = nn.Identity() if inputs == outputs else nn.Conv2d(inputs, outputs, 1)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.skip(x) + self.body(x))


class Hourglass(nn.Module):
    """Down by two `depth` times and up again, a residual skip at every level.

    Args:
        inject: channels of extra maps added on the way down, one a level below the first;
            0 where there is none.
    """

    def __init__(self, channels: int, depth: int, inject: Sequence[int] = ()) -> None:
        super().__init__()
        inject = list(inject) or [0] * depth
        self.skip = Residual(channels, channels)
        self.down = Residual(channels, channels)
        self.adapt = nn.Conv2d(inject[0], channels, 1) if inject[0] else None
        self.inner: nn.Module = (
            Hourglass(channels, depth - 1, inject[1:])
            if depth > 1
            else Residual(channels, channels)
        )
        self.up = Residual(channels, channels)
        self.depth = depth

    def forward(self, x: Tensor, extra: Sequence[Tensor | None] = ()) -> Tensor:
        extra = list(extra) or [None] * self.depth
        y = F.max_pool2d(x, 2)
        if self.adapt is not None and extra[0] is not None:
            y = y + self.adapt(extra[0])
        y = self.down(y)
        y = self.inner(y, extra[1:]) if self.depth > 1 else self.inner(y)
        y = F.interpolate(self.up(y), scale_factor=2.0, mode="nearest")
        out: Tensor = self.skip(x) + y
        return out
