"""The network family and what is exported of it."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from posecam import skeleton
from posecam.errors import PosecamError
from training.network.decode import HeatmapDecoder
from training.network.hourglass import StackedHourglass
from training.network.lift import DEPTH_UNIT, clamped_spread
from training.network.lite import HourglassLite, NetworkOutput
from training.network.upright import up_score

Network = HourglassLite | StackedHourglass

#: Outputs of an exported network; one of the sixteen joints has the first two.
OUTPUTS = ("joints", "scores", "spread", "up", "up_score")
CONFIGURATIONS = ("fast", "balanced", "best", "hourglass-2x256")
#: What configurations were called before; checkpoints and files of those names still load.
EARLIER_NAMES = {"hourglass-lite-small": "fast", "hourglass-lite": "balanced"}
#: Width of the trunk and side of the input, px, of the light hourglasses.
_LIGHT = {"fast": ("lightning", 192), "balanced": ("thunder", 256), "best": ("thunder", 384)}


def configuration_name(name: str) -> str:
    """Today's name of a configuration."""
    return EARLIER_NAMES.get(name, name)


def alike(first: str, second: str) -> bool:
    """Whether two configurations differ in nothing but the size of their input."""
    widths = [_LIGHT.get(configuration_name(name), ("", 0))[0] for name in (first, second)]
    return widths[0] == widths[1] != ""


def build(
    configuration: str, size: int | None = None, keypoints: int = skeleton.KEYPOINT_COUNT
) -> Network:
    """The network of a configuration, with random weights.

    Args:
        size: side of its input, px, in place of the configuration's own.
        keypoints: how many it predicts, the first of the table.

    Raises:
        PosecamError: there is no such configuration, or the side is no multiple of what it needs.
    """
    configuration = configuration_name(configuration)
    multiple = 64 if configuration == "hourglass-2x256" else 32
    if size is not None and (size % multiple or size <= 0):
        raise PosecamError(f"the input of {configuration} is a multiple of {multiple}, not {size}.")
    if configuration in _LIGHT:
        width, usual = _LIGHT[configuration]
        return HourglassLite(width, size or usual, keypoints=keypoints)
    if configuration == "hourglass-2x256":
        return StackedHourglass(256, 2, size or 256, keypoints)
    raise PosecamError(
        f"there is no configuration {configuration!r}; choose {', '.join(CONFIGURATIONS)}."
    )


class Deployed(nn.Module):
    """The network with its decoding: an image to what `OUTPUTS` names.

    `joints` (N, K, 3) and `spread` (N, K) in input px, `scores` (N, K), `up` (N, 3), `up_score`
    (N,). A network of the sixteen joints gives the first two, as `posecam-pose-1` has it.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.decoder = HeatmapDecoder(network.size // 4, network.size // 4)

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of what it gives, in order."""
        return OUTPUTS[:2] if self.network.keypoints == skeleton.COUNT else OUTPUTS

    def forward(self, image: Tensor) -> tuple[Tensor, ...]:
        output: NetworkOutput = self.network(image)
        positions, scores = output.positions, output.scores
        if positions is None or scores is None:
            positions, scores = self.decoder(output.heatmaps[-1])
        depth = output.depth - output.depth[:, skeleton.ROOT : skeleton.ROOT + 1]
        unit = DEPTH_UNIT * self.network.size
        joints = torch.cat([positions, depth.unsqueeze(-1) * unit], -1)
        if len(self.outputs) == 2:
            return joints, scores
        spread = torch.exp(clamped_spread(output.spread)) * unit
        return joints, scores, spread, output.up, up_score(output.up_spread)
