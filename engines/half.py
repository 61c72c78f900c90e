"""A network in half precision: what TensorRT, strongly typed, needs to compute in fp16.

Only the part between the first and the last heavy operation (convolution, matrix product) is
halved, and that between the first and the last on decoded positions, which are small numbers by
then. What prepares the image and what decodes heatmaps stays fp32: between 128 and 256 the next
number after x is x + 0.125 in fp16, too coarse for a joint's position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from engines.engine import EngineError

HEAVY: Final = frozenset({"Conv", "ConvTranspose", "Gemm", "MatMul"})
#: With these a network chooses where something is: what follows computes with positions.
CHOOSING: Final = frozenset({"ArgMax", "ArgMin", "TopK"})
_CONTROL_FLOW: Final = frozenset({"If", "Loop", "Scan"})
#: Their type does not follow their inputs', or the pair has a type of its own.
_STAY_FP32: Final = frozenset(
    {"ConstantOfShape", "DequantizeLinear", "EyeLike", "QuantizeLinear", "Range"}
)
#: Inputs that stay fp32 whatever the type of the data: roi and scales.
_FP32_INPUTS: Final = {"Resize": frozenset({1, 2})}
_LARGEST: Final = float(np.finfo(np.float16).max)
# Smaller tensors stay in fp32: they weigh nothing and may need the range.
_HALVE_ABOVE: Final = 512


def halved(data: bytes, name: str) -> bytes:
    """The network with the arithmetic of its heavy part in fp16; inputs and outputs stay fp32.

    Args:
        data: an .onnx file with its weights inside.
        name: of the file, for messages.

    Raises:
        EngineError: the graph branches at run time, which this conversion does not follow.
    """
    model = onnx.shape_inference.infer_shapes(fold_weight_casts(onnx.load_from_string(data)))
    for node in model.graph.node:
        if node.op_type in _CONTROL_FLOW:
            raise EngineError(
                f"The network {name} cannot be converted to fp16: it branches at run time with "
                f"the operation {node.op_type}."
            )
    _Halving(model.graph).run()
    # Types have changed; what was inferred before would contradict them.
    del model.graph.value_info[:]
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def fold_weight_casts(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same model with weights that are stored in fp16 and widened by a Cast stored as fp32.

    Constant nodes become weights as well: code that rewrites the graph meets one form only.
    """
    folded = onnx.ModelProto()
    folded.CopyFrom(model)
    graph = folded.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    for node in list(graph.node):
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            tensor = node.attribute[0].t
            tensor.name = node.output[0]
            graph.initializer.append(tensor)
        elif (
            node.op_type == "Cast"
            and node.input[0] in weights
            and helper.get_node_attr_value(node, "to") == TensorProto.FLOAT
        ):
            values = numpy_helper.to_array(weights[node.input[0]]).astype(np.float32)
            graph.initializer.append(numpy_helper.from_array(values, node.output[0]))
        else:
            continue
        graph.node.remove(node)
    drop_unused_weights(graph)
    return folded


def halve_weights(model: onnx.ModelProto, *, lossless: bool = False) -> None:
    """Store large fp32 weights as fp16 with a Cast behind each, in place; arithmetic stays fp32.

    Every engine folds the casts away when it loads the file.

    Args:
        lossless: only the weights that fp16 holds exactly.
    """
    graph = model.graph
    casts: list[onnx.NodeProto] = []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(tensor)
        if values.size < _HALVE_ABOVE or np.abs(values).max() > _LARGEST:
            continue
        narrow = values.astype(np.float16)
        if lossless and not np.array_equal(narrow, values):
            continue
        half = numpy_helper.from_array(narrow, f"{tensor.name}.half")
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
        casts.append(
            helper.make_node(
                "Cast",
                [half.name],
                [tensor.name],
                name=f"widen.{tensor.name}",
                to=TensorProto.FLOAT,
            )
        )
    for node in reversed(casts):
        graph.node.insert(0, node)


def drop_unused_weights(graph: onnx.GraphProto) -> None:
    """Remove the weights that no node takes and that are no output, in place."""
    used = {name for node in graph.node for name in node.input} | {o.name for o in graph.output}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def decoding(graph: onnx.GraphProto) -> set[int]:
    """Indices of the nodes that choose where something is, and of all that follows from it."""
    chosen: set[str] = set()
    found = set()
    for index, node in enumerate(graph.node):
        if node.op_type in CHOOSING or not chosen.isdisjoint(node.input):
            chosen.update(node.output)
            found.add(index)
    return found


def heavy_nodes(graph: onnx.GraphProto) -> tuple[set[int], set[int]]:
    """Indices of the heavy operations: those before decoding, and those on decoded positions."""
    heavy = {index for index, node in enumerate(graph.node) if node.op_type in HEAVY}
    late = decoding(graph)
    return heavy - late, heavy & late


class _Halving:
    """The conversion of one graph, in place."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self._weights = {tensor.name: tensor for tensor in graph.initializer}
        values = [*graph.input, *graph.output, *graph.value_info]
        self._floats = {
            v.name for v in values if v.type.tensor_type.elem_type == TensorProto.FLOAT
        } | {t.name for t in graph.initializer if t.data_type == TensorProto.FLOAT}
        self._nodes: list[onnx.NodeProto] = []
        self._half: set[str] = set()
        self._made: dict[str, str] = {}

    def run(self) -> None:
        # Each part by itself: decoding, which lies between the two, is in neither.
        before, after = heavy_nodes(self._graph)
        chosen = self._between(before) | self._between(after)
        for index, node in enumerate(list(self._graph.node)):
            if index in chosen:
                self._halve(node)
            else:
                for i, name in enumerate(node.input):
                    if name in self._half:
                        node.input[i] = self._cast(name, TensorProto.FLOAT)
            self._nodes.append(node)
        for output in self._graph.output:
            if output.name in self._half:
                self._widen_output(output.name)
        del self._graph.node[:]
        self._graph.node.extend(self._nodes)
        drop_unused_weights(self._graph)

    def _between(self, heavy: set[int]) -> set[int]:
        """Indices of the nodes with one of these at or before and at or after them."""
        nodes = list(self._graph.node)

        def reached(
            order: Iterable[int],
            takes: Callable[[onnx.NodeProto], Iterable[str]],
            gives: Callable[[onnx.NodeProto], Iterable[str]],
        ) -> set[int]:
            names: set[str] = set()
            found = set()
            for index in order:
                node = nodes[index]
                if index in heavy or not names.isdisjoint(takes(node)):
                    found.add(index)
                    names.update(gives(node))
            return found

        ahead = reached(range(len(nodes)), lambda n: n.input, lambda n: n.output)
        behind = reached(reversed(range(len(nodes))), lambda n: n.output, lambda n: n.input)
        return {i for i in ahead & behind if self._can_be_halved(nodes[i])}

    def _can_be_halved(self, node: onnx.NodeProto) -> bool:
        if node.op_type in _STAY_FP32 or node.domain not in {"", "ai.onnx"}:
            return False
        weights = [self._weights[name] for name in node.input if name in self._weights]
        return all(
            not values.size or np.abs(values).max() <= _LARGEST
            for values in (
                numpy_helper.to_array(t) for t in weights if t.data_type == TensorProto.FLOAT
            )
        )

    def _halve(self, node: onnx.NodeProto) -> None:
        stay = _FP32_INPUTS.get(node.op_type, frozenset())
        for i, name in enumerate(node.input):
            if i in stay:
                if name in self._half:
                    node.input[i] = self._cast(name, TensorProto.FLOAT)
            elif name in self._floats and name not in self._half:
                node.input[i] = self._halved_input(name)
        if node.op_type == "Cast":
            (to,) = (a for a in node.attribute if a.name == "to")
            if to.i == TensorProto.FLOAT:
                to.i = TensorProto.FLOAT16
        self._half.update(name for name in node.output if name in self._floats)

    def _halved_input(self, name: str) -> str:
        tensor = self._weights.get(name)
        if tensor is None:
            return self._cast(name, TensorProto.FLOAT16)
        half = f"{name}.fp16"
        if half not in self._made:
            values = numpy_helper.to_array(tensor).astype(np.float16)
            self._graph.initializer.append(numpy_helper.from_array(values, half))
            self._made[half] = half
        return half

    def _cast(self, name: str, to: int) -> str:
        """The tensor in another type; cast once however many take it."""
        cast = f"{name}.{'fp16' if to == TensorProto.FLOAT16 else 'fp32'}"
        if cast not in self._made:
            self._nodes.append(helper.make_node("Cast", [name], [cast], f"cast.{cast}", to=to))
            self._made[cast] = cast
        return cast

    def _widen_output(self, name: str) -> None:
        """Give an output of the network, computed in fp16, its name and type back."""
        inside = f"{name}.inside"
        for node in self._nodes:
            for names in (node.input, node.output):
                for i, used in enumerate(names):
                    if used == name:
                        names[i] = inside
        self._nodes.append(
            helper.make_node("Cast", [inside], [name], f"cast.{name}", to=TensorProto.FLOAT)
        )
