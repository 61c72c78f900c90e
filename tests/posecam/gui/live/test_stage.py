"""The stage view: nothing but image and figure, words for four metres, delay and replay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QRectF, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared import style
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.video_view import DISTANT_PX, VideoView
from posecam.pose import Frame, FrameResult
from posecam.settings import ReadoutSettings, Settings
from posecam.skeleton import INDEX
from tests.fakes.estimator import make_pose
from tests.fakes.hands import click, key

OpenWindow = Callable[..., MainWindow]
_TEST: Any = QTest


@pytest.fixture
def window(open_window: OpenWindow, clip: str, qtbot: QtBot) -> MainWindow:
    opened = open_window(settings=Settings(readouts=ReadoutSettings(shown=False)))
    opened.start(clip)
    qtbot.waitUntil(opened.bar.record.isEnabled)
    return opened


def distant(view: VideoView) -> float:
    """The height in pixels of the smallest words over the image."""
    return min(view._font(scale).pixelSize() for scale in (0.95, 1.1))


def test_the_stage_view_has_no_bars_and_comes_back_as_it_was(window: MainWindow) -> None:
    parts = (window.bar, window.status_line, window.panel.turn_button, window.panel.calibrate)
    strip = window.readouts.strip
    assert (window.isFullScreen(), strip.isVisible()) == (False, False)
    key(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in parts)
    assert strip.isVisible()
    assert strip.readouts
    assert distant(window.video) >= DISTANT_PX
    key(window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in parts)
    assert (window.isFullScreen(), strip.isVisible()) == (False, False)
    assert window.settings.readouts == ReadoutSettings(shown=False)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The style sheet that the application has."""
    before = qapp.palette(), qapp.styleSheet()
    style.apply(qapp, DARK)
    yield
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


@pytest.mark.usefixtures("dressed")
def test_messages_are_large_in_the_stage_view(window: MainWindow) -> None:
    window.stage.enter()
    window.video.set_message("Camera disconnected", "It is tried again.", [("Try now", list)])
    window.notice.say("Recorded.")
    card = window.video.card
    for words in (card.headline, card.sentence, card.buttons[0], window.notice.label):
        words.ensurePolished()
        assert words.fontInfo().pixelSize() >= DISTANT_PX, words
    window.stage.leave()
    card.sentence.ensurePolished()
    assert card.sentence.fontInfo().pixelSize() < DISTANT_PX


def test_the_buttons_come_with_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.stage.bar
    _TEST.mouseMove(window.video, QPoint(50, 50))
    assert not bar.isVisible()
    window.stage.enter()
    _TEST.mouseMove(window.video, QPoint(60, 60))
    qtbot.waitUntil(bar.isVisible)
    assert window.video.rect().contains(bar.geometry())
    click(bar.leave)
    assert not window.stage.on


def test_the_delayed_view_shows_what_was_and_is_over_with_the_stage(
    window: MainWindow, qtbot: QtBot
) -> None:
    viewing = window.viewing
    key(window, Qt.Key.Key_D)  # not in the stage view: nothing
    assert viewing.delay_s == 0
    window.stage.enter()
    viewing.set_delay(1)
    window.sources.again()
    qtbot.waitUntil(lambda: window.video.badge == ("DELAY", "You see what was 1 s ago"))
    shown, newest = window.video.result, viewing.newest
    assert shown is not None
    assert newest is not None
    assert 0.7 <= newest.frame.time - shown.frame.time <= 1.3
    assert shown.poses
    figure = window.panel.view
    if figure is not None:
        assert figure._result is shown
    window.stage.leave()
    qtbot.waitUntil(lambda: window.video.badge[0] != "DELAY")


def test_delays_are_gone_through_by_their_key(window: MainWindow) -> None:
    window.stage.enter()
    seen = []
    for _ in range(5):
        key(window, Qt.Key.Key_D)
        seen.append(window.viewing.delay_s)
    assert seen == [2, 5, 10, 20, 0]
    assert window.stage.bar.delay.text() == "No delay"


def test_a_counted_repetition_is_shown_once_again(open_window: OpenWindow) -> None:
    window = open_window()
    viewing = window.viewing
    window.stage.enter()
    key(window, Qt.Key.Key_L)
    shown = []
    for number in range(150):
        frame = Frame(np.zeros((48, 64, 3), np.uint8), number, number / 30, 0)
        viewing.show(FrameResult(frame, (make_pose(frame),), main_id=0))
        if number == 90:
            window.readouts.repeated.emit(1.0, 2.0)
        result = window.video.result
        assert result is not None
        shown.append(result.frame.frame_id)
    assert shown[:91] == list(range(91))
    first = round((1.0 - 0.4) * 30)
    again = shown[91 : 91 + 53]
    assert again == list(range(first + 1, first + 1 + 53))
    assert shown[-4:] == list(range(146, 150))


@pytest.mark.parametrize(("x", "left"), [(0.3, False), (0.8, True)])
def test_words_of_the_calibration_are_beside_the_head(qtbot: QtBot, x: float, left: bool) -> None:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(1280, 720)
    frame = Frame(np.zeros((720, 1280, 3), np.uint8), 0, 0.0, 0)
    pose = make_pose(frame)
    points = pose.joints_2d.copy()
    points[:, 0] += x * 1280 - points[INDEX["head_top"], 0]
    view.show_result(FrameResult(frame, (replace(pose, joints_2d=points),), main_id=0))
    room = view._beside_the_head()
    assert room.width() > 0.28 * 1280
    assert (room.x() == 0) == left
    assert not room.contains(x * 1280, 100)
    view.show_result(FrameResult(frame, ()))
    assert view._beside_the_head() == QRectF(view.rect())
