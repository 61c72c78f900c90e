"""A person's camera has a password in its address: it opens, and the password goes nowhere else."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PyQt6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.settings_store import SettingsStore
from posecam.session import Session
from posecam.settings import SESSIONS_VARIABLE
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import click
from tests.fakes.http_camera import HttpCamera

PASSWORD = "hunter2$&"
FORMS = ("hunter2", quote(PASSWORD, safe=""))


@pytest.fixture
def camera() -> Iterator[HttpCamera]:
    with HttpCamera() as one:
        one.user = f"eve:{quote(PASSWORD, safe='')}"
        yield one


def found_in(folder: Path) -> list[Path]:
    """Files in the folder, videos and all, in which the password is."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(form.encode() in path.read_bytes() for form in FORMS)
    ]


def texts(window: MainWindow) -> list[str]:
    """Everything that the window says, shows on hover or reads out to a blind person."""
    said = [*window.video.message, window.video.hint, *window.video.badge]
    for widget in [window, *window.findChildren(QWidget)]:
        said += [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
        said += [widget.accessibleDescription(), widget.statusTip()]
        if isinstance(widget, QComboBox):
            said += [widget.itemText(index) for index in range(widget.count())]
        elif callable(text := getattr(widget, "text", None)):
            said.append(str(text()))
    return said


def test_the_window_opens_it_and_neither_shows_nor_stores_nor_logs_it(
    camera: HttpCamera,
    own_home: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    sessions = tmp_path / "sessions"
    monkeypatch.setenv(SESSIONS_VARIABLE, str(sessions))
    settings = own_home / "settings.toml"
    window = MainWindow(FakeEstimator, SettingsStore(path=settings))
    qtbot.addWidget(window)
    window.show()
    said: list[str] = []
    try:
        window.bar.chooser.chosen.emit(camera.url)  # as typed into "Open address"
        qtbot.waitUntil(lambda: window.video.result is not None, timeout=10_000)
        said += texts(window)
        click(window.bar.record)
        qtbot.waitUntil(
            lambda: (
                (status := window.pipeline.status().recording) is not None
                and status.frames_written > 10
            )
        )
        said += texts(window)
        camera.stop()
        qtbot.waitUntil(lambda: window.video.message[0] == "Camera disconnected", timeout=8000)
        said += texts(window)
        camera.start()
        qtbot.waitUntil(lambda: window.video.message == ("", ""), timeout=8000)
        click(window.bar.record)
        qtbot.waitUntil(lambda: window.pipeline.status().finished is not None, timeout=8000)
        qtbot.wait(250)
        said += texts(window)
        camera.user = ""
        window.bar.chooser.chosen.emit(
            camera.url.replace("//", f"//eve:{FORMS[1]}@") + "/elsewhere"
        )
        qtbot.waitUntil(lambda: "nothing under this address" in window.video.message[1])
        said += texts(window)
    finally:
        window.close()

    assert any("eve:***@127.0.0.1" in text for text in said)
    assert not [text for text in said if any(form in text for form in FORMS)]
    assert not any(form in caplog.text for form in FORMS)
    (folder,) = sessions.iterdir()
    assert "eve:***@" in Session.open(folder).manifest.source["name"]
    assert settings.exists()
    assert found_in(tmp_path) == []
    assert found_in(own_home) == []


def test_the_command_line_neither_prints_nor_logs_nor_stores_it(
    camera: HttpCamera, own_home: Path, tmp_path: Path
) -> None:
    good = camera.url
    camera.stop()
    out = []
    for url in (good, good.replace("http://", "rtsp://")):
        done = subprocess.run(
            [sys.executable, "-m", "posecam", "process", url, "--out", str(tmp_path / "take")],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2, done.stderr
        assert "eve:***@127.0.0.1" in done.stderr
        out.append(done.stdout + done.stderr)
    assert not any(form in text for text in out for form in FORMS)
    assert found_in(tmp_path) == []
    assert found_in(own_home) == []
