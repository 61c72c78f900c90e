"""Train the lifter on 3D poses alone: seen from everywhere, as the network would see them.

    python -m training lift CHECKPOINT --data synth --out CHECKPOINT

Its poses come from annotated folders; no picture is read. Every step sees new views: turned about
the vertical, tilted, near and far (perspective), mirrored, cropped as the tracker crops, with the
network's kind of error in the 2D joints, and with legs and hips out of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN
from training.datasets import read
from training.network import build
from training.network.lift import DEPTH_UNIT, Lifter
from training.network.lite import HourglassLite
from training.train import read_checkpoint

_ROOT = skeleton.ROOT
_LEGS = [skeleton.INDEX[n] for n in ("r_ankle", "r_knee", "l_knee", "l_ankle")]
_HIPS = [skeleton.INDEX[n] for n in ("r_hip", "l_hip", "pelvis")]
_TILT, _ROLL = 0.2, 0.25  # radians, standard deviation
_FAR, _NEAR = (3000.0, 7000.0), (1200.0, 2700.0)  # mm from the camera
_NEAR_SHARE, _CUT_SHARE, _CUT_HIPS_SHARE = 0.15, 0.2, 0.4
# Errors of 2D joints in `DEPTH_UNIT` of the side: usual, and of the one in twenty that is off.
_ERROR, _OFF_ERROR, _OFF_SHARE, _UNSEEN_ERROR = 0.08, 0.64, 0.05, 1.5
_UNSEEN_TRUST = 0.3
#: How much of the depth is the lifter's unless told otherwise, the rest is the depth module's.
LIFTED_SHARE = 0.7


def read_poses(folders: Sequence[Path]) -> Tensor:
    """(N, 16, 3) mm relative to the pelvis, of everybody whose joints are all known.

    Raises:
        PosecamError: a folder cannot be read, or nobody in them has 3D joints.
    """
    poses = []
    for folder in folders:
        joints = torch.from_numpy(read(folder).joints_3d)
        poses.append(joints[joints.isfinite().flatten(1).all(1)])
    out = torch.cat(poses) if poses else torch.zeros(0, skeleton.COUNT, 3)
    if not len(out):
        raise PosecamError("none of the folders has a person whose sixteen joints are known in 3D.")
    return out - out[:, _ROOT : _ROOT + 1]


def turn(axis: int, angle: Tensor) -> Tensor:
    """(N, 3, 3) rotations about an axis."""
    c, s = angle.cos(), angle.sin()
    out = torch.zeros(len(angle), 3, 3)
    j, k = (axis + 1) % 3, (axis + 2) % 3
    out[:, axis, axis] = 1
    out[:, j, j], out[:, j, k], out[:, k, j], out[:, k, k] = c, -s, s, c
    return out


def views(poses: Tensor, count: int, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Random views of random poses.

    Returns:
        positions (count, 16, 2) input px, scores (count, 16), depth (count, 16) in `DEPTH_UNIT`
        of the side, and weight (count, 16) of each depth.
    """
    body = poses[torch.randint(len(poses), (count,))]
    mirrored = torch.rand(count) < 0.5
    body[mirrored] = body[mirrored][:, list(skeleton.FLIP)] * torch.tensor([-1.0, 1.0, 1.0])
    view = turn(2, torch.randn(count) * _ROLL) @ turn(0, torch.randn(count) * _TILT)
    view = view @ turn(1, torch.rand(count) * 2 * math.pi)
    body = torch.einsum("nij,nkj->nki", view, body)

    near = torch.rand(count, 1) < _NEAR_SHARE
    low, high = (torch.where(near, _NEAR[i], _FAR[i]) for i in (0, 1))
    distance = low + (high - low) * torch.rand(count, 1)
    shrink = distance / (distance + body[..., 2]).clamp_min(_NEAR[0] / 4)
    flat = body[..., :2] * shrink[..., None]
    extent = (flat.amax(1) - flat.amin(1)).amax(1)
    side = extent * CROP_MARGIN * torch.exp(torch.randn(count) * 0.12)
    unit = side[:, None] * DEPTH_UNIT  # mm in one unit
    flat, depth = flat / unit[..., None], body[..., 2] / unit

    scores = 0.55 + 0.45 * torch.rand(count, skeleton.COUNT)
    off = torch.rand(count, skeleton.COUNT) < _OFF_SHARE
    error = torch.where(off, _OFF_ERROR, _ERROR)
    scores = torch.where(off, scores * 0.5, scores)
    unseen = torch.zeros(count, skeleton.COUNT, dtype=torch.bool)
    cut = torch.rand(count) < _CUT_SHARE
    unseen[:, _LEGS] = cut[:, None]
    unseen[:, _HIPS] = (cut & (torch.rand(count) < _CUT_HIPS_SHARE))[:, None]
    error = torch.where(unseen, _UNSEEN_ERROR, error)
    scores = torch.where(unseen, 0.15 * torch.rand_like(scores), scores)
    flat = flat + torch.randn_like(flat) * error[..., None]
    weight = torch.where(unseen, _UNSEEN_TRUST, 1.0)
    return flat * (DEPTH_UNIT * size), scores, depth, weight


def train_lifter(
    lifter: Lifter, poses: Tensor, size: int, steps: int, batch: int = 2048, rate: float = 2e-3
) -> float:
    """Train in place; the last smoothed loss."""
    optimiser = torch.optim.AdamW(lifter.parameters(), lr=rate, weight_decay=1e-4)
    running = float("nan")
    lifter.train()
    bar = tqdm(range(steps), desc="lifter", unit="step", mininterval=5)
    for step in bar:
        rise = min(1.0, (step + 1) / 100)
        fall = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / steps))
        for group in optimiser.param_groups:
            group["lr"] = rate * rise * fall
        positions, scores, depth, weight = views(poses, batch, size)
        error = F.smooth_l1_loss(lifter(positions, scores), depth, beta=0.1, reduction="none")
        loss = (error * weight).sum() / weight.sum()
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(lifter.parameters(), 5.0)
        optimiser.step()
        value = float(loss.detach())
        running = value if math.isnan(running) else 0.98 * running + 0.02 * value
        bar.set_postfix(depth=f"{running:.4f}", refresh=False)
    return running


def lift(
    checkpoint: Path,
    data: Sequence[Path],
    out: Path,
    steps: int = 3000,
    share: float = LIFTED_SHARE,
    seed: int = 1,
) -> float:
    """Write a checkpoint whose lifter is trained anew and makes up `share` of the depth.

    Raises:
        PosecamError: no checkpoint, one of a network without a lifter, or no poses.
    """
    state = read_checkpoint(checkpoint)
    network = build(str(state["configuration"]))
    if not isinstance(network, HourglassLite):
        raise PosecamError(f"{checkpoint} is a {state['configuration']}, which has no lifter.")
    torch.manual_seed(seed)
    network.load_state_dict(state["average"])
    fresh = Lifter(network.size)
    loss = train_lifter(fresh, read_poses(data), network.size, steps)
    network.lift.load_state_dict(fresh.state_dict())
    network.lifted_share.fill_(share)
    state["average"] = network.state_dict()
    state.pop("optimiser", None)
    state["network"] = state["average"]
    try:
        torch.save(state, out)
    except (OSError, RuntimeError) as error:
        raise PosecamError(f"the checkpoint {out} cannot be written ({error}).") from error
    print(f"{out}: depth loss {loss:.4f}")
    return loss
