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
from training.network.lift import USUAL_SPREAD, no_matter_what
from training.network.lite import NetworkOutput
from training.network.upright import as_direction, begin_upright


class DepthRegression(nn.Module):
    """(N, C, S, S) features to (N, K) depths and spreads, and to what `up` is made from."""

    def __init__(self, channels: int, side: int, keypoints: int) -> None:
        super().__init__()
        steps: list[nn.Module] = []
        for _ in range(4):
            steps += [Residual(channels, channels), Residual(channels, channels), nn.MaxPool2d(2)]
        self.body = nn.Sequential(*steps)
        inputs = channels * (side // 16) ** 2
        self.out = nn.Linear(inputs, keypoints)
        self.spread = nn.Linear(inputs, keypoints)
        self.up = nn.Linear(inputs, 4)
        no_matter_what(self.spread, USUAL_SPREAD)
        begin_upright(self.up)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        flat = self.body(x).flatten(1)
        return self.out(flat), self.spread(flat), *as_direction(self.up(flat))


class StackedHourglass(nn.Module):
    """Image 0..255 RGB (N, 3, size, size), size a multiple of 64."""

    def __init__(
        self,
        channels: int = 256,
        stacks: int = 2,
        size: int = 256,
        keypoints: int = skeleton.KEYPOINT_COUNT,
    ) -> None:
        super().__init__()
        self.size, self.keypoints = size, keypoints
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
        self.heads = nn.ModuleList([nn.Conv2d(channels, keypoints, 1) for _ in range(stacks)])
        self.feature_back = nn.ModuleList([nn.Conv2d(channels, channels, 1) for _ in range(stacks)])
        self.heatmap_back = nn.ModuleList(
            [nn.Conv2d(keypoints, channels, 1) for _ in range(stacks)]
        )
        self.depth = DepthRegression(channels, size // 4, keypoints)

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
        return NetworkOutput(heatmaps, *self.depth(x))
