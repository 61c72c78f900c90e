"""TensorRT: NVIDIA's own compiler on our networks. What has to run runs where there is a card."""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from cuda.bindings import runtime as cudart
from numpy.typing import NDArray
from onnx import helper

import engines
from engines import EngineError, Precision, cache, cuda, tensorrt
from engines.ahead import build_plan, prepare
from engines.bench import input_shape
from engines.network_file import read_network
from engines.plan_file import Plan, Port, is_plan, read_plan, write_plan
from engines.tensorrt_builder import IS_RTX, VERSION, build, said
from tests.engines import networks

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "balanced.onnx"
NO_CARD = tensorrt.describe().reason
needs_card = pytest.mark.skipif(NO_CARD is not None, reason=NO_CARD or "there is a card")
needs_no_card = pytest.mark.skipif(NO_CARD is None, reason="there is a card")

TOLD = (
    Port("joints", (-1, 31, 3), "float32"),
    Port("scores", (-1, 31), "float32"),
    Port("spread", (-1, 31), "float32"),
    Port("up", (-1, 3), "float32"),
    Port("up_score", (-1,), "float32"),
)


@pytest.mark.parametrize("precision", ["fp32", "fp16"])
def test_the_shipped_network_compiles_for_every_card_with_none_here(precision: Precision) -> None:
    plan = build_plan(SHIPPED, precision)
    network = read_network(SHIPPED)
    assert (plan.network, plan.sha256) == (SHIPPED.name, network.sha256)
    assert plan.data.startswith(b"vtrt")
    # The weights, 4 or 2 bytes each, and little more; fp16 holds them once more for Turing.
    weights = 2 * len(network.data) if precision == "fp32" else len(network.data)
    assert 0.8 * weights < len(plan.data) < 1.6 * weights
    assert {"SM80", "SM86", "SM89", "SM120"} <= set(plan.targets)
    assert ("SM75" in plan.targets) == (precision == "fp16")
    assert plan.inputs == (Port("image", (-1, *input_shape(SHIPPED)), "float32"),)
    assert plan.outputs == TOLD
    assert plan.version == VERSION
    assert plan.metadata["contract"] == "posecam-pose-2"


def test_a_quantised_network_compiles(tmp_path: Path) -> None:
    path = networks.save(networks.quantised(), tmp_path / "q.onnx")
    plan = build_plan(path, "int8")
    assert plan.precision == "int8"
    assert [port.name for port in plan.outputs] == ["heatmaps", "scores"]
    with pytest.raises(EngineError, match=r"q\.onnx is already quantised: it cannot be built in f"):
        build_plan(path, "fp16")


def test_int8_needs_a_quantised_form(network: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"small\.int8\.onnx is missing"):
        build_plan(network, "int8")
    with pytest.raises(EngineError, match=r"not quantised: it cannot be built in int8"):
        build(read_network(network), "int8")
    source = read_network(network).sha256
    for made_from in ("of another", source):
        model = networks.quantised({"quantised_from": made_from})
        networks.save(model, tmp_path / "small.int8.onnx")
        if made_from == source:
            assert build_plan(network, "int8").network == "small.int8.onnx"
        else:
            with pytest.raises(EngineError, match="made from other weights than small"):
                build_plan(network, "int8")


def test_a_batch_written_into_the_network_is_kept(tmp_path: Path) -> None:
    path = networks.save(networks.convolution(batch=1), tmp_path / "one.onnx")
    assert build_plan(path, "fp32").inputs[0].shape == (1, 3, 12, 12)


@pytest.mark.parametrize(
    ("operation", "domain", "node"),
    [("Unique", "", "find"), ("Frobnicate", "", ""), ("Frobnicate", "my.own", "odd one")],
)
def test_an_operation_that_the_compiler_refuses_is_named(
    tmp_path: Path, operation: str, domain: str, node: str
) -> None:
    made = helper.make_node(operation, ["image"], ["out"], name=node or None, domain=domain)
    model = networks.network([made], {"out": ["N"]}, domains=[domain] if domain else [])
    path = networks.save(model, tmp_path / "odd.onnx")
    with pytest.raises(EngineError) as caught:
        build_plan(path, "fp32")
    where = f" (node {node})" if node else ""
    assert str(caught.value) == (
        f"TensorRT cannot run the network odd.onnx: it does not know the operation "
        f"{operation}{where}."
    )


def test_a_graph_that_makes_no_sense(tmp_path: Path) -> None:
    node = helper.make_node("Relu", ["nowhere"], ["out"])
    path = networks.save(
        networks.network([node], {"out": ["N", 3, 12, 12]}), tmp_path / "loose.onnx"
    )
    with pytest.raises(EngineError) as caught:
        build_plan(path, "fp32")
    assert str(caught.value) == (
        "TensorRT cannot load the network loose.onnx: at the operation Relu: "
        "Node input was not registered."
    )


def test_a_network_that_takes_something_else(tmp_path: Path) -> None:
    node = helper.make_node("Relu", ["image"], ["out"])
    shape: list[int | str] = ["N", 3, "H", "W"]
    model = networks.network([node], {"out": shape}, {"image": shape})
    path = networks.save(model, tmp_path / "free.onnx")
    with pytest.raises(EngineError, match="must take one float32 batch of images of a fixed"):
        build_plan(path, "fp32")


@pytest.mark.skipif(not IS_RTX, reason="this TensorRT builds only for the card that is there")
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("SM99", "TensorRT cannot build for SM99; it can for CURRENT, SM75, SM80"),
        ("SM75", r"in fp32: Cannot compile operation .* for Turing \(SM75\): FP32 GEMM is not"),
    ],
)
def test_a_card_it_cannot_build_for(target: str, said: str) -> None:
    with pytest.raises(EngineError, match=said) as caught:
        build_plan(SHIPPED, "fp32", [target])
    assert str(caught.value).endswith(".")
    assert "/" not in str(caught.value)


def test_progress_grows_to_the_end(network: Path) -> None:
    told: list[float] = []

    def progress(fraction: float) -> bool:
        told.append(fraction)
        return True

    build_plan(network, "fp32", progress=progress)
    assert told == sorted(told)
    assert told[0] < 0.1
    assert told[-1] == 1.0
    assert len(set(told)) > 5


def test_a_build_can_be_given_up(network: Path) -> None:
    with pytest.raises(EngineError, match=r"The build of the network small\.onnx was given up\."):
        build_plan(network, "fp32", progress=lambda fraction: fraction < 0.2)


def test_what_the_library_says_is_cut_to_the_sentence() -> None:
    reports = {
        "IRuntime::f: Error Code 1: Cuda Runtime (In g at /_src/h.cpp:25 (cudaError 35: CUDA driver"
        " version is insufficient))": "CUDA driver version is insufficient",
        "IRuntime::f: Error Code 3: API Usage Error (Cannot deserialize with an empty memory "
        "buffer. In g at /_src/h.cpp:278)": "Cannot deserialize with an empty memory buffer",
        "Assertion failed: (ctx->has(x)): No such input.": "No such input",
        "Something else altogether.": "Something else altogether",
    }
    for report, sentence in reports.items():
        assert said([report, "another"], "") == sentence
    assert said([], "nothing") == "nothing"


@pytest.mark.parametrize("full", ["cudaMalloc", "cudaHostAlloc"])
def test_a_card_without_memory_says_so_and_gives_back_what_it_gave(
    full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    success, no_memory = (
        getattr(cudart.cudaError_t, f"cuda{name}") for name in ("Success", "ErrorMemoryAllocation")
    )
    given: list[int] = []

    def give(size: int) -> tuple[object, int]:
        given.append(size)
        return success, size

    monkeypatch.setattr(cudart, "cudaMalloc", give)
    monkeypatch.setattr(cudart, "cudaFree", given.remove)
    monkeypatch.setattr(cudart, full, lambda *_: (no_memory, None))
    with pytest.raises(EngineError, match=r"^The graphics card has no memory left for the network"):
        cuda.Buffer((4, 3, 224, 224), np.float32)
    assert not given


@needs_no_card
def test_without_a_driver_one_sentence_says_what_to_install(network: Path) -> None:
    status = next(s for s in engines.available() if s.name == "tensorrt")
    assert status.reason == (
        "No NVIDIA driver was found, so networks run on the processor; for an NVIDIA card install "
        "its driver from https://www.nvidia.com/drivers, one that supports CUDA 13."
    )
    with pytest.raises(EngineError) as caught:
        engines.load(network, "tensorrt")
    assert str(caught.value) == status.reason
    assert engines.load(network).info.backend in {"openvino", "onnxruntime"}
    assert prepare(network) is None


@needs_no_card
def test_a_built_engine_without_a_driver(network: Path, tmp_path: Path) -> None:
    path = tmp_path / "small.engine"
    write_plan(build_plan(network, "fp16"), path)
    with pytest.raises(EngineError, match="No NVIDIA driver was found"):
        engines.load(path)
    with pytest.raises(EngineError, match=r"is an engine of TensorRT; openvino runs \.onnx files"):
        engines.load(path, "openvino")


def test_an_engine_goes_to_a_file_and_back(network: Path, tmp_path: Path) -> None:
    plan = build_plan(network, "fp16")
    path = tmp_path / "new folder" / "small.engine"
    write_plan(plan, path)
    assert is_plan(path)
    assert not is_plan(network)
    back = read_plan(path)
    assert dataclasses.asdict(back) == dataclasses.asdict(plan)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda beside: beside.unlink(), r"small\.engine\.json is missing"),
        (lambda beside: beside.write_text("{"), "does not describe an engine"),
        (lambda beside: beside.write_text("[]"), "does not describe an engine"),
        (
            lambda beside: beside.write_text(
                beside.read_text().replace('"precision": "fp32"', '"precision": "fp7"')
            ),
            "does not describe an engine",
        ),
    ],
)
def test_an_engine_whose_description_is_damaged(
    network: Path, tmp_path: Path, damage: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "small.engine"
    write_plan(build_plan(network, "fp32"), path)
    damage(path.with_name("small.engine.json"))
    with pytest.raises(EngineError, match=said):
        engines.load(path)


def test_an_engine_that_cannot_be_written(network: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match=r"small\.engine cannot be written: "):
        write_plan(build_plan(network, "fp32"), tmp_path / "file" / "small.engine")


@needs_no_card
def test_an_engine_of_another_version(
    network: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "small.engine"
    write_plan(build_plan(network, "fp32"), path)
    description = path.with_name("small.engine.json")
    fields = json.loads(description.read_text())
    description.write_text(json.dumps({**fields, "version": "1.0.0.1"}))
    monkeypatch.setattr(cuda, "card", lambda: cuda.Card("a card", "8.9"))
    with pytest.raises(
        EngineError, match=r"built by TensorRT 1\.0\.0\.1, but this is .*; build it again"
    ):
        engines.load(path)


@needs_no_card
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Cannot deserialize with an empty memory buffer"),
        (b"vtrt" + bytes(100), "Serialization assertion .* failed"),
    ],
)
def test_an_engine_that_is_broken(data: bytes, said: str) -> None:
    plan = Plan(data, "small.onnx", "", {}, "fp32", VERSION, (), (), ())
    with pytest.raises(
        EngineError, match=rf"TensorRT cannot load the engine of small\.onnx: {said}\."
    ):
        tensorrt.TensorRtEngine(plan, cuda.Card("a card", "8.9"), "name")


# From here on something runs on a card.


def images_on_card(
    path: Path, precision: Precision, images: NDArray[np.float32]
) -> dict[str, NDArray[np.float32]]:
    engine = engines.load(path, "tensorrt", precision)
    try:
        return engine.run(images)
    finally:
        engine.close()


@needs_card
@pytest.mark.gpu
@pytest.mark.parametrize("batch", [1, 2, 4, 7])
def test_the_card_gives_what_numpy_gives(network: Path, batch: int) -> None:
    images = networks.images(batch)
    outputs = images_on_card(network, "fp32", images)
    for name, values in networks.convolution_in_numpy(images).items():
        np.testing.assert_allclose(outputs[name], values, rtol=1e-3, atol=0.1)


@needs_card
@pytest.mark.gpu
def test_the_second_start_takes_the_engine_from_the_cache(network: Path) -> None:
    engines.load(network, "tensorrt", "fp16").close()
    assert tensorrt.ready(read_network(network), "fp16")
    before = [(entry.name, entry.size) for entry in cache.entries()]
    engines.load(network, "tensorrt", "fp16").close()
    assert sorted((entry.name, entry.size) for entry in cache.entries()) == sorted(before)


@needs_card
@pytest.mark.gpu
def test_two_threads_at_once_build_one_engine(network: Path) -> None:
    threads = [
        threading.Thread(target=lambda: engines.load(network, "tensorrt", "fp32").close())
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tensorrt.ready(read_network(network), "fp32")


@needs_card
@pytest.mark.gpu
@pytest.mark.parametrize(("precision", "limit"), [("fp32", 0.05), ("fp16", 0.5)])
def test_joints_on_the_card_are_those_of_the_processor(precision: Precision, limit: float) -> None:
    from engines import samples

    images = samples.read(SHIPPED.parent / "demo.mp4", input_shape(SHIPPED), count=4)
    reference = engines.load(SHIPPED, "onnxruntime", "fp32").run(images)["joints"]
    joints = images_on_card(SHIPPED, precision, images)["joints"]
    assert np.median(np.linalg.norm((joints - reference)[..., :2], axis=-1)) <= limit
