"""Learning from a larger network on every image, whatever is known of it (Hinton et al., 2015)."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from training.checkpoint import averaged_network, read_checkpoint
from training.losses import depth_likelihood, heatmap_loss
from training.network import Network
from training.network.lite import NetworkOutput
from training.network.restore import restore

#: How much the teacher's depth counts where none is known: its own errors are learnt with it.
_DEPTH_TRUST = 0.5


class Teacher:
    """A network that is asked of every batch, without a gradient.

    Args:
        path: .onnx or checkpoint; its input may have another size than the pupil's.

    Raises:
        PosecamError: it cannot be read.
    """

    def __init__(self, path: Path, device: torch.device) -> None:
        network: Network = (
            restore(path)[0] if path.suffix == ".onnx" else averaged_network(read_checkpoint(path))
        )
        self.network = network.eval().requires_grad_(False).to(device)

    @torch.no_grad()
    def ask(self, image: Tensor) -> NetworkOutput:
        """What it says of the images."""
        size = self.network.size
        if image.shape[-1] != size:
            image = F.interpolate(image, (size, size), mode="bilinear", antialias=True)
        with torch.autocast(image.device.type, torch.bfloat16):
            said: NetworkOutput = self.network(image)
        return said

    def loss(self, image: Tensor, output: NetworkOutput, depth_weight: Tensor) -> Tensor:
        """How far the pupil is from the teacher: heatmaps everywhere, depth where none is known.

        Args:
            output: the pupil's.
            depth_weight: (N, K) of the depths that are known; 0 elsewhere.
        """
        said = self.ask(image)
        count = min(self.network.keypoints, output.depth.shape[1])
        side = output.heatmaps[-1].shape[-1]
        target = said.heatmaps[-1][:, :count].float().sigmoid()
        if target.shape[-1] != side:
            target = F.interpolate(target, (side, side), mode="bilinear")
        every = torch.ones_like(target[..., 0, 0])
        maps = [heatmap_loss(m[:, :count], target, every) for m in output.heatmaps]
        seen = target.amax((2, 3)) * (depth_weight[:, :count] == 0) * _DEPTH_TRUST
        depth = depth_likelihood(
            output.depth[:, :count], output.spread[:, :count], said.depth[:, :count].float(), seen
        )
        return torch.stack(maps).sum() + depth
