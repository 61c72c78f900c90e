"""The network that ships, in three sizes: fast, balanced and best.

First stack: MobileNetV2 with a top-down path (`mobilenet.Trunk`), which starts from MoveNet's
public weights, and a heatmap head. Second stack: a light residual hourglass on its features and
heatmaps, which corrects them. Depth, as in Zhou et al., ICCV 2017, is regressed from features and
joints of the 2D network; what it sees corrects what the decoded joints themselves tell (`lift`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from posecam import skeleton
from training.network.blocks import Hourglass, conv_bn
from training.network.decode import HeatmapDecoder
from training.network.lift import DepthFusion, Lifter, Seen, features_under, places
from training.network.mobilenet import WIDTHS, KeypointHead, Trunk
from training.network.upright import UpHead, whole_channels, whole_of


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
        self.decoder = HeatmapDecoder(size // 4, size // 4)
        self.lift = Lifter(size, keypoints=keypoints)
        self.fusion = DepthFusion(
            fine + channels + middle + deep,
            whole_channels(self.trunk.top_channels, deep),
            size,
            keypoints=keypoints,
        )
        self.up = UpHead(self.fusion.width)
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
        """What makes depth and up of the joints and their features."""
        return [self.fusion, self.up]

    def still_parts(self) -> list[nn.Module]:
        """What images do not teach: the lifter knows more poses than they show."""
        return [self.lift]

    def see(self, image: Tensor) -> tuple[list[Tensor], Seen]:
        """Logits of both stacks, and what depth and up are made of."""
        features = self.trunk(image)
        first = self.head(features.fine)
        merged = self.merge(torch.cat([features.fine, first.sigmoid()], 1))
        refined = self.stack(merged, (None, features.middle, features.deep))
        second = first + self.correct(refined)
        # Depth does not move the joints: they have labels of their own.
        positions, scores = self.decoder(second.detach().float())
        depth, spread, _ = self.lift(positions, scores)
        maps = [features.fine, merged + refined, features.middle, features.deep]
        under = features_under(places(positions), maps, self.size)
        seen = Seen(positions, scores, under, whole_of(features), depth, spread)
        return [first, second], seen

    def tell(self, heatmaps: list[Tensor], seen: Seen) -> NetworkOutput:
        """Depth and up of what was seen."""
        more, wider, hidden = self.fusion(seen)
        up, up_spread = self.up(hidden)
        return NetworkOutput(
            heatmaps,
            seen.lifted + more,
            seen.lifted_spread + wider,
            up,
            up_spread,
            seen.positions,
            seen.scores,
        )

    def forward(self, image: Tensor) -> NetworkOutput:
        return self.tell(*self.see(image))
