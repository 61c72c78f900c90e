"""A quantised network as TensorRT takes it: activations in signed numbers round zero.

NAME.int8.onnx rounds each activation to 256 steps of the range that it was seen in, counted from
wherever zero lies in that range: what processors compute fastest. TensorRT counts from zero alone.
The steps get wider by that; the weights stay as they are.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from engines.half import drop_unused_weights, fold_weight_casts

_ROUNDING: Final = frozenset({"QuantizeLinear", "DequantizeLinear"})
#: Inputs of these without their zero, which is 0 in unsigned numbers then.
_WITHOUT_ZERO: Final = 2
_LARGEST: Final = 127


def symmetric(data: bytes) -> bytes:
    """The network with every activation that is quantised in int8 with its zero at 0.

    Args:
        data: an .onnx file in which QuantizeLinear and DequantizeLinear round.
    """
    model = fold_weight_casts(onnx.load_from_string(data))
    graph = model.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    made: dict[tuple[str, str], tuple[str, str]] = {}
    for node in graph.node:
        if node.op_type not in _ROUNDING or node.input[0] in constants:
            continue
        scale, zero = node.input[1], node.input[2] if len(node.input) > _WITHOUT_ZERO else ""
        if (scale, zero) not in made:
            step = _step(
                numpy_helper.to_array(constants[scale]),
                numpy_helper.to_array(constants[zero]) if zero else np.array(0, np.uint8),
            )
            step_name, zero_name = made[scale, zero] = (
                f"{scale}.{zero}.step",
                f"{scale}.{zero}.zero",
            )
            graph.initializer.append(numpy_helper.from_array(step, step_name))
            graph.initializer.append(
                numpy_helper.from_array(np.zeros_like(step, np.int8), zero_name)
            )
        del node.input[1:]
        node.input.extend(made[scale, zero])
    drop_unused_weights(graph)
    del graph.value_info[:]  # it says of activations what type they had
    return bytes(model.SerializeToString())


def _step(scale: NDArray[np.float32], zero: NDArray[Any]) -> NDArray[np.float32]:
    """Of signed numbers that reach as far as these on the side where they reach further."""
    numbers, origin = np.iinfo(zero.dtype), zero.astype(np.float32)
    reach = np.maximum(numbers.max - origin, origin - numbers.min)
    steps: NDArray[np.float32] = np.where(
        (origin == 0) & (numbers.min < 0), scale, scale * reach / _LARGEST
    ).astype(np.float32)
    return steps
