"""A camera's format is chosen in the window and kept by the camera's name.

There is no camera here: what stands in for one is the device itself and the system's list.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.capture import CaptureOptions
from posecam.capture.devices import Camera
from posecam.gui.live.camera_modes import mode_text
from posecam.gui.live.main_window import MainWindow
from posecam.settings import Settings

OpenWindow = Callable[..., MainWindow]
NAME = "Desk camera"
#: What the camera's driver lists.
MODES = [CaptureOptions(640, 480, 30, "MJPG"), CaptureOptions(1280, 720, 30, "MJPG")]


class Device:
    """Delivers noise in the size that it is asked for; a pulled plug lets nothing through."""

    plugged = True

    def __init__(self) -> None:
        self.size = [640, 480]
        self._random = np.random.default_rng(0)

    def isOpened(self) -> bool:  # noqa: N802 (OpenCV's own name)
        return Device.plugged

    def grab(self) -> bool:
        return Device.plugged

    def retrieve(self) -> tuple[bool, Any]:
        width, height = self.size
        return True, self._random.integers(0, 255, (height, width, 3), np.uint8)

    def get(self, property_id: int, /) -> float:
        return 30.0 if property_id == cv2.CAP_PROP_FPS else 0.0

    def set(self, property_id: int, value: float, /) -> bool:
        if property_id in {cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT}:
            self.size[property_id == cv2.CAP_PROP_FRAME_HEIGHT] = int(value)
        return True

    def release(self) -> None:
        """There is nothing to release."""


@pytest.fixture
def camera(monkeypatch: pytest.MonkeyPatch) -> None:
    def listed() -> list[Camera]:
        return [Camera(NAME, 0)] if Device.plugged else []

    monkeypatch.setattr(Device, "plugged", True)
    monkeypatch.setattr("posecam.capture.webcam._open_index", lambda _: Device())
    monkeypatch.setattr("posecam.capture.devices.list_cameras", listed)
    monkeypatch.setattr("posecam.gui.live.source_chooser.list_cameras", listed)
    monkeypatch.setattr("posecam.gui.live.camera_modes.list_modes", lambda _: MODES)


def size_shown(window: MainWindow) -> tuple[int, int]:
    result = window.video.result
    return result.frame.size if result is not None else (0, 0)


@pytest.mark.usefixtures("camera")
def test_a_format_is_offered_chosen_and_remembered(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "settings.toml"
    window = open_window(settings_path=path)
    assert not window.bar.modes.isVisible()
    window.start()
    qtbot.waitUntil(lambda: size_shown(window) == (640, 480))
    qtbot.waitUntil(lambda: len(window.bar.modes.offered) == 3)
    assert window.bar.chooser.combo.currentText() == NAME
    qtbot.waitUntil(lambda: window.bar.modes.text() == "640 × 480 ▾")
    menu = window.bar.modes.menu()
    assert menu is not None
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Automatic"].isChecked()
    entries["1280 × 720, 30 fps, MJPG"].trigger()
    qtbot.waitUntil(lambda: size_shown(window) == (1280, 720))
    window.close()

    kept, _ = settings_file.load(path)
    assert kept.cameras == {NAME: "1280x720@30 MJPG"}
    again = open_window(settings=kept)
    again.start()
    qtbot.waitUntil(lambda: size_shown(again) == (1280, 720))
    menu = again.bar.modes.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: size_shown(again) == (640, 480))
    assert again.settings.cameras == {}


@pytest.mark.usefixtures("camera")
def test_a_video_has_no_formats_to_choose_from(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window()
    window.start()
    qtbot.waitUntil(window.bar.modes.isVisible)
    window.open_source(clip)
    assert not window.bar.modes.isVisible()


@pytest.mark.usefixtures("camera")
def test_a_camera_that_is_plugged_in_later_is_offered(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    Device.plugged = False
    window = open_window(settings=Settings())
    window.start()
    qtbot.waitUntil(lambda: window.sources.spec == "demo")
    Device.plugged = True
    window.sources.scan.start()  # as Qt's signal does
    qtbot.waitUntil(window.notice.isVisible)
    assert NAME in window.notice.label.text()
    window.notice.button.click()
    qtbot.waitUntil(lambda: size_shown(window) == (640, 480))


@pytest.mark.usefixtures("camera")
def test_a_camera_that_comes_back_is_shown_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(settings=Settings())
    window.start()
    qtbot.waitUntil(lambda: window.video.result is not None)
    Device.plugged = False
    qtbot.waitUntil(lambda: window.video.message[0] == "Camera disconnected", timeout=8000)
    Device.plugged = True
    window.sources.scan.start()
    qtbot.waitUntil(lambda: window.video.message == ("", ""), timeout=1500)


def test_a_mode_is_said_in_few_words() -> None:
    assert mode_text(CaptureOptions()) == "Automatic"
    assert mode_text(CaptureOptions(1280, 720, 30, "MJPG")) == "1280 × 720, 30 fps, MJPG"
    assert mode_text(CaptureOptions(fps=15)) == "any size, 15 fps"
