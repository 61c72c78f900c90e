"""A file that is being written is the old one until all of it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from posecam.whole_file import written_whole


def test_the_old_one_stands_until_the_end(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text("old")
    with written_whole(path) as part:
        part.write_text("new")
        assert part.suffix == ".csv"
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text("old")

    def fail() -> None:
        with written_whole(path) as part:
            part.write_text("half")
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_taken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.mkdir()
    (path / "file").touch()

    def write() -> None:
        with written_whole(path) as part:
            part.write_text("new")

    with pytest.raises(OSError, match="taken"):
        write()
    assert list(tmp_path.iterdir()) == [path]
