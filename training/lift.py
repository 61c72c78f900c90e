"""Train the lifter: on 3D poses alone, seen from everywhere; no image is read.

    python -m training lift CHECKPOINT --data synth --out CHECKPOINT

`train` leaves it as it is and learns what to add to it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import torch
from torch import Tensor, nn
from tqdm import tqdm

from posecam.errors import PosecamError
from training.checkpoint import (
    load_what_fits,
    read_checkpoint,
    saved_network,
    write_checkpoint,
)
from training.datasets import read
from training.losses import depth_likelihood, depth_loss
from training.network.lift import Lifter
from training.network.lite import HourglassLite
from training.views import known_poses, views


def train_lifter(
    lifter: Lifter,
    poses: Tensor,
    size: int,
    steps: int,
    batch: int = 2048,
    rate: float = 2e-3,
    *,
    device: str = "cpu",
    seconds: float | None = None,
) -> float:
    """Train in place, on a device, for so many steps or seconds; the last smoothed loss."""
    # What is made on the way is made there; the context costs time, and a processor needs none.
    with torch.device(device) if device != "cpu" else nullcontext():
        loss = _train(lifter.to(device), poses.to(device), size, steps, batch, rate, seconds)
    lifter.cpu()
    return loss


def _train(
    lifter: Lifter,
    poses: Tensor,
    size: int,
    steps: int,
    batch: int,
    rate: float,
    seconds: float | None,
) -> float:
    optimiser = torch.optim.AdamW(lifter.parameters(), lr=rate, weight_decay=1e-4)
    running = float("nan")
    lifter.train()
    bar = tqdm(range(steps), desc="lifter", unit="step", mininterval=5)
    begun = time.monotonic()
    for step in bar:
        share = step / steps
        if seconds is not None:
            share = max(share, (time.monotonic() - begun) / seconds)
            if share >= 1:
                break
        rise = min(1.0, (step + 1) / 100)
        fall = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share))
        for group in optimiser.param_groups:
            group["lr"] = rate * rise * fall
        positions, scores, depth, weight = views(poses, batch, size)
        with torch.autocast(poses.device.type, torch.bfloat16):
            found, spread, _ = lifter(positions, scores)
        # The spread learns how far the depths are off and does not change them: that is faster.
        scale = depth_likelihood(found.detach(), spread, depth, weight)
        loss = depth_loss(found, depth, weight) + scale
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(lifter.parameters(), 5.0)
        optimiser.step()
        value = float(depth_loss(found.detach(), depth, weight))
        running = value if math.isnan(running) else 0.98 * running + 0.02 * value
        bar.set_postfix(depth=f"{running:.4f}", refresh=False)
    return running


def lift(
    checkpoint: Path,
    data: Sequence[Path],
    out: Path,
    steps: int = 3000,
    seed: int = 1,
) -> float:
    """Write a checkpoint whose lifter is trained anew and not corrected by anything yet.

    Raises:
        PosecamError: no checkpoint, one of a network without a lifter, or no poses.
    """
    torch.manual_seed(seed)
    return lift_poses(checkpoint, known_poses([read(folder) for folder in data]), out, steps)


def lift_poses(
    checkpoint: Path,
    poses: Tensor,
    out: Path,
    steps: int = 3000,
    *,
    device: str = "cpu",
    seconds: float | None = None,
) -> float:
    """The same of (N, 31, 3) poses of `known_poses`, on a device and for so many seconds at most.

    Raises:
        PosecamError: no checkpoint, or one of a network without a lifter.
    """
    state = read_checkpoint(checkpoint)
    network = saved_network(state)
    if not isinstance(network, HourglassLite):
        raise PosecamError(f"{checkpoint} is a {state['configuration']}, which has no lifter.")
    blank = {k: v for k, v in state["average"].items() if not k.startswith("fusion.")}
    load_what_fits(network, blank)
    network.lift = Lifter(network.size, keypoints=network.keypoints)
    loss = train_lifter(network.lift, poses, network.size, steps, device=device, seconds=seconds)
    state["average"] = network.state_dict()
    state.pop("optimiser", None)
    state["network"] = state["average"]
    write_checkpoint(out, state)
    print(f"{out}: depth loss {loss:.4f}")
    return loss
