"""What the command line says of mistakes: one sentence, exit code 2, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.cli import main
from posecam.contract import shipped_network
from posecam.skeleton import KEYPOINT_NAMES
from tests.fakes.networks import ship
from tests.fakes.videos import beginning_of_the_demo


def fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Standard error of a command that must exit with 2 and one sentence."""
    assert main(arguments) == 2
    said = capsys.readouterr().err.strip().splitlines()
    sentence = said[-1]
    assert sentence.startswith("posecam: ")
    assert sentence.endswith(".")
    assert "Traceback" not in "\n".join(said)
    return sentence


def test_missing_video(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = fails(capsys, "process", str(tmp_path / "no.mp4"), "--out", str(tmp_path / "o"))
    assert "no.mp4" in said
    assert not (tmp_path / "o").exists()


def test_a_text_file_named_mp4(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_text("this is no video\n" * 50)
    assert "clip.mp4" in fails(capsys, "process", str(clip), "--out", str(tmp_path / "o"))
    assert "clip.mp4" in fails(capsys, "bench", str(clip))


def test_a_folder_without_images(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "empty" in fails(
        capsys, "process", str(tmp_path / "empty"), "--out", str(tmp_path / "o")
    )


def test_a_camera_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "93" in fails(capsys, "process", "93", "--out", str(tmp_path / "o"))


def test_an_address_that_refuses(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = fails(
        capsys, "process", "http://me:secret@127.0.0.1:9/video", "--out", str(tmp_path / "o")
    )
    assert "127.0.0.1" in said
    assert "secret" not in said


def test_a_network_of_another_kind(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import onnx
    from onnx import TensorProto, helper

    shape = [1, 3, 8, 8]
    graph = helper.make_graph(
        [helper.make_node("Relu", ["image"], ["out"])],
        "other",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, shape)],
    )
    other = tmp_path / "other.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]), str(other))
    out = str(tmp_path / "o")
    said = fails(capsys, "process", "demo", "--out", out, "--network", str(other))
    assert "not a posecam network" in said
    other.write_text("text")
    assert "other.onnx" in fails(capsys, "process", "demo", "--out", out, "--network", str(other))
    assert "gone.onnx" in fails(
        capsys, "process", "demo", "--out", out, "--network", str(tmp_path / "gone.onnx")
    )


def test_an_engine_that_does_not_exist(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = fails(capsys, "bench", "demo", "--engine", "abacus")
    assert "abacus" in said


@pytest.mark.parametrize("command", ["process", "bench"])
def test_a_network_that_fails_while_it_runs(
    command: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from engines.onnxruntime import OnnxRuntimeEngine

    infer = OnnxRuntimeEngine._infer
    runs = iter(range(1000))

    def fail_in_the_end(engine: OnnxRuntimeEngine, batch: NDArray[np.float32]) -> object:
        if engine.info.network == shipped_network().name and next(runs) > 6:
            raise RuntimeError("Failed to allocate memory for requested buffer of size 9437184")
        return infer(engine, batch)

    monkeypatch.setattr(OnnxRuntimeEngine, "_infer", fail_in_the_end)
    more = ["--out", str(tmp_path / "o")] if command == "process" else []
    given = ("--engine", "onnxruntime", "--precision", "fp32", *more)
    said = fails(capsys, command, "demo", *given)
    name = shipped_network().stem
    assert said.startswith(f"posecam: ONNX Runtime failed to run the network {name}.")
    assert "Failed to allocate memory" in said
    if command == "process":
        assert (tmp_path / "o" / "manifest.json").is_file()  # what was written so far is kept


def test_a_session_folder_that_holds_something(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "take"
    out.mkdir()
    (out / "precious.txt").write_text("mine")
    assert "take" in fails(capsys, "process", "demo", "--out", str(out))
    assert [p.name for p in out.iterdir()] == ["precious.txt"]


def test_a_height_that_no_one_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--height is 17" in fails(capsys, "bench", "demo", "--height", "17")


def test_export_of_no_session(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = str(tmp_path / "o")
    assert fails(capsys, "export", str(tmp_path), "--format", "json", "--out", out)
    assert fails(capsys, "export", str(tmp_path / "gone"), "--format", "json", "--out", out)


def test_devices_without_a_camera(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices"]) == 0
    assert capsys.readouterr().out.strip()


def test_version_and_help() -> None:
    for flag in ("--version", "--help"):
        with pytest.raises(SystemExit) as left:
            main([flag])
        assert left.value.code == 0


def test_importing_posecam_is_quick_and_light() -> None:
    code = (
        "import sys, time; t = time.perf_counter(); import posecam;"
        "heavy = {'cv2', 'torch', 'openvino', 'PyQt6', 'av'} & set(sys.modules);"
        "print(time.perf_counter() - t, sorted(heavy))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, heavy = run.stdout.split(" ", 1)
    assert float(seconds) < 0.3
    assert heavy.strip() == "[]"


def test_a_place_that_cannot_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    place = tmp_path / "a_file"
    place.write_text("not a folder")
    assert "a_file" in fails(capsys, "process", "demo", "--out", str(place / "take"))
    assert place.read_text() == "not a folder"


def test_images_that_are_not_images(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder with one good and one broken image: the good one is looked at, the other named."""
    import cv2

    folder = tmp_path / "images"
    folder.mkdir()
    cv2.imwrite(str(folder / "a.jpg"), np.full((120, 160, 3), 90, np.uint8))
    (folder / "b.jpg").write_bytes(b"no jpeg at all")
    assert main(["process", str(folder), "--out", str(tmp_path / "take")]) == 0
    said = capsys.readouterr()
    assert "1 frames" in said.out
    assert "b.jpg" in said.err or "1 " in said.err


def test_a_name_that_the_terminal_cannot_show_is_said_with_marks(tmp_path: Path) -> None:
    """As on Windows, whose terminals and files have few characters."""
    take = tmp_path / "Übung 動き"
    shutil.copytree(Path(__file__).resolve().parents[1] / "data" / "take", take)
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    words = ["export", str(take), "--format", "csv", "--out", str(tmp_path / "files")]
    done = subprocess.run(
        [sys.executable, "-m", "posecam", *words], env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0)
    assert "Übung \\u52d5\\u304d.csv".encode("cp1252") in done.stdout
    assert (tmp_path / "files" / "Übung 動き.csv").is_file()


@pytest.mark.parametrize("command", ["run", "bench"])
def test_a_quality_that_does_not_ship(
    command: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    said = fails(capsys, command, "demo", "--quality", "best")
    assert "no network of the quality best: it has fast and balanced" in said
    network = str(tmp_path / "fast.onnx")
    said = fails(capsys, command, "demo", "--quality", "fast", "--network", network)
    assert "cannot go with --network" in said


def test_a_quality_is_used_and_the_usual_one_stands_in_for_one_that_does_not_ship(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    clip = beginning_of_the_demo(tmp_path / "clip.mp4", 6)
    for quality, network in (("fast", "fast"), ("automatic", "balanced"), ("best", "balanced")):
        out = tmp_path / quality
        given = ("process", str(clip), "--out", str(out), "--quality", quality)
        assert main([*given, "--engine", "onnxruntime", "--precision", "fp32"]) == 0
        said = capsys.readouterr().err
        assert ("The usual one is used instead." in said) == (quality == "best")
        manifest = json.loads((out / "manifest.json").read_text())
        assert manifest["engine"]["network"] == f"{network}.onnx"
        assert manifest["joint_names"] == list(KEYPOINT_NAMES)
    session = str(tmp_path / "fast")
    again = ["reprocess", session, "--quality", "balanced", "--engine", "onnxruntime"]
    assert main(again) == 0
