"""Small networks written by the tests, and the same computed with NumPy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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


def pointing(metadata: Mapping[str, str] = METADATA, shift: float = 0.0) -> onnx.ModelProto:
    """image -> convolution -> means of 16 maps -> `joints` (N, 8, 2) px, moved by a shift."""
    weight, bias = _parameters(16)
    nodes = [
        helper.make_node("Conv", ["image", "weight", "bias"], ["raw"], pads=[1, 1, 1, 1]),
        helper.make_node("Sigmoid", ["raw"], ["heat"]),
        helper.make_node("ReduceMean", ["heat"], ["means"], axes=[2, 3], keepdims=0),
        helper.make_node("Reshape", ["means", "shape"], ["pairs"]),
        helper.make_node("Mul", ["pairs", "side"], ["still"]),
        helper.make_node("Add", ["still", "shift"], ["joints"]),
    ]
    model = network(
        nodes,
        {"joints": ["N", 8, 2]},
        constants={
            "weight": weight / 500,
            "bias": bias,
            "shape": np.array([-1, 8, 2], np.int64),
            "side": np.array(SIDE, np.float32),
            "shift": np.array(shift, np.float32),
        },
    )
    helper.set_model_props(model, dict(metadata))
    return model


def quantised(metadata: Mapping[str, str] = METADATA) -> onnx.ModelProto:
    """`convolution` with its input and weights rounded to 8 bits, symmetrically round zero."""
    weight, bias = _parameters()
    scale = np.float32(np.abs(weight).max() / 127)
    nodes = [
        helper.make_node("QuantizeLinear", ["image", "step", "zero"], ["image8"]),
        helper.make_node("DequantizeLinear", ["image8", "step", "zero"], ["rounded"]),
        helper.make_node("DequantizeLinear", ["weight8", "scale", "zero"], ["weight"]),
        helper.make_node("Conv", ["rounded", "weight", "bias"], ["raw"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["raw"], ["heatmaps"]),
        helper.make_node("ReduceMean", ["heatmaps"], ["scores"], axes=[2, 3], keepdims=0),
    ]
    model = network(
        nodes,
        {"heatmaps": ["N", HEATMAPS, SIDE, SIDE], "scores": ["N", HEATMAPS]},
        constants={
            "weight8": np.round(weight / scale).astype(np.int8),
            "scale": np.array(scale),
            "step": np.array(255 / 127, np.float32),
            "zero": np.array(0, np.int8),
            "bias": bias,
        },
    )
    helper.set_model_props(model, dict(metadata))
    return model


def with_quantised_input(model: onnx.ModelProto, metadata: Mapping[str, str]) -> onnx.ModelProto:
    """The same network behind an image rounded to 8 bits: quantised, if only just."""
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            if name == "image":
                node.input[i] = "rounded"
    constants: dict[str, NDArray[Any]] = {
        "step": np.array(255 / 127, np.float32),
        "zero": np.array(0, np.int8),
    }
    model.graph.initializer.extend(numpy_helper.from_array(v, k) for k, v in constants.items())
    for operation, source, target in (
        ("DequantizeLinear", "image8", "rounded"),
        ("QuantizeLinear", "image", "image8"),
    ):
        node = helper.make_node(operation, [source, "step", "zero"], [target])
        model.graph.node.insert(0, node)
    del model.metadata_props[:]
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
    constants: Mapping[str, NDArray[Any]] | None = None,
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


def _parameters(count: int = HEATMAPS) -> tuple[Array, Array]:
    random = np.random.default_rng(7)
    weight = random.normal(size=(count, CHANNELS, 3, 3)).astype(np.float32)
    return weight, random.normal(size=count).astype(np.float32)
