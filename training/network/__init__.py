"""The network family and what is exported of it."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from posecam import skeleton
from posecam.errors import PosecamError
from training.network.decode import HeatmapDecoder
from training.network.hourglass import StackedHourglass
from training.network.lift import DEPTH_UNIT
from training.network.lite import HourglassLite, NetworkOutput

Network = HourglassLite | StackedHourglass

CONFIGURATIONS = ("hourglass-lite", "hourglass-lite-small", "hourglass-2x256")


def build(configuration: str, size: int | None = None) -> Network:
    """The network of a configuration, with random weights.

    Args:
        size: side of its input, px, in place of the configuration's own.

    Raises:
        PosecamError: there is no such configuration, or the side is no multiple of what it needs.
    """
    multiple = 64 if configuration == "hourglass-2x256" else 32
    if size is not None and (size % multiple or size <= 0):
        raise PosecamError(f"the input of {configuration} is a multiple of {multiple}, not {size}.")
    if configuration == "hourglass-lite":
        return HourglassLite("thunder", size or 256)
    if configuration == "hourglass-lite-small":
        return HourglassLite("lightning", size or 192)
    if configuration == "hourglass-2x256":
        return StackedHourglass(256, 2, size or 256)
    raise PosecamError(
        f"there is no configuration {configuration!r}; choose {', '.join(CONFIGURATIONS)}."
    )


class Deployed(nn.Module):
    """The network with its decoding: image -> joints (N, 16, 3) in input px, scores (N, 16)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.decoder = HeatmapDecoder(network.size // 4, network.size // 4)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        output: NetworkOutput = self.network(image)
        positions, scores = output.positions, output.scores
        if positions is None or scores is None:
            positions, scores = self.decoder(output.heatmaps[-1])
        depth = output.depth - output.depth[:, skeleton.ROOT : skeleton.ROOT + 1]
        z = depth.unsqueeze(-1) * (DEPTH_UNIT * self.network.size)
        return torch.cat([positions, z], -1), scores
