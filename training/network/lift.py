"""Depth from where the joints are, corrected by what the picture shows there.

The lifter is a small residual network on decoded 2D joints (Martinez et al., A Simple yet
Effective Baseline for 3D Human Pose Estimation, ICCV 2017): how far bones are foreshortened tells
depth precisely, and coarse maps lose just that. It cannot know which of two mirrored poses it
sees. The picture tells: `DepthFusion` adds a correction from features under every joint and from
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
    """2D joints and their scores to depths; it never sees a picture.

    Args:
        size: side of the network's input, px.
    """

    def __init__(self, size: int, width: int = 384) -> None:
        super().__init__()
        self.unit = DEPTH_UNIT * size
        self.width = width
        joints = skeleton.COUNT
        self.body = nn.Sequential(*_layer(3 * joints, width), _Block(width), _Block(width))
        self.out = nn.Linear(width, joints)

    def forward(self, positions: Tensor, scores: Tensor) -> tuple[Tensor, Tensor]:
        """Depths from (N, 16, 2) positions in input px and (N, 16) scores.

        Returns:
            (N, 16) in `DEPTH_UNIT` of the side, relative to the pelvis, whose own is zero; and
            (N, width) what they were made from.
        """
        root = skeleton.ROOT
        flat = (positions - positions[:, root : root + 1]) / self.unit
        hidden: Tensor = self.body(torch.cat([flat.flatten(1), scores], 1))
        depth: Tensor = self.out(hidden)
        return depth - depth[:, root : root + 1], hidden


class DepthFusion(nn.Module):
    """The correction of the lifter's depths. It starts as none at all.

    Args:
        maps: channels of each feature map that is looked at under the joints.
        whole: features of the picture as a whole.
        hidden: features of the lifter.
    """

    def __init__(self, maps: Sequence[int], whole: int, hidden: int, width: int = 384) -> None:
        super().__init__()
        self.each = nn.Sequential(nn.Linear(sum(maps), 32), nn.ReLU(inplace=True))
        inputs = 32 * skeleton.COUNT + whole + hidden
        self.body = nn.Sequential(*_layer(inputs, width), _Block(width))
        self.out = nn.Linear(width, skeleton.COUNT)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(
        self, where: Tensor, maps: Sequence[Tensor], whole: Tensor, lifted: Tensor
    ) -> Tensor:
        """(N, 16) to be added to the lifter's depths.

        Args:
            where: (N, 16, S, S) weights of the cells round each joint, of sum one.
            maps: (N, C, S', S') features, S' a half, a quarter ... of S, in this order.
        """
        under = []
        for features in maps:
            where = F.avg_pool2d(where, 2) * 4
            under.append(where.flatten(2) @ features.flatten(2).transpose(1, 2))
        each = self.each(torch.cat(under, 2)).flatten(1)
        depth: Tensor = self.out(self.body(torch.cat([each, whole, lifted], 1)))
        return depth - depth[:, skeleton.ROOT : skeleton.ROOT + 1]
