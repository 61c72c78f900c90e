"""Quantised activations counted from zero in signed numbers, as TensorRT takes them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

import engines
from engines import agreement, samples
from engines.ahead import build_plan
from engines.bench import input_shape
from engines.fastest import run_all
from engines.network_file import read_network
from engines.symmetric import symmetric
from tests.engines import networks

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SHIPPED = RESOURCES / "balanced.onnx"


def rounded_image(step: float, zero: np.generic) -> bytes:
    """`networks.quantised` with an image in steps that are counted from this zero."""
    model = networks.quantised()
    for name, values in (("image step", np.float32(step)), ("image zero", zero)):
        model.graph.initializer.append(numpy_helper.from_array(np.array(values), name))
    for node in model.graph.node[:2]:
        node.input[1:] = ["image step", "image zero"]
    return bytes(model.SerializeToString())


def steps(data: bytes) -> list[tuple[float, int, str]]:
    """Step, zero and type of every activation that is rounded."""
    graph = onnx.load_from_string(data).graph
    constants = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    rounding = [n for n in graph.node if n.op_type == "QuantizeLinear"]
    found = [(constants[n.input[1]], constants[n.input[2]]) for n in rounding]
    return [(round(float(step), 4), int(zero), zero.dtype.name) for step, zero in found]


@pytest.mark.parametrize(
    ("zero", "step"),
    [
        (np.uint8(0), 255 / 127),  # 0..255
        (np.uint8(55), 200 / 127),  # -55..200
        (np.int8(28), 156 / 127),  # -156..99
        (np.int8(0), 1.0),
    ],
)
def test_the_steps_reach_as_far_as_the_range_did(zero: np.generic, step: float) -> None:
    data = symmetric(rounded_image(1.0, zero))
    assert steps(data) == [(round(step, 4), 0, "int8")]


def test_an_activation_without_a_zero_of_its_own_counts_from_zero_in_unsigned_numbers() -> None:
    model = onnx.load_from_string(rounded_image(1.0, np.uint8(0)))
    for node in model.graph.node[:2]:
        del node.input[2]
    assert steps(symmetric(model.SerializeToString())) == [(round(255 / 127, 4), 0, "int8")]


def test_it_computes_the_same_but_for_the_rounding(tmp_path: Path) -> None:
    given = rounded_image(1.0, np.uint8(0))
    images = networks.images(2)
    outputs = []
    for name, data in (("given.onnx", given), ("made.onnx", symmetric(given))):
        (tmp_path / name).write_bytes(data)
        engine = engines.load(tmp_path / name, "onnxruntime", "int8")
        outputs.append(engine.run(images)["scores"])
        engine.close()
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=0.05, atol=2.0)
    assert read_network(tmp_path / "made.onnx").metadata == networks.METADATA


def test_tensorrt_takes_a_form_made_for_processors(network: Path) -> None:
    model = onnx.load_from_string(rounded_image(1.0, np.uint8(55)))
    source = {"quantised_from": read_network(network).sha256}
    onnx.helper.set_model_props(model, source)
    networks.save(model, network.with_suffix(".int8.onnx"))
    plan = build_plan(network, "int8")
    assert (plan.network, plan.precision) == ("small.int8.onnx", "int8")


def test_joints_of_the_shipped_network_stay_in_place(tmp_path: Path) -> None:
    """Run by ONNX Runtime: OpenVINO misplaces joints with signed numbers behind a ReLU."""
    images = samples.read(RESOURCES / "demo.mp4", input_shape(SHIPPED), count=8)
    path = tmp_path / "signed.onnx"
    path.write_bytes(symmetric(SHIPPED.with_suffix(".int8.onnx").read_bytes()))
    outputs = []
    for network, precision in ((SHIPPED, "fp32"), (path, "int8")):
        engine = engines.load(network, "onnxruntime", precision)  # type: ignore[arg-type]
        outputs.append(run_all(engine, images))
        engine.close()
    assert agreement.agree("int8", outputs[1], outputs[0])
