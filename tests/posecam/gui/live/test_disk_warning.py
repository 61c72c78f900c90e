"""A disk that is getting full while something is being recorded: the window says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.session import room
from posecam.settings import SESSIONS_VARIABLE
from tests.fakes.estimator import FakeEstimator
from tests.fakes.http_camera import HttpCamera


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv(SESSIONS_VARIABLE, str(tmp_path / "sessions"))
    made = MainWindow(FakeEstimator)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_the_window_warns_of_a_disk_that_gets_full(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "WARN_BYTES", 1 << 62)  # more than any disk has
    with HttpCamera() as camera:
        window.start(camera.url)
        qtbot.waitUntil(window.bar.record.isEnabled)
        window.bar.record.click()
        qtbot.waitUntil(lambda: "The disk is getting full: " in window.notice.label.text())
        window.bar.record.click()
        window.close()
