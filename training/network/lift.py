"""Depth from where the joints are, corrected by what the image shows there.

The lifter is a small residual network on decoded 2D joints (Martinez et al., A Simple yet
Effective Baseline for 3D Human Pose Estimation, ICCV 2017): how far bones are foreshortened tells
depth precisely, and coarse maps lose just that. It cannot know which of two mirrored poses it
sees. The image tells: `DepthFusion` adds a correction from features of the 2D network under every
joint and along every bone, and from the image as a whole (Zhao et al., A Single 2D Pose with
Context is Worth Hundreds for 3D Human Pose Estimation, NeurIPS 2023, with frozen features too).
They can be kept, and learnt from many times as fast as images (`training.deepen`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from posecam import skeleton

#: Depth is regressed in this fraction of the input's side, so that its targets are near one.
DEPTH_UNIT = 0.1
#: Logarithm of the Laplace scale, in `DEPTH_UNIT`, that a network begins with: a quarter of it.
USUAL_SPREAD = -1.4
#: Features that the correction takes from the maps under each place, and from the whole image.
UNDER_EACH, _WHOLE = 32, 128
#: What it is told of each place besides: x, y, score, the lifter's depth and its spread.
TOLD_OF_EACH = 5
#: Share of the features left out at random while it learns.
_DROPPED = 0.35


def clamped_spread(spread: Tensor) -> Tensor:
    """Logarithms of the scale of depths, kept where both its ends make sense."""
    return spread.float().clamp(-4.0, 2.0)


def no_matter_what(layer: nn.Linear, value: float) -> None:
    """Let a layer give this value, whatever it is given, until it has learnt."""
    nn.init.zeros_(layer.weight)
    nn.init.constant_(layer.bias, value)


class _Block(nn.Module):
    """Two normalised layers, added to their input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(*_layer(width, width), *_layer(width, width))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.body(x)
        return out


def _layer(inputs: int, outputs: int) -> tuple[nn.Module, nn.Module, nn.Module]:
    return nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True)


class _DroppingBlock(nn.Module):
    """The same, a part of its inputs left out at random while it learns."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Dropout(_DROPPED),
            *_layer(width, width),
            nn.Dropout(_DROPPED),
            *_layer(width, width),
        )

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.body(x)
        return out


class Lifter(nn.Module):
    """2D joints and their scores to depths; it never sees an image.

    Args:
        size: side of the network's input, px.
        keypoints: how many there are, K.
    """

    def __init__(
        self, size: int, width: int = 384, keypoints: int = skeleton.KEYPOINT_COUNT
    ) -> None:
        super().__init__()
        self.unit = DEPTH_UNIT * size
        self.width = width
        self.body = nn.Sequential(*_layer(3 * keypoints, width), _Block(width), _Block(width))
        self.out = nn.Linear(width, keypoints)
        self.spread = nn.Linear(width, keypoints)
        no_matter_what(self.spread, USUAL_SPREAD)

    def forward(self, positions: Tensor, scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Depths from (N, K, 2) positions in input px and (N, K) scores.

        Returns:
            (N, K) depths in `DEPTH_UNIT` of the side, relative to the pelvis, whose own is zero;
            (N, K) the logarithm of their Laplace scale in the same unit; and (N, width) what both
            were made from.
        """
        root = skeleton.ROOT
        flat = (positions - positions[:, root : root + 1]) / self.unit
        hidden: Tensor = self.body(torch.cat([flat.flatten(1), scores], 1))
        depth: Tensor = self.out(hidden)
        return depth - depth[:, root : root + 1], self.spread(hidden), hidden


class Standard(nn.Module):
    """Numbers in deviations from their mean, no more than `LIMIT` of them.

    Features of frozen layers are of any size; `settle` measures them. Until then nothing changes.
    """

    LIMIT = 8.0
    mean: Tensor
    deviation: Tensor

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("deviation", torch.ones(channels))

    def settle(self, values: Tensor) -> None:
        """Take mean and deviation from (..., C) values."""
        flat = values.flatten(0, -2).float()
        self.mean.copy_(flat.mean(0))
        self.deviation.copy_(flat.std(0).clamp_min(1e-3))

    def forward(self, x: Tensor) -> Tensor:
        return ((x - self.mean) / self.deviation).clamp(-self.LIMIT, self.LIMIT)


def places(positions: Tensor) -> Tensor:
    """(N, 2K - 1, 2) px where the image is looked at: keypoints, and the middles of their bones."""
    children, parents = _ends(positions.shape[1])
    return torch.cat([positions, (positions[:, children] + positions[:, parents]) / 2], 1)


def _ends(keypoints: int) -> tuple[list[int], list[int]]:
    """Children and parents of the bones between the first so many keypoints."""
    bones = skeleton.KEYPOINT_BONES[: keypoints - 1]
    return [child for child, _ in bones], [parent for _, parent in bones]


def features_under(points: Tensor, maps: Sequence[Tensor], size: int) -> Tensor:
    """(N, P, C) features under points, bilinear, the channels of all maps after one another.

    The weights of the cells are made of products: every engine computes those alike.

    Args:
        points: (N, P, 2) px of the input; from outside, the nearest cell is taken.
        maps: (N, C', S, S) each, over the whole input.
        size: side of the input, px.
    """
    under = []
    for features in maps:
        side = features.shape[-1]
        at = ((points + 0.5) * (side / size) - 0.5).clamp(0, side - 1)
        cells = torch.arange(side, dtype=points.dtype, device=points.device)
        across = (1 - (at[..., 0:1] - cells).abs()).clamp_min(0)
        down = (1 - (at[..., 1:2] - cells).abs()).clamp_min(0)
        weight = down[..., :, None] * across[..., None, :]
        under.append(weight.flatten(2) @ features.flatten(2).transpose(1, 2).to(weight.dtype))
    return torch.cat(under, 2)


@dataclass(frozen=True, slots=True)
class Seen:
    """All that depth and up are made of: a few thousand numbers an image.

    Attributes:
        positions: (N, K, 2) decoded keypoints, px of the input.
        scores: (N, K).
        under: (N, 2K - 1, C) features under keypoints and bones (`features_under`).
        whole: (N, W) features of the image as a whole.
        lifted, lifted_spread: (N, K) each, what the lifter says of depth.
    """

    positions: Tensor
    scores: Tensor
    under: Tensor
    whole: Tensor
    lifted: Tensor
    lifted_spread: Tensor


class DepthFusion(nn.Module):
    """The correction of the lifter's depths. It starts as none at all.

    Args:
        under: channels of the features under each place.
        whole: features of the image as a whole.
        size: side of the network's input, px.
        keypoints: how many there are, K.
    """

    def __init__(
        self,
        under: int,
        whole: int,
        size: int,
        width: int = 512,
        keypoints: int = skeleton.KEYPOINT_COUNT,
    ) -> None:
        super().__init__()
        self.unit, self.width = DEPTH_UNIT * size, width
        self._made_with = (under, whole, size, width, keypoints)
        looked_at = 2 * keypoints - 1
        self.standard, self.standard_whole = Standard(under), Standard(whole)
        self.each = nn.Sequential(
            nn.Dropout(_DROPPED),
            nn.Linear(under, 48),
            nn.ReLU(inplace=True),
            nn.Linear(48, UNDER_EACH),
        )
        self.whole = nn.Sequential(
            nn.Dropout(_DROPPED), nn.Linear(whole, _WHOLE), nn.ReLU(inplace=True)
        )
        inputs = (UNDER_EACH + TOLD_OF_EACH) * looked_at + _WHOLE
        self.body = nn.Sequential(
            *_layer(inputs, width), _DroppingBlock(width), _DroppingBlock(width)
        )
        self.out = nn.Linear(width, keypoints)
        self.spread = nn.Linear(width, keypoints)
        no_matter_what(self.out, 0.0)
        no_matter_what(self.spread, 0.0)

    def anew(self) -> DepthFusion:
        """One of the same shape that has learnt nothing."""
        return DepthFusion(*self._made_with)

    def forward(self, seen: Seen) -> tuple[Tensor, Tensor, Tensor]:
        """(N, K) to be added to the lifter's depths, (N, K) to the logarithm of their scale, and
        (N, width) what both were made from."""
        root = skeleton.ROOT
        children, parents = _ends(seen.scores.shape[1])
        flat = (seen.positions - seen.positions[:, root : root + 1]) / self.unit
        spread = clamped_spread(seen.lifted_spread)
        told = torch.cat([flat, torch.stack([seen.scores, seen.lifted, spread], -1)], -1)
        bones = told[:, children] - told[:, parents]
        each = self.each(self.standard(seen.under))
        whole = self.whole(self.standard_whole(seen.whole))
        told = torch.cat([told, bones], 1)
        hidden = self.body(torch.cat([each.flatten(1), told.flatten(1), whole], 1))
        depth: Tensor = self.out(hidden)
        return depth - depth[:, root : root + 1], self.spread(hidden), hidden
