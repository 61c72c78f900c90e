"""What the network is trained by."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from posecam import skeleton
from training.distributed import mean_over_processes
from training.network.decode import cell_of_pixel
from training.network.lift import clamped_spread

_BONE = {child: row for row, (child, _) in enumerate(skeleton.KEYPOINT_BONES)}
#: Bones whose lengths keep one ratio to the canonical ones: rows of `skeleton.KEYPOINT_BONES`.
GROUPS: tuple[tuple[int, ...], ...] = tuple(
    tuple(
        _BONE[skeleton.KEYPOINT_INDEX[f"{side}_{joint}"]] for joint in joints for side in ("r", "l")
    )
    for joints in (
        ("elbow", "wrist"),
        ("knee", "ankle"),
        ("hip",),
        ("shoulder",),
        ("heel", "big_toe", "small_toe"),
        ("index", "pinky"),
        ("eye", "ear"),
    )
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


def depth_likelihood(
    depth: Tensor, spread: Tensor, target: Tensor, weight: Tensor, share: float = 0.5
) -> Tensor:
    """Negative log-likelihood of depths under a Laplace distribution, weighted mean.

        b^share * (|d| / b + log b),  b = exp(spread), b^share without a gradient

    (Kendall and Gal, NeurIPS 2017; the factor in front keeps what is hard from being given up:
    Seitzer et al., On the Pitfalls of Heteroscedastic Uncertainty Estimation, ICLR 2022, there for
    the normal distribution.) For a given error its minimum lies at b = |d|.

    Args:
        depth, target: (N, K), both relative to the pelvis.
        spread: (N, K) logarithm of the scale b, in the same unit.
        weight: (N, K), 0 where unknown.
    """
    spread = clamped_spread(spread)
    # Rounded off at zero, where the absolute value has no slope.
    distance = ((depth.float() - target).square() + 1e-4).sqrt()
    value = (distance * torch.exp(-spread) + spread) * torch.exp(share * spread.detach())
    return (value * weight).sum() / mean_over_processes(weight.sum()).clamp_min(1.0)


def up_loss(up: Tensor, spread: Tensor, target: Tensor) -> Tensor:
    """Angle to the true direction and its negative log-likelihood, of whom it is known.

        a + (a' / b + log b),  a the angle, radians, exponential of mean b = exp(spread)

    The second part, with a' without a gradient, teaches the scale alone.

    Args:
        up, target: (N, 3) unit vectors; a target of zeros is unknown.
        spread: (N,) logarithm of b.
    """
    known = (target.square().sum(1) > 0.5).float()
    # 2 asin(|u - t| / 2) has a slope everywhere short of the opposite direction.
    half = ((up - target).square().sum(1) + 1e-8).sqrt() / 2
    angle = 2 * torch.asin(half.clamp(max=0.9999))
    spread = spread.float().clamp(-5.0, 1.0)
    value = angle + 0.1 * (angle.detach() * torch.exp(-spread) + spread)
    return (value * known).sum() / mean_over_processes(known.sum()).clamp_min(1.0)


def geometric_loss(joints: Tensor, known: Tensor, canonical: Tensor) -> Tensor:
    """Geometric constraint on the 3D of people whose depth no one knows.

        sum over groups R of  1/|R| * sum over bones e in R of (l_e / L_e - r_R)^2,
        r_R = mean over R of l_e / L_e

    (Zhou et al., ICCV 2017, eq. 5 and 6.) Arms, legs, hips and shoulders are the groups, and feet,
    hands and face where there are keypoints of them: within each the bones have the proportions of
    the canonical skeleton, whatever the person's size.

    Args:
        joints: (N, K, 3), x and y the labels', z the network's, one unit.
        known: (N, K) bool, whether x and y are.
        canonical: (K - 1,) lengths L of the bones of the first K keypoints, in any unit.

    Returns:
        Mean over the people in whom at least one group has two bones; 0 where there is none.
    """
    bones = skeleton.KEYPOINT_BONES[: len(canonical)]
    child, parent = torch.tensor(bones, device=joints.device).T
    # The square root has no slope at zero.
    length = ((joints[:, child] - joints[:, parent]).square().sum(-1) + 1e-8).sqrt()
    ratio = length / canonical
    have = (known[:, child] & known[:, parent]).to(ratio.dtype)
    total = ratio.new_zeros(len(joints))
    counted = torch.zeros(len(joints), dtype=torch.bool, device=joints.device)
    for group in GROUPS:
        rows = [row for row in group if row < len(bones)]
        if not rows:
            continue
        count = have[:, rows].sum(1)
        mean = (ratio[:, rows] * have[:, rows]).sum(1) / count.clamp_min(1)
        spread = ((ratio[:, rows] - mean[:, None]).square() * have[:, rows]).sum(1)
        total = total + torch.where(count >= 2, spread / count.clamp_min(1), 0.0)
        counted = counted | (count >= 2)
    return total.sum() / mean_over_processes(counted.sum().float()).clamp_min(1.0)
