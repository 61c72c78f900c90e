"""Losses against values worked out by hand, and their gradients against finite differences."""

from __future__ import annotations

import math

import pytest
import torch

from posecam import skeleton
from training.losses import depth_loss, gaussian_heatmaps, geometric_loss, heatmap_loss
from training.network.decode import HeatmapDecoder, cell_of_pixel, pixel_of_cell


def test_heatmap_loss_by_hand() -> None:
    logits = torch.zeros(1, 1, 1, 2)  # p = 0.5 in both cells
    target = torch.tensor([[[[1.0, 0.0]]]])
    # each cell: |0.5|^2 * ln 2
    expected = 2 * 0.25 * math.log(2)
    assert heatmap_loss(logits, target, torch.ones(1, 1)).item() == pytest.approx(expected)


def test_heatmap_loss_leaves_unknown_joints_alone() -> None:
    logits = torch.zeros(1, 2, 1, 2, requires_grad=True)
    target = torch.ones(1, 2, 1, 2)
    torch.autograd.backward(heatmap_loss(logits, target, torch.tensor([[1.0, 0.0]])))
    assert logits.grad is not None
    assert logits.grad[0, 0].abs().min() > 0
    assert logits.grad[0, 1].abs().max() == 0


def test_heatmap_loss_is_least_at_the_target() -> None:
    target = torch.full((1, 1, 1, 1), 0.7)
    losses = {
        p: heatmap_loss(torch.logit(torch.full((1, 1, 1, 1), p)), target, torch.ones(1, 1)).item()
        for p in (0.5, 0.65, 0.7, 0.75, 0.9)
    }
    assert min(losses, key=losses.__getitem__) == 0.7
    assert losses[0.7] == pytest.approx(0, abs=1e-6)


def test_depth_loss_by_hand() -> None:
    depth = torch.tensor([[0.05, 1.0, 9.0]])
    target = torch.zeros(1, 3)
    weight = torch.tensor([[1.0, 1.0, 0.0]])
    # 0.5 * 0.05^2 / 0.1 = 0.0125 ; 1 - 0.05 = 0.95 ; the third is not known
    assert depth_loss(depth, target, weight).item() == pytest.approx((0.0125 + 0.95) / 2)


def a_pair_of_arms() -> tuple[torch.Tensor, torch.Tensor]:
    """A person of whom only the right arm is known, straight down: 3 and 1 long."""
    joints, known = torch.zeros(1, 16, 3), torch.zeros(1, 16, dtype=torch.bool)
    at = skeleton.INDEX
    joints[0, at["r_elbow"], 1], joints[0, at["r_wrist"], 1] = 3.0, 4.0
    known[0, [at["r_shoulder"], at["r_elbow"], at["r_wrist"]]] = True
    return joints, known


def test_geometric_loss_by_hand() -> None:
    joints, known = a_pair_of_arms()
    canonical = torch.ones(15)
    # lengths over canonical ones 3 and 1, their mean 2: ((3 - 2)^2 + (1 - 2)^2) / 2
    assert geometric_loss(joints, known, canonical).item() == pytest.approx(1.0, rel=1e-4)
    canonical[[i for i, (c, _) in enumerate(skeleton.BONES) if c == skeleton.INDEX["r_elbow"]]] = 3
    assert geometric_loss(joints, known, canonical).item() == pytest.approx(0.0, abs=1e-6)
    # Depth makes up for what is missing: a forearm that points at the camera is as long as any.
    joints[0, skeleton.INDEX["r_wrist"], 2] = -math.sqrt(8.0)
    assert geometric_loss(joints, known, torch.ones(15)).item() == pytest.approx(0.0, abs=1e-6)


def test_geometric_loss_needs_two_bones_of_a_group() -> None:
    joints, known = a_pair_of_arms()
    known[0, skeleton.INDEX["r_wrist"]] = False
    assert geometric_loss(joints, known, torch.ones(15)).item() == 0
    assert geometric_loss(joints[:0], known[:0], torch.ones(15)).item() == 0


@pytest.mark.parametrize("which", ["heatmap", "depth", "geometric"])
def test_gradients_agree_with_finite_differences(which: str) -> None:
    generator = torch.Generator().manual_seed(0)
    if which == "heatmap":
        x = torch.randn(2, 3, 4, 4, generator=generator)
        target = torch.rand(2, 3, 4, 4, generator=generator)
        weight = torch.rand(2, 3, generator=generator)

        def loss(values: torch.Tensor) -> torch.Tensor:
            return heatmap_loss(values, target, weight)
    elif which == "geometric":
        x = torch.randn(2, 16, 3, generator=generator)
        seen = torch.rand(2, 16, generator=generator) < 0.8
        canonical = 0.5 + torch.rand(15, generator=generator)

        def loss(values: torch.Tensor) -> torch.Tensor:
            return geometric_loss(values, seen, canonical)
    else:
        x = torch.randn(2, 5, generator=generator)
        target = torch.zeros(2, 5)
        weight = torch.rand(2, 5, generator=generator)

        def loss(values: torch.Tensor) -> torch.Tensor:
            return depth_loss(values, target, weight)

    x.requires_grad_()
    (gradient,) = torch.autograd.grad(loss(x), x)
    step = 1e-2
    for index in [(0,) * x.ndim, (1,) + (1,) * (x.ndim - 1)]:
        moved = [x.detach().clone(), x.detach().clone()]
        moved[0][index] += step
        moved[1][index] -= step
        slope = (loss(moved[0]) - loss(moved[1])) / (2 * step)
        assert gradient[index].item() == pytest.approx(slope.item(), rel=0.02, abs=1e-4)


def test_a_heatmap_decodes_to_where_it_was_drawn() -> None:
    joints = torch.tensor([[[30.2, 41.7], [1.0, 222.0], [111.5, 111.5]]])
    inside = torch.tensor([[True, True, False]])
    heat = gaussian_heatmaps(joints, inside, 56, 1.75)
    assert heat[0, 2].max() == 0
    logits = torch.logit(heat.clamp(1e-4, 1 - 1e-4))
    found, scores = HeatmapDecoder(56, 56)(logits)
    # The window round the peak is symmetric about a cell, hence a bias below a fifth of a cell.
    assert (found[0, 0] - joints[0, 0]).abs().max() < 0.8
    assert scores[0, 0] > 0.9
    assert scores[0, 2] < 0.01


def test_cells_and_pixels() -> None:
    cells = torch.arange(5.0)
    torch.testing.assert_close(cell_of_pixel(pixel_of_cell(cells)), cells)
    # the first stride-4 cell covers pixels 0..3: its centre is 1.5
    assert pixel_of_cell(torch.tensor(0.0)).item() == 1.5
