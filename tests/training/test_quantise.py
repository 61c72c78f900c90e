"""INT8 forms of a network: made on images, measured, and found by the engines."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

import engines
from engines.ahead import build_plan
from engines.choose import candidates
from engines.half import fold_weight_casts, halve_weights
from engines.int8_form import QUANTISED_DISTANCE, int8_form
from engines.network_file import read_network
from engines.plan_file import Port
from posecam.errors import PosecamError
from tests.engines import networks
from training.datasets import read
from training.quantise import Quantised, crops, kept_in_fp32, quantise

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "balanced.onnx"
SIDE = 32


def small_network() -> onnx.ModelProto:
    """image -> two convolutions, ReLU between -> sums of maps -> `joints` (N, 8, 2) px."""
    random = np.random.default_rng(3)
    nodes = [
        helper.make_node("Mul", ["image", "unit"], ["bright"], "bright"),
        helper.make_node("Conv", ["bright", "w1"], ["one"], "first", pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["one"], ["two"], "relu"),
        helper.make_node("Conv", ["two", "w2"], ["three"], "second", pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["three"], ["four"], "relu 2"),
        helper.make_node("Conv", ["four", "w3"], ["maps"], "last"),
        helper.make_node("ReduceMean", ["maps"], ["means"], "mean", axes=[2, 3], keepdims=0),
        helper.make_node("Sigmoid", ["means"], ["places"], "sigmoid"),
        helper.make_node("Reshape", ["places", "shape"], ["pairs"], "reshape"),
        helper.make_node("Mul", ["pairs", "side"], ["joints"], "to px"),
    ]
    model = networks.network(
        nodes,
        {"joints": ["N", 8, 2]},
        {"image": ["N", 3, SIDE, SIDE]},
        {
            "unit": np.array(1 / 255, np.float32),
            "w1": random.normal(0, 0.3, (16, 3, 3, 3)).astype(np.float32),
            "w2": random.normal(0, 0.1, (16, 16, 3, 3)).astype(np.float32),
            "w3": random.normal(0, 0.5, (16, 16, 1, 1)).astype(np.float32),
            "shape": np.array([-1, 8, 2], np.int64),
            "side": np.array(SIDE, np.float32),
        },
    )
    helper.set_model_props(model, {"contract": "a test's"})
    return model


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return networks.save(small_network(), tmp_path / "small.onnx")


def types_of_activations(path: Path) -> set[int]:
    graph = onnx.load(str(path)).graph
    weights = {t.name: t for t in graph.initializer}
    return {weights[n.input[2]].data_type for n in graph.node if n.op_type == "QuantizeLinear"}


def test_the_form_is_written_measured_and_found(
    network: Path, annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = quantise(network, annotated_folder, calibration=4, check=4)
    assert found.path == network.with_name("small.int8.onnx")
    assert found.distance_px <= 1
    assert found.speed > 0
    said = capsys.readouterr().out
    assert f"joints {found.distance_px:.3f} px from fp32" in said
    assert "will not be chosen" not in said

    engine = engines.load(network, "openvino", "int8")
    assert engine.info.network == "small.int8.onnx"
    assert engine.metadata["contract"] == "a test's"
    assert float(engine.metadata["quantised_distance_px"]) == pytest.approx(
        found.distance_px, abs=1e-4
    )
    trusted = {(c.backend, c.network.name, c.trusted) for c in candidates(network)}
    assert ("openvino", "small.int8.onnx", True) in trusted
    assert TensorProto.UINT8 in types_of_activations(found.path)
    assert build_plan(network, "int8").network == "small.int8.onnx"


def test_a_form_that_moves_the_joints_is_not_chosen(
    network: Path,
    annotated_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(engines.agreement.LIMIT_PX, "int8", 0.0)
    found: Quantised = quantise(network, annotated_folder, calibration=2, check=2)
    assert found.distance_px > 0
    assert "small.int8.onnx moves the joints by more than 0.0 px" in capsys.readouterr().out
    assert not any(c.trusted for c in candidates(network) if c.precision == "int8")


def test_what_moves_the_joints_stays_fp32() -> None:
    model = fold_weight_casts(onnx.load(str(SHIPPED)))
    kept = set(kept_in_fp32(model))
    convolutions = [n for n in model.graph.node if n.op_type == "Conv"]
    thick = [n for n in convolutions if not groups(n)]
    assert thick[0].name in kept
    assert all(n.name in kept for n in convolutions if groups(n))
    # the first; both stacks' heads and what they are made from; the maps that joints look up
    assert 1 + 4 <= sum(n.name in kept for n in thick) <= 1 + 4 + 32
    assert sum(n.name not in kept for n in thick) > 40
    after = {"ArgMax", "ReduceMax", "Exp", "Slice"}
    assert all(n.name in kept for n in model.graph.node if n.op_type in after)
    products = [n.name in kept for n in model.graph.node if n.op_type in {"Gemm", "MatMul"}]
    assert products.count(False) <= 1  # the features of the whole image
    assert {n.name for n in model.graph.node if n.op_type == "Add"} <= kept


def groups(node: onnx.NodeProto) -> bool:
    return any(a.name == "group" and a.i > 1 for a in node.attribute)


def test_what_joints_look_up_stays_fp32_and_what_leads_to_numbers_does_not() -> None:
    """image -> features -> (heatmap -> cell; depth); features under the cell -> joints."""
    random = np.random.default_rng(0)
    nodes = [
        helper.make_node("Conv", ["image", "w1"], ["one"], "first"),
        helper.make_node("Conv", ["one", "w2"], ["two"], "features"),
        helper.make_node("Conv", ["two", "w2"], ["three"], "before the heatmap"),
        helper.make_node("Conv", ["three", "w2"], ["heatmap"], "heatmap"),
        helper.make_node("Reshape", ["heatmap", "rows"], ["cells"], "cells"),
        helper.make_node("ArgMax", ["cells"], ["best"], "best", axis=2, keepdims=1),
        helper.make_node("Cast", ["best"], ["place"], "place", to=TensorProto.FLOAT),
        helper.make_node("Reshape", ["two", "rows"], ["flat"], "flat"),
        helper.make_node("Mul", ["flat", "place"], ["under"], "under"),
        helper.make_node("ReduceMean", ["under"], ["joints2"], "joints 2d", axes=[2], keepdims=0),
        helper.make_node("ReduceMean", ["one"], ["whole"], "whole", axes=[2, 3], keepdims=0),
        helper.make_node("Gemm", ["whole", "w3"], ["hidden"], "hidden"),
        helper.make_node("Gemm", ["hidden", "w3"], ["depth"], "depth"),
        helper.make_node("Add", ["joints2", "depth"], ["joints"], "joints"),
    ]
    model = networks.network(
        nodes,
        {"joints": ["N", 4]},
        {"image": ["N", 4, SIDE, SIDE]},
        {
            "w1": random.normal(0, 1, (4, 4, 1, 1)).astype(np.float32),
            "w2": random.normal(0, 1, (4, 4, 1, 1)).astype(np.float32),
            "w3": random.normal(0, 1, (4, 4)).astype(np.float32),
            "rows": np.array([0, 4, -1], np.int64),
        },
    )
    heavy = {n.name for n in nodes if n.op_type in {"Conv", "Gemm"}}
    assert heavy - set(kept_in_fp32(model)) == {"hidden"}


def test_weights_that_fp16_holds_are_stored_in_it() -> None:
    model = fold_weight_casts(onnx.load(str(SHIPPED)))
    size = model.ByteSize()
    before = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    halve_weights(model, lossless=True)
    assert model.ByteSize() < 0.6 * size
    after = {t.name: numpy_helper.to_array(t) for t in fold_weight_casts(model).graph.initializer}
    assert all(np.array_equal(after[name], values) for name, values in before.items())


def test_nvidias_compiler_takes_the_shipped_network_in_int8() -> None:
    plan = build_plan(SHIPPED, "int8")
    assert plan.data.startswith(b"vtrt")
    assert plan.network == "balanced.int8.onnx"
    side = json.loads(read_network(SHIPPED).metadata["input_size"])
    assert plan.inputs == (Port("image", (-1, 3, *side), "float32"),)
    assert [port.name for port in plan.outputs] == ["joints", "scores", "spread", "up", "up_score"]


def test_the_shipped_form_is_of_the_shipped_network_and_holds() -> None:
    form = int8_form(SHIPPED, read_network(SHIPPED))
    assert float(form.metadata[QUANTISED_DISTANCE]) <= engines.agreement.LIMIT_PX["int8"]
    assert form.metadata["contract"] == read_network(SHIPPED).metadata["contract"]


def test_crops_are_people_as_the_network_sees_them(annotated_folder: Path) -> None:
    records = read(annotated_folder)
    images = crops(records, 48, 3)
    assert images.shape == (min(3, len(records)), 3, 48, 48)
    assert images.dtype == np.float32
    assert images.max() > 100
    np.testing.assert_array_equal(images, crops(records, 48, 3))


def test_images_that_are_gone(annotated_folder: Path) -> None:
    for file in (annotated_folder / "images").iterdir():
        file.unlink()
    with pytest.raises(PosecamError, match="has no image that can be read"):
        crops(read(annotated_folder), 48, 3)


def test_a_network_that_is_none(tmp_path: Path, annotated_folder: Path) -> None:
    with pytest.raises(PosecamError, match="There is no network file"):
        quantise(tmp_path / "absent.onnx", annotated_folder)


def test_a_place_that_cannot_be_written(network: Path, annotated_folder: Path) -> None:
    (network.parent / "file").touch()
    with pytest.raises(PosecamError, match="cannot be written"):
        quantise(
            network,
            annotated_folder,
            network.parent / "file" / "x.int8.onnx",
            calibration=2,
            check=2,
        )
