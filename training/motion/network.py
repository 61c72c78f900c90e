"""The motion network: a window of moments in, what is to be put right in one of them out.

Three temporal convolutions without overlap (27 ticks to 9, to 3, to 1: VideoPose3D's form for a
single output, Pavllo et al., CVPR 2019), and a head that also sees the moment itself.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.motion.points import CHILD, COUNT, PARENT
from training.motion.simulate import BONES_AT, FEATURES, PAST, TICKS

#: Names and last dimensions of what comes out.
OUTPUTS = {
    "depth": COUNT,  # to be added, m
    "depth_spread": COUNT,  # Laplace scale of the depth after that, m
    "said_spread": COUNT,  # of the depth as it was said, m
    "up": 3,
    "up_spread": 1,
    "touching": 4,
    "velocity": 3,
    "exchanged": 2,
}
_LEAST_SPREAD = 0.005


class MotionNetwork(nn.Module):
    """Of (N, 1, TICKS, FEATURES) windows, the tuple of `OUTPUTS`, each (N, size)."""

    child: Tensor
    parent: Tensor
    middle: Tensor
    size: Tensor

    def __init__(self, width: int = 144, head: int = 224) -> None:
        super().__init__()
        self.register_buffer("child", torch.tensor(CHILD), persistent=False)
        self.register_buffer("parent", torch.tensor(PARENT), persistent=False)
        inner = FEATURES + 4 * len(CHILD) + 3 * COUNT
        self.register_buffer("middle", torch.zeros(inner))
        self.register_buffer("size", torch.ones(inner))
        self.tick = nn.Sequential(
            nn.Linear(inner, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU()
        )
        self.over = nn.ModuleList(
            nn.Sequential(nn.Linear(3 * width, width), nn.ReLU()) for _ in range(3)
        )
        self.head = nn.Sequential(
            nn.Linear(2 * width + inner, head), nn.ReLU(), nn.Linear(head, head), nn.ReLU()
        )
        self.out = nn.Linear(head, sum(OUTPUTS.values()))
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def normalise(self, windows: Tensor) -> None:
        """Take the mean and the size of each feature from some windows."""
        self.middle.zero_()
        self.size.fill_(1)
        given = self.features(windows).flatten(0, 1)
        self.middle.copy_(given.mean(0))
        self.size.copy_(given.std(0).clamp_min(0.02))

    def features(self, window: Tensor) -> Tensor:
        """(N, TICKS, F): the window's numbers, about one in size, and its bones."""
        said = window[:, 0]
        x, y, z, spread, score = (said[..., i * COUNT : (i + 1) * COUNT] for i in range(5))
        length = said[..., BONES_AT : BONES_AT + len(CHILD)]
        step = [v[..., self.child] - v[..., self.parent] for v in (x, y, z)]
        flat = step[0] * step[0] + step[1] * step[1]
        # How far towards or away from the camera a bone of this length reaches,
        reach = torch.sqrt(torch.relu(length * length - flat) + 1e-6)
        # and how much longer than it is the bone is said to be.
        excess = torch.sqrt(flat + step[2] * step[2] + 1e-6) - length
        rest = said[..., 5 * COUNT : BONES_AT]
        way = 4 * said[..., BONES_AT - 3 : BONES_AT - 1]
        # Where a point went in three ticks, in the image and in depth from the pelvis.
        there = torch.cat([4 * x + way[..., :1], 4 * y + way[..., 1:], 4 * z], -1)
        padded = torch.cat([there[:, :1], there, there[:, -1:], there[:, -1:]], 1)
        moved = 3 * (padded[:, 3:] - padded[:, :-3])
        moved = moved * said[..., BONES_AT - 1 : BONES_AT]
        told = torch.cat(
            [
                2 * x, 2 * y, 3 * z, 6 * spread, score, rest, 2 * length,
                said[..., BONES_AT + len(CHILD) :], 4 * step[2], 3 * reach, 6 * excess,
                4 * step[1], moved,
            ],
            -1,
        )  # fmt: skip
        return (told - self.middle) / self.size

    def forward(self, window: Tensor) -> tuple[Tensor, ...]:
        given = self.features(window)
        ticks = self.tick(given)
        now = ticks[:, PAST]
        for layer in self.over:
            ticks = ticks.reshape(-1, ticks.shape[1] // 3, 3 * ticks.shape[-1])
            ticks = layer(ticks)
        out = self.out(self.head(torch.cat([ticks[:, 0], now, given[:, PAST]], -1)))
        parts = list(torch.split(out, list(OUTPUTS.values()), -1))
        depth, after, before, up, up_spread, touching, velocity, exchanged = parts
        spreads = [0.05 * torch.exp(v.clamp(-4, 3)) + _LEAST_SPREAD for v in (after, before)]
        told = window[:, 0, PAST, 5 * COUNT : 5 * COUNT + 3]
        level = torch.tensor([0.0, -0.3, 0.0])
        up = up + told + level
        up = up / torch.sqrt((up * up).sum(-1, keepdim=True) + 1e-9)
        return (
            0.2 * depth, *spreads, up, 0.1 * torch.exp(up_spread.clamp(-4, 3)) + 0.01,
            touching.sigmoid(), 2 * velocity, exchanged.sigmoid(),
        )  # fmt: skip


assert TICKS == 27
