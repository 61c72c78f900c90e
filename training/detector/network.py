"""The person detector: MobileNetV2, a light way up to stride 8, a person-centre heatmap with boxes.

Anchor-free as in CenterNet (Zhou et al., 2019): a person is the peak of the heatmap at the middle
of the box round what is seen of them; at the peak stand the box's place and size. The trunk is
MoveNet Lightning's, whose public weights it starts from, without its last and heaviest layers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.network.blocks import conv_bn
from training.network.mobilenet import WIDTHS, Trunk, pad_same, upsample
from training.network.movenet import fetch, load_trunk, read_arrays

CONFIGURATION = "person-detector"
STRIDE = 8
#: Most boxes that come out.
COUNT = 16
#: (height, width) of the input: a webcam's image fits in with hardly a margin.
SIZE = (192, 320)
# Blocks of the trunk that are kept; the rest is a third of the weights at stride 32.
_BLOCKS = 16
_SKIPS = (5, 12)  # the last blocks at strides 8 and 16
_UP = (96, 64, 48)  # channels at strides 32, 16 and 8
# Share of images cells that hold a person's middle, before anything is learnt.
_PRIOR_LOGIT = -4.0
# Sizes are e to the power of what the network says: kept from running away.
_LARGEST_LOG = 5.0


@dataclass(frozen=True, slots=True)
class Maps:
    """What the network says of every cell at stride 8.

    Attributes:
        heat: (N, 1, H/8, W/8) logits of a person's middle.
        boxes: (N, 4, H/8, W/8): x, y, w, h of the box in input px, x and y its upper left corner.
    """

    heat: Tensor
    boxes: Tensor


class DetectorNetwork(nn.Module):
    """Image 0..255 RGB (N, 3, H, W), sides multiples of 32, to `Maps`."""

    scale: Tensor
    columns: Tensor
    rows: Tensor

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        super().__init__()
        self.size = size
        widths = WIDTHS["lightning"]
        trunk = Trunk(widths)
        self.register_buffer("scale", trunk.scale)
        self.stem = trunk.stem
        self.blocks = trunk.blocks[:_BLOCKS]
        c32, c16, c8 = _UP
        self.deep = conv_bn(widths.blocks[_BLOCKS - 1], c32, 1)
        self.context = nn.Sequential(
            nn.Conv2d(c32, c32, 5, padding=2, groups=c32, bias=False), conv_bn(c32, c32, 1)
        )
        s8, s16 = (widths.blocks[i] for i in _SKIPS)
        self.lateral = nn.ModuleList([nn.Conv2d(s16, c32, 1), nn.Conv2d(s8, c16, 1)])
        self.smooth = nn.ModuleList([_separable(c32, c16), _separable(c16, c8)])
        self.head = _separable(c8, 64)
        self.out = nn.Conv2d(64, 5, 1)
        height, width = size[0] // STRIDE, size[1] // STRIDE
        middle = (STRIDE - 1) / 2
        columns = torch.arange(width, dtype=torch.float32) * STRIDE + middle
        rows = torch.arange(height, dtype=torch.float32) * STRIDE + middle
        self.register_buffer("columns", columns.view(1, 1, 1, -1).expand(1, 1, height, -1).clone())
        self.register_buffer("rows", rows.view(1, 1, -1, 1).expand(1, 1, -1, width).clone())
        assert self.out.bias is not None
        with torch.no_grad():
            self.out.weight.mul_(0.1)
            self.out.bias.copy_(torch.tensor([_PRIOR_LOGIT, 0.0, 0.0, 2.0, 2.5]))

    def pretrained_parts(self) -> list[nn.Module]:
        """What starts from public weights and must move gently."""
        return [self.stem, self.blocks]

    def load_movenet(self, folder: Path) -> None:
        """Start from MoveNet Lightning's public weights; they are fetched where missing."""
        fetch(folder)
        trunk = Trunk(WIDTHS["lightning"])
        load_trunk(trunk, read_arrays(folder / "movenet-lightning.json"))
        self.scale.copy_(trunk.scale)
        self.stem.load_state_dict(trunk.stem.state_dict())
        self.blocks.load_state_dict(trunk.blocks[:_BLOCKS].state_dict())

    def forward(self, image: Tensor) -> Maps:
        x = F.relu6(self.stem(pad_same(image * self.scale - 1.0)))
        skips: list[Tensor] = []
        for i, block in enumerate(self.blocks):
            x = block(x)
            if i in _SKIPS:
                skips.append(x)
        y = self.deep(x)
        y = y + self.context(y)
        for lateral, smooth, skip in zip(self.lateral, self.smooth, reversed(skips), strict=True):
            y = smooth(upsample(y) + lateral(skip))
        out = self.out(self.head(y)).float()
        heat, place, logs = out[:, :1], out[:, 1:3], out[:, 3:]
        sides = STRIDE * torch.exp(logs.clamp(-1.0, _LARGEST_LOG))
        x0 = self.columns + STRIDE * place[:, :1] - sides[:, :1] / 2
        y0 = self.rows + STRIDE * place[:, 1:] - sides[:, 1:] / 2
        return Maps(heat, torch.cat([x0, y0, sides], 1))


def _separable(inputs: int, outputs: int) -> nn.Sequential:
    """3x3 depthwise, then 1x1, normalised."""
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False),
        conv_bn(inputs, outputs, 1),
    )


class Decoded(nn.Module):
    """The network with its decoding: image -> boxes (N, 16, 4) in input px, scores (N, 16).

    The sixteen highest cells that no neighbour surpasses, best first.
    """

    def __init__(self, network: DetectorNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        maps: Maps = self.network(image)
        heat = maps.heat
        peak = heat >= F.max_pool2d(heat, 3, 1, 1)
        scores = (heat.sigmoid() * peak.to(heat.dtype)).flatten(1)
        best, where = scores.topk(COUNT, dim=1)
        boxes = maps.boxes.flatten(2).transpose(1, 2)
        return boxes.gather(1, where.unsqueeze(-1).expand(-1, -1, 4)), best
