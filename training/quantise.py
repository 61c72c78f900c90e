"""A trained network in int8: both forms that the engines need, calibrated on real images.

The form for the processor (OpenVINO, ONNX Runtime) rounds activations to unsigned numbers; the
symmetric one for TensorRT to signed ones round zero, biases left in floating point. What moves
joints most for the time it takes stays in floating point: see `kept_in_fp32`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from engines import agreement
from engines.choose import load
from engines.engine import Engine, EngineError
from engines.fastest import run_all
from engines.half import CHOOSING, decoding, fold_weight_casts, halve_weights, heavy_nodes
from engines.int8_forms import INT8_FORMS, QUANTISED_DISTANCE, QUANTISED_FROM
from engines.network_file import NetworkFile, read_network
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN, crop_matrix, square_crop
from training.datasets import Records, read

Images = NDArray[np.float32]

CALIBRATION_COUNT: Final = 128
CHECK_COUNT: Final = 64
#: A signed number has 127 steps above zero where an unsigned one has 255.
_SIGNED_STEP: Final = 255 / 127
#: Kinds of operation that stay fp32 besides, tried in this order until the joints stay in place:
#: sums of what lies far apart in range cost joints most, and time least.
_CARE: Final[tuple[tuple[str, ...], ...]] = ((), ("Add",))
#: Of (N, K) numbers; features of cells have more dimensions.
_LARGEST_RANK: Final = 2


@dataclass(frozen=True, slots=True)
class Quantised:
    """What came of it.

    Attributes:
        path: the form for the processor; the symmetric one lies beside it.
        symmetric: the form for TensorRT.
        distance_px, symmetric_distance_px: median distance of the joints to fp32's on images
            that were not used for calibration, px of the input.
        speed: of the form for the processor, over fp32's in the same minute.
    """

    path: Path
    symmetric: Path
    distance_px: float
    symmetric_distance_px: float
    speed: float


def quantise(
    network: Path,
    data: Path,
    out: Path | None = None,
    *,
    calibration: int = CALIBRATION_COUNT,
    check: int = CHECK_COUNT,
) -> Quantised:
    """Write both int8 forms of a network and say what they cost and give.

    Args:
        network: an exported .onnx.
        data: folder of labelled images; its validation split serves for checking where it has
            one.
        out: the form for the processor; by default NETWORK.int8.onnx, where engines look for it.
        calibration, check: numbers of images.

    Raises:
        PosecamError: the network, the folder or the place to write is no good.
    """
    try:
        source = read_network(network)
        reference = load(network, "openvino", "fp32")
    except EngineError as error:
        raise PosecamError(str(error)) from error
    size = reference.input_shape[1]
    try:
        learn = crops(read(data, "train"), size, calibration)
        unseen = crops(read(data, "val"), size, check)
        out = out or network.with_suffix(INT8_FORMS["openvino"][0])
        symmetric = out.with_name(out.name.removesuffix(".onnx") + "-symmetric.onnx")
        model = fold_weight_casts(onnx.load_from_string(source.data))
        check_on = _Check(source, unseen, run_all(reference, unseen))
        distances = [
            check_on.keep_best(lambda kept: quantised(model, learn, kept), out, "openvino"),
            # OpenVINO misplaces all joints with signed activations behind a ReLU.
            check_on.keep_best(
                lambda kept: signed(quantised(model, learn, kept, from_zero=True)),
                symmetric,
                "onnxruntime",
            ),
        ]
        speed = _speed(reference, out)
    finally:
        reference.close()
    found = Quantised(out, symmetric, distances[0], distances[1], speed)
    print(
        f"{out.name}: joints {found.distance_px:.3f} px from fp32 (median of {len(unseen)} "
        f"images), {speed:.2f} times its speed; {symmetric.name}: "
        f"{found.symmetric_distance_px:.3f} px"
    )
    for distance, path in zip(distances, (out, symmetric), strict=True):
        if not agreement.agrees("int8", distance):
            limit = agreement.LIMIT_PX["int8"]
            print(f"{path.name} moves the joints by more than {limit} px: it will not be chosen.")
    return found


def crops(records: Records, size: int, count: int, seed: int = 0) -> Images:
    """(N, 3, size, size) RGB 0..255 of people drawn at random, cut out as when they are tracked.

    Raises:
        PosecamError: no image can be read.
    """
    found = []
    for row in np.random.default_rng(seed).permutation(len(records))[:count]:
        image = cv2.imread(str(records.files[row]), cv2.IMREAD_COLOR)
        if image is not None:
            matrix = crop_matrix(*square_crop(records.box[row], CROP_MARGIN), size)
            crop = cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR)
            found.append(crop[..., ::-1].transpose(2, 0, 1))
    if not found:
        raise PosecamError(f"{records.name} has no image that can be read.")
    return np.ascontiguousarray(np.stack(found), np.float32)


def kept_in_fp32(model: onnx.ModelProto, operations: Collection[str] = ()) -> list[str]:
    """Names of the nodes whose rounding moves the joints more than their speed is worth.

    Found by what they do, never by name: the first convolution, every depthwise one, the last
    heavy operation before each output and the last two before the heatmaps, and whatever decodes
    heatmaps or computes with the positions found. And all the operations of these kinds.
    """
    graph = onnx.shape_inference.infer_shapes(model).graph
    before, _ = heavy_nodes(graph)
    late = decoding(graph)
    ranks = {v.name: len(v.type.tensor_type.shape.dim) for v in (*graph.value_info, *graph.input)}
    heatmaps = {
        name
        for index in late
        if graph.node[index].op_type in CHOOSING
        for name in graph.node[index].input
    }
    # Numbers of the image as a whole, such as depths; features of every cell may be rounded.
    numbers = {
        name
        for index in late
        for name in graph.node[index].input
        if ranks.get(name, _LARGEST_RANK) <= _LARGEST_RANK
    }
    outputs = {output.name for output in graph.output}
    kept = late | _first(graph, before) | _depthwise(graph)
    kept |= _leading_to(graph, before, late, outputs | numbers, 1)
    kept |= _leading_to(graph, before, late, heatmaps, 2)
    kept |= {index for index, node in enumerate(graph.node) if node.op_type in operations}
    return [graph.node[index].name for index in sorted(kept)]


def _first(graph: onnx.GraphProto, heavy: set[int]) -> set[int]:
    """Nodes from the inputs to the first heavy operations, these included."""
    reached = {value.name for value in graph.input}
    found = set()
    for index, node in enumerate(graph.node):
        if not reached.isdisjoint(node.input):
            found.add(index)
            if index not in heavy:
                reached.update(node.output)
    return found


def _depthwise(graph: onnx.GraphProto) -> set[int]:
    return {
        index
        for index, node in enumerate(graph.node)
        if node.op_type == "Conv" and any(a.name == "group" and a.i > 1 for a in node.attribute)
    }


def _leading_to(
    graph: onnx.GraphProto, heavy: set[int], late: set[int], wanted: set[str], layers: int
) -> set[int]:
    """Nodes on the way to these tensors, back to the last heavy operations, `layers` of them.

    Not by way of the late ones: what those take of features is no number of its own.
    """
    left = dict.fromkeys(wanted, layers)
    found = set()
    for index, node in reversed(list(enumerate(graph.node))):
        if index in late:
            continue
        ahead = max((left.get(name, 0) for name in node.output), default=0) - (index in heavy)
        if any(name in left for name in node.output):
            found.add(index)
            if ahead > 0:
                left.update({name: max(ahead, left.get(name, 0)) for name in node.input})
    return found


def signed(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same with unsigned activations, all counted from zero, as signed ones of wider steps.

    Raises:
        PosecamError: some are not counted from zero.
    """
    result = onnx.ModelProto()
    result.CopyFrom(model)
    weights = {tensor.name: tensor for tensor in result.graph.initializer}
    scales: set[str] = set()
    zeros: set[str] = set()
    for node in result.graph.node:
        if node.op_type in {"QuantizeLinear", "DequantizeLinear"}:
            scale, zero = node.input[1], node.input[2]
            values = numpy_helper.to_array(weights[zero])
            if values.any():
                raise PosecamError(f"The activation {node.input[0]} is not counted from zero.")
            if values.dtype == np.uint8:
                scales.add(scale)
                zeros.add(zero)
    for name in scales:
        step = numpy_helper.to_array(weights[name]) * np.float32(_SIGNED_STEP)
        weights[name].CopyFrom(numpy_helper.from_array(step, name))
    for name in zeros:
        values = numpy_helper.to_array(weights[name])
        weights[name].CopyFrom(numpy_helper.from_array(values.astype(np.int8), name))
    # Of activations it was written down what type they had.
    del result.graph.value_info[:]
    return result


def quantised(
    model: onnx.ModelProto,
    images: Images,
    operations: Collection[str] = (),
    *,
    from_zero: bool = False,
) -> onnx.ModelProto:
    """The model with its convolutions and matrix products in int8, calibrated on images.

    Args:
        model: with plain fp32 weights: see `fold_weight_casts`.
        images: (N, C, H, W) as the network takes them.
        operations: kinds of operation that stay fp32 besides those of `kept_in_fp32`.
        from_zero: count every activation from zero, in one step for all channels, which is what
            TensorRT takes.
    """
    # `engines`, imported above, has seen to it that NNCF reports to nobody.
    import nncf
    from nncf.quantization.advanced_parameters import QuantizationParameters

    nncf.set_log_level(logging.ERROR)
    name = model.graph.input[0].name
    dataset: Any = nncf.Dataset([{name: image[None]} for image in images])
    presets = nncf.QuantizationPreset
    activations = QuantizationParameters(per_channel=False if from_zero else None)
    result: onnx.ModelProto = nncf.quantize(
        model,
        dataset,
        preset=presets.PERFORMANCE if from_zero else presets.MIXED,
        subset_size=len(images),
        ignored_scope=nncf.IgnoredScope(names=kept_in_fp32(model, operations)),
        advanced_parameters=nncf.AdvancedQuantizationParameters(
            activations_quantization_params=activations
        ),
    )
    halve_weights(result, lossless=True)
    return result


@dataclass(frozen=True, slots=True)
class _Check:
    """What quantised forms are compared on.

    Attributes:
        source: the network they are made from.
        unseen: images that were not used for calibration.
        expected: what the network gives for them.
    """

    source: NetworkFile
    unseen: Images
    expected: agreement.Outputs

    def keep_best(
        self,
        make: Callable[[Collection[str]], onnx.ModelProto],
        path: Path,
        backend: str,
    ) -> float:
        """Write the boldest form whose joints stay in place, or else the last; its distance.

        Raises:
            PosecamError: it cannot be written, or the backend does not run it.
        """
        distance = float("inf")
        for operations in _CARE:
            last = operations is _CARE[-1]
            try:
                distance = self._keep(make(operations), path, backend)
            except EngineError as error:
                if last:
                    raise PosecamError(str(error)) from error
                continue
            if agreement.agrees("int8", distance):
                break
        return distance

    def _keep(self, model: onnx.ModelProto, path: Path, backend: str) -> float:
        """Write a form, measure how far its joints are from fp32's, and note that in the file."""
        metadata = {**self.source.metadata, QUANTISED_FROM: self.source.sha256}
        _write(model, metadata, path)
        engine = load(path, backend, "int8")
        try:
            distance = agreement.distance_px(run_all(engine, self.unseen), self.expected)
        finally:
            engine.close()
        if distance is None:
            raise PosecamError(f"The outputs of {self.source.name} are no joints.")
        _write(model, {**metadata, QUANTISED_DISTANCE: f"{distance:.4f}"}, path)
        return distance


def _write(model: onnx.ModelProto, metadata: dict[str, str], path: Path) -> None:
    del model.metadata_props[:]
    helper.set_model_props(model, metadata)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(model.SerializeToString())
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error


def _speed(reference: Engine, path: Path, rounds: int = 40) -> float:
    """How many times faster than the reference, the two taking turns.

    By the quicker quarter of the runs: other work of the machine's lengthens some, shortens none.
    """
    image = np.full((1, *reference.input_shape), 127, np.float32)
    quantised = load(path, "openvino", "int8")
    times: list[list[float]] = [[], []]
    for turn in range(rounds):
        for engine, spent in zip((reference, quantised), times, strict=True):
            engine.run(image)  # the other one has taken the processor's caches
            start = time.perf_counter()
            engine.run(image)
            if turn:
                spent.append(time.perf_counter() - start)
    quantised.close()
    slow, quick = (np.percentile(spent, 25) for spent in times)
    return float(slow / quick)
