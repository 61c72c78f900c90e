"""The network that ships, in three sizes: fast, balanced and best.

First stack: MobileNetV2 with a top-down path (`mobilenet.Trunk`), which starts from MoveNet's
public weights, and a heatmap head. Second stack: a light residual hourglass on its features and
heatmaps, which corrects them. Depth module: as in Zhou et al., ICCV 2017, features and heatmaps
through strided convolutions; what it sees corrects what the decoded joints themselves tell of
depth (`lift`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from posecam import skeleton
from training.network.blocks import Hourglass, Residual, conv_bn
from training.network.decode import HeatmapDecoder
from training.network.lift import DepthFusion, Lifter
from training.network.mobilenet import WIDTHS, KeypointHead, Trunk, TrunkFeatures
from training.network.upright import UpHead


@dataclass(frozen=True, slots=True)
class NetworkOutput:
    """What a network gives in training.

    Attributes:
        heatmaps: logits (N, K, H/4, W/4) of every stack, the last one the best.
        depth: (N, K), relative to the pelvis, in tenths of the input's side.
        spread: (N, K), the logarithm of the Laplace scale of `depth`, in the same unit.
        up: (N, 3) unit vector away from the ground in the crop's frame (x right, y down, z away).
        up_spread: (N,) the logarithm of the scale of its error, radians.
        positions, scores: where the network has decoded its heatmaps already: (N, K, 2) input
            px and (N, K).
    """

    heatmaps: list[Tensor]
    depth: Tensor
    spread: Tensor
    up: Tensor
    up_spread: Tensor
    positions: Tensor | None = None
    scores: Tensor | None = None


class DepthModule(nn.Module):
    """Features and heatmaps at stride 4, and deeper trunk features that join on the way.

    Gives maps at strides 8 (64 channels) and 16 (128 channels) and (N, 256) of the whole. Every
    convolution is normalised: without that the module learns nothing.
    """

    MAPS = (64, 128)
    WHOLE = 256

    def __init__(self, inputs: int, middle: int, deep: int, size: int) -> None:
        super().__init__()
        self.to8 = nn.Sequential(conv_bn(inputs, 64, 3, 2), Residual(64, 64))
        self.to16 = conv_bn(64, 96, 3, 2)
        self.middle = conv_bn(middle, 96, 1)
        self.at16 = Residual(192, 128)
        self.to32 = conv_bn(128, 128, 3, 2)
        self.deep = conv_bn(deep, 64, 1)
        self.at32 = nn.Sequential(Residual(192, 128), conv_bn(128, 64, 1))
        cells = (size // 32) ** 2
        self.out = nn.Sequential(
            nn.Flatten(),
            nn.Linear(64 * cells, self.WHOLE),
            nn.BatchNorm1d(self.WHOLE),
            nn.ReLU(inplace=True),
        )

    def forward(self, x: Tensor, features: TrunkFeatures) -> tuple[list[Tensor], Tensor]:
        near = self.to8(x)
        far = self.at16(torch.cat([self.to16(near), self.middle(features.middle)], 1))
        y = self.at32(torch.cat([self.to32(far), self.deep(features.deep)], 1))
        return [near, far], self.out(y)


class HourglassLite(nn.Module):
    """See the module's docstring. Image 0..255 RGB (N, 3, size, size), size a multiple of 32."""

    def __init__(
        self,
        width: str = "thunder",
        size: int = 256,
        channels: int = 64,
        keypoints: int = skeleton.KEYPOINT_COUNT,
    ) -> None:
        super().__init__()
        self.size, self.keypoints = size, keypoints
        self.trunk = Trunk(WIDTHS[width])
        fine, middle, deep = (
            self.trunk.fine_channels,
            self.trunk.middle_channels,
            self.trunk.deep_channels,
        )
        self.head = KeypointHead(fine, keypoints)
        self.merge = conv_bn(fine + keypoints, channels, 1)
        self.stack = Hourglass(channels, 3, inject=(0, middle, deep))
        self.correct = nn.Sequential(
            conv_bn(channels, channels, 1), nn.Conv2d(channels, keypoints, 1)
        )
        self.depth = DepthModule(channels + keypoints, middle, deep, size)
        self.decoder = HeatmapDecoder(size // 4, size // 4)
        self.lift = Lifter(size, keypoints=keypoints)
        self.fusion = DepthFusion(
            DepthModule.MAPS, DepthModule.WHOLE, self.lift.width, keypoints=keypoints
        )
        self.up = UpHead(self.trunk.top_channels, deep, self.lift.width)
        #: Whether the correction is computed; `drop_unused_depth` says no where there is none.
        self.correcting = True
        last = self.correct[-1]
        assert isinstance(last, nn.Conv2d)
        assert last.bias is not None
        # The second stack starts as no correction at all: the first stack's quality is the floor.
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)

    def pretrained_parts(self) -> list[nn.Module]:
        """What starts from public weights and must move gently."""
        return [self.trunk, self.head.hidden]

    def depth_parts(self) -> list[nn.Module]:
        """What makes depth of the joints and their features."""
        return [self.depth, self.fusion]

    def still_parts(self) -> list[nn.Module]:
        """What images do not teach: the lifter knows more poses than they show."""
        return [self.lift]

    def drop_unused_depth(self) -> None:
        """Leave the correction out where images have not taught any: it costs time."""
        self.correcting = bool(self.fusion.out.weight.any() or self.fusion.out.bias.any())

    def forward(self, image: Tensor) -> NetworkOutput:
        features = self.trunk(image)
        first = self.head(features.fine)
        merged = self.merge(torch.cat([features.fine, first.sigmoid()], 1))
        refined = self.stack(merged, (None, features.middle, features.deep))
        second = first + self.correct(refined)
        # Depth does not move the joints: they have labels of their own.
        positions, scores, where = self.decoder.decode(second.detach())
        depth, spread, hidden = self.lift(positions, scores)
        if self.correcting:
            summed = torch.cat([merged + refined, second.sigmoid()], 1)
            maps, whole = self.depth(summed, features)
            more, wider = self.fusion(where, maps, whole, hidden)
            depth, spread = depth + more, spread + wider
        up, up_spread = self.up(features, hidden)
        return NetworkOutput([first, second], depth, spread, up, up_spread, positions, scores)
