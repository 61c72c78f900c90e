"""Runs a tfjs graph node by node as its file says: what our own module is compared with."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.network.movenet import read_arrays


def run_graph(path: Path, start: str, image: Tensor, outputs: list[str]) -> list[Tensor]:
    """Outputs by name of an NHWC image fed in at the node `start`."""
    nodes = {n["name"]: n for n in json.loads(path.read_text())["modelTopology"]["node"]}
    values: dict[str, Tensor] = {
        name: torch.from_numpy(array.astype(np.float32))
        for name, array in read_arrays(path).items()
    }
    values[start] = image

    def value(name: str) -> Tensor:
        if name not in values:
            node = nodes[name]
            values[name] = _apply(node, [value(i) for i in node.get("input", [])])
        return values[name]

    with torch.no_grad():
        return [value(name) for name in outputs]


def _attribute(node: dict[str, Any], key: str) -> list[str]:
    return [
        base64.b64decode(s).decode() for s in node["attr"].get(key, {}).get("list", {}).get("s", [])
    ]


def _apply(node: dict[str, Any], inputs: list[Tensor]) -> Tensor:
    operation = node["op"]
    if operation == "Sub":
        return inputs[0] - inputs[1]
    if operation == "Mul":
        return inputs[0] * inputs[1]
    if operation == "AddV2":
        return inputs[0] + inputs[1]
    if operation == "ResizeBilinear":
        assert node["attr"]["half_pixel_centers"]["b"]
        image = inputs[0].permute(0, 3, 1, 2)
        doubled = functional.interpolate(
            image, scale_factor=2, mode="bilinear", align_corners=False
        )
        return doubled.permute(0, 2, 3, 1)
    assert "onv2" in operation.lower(), operation
    return _convolve(node, inputs)


def _convolve(node: dict[str, Any], inputs: list[Tensor]) -> Tensor:
    image, kernel = inputs[0].permute(0, 3, 1, 2), inputs[1]
    stride = int(node["attr"]["strides"]["list"]["i"][1])
    depthwise = "epthwise" in node["op"]
    height, width, channels, _ = kernel.shape
    kernel = kernel.permute(2, 3, 0, 1) if depthwise else kernel.permute(3, 2, 0, 1)
    if base64.b64decode(node["attr"]["padding"]["s"]) == b"SAME":
        pads: list[int] = []
        for side, extent in ((image.shape[3], width), (image.shape[2], height)):
            needed = max((-(-side // stride) - 1) * stride + extent - side, 0)
            pads += [needed // 2, needed - needed // 2]
        image = functional.pad(image, pads)
    fused = _attribute(node, "fused_ops")
    bias = inputs[2] if "BiasAdd" in fused else None
    out = functional.conv2d(image, kernel, bias, stride, groups=channels if depthwise else 1)
    if "Relu6" in fused:
        out = functional.relu6(out)
    elif "Relu" in fused:
        out = functional.relu(out)
    return out.permute(0, 2, 3, 1)
