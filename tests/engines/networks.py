"""Small networks written by the tests, and the same computed with NumPy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]

CHANNELS, SIDE = 3, 12
HEATMAPS = 4
METADATA = {
    "joint_names": '["elbow", "knee"]',
    "licence": "Apache-2.0",
    "author": "Ängström",
    "": "x",
}


def images(batch: int, seed: int = 0) -> Array:
    """(batch, 3, 12, 12) float32 in 0..255."""
    shape = (batch, CHANNELS, SIDE, SIDE)
    return np.random.default_rng(seed).uniform(0, 255, shape).astype(np.float32)


def convolution(batch: int | str = "N", metadata: Mapping[str, str] = METADATA) -> onnx.ModelProto:
    """image -> 3x3 convolution, ReLU -> `heatmaps` (N, 4, 12, 12) -> means -> `scores` (N, 4)."""
    nodes = [
        helper.make_node("Conv", ["image", "weight", "bias"], ["raw"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["raw"], ["heatmaps"]),
        helper.make_node("ReduceMean", ["heatmaps"], ["scores"], axes=[2, 3], keepdims=0),
    ]
    weight, bias = _parameters()
    model = network(
        nodes,
        {"heatmaps": [batch, HEATMAPS, SIDE, SIDE], "scores": [batch, HEATMAPS]},
        {"image": [batch, CHANNELS, SIDE, SIDE]},
        {"weight": weight, "bias": bias},
    )
    helper.set_model_props(model, dict(metadata))
    return model


def convolution_in_numpy(batch: Array) -> dict[str, Array]:
    """What `convolution` computes."""
    weight, bias = _parameters()
    padded = np.pad(batch, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    raw = np.einsum("nchwij,ocij->nohw", windows, weight) + bias[:, None, None]
    heatmaps = np.maximum(raw, 0).astype(np.float32)
    return {"heatmaps": heatmaps, "scores": heatmaps.mean((2, 3))}


def network(
    nodes: Sequence[onnx.NodeProto],
    outputs: Mapping[str, Sequence[int | str]],
    inputs: Mapping[str, Sequence[int | str]] | None = None,
    constants: Mapping[str, Array] | None = None,
    *,
    input_type: int = TensorProto.FLOAT,
    domains: Sequence[str] = (),
) -> onnx.ModelProto:
    """A network of these nodes; by default its input is `image` (N, 3, 12, 12) float32."""
    inputs = inputs or {"image": ["N", CHANNELS, SIDE, SIDE]}
    graph = helper.make_graph(
        list(nodes),
        "small",
        [helper.make_tensor_value_info(k, input_type, v) for k, v in inputs.items()],
        [helper.make_tensor_value_info(k, TensorProto.FLOAT, v) for k, v in outputs.items()],
        [numpy_helper.from_array(v, k) for k, v in (constants or {}).items()],
    )
    opsets = [helper.make_opsetid("", 13), *(helper.make_opsetid(d, 1) for d in domains)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def save(model: onnx.ModelProto, path: Path) -> Path:
    path.write_bytes(model.SerializeToString())
    return path


def _parameters() -> tuple[Array, Array]:
    random = np.random.default_rng(7)
    weight = random.normal(size=(HEATMAPS, CHANNELS, 3, 3)).astype(np.float32)
    return weight, random.normal(size=HEATMAPS).astype(np.float32)
