"""hourglass-2x256: the paper's network (Zhou et al., ICCV 2017; Newell et al., ECCV 2016).

Two stacks of 256 features at a quarter of 256 x 256, intermediate supervision, and the depth
regression module on the summed features of all stacks: four times two residuals and a pooling,
then one linear layer. For those with a GPU and Human3.6M and MPII.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from posecam import skeleton
from training.network.blocks import Hourglass, Residual, conv_bn
from training.network.lite import NetworkOutput


class DepthRegression(nn.Module):
    """(N, C, S, S) features to (N, 16) depths."""

    def __init__(self, channels: int, side: int) -> None:
        super().__init__()
        steps: list[nn.Module] = []
        for _ in range(4):
            steps += [Residual(channels, channels), Residual(channels, channels), nn.MaxPool2d(2)]
        self.body = nn.Sequential(*steps)
        self.out = nn.Linear(channels * (side // 16) ** 2, skeleton.COUNT)

    def forward(self, x: Tensor) -> Tensor:
        depth: Tensor = self.out(self.body(x).flatten(1))
        return depth


class StackedHourglass(nn.Module):
    """Image 0..255 RGB (N, 3, size, size), size a multiple of 64."""

    def __init__(self, channels: int = 256, stacks: int = 2, size: int = 256) -> None:
        super().__init__()
        self.size = size
        joints = skeleton.COUNT
        self.stem = nn.Sequential(
            conv_bn(3, 64, 7, 2), Residual(64, 128), nn.MaxPool2d(2), Residual(128, channels)
        )
        self.stacks = nn.ModuleList([Hourglass(channels, 4) for _ in range(stacks)])
        self.after = nn.ModuleList(
            [
                nn.Sequential(Residual(channels, channels), conv_bn(channels, channels, 1))
                for _ in range(stacks)
            ]
        )
        self.heads = nn.ModuleList([nn.Conv2d(channels, joints, 1) for _ in range(stacks)])
        self.feature_back = nn.ModuleList([nn.Conv2d(channels, channels, 1) for _ in range(stacks)])
        self.heatmap_back = nn.ModuleList([nn.Conv2d(joints, channels, 1) for _ in range(stacks)])
        self.depth = DepthRegression(channels, size // 4)

    def pretrained_parts(self) -> list[nn.Module]:
        """Nothing: this one learns from the beginning."""
        return []

    def depth_parts(self) -> list[nn.Module]:
        """What makes depth of the features."""
        return [self.depth]

    def still_parts(self) -> list[nn.Module]:
        """Nothing."""
        return []

    def forward(self, image: Tensor) -> NetworkOutput:
        x = self.stem(image * (2 / 255) - 1.0)
        heatmaps: list[Tensor] = []
        for stack, after, head, back, heat_back in zip(
            self.stacks, self.after, self.heads, self.feature_back, self.heatmap_back, strict=True
        ):
            features = after(stack(x))
            heatmap = head(features)
            heatmaps.append(heatmap)
            x = F.relu(x + back(features) + heat_back(heatmap))
        return NetworkOutput(heatmaps, self.depth(x))
