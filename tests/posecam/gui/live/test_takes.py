"""Recording from three metres away: countdown, sounds, length, markers, discard and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from posecam.gui.live.live_angles import KINDS
from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.take_drawing import TakeSign
from posecam.gui.shared.tones import Sound
from posecam.gui.shared.video_view import VideoView
from posecam.live.take_settings import TakeSettings
from posecam.pose import Frame, FrameResult
from posecam.session.edit import trashed
from posecam.session.reader import Session
from posecam.settings import ReadoutSettings, Settings
from posecam.skeleton import INDEX
from tests.fakes.estimator import FakeEstimator, figure, make_pose
from tests.fakes.hands import click, key
from tests.fakes.pixels import rgb_array

OpenWindow = Callable[..., MainWindow]
_TEST: Any = QTest


class Ears:
    """Hears what would be played."""

    def __init__(self) -> None:
        self.heard: list[Sound] = []
        self.volumes: list[float] = []

    def play(self, sound: Sound, volume: float) -> None:
        self.heard.append(sound)
        self.volumes.append(volume)


@pytest.fixture
def stand(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> Callable[..., tuple[MainWindow, Ears]]:
    """The window with a person in the image, and what is heard of it."""

    def open_it(
        take: TakeSettings, estimator: Callable[[], FakeEstimator] = FakeEstimator
    ) -> tuple[MainWindow, Ears]:
        window = open_window(estimator, Settings(take=take))
        window.takes.player = ears = Ears()
        window.start(clip)
        qtbot.waitUntil(window.bar.record.isEnabled)
        return window, ears

    return open_it


Stand = Callable[..., tuple[MainWindow, Ears]]


def typed(field: QLineEdit, text: str) -> None:
    """Type it at the end of what is there."""
    _TEST.keyClicks(field, text)


def finished(window: MainWindow, qtbot: QtBot, words: str = "Recorded") -> None:
    """Wait until that is said, whatever else is said after it."""
    qtbot.waitUntil(
        lambda: any(words in notice.sentence for notice in window.notice._notices), timeout=8000
    )


def test_a_countdown_is_seen_and_heard_before_the_recording(
    stand: Stand, sessions: Path, qtbot: QtBot
) -> None:
    window, ears = stand(TakeSettings(countdown_s=3, volume=0.5))
    key(window, Qt.Key.Key_R)
    assert window.video.take.countdown == 3
    assert window.bar.record.text() == "In 3 s"
    assert window.bar.record.isChecked()
    assert not sessions.exists()
    qtbot.waitUntil(lambda: window.takes.running, timeout=5000)
    assert ears.heard == ["tick", "tick", "tick", "start"]
    assert set(ears.volumes) == {0.5}
    assert window.video.take == TakeSign(clock="00:00")
    key(window, Qt.Key.Key_R)
    assert window.video.take == TakeSign()
    assert ears.heard[-1] == "stop"
    finished(window, qtbot)


def test_a_countdown_is_called_off_by_escape_and_by_the_button(
    stand: Stand, sessions: Path, qtbot: QtBot
) -> None:
    window, ears = stand(TakeSettings(countdown_s=10))
    stops: tuple[Callable[[], None], ...] = (
        lambda: key(window, Qt.Key.Key_Escape),
        lambda: click(window.bar.record),
    )
    for stop in stops:
        click(window.bar.record)
        assert window.video.take.countdown == 10
        stop()
        assert window.video.take == TakeSign()
        assert window.bar.record.text() == "Record"
        assert not window.bar.record.isChecked()
    assert ears.heard == ["tick", "tick"]
    assert not sessions.exists()


def test_a_take_of_a_fixed_length_ends_by_itself_and_carries_name_tags_and_markers(
    stand: Stand, sessions: Path, qtbot: QtBot
) -> None:
    take = TakeSettings(length_s=1, name="squat", tags=("left knee",))
    window, ears = stand(take)
    key(window, Qt.Key.Key_K)  # nothing runs: nothing is marked
    key(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: (r := window.pipeline.recorded()) is not None and r.seconds > 0.3)
    key(window, Qt.Key.Key_K)
    assert window.video.take.note == "Marker 1"
    finished(window, qtbot, "set length")
    (folder,) = sessions.iterdir()
    assert folder.name == "squat 01"
    manifest = Session.open(folder).manifest
    assert manifest.tags == ("left knee",)
    (marker,) = manifest.markers
    assert 0.3 < marker.seconds < 1.0
    assert manifest.duration == pytest.approx(1.0, abs=0.35)
    assert ears.heard == ["start", "marker", "stop"]


def test_a_take_ends_when_the_person_leaves(stand: Stand, sessions: Path, qtbot: QtBot) -> None:
    made: list[FakeEstimator] = []

    def estimator() -> FakeEstimator:
        made.append(FakeEstimator())
        return made[-1]

    window, _ = stand(TakeSettings(ends_when_left=True), estimator)
    key(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: (r := window.pipeline.recorded()) is not None and r.seconds > 0.3)
    made[0].no_person = True
    finished(window, qtbot, "the person had left")
    assert not window.takes.running


def test_a_bad_take_goes_to_the_trash_and_the_next_has_its_number(
    stand: Stand, sessions: Path, qtbot: QtBot
) -> None:
    window, _ = stand(TakeSettings(name="squat"))
    key(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: (r := window.pipeline.recorded()) is not None and r.seconds > 0.2)
    key(window, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(trashed(sessions)) == 1 and window.takes.running)
    assert "squat 01 was discarded" in window.notice.label.text()
    window.takes.stop()
    finished(window, qtbot)
    names = [folder.name for folder in sessions.iterdir() if not folder.name.startswith(".")]
    assert names == ["squat 01"]


def test_the_last_take_is_discarded_after_it_has_ended_and_can_be_brought_back(
    stand: Stand, sessions: Path, qtbot: QtBot
) -> None:
    window, _ = stand(TakeSettings(countdown_s=10))
    window.takes.begin(countdown_s=0)
    qtbot.waitUntil(lambda: (r := window.pipeline.recorded()) is not None and r.seconds > 0.2)
    window.takes.stop()
    finished(window, qtbot)
    (folder,) = sessions.iterdir()
    key(window, Qt.Key.Key_Backspace)
    assert window.video.take.countdown == 10
    assert not folder.exists()
    click(window.notice.button)
    assert folder.exists()
    assert not Session.open(folder).warnings


def test_a_second_discard_takes_no_older_take(stand: Stand, sessions: Path, qtbot: QtBot) -> None:
    window, _ = stand(TakeSettings(countdown_s=10))
    for _ in range(2):
        window.takes.begin(countdown_s=0)
        qtbot.waitUntil(lambda: (r := window.pipeline.recorded()) is not None and r.seconds > 0.1)
        window.takes.stop()
        qtbot.waitUntil(lambda: window.recording.last is not None)
        qtbot.waitUntil(lambda: not window.pipeline.status().finishing)
        window.refresh()
    qtbot.waitUntil(lambda: len(list(sessions.iterdir())) == 2)
    window.refresh()
    for _ in range(3):
        key(window, Qt.Key.Key_Backspace)
    assert len(trashed(sessions)) == 1


def test_the_menu_sets_how_the_next_take_begins(stand: Stand) -> None:
    window, _ = stand(TakeSettings())
    menu = window.take_menu
    menu._countdown[5].trigger()
    menu._length[30].trigger()
    menu._switches["ends_when_left"].trigger()
    assert window.settings.take == TakeSettings(countdown_s=5, length_s=30, ends_when_left=True)
    assert window.bar.timer.text() == "5 s"


def test_name_and_tags_are_typed_in_the_settings(stand: Stand) -> None:
    window, _ = stand(TakeSettings())
    dialog = window.open_settings("Recordings")
    page = dialog.recording
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Recordings"
    typed(page.name, "squat")
    typed(page.tags, "left knee, after, ")
    assert window.settings.take.name == "squat"
    assert window.settings.take.tags == ("left knee", "after")
    assert "squat 02" in page.naming.text()
    typed(page.name, "/")
    assert "cannot contain '/'" in page.naming.text()
    assert window.settings.take.name == "squat"
    dialog.close()


def test_every_repetition_is_heard_once_where_that_is_wanted(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(
        readouts=ReadoutSettings(shown=False, counted="knee_flexion"),
        take=TakeSettings(repetition_sound=True),
    )
    window = open_window(lambda: FakeEstimator(stride=0), settings)
    window.takes.player = ears = Ears()
    counted = dict.fromkeys(KINDS["knee_flexion"], 0)
    monkeypatch.setattr(window.readouts.angles, "repetitions", counted.get)
    monkeypatch.setattr(window.readouts.angles, "last_repetition", lambda: (0.0, 1.0))
    for right, left in ((0, 0), (1, 0), (1, 1), (1, 1), (1, 2), (2, 2), (3, 3)):
        counted.update(r_knee_flexion=right, l_knee_flexion=left)
        window.readouts.refresh()
    assert ears.heard == ["repetition"] * 3


def test_the_frame_and_a_large_clock_are_drawn(qtbot: QtBot) -> None:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    image = np.full((480, 640, 3), 40, np.uint8)
    view.show_result(FrameResult(Frame(image, 0, 0.0, 0), ()))

    def pixels() -> np.ndarray:
        return rgb_array(view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888))

    plain = pixels()
    view.set_take(TakeSign(clock="00:12"))
    recording = pixels()
    assert recording[300, 3].tolist() == [240, 74, 81]
    assert plain[300, 3].tolist() == [40, 40, 40]
    white = np.argwhere((recording[:140] > 235).all(-1))
    assert 40 <= np.ptp(white[:, 0]) <= 64  # digits of 64 px are about 47 tall
    view.set_take(TakeSign(countdown=3))
    white = np.argwhere((pixels() > 235).all(-1))
    assert np.ptp(white[:, 0]) > 180


def test_both_arms_raised_begin_a_take_where_that_is_wanted(stand: Stand) -> None:
    window, ears = stand(TakeSettings(countdown_s=3))
    arms = ("r_elbow", "r_wrist", "l_elbow", "l_wrist")

    def shows(second: float, *, up: bool) -> None:
        frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, second, 0)
        joints = figure()
        if up:
            for number, name in enumerate(arms):
                shoulder = joints[INDEX[f"{name[0]}_shoulder"]]
                over = np.array([0, -250 * (number % 2 + 1), 0], np.float32)
                joints[INDEX[name]] = shoulder + over
        window.takes.add_result(FrameResult(frame, (make_pose(frame, joints),), main_id=0))

    window._bridge.close()  # what the clip shows is not to be looked at
    for wanted in (False, True):
        window.store.change(take=TakeSettings(countdown_s=3, arms_start=wanted))
        shows(100.0, up=False)
        shows(100.1, up=True)
        shows(100.7, up=True)
        assert (window.video.take.held > 0) == wanted
        shows(101.2, up=True)
        assert window.takes.sequence.counting == wanted
    assert window.video.take.held == 0
    assert ears.heard == ["tick"]
    window.takes.cancel()
    assert not window.takes.sequence.counting
