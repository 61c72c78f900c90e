"""Run by torchrun, or alone: a few steps of a tiny network, its losses and weights to a file.

python -m torch.distributed.run --nproc-per-node 2 tests/training/two_processes.py OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import nn

from training.distributed import join
from training.losses import depth_loss, gaussian_heatmaps, geometric_loss, heatmap_loss

COUNT, SIDE, STEPS = 8, 12, 3


def main(out: Path) -> None:
    """Every process draws the same people, and learns from every n-th."""
    processes = join("cpu")
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(8), nn.Conv2d(8, 32, 3, padding=1)
    )
    network[2].eval()  # its statistics are of each process' own share
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-2)
    rows = slice(processes.rank, COUNT, processes.count)
    losses = []
    for _ in range(STEPS):
        image = torch.randn(COUNT, 3, SIDE, SIDE)
        joints = torch.rand(COUNT, 16, 2) * SIDE * 4
        weight = torch.rand(COUNT, 16) * (torch.rand(COUNT, 16) < 0.6)
        known = torch.rand(COUNT, 16) < 0.7
        truth = torch.randn(COUNT, 16)
        maps, deep = network(image[rows]).split(16, 1)
        depth = deep.mean((2, 3))
        target = gaussian_heatmaps(joints[rows], known[rows], SIDE, 1.75)
        solid = torch.cat([joints[rows] / 20, depth.unsqueeze(-1)], -1)
        parts = {
            "heatmap": heatmap_loss(maps, target, weight[rows]),
            "depth": depth_loss(depth, truth[rows], weight[rows]),
            "constraint": geometric_loss(solid, known[rows], torch.ones(15)),
        }
        optimiser.zero_grad()
        torch.autograd.backward(torch.stack(list(parts.values())).sum())
        processes.average_gradients(network)
        optimiser.step()
        processes.average_buffers(network)
        losses.append(processes.mean({k: float(v.detach()) for k, v in parts.items()}))
    if processes.first:
        torch.save({"losses": losses, "weights": network.state_dict()}, out)
    processes.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
