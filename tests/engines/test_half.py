"""The conversion to fp16: where it is applied, and what it costs, computed by ONNX Runtime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from engines import EngineError, samples
from engines.bench import input_shape
from engines.half import fold_weight_casts, halved
from tests.engines import networks

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "balanced.onnx"
HALF = TensorProto.FLOAT16


def run(data: bytes, images: networks.Array) -> list[networks.Array]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level, options.intra_op_num_threads = 3, 1
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    return [np.asarray(value) for value in session.run(None, {"image": images})]


def types(data: bytes) -> dict[str, int]:
    """Element type of every tensor."""
    graph = onnx.shape_inference.infer_shapes(onnx.load_from_string(data)).graph
    found = {t.name: t.data_type for t in graph.initializer}
    for value in (*graph.input, *graph.output, *graph.value_info):
        found[value.name] = value.type.tensor_type.elem_type
    return found


def test_the_convolution_is_half_and_the_rest_is_not() -> None:
    data = halved(networks.convolution().SerializeToString(), "small.onnx")
    kinds = types(data)
    assert {kinds[n] for n in ("image", "heatmaps", "scores")} == {TensorProto.FLOAT}
    graph = onnx.load_from_string(data).graph
    (conv,) = (node for node in graph.node if node.op_type == "Conv")
    assert {kinds[name] for name in (*conv.input, *conv.output)} == {HALF}
    assert "weight" not in {tensor.name for tensor in graph.initializer}
    images = networks.images(3)
    for got, expected in zip(
        run(data, images), networks.convolution_in_numpy(images).values(), strict=True
    ):
        assert got.dtype == np.float32
        np.testing.assert_allclose(got, expected, rtol=0.01, atol=2.0)


def test_metadata_stays() -> None:
    data = halved(networks.convolution().SerializeToString(), "small.onnx")
    props = {p.key: p.value for p in onnx.load_from_string(data).metadata_props}
    assert props == networks.METADATA


def test_a_convolution_that_is_an_output_and_goes_on_as_well() -> None:
    weight = np.full((3, 3, 1, 1), 0.5, np.float32)
    nodes = [
        helper.make_node("Conv", ["image", "weight"], ["first"]),
        helper.make_node("Resize", ["first", "", "scales"], ["wide"], mode="nearest"),
        helper.make_node("Clip", ["wide", "low", "high"], ["clipped"]),
        helper.make_node("Conv", ["clipped", "weight"], ["second"]),
    ]
    model = networks.network(
        nodes,
        {"first": ["N", 3, 12, 12], "second": ["N", 3, 24, 24]},
        constants={
            "weight": weight,
            "scales": np.array([1, 1, 2, 2], np.float32),
            "low": np.array(0, np.float32),
            "high": np.array(200, np.float32),
        },
    )
    data, images = model.SerializeToString(), networks.images(1)
    half = halved(data, "two.onnx")
    assert types(half)["scales"] == TensorProto.FLOAT  # of another type, Resize refuses it
    assert types(half)["wide"] == types(half)["clipped"] == HALF
    for got, expected in zip(run(half, images), run(data, images), strict=True):
        np.testing.assert_allclose(got, expected, rtol=0.01, atol=0.5)


def test_a_weight_too_large_for_fp16_stays() -> None:
    nodes = [
        helper.make_node("Mul", ["image", "tiny"], ["small"]),
        helper.make_node("Conv", ["small", "large"], ["out"]),
    ]
    large = np.full((1, 3, 1, 1), 1e6, np.float32)
    model = networks.network(
        nodes,
        {"out": ["N", 1, 12, 12]},
        constants={"large": large, "tiny": np.array(1e-6, np.float32)},
    )
    data, images = model.SerializeToString(), networks.images(1)
    np.testing.assert_allclose(
        run(halved(data, "l.onnx"), images)[0], run(data, images)[0], rtol=1e-5
    )


def test_a_graph_that_branches_is_refused() -> None:
    branch = helper.make_graph(
        [helper.make_node("Relu", ["image"], ["inner"])],
        "branch",
        [],
        [helper.make_tensor_value_info("inner", TensorProto.FLOAT, None)],
    )
    node = helper.make_node("If", ["yes"], ["out"], then_branch=branch, else_branch=branch)
    model = networks.network([node], {"out": ["N", 3, 12, 12]}, constants={"yes": np.array(True)})
    with pytest.raises(
        EngineError, match=r"odd\.onnx cannot be converted to fp16: .* operation If"
    ):
        halved(model.SerializeToString(), "odd.onnx")


def test_weights_stored_in_half_become_plain_ones() -> None:
    nodes = [
        helper.make_node("Cast", ["stored"], ["weight"], to=TensorProto.FLOAT),
        helper.make_node("Conv", ["image", "weight"], ["out"]),
    ]
    model = networks.network(
        nodes, {"out": ["N", 3, 12, 12]}, constants={"stored": np.ones((3, 3, 1, 1), np.float16)}
    )
    folded = fold_weight_casts(model)
    assert [node.op_type for node in folded.graph.node] == ["Conv"]
    assert [(t.name, t.data_type) for t in folded.graph.initializer] == [
        ("weight", TensorProto.FLOAT)
    ]
    images = networks.images(1)
    np.testing.assert_array_equal(
        run(folded.SerializeToString(), images)[0], run(model.SerializeToString(), images)[0]
    )


def test_joints_of_the_shipped_network_stay_in_place() -> None:
    data = SHIPPED.read_bytes()
    images = samples.read(SHIPPED.parent / "demo.mp4", input_shape(SHIPPED), count=3)
    for start in range(len(images)):
        image = images[start : start + 1]
        half, full = run(halved(data, SHIPPED.name), image)[0], run(data, image)[0]
        assert np.median(np.linalg.norm((half - full)[..., :2], axis=-1)) <= 0.5
