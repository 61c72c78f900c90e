"""Which backend runs, and what is said where one is absent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import engines
from engines import EngineError
from engines.choose import BACKENDS

ROOT = Path(__file__).resolve().parents[2]


def hide(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Make libraries look as if they were not installed."""
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.delitem(sys.modules, f"engines.{name}", raising=False)


def test_auto_takes_openvino_and_its_best_precision(network: Path) -> None:
    best = engines.available()[0]
    assert best.name == "openvino"
    assert best.precisions[0] == ("bf16" if "bf16" in best.precisions else "fp32")
    info = engines.load(network).info
    assert (info.backend, info.precision) == ("openvino", best.precisions[0])


def test_without_openvino_auto_takes_onnx_runtime(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, "openvino")
    assert engines.load(network).info.backend == "onnxruntime"
    assert engines.available()[0].reason == (
        "The backend openvino is not installed; get it with: pip install 'openvino'."
    )


def test_a_backend_that_is_not_installed(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "onnxruntime")
    with pytest.raises(EngineError) as caught:
        engines.load(network, "onnxruntime")
    assert str(caught.value) == (
        "The backend onnxruntime is not installed; get it with: pip install 'posecam[onnxruntime]'."
    )


def test_no_backend_at_all(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, *BACKENDS)
    with pytest.raises(EngineError, match=r"openvino is not installed.*onnxruntime is not"):
        engines.load(network)


def test_tensorrt_is_named_as_what_is_not_built_in(network: Path) -> None:
    status = engines.available()[-1]
    assert (status.name, status.version, status.precisions) == ("tensorrt", "", ())
    with pytest.raises(EngineError) as caught:
        engines.load(network, "tensorrt")
    assert str(caught.value) == status.reason


def test_a_backend_that_does_not_exist(network: Path) -> None:
    with pytest.raises(EngineError, match="There is no backend caffe; there are openvino, onnx"):
        engines.load(network, "caffe")


def test_importing_engines_imports_no_backend() -> None:
    code = (
        "import sys, engines;"
        "print([m for m in ('openvino', 'onnxruntime', 'platformdirs') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_openvino_tells_nobody_that_it_runs(
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
