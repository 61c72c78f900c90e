"""Compiled networks on disk: used again, never trusted blindly, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import engines
from engines import cache
from tests.engines import networks

ROOT = Path(__file__).resolve().parents[2]


def compiled_files() -> list[Path]:
    return sorted(cache.folder().glob("*.compiled"))


def scores(network: Path) -> networks.Array:
    return engines.load(network, "openvino", "fp32").run(networks.images(1))["scores"]


EXPECTED = networks.convolution_in_numpy(networks.images(1))["scores"]


def assert_right(network: Path) -> None:
    np.testing.assert_allclose(scores(network), EXPECTED, rtol=1e-4, atol=1e-2)


def test_it_lies_in_the_cache_folder_of_the_user(own_home: Path, network: Path) -> None:
    scores(network)
    (file,) = compiled_files()
    assert file.is_relative_to(own_home)
    assert file.parent.parts[-2:] == ("posecam", "engines")
    assert not list(cache.folder().glob("*.part"))


def test_the_second_start_does_not_compile(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_right(network)

    def compile_model(*_: object) -> None:
        raise AssertionError("compiled although it lies in the cache")

    monkeypatch.setattr("engines.openvino.openvino.Core.compile_model", compile_model)
    assert_right(network)
    elsewhere = network.with_name("moved.onnx")
    network.rename(elsewhere)
    assert_right(elsewhere)


def test_another_content_under_the_same_name_is_another_network(network: Path) -> None:
    scores(network)
    model = networks.convolution()
    model.graph.node[1].op_type = "Neg"
    networks.save(model, network)
    raw = -scores(network)
    assert raw.min() < 0  # without ReLU
    assert len(compiled_files()) == 2


def test_precision_and_threads_are_kept_apart(network: Path) -> None:
    for threads in (1, 2):
        engines.load(network, "openvino", "fp32", threads)
    assert len(compiled_files()) == 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "nonsense that is well signed"])
def test_a_broken_file_is_made_again(network: Path, damage: str) -> None:
    scores(network)
    (file,) = compiled_files()
    whole = file.read_bytes()
    if damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    elif damage == "emptied":
        file.write_bytes(b"")
    else:
        cache.store(file.stem, b"nonsense" * 100)
    assert_right(network)
    assert compiled_files() == [file]
    assert file.stat().st_size == len(whole)


def test_a_cache_that_cannot_be_written_is_no_obstacle(network: Path) -> None:
    cache.folder().parent.mkdir(parents=True)
    cache.folder().write_text("a file where the folder should be")
    assert_right(network)
    assert_right(network)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_is_no_obstacle(network: Path, own_home: Path) -> None:
    program = (
        "import resource, sys, engines, numpy\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"  # more is refused by the system
        "engine = engines.load(sys.argv[1], 'openvino')\n"
        "print(engine.run(numpy.zeros((1, 3, 12, 12), numpy.float32))['scores'].shape)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(network)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "(1, 4)\n", done.stderr
    assert not cache.entries()
    left = [path for path in cache.folder().iterdir() if path.stat().st_size]
    assert not left  # nothing half written


def test_the_least_recently_used_go_when_it_grows_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cache, "LIMIT_BYTES", 3500)
    for age, name in enumerate(("c", "b", "a")):
        cache.store(name, bytes(1000))
        file = cache.folder() / f"{name}.compiled"
        os.utime(file, (1000 - age, 1000 - age))
    assert cache.fetch("a") == bytes(1000)  # used now: no longer the oldest
    cache.store("d", bytes(1000))
    assert [file.stem for file in compiled_files()] == ["a", "c", "d"]


def test_what_a_killed_process_left_half_written_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.folder().mkdir(parents=True)
    left, current = cache.folder() / "old.part", cache.folder() / "new.part"
    left.touch()
    os.utime(left, (1000, 1000))
    current.touch()
    cache.store("a", b"data")
    assert not left.exists()
    assert current.exists()


def test_keys_tell_their_parts_apart() -> None:
    assert cache.key("ab", "c") != cache.key("a", "bc")
    assert cache.key("a", "b") == cache.key("a", "b")
    assert cache.fetch(cache.key("nothing")) is None


def test_entries_are_listed_last_used_first_and_cleared() -> None:
    for age, name in enumerate("abc"):
        cache.store(name, b"x" * (age + 1))
        os.utime(cache.folder() / f"{name}.compiled", (1000 + age, 1000 + age))
    entries = cache.entries()
    assert [entry.name for entry in entries] == ["c", "b", "a"]
    assert [entry.used for entry in entries] == [1002, 1001, 1000]
    assert entries[0].size - entries[1].size == 1
    assert cache.holds("a")
    assert cache.clear() == 3
    assert not cache.holds("a")
    assert cache.entries() == []
    assert cache.clear() == 0


BUILDER = """
import sys, time
from pathlib import Path
from engines import cache
with cache.alone("same"):
    if cache.fetch("same") is None:
        with Path(sys.argv[1]).open("a") as log:
            log.write("built\\n")
        time.sleep(0.5)
        cache.store("same", b"engine")
"""


def test_of_two_processes_at_once_one_builds_and_the_other_waits(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = [sys.executable, "-c", BUILDER, str(log)]
    processes = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [process.wait(timeout=30) for process in processes] == [0, 0]
    assert log.read_text() == "built\n"
    assert cache.fetch("same") == b"engine"


def test_a_builder_that_was_killed_keeps_no_one_waiting(tmp_path: Path) -> None:
    code = BUILDER.replace("time.sleep(0.5)", "print(flush=True); time.sleep(60)")
    command = [sys.executable, "-c", code, str(tmp_path / "log")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    start = time.monotonic()
    with cache.alone("same"):
        assert time.monotonic() - start < 5


def test_a_folder_that_cannot_be_made_keeps_no_one_from_building(own_home: Path) -> None:
    cache.folder().parent.mkdir(parents=True)
    cache.folder().touch()
    with cache.alone("same"):
        assert cache.fetch("same") is None
    assert cache.entries() == []
