"""The weights of a network of the first sixteen keypoints, for one of more.

What the sixteen come out as does not change: layers that take keypoints take the new ones times
zero, and layers that give keypoints give the new ones what the nearest of the sixteen gets.
"""

from __future__ import annotations

import torch
from torch import Tensor

from posecam import skeleton
from training.network.hourglass import StackedHourglass
from training.network.lite import HourglassLite


def nearest_known(known: int, wanted: int) -> list[int]:
    """For each of the first `wanted` keypoints, itself or its nearest ancestor below `known`."""
    out = []
    for keypoint in range(wanted):
        at = keypoint
        while at >= known:
            at = skeleton.KEYPOINT_PARENTS[at]
        out.append(at)
    return out


def widened(
    network: HourglassLite | StackedHourglass, state: dict[str, Tensor], known: int
) -> dict[str, Tensor]:
    """A copy of the state with `network.keypoints` keypoints in place of `known`.

    Args:
        network: what it is for.
        state: weights of a network of the same configuration and size.
        known: how many keypoints that one had, no more than `network` has.
    """
    if known == network.keypoints:
        return state
    near = nearest_known(known, network.keypoints)
    out = dict(state)
    giving, taking = (
        _lite_layers() if isinstance(network, HourglassLite) else _paper_layers(network)
    )
    for layer in giving:
        for name in (f"{layer}.weight", f"{layer}.bias"):
            if name in out:
                out[name] = out[name][near].clone()
    for layer, each in taking.items():
        name = f"{layer}.weight"
        if name in out:
            out[name] = _with_inputs(out[name], each, known, network.keypoints, layer)
    if "correct.1.weight" in out:  # a correction of what the new ones begin as would be a guess
        for name in ("correct.1.weight", "correct.1.bias"):
            out[name][known:] = 0
    return out


def _lite_layers() -> tuple[list[str], dict[str, list[int]]]:
    # What corrects depth begins anew: it is given all keypoints and their bones in one row.
    giving = ["head.out", "correct.1", "lift.out", "lift.spread"]
    return giving, {"merge.0": [1], "lift.body.0": [2, 1]}


def _paper_layers(network: StackedHourglass) -> tuple[list[str], dict[str, list[int]]]:
    stacks = range(len(network.heads))
    giving = [*(f"heads.{i}" for i in stacks), "depth.out", "depth.spread"]
    return giving, {f"heatmap_back.{i}": [1] for i in stacks}


#: Layers that take the keypoints first and something else after them, and the other way round.
_FIRST = frozenset({"lift.body.0"})


def _with_inputs(weight: Tensor, each: list[int], known: int, wanted: int, layer: str) -> Tensor:
    """The weight with zeros for the inputs of new keypoints.

    Args:
        each: inputs a keypoint of every block of keypoints, in order.
    """
    sizes = [known * n for n in each]
    rest = weight.shape[1] - sum(sizes)
    parts = (
        list(torch.split(weight, [*sizes, rest], 1))
        if layer in _FIRST
        else list(torch.split(weight, [rest, *sizes], 1))
    )
    blocks = range(len(each)) if layer in _FIRST else range(1, len(each) + 1)
    for at, n in zip(blocks, each, strict=True):
        more = weight.new_zeros(len(weight), (wanted - known) * n, *weight.shape[2:])
        parts[at] = torch.cat([parts[at], more], 1)
    return torch.cat(parts, 1)
