"""The engines that this machine has, for the live pipeline. With the network that ships."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posecam.errors import NetworkError
from posecam.live.engine_choice import EngineChooser


def never(_: float) -> bool:
    raise AssertionError("there is nothing to build here")


def test_what_there_is_comes_with_its_precisions_and_what_there_is_not_with_why() -> None:
    options = EngineChooser().options()
    found = {(o.backend, o.precision) for o in options if not o.reason}
    assert {("openvino", "fp32"), ("onnxruntime", "fp32")} <= found
    for option in options:
        assert bool(option.precision) != bool(option.reason)
    assert {o.backend for o in options} == {"openvino", "onnxruntime", "tensorrt"}


def test_what_was_chosen_is_loaded() -> None:
    engine = EngineChooser(backend="onnxruntime", precision="fp32").load(never)
    assert (engine.info.backend, engine.info.precision) == ("onnxruntime", "fp32")
    engine.close()


def test_a_choice_that_cannot_be_had_is_replaced_and_that_is_said() -> None:
    chooser = EngineChooser(backend="abacus", precision="fp32")
    estimator = chooser.make()
    assert estimator.engine.info.backend in {"openvino", "onnxruntime", "tensorrt"}
    assert "abacus" in chooser.note
    assert "instead" in chooser.note
    estimator.close()
    with pytest.raises(NetworkError, match="abacus"):
        chooser.load(never)


def test_what_was_begun_early_is_what_is_made_and_a_failure_is_told_then(tmp_path: Path) -> None:
    chooser = EngineChooser(backend="openvino", precision="fp32")
    chooser.begin()
    first, second = chooser.make(), chooser.make()
    assert first is not second
    for estimator in (first, second):
        assert estimator.engine.info.backend == "openvino"
        estimator.close()
    missing = EngineChooser(tmp_path / "missing.onnx")
    missing.begin()
    with pytest.raises(NetworkError, match="missing"):
        missing.make()


def test_after_a_failure_another_backend_goes_on() -> None:
    chooser = EngineChooser(backend="openvino", precision="fp32")
    first = chooser.load(never)
    for failed in (first.info, replace(first.info, backend="tensorrt")):
        other = chooser.other(failed)
        assert other.info.backend not in {failed.backend, "tensorrt"}
        other.close()
    first.close()


@pytest.mark.parametrize("backend", ["openvino", "onnxruntime"])
def test_who_chose_an_engine_gets_no_better_one(backend: str) -> None:
    assert EngineChooser(backend=backend).better(never) is None


def test_a_network_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_text("no network")
    with pytest.raises(NetworkError, match="broken"):
        EngineChooser(broken).make()
