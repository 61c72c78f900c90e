"""Which of the networks that ship runs: the one that was chosen, or the largest that keeps up."""

from __future__ import annotations

from pathlib import Path

import pytest

from engines import cache
from engines.engine import Engine
from posecam import resources
from posecam.contract import quality_of, shipped_network
from posecam.errors import NetworkError
from posecam.live import quality
from posecam.live.engine_choice import EngineChooser
from posecam.live.quality import largest_that_holds
from tests.fakes.networks import SIDES, pose_network, ship

ALL = ("fast", "balanced", "best")


class Clock:
    """Says how long networks take, and which were measured."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **takes_ms: float) -> None:
        self.takes_ms = takes_ms
        self.measured: list[str] = []
        monkeypatch.setattr(quality, "run_ms", self.run_ms)
        monkeypatch.setattr(quality, "is_busy", lambda: False)

    def run_ms(self, engine: Engine) -> float:
        side = engine.input_shape[1]
        (name,) = (name for name, of in SIDES.items() if of == side)
        self.measured.append(name)
        return self.takes_ms[name]


def go_on(_: float) -> bool:
    return True


def chooser(wanted: str = "automatic") -> EngineChooser:
    return EngineChooser(backend="onnxruntime", precision="fp32", quality=wanted)


def loaded(choice: EngineChooser) -> str:
    """Load what it chooses."""
    engine = choice.load(go_on)
    assert engine.input_shape == (3, SIDES[choice.loaded], SIDES[choice.loaded])
    assert quality_of(engine.metadata) == choice.loaded
    engine.close()
    return choice.loaded


@pytest.mark.parametrize(
    ("takes_ms", "chosen", "asked"),
    [
        ((5, 10, 40), "balanced", ["balanced", "best"]),
        ((5, 10, 20), "best", ["balanced", "best"]),
        ((5, 20, 1), "balanced", ["balanced"]),  # no room to try
        ((10, 30, 90), "fast", ["balanced"]),
        ((60, 80, 200), "fast", ["balanced"]),  # nothing holds it: there is no smaller one
    ],
)
def test_the_largest_that_holds_thirty_a_second_is_chosen(
    takes_ms: tuple[float, ...], chosen: str, asked: list[str]
) -> None:
    told: list[str] = []

    def takes(name: str) -> float:
        if name not in told:
            told.append(name)
        return takes_ms[ALL.index(name)]

    assert largest_that_holds(ALL, "balanced", 30, takes) == chosen
    assert told == asked


def test_one_network_that_ships_is_used_without_measuring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "balanced")
    clock = Clock(monkeypatch)
    assert loaded(chooser()) == "balanced"
    assert clock.measured == []


def test_what_was_measured_at_the_first_start_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    clock = Clock(monkeypatch, fast=10, balanced=40)
    for _ in range(3):
        assert loaded(chooser()) == "fast"
    assert clock.measured == ["balanced"]


def test_other_files_or_a_broken_memory_are_measured_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    Clock(monkeypatch, balanced=40)
    assert loaded(chooser()) == "fast"
    pose_network(tmp_path / "fast.onnx", SIDES["fast"], "fast", keypoints=16)
    clock = Clock(monkeypatch, balanced=12)
    assert loaded(chooser()) == "balanced"
    assert clock.measured == ["balanced"]
    monkeypatch.setattr(cache, "fetch", lambda _: b'{"balanced": "quick"}')
    assert loaded(chooser()) == "balanced"
    assert clock.measured == ["balanced", "balanced"]


def test_what_a_busy_machine_measures_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    Clock(monkeypatch, fast=50, balanced=90)
    monkeypatch.setattr(quality, "is_busy", lambda: True)
    assert loaded(chooser()) == "fast"
    clock = Clock(monkeypatch, balanced=9)
    assert loaded(chooser()) == "balanced"
    assert clock.measured == ["balanced"]


def test_a_camera_of_another_rate_may_need_another_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced", "best")
    Clock(monkeypatch, fast=6, balanced=20, best=45)
    choice = chooser()
    assert not choice.hold(60)  # nothing runs yet: the first one will be right at once
    assert loaded(choice) == "fast"
    assert choice.hold(30)
    assert loaded(choice) == "balanced"
    assert not choice.hold(30)
    assert not choice.hold(25)
    assert choice.hold(15)
    assert loaded(choice) == "best"


def test_who_chose_a_quality_gets_it_at_any_rate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, *ALL)
    clock = Clock(monkeypatch)
    for wanted in ALL:
        choice = chooser(wanted)
        assert loaded(choice) == wanted
        assert not choice.hold(200)
        assert choice.note == ""
    assert clock.measured == []


def test_a_quality_that_does_not_ship_is_replaced_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    choice = chooser("best")
    assert choice.qualities == ("fast", "balanced")
    assert loaded(choice) == "balanced"
    assert "no network of the quality best" in choice.note
    choice.choose_quality("fast")
    assert loaded(choice) == "fast"
    assert choice.note == ""


def test_a_larger_network_that_does_not_load_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, *ALL)
    small = (tmp_path / "best.onnx").read_bytes().replace(b"ReduceMean", b"ReduceJean")
    (tmp_path / "best.onnx").write_bytes(small)
    Clock(monkeypatch, balanced=3)
    assert loaded(chooser()) == "balanced"


def test_a_file_that_was_given_is_of_no_quality(tmp_path: Path) -> None:
    choice = EngineChooser(shipped_network(), "onnxruntime", "fp32")
    assert (choice.qualities, choice.loaded) == ((), "")
    choice.load(go_on).close()
    assert not choice.hold(5)


def test_after_a_failure_the_same_network_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    Clock(monkeypatch, fast=10, balanced=40)
    choice = chooser()
    first = choice.load(go_on)
    other = choice.other(first.info)
    assert other.info.backend != first.info.backend
    assert other.input_shape == first.input_shape
    for engine in (first, other):
        engine.close()


def test_a_name_of_a_quality_finds_its_file_or_what_stands_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    assert shipped_network() == tmp_path / "balanced.onnx"
    assert list(resources.networks()) == ["fast", "balanced"]
    with pytest.raises(NetworkError, match=r"no network of the quality best: it has fast and bal"):
        shipped_network("best")
    assert quality_of({"configuration": "hourglass-lite"}) == "balanced"
    monkeypatch.setattr(resources, "_PLACES", (tmp_path / "nowhere",))
    with pytest.raises(NetworkError, match="missing"):
        shipped_network()


def test_the_time_of_a_run_is_the_shortest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ship(monkeypatch, tmp_path, "fast")
    engine = chooser("fast").load(go_on)
    assert 0 < quality.run_ms(engine) < 1000
    engine.close()
