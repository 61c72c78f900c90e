"""What the network is trained by."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from posecam import skeleton
from training.distributed import mean_over_processes
from training.network.decode import cell_of_pixel

_BONE = {child: row for row, (child, _) in enumerate(skeleton.BONES)}
#: Bones whose lengths keep one ratio to the canonical ones: rows of `skeleton.BONES`.
GROUPS: tuple[tuple[int, ...], ...] = tuple(
    tuple(_BONE[skeleton.INDEX[f"{side}_{joint}"]] for joint in joints for side in ("r", "l"))
    for joints in (("elbow", "wrist"), ("knee", "ankle"), ("hip",), ("shoulder",))
)


def gaussian_heatmaps(joints: Tensor, inside: Tensor, side: int, sigma: float) -> Tensor:
    """(N, J, side, side) targets: exp(-d^2 / 2 sigma^2) round each joint, empty where not inside.

    Args:
        joints: (N, J, 2) input px.
        inside: (N, J) bool.
        sigma: in cells.
    """
    cells = torch.arange(side, dtype=joints.dtype, device=joints.device)
    centre = cell_of_pixel(joints)
    gx = torch.exp(-((cells - centre[..., 0:1]) ** 2) / (2 * sigma**2))
    gy = torch.exp(-((cells - centre[..., 1:2]) ** 2) / (2 * sigma**2))
    return gy[..., :, None] * gx[..., None, :] * inside[..., None, None]


def heatmap_loss(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Quality focal loss of heatmaps, summed over cells, weighted mean over joints.

        |g - p|^2 * BCE(p, g),  p = sigmoid(logit)

    (Li et al., Generalized Focal Loss, NeurIPS 2020, eq. 5 with beta = 2.) The many easy empty
    cells count little, and p = g is the minimum, so the peak's height is a calibrated score.

    Args:
        logits, target: (N, J, H, W); target in 0..1.
        weight: (N, J), 0 where the joint is not known.
    """
    logits = logits.float()
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    focus = (target - logits.sigmoid()).square()
    per_joint = (focus * entropy).sum((2, 3))
    return (per_joint * weight).sum() / mean_over_processes(weight.sum()).clamp_min(1.0)


def depth_loss(depth: Tensor, target: Tensor, weight: Tensor, beta: float = 0.1) -> Tensor:
    """Smooth L1 of depths relative to the pelvis, weighted mean.

        0.5 d^2 / beta  where |d| < beta,  |d| - 0.5 beta elsewhere

    (Girshick, Fast R-CNN, ICCV 2015, eq. 3, with the bend at beta.)

    Args:
        depth, target: (N, J), both relative to the pelvis.
        weight: (N, J), 0 where unknown.
    """
    error = F.smooth_l1_loss(depth.float(), target, beta=beta, reduction="none")
    return (error * weight).sum() / mean_over_processes(weight.sum()).clamp_min(1.0)


def geometric_loss(joints: Tensor, known: Tensor, canonical: Tensor) -> Tensor:
    """Geometric constraint on the 3D of people whose depth nobody knows.

        sum over groups R of  1/|R| * sum over bones e in R of (l_e / L_e - r_R)^2,
        r_R = mean over R of l_e / L_e

    (Zhou et al., ICCV 2017, eq. 5 and 6.) Arms, legs, hips and shoulders are the groups: within
    each the bones have the proportions of the canonical skeleton, whatever the person's size.

    Args:
        joints: (N, 16, 3), x and y the labels', z the network's, one unit.
        known: (N, 16) bool, whether x and y are.
        canonical: (15,) lengths L of `skeleton.BONES`, in any unit.

    Returns:
        Mean over the people in whom at least one group has two bones; 0 where there is none.
    """
    child, parent = torch.tensor(skeleton.BONES, device=joints.device).T
    # The square root has no slope at zero.
    length = ((joints[:, child] - joints[:, parent]).square().sum(-1) + 1e-8).sqrt()
    ratio = length / canonical
    have = (known[:, child] & known[:, parent]).to(ratio.dtype)
    total = ratio.new_zeros(len(joints))
    counted = torch.zeros(len(joints), dtype=torch.bool, device=joints.device)
    for group in GROUPS:
        rows = list(group)
        count = have[:, rows].sum(1)
        mean = (ratio[:, rows] * have[:, rows]).sum(1) / count.clamp_min(1)
        spread = ((ratio[:, rows] - mean[:, None]).square() * have[:, rows]).sum(1)
        total = total + torch.where(count >= 2, spread / count.clamp_min(1), 0.0)
        counted = counted | (count >= 2)
    return total.sum() / mean_over_processes(counted.sum().float()).clamp_min(1.0)
