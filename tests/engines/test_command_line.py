"""`python -m engines`, as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from onnx import helper

from engines import agreement, available, bench, cache, load, processor
from engines.__main__ import main
from engines.agreement import LIMIT_PX
from engines.network_file import read_network
from tests.engines import networks

REASON = next(status.reason for status in available() if status.name == "tensorrt")
NO_FORM = "The network small.onnx has no quantised form"
ROOT = Path(__file__).resolve().parents[2]


def engines(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "engines", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_list_names_what_is_there_and_why_the_rest_is_not() -> None:
    done = engines("list")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["tensorrt", "openvino", "onnxruntime"]
    assert "fp32" in lines[1]
    if REASON:
        assert lines[0].endswith(REASON)


def test_list_for_programs() -> None:
    backends = json.loads(engines("list", "--json").stdout)["backends"]
    assert [backend["name"] for backend in backends] == [status.name for status in available()]
    assert [backend["reason"] for backend in backends] == [REASON, None, None]


def test_bench_measures_everything_there_is(network: Path) -> None:
    done = engines("bench", network, "--batch", "1", "3", "--seconds", "0.05", "--json")
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    measured = [(row["backend"], row["precision"], row["batch"]) for row in results]
    failing = {(row["backend"], row["precision"]) for row in results if row["reason"]}
    assert measured == [
        (status.name, precision, batch)
        for status in available()
        for precision in status.precisions
        if not status.reason
        for batch in ((1, 3) if (status.name, precision) not in failing else (1,))
    ]
    for row in results:
        assert set(row) == {
            "backend", "network", "precision", "hint", "batch", "median_ms", "p95_ms",
            "distance_px", "reason",
        }  # fmt: skip
        assert row["distance_px"] is None  # this network's outputs are no points
        assert row["network"] == "small.onnx"
        assert row["reason"] or 0 < row["median_ms"] <= row["p95_ms"]
    assert any(not row["reason"] for row in results)


def test_bench_of_one_backend_as_a_table(network: Path) -> None:
    done = engines(
        "bench", network, "--backend", "onnxruntime", "--precision", "fp32", "--seconds", "0.05"
    )
    assert done.returncode == 0, done.stderr
    title, header, row, of_four = done.stdout.splitlines()
    assert title.startswith("small.onnx, joints compared with fp32 on ")
    assert header.split() == [
        "backend", "network", "precision", "batch", "median", "ms", "p95", "ms", "distance", "px",
        "device",
    ]  # fmt: skip
    assert row.split()[:4] == ["onnxruntime", "small.onnx", "fp32", "1"]
    assert of_four.split()[3] == "4"
    assert of_four.endswith(f"  {processor.name()}")


def test_bench_says_how_far_the_joints_are(tmp_path: Path) -> None:
    path = networks.save(networks.pointing(), tmp_path / "pointing.onnx")
    images = tmp_path / "images.npy"
    np.save(images, networks.images(3).astype(np.uint8))
    done = engines("bench", path, "--samples", images, "--seconds", "0.05", "--json")
    assert done.returncode == 0, done.stderr
    running = [row for row in json.loads(done.stdout)["results"] if row["median_ms"]]
    assert {"fp32"} <= {row["precision"] for row in running}
    for row in running:
        assert row["distance_px"] is not None
        assert (row["distance_px"] <= LIMIT_PX[row["precision"]]) == (row["reason"] == "")


def broken(folder: Path) -> Path:
    """A network with a quantised form that nothing can load."""
    path = networks.save(networks.pointing(), folder / "pointing.onnx")
    source = {"quantised_from": read_network(path).sha256}
    node = helper.make_node("Frobnicate", ["image"], ["joints"])
    odd = networks.with_quantised_input(networks.network([node], {"joints": ["N", 8, 2]}), source)
    networks.save(odd, folder / "pointing.int8.onnx")
    np.save(folder / "images.npy", networks.images(2))
    return path


@pytest.mark.parametrize("command", ["bench", "verify"])
def test_one_that_fails_has_a_row_and_the_rest_is_tried(tmp_path: Path, command: str) -> None:
    path = broken(tmp_path)
    more = ["--seconds", "0.05"] if command == "bench" else []
    done = engines(command, path, "--samples", tmp_path / "images.npy", *more)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    failing = [line for line in lines if " pointing.int8.onnx " in line]
    assert {line.split()[0] for line in failing} >= {"openvino", "onnxruntime"}
    assert all("does not know the operation Frobnicate" in line for line in failing)
    right = [line for line in lines if line.split()[0] == "onnxruntime" and " fp32 " in line]
    assert right
    assert all("moves" not in line and "fails" not in line for line in right)


@pytest.mark.parametrize(
    ("command", "said"), [("bench", "moves the joints too far"), ("verify", "differs")]
)
def test_one_that_moves_the_joints_has_a_row_that_says_so(
    tmp_path: Path, command: str, said: str
) -> None:
    path = moved(tmp_path)
    more = ["--seconds", "0.05"] if command == "bench" else []
    done = engines(command, path, "--samples", tmp_path / "images.npy", *more)
    assert done.returncode == 0, done.stderr  # there are others, which agree
    rows = [line for line in done.stdout.splitlines() if line.startswith("openvino")]
    quantised = [row for row in rows if " pointing.int8.onnx " in row]
    assert quantised
    assert all(said in row for row in quantised)
    assert any(said not in row for row in rows)


def moved(folder: Path) -> Path:
    """A network with a quantised form that moves the joints."""
    path = networks.save(networks.pointing(), folder / "pointing.onnx")
    source = {"quantised_from": read_network(path).sha256}
    model = networks.with_quantised_input(networks.pointing(shift=3.0), source)
    networks.save(model, folder / "pointing.int8.onnx")
    np.save(folder / "images.npy", networks.images(2))
    return path


def test_where_nothing_agrees_they_end_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As if no distance were small enough."""
    path = broken(tmp_path)
    monkeypatch.setattr(agreement, "LIMIT_PX", dict.fromkeys(LIMIT_PX, -1.0))
    for command in (["bench", "--seconds", "0.05"], ["verify"]):
        given = [command[0], str(path), "--samples", str(tmp_path / "images.npy"), *command[1:]]
        assert main(given) == 1
    said = "No way to run it here gives the joints that fp32 gives.\n"
    assert capsys.readouterr().out.endswith(said)


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
            ["NETWORK", "--backend", "openvino", "--precision", "int8"],
            f"{NO_FORM}: small.int8.onnx is missing.",
        ),
        (
            ["NETWORK", "--samples", "absent.mp4"],
            "--samples is absent.mp4: there is no such file or folder.",
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


def test_bench_of_tensorrt_without_a_card(network: Path) -> None:
    done = engines("bench", network, "--backend", "tensorrt", "--seconds", "0.05")
    if REASON:
        assert (done.returncode, done.stderr.strip()) == (2, REASON)
    else:
        assert done.returncode == 0, done.stderr


def test_verify_proves_what_is_here_and_says_why_the_rest_is_not(tmp_path: Path) -> None:
    path = networks.save(networks.pointing(), tmp_path / "pointing.onnx")
    images = tmp_path / "images.npy"
    np.save(images, networks.images(2))
    done = engines("verify", path, "--samples", images)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    rows = [line.split() for line in lines[2:] if "pointing.onnx" in line]
    verdicts = {(row[0], row[2]): row[6] for row in rows if row[3] != "bf16"}
    assert verdicts["openvino", "fp32"] == verdicts["onnxruntime", "fp32"] == "agrees"
    built = "builds" if REASON else "agrees"
    assert verdicts["tensorrt", "fp32"] == verdicts["tensorrt", "fp16"] == built
    if REASON:
        assert lines[-2] == f"tensorrt could not execute here. {REASON}"
    assert lines[-1].endswith(("gives the same joints.", "passes over the others."))


def test_verify_says_where_joints_move(tmp_path: Path) -> None:
    done = engines("verify", moved(tmp_path), "--samples", tmp_path / "images.npy", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    wrong = [c for c in report["checks"] if c["verdict"] == "differs"]
    assert {(c["backend"], c["precision"]) for c in wrong} >= {("openvino", "int8")}
    assert all(c["distance_px"] > 1 for c in wrong)
    assert report["right"]


def test_build_writes_an_engine_without_a_card(network: Path, tmp_path: Path) -> None:
    out = tmp_path / "small.engine"
    done = engines("build", "--network", network, "--precision", "fp16", "--out", out)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{out}: small.onnx in fp16 for SM75, SM80, ")
    assert out.read_bytes().startswith(b"vtrt")
    assert json.loads((tmp_path / "small.engine.json").read_text())["metadata"] == networks.METADATA
    one = engines("build", "--network", network, "--target", "SM89", "--out", out)
    assert " for SM89, " in one.stdout
    bad = engines("build", "--network", network, "--target", "SM99", "--out", out)
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.startswith("TensorRT cannot build for SM99; it can for ")


def test_the_cache_is_listed_and_cleared(network: Path) -> None:
    assert engines("cache").stdout.startswith("0 in ")
    load(network, "openvino", "fp32").close()
    assert engines("cache", "--list").stdout.splitlines()[-1].startswith("1 in ")
    assert engines("cache", "--clear").stdout.startswith("1 removed from ")
    assert cache.entries() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bench", "--batch", "0"], "--batch is 0: it must be a whole number between 1 and 256."),
        (["bench", "--count", "1e3"], "--count is 1e3: it must be a whole number between 1 and "),
        (["bench", "--seconds", "nan"], "--seconds is nan: it must be a number above 0, at most "),
        (["bench", "--seconds=-1"], "--seconds is -1: it must be a number above 0, at most 3600."),
        (["bench", "--backend", "caffe"], "--backend is caffe: it must be one of tensorrt, openv"),
        (["build", "--out", "engines"], "--out is engines: it is a folder."),
        (["build"], "the following arguments are required: --out."),
        ([], "the following arguments are required: COMMAND."),
    ],
)
def test_an_impossible_option_is_one_sentence_and_exit_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
    assert line.endswith(".")


def test_measure_takes_the_time_it_is_given(network: Path) -> None:
    result = bench.measure(load(network, "openvino", "fp32"), 2, 0.05)
    assert (result.backend, result.precision, result.batch) == ("openvino", "fp32", 2)
    assert result.median_ms is not None
    assert result.p95_ms is not None
    assert 0 < result.median_ms <= result.p95_ms < 50


def test_the_network_that_ships_is_declared_by_the_application_not_known_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["entry-points"]["engines.defaults"]
    found = {
        name: metadata.EntryPoint(name, value, "engines.defaults").load()()
        for name, value in declared.items()
    }
    assert found == {
        "network": ROOT / "resources" / "balanced.onnx",
        "samples": ROOT / "resources" / "demo.mp4",
    }


def test_without_a_network_bench_takes_the_declared_one(
    network: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An application's declaration, as its installation leaves it."""
    (tmp_path / "application.py").write_text(
        f"from pathlib import Path\ndef network(): return Path({str(network)!r})\n"
    )
    installed = tmp_path / "application-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: application\nVersion: 1\n")
    (installed / "entry_points.txt").write_text(
        "[engines.defaults]\nnetwork = application:network\n"
    )
    short = ["bench", "--backend", "onnxruntime", "--precision", "fp32", "--seconds", "0.05"]
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert main(short) == 0
    assert capsys.readouterr().out.startswith("small.onnx, joints compared with fp32 on ")
    monkeypatch.setattr(sys, "path", [path for path in sys.path if "site-packages" not in path][1:])
    assert main(short) == 2
    assert capsys.readouterr().err == (
        "No network is given: name an .onnx file, or let `posecam engines` take the one that ships."
        "\n"
    )
