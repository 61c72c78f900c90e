"""A person at the window: sees the camera, records, pulls the plug, and comes back."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.engine_labels import engine_name
from posecam.gui.shared.settings_store import SettingsStore
from posecam.live.engine_choice import EngineChooser
from posecam.session.reader import Session
from posecam.settings import ReadoutSettings, Settings
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import click
from tests.fakes.http_camera import HttpCamera, SilentServer
from tests.fakes.pixels import rgb_array

Open = Callable[..., MainWindow]


@pytest.fixture
def camera() -> Iterator[HttpCamera]:
    with HttpCamera(fps=30) as one:
        yield one


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def open_one(
        make_estimator: Callable[[], object] = FakeEstimator, settings: Settings | None = None
    ) -> MainWindow:
        window = MainWindow(make_estimator, SettingsStore(settings))  # type: ignore[arg-type]
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        return window

    yield open_one
    for window in windows:
        window.close()


def test_a_person_watches_a_camera_and_records_it(
    open_window: Open, camera: HttpCamera, sessions: Path, qtbot: QtBot
) -> None:
    """With the network that ships, on the engine that this machine would take."""
    window = open_window(EngineChooser().make)
    window.start(camera.url)
    qtbot.waitUntil(lambda: window.pipeline.status().engine.kind == "ready", timeout=30_000)
    qtbot.waitUntil(lambda: window.pipeline.status().network_fps > 5, timeout=10_000)
    info = window.pipeline.status().engine.info
    assert info is not None
    qtbot.waitUntil(lambda: engine_name(info.backend) in window.status_line.engine.text())
    click(window.bar.record)
    qtbot.waitUntil(lambda: window.bar.record.text() == "Stop 00:02", timeout=5000)
    click(window.bar.record)
    qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text(), timeout=5000)
    (folder,) = sessions.iterdir()
    session = Session.open(folder)
    assert not session.warnings
    assert len(session.frame_ids) > 40
    assert session.estimated.mean() > 0.3


def test_without_a_camera_the_demo_runs_and_says_that_it_is_one(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever is plugged into the machine that runs the tests.
    monkeypatch.setattr("posecam.gui.live.source_chooser.list_cameras", list)
    window = open_window(EngineChooser().make)
    window.start()
    qtbot.waitUntil(lambda: window.video.badge[0] == "DEMO", timeout=10_000)
    assert "No camera" in window.video.badge[1]
    assert window.bar.chooser.combo.currentText() == "Demo clip"
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses), timeout=30_000)


def test_the_plug_is_pulled_and_put_back(
    open_window: Open, camera: HttpCamera, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(camera.url)
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))
    camera.stop()
    pulled = time.monotonic()
    qtbot.waitUntil(lambda: window.video.message[0] == "Camera disconnected")
    assert time.monotonic() - pulled < 2
    last = window.pipeline.latest()
    assert last is not None
    camera.start()
    qtbot.waitUntil(lambda: window.video.message == ("", ""), timeout=8000)
    qtbot.waitUntil(
        lambda: (
            (now := window.pipeline.latest()) is not None
            and now.frame.frame_id > last.frame.frame_id + 5
        )
    )


def white(widget: QWidget) -> bool:
    """Whether anything is drawn in the colour of text that counts."""
    return bool((rgb_array(widget.grab().toImage()).min(-1) > 200).any())


def test_the_plug_is_pulled_while_recording(
    open_window: Open, camera: HttpCamera, sessions: Path, qtbot: QtBot
) -> None:
    window = open_window(settings=Settings(readouts=ReadoutSettings(shown=True)))
    window.start(camera.url)
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))
    window.refresh()
    click(window.bar.record)
    qtbot.waitUntil(lambda: window.bar.record.text() == "Stop 00:01", timeout=4000)
    assert white(window.readouts.strip)
    figure = window.panel.view.grab().toImage() if window.panel.view is not None else None
    camera.stop()
    qtbot.waitUntil(lambda: "no video" in window.bar.record.text())
    assert window.bar.record.accessibleName() == "Stop recording"
    assert window.video.message[0] == "Camera disconnected"
    assert [b.text() for b in window.video.card.buttons if b.isVisible()] == [
        "Try now",
        "Other source…",
    ]
    assert not white(window.readouts.strip)
    if window.panel.view is not None and figure is not None:
        coloured, grey = (
            float(np.ptp(rgb_array(image).astype(int), axis=-1).max())
            for image in (figure, window.panel.view.grab().toImage())
        )
        assert grey < 0.4 * coloured
    camera.start()
    qtbot.waitUntil(lambda: window.video.message == ("", ""), timeout=8000)
    qtbot.waitUntil(lambda: window.bar.record.text() >= "Stop 00:02", timeout=8000)
    assert "no video" not in window.bar.record.text()
    camera.stop()
    qtbot.waitUntil(lambda: "no video" in window.bar.record.text())
    qtbot.wait(1100)
    click(window.bar.record)
    qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text(), timeout=5000)
    words = window.notice.label.text()
    (gap,) = Session.open(next(sessions.iterdir())).gaps
    assert f"The camera was disconnected once: {gap[1] - gap[0]:.1f} s have no video." in words
    assert "It was disconnected for the last" in words


def test_a_camera_that_freezes_is_said_to(
    open_window: Open, camera: HttpCamera, qtbot: QtBot
) -> None:
    window = open_window()
    window.start(camera.url)
    qtbot.waitUntil(lambda: window.video.result is not None)
    camera.stalled.set()
    qtbot.waitUntil(lambda: window.video.message[0] == "Video frozen")
    assert window.video.message[1]
    camera.stalled.clear()
    qtbot.waitUntil(lambda: window.video.message == ("", ""))


def test_the_window_closes_at_once_while_a_camera_blocks(open_window: Open, qtbot: QtBot) -> None:
    with SilentServer() as server:
        window = open_window()
        window.start(f"http://127.0.0.1:{server.port}/video")
        qtbot.wait(300)
        before = time.monotonic()
        window.close()
        assert time.monotonic() - before < 2


def test_closing_while_the_network_loads_for_the_first_time_is_a_clean_end(tmp_path: Path) -> None:
    """Nothing is in the cache of the test's own home, so loading takes longer than the window."""
    command = [sys.executable, "-m", "posecam", "run", "demo", "--after", "0.1", "--screenshot"]
    done = subprocess.run(
        [*command, str(tmp_path / "window.png")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_screenshot_is_taken_from_the_command_line(tmp_path: Path, camera: HttpCamera) -> None:
    image = tmp_path / "images" / "window.png"
    command = [sys.executable, "-m", "posecam", "run", camera.url]
    done = subprocess.run(
        [*command, "--screenshot", str(image), "--after", "2.5"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pixels = rgb_array(QImage(str(image)))
    assert pixels.shape[1] >= 640
    # The camera's own image is in it: a white disc on a coloured ground.
    assert (pixels[100:-60].min(-1) > 240).mean() > 0.005
