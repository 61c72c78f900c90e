"""Depth from where the joints are: a small residual network on decoded 2D joints.

Martinez et al., A Simple yet Effective Baseline for 3D Human Pose Estimation, ICCV 2017. How far
bones are foreshortened tells depth precisely, and the depth module's coarse maps lose just that;
what it sees instead is what is in front of what. The two are averaged in `HourglassLite`.
"""

from __future__ import annotations

import torch
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
        joints = skeleton.COUNT
        self.body = nn.Sequential(*_layer(3 * joints, width), _Block(width), _Block(width))
        self.out = nn.Linear(width, joints)

    def forward(self, positions: Tensor, scores: Tensor) -> Tensor:
        """(N, 16, 2) input px and (N, 16) scores to (N, 16) depths in `DEPTH_UNIT` of the side.

        Depth is relative to the pelvis, whose own is zero.
        """
        root = skeleton.ROOT
        flat = (positions - positions[:, root : root + 1]) / self.unit
        depth: Tensor = self.out(self.body(torch.cat([flat.flatten(1), scores], 1)))
        return depth - depth[:, root : root + 1]
