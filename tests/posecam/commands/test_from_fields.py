"""Options of the command line from the fields of a dataclass."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from posecam.bounds import Asked, asked, bounded, bounds_of, usable
from posecam.commands.arguments import ArgumentsError, Parser, new_file
from posecam.commands.from_fields import add_options, values_of
from posecam.estimation.options import EstimatorOptions


@dataclass(frozen=True, slots=True)
class Options:
    clip: str = asked(Asked("to see", read=str, positional=True))
    out: Path = asked(Asked("to write", read=new_file))
    length_mm: float = bounded(
        500.0,
        100,
        900,
        how=Asked("of it; default {default}", name="length", unit="CM", per_unit=10),
    )
    jobs_at_once: int = bounded(2, 1, 8, how=Asked("of it"))
    loud: bool = asked(Asked("say more"), False)
    kept: str = "ours"


def parse(*words: str) -> Options:
    parser = Parser()
    add_options(parser, Options)
    return Options(**values_of(Options, vars(parser.parse_args(words))))


def test_what_is_not_given_is_as_the_dataclass_says() -> None:
    assert parse("a.mp4", "--out", "b") == Options("a.mp4", Path("b"))


def test_what_is_given_comes_in_the_unit_of_the_field() -> None:
    given = parse("a.mp4", "--out", "b", "--length", "25.5", "--jobs-at-once", "8", "--loud")
    assert given == Options("a.mp4", Path("b"), 255.0, 8, loud=True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--length", "9.9"], "--length is 9.9: it must be between 10 and 90."),
        (["--length", "91"], "--length is 91: it must be between 10 and 90."),
        (["--jobs-at-once", "9"], "--jobs-at-once is 9: it must be between 1 and 8."),
        (["--jobs-at-once", "2.5"], "it must be a whole number between 1 and 8."),
        (["--kept", "mine"], "unrecognized arguments: --kept mine."),
    ],
)
def test_the_bounds_are_those_of_the_field(words: list[str], sentence: str) -> None:
    with pytest.raises(ArgumentsError) as said:
        parse("a.mp4", "--out", "b", *words)
    assert str(said.value).endswith(sentence)


def test_a_field_without_a_default_must_be_given() -> None:
    with pytest.raises(ArgumentsError, match="--out"):
        parse("a.mp4")
    with pytest.raises(ArgumentsError, match="clip"):
        parse("--out", "b")


def test_the_help_says_words_unit_and_default() -> None:
    parser = Parser()
    add_options(parser, Options)
    said = " ".join(parser.format_help().split())
    assert "--length CM of it; default 50" in said
    assert "kept" not in said


def test_a_table_from_a_file_is_used_as_far_as_it_is_within_the_bounds() -> None:
    low, high = bounds_of(EstimatorOptions, "subject_height_mm")
    for value, found in (
        (low, {"subject_height_mm": low}),
        (int(high), {"subject_height_mm": high}),
        (high + 1, {}),
        (float("nan"), {}),
        (True, {}),
        ("1700", {}),
    ):
        assert usable(EstimatorOptions, {"subject_height_mm": value, "other": 1}) == found
    assert usable(Options, {"jobs_at_once": 2.0}) == {}
