"""Both backends: the same numbers, the same contract, the same clear refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

import engines
from engines import Engine, EngineError, Precision
from engines.backend import physical_cores, pick_threads
from tests.engines import networks

BACKENDS = ("openvino", "onnxruntime")


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def engine(backend: str, network: Path) -> Engine:
    return engines.load(network, backend, "fp32")


@pytest.mark.parametrize("batch", [1, 2, 3, 4])
def test_any_batch_gives_what_numpy_gives(engine: Engine, batch: int) -> None:
    images = networks.images(batch)
    outputs = engine.run(images)
    expected = networks.convolution_in_numpy(images)
    assert list(outputs) == list(expected)
    for name, values in expected.items():
        assert outputs[name].dtype == np.float32
        np.testing.assert_allclose(outputs[name], values, rtol=1e-4, atol=1e-2)


def test_both_backends_agree(network: Path) -> None:
    images = networks.images(2)
    ours, theirs = (engines.load(network, name, "fp32").run(images) for name in BACKENDS)
    for name in ours:
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-4, atol=1e-2)


def test_every_precision_on_offer_is_near_fp32(network: Path) -> None:
    images = networks.images(2)
    expected = networks.convolution_in_numpy(images)["scores"]
    for status in engines.available():
        for precision in status.precisions:
            engine = engines.load(network, status.name, precision)
            assert engine.info.precision == precision
            got = engine.run(images)["scores"]
            np.testing.assert_allclose(got, expected, rtol=0.02, atol=2.0)


def test_info_says_what_runs(backend: str, engine: Engine, network: Path) -> None:
    info = engine.info
    assert (info.backend, info.precision, info.network) == (backend, "fp32", "small.onnx")
    assert info.sha256 == hashlib.sha256(network.read_bytes()).hexdigest()
    assert info.version[0].isdigit()
    assert info.device
    assert isinstance(engine, Engine)
    assert engine.input_shape == (3, 12, 12)


def test_metadata_of_the_file_is_there(engine: Engine) -> None:
    assert dict(engine.metadata) == networks.METADATA


def test_results_belong_to_the_caller(engine: Engine) -> None:
    first = engine.run(networks.images(1, seed=1))
    kept = {name: values.copy() for name, values in first.items()}
    for seed in range(2, 6):
        engine.run(networks.images(1, seed=seed))
    engine.close()
    for name, values in first.items():
        assert values.flags.writeable
        np.testing.assert_array_equal(values, kept[name])


def test_the_batch_is_left_as_it_was_and_may_be_used_again(engine: Engine) -> None:
    batch = networks.images(1, seed=1)
    engine.run(batch)
    np.testing.assert_array_equal(batch, networks.images(1, seed=1))
    batch[:] = networks.images(1, seed=2)
    expected = networks.convolution_in_numpy(batch)["scores"]
    np.testing.assert_allclose(engine.run(batch)["scores"], expected, rtol=1e-4, atol=1e-2)


def test_a_view_with_strides_is_understood(engine: Engine) -> None:
    images = np.ascontiguousarray(networks.images(2).transpose(0, 2, 3, 1))
    view = images.transpose(0, 3, 1, 2)
    expected = networks.convolution_in_numpy(networks.images(2))["scores"]
    np.testing.assert_allclose(engine.run(view)["scores"], expected, rtol=1e-4, atol=1e-2)


def test_outputs_that_are_one_tensor_keep_their_names(backend: str, tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Relu", ["image"], ["zebra"]),
        helper.make_node("Identity", ["zebra"], ["between"]),
        helper.make_node("Identity", ["between"], ["aardvark"]),
    ]
    shape: list[int | str] = ["N", 3, 12, 12]
    model = networks.network(nodes, {"zebra": shape, "aardvark": shape})
    path = networks.save(model, tmp_path / "aliases.onnx")
    for _ in range(2):  # compiled, then from the cache
        outputs = engines.load(path, backend).run(networks.images(1))
        assert list(outputs) == ["zebra", "aardvark"]
        np.testing.assert_array_equal(outputs["zebra"], outputs["aardvark"])


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ((1, 3, 12, 13), "1 x 3 x 12 x 13"),
        ((1, 1, 12, 12), "1 x 1 x 12 x 12"),
        ((0, 3, 12, 12), "0 x 3 x 12 x 12"),
        ((3, 12, 12), "3 x 12 x 12"),
        ((), "a single number"),
    ],
)
def test_a_batch_that_does_not_fit(engine: Engine, shape: Sequence[int], said: str) -> None:
    with pytest.raises(EngineError, match=f"N x 3 x 12 x 12, not of {said}") as caught:
        engine.run(np.zeros(shape, np.float32))
    assert_one_sentence(caught.value)


def test_a_batch_of_another_type(engine: Engine) -> None:
    with pytest.raises(EngineError, match="float32, not uint8"):
        engine.run(np.zeros((1, 3, 12, 12), np.uint8))


def test_a_batch_size_that_is_written_into_the_network(backend: str, tmp_path: Path) -> None:
    path = networks.save(networks.convolution(batch=1), tmp_path / "one.onnx")
    engine = engines.load(path, backend)
    assert engine.run(networks.images(1))["scores"].shape == (1, 4)
    with pytest.raises(EngineError, match="batch of 1 x 3 x 12 x 12, not of 2 x 3 x 12 x 12"):
        engine.run(networks.images(2))


def test_a_closed_engine_says_so(engine: Engine) -> None:
    engine.close()
    engine.close()
    with pytest.raises(EngineError, match=r"small\.onnx has been closed"):
        engine.run(networks.images(1))


@pytest.mark.parametrize("domain", ["", "my.own"])
def test_an_operation_that_the_backend_does_not_know(
    backend: str, tmp_path: Path, domain: str
) -> None:
    node = helper.make_node("Frobnicate", ["image"], ["out"], domain=domain)
    model = networks.network([node], {"out": ["N", 3, 12, 12]}, domains=[domain] if domain else [])
    path = networks.save(model, tmp_path / "odd.onnx")
    with pytest.raises(EngineError, match=r"odd\.onnx: it does not know .*Frobnicate") as caught:
        engines.load(path, backend)
    assert_one_sentence(caught.value)


def test_a_graph_that_makes_no_sense(backend: str, tmp_path: Path) -> None:
    node = helper.make_node("Relu", ["nowhere"], ["out"])
    model = networks.network([node], {"out": ["N", 3, 12, 12]})
    path = networks.save(model, tmp_path / "loose.onnx")
    with pytest.raises(
        EngineError, match=r"cannot load the network loose\.onnx: .*nowhere"
    ) as caught:
        engines.load(path, backend)
    assert_one_sentence(caught.value)


def mean_of(inputs: dict[str, list[int | str]], kind: int = TensorProto.FLOAT) -> onnx.ModelProto:
    nodes = [
        helper.make_node("Cast", [name], [f"{name} as float"], to=TensorProto.FLOAT)
        for name in inputs
    ]
    nodes.append(helper.make_node("Mean", [f"{name} as float" for name in inputs], ["out"]))
    return networks.network(nodes, {"out": next(iter(inputs.values()))}, inputs, input_type=kind)


@pytest.mark.parametrize(
    "model",
    [
        mean_of({"image": ["N", 3]}),
        mean_of({"image": ["N", 3, "H", "W"]}),
        mean_of({"image": ["N", 3, 12, 12]}, TensorProto.UINT8),
        mean_of({"image": ["N", 3, 12, 12], "previous": ["N", 3, 12, 12]}),
    ],
    ids=["two dimensions", "free size", "uint8", "two inputs"],
)
def test_a_network_that_takes_something_else(
    backend: str, tmp_path: Path, model: onnx.ModelProto
) -> None:
    path = networks.save(model, tmp_path / "other.onnx")
    with pytest.raises(EngineError, match="must take one float32 batch of images") as caught:
        engines.load(path, backend)
    assert_one_sentence(caught.value)


def test_a_precision_that_is_not_there(backend: str, network: Path) -> None:
    offered = next(s for s in engines.available() if s.name == backend).precisions
    refused: set[Precision] = set(get_args(Precision)) - set(offered)
    assert "int8" in refused
    for precision in refused:
        said = f"{backend} runs networks in .*not in {precision}"
        if precision == "int8":
            said = "has no quantised form"
        with pytest.raises(EngineError, match=said):
            engines.load(network, backend, precision)


def test_threads(backend: str, network: Path) -> None:
    images = networks.images(1)
    expected = networks.convolution_in_numpy(images)["scores"]
    got = engines.load(network, backend, "fp32", threads=1).run(images)["scores"]
    np.testing.assert_allclose(got, expected, rtol=1e-4, atol=1e-2)
    with pytest.raises(EngineError, match="cannot run on -1 threads"):
        engines.load(network, backend, threads=-1)


def test_a_core_stays_free_for_camera_and_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert physical_cores() >= 1
    for cores, threads in ((1, 1), (2, 2), (4, 3), (16, 15)):
        monkeypatch.setattr("engines.backend.physical_cores", lambda cores=cores: cores)
        assert pick_threads(0) == threads
        assert pick_threads(5) == 5


def assert_one_sentence(error: BaseException) -> None:
    text = str(error)
    assert text.endswith(".")
    assert not text.endswith("..")
    assert "\n" not in text
