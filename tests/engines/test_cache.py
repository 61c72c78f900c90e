"""Compiled networks on disk: used again, never trusted blindly, never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

import engines
from engines import cache
from tests.engines import networks


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
