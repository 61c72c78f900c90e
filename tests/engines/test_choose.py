"""Which backend runs, and what is said where one is absent."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Never

import numpy as np
import pytest

import engines
from engines import EngineError, Precision
from engines.backend import BackendStatus
from engines.backends import BACKENDS, Known
from engines.choose import candidates
from engines.network_file import NetworkFile, read_network
from posecam import resources
from tests.engines import networks

ROOT = Path(__file__).resolve().parents[2]


def hide(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Make libraries look as if they were not installed."""
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.delitem(sys.modules, f"engines.{name}", raising=False)
        # And the name in the package, which `import engines.NAME as module` reads.
        monkeypatch.delattr(engines, name, raising=False)


def test_auto_takes_what_is_there_and_compares_it(network: Path) -> None:
    info = engines.load(network).info
    assert (info.backend, info.precision) in {
        (status.name, precision)
        for status in engines.available()
        for precision in status.precisions
    }
    assert [status.name for status in engines.available()] == list(BACKENDS)


def test_without_openvino_auto_takes_onnx_runtime(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, "openvino", "tensorrt", "tensorrt_rtx", "tensorrt_builder")
    assert engines.load(network).info.backend == "onnxruntime"
    assert [status.reason for status in engines.available()] == [
        "The backend tensorrt is not installed; get it with: pip install 'posecam[tensorrt]'.",
        "The backend openvino is not installed; get it with: pip install 'openvino'.",
        None,
    ]


def test_a_backend_that_is_not_installed(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "onnxruntime")
    with pytest.raises(EngineError) as caught:
        engines.load(network, "onnxruntime")
    assert str(caught.value) == (
        "The backend onnxruntime is not installed; get it with: pip install 'posecam[onnxruntime]'."
    )


def test_no_backend_at_all(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, *BACKENDS, "tensorrt_rtx", "tensorrt_builder")
    with pytest.raises(EngineError, match=r"openvino is not installed.*onnxruntime is not"):
        engines.load(network)


def test_a_precision_alone_finds_its_backend(network: Path) -> None:
    assert engines.load(network, precision="fp32").info.precision == "fp32"
    with pytest.raises(EngineError, match=r"has no quantised form: small\.int8.* is missing"):
        engines.load(network, precision="int8")


def quantised_beside(network: Path, **metadata: str) -> Path:
    path = network.with_name("small.int8.onnx")
    model = networks.quantised(metadata)
    return networks.save(model, path)


@pytest.mark.parametrize("backend", ["openvino", "onnxruntime"])
def test_int8_takes_the_quantised_form_beside_the_network(backend: str, network: Path) -> None:
    quantised_beside(network, quantised_from=read_network(network).sha256)
    engine = engines.load(network, backend, "int8")
    assert (engine.info.precision, engine.info.network) == ("int8", "small.int8.onnx")
    images = networks.images(2)
    expected = networks.convolution_in_numpy(images)["scores"]
    np.testing.assert_allclose(engine.run(images)["scores"], expected, rtol=0.05, atol=2.0)


def test_a_quantised_form_of_other_weights_is_refused(network: Path) -> None:
    quantised_beside(network, quantised_from="0" * 64)
    with pytest.raises(EngineError, match=r"was made from other weights than small\.onnx"):
        engines.load(network, "openvino", "int8")
    assert "int8" not in {c.precision for c in candidates(network)}


@pytest.mark.parametrize(
    ("distance", "trusted"), [("0.4", True), ("1.5", False), ("nan", False), ("", None)]
)
def test_a_quantised_form_is_trusted_by_what_it_says_of_itself(
    network: Path, distance: str, trusted: bool | None
) -> None:
    sha256 = read_network(network).sha256
    quantised_beside(network, quantised_from=sha256, quantised_distance_px=distance)
    quantised = [c for c in candidates(network) if c.precision == "int8"]
    assert {c.backend for c in quantised} >= {"openvino", "onnxruntime"}
    assert {c.trusted for c in quantised} == {trusted}
    assert {c.hint for c in quantised if c.backend == "openvino"} >= {"fp32"}
    assert engines.load(network, precision="int8").info.precision == "int8"  # asked for by name


@pytest.mark.parametrize("backend", ["openvino", "onnxruntime"])
def test_a_network_that_is_quantised_itself(backend: str, tmp_path: Path) -> None:
    path = networks.save(networks.quantised(), tmp_path / "q.onnx")
    assert engines.load(path, backend).info.precision == "int8"
    with pytest.raises(EngineError, match=r"q\.onnx is quantised: it runs in int8, not in fp32"):
        engines.load(path, backend, "fp32")


def test_a_backend_that_does_not_exist(network: Path) -> None:
    with pytest.raises(EngineError, match="There is no backend caffe; there are tensorrt, op"):
        engines.load(network, "caffe")


def test_importing_engines_imports_no_backend() -> None:
    code = (
        "import sys, engines;"
        "heavy = {'openvino', 'onnxruntime', 'tensorrt_rtx', 'cuda', 'cv2', 'onnx'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def imported_by(code: str, *arguments: Path) -> set[str]:
    """Which of the libraries that run networks a piece of code has imported at its end."""
    code += "; print(sorted({'openvino', 'onnxruntime', 'tensorrt_rtx'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, engines; {code}", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(json.loads(done.stdout.splitlines()[-1].replace("'", '"')))


def test_only_what_runs_the_network_is_imported(network: Path) -> None:
    assert "onnxruntime" not in imported_by("engines.available()")
    assert "onnxruntime" not in imported_by("engines.load(sys.argv[1], 'openvino')", network)
    assert imported_by("engines.load(sys.argv[1], 'onnxruntime')", network) >= {"onnxruntime"}
    chosen = engines.load(network).info.backend
    found = imported_by("engines.load(sys.argv[1])", network)
    assert chosen in found
    assert ("onnxruntime" in found) == (chosen == "onnxruntime")


def test_openvino_tells_no_one_that_it_runs(
    own_home: Path, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By itself it reports its import over the network, from a thread, and writes ~/intel."""
    monkeypatch.delenv("CI", raising=False)
    code = (
        "import sys, threading, engines; engines.load(sys.argv[1], 'openvino');"
        "print([t.name for t in threading.enumerate()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, network], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['MainThread']"
    assert [path.name for path in own_home.iterdir()] == [".cache"]


def test_tensorrt_is_left_alone_where_there_is_no_driver(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent() -> Never:
        raise ModuleNotFoundError

    left = Known(absent, "nothing", worth_importing=lambda: False)
    monkeypatch.setitem(BACKENDS, "tensorrt", left)
    assert {c.backend for c in candidates(network)} == {"openvino", "onnxruntime"}
    assert engines.prepare(network) is None
    assert any("is not installed" in (s.reason or "") for s in engines.available())


class Slow:
    """A backend whose engines have to be built first."""

    built = False

    def describe(self) -> BackendStatus:
        return BackendStatus("slow", "1", ("a card",), ("fp16",))

    def ready(self, network: NetworkFile, precision: Precision) -> bool:  # noqa: ARG002
        return self.built

    def prepare(
        self,
        network: NetworkFile,  # noqa: ARG002
        precision: Precision,  # noqa: ARG002
        progress: Callable[[float], bool] | None = None,
    ) -> None:
        assert progress is not None
        assert progress(1.0)
        self.built = True

    def load(self, network: NetworkFile, *_: object) -> engines.Engine:  # noqa: ARG002
        raise EngineError("It is not run here.")


def test_whichever_backend_has_to_build_is_prepared_and_takes_part_from_then_on(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    monkeypatch.setitem(BACKENDS, "slow", Known(lambda: slow, "slow"))
    told: list[float] = []

    def progress(share: float) -> bool:
        told.append(share)
        return True

    assert "slow" not in {way.backend for way in candidates(network)}
    assert engines.prepare(network, progress) == ("slow", "fp16")
    assert told == [1.0]
    assert "slow" in {way.backend for way in candidates(network)}
    assert engines.prepare(network, progress) is None


def test_an_engine_is_swapped_for_another_while_it_runs(network: Path) -> None:
    image = networks.images(1)
    running = engines.load(network, "openvino", "fp32")
    expected = running.run(image)
    waiting: queue.Queue[engines.Engine] = queue.Queue()
    stop = threading.Event()
    seen: list[tuple[str, bool]] = []

    def estimate() -> None:
        engine = running
        while not stop.is_set():
            with contextlib.suppress(queue.Empty):
                following = waiting.get_nowait()
                engine.close()
                engine = following
            found = engine.run(image)
            right = all(np.allclose(found[k], expected[k], atol=1e-3) for k in expected)
            seen.append((engine.info.backend, right))
        engine.close()

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(estimate)
        for backend in ("onnxruntime", "openvino", "onnxruntime"):
            before = len(seen)
            waiting.put(engines.load(network, backend, "fp32"))
            while not any(name == backend for name, _ in seen[before:]) and not done.done():
                time.sleep(0.001)
        stop.set()
        done.result(timeout=10)
    assert all(right for _, right in seen)
    names = [name for name, _ in itertools.groupby(name for name, _ in seen)]
    assert names == ["openvino", "onnxruntime", "openvino", "onnxruntime"]


def test_the_network_leaves_a_core_to_camera_and_window() -> None:
    """At a camera's 30 images a second all its threads together are busy for less than that."""
    shipped = resources.network()
    engine = engines.load(shipped, "openvino")
    image = np.full((1, *engine.input_shape), 127, np.float32)
    try:
        for _ in range(5):
            engine.run(image)
        spent = []
        for _ in range(15):
            start = time.process_time()
            engine.run(image)
            spent.append(time.process_time() - start)
            time.sleep(1 / 60)  # threads that spin while they wait would show up in the next
    finally:
        engine.close()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert np.median(spent) * 30 <= max(1, (cores or 1) - 1)
