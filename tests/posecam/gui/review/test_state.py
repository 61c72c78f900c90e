"""What the window of recordings shows, without the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from posecam.gui.review.state import ReviewState
from posecam.gui.review.work import Work
from tests.fakes.motion import body, record_motion

FRAMES = 60
SIGNALS = (
    "opening", "not_opened", "opened", "take_changed", "closing", "closed",
    "row_changed", "range_changed", "ghost_changed", "failed",
)  # fmt: skip


class Told:
    """Collects what a state tells."""

    def __init__(self, state: ReviewState) -> None:
        self.names: list[str] = []
        self.sentences: list[str] = []
        for name in SIGNALS:
            getattr(state, name).connect(lambda *_, name=name: self.names.append(name))
        state.failed.connect(self.sentences.append)
        state.not_opened.connect(lambda _, sentence: self.sentences.append(sentence))

    def take(self) -> list[str]:
        names, self.names = self.names, []
        return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of "one" and "two", each with two people."""
    for name in ("one", "two"):
        record_motion(
            tmp_path / name, body(FRAMES), np.arange(FRAMES) / 30, person_ids=[0, 3] * (FRAMES // 2)
        )
    return tmp_path


@pytest.fixture
def state(qapp: object) -> Iterator[ReviewState]:
    work = Work()
    yield ReviewState(work)
    work.close()


@pytest.fixture
def told(state: ReviewState) -> Told:
    return Told(state)


def open_(state: ReviewState, folder: Path, qtbot: QtBot, row: int = 0) -> None:
    with qtbot.waitSignal(state.opened):
        state.open(folder, row)


def offset(state: ReviewState) -> float | None:
    return state.ghost.offset if state.ghost is not None else None


def test_it_opens_at_the_row_asked_for(
    state: ReviewState, told: Told, folder: Path, qtbot: QtBot
) -> None:
    open_(state, folder / "one", qtbot, 12)
    assert told.take() == ["closing", "closed", "opening", "opened"]
    assert state.take is not None
    assert state.playback is not None
    assert (state.playback.row, state.row, state.range) == (12, None, (0, FRAMES - 1))


def test_of_two_asked_for_the_last_is_opened(
    state: ReviewState, told: Told, folder: Path, qtbot: QtBot
) -> None:
    state.open(folder / "one")
    open_(state, folder / "two", qtbot)
    assert told.take().count("opened") == 1
    assert state.folder == folder / "two"


def test_what_cannot_be_read_is_told_with_nothing_open(
    state: ReviewState, told: Told, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(state.not_opened):
        state.open(folder / "three")
    assert "no session folder" in told.sentences[0]
    assert (state.folder, state.take) == (None, None)


def test_while_it_closes_everything_is_still_there(
    state: ReviewState, folder: Path, qtbot: QtBot
) -> None:
    open_(state, folder / "one", qtbot)
    seen: list[tuple[bool, Path | None]] = []
    for signal in (state.closing, state.closed):
        signal.connect(lambda: seen.append((state.take is not None, state.folder)))
    state.close()
    assert seen == [(True, folder / "one"), (False, None)]


def test_another_person_keeps_place_and_range(
    state: ReviewState, told: Told, folder: Path, qtbot: QtBot
) -> None:
    open_(state, folder / "one", qtbot)
    state.set_row(20)
    state.set_range(10, 30)
    told.take()
    state.look_at(3)
    assert told.take()[0] == "take_changed"
    assert state.take is not None
    assert state.take.person == 3
    assert (state.row, state.range) == (20, (10, 30))


def test_a_ghost_starts_where_the_range_does_and_as_much_later_as_asked(
    state: ReviewState, told: Told, folder: Path, qtbot: QtBot
) -> None:
    open_(state, folder / "one", qtbot)
    with qtbot.waitSignal(state.ghost_changed):
        state.compare(folder / "two")
    assert offset(state) == pytest.approx(0.0, abs=1e-6)
    state.set_range(15, 30)
    assert offset(state) == pytest.approx(-0.5, abs=1e-6)
    state.set_shift(0.25)
    assert offset(state) == pytest.approx(-0.75, abs=1e-6)
    state.compare(None)
    assert offset(state) is None
    with qtbot.waitSignal(state.failed):
        state.compare(folder / "three")
    assert "no session folder" in told.sentences[0]


def test_the_range_begins_and_ends_here(state: ReviewState, folder: Path, qtbot: QtBot) -> None:
    open_(state, folder / "one", qtbot, 40)
    state.set_range_end(False)
    assert state.range == (0, 40)
    assert state.range_seconds == pytest.approx((0, 40 / 30), abs=1e-3)
    assert state.playback is not None
    state.playback.seek(50)
    state.set_range_end(True)
    assert state.range == (50, 50)
    state.clear_range()
    assert state.range == (0, FRAMES - 1)
