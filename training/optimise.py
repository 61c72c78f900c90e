"""What moves the weights: learning rates, groups of parameters, the moving average."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import nn

from training.network import Network
from training.stages import Stage

#: Share of the run during which rates rise.
_RISE = 0.05


def parameter_groups(network: Network, stage: Stage) -> list[dict[str, Any]]:
    """Pretrained parts and the rest, the two with weight decay on kernels only."""
    gentle = {id(p) for part in network.pretrained_parts() for p in part.parameters()}
    groups: list[dict[str, Any]] = []
    for name, peak, wanted in (
        ("pretrained", stage.pretrained_rate, True),
        ("new", stage.rate, False),
    ):
        for decay in (1e-4, 0.0):
            members = [
                p
                for p in network.parameters()
                if (id(p) in gentle) == wanted and (p.ndim > 1) == (decay > 0)
            ]
            if members:
                groups.append(
                    {"params": members, "weight_decay": decay, "peak": peak, "name": name}
                )
    return groups


def learning_rate(share: float, peak: float, hold: float = 0.0) -> float:
    """Zero while held, a short rise, then a cosine to a hundredth of the peak.

    Args:
        share: of the run that is done, 0..1.
        hold: share of the run before which nothing moves.
    """
    if share < hold or hold >= 1:
        return 0.0
    progress = (share - hold) / (1 - hold)
    rise = min(1.0, 0.02 + progress / _RISE)
    return peak * rise * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(progress, 1.0))))


class MovingAverage:
    """Exponential moving average of weights and buffers, faster while young."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.count = 0

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        self.count += 1
        decay = min(self.decay, (1 + self.count) / (10 + self.count))
        ours, theirs = [], []
        for key, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                ours.append(self.state[key])
                theirs.append(value)
            else:
                self.state[key].copy_(value)
        torch._foreach_lerp_(ours, theirs, 1 - decay)
