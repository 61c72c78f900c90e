"""The choice among engines: by measured time, among those whose joints stay, made once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from engines import EngineError, EngineInfo, Precision, agreement, cache, processor
from engines.fastest import BUDGET_S, Candidate, fastest
from engines.network_file import NetworkFile

NETWORK = NetworkFile("n.onnx", b"", "0" * 64, {})
SAMPLES = np.zeros((2, 3, 4, 4), np.float32)


class Clock:
    """Time as the engines spend it, whatever else the machine does."""

    now = 0.0

    def perf_counter(self) -> float:
        return self.now


CLOCK = Clock()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engines.fastest.time", CLOCK)


@dataclass
class TimedEngine:
    """An engine that takes as long as it is told and points where it is told."""

    info: EngineInfo
    seconds: float
    offset: float
    metadata: Mapping[str, str] = field(default_factory=dict)
    input_shape: tuple[int, int, int] = (3, 4, 4)
    closed: bool = False
    runs: int = 0

    def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        self.runs += 1
        CLOCK.now += self.seconds
        return {"joints": np.full((len(batch), 5, 3), self.offset, np.float32)}

    def close(self) -> None:
        self.closed = True


class Maker:
    """Makes the engines of candidates, and counts."""

    def __init__(self, **ways: tuple[float, float]) -> None:
        self.ways = ways
        self.made: list[TimedEngine] = []

    def __call__(self, candidate: Candidate) -> TimedEngine:
        if candidate.backend not in self.ways:
            raise EngineError(f"{candidate.backend} is broken.")
        seconds, offset = self.ways[candidate.backend]
        info = EngineInfo(candidate.backend, "1", "CPU", candidate.precision, "n.onnx", "0")
        self.made.append(TimedEngine(info, seconds, offset))
        return self.made[-1]


def ways(
    *names: str, precision: Precision = "fp32", trusted: bool | None = True
) -> list[Candidate]:
    return [Candidate(name, precision, NETWORK, "1", "CPU", trusted) for name in names]


def test_the_fastest_wins_and_the_others_are_closed() -> None:
    make = Maker(slow=(0.01, 0), fast=(0.002, 0))
    engine = fastest(ways("slow", "fast"), make)
    assert engine.info.backend == "fast"
    assert [made.closed for made in make.made] == [True, False]


def test_one_that_is_hardly_faster_does_not_win() -> None:
    make = Maker(guess=(0.0100, 0), other=(0.0097, 0))
    assert fastest(ways("guess", "other"), make).info.backend == "guess"


def test_the_choice_is_remembered_for_the_same_candidates() -> None:
    first, again = Maker(slow=(0.01, 0), fast=(0.002, 0)), Maker(slow=(0.01, 0), fast=(0.002, 0))
    candidates = ways("slow", "fast")
    fastest(candidates, first)
    assert fastest(candidates, again).info.backend == "fast"
    assert [made.info.backend for made in again.made] == ["fast"]
    # One more candidate, such as an engine that has been built meanwhile: measured again.
    more = Maker(slow=(0.01, 0), fast=(0.002, 0), card=(0.0, 0))
    assert fastest(ways("card", "slow", "fast"), more).info.backend == "card"
    assert len(more.made) == 3


def test_a_remembered_one_that_no_longer_loads_is_replaced() -> None:
    candidates = ways("slow", "fast")
    fastest(candidates, Maker(slow=(0.01, 0), fast=(0.002, 0)))
    assert fastest(candidates, Maker(slow=(0.01, 0))).info.backend == "slow"


def test_another_processor_with_the_same_home_measures_for_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    candidates = ways("first", "second")
    assert fastest(candidates, Maker(first=(0.03, 0), second=(0.002, 0))).info.backend == "second"
    monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", "AVX2")
    other = Maker(first=(0.002, 0), second=(0.03, 0))
    assert fastest(candidates, other).info.backend == "first"
    monkeypatch.delenv("ONEDNN_MAX_CPU_ISA")
    monkeypatch.setattr(processor, "_facts", lambda: {"model name": "AMD EPYC", "flags": "avx2"})
    assert fastest(candidates, other).info.backend == "first"
    kept = [json.loads(cache.fetch(entry.name) or b"") for entry in cache.entries()]
    assert len({choice["processor"] for choice in kept}) == len(kept) == 3
    assert any("AMD EPYC" in choice["processor"] for choice in kept)
    assert any("ONEDNN_MAX_CPU_ISA=AVX2" in choice["processor"] for choice in kept)


def quantised(hint: Precision, name: str = "n.int8.onnx") -> Candidate:
    file = NetworkFile(name, b"", name, {}, quantised=True)
    return Candidate("one", "int8", file, "1", "CPU", True, hint)


class HintMaker:
    """Makes engines by file and hint: seconds and offset; what it has not does not load."""

    def __init__(self, ways: Mapping[tuple[str, Precision | None], tuple[float, float]]) -> None:
        self.ways = ways
        self.made: list[tuple[str, Precision | None]] = []

    def __call__(self, candidate: Candidate) -> TimedEngine:
        key = candidate.network.name, candidate.hint
        self.made.append(key)
        if key not in self.ways:
            raise EngineError(f"No suitable implementations for {candidate.title}.")
        info = EngineInfo(candidate.backend, "1", "CPU", candidate.precision, key[0], "0")
        return TimedEngine(info, *self.ways[key])


def test_a_file_that_one_hint_cannot_load_is_tried_with_the_next(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of two files one takes bf16 and the other fp32 alone, as on an Intel with AMX."""
    caplog.set_level("INFO")
    signed = "n.other.onnx"
    candidates = [
        quantised("bf16"), quantised("fp32"), quantised("bf16", signed), quantised("fp32", signed),
        *ways("plain"),
    ]  # fmt: skip
    make = HintMaker(
        {
            ("n.int8.onnx", "fp32"): (0.03, 0),
            (signed, "bf16"): (0.006, 0),
            (signed, "fp32"): (0.001, 0),
            ("n.onnx", None): (0.06, 0),
        }
    )
    assert fastest(candidates, make, SAMPLES).info.network == signed
    passed = [record.getMessage() for record in caplog.records if "passed" in record.getMessage()]
    assert len(passed) == 1
    assert passed[0].startswith("one in int8 beside bf16 of n.int8.onnx is passed over: ")
    assert (signed, "fp32") not in make.made  # one that pays more runs and agrees
    make.made.clear()
    assert fastest(candidates, make, SAMPLES).info.network == signed
    assert make.made == [(signed, "bf16")]


def test_a_hint_that_moves_the_joints_is_passed_over_for_the_next(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    make = HintMaker(
        {
            ("n.int8.onnx", "fp16"): (0.0, 163.0),
            ("n.int8.onnx", "fp32"): (0.004, 0.1),
            ("n.onnx", None): (0.06, 0),
        }
    )
    candidates = [quantised("fp16"), quantised("fp32"), *ways("plain")]
    assert fastest(candidates, make, SAMPLES).info.precision == "int8"
    assert "one in int8 beside fp16 of n.int8.onnx is passed over: it moves" in caplog.text


@pytest.mark.parametrize("content", [b"", b"{", b'"x"', b"[1]", b'{"backend": "gone"}'])
def test_a_broken_memory_is_measured_again(content: bytes) -> None:
    candidates = ways("slow", "fast")
    fastest(candidates, Maker(slow=(0.01, 0), fast=(0.002, 0)))
    (entry,) = cache.entries()
    cache.store(entry.name, content)
    make = Maker(slow=(0.01, 0), fast=(0.002, 0))
    assert fastest(candidates, make).info.backend == "fast"
    assert len(make.made) == 2


def test_one_that_moves_the_joints_does_not_win() -> None:
    make = Maker(right=(0.004, 0), wrong=(0.0, 2.0))
    candidates = ways("wrong", precision="int8") + ways("right")
    assert fastest(candidates, make, SAMPLES).info.backend == "right"
    assert all(made.closed for made in make.made if made.info.backend == "wrong")


def test_a_later_one_that_moves_the_joints_does_not_win_however_fast() -> None:
    make = Maker(right=(0.004, 0), wrong=(0.0, 2.0))
    candidates = ways("right") + ways("wrong", precision="int8")
    assert fastest(candidates, make, SAMPLES).info.backend == "right"
    assert all(made.closed for made in make.made if made.info.backend == "wrong")


def test_only_what_would_be_taken_is_compared() -> None:
    make = Maker(right=(0.002, 0), slow=(0.004, 0))
    many = np.zeros((5, 3, 4, 4), np.float32)
    assert fastest(ways("right") + ways("slow", precision="int8"), make, many).info.backend
    slow = next(made for made in make.made if made.info.backend == "slow")
    assert slow.runs <= 2 + 3, "warmed up and given up, the five images never run"


def test_one_that_points_at_no_number_does_not_win() -> None:
    make = Maker(right=(0.004, 0), wrong=(0.0, np.nan))
    candidates = ways("wrong", precision="bf16") + ways("right")
    assert fastest(candidates, make, SAMPLES).info.backend == "right"


def test_without_images_only_trusted_ones_take_part() -> None:
    make = Maker(right=(0.004, 0), unknown=(0.0, 0))
    candidates = ways("unknown", precision="int8", trusted=None) + ways("right")
    assert fastest(candidates, make).info.backend == "right"
    assert fastest(candidates, make, lambda _: None).info.backend == "right"
    assert fastest(candidates, make, SAMPLES).info.backend == "right"  # remembered by now
    cache.clear()
    assert fastest(candidates, make, SAMPLES).info.backend == "unknown"


def test_one_that_is_known_to_move_the_joints_takes_no_part_whatever_the_images_show() -> None:
    make = Maker(right=(0.004, 0), known=(0.0, 0))
    candidates = ways("known", precision="int8", trusted=False) + ways("right")
    assert fastest(candidates, make, SAMPLES).info.backend == "right"


def test_images_are_fetched_once_and_only_for_measuring() -> None:
    asked = []

    def images(shape: tuple[int, int, int]) -> NDArray[np.float32]:
        asked.append(shape)
        return SAMPLES

    make = Maker(right=(0.004, 0), wrong=(0.0, 2.0))
    candidates = ways("wrong", precision="int8") + ways("right")
    for _ in range(2):
        assert fastest(candidates, make, images).info.backend == "right"
    assert asked == [(3, 4, 4)]


def test_it_can_be_given_up_and_closes_what_it_has() -> None:
    make = Maker(first=(0.0, 0), second=(0.0, 0))
    told: list[float] = []

    def stop_at_the_second(share: float) -> bool:
        told.append(share)
        return share == 0

    with pytest.raises(EngineError, match="was given up"):
        fastest(ways("first", "second"), make, progress=stop_at_the_second)
    assert told == [0, 0.5]
    assert [made.closed for made in make.made] == [True]
    assert not cache.entries()


def test_one_that_fails_when_it_runs_is_closed_and_left_out() -> None:
    make = Maker(works=(0.001, 0), fails=(0.0, 0))

    def broken(candidate: Candidate) -> TimedEngine:
        engine = make(candidate)
        if candidate.backend == "fails":

            def run(batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
                raise EngineError("The graphics card has no memory left for the network.")

            engine.run = run  # type: ignore[method-assign]
        return engine

    assert fastest(ways("fails", "works"), broken).info.backend == "works"
    assert [made.closed for made in make.made] == [True, False]


def test_of_two_at_once_one_measures_and_the_other_takes_its_choice() -> None:
    candidates = ways("slow", "fast")
    makers = [Maker(slow=(0.01, 0), fast=(0.002, 0)) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        engines = list(pool.map(lambda make: fastest(candidates, make), makers))
    assert [engine.info.backend for engine in engines] == ["fast", "fast"]
    assert sorted(len(make.made) for make in makers) == [1, 2]


def test_one_that_does_not_load_is_left_out() -> None:
    assert fastest(ways("broken", "works"), Maker(works=(0.0, 0))).info.backend == "works"


def test_where_none_loads_the_first_says_why() -> None:
    with pytest.raises(EngineError, match=r"^first is broken\.$"):
        fastest(ways("first", "second"), Maker())


def test_it_takes_no_longer_than_its_time() -> None:
    make = Maker(**{f"number{i}": (0.1, 0.0) for i in range(10)})
    start = CLOCK.now
    fastest(ways(*make.ways), make)
    assert CLOCK.now - start < BUDGET_S + 1.5
    assert len(make.made) < 10
    assert len(cache.entries()) == 1  # another start is not to take as long


def test_distance_is_the_median_over_points_in_the_image() -> None:
    a = np.zeros((1, 3, 3), np.float32)
    b = a.copy()
    b[0, :, 2] = 100  # depth does not count
    b[0, 0, :2] = 3, 4
    b[0, 1, :2] = 0, 1
    scores = np.zeros((1, 3), np.float32)
    assert agreement.distance_px({"s": scores, "j": a}, {"j": b}) == 1.0
    assert agreement.distance_px({"s": scores}, {"j": b}) is None
