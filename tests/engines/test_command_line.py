"""`python -m engines`, as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engines import EngineError, available, bench, load
from tests.engines import networks

ROOT = Path(__file__).resolve().parents[2]


def engines(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "engines", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_list_names_what_is_there_and_why_the_rest_is_not() -> None:
    done = engines("list")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["openvino", "onnxruntime", "tensorrt"]
    assert "fp32" in lines[0]
    assert lines[2].endswith("This version of posecam has no TensorRT backend.")


def test_list_for_programs() -> None:
    backends = json.loads(engines("list", "--json").stdout)["backends"]
    assert [backend["name"] for backend in backends] == [status.name for status in available()]
    assert [backend["reason"] is None for backend in backends] == [True, True, False]


def test_bench_measures_everything_there_is(network: Path) -> None:
    done = engines("bench", network, "--batch", "1", "3", "--seconds", "0.05", "--json")
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    measured = [(row["backend"], row["precision"], row["batch"]) for row in results]
    assert measured == [
        (status.name, precision, batch)
        for status in available()
        for precision in status.precisions
        for batch in (1, 3)
    ]
    for row in results:
        assert set(row) == {"backend", "precision", "batch", "median_ms", "p95_ms"}
        assert 0 < row["median_ms"] <= row["p95_ms"]


def test_bench_of_one_backend_as_a_table(network: Path) -> None:
    done = engines(
        "bench", network, "--backend", "onnxruntime", "--precision", "fp32", "--seconds", "0.05"
    )
    assert done.returncode == 0, done.stderr
    name, header, row = done.stdout.splitlines()
    assert name == "small.onnx"
    assert header.split() == ["backend", "precision", "batch", "median", "ms", "p95", "ms"]
    assert row.split()[:3] == ["onnxruntime", "fp32", "1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["absent.onnx"], "There is no network file absent.onnx."),
        (["Makefile"], "The network file Makefile is not an ONNX file."),
        (
            ["NETWORK", "--backend", "onnxruntime", "--precision", "bf16"],
            "onnxruntime runs networks in fp32 on this machine, not in bf16.",
        ),
        (
            ["NETWORK", "--backend", "tensorrt"],
            "This version of posecam has no TensorRT backend.",
        ),
    ],
)
def test_what_cannot_be_measured_is_one_sentence_and_exit_2(
    network: Path, arguments: list[str], said: str
) -> None:
    done = engines("bench", *(network if word == "NETWORK" else word for word in arguments))
    assert done.returncode == 2
    assert done.stderr.strip() == said
    assert done.stdout == ""


def test_a_batch_of_nothing_is_refused(network: Path) -> None:
    done = engines("bench", network, "--batch", "0")
    assert done.returncode == 2
    assert "a batch holds at least one picture" in done.stderr


def test_measure_takes_the_time_it_is_given(network: Path) -> None:
    result = bench.measure(load(network, "openvino", "fp32"), 2, 0.05)
    assert (result.backend, result.precision, result.batch) == ("openvino", "fp32", 2)
    assert 0 < result.median_ms <= result.p95_ms < 50


def test_the_shipped_network_is_found_in_a_checkout_and_in_an_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "__file__", str(tmp_path / "engines" / "bench.py"))
    with pytest.raises(EngineError, match=r"name an \.onnx file"):
        bench.shipped_network()
    for place in ("posecam/resources/networks", "resources"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        for name in ("b.onnx", "a.onnx"):
            networks.save(networks.convolution(), folder / name)
        assert bench.shipped_network() == folder / "a.onnx"
