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

    The position is the centroid of the heatmap under a Gaussian window round its highest cell;
    the score is the highest value. Only max, comparison-free arithmetic and sums are used, so
    OpenVINO, ONNX Runtime and TensorRT all take it.
    """

    rows: Tensor
    columns: Tensor

    def __init__(self, height: int, width: int, window: float = 1.2) -> None:
        super().__init__()
        self.width = width
        self.sharpness = 1 / (2 * window**2)
        self.register_buffer("rows", torch.arange(height, dtype=torch.float32).view(1, 1, -1, 1))
        self.register_buffer("columns", torch.arange(width, dtype=torch.float32).view(1, 1, 1, -1))

    def forward(self, logits: Tensor) -> tuple[Tensor, Tensor]:
        # The peak is sought in the logits: sigmoids of sure joints are all one.
        highest, best = logits.flatten(2).max(-1)
        heat = logits.sigmoid()
        row = torch.div(best, self.width, rounding_mode="floor")
        column = best - row * self.width
        dy = self.rows - row.to(heat.dtype)[..., None, None]
        dx = self.columns - column.to(heat.dtype)[..., None, None]
        window = heat * torch.exp(-(dx * dx + dy * dy) * self.sharpness)
        total = window.sum((2, 3))
        x = (window * self.columns).sum((2, 3)) / total
        y = (window * self.rows).sum((2, 3)) / total
        return pixel_of_cell(torch.stack([x, y], -1)), highest.sigmoid()
