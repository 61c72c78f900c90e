"""A trained network in int8, calibrated on real images.

Activations are rounded to steps of the range they were seen in; TensorRT, which counts from zero,
is given the same in wider steps (`engines.symmetric`), so the joints of both are looked at. What
moves joints most for the time it takes stays in floating point: see `kept_in_fp32`.
"""

from __future__ import annotations

import logging
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper

from engines import agreement
from engines.choose import load
from engines.engine import Engine, EngineError
from engines.fastest import run_all
from engines.half import CHOOSING, HEAVY, decoding, fold_weight_casts, halve_weights, heavy_nodes
from engines.int8_form import QUANTISED_DISTANCE, QUANTISED_FROM, SUFFIX
from engines.network_file import NetworkFile, read_network
from engines.symmetric import symmetric
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN, crop_matrix, square_crop
from training.datasets import Records, read

Images = NDArray[np.float32]

CALIBRATION_COUNT: Final = 128
CHECK_COUNT: Final = 64
#: Of (N, K) numbers; features of cells have more dimensions.
_LARGEST_RANK: Final = 2


@dataclass(frozen=True, slots=True)
class Quantised:
    """What came of it.

    Attributes:
        path: the form.
        distance_px: median distance of the joints to fp32's on images that were not used for
            calibration, px of the input: on the processor or as TensorRT computes, whichever is
            further.
        speed: on the processor, over fp32's in the same minute.
    """

    path: Path
    distance_px: float
    speed: float


def quantise(
    network: Path,
    data: Path,
    out: Path | None = None,
    *,
    calibration: int = CALIBRATION_COUNT,
    check: int = CHECK_COUNT,
) -> Quantised:
    """Write the int8 form of a network and say what it costs and gives.

    Args:
        network: an exported .onnx.
        data: folder of labelled images; its validation split serves for checking where it has
            one.
        out: the form; by default NETWORK.int8.onnx, where engines look for it.
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
        out = out or network.with_suffix(SUFFIX)
        model = fold_weight_casts(onnx.load_from_string(source.data))
        check_on = _Check(source, unseen, run_all(reference, unseen))
        distance = check_on.keep(quantised(model, learn), out)
        speed = _speed(reference, out)
    finally:
        reference.close()
    print(
        f"{out.name}: joints {distance:.3f} px from fp32 (median of {len(unseen)} images), "
        f"{speed:.2f} times its speed"
    )
    if not agreement.agrees("int8", distance):
        limit = agreement.LIMIT_PX["int8"]
        print(f"{out.name} moves the joints by more than {limit} px: it will not be chosen.")
    return Quantised(out, distance, speed)


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


def kept_in_fp32(model: onnx.ModelProto) -> list[str]:
    """Names of the nodes whose rounding moves the joints more than their speed is worth.

    Found by what they do, never by name: the first convolution, every depthwise one, the last
    heavy operation before each output, the last two before the heatmaps and before features that
    are looked up where joints are, and whatever follows from the heatmaps: decoding, and what is
    computed with the positions found. And all sums: of what lies far apart in range they cost
    joints most, and time least.
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
    # Numbers of the image as a whole, such as depths.
    numbers = {
        name
        for index in late
        for name in graph.node[index].input
        if ranks.get(name, _LARGEST_RANK) <= _LARGEST_RANK
    }
    made = {name for index in late for name in graph.node[index].output}
    looked_up = {
        name
        for index in late
        for name in graph.node[index].input
        if ranks.get(name, 0) > _LARGEST_RANK and name not in made
    }
    outputs = {output.name for output in graph.output}
    kept = late | _first(graph, before) | _depthwise(graph)
    kept |= _leading_to(graph, before, late, outputs | numbers, 1)
    kept |= _leading_to(graph, before, late, heatmaps, 2)
    kept |= _leading_to(graph, before, late, looked_up, 2)
    kept |= _following(graph, heatmaps)
    kept |= {index for index, node in enumerate(graph.node) if node.op_type == "Add"}
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


def _following(graph: onnx.GraphProto, wanted: set[str]) -> set[int]:
    """Nodes that these tensors lead to, by way of other forms of the same numbers too."""
    constants = {tensor.name for tensor in graph.initializer}
    reached = set(wanted)
    for node in reversed(graph.node):
        sources = [name for name in node.input if name and name not in constants]
        if len(sources) == 1 and node.op_type not in HEAVY and not reached.isdisjoint(node.output):
            reached.update(sources)
    found = set()
    for index, node in enumerate(graph.node):
        if not reached.isdisjoint(node.input):
            reached.update(node.output)
            found.add(index)
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


def quantised(model: onnx.ModelProto, images: Images) -> onnx.ModelProto:
    """The model with its convolutions and matrix products in int8, calibrated on images.

    Args:
        model: with plain fp32 weights: see `fold_weight_casts`.
        images: (N, C, H, W) as the network takes them.
    """
    # `engines`, imported above, has seen to it that NNCF reports to no person.
    import nncf
    from nncf.quantization.advanced_parameters import QuantizationParameters

    nncf.set_log_level(logging.ERROR)
    name = model.graph.input[0].name
    dataset: Any = nncf.Dataset([{name: image[None]} for image in images])
    # TensorRT takes one step for all channels.
    activations = QuantizationParameters(per_channel=False)
    result: onnx.ModelProto = nncf.quantize(
        model,
        dataset,
        preset=nncf.QuantizationPreset.MIXED,
        subset_size=len(images),
        ignored_scope=nncf.IgnoredScope(names=kept_in_fp32(model)),
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

    def keep(self, model: onnx.ModelProto, path: Path) -> float:
        """Write a form, measure how far its joints are from fp32's, and note that in the file.

        Raises:
            PosecamError: it cannot be written, or nothing runs it.
        """
        metadata = {**self.source.metadata, QUANTISED_FROM: self.source.sha256}
        _write(model, metadata, path)
        distance = self._distance(path, "openvino")
        with tempfile.TemporaryDirectory() as folder:
            signed = Path(folder) / path.name
            signed.write_bytes(symmetric(path.read_bytes()))
            # OpenVINO misplaces all joints with signed activations behind a ReLU.
            distance = max(distance, self._distance(signed, "onnxruntime"))
        _write(model, {**metadata, QUANTISED_DISTANCE: f"{distance:.4f}"}, path)
        return distance

    def _distance(self, path: Path, backend: str) -> float:
        try:
            engine = load(path, backend, "int8")
        except EngineError as error:
            raise PosecamError(str(error)) from error
        try:
            distance = agreement.distance_px(run_all(engine, self.unseen), self.expected)
        except EngineError as error:
            raise PosecamError(str(error)) from error
        finally:
            engine.close()
        if distance is None:
            raise PosecamError(f"The outputs of {self.source.name} are no joints.")
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
