"""Which way is up: a unit vector in the crop's frame, and how far it may be off.

A camera that looks down sees a figure that leans, and a pose alone does not say whether the person
leans or the camera does. What stands and hangs in the image does, and so does the body: the head
reads what `DepthFusion` makes of the bottom of the trunk and of the keypoints.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.network.lift import no_matter_what
from training.network.mobilenet import TrunkFeatures

#: An error of `up`, radians, below which it is of use: `up_score` is the chance of that.
NEAR = math.radians(15)
#: Logarithm of the error's scale, radians, that a network begins with: about 17 degrees.
_USUAL_SPREAD = -1.2
#: Pooled cells a side: top and bottom, left and right differ.
_CELLS = 2


class UpHead(nn.Module):
    """(N, 3) unit vectors and (N,) the logarithm of their error's scale, radians.

    Args:
        hidden: features of what corrects depth.
    """

    def __init__(self, hidden: int, width: int = 192) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(hidden, width), nn.BatchNorm1d(width), nn.ReLU(inplace=True)
        )
        self.out = nn.Linear(width, 4)
        begin_upright(self.out)

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        return as_direction(self.out(self.body(hidden)))


def whole_of(features: TrunkFeatures) -> Tensor:
    """(N, W) of the image as a whole: the mean of the trunk's top, and its four corners."""
    side = features.deep.shape[-1]
    stride = side // _CELLS  # cells overlap where the side is odd
    corners = F.avg_pool2d(features.deep, side - stride, stride).flatten(1)
    return torch.cat([features.top.mean((2, 3)), corners], 1)


def whole_channels(top: int, deep: int) -> int:
    """How many numbers `whole_of` gives."""
    return top + deep * _CELLS**2


def begin_upright(layer: nn.Linear) -> None:
    """Let a layer of four say that the camera is level, until it has learnt."""
    no_matter_what(layer, 0.0)
    with torch.no_grad():
        layer.bias.copy_(torch.tensor([0.0, -1.0, 0.0, _USUAL_SPREAD]))


def as_direction(given: Tensor) -> tuple[Tensor, Tensor]:
    """(N, 4) to (N, 3) unit vectors and (N,) the logarithm of their error's scale."""
    vector = given[:, :3].float()
    length = (vector.square().sum(1, keepdim=True) + 1e-6).sqrt()
    return vector / length, given[:, 3].float()


def up_score(spread: Tensor) -> Tensor:
    """(N,) chance that `up` is off by less than `NEAR`: 1 - exp(-NEAR / b), b the error's scale."""
    return 1 - torch.exp(-NEAR * torch.exp(-spread))
