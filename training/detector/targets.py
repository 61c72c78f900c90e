"""What the detector is to say of a scene, and the price of saying something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training.detector.compose import Scene
from training.detector.network import STRIDE, Maps

# Spread of the heatmap's peak over the box's side, and the least, in cells.
_SPREAD, _LEAST_SPREAD = 0.1, 0.55
# Cells nearer to the middle than this height of the peak learn the box.
_BOX_FROM = 0.4
_BOX_WEIGHT = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Scenes and their targets.

    Attributes:
        image: (N, 3, H, W) float32, channels last.
        heat: (N, 1, h, w) 0..1, one at the cell of a person's middle.
        care: (N, 1, h, w) 0 where it does not matter.
        boxes: (N, 4, h, w) box of the person that the cell belongs to, input px.
        box_weight: (N, h, w).
    """

    image: Tensor
    heat: Tensor
    care: Tensor
    boxes: Tensor
    box_weight: Tensor


def make_batch(scenes: Sequence[Scene]) -> Batch:
    """Stack scenes with their targets."""
    image = torch.from_numpy(np.stack([s.image for s in scenes])).permute(0, 3, 1, 2)
    targets = [_targets(scene) for scene in scenes]
    stacked = [torch.from_numpy(np.stack(parts)) for parts in zip(*targets, strict=True)]
    return Batch(image.float().contiguous(memory_format=torch.channels_last), *stacked)


def _targets(scene: Scene) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    height, width = (side // STRIDE for side in scene.image.shape[:2])
    heat = np.zeros((height, width), np.float32)
    care = np.ones((height, width), np.float32)
    boxes = np.zeros((4, height, width), np.float32)
    weight = np.zeros((height, width), np.float32)
    middles = (
        (np.arange(width) * STRIDE + (STRIDE - 1) / 2)[None],
        (np.arange(height) * STRIDE + (STRIDE - 1) / 2)[:, None],
    )
    for x, y, w, h in scene.ignored:
        inside = (abs(middles[0] - x - w / 2) <= w / 2) & (abs(middles[1] - y - h / 2) <= h / 2)
        care[inside] = 0
    # The largest first: smaller ones, in front of or beside it, take their cells from it.
    order = np.argsort(-scene.boxes[:, 2] * scene.boxes[:, 3])
    for box in scene.boxes[order]:
        x, y, w, h = (float(v) for v in box)
        column = int(np.clip((x + w / 2) / STRIDE, 0, width - 1))
        row = int(np.clip((y + h / 2) / STRIDE, 0, height - 1))
        sx = max(_SPREAD * w / STRIDE, _LEAST_SPREAD)
        sy = max(_SPREAD * h / STRIDE, _LEAST_SPREAD)
        dx = (np.arange(width) - column)[None] / sx
        dy = (np.arange(height) - row)[:, None] / sy
        peak = np.exp(-(dx**2 + dy**2) / 2).astype(np.float32)
        np.maximum(heat, peak, out=heat)
        near = peak >= _BOX_FROM
        boxes[:, near] = box[:, None]
        weight[near] = peak[near] / float(peak[near].sum())
        care[row, column] = 1
    return heat[None], care[None], boxes, weight


def detector_loss(maps: Maps, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Total loss and its parts by name.

    Heat: the penalty-reduced focal loss of CornerNet (Law & Deng, ECCV 2018, eq. 1, alpha 2,
    beta 4). Boxes: 1 - GIoU (Rezatofighi et al., CVPR 2019). Both over the number of people.
    """
    logits = maps.heat.float()
    score = logits.sigmoid()
    here = (batch.heat == 1).float()
    found = -F.logsigmoid(logits) * (1 - score) ** 2 * here
    empty = -F.logsigmoid(-logits) * score**2 * (1 - batch.heat) ** 4 * (1 - here)
    count = here.sum().clamp_min(1.0)
    heat = ((found + empty) * batch.care).sum() / count
    box = ((1 - generalised_iou(maps.boxes, batch.boxes)) * batch.box_weight).sum()
    box = box / batch.box_weight.sum().clamp_min(1e-6)
    total = heat + _BOX_WEIGHT * box
    return total, {"heat": float(heat.detach()), "box": float(box.detach())}


def generalised_iou(a: Tensor, b: Tensor) -> Tensor:
    """(N, h, w) of two maps of boxes (N, 4, h, w): x, y, w, h."""
    a0, a1 = a[:, :2], a[:, :2] + a[:, 2:]
    b0, b1 = b[:, :2], b[:, :2] + b[:, 2:]
    shared = (torch.minimum(a1, b1) - torch.maximum(a0, b0)).clamp_min(0).prod(1)
    union = a[:, 2:].prod(1) + b[:, 2:].prod(1) - shared
    hull = (torch.maximum(a1, b1) - torch.minimum(a0, b0)).prod(1)
    eps = 1e-6
    return shared / (union + eps) - (hull - union) / (hull + eps)
