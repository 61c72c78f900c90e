"""How well people are found, held against who was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from posecam.errors import PosecamError
from posecam.measure.ground_truth import Interval, measure_detection, read_truth

TRUTH = [Interval(0, 9, 0), Interval(12, 21, 1), Interval(22, 31, 2), Interval(34, 39, 0)]
TIMES = [k / 10 for k in range(40)]


def test_everybody_found_at_once() -> None:
    people = [0] * 12 + [1] * 10 + [2] * 10 + [0] * 8
    found = measure_detection(TRUTH, people, TIMES)
    assert (found.found, found.false) == (1.0, 0.0)
    assert found.seconds_to_find == (0.0, 0.0)
    assert (found.person_frames, found.empty_frames) == (30, 16)


def test_late_half_and_false() -> None:
    people = [1] * 4 + [0] * 10 + [1] * 18 + [0] * 8
    found = measure_detection(TRUTH, people, TIMES)
    assert found.false == 4 / 16
    assert found.found == (8 + 10) / 30
    assert list(found.seconds_to_find) == pytest.approx([0.2, 0.9])


def test_frames_that_no_one_judged_do_not_count() -> None:
    people = [0] * 10 + [3, 3] + [1] * 10
    assert measure_detection(TRUTH, people, TIMES).false == 0


def test_a_clip_of_which_the_table_knows_nothing() -> None:
    with pytest.raises(PosecamError, match="says nothing"):
        measure_detection([Interval(500, 600, 1)], [1, 1], [0.0, 0.1])


def test_tables(tmp_path: Path) -> None:
    path = tmp_path / "truth.csv"
    path.write_text("first_frame,last_frame,people\n0,9,0\n12,21,1\n")
    assert read_truth(path) == TRUTH[:2]
    for text in ("", "first_frame,last_frame\n1,2\n", "first_frame,last_frame,people\n1,2,many\n"):
        path.write_text(text)
        if text:
            with pytest.raises(PosecamError, match="cannot be read"):
                read_truth(path)
    with pytest.raises(PosecamError, match="cannot be read"):
        read_truth(tmp_path / "none.csv")
