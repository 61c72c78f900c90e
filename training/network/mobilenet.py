"""The first stack: MobileNetV2 going down, a light path of skips going up, to stride 4.

The shape is that of MoveNet's feature extractor (CenterNet on MobileNetV2 with a feature pyramid),
so that its public weights fit (`training.network.movenet`). Batch norms are folded into the
convolutions there, hence every convolution here has a bias and no normalisation follows.
MobileNetV2: Sandler et al., CVPR 2018.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class TrunkWidths:
    """Channels of one width of the trunk.

    Attributes:
        stem: after the first convolution.
        blocks: after each of the seventeen inverted residuals.
        top: after the last 1x1 convolution.
        up: of the top-down path at strides 32/16, 8 and 4.
    """

    stem: int
    blocks: tuple[int, ...]
    top: int = 1280
    up: tuple[int, int, int] = (64, 32, 24)


def _repeat(*pairs: tuple[int, int]) -> tuple[int, ...]:
    return tuple(c for c, n in pairs for _ in range(n))


WIDTHS: dict[str, TrunkWidths] = {
    "lightning": TrunkWidths(
        32, _repeat((16, 1), (24, 2), (32, 3), (64, 4), (96, 3), (160, 3), (320, 1))
    ),
    "thunder": TrunkWidths(
        56, _repeat((32, 1), (40, 2), (56, 3), (112, 4), (168, 3), (280, 3), (560, 1))
    ),
}
# Which of the seventeen blocks halves the resolution, and after which a skip leaves.
_STRIDED = frozenset({1, 3, 6, 13})
_SKIPS = (2, 5, 9)


def pad_same(x: Tensor) -> Tensor:
    """TensorFlow's SAME for a 3x3 kernel at stride 2 on an even side: one row and column after."""
    return F.pad(x, (0, 1, 0, 1))


class InvertedResidual(nn.Module):
    """1x1 expansion by six, 3x3 depthwise, 1x1 projection; a skip where the shape allows it."""

    def __init__(self, inputs: int, outputs: int, stride: int, expand: bool) -> None:
        super().__init__()
        hidden = inputs * 6 if expand else inputs
        self.expand = nn.Conv2d(inputs, hidden, 1) if expand else None
        self.depthwise = nn.Conv2d(
            hidden, hidden, 3, stride, 1 if stride == 1 else 0, groups=hidden
        )
        self.project = nn.Conv2d(hidden, outputs, 1)
        self.stride = stride
        self.skip = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        y = x if self.expand is None else F.relu6(self.expand(x))
        y = F.relu6(self.depthwise(pad_same(y) if self.stride == 2 else y))
        y = self.project(y)
        out: Tensor = x + y if self.skip else y
        return out


class Separable(nn.Module):
    """3x3 depthwise without bias, 1x1 with bias, ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False)
        self.pointwise = nn.Conv2d(inputs, outputs, 1)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.pointwise(self.depthwise(x)))


def upsample(x: Tensor) -> Tensor:
    """Twice the size, bilinear, half-pixel centres."""
    return F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)


@dataclass(frozen=True, slots=True)
class TrunkFeatures:
    """What the trunk hands on: `fine` at stride 4, and deeper maps for depth."""

    fine: Tensor  # (N, 24, H/4, W/4)
    middle: Tensor  # (N, C of block 12, H/16, W/16)
    deep: Tensor  # (N, 64, H/32, W/32)
    top: Tensor  # (N, 1280, H/32, W/32), what `deep` is made from


class Trunk(nn.Module):
    """Image 0..255 RGB (N, 3, H, W), H and W multiples of 32, to `TrunkFeatures`."""

    scale: Tensor

    def __init__(self, widths: TrunkWidths) -> None:
        super().__init__()
        self.register_buffer("scale", torch.tensor(2 / 255))
        self.stem = nn.Conv2d(3, widths.stem, 3, 2)
        blocks: list[InvertedResidual] = []
        inputs = widths.stem
        for i, outputs in enumerate(widths.blocks):
            blocks.append(InvertedResidual(inputs, outputs, 2 if i in _STRIDED else 1, i > 0))
            inputs = outputs
        self.blocks = nn.ModuleList(blocks)
        self.top = nn.Conv2d(inputs, widths.top, 1)
        self.reduce = nn.Conv2d(widths.top, widths.up[0], 1)
        c16, c8, c4 = widths.up
        s4, s8, s16 = (widths.blocks[i] for i in _SKIPS)
        self.lateral = nn.ModuleList(
            [nn.Conv2d(s16, c16, 1), nn.Conv2d(s8, c8, 1), nn.Conv2d(s4, c4, 1)]
        )
        self.smooth = nn.ModuleList([Separable(c16, c8), Separable(c8, c4), Separable(c4, c4)])
        self.fine_channels = c4
        self.middle_channels = widths.blocks[12]
        self.deep_channels = c16
        self.top_channels = widths.top

    def forward(self, image: Tensor) -> TrunkFeatures:
        x = F.relu6(self.stem(pad_same(image * self.scale - 1.0)))
        skips: list[Tensor] = []
        middle = x
        for i, block in enumerate(self.blocks):
            x = block(x)
            if i in _SKIPS:
                skips.append(x)
            if i == 12:
                middle = x
        top = F.relu6(self.top(x))
        deep = self.reduce(top)
        y = deep
        for lateral, smooth, skip in zip(self.lateral, self.smooth, reversed(skips), strict=True):
            y = smooth(upsample(y) + lateral(skip))
        return TrunkFeatures(fine=y, middle=middle, deep=deep, top=top)


class KeypointHead(nn.Module):
    """Separable convolution to 96 channels, then 1x1 to one logit map a joint."""

    def __init__(self, inputs: int, joints: int, hidden: int = 96) -> None:
        super().__init__()
        self.hidden = Separable(inputs, hidden)
        self.out = nn.Conv2d(hidden, joints, 1)

    def forward(self, x: Tensor) -> Tensor:
        logits: Tensor = self.out(self.hidden(x))
        return logits
