"""A person stands for three seconds, is told what is wrong until it is right, and is measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.settings_store import SettingsStore
from posecam.session.reader import Session
from posecam.settings import SESSIONS_VARIABLE
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import click, key
from tests.fakes.http_camera import HttpCamera


@pytest.fixture
def camera() -> Iterator[HttpCamera]:
    with HttpCamera(fps=30) as one:
        yield one


def test_standing_upright_for_three_seconds_is_measured_and_kept(
    qtbot: QtBot, camera: HttpCamera, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    estimator = FakeEstimator(no_person=True, stride=0)
    window = MainWindow(lambda: estimator, SettingsStore(path=path))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.start(camera.url)
    qtbot.waitUntil(lambda: window.video.result is not None)
    assert "Level: assumed." in window.panel.note.text()
    click(window.panel.calibrate)
    qtbot.waitUntil(lambda: window.video.guide.startswith("Step into view"))
    assert "175 cm" in window.notice.label.text()
    estimator.no_person = False
    qtbot.waitUntil(lambda: "Stand still" in window.video.guide)
    assert window.settings.calibration is None
    qtbot.waitUntil(lambda: not window.guide.running, timeout=8000)
    assert window.video.guide == ""
    assert window.notice.label.text().startswith("Calibrated")
    qtbot.waitUntil(lambda: estimator.options.calibration is not None)
    qtbot.waitUntil(lambda: "Level: measured." in window.panel.note.text())
    assert not window.panel.calibrate.isVisible()

    kept, warning = settings_file.load(path)
    assert not warning
    assert kept.calibration is not None
    assert kept.calibrated_source == camera.url

    window.open_source("demo")
    qtbot.waitUntil(lambda: "Level: measured." not in window.panel.note.text())
    qtbot.waitUntil(lambda: estimator.options.calibration is None)
    window.open_source(camera.url)
    qtbot.waitUntil(lambda: estimator.options.calibration == kept.calibration)

    monkeypatch.setenv(SESSIONS_VARIABLE, str(tmp_path / "takes"))
    click(window.bar.record)
    qtbot.waitUntil(window.bar.record.isChecked)
    click(window.bar.record)
    qtbot.waitUntil(lambda: window.pipeline.status().finished is not None)
    (take,) = (tmp_path / "takes").iterdir()
    assert Session.open(take).manifest.settings["calibration"] == kept.calibration.table()

    dialog = window.open_settings()
    click(dialog.figure.forget)
    qtbot.waitUntil(lambda: estimator.options.calibration is None)
    assert settings_file.load(path)[0].calibration is None
    dialog.close()
    window.close()


def test_it_can_be_called_off(qtbot: QtBot, camera: HttpCamera) -> None:
    window = MainWindow(lambda: FakeEstimator(no_person=True))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.start(camera.url)
    qtbot.waitUntil(lambda: window.video.result is not None)
    key(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(window.video.guide))
    key(window, Qt.Key.Key_Escape)
    assert window.video.guide == ""
    assert not window.notice.isVisible()
    window.close()
