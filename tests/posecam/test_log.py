"""What went wrong is kept in a file, and never stands in the way of the program."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from posecam.log import keep_log, log_file


@contextmanager
def bare_logging() -> Iterator[logging.Logger]:
    """The root logger without handlers, as a program starts with; pytest's come back afterwards."""
    root = logging.getLogger()
    before, root.handlers = root.handlers, []
    try:
        yield root
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers = before


def test_warnings_go_to_the_file_and_not_to_the_terminal(
    own_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with bare_logging():
        keep_log()
        logging.getLogger("posecam.some").warning("The camera at %s is gone.", "0")
    assert log_file().is_relative_to(own_home)
    text = log_file().read_text()
    assert "WARNING posecam.some: The camera at 0 is gone." in text
    assert capfd.readouterr() == ("", "")


def test_no_file_is_made_before_there_is_something_to_say() -> None:
    with bare_logging():
        keep_log()
        assert not log_file().exists()


def test_the_file_does_not_grow_without_end() -> None:
    with bare_logging() as root:
        keep_log()
        for number in range(3000):
            root.warning("%d %s", number, "x" * 1000)
    kept = list(log_file().parent.iterdir())
    assert sum(path.stat().st_size for path in kept) < 1.1e6
    assert "2999 x" in log_file().read_text()


def test_a_program_that_has_set_up_logging_keeps_its_own() -> None:
    own = logging.NullHandler()
    with bare_logging() as root:
        root.addHandler(own)
        keep_log()
        assert root.handlers == [own]


def test_where_no_file_can_be_written_the_program_goes_on(
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder = log_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    with bare_logging() as root:
        keep_log()
        root.warning("Nowhere to go.")
    assert capfd.readouterr() == ("", "")
