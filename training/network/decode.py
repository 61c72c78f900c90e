"""Heatmaps to joints, inside the graph, so that every engine decodes alike."""

from __future__ import annotations

import torch
from torch import Tensor, nn

STRIDE = 4


def pixel_of_cell(cell: Tensor) -> Tensor:
    """Centre of a stride-4 cell in input pixels (integer coordinates are pixel centres)."""
    return cell * STRIDE + (STRIDE - 1) / 2


def cell_of_pixel(pixel: Tensor) -> Tensor:
    """Inverse of `pixel_of_cell`."""
    return (pixel - (STRIDE - 1) / 2) / STRIDE


class HeatmapDecoder(nn.Module):
    """(N, J, H, W) logits to sub-pixel positions (N, J, 2) in input pixels and scores (N, J).

    With m the highest logit and c its cell, the position is the centroid of

        exp(sharpness * (logit - m)) * exp(-|cell - c|^2 / (2 window^2))

    and the score is sigmoid(m). Peaks are broad and flat; a window as wide as they are keeps the
    centroid where it is when rounding moves c to a neighbouring cell, so that bf16 and int8 find
    the same joints. Sharpness and window were chosen on training photos. Only max, exp and sums
    are used, so OpenVINO, ONNX Runtime and TensorRT all take it.
    """

    rows: Tensor
    columns: Tensor

    def __init__(
        self, height: int, width: int, window: float = 4.5, sharpness: float = 2.0
    ) -> None:
        super().__init__()
        self.width = width
        self.sharpness = sharpness
        self.narrowness = 1 / (2 * window**2)
        self.register_buffer("rows", torch.arange(height, dtype=torch.float32).view(1, 1, -1, 1))
        self.register_buffer("columns", torch.arange(width, dtype=torch.float32).view(1, 1, 1, -1))

    def forward(self, logits: Tensor) -> tuple[Tensor, Tensor]:
        positions, scores, _ = self.decode(logits)
        return positions, scores

    def decode(self, logits: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Positions, scores, and the weights (N, J, H, W) whose centroids the positions are."""
        highest, best = logits.flatten(2).max(-1)
        row = torch.div(best, self.width, rounding_mode="floor")
        column = best - row * self.width
        dy = self.rows - row.to(logits.dtype)[..., None, None]
        dx = self.columns - column.to(logits.dtype)[..., None, None]
        height = self.sharpness * (logits - highest[..., None, None])
        weight = torch.exp(height - (dx * dx + dy * dy) * self.narrowness)
        weight = weight / weight.sum((2, 3), keepdim=True)
        x = (weight * self.columns).sum((2, 3))
        y = (weight * self.rows).sum((2, 3))
        return pixel_of_cell(torch.stack([x, y], -1)), highest.sigmoid(), weight
