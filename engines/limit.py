"""The least time a network could take: its multiply-adds over the most this machine does.

The most is measured, not read off a data sheet: the same backend in the same precision runs one
large convolution, which is nothing but multiply-adds.
"""

from __future__ import annotations

import itertools
import math
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import numpy as np

from engines.choose import load
from engines.engine import EngineError, Precision

_CHANNELS: Final = 512
_SIDE: Final = 56
_RUNS: Final = 12


def multiply_adds(data: bytes) -> int:
    """Of the convolutions and matrix products of a network, for one image.

    Raises:
        EngineError: the onnx package is not installed.
    """
    onnx = _onnx()
    model = onnx.shape_inference.infer_shapes(onnx.load_from_string(data))
    graph = model.graph
    shapes = {t.name: list(t.dims) for t in graph.initializer}
    for value in (*graph.input, *graph.output, *graph.value_info):
        # What is free is the batch.
        shapes[value.name] = [d.dim_value or 1 for d in value.type.tensor_type.shape.dim]
    return sum(_of_node(node, shapes) for node in graph.node)


def _of_node(node: Any, shapes: dict[str, list[int]]) -> int:
    if node.op_type not in {"Conv", "Gemm", "MatMul"}:
        return 0
    output = math.prod(shapes[node.output[0]])
    if node.op_type == "Conv":
        return output * math.prod(shapes[node.input[1]][1:])
    transposed = any(a.name == "transA" and a.i for a in node.attribute)
    return output * shapes[node.input[0]][-2 if transposed else -1]


def peak(backend: str, precision: Precision) -> float:
    """Multiply-adds a second of one large 1x1 convolution.

    Raises:
        EngineError: the backend cannot run it, or the onnx package is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "convolution.onnx"
        path.write_bytes(_convolution(quantised=precision == "int8"))
        engine = load(path, backend, precision)
        try:
            image = np.full((1, *engine.input_shape), 0.5, np.float32)
            best = math.inf
            for _ in range(_RUNS):
                start = time.perf_counter()
                engine.run(image)
                best = min(best, time.perf_counter() - start)
        finally:
            engine.close()
    layers = _LAYERS * _CHANNELS * _CHANNELS + 2 * _THIN * _CHANNELS
    return layers * _SIDE * _SIDE / best


_LAYERS: Final = 4
#: Channels at the ends, few, so that moving the images in and out costs nothing.
_THIN: Final = 4


def _convolution(*, quantised: bool) -> bytes:
    """A thin convolution, large ones, a thin one; quantised symmetrically where asked."""
    onnx = _onnx()
    helper, numpy_helper = onnx.helper, onnx.numpy_helper
    random = np.random.default_rng(0)
    widths = [_THIN, *[_CHANNELS] * (_LAYERS + 1), _THIN]
    nodes, constants = [], {"step": np.array(1 / 64, np.float32), "zero": np.array(0, np.int8)}
    name = "image"
    for index, (before, after) in enumerate(itertools.pairwise(widths)):
        weight, values = f"w{index}", random.normal(0, 1 / math.sqrt(before), (after, before, 1, 1))
        if quantised:
            constants[f"{weight} 8"] = np.clip(values * 64, -127, 127).astype(np.int8)
            nodes += [
                helper.make_node(f"{kind}Linear", [source, "step", "zero"], [target])
                for kind, source, target in (
                    ("Quantize", name, f"{name} 8"),
                    ("Dequantize", f"{name} 8", f"{name} rounded"),
                    ("Dequantize", f"{weight} 8", weight),
                )
            ]
            name = f"{name} rounded"
        else:
            constants[weight] = values.astype(np.float32)
        nodes.append(helper.make_node("Conv", [name, weight], [f"x{index}"]))
        name = f"x{index}"
    ends = [
        [helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, ["N", _THIN, _SIDE, _SIDE])]
        for n in ("image", name)
    ]
    weights = [numpy_helper.from_array(v, k) for k, v in _used(constants, nodes)]
    graph = helper.make_graph(nodes, "peak", *ends, weights)
    opset = [helper.make_opsetid("", 13)]
    return bytes(helper.make_model(graph, opset_imports=opset, ir_version=9).SerializeToString())


def _used(constants: dict[str, Any], nodes: Iterable[Any]) -> list[tuple[str, Any]]:
    names = {name for node in nodes for name in node.input}
    return [(k, v) for k, v in constants.items() if k in names]


def _onnx() -> Any:
    try:
        import onnx
    except ModuleNotFoundError:
        raise EngineError(
            "Counting a network's operations takes the onnx package; get it with: pip install onnx."
        ) from None
    return onnx
