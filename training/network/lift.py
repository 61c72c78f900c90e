"""Depth from where the joints are, corrected by what the image shows there.

The lifter is a small residual network on decoded 2D joints (Martinez et al., A Simple yet
Effective Baseline for 3D Human Pose Estimation, ICCV 2017): how far bones are foreshortened tells
depth precisely, and coarse maps lose just that. It cannot know which of two mirrored poses it
sees. The image tells: `DepthFusion` adds a correction from features under every joint and from
the depth module's view of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from posecam import skeleton

#: Depth is regressed in this fraction of the input's side, so that its targets are near one.
DEPTH_UNIT = 0.1
#: Logarithm of the Laplace scale, in `DEPTH_UNIT`, that a network begins with: a quarter of it.
USUAL_SPREAD = -1.4
#: Features that the correction takes from the maps under each keypoint.
UNDER_EACH = 32


def clamped_spread(spread: Tensor) -> Tensor:
    """Logarithms of the scale of depths, kept where both its ends make sense."""
    return spread.float().clamp(-4.0, 2.0)


def no_matter_what(layer: nn.Linear, value: float) -> None:
    """Let a layer give this value, whatever it is given, until it has learnt."""
    nn.init.zeros_(layer.weight)
    nn.init.constant_(layer.bias, value)


class _Block(nn.Module):
    """Two normalised layers, added to their input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(*_layer(width, width), *_layer(width, width))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.body(x)
        return out


def _layer(inputs: int, outputs: int) -> tuple[nn.Module, nn.Module, nn.Module]:
    return nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True)


class Lifter(nn.Module):
    """2D joints and their scores to depths; it never sees an image.

    Args:
        size: side of the network's input, px.
        keypoints: how many there are, K.
    """

    def __init__(
        self, size: int, width: int = 384, keypoints: int = skeleton.KEYPOINT_COUNT
    ) -> None:
        super().__init__()
        self.unit = DEPTH_UNIT * size
        self.width = width
        self.body = nn.Sequential(*_layer(3 * keypoints, width), _Block(width), _Block(width))
        self.out = nn.Linear(width, keypoints)
        self.spread = nn.Linear(width, keypoints)
        no_matter_what(self.spread, USUAL_SPREAD)

    def forward(self, positions: Tensor, scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Depths from (N, K, 2) positions in input px and (N, K) scores.

        Returns:
            (N, K) depths in `DEPTH_UNIT` of the side, relative to the pelvis, whose own is zero;
            (N, K) the logarithm of their Laplace scale in the same unit; and (N, width) what both
            were made from.
        """
        root = skeleton.ROOT
        flat = (positions - positions[:, root : root + 1]) / self.unit
        hidden: Tensor = self.body(torch.cat([flat.flatten(1), scores], 1))
        depth: Tensor = self.out(hidden)
        return depth - depth[:, root : root + 1], self.spread(hidden), hidden


class DepthFusion(nn.Module):
    """The correction of the lifter's depths. It starts as none at all.

    Args:
        maps: channels of each feature map that is looked at under the joints.
        whole: features of the image as a whole.
        hidden: features of the lifter.
        keypoints: how many there are, K.
    """

    def __init__(
        self,
        maps: Sequence[int],
        whole: int,
        hidden: int,
        width: int = 384,
        keypoints: int = skeleton.KEYPOINT_COUNT,
    ) -> None:
        super().__init__()
        self.each = nn.Sequential(nn.Linear(sum(maps), UNDER_EACH), nn.ReLU(inplace=True))
        inputs = UNDER_EACH * keypoints + whole + hidden
        self.body = nn.Sequential(*_layer(inputs, width), _Block(width))
        self.out = nn.Linear(width, keypoints)
        self.spread = nn.Linear(width, keypoints)
        no_matter_what(self.out, 0.0)
        no_matter_what(self.spread, 0.0)

    def forward(
        self, where: Tensor, maps: Sequence[Tensor], whole: Tensor, lifted: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(N, K) to be added to the lifter's depths, and (N, K) to the logarithm of their scale.

        Args:
            where: (N, K, S, S) weights of the cells round each joint, of sum one.
            maps: (N, C, S', S') features, S' a half, a quarter ... of S, in this order.
        """
        under = []
        for features in maps:
            where = F.avg_pool2d(where, 2) * 4
            under.append(where.flatten(2) @ features.flatten(2).transpose(1, 2))
        each = self.each(torch.cat(under, 2)).flatten(1)
        hidden = self.body(torch.cat([each, whole, lifted], 1))
        depth: Tensor = self.out(hidden)
        return depth - depth[:, skeleton.ROOT : skeleton.ROOT + 1], self.spread(hidden)
