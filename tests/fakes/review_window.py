"""What tests of the review window wait for and read off it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from posecam.gui.review.window import ReviewWindow
from tests.fakes.videos import number_in


def wait_for(window: ReviewWindow, qtbot: QtBot, row: int) -> None:
    qtbot.waitUntil(lambda: window.state.row == row and not window.busy, timeout=5000)


def number_shown(window: ReviewWindow) -> int:
    result = window.player.video.result
    assert result is not None
    return number_in(result.frame.image)
