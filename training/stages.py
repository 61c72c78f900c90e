"""The three stages, and what each of them minimises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from training.batches import Batch
from training.losses import (
    depth_likelihood,
    depth_loss,
    gaussian_heatmaps,
    geometric_loss,
    heatmap_loss,
    up_loss,
)
from training.network import Network
from training.network.lift import DEPTH_UNIT
from training.network.lite import NetworkOutput


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage trains with.

    Attributes:
        heatmap: weight of the heatmap loss.
        depth: weight of the depth loss; 0 switches it off.
        up: weight of the loss of which way is up, where a set knows it.
        constraint: weight of the geometric constraint, where a photo has no depth.
        rate: peak learning rate of what starts from nothing.
        pretrained_rate: peak rate of what starts from public weights; it forgets fast.
        hold_pretrained: share of the steps during which the pretrained parts do not move.
        only_depth: nothing but what makes depth and up moves: several times as many images an hour.
    """

    heatmap: float = 1.0
    depth: float = 0.0
    up: float = 0.0
    constraint: float = 0.0
    rate: float = 1e-3
    pretrained_rate: float = 5e-5
    hold_pretrained: float = 0.0
    only_depth: bool = False


STAGES = {
    1: Stage(hold_pretrained=0.1),
    2: Stage(depth=2.0, up=0.3),
    3: Stage(depth=2.0, up=0.3, constraint=0.1),
}


def batch_losses(
    network: Network,
    batch: Batch,
    stage: Stage,
    sigma: float,
    canonical: Tensor,
    run: Callable[[Tensor], NetworkOutput] | None = None,
) -> tuple[Tensor, dict[str, Tensor], NetworkOutput]:
    """Total loss of a batch, its parts by name, and what the network said.

    Args:
        canonical: (30,) of `bone_ratios`, for the constraint, on the batch's device.
        run: what runs the network, where that is not the network itself: its compiled form.
    """
    with torch.autocast(batch.image.device.type, torch.bfloat16):
        output = (run or network)(batch.image)
    batch = batch.first(network.keypoints)
    side = output.heatmaps[0].shape[-1]
    target = gaussian_heatmaps(batch.joints, batch.inside, side, sigma)
    per_stack = [heatmap_loss(maps, target, batch.weight) for maps in output.heatmaps]
    total = stage.heatmap * torch.stack(per_stack).sum()
    parts = {f"heatmap{i + 1}": loss.detach() for i, loss in enumerate(per_stack)}
    loss, more = depth_losses(output, batch, stage, network.size, canonical)
    return total + loss, parts | more, output


def depth_losses(
    output: NetworkOutput, batch: Batch, stage: Stage, size: int, canonical: Tensor
) -> tuple[Tensor, dict[str, Tensor]]:
    """Loss of depth and up, the geometric constraint with it, and its parts by name.

    Args:
        batch: of as many keypoints as the output; its images are not looked at.
        size: side of the network's input, px.
        canonical: (30,) of `bone_ratios`, on the batch's device.
    """
    total, parts = output.depth.new_zeros(()).float(), {}
    if stage.depth > 0:
        loss = depth_likelihood(output.depth, output.spread, batch.depth, batch.depth_weight)
        total = total + stage.depth * loss
        with torch.no_grad():
            plain = depth_loss(output.depth, batch.depth, batch.depth_weight)
        parts["depth"], parts["depth_likelihood"] = plain, loss.detach()
    if stage.up > 0:
        loss = up_loss(output.up, output.up_spread, batch.up)
        total = total + stage.up * loss
        parts["up"] = loss.detach()
    if stage.constraint > 0:
        loss = constraint_loss(output.depth, batch, size, canonical)
        total = total + stage.constraint * loss
        parts["constraint"] = loss.detach()
    return total, parts


def constraint_loss(depth: Tensor, batch: Batch, size: int, canonical: Tensor) -> Tensor:
    """The geometric constraint over the images of a batch whose depth is not known."""
    free = (batch.depth_weight.sum(1) == 0) & (batch.weight.sum(1) > 0) & batch.inside.any(1)
    flat = batch.joints / (DEPTH_UNIT * size)
    joints = torch.cat([flat, depth.float().unsqueeze(-1)], -1)
    # No row is left out, for that would wait for the device; a joint that is not known counts none.
    known = batch.inside & (batch.weight > 0.5) & free[:, None]
    return geometric_loss(joints, known, canonical[: depth.shape[1] - 1])
