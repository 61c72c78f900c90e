"""A command line that is made of a dataclass, and the loop that both trainers share."""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from training.detector.train import TrainOptions as DetectorOptions
from training.knobs import Knob, add_knobs, from_arguments
from training.loop import Progress, fit
from training.options import TrainOptions


@dataclass(frozen=True)
class Some:
    """Options of a test."""

    run: Annotated[Path, Knob("where")]
    sets: Annotated[tuple[str, ...], Knob("what", ("--old-sets",))] = ()
    size: Annotated[tuple[int, int], Knob("how large")] = (3, 4)
    rate: Annotated[float | None, Knob("how fast, in %")] = None
    slow: Annotated[bool, Knob("or not")] = False
    inner: int = 7


def parsed(*words: str) -> Some:
    parser = argparse.ArgumentParser()
    add_knobs(parser, Some)
    return from_arguments(Some, vars(parser.parse_args(words)))


def test_fields_become_options() -> None:
    assert parsed("--run", "r") == Some(Path("r"))
    found = parsed("--run", "r", "--sets", "a", "b", "--size", "5", "6", "--rate", "0.5", "--slow")
    assert found == Some(Path("r"), ("a", "b"), (5, 6), 0.5, True)


def test_an_earlier_name_works_and_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert parsed("--run", "r", "--old-sets", "a").sets == ("a",)
    with pytest.raises(SystemExit):
        parsed("--help")
    shown = capsys.readouterr().out
    assert "--sets" in shown
    assert "how fast, in %" in shown
    assert "old-sets" not in shown
    assert "inner" not in shown


@pytest.mark.parametrize("options", [TrainOptions, DetectorOptions])
def test_every_knob_of_a_trainer_is_explained(options: type) -> None:
    hints = get_type_hints(options, include_extras=True)
    unexplained = [f.name for f in fields(options) if get_origin(hints[f.name]) is not Annotated]
    assert unexplained in ([], ["strength"])
    for field in fields(options):
        if field.name not in unexplained:
            knob = get_args(hints[field.name])[1]
            assert isinstance(knob, Knob)
            assert len(knob.help) > 5


def test_what_options_were_called_before_still_works() -> None:
    parser = argparse.ArgumentParser()
    add_knobs(parser, TrainOptions)
    words = "--run r --every 7 --average 0.9 --check a b --check-count 3 --mend m --any-turn 0.1"
    found = from_arguments(TrainOptions, vars(parser.parse_args(words.split())))
    assert (found.eval_interval, found.ema_decay, found.val) == (7, 0.9, ("a", "b"))
    assert (found.val_count, found.relabel, found.full_rotation_prob) == (3, Path("m"), 0.1)


class Counter:
    """Learns to count."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.saved: list[int] = []

    def learn(self, batch: int) -> dict[str, float]:
        self.progress.step += 1
        return {"loss": float(batch)}

    def save(self) -> None:
        self.saved.append(self.progress.step)


def rows(curve: Path) -> list[dict[str, str]]:
    with curve.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_run_is_scored_and_saved_and_goes_on(tmp_path: Path) -> None:
    curve, scores = tmp_path / "curve.csv", iter([0.1, 0.2, 0.3, 0.4])
    counter = Counter(Progress(0, 4))
    fit(
        counter, iter(range(100)), eval_interval=3, curve=curve,
        evaluate=lambda: {"score": next(scores)},
    )  # fmt: skip
    assert counter.saved == [3, 4]
    assert [(r["step"], r["score"]) for r in rows(curve)] == [
        ("0", "0.1"), ("3", "0.2"), ("4", "0.3"),
    ]  # fmt: skip
    longer = Counter(Progress(4, 6))
    fit(longer, iter(range(100)), eval_interval=10, curve=curve)
    assert longer.saved == [6]
    assert [r["step"] for r in rows(curve)] == ["0", "3", "4", "6"]
    fit(longer, iter(range(100)), eval_interval=10, curve=curve)  # is at its end
    assert longer.progress.step == 6


def test_a_budget_of_time_ends_a_run_that_has_steps_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 100_000, 10))
    monkeypatch.setattr("training.loop.time.monotonic", lambda: float(next(clock)))
    progress = Progress(0, 1000, seconds=100.0, budget_s=400.0)
    assert progress.share == 0.25, "what earlier starts have spent counts"
    counter = Counter(progress)
    fit(counter, iter(range(5000)), eval_interval=10_000, curve=tmp_path / "c.csv")
    assert progress.done
    assert 0 < progress.step < 100
    assert counter.saved[-1] == progress.step, "the end is kept"
    assert rows(tmp_path / "c.csv")[-1]["step"] == str(progress.step)
