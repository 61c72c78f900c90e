"""The recording beside the live image: it starts, is fed, and ends without a wait."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from posecam.live.recording import LiveRecording
from posecam.session import Recorder, Session
from posecam.session.recorder_items import RecorderStatus
from tests.fakes.people import make_frame, make_result
from tests.fakes.waiting import wait_until


def recorder(folder: Path) -> Recorder:
    return Recorder(
        folder, source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )


def feed(recording: LiveRecording, numbers: range) -> None:
    for number in numbers:
        frame = make_frame(number)
        recording.add_frame(frame)
        recording.add_result(make_result(frame))


def test_what_comes_between_start_and_stop_is_recorded(tmp_path: Path) -> None:
    changed = threading.Event()
    recording = LiveRecording(changed.set)
    feed(recording, range(5))  # nothing is recorded yet
    recording.begin(tmp_path / "take", recorder(tmp_path / "take"))
    was_running = recording.running
    feed(recording, range(5, 15))
    assert recording.stop() == tmp_path / "take"
    assert (was_running, recording.running) == (True, False)
    feed(recording, range(15, 20))  # nor any more
    assert recording.join(10)
    assert changed.is_set()
    running, closing, finished = recording.status()
    assert running is None
    assert not closing
    assert finished is not None
    assert finished.folder == tmp_path / "take"
    assert finished.status.error is None
    session = Session.open(tmp_path / "take")
    # The first joint of these poses is at x = the number of its frame.
    assert session.people.joints_2d[:, 0, 0].tolist() == list(range(5, 15))
    assert len(session) == 10


def test_stopping_what_does_not_run_does_nothing() -> None:
    recording = LiveRecording(lambda: pytest.fail("nothing was closed"))
    assert recording.stop() is None
    assert recording.join(0)
    assert recording.status() == (None, False, None)


class SlowToClose(Recorder):
    """Ends when it is told to, as one whose disk is slow."""

    def __init__(self, folder: Path, may_close: threading.Event) -> None:
        super().__init__(folder, source="", info=None, engine={}, settings={}, wait_for_room=True)
        self.may_close = may_close

    def close(self, early: str | None = None) -> RecorderStatus:
        self.may_close.wait(10)
        return super().close(early)


def test_the_next_recording_runs_while_the_last_is_being_closed(tmp_path: Path) -> None:
    may_close = threading.Event()
    recording = LiveRecording(lambda: None)
    recording.begin(tmp_path / "one", SlowToClose(tmp_path / "one", may_close))
    feed(recording, range(3))
    recording.stop()
    running, closing, finished = recording.status()
    assert (running, closing, finished) == (None, True, None)
    assert not recording.join(0)
    recording.begin(tmp_path / "two", recorder(tmp_path / "two"))
    feed(recording, range(4))
    recording.stop()
    may_close.set()
    assert recording.join(10)
    wait_until(lambda: recording.status()[2] is not None)
    assert len(Session.open(tmp_path / "one")) == 3
    assert len(Session.open(tmp_path / "two")) == 4
    finished = recording.status()[2]
    assert finished is not None
    assert finished.folder == tmp_path / "two"
