"""Images of a batch cut, turned and spoiled where the network trains: what `augment` does to one.

Nothing here waits for the device: what depends on random numbers was drawn before.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from training.augment import Draw, Patch

#: Standard deviations that a Gaussian is cut off at, and so the largest half width of a blur.
_BLUR_REACH = 3.0
_GREY = (0.299, 0.587, 0.114)


Change = Callable[[Tensor], Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Patches of a batch, one a sample.

    Attributes:
        samples: (P,) numbers of the samples.
        patches: (P, 7) x, y, w, h, whether it is an ellipse, the number of another sample or -1,
            and how far down it is cut, 0..1.
        colours: (P, 3).
    """

    samples: Tensor
    patches: Tensor
    colours: Tensor

    def mapped(self, change: Change) -> Cover:
        """The same with every tensor changed."""
        return Cover(change(self.samples), change(self.patches), change(self.colours))


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How the images of a batch are changed, in tensors.

    Attributes:
        back: (N, 2, 3) from px of the samples to px of the stored images.
        contrast, light, grey: (N, 1, 1, 1); tint: (N, 3, 1, 1).
        blurred, noisy: numbers of the samples that this happens to.
        kernels: (B, R) of the blurred ones.
        noise: (M, 1, 1, 1) standard deviations, levels.
        covers: the first patches of the samples, the second ones, which lie above them, ...
    """

    back: Tensor
    contrast: Tensor
    light: Tensor
    grey: Tensor
    tint: Tensor
    blurred: Tensor
    kernels: Tensor
    noisy: Tensor
    noise: Tensor
    covers: tuple[Cover, ...]

    def mapped(self, change: Change) -> Plan:
        """The same with every tensor changed."""
        plain = {n: change(getattr(self, n)) for n in self.__slots__ if n != "covers"}
        return Plan(**plain, covers=tuple(c.mapped(change) for c in self.covers))


def plan(draws: Sequence[Draw], back: NDArray[np.floating]) -> Plan:
    """The plan of so many draws; `other` of a patch is the number of a sample of the batch."""
    blurred = [i for i, d in enumerate(draws) if d.blur > 0]
    noisy = [i for i, d in enumerate(draws) if d.noise > 0]
    most = max((len(d.patches) for d in draws), default=0)
    return Plan(
        back=_floats(back),
        contrast=_floats([d.contrast for d in draws]).view(-1, 1, 1, 1),
        light=_floats([d.light for d in draws]).view(-1, 1, 1, 1),
        grey=torch.tensor([d.grey for d in draws]).view(-1, 1, 1, 1),
        tint=_floats(np.stack([d.tint for d in draws])).view(-1, 3, 1, 1),
        blurred=torch.tensor(blurred, dtype=torch.long),
        kernels=_kernels([draws[i].blur for i in blurred]),
        noisy=torch.tensor(noisy, dtype=torch.long),
        noise=_floats([draws[i].noise for i in noisy]).view(-1, 1, 1, 1),
        covers=tuple(_covers(draws, turn) for turn in range(most)),
    )


def _covers(draws: Sequence[Draw], turn: int) -> Cover:
    """The patches with this number of the samples that have so many."""
    found = [(i, d.patches[turn]) for i, d in enumerate(draws) if len(d.patches) > turn]
    return Cover(
        torch.tensor([i for i, _ in found], dtype=torch.long),
        _floats([_numbers(p) for _, p in found]),
        _floats([p.colour for _, p in found]),
    )


def augment(stored: Tensor, how: Plan, size: int) -> Tensor:
    """(N, 3, size, size) float32, channels last, of (N, S, S, 3) uint8; on their device."""
    image = warp(stored, how.back, size)
    image = ((image - 128) * how.contrast + 128 + how.light) * how.tint
    image = image.clamp_(0, 255).floor_()
    red, green, blue = (image[:, c : c + 1] * share for c, share in enumerate(_GREY))
    image = torch.where(how.grey, (red + green + blue).round(), image)
    if len(how.blurred):
        image[how.blurred] = _blur(image[how.blurred], how.kernels)
    if len(how.noisy):
        some = image[how.noisy]
        some = some + torch.randn_like(some) * how.noise
        image[how.noisy] = some.clamp_(0, 255).floor_()
    for cover in how.covers:
        image[cover.samples] = _covered(image[cover.samples], stored, cover)
    return image.contiguous(memory_format=torch.channels_last)


def warp(stored: Tensor, back: Tensor, size: int) -> Tensor:
    """(N, 3, size, size) whole levels; what lies outside of a stored image is black."""
    side = stored.shape[1]
    ends = 2 / (side - 1)
    steps = torch.arange(size, device=stored.device, dtype=torch.float32)
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    flat = torch.stack([x, y, torch.ones_like(x)], -1).view(-1, 3)
    at = (flat @ back.transpose(1, 2)) * ends - 1
    grid = at.view(-1, size, size, 2)
    image = stored.permute(0, 3, 1, 2).float()
    found = F.grid_sample(image, grid, mode="bilinear", padding_mode="zeros", align_corners=True)
    return found.round_()


def _blur(image: Tensor, kernels: Tensor) -> Tensor:
    """Each image with its own Gaussian, first along rows, then along columns."""
    count, channels, height, width = image.shape
    reach = kernels.shape[1] // 2
    each = kernels.repeat_interleave(channels, 0)
    flat = image.reshape(1, count * channels, height, width)
    flat = F.pad(flat, (reach, reach, reach, reach), mode="reflect")
    flat = F.conv2d(flat, each[:, None, None, :], groups=len(each))
    flat = F.conv2d(flat, each[:, None, :, None], groups=len(each))
    return flat.view(count, channels, height, width).round_()


def _covered(image: Tensor, stored: Tensor, cover: Cover) -> Tensor:
    """(P, 3, H, W) with a patch on each."""
    size, side = image.shape[-1], stored.shape[1]
    steps = torch.arange(size, device=image.device, dtype=torch.float32)
    x, y, w, h, ellipse, other, top = (v.view(-1, 1, 1) for v in cover.patches.unbind(1))
    across, down = steps.view(1, 1, -1) - x, steps.view(1, -1, 1) - y
    within = (across >= 0) & (across < w) & (down >= 0) & (down < h)
    half_w, half_h = (w / 2).floor().clamp_min(1), (h / 2).floor().clamp_min(1)
    out = ((across - half_w) / half_w).square() + ((down - half_h) / half_h).square() > 1
    within &= ~(out & (ellipse > 0.5))
    first = (top * (side - h).clamp_min(0)).floor()
    rows = (first + down).clamp(0, side - 1).long()
    columns = across.clamp(0, side - 1).long()
    piece = stored[other.clamp_min(0).long(), rows, columns].permute(0, 3, 1, 2).float()
    piece = torch.where(other.unsqueeze(1) >= 0, piece, cover.colours[:, :, None, None])
    return torch.where(within[:, None], piece, image)


def _kernels(blurs: Sequence[float]) -> Tensor:
    """(B, R) of sum one; R is odd and wide enough for the widest."""
    if not blurs:
        return torch.zeros(0, 1)
    reach = math.ceil(max(blurs) * _BLUR_REACH)
    steps = torch.arange(-reach, reach + 1, dtype=torch.float32)
    sigma = _floats(blurs)[:, None]
    shape = torch.exp(-(steps**2) / (2 * sigma**2)) * (steps.abs() <= (sigma * _BLUR_REACH).round())
    return shape / shape.sum(1, keepdim=True)


def _numbers(patch: Patch) -> tuple[float, ...]:
    return (
        patch.x,
        patch.y,
        patch.w,
        patch.h,
        float(patch.ellipse),
        patch.other,
        patch.top,
    )


def _floats(values: object) -> Tensor:
    return torch.from_numpy(np.asarray(values, np.float32))
