"""The window as a camera in other programs. The driver alone is not the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np
import pytest
import pyvirtualcam
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.live.stream_control import StreamControl
from posecam.gui.live.studio import Studio
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.pose import Frame, FrameResult
from posecam.settings import Settings, StreamSettings
from posecam.streaming import StreamOptions
from tests.fakes.characters import ROBOT, write
from tests.fakes.estimator import figure, make_pose
from tests.posecam.gui.conftest import OpenWindow

Image = np.ndarray[Any, np.dtype[np.uint8]]


class Driver:
    """In the place of pyvirtualcam's camera."""

    device = "Fake camera"
    images: ClassVar[list[Image]] = []

    def __init__(self, *size: int, fmt: object) -> None:
        assert size == (1280, 720, 30)
        assert fmt is pyvirtualcam.PixelFormat.BGR

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def send(self, frame: Image) -> None:
        Driver.images.append(frame.copy())
        del Driver.images[:-5]


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> type[Driver]:
    monkeypatch.setattr(pyvirtualcam, "Camera", Driver)
    Driver.images.clear()
    return Driver


def showing(view: str) -> Settings:
    return Settings(streams=StreamSettings(virtual_camera=view))


def green(image: Image) -> Image:
    """Pixels of the plain colour."""
    return np.asarray(np.abs(image.astype(int) - (64, 177, 0)).max(2) < 12)


Wait = Callable[[Callable[[Image], object]], None]


@pytest.fixture
def wait_for_image(driver: type[Driver], qtbot: QtBot) -> Wait:
    def wait(holds: Callable[[Image], object]) -> None:
        qtbot.waitUntil(
            lambda: bool(driver.images) and bool(holds(driver.images[-1])), timeout=15000
        )

    return wait


def opened(open_window: OpenWindow, view: str, clip: str) -> MainWindow:
    window = open_window(settings=showing(view))
    window.start(clip)
    return window


def test_the_overlay_is_the_video(open_window: OpenWindow, clip: str, wait_for_image: Wait) -> None:
    window = opened(open_window, "overlay", clip)
    wait_for_image(lambda image: image.shape == (720, 1280, 3) and np.ptp(image) > 150)
    assert window.streams.status[0].address == "Fake camera"


@pytest.mark.usefixtures("needs_gl")
def test_the_character_stands_before_the_plain_colour(
    open_window: OpenWindow, clip: str, wait_for_image: Wait, tmp_path: Path, driver: type[Driver]
) -> None:
    window = opened(open_window, "key", clip)
    wait_for_image(lambda image: 0.5 < green(image).mean() < 0.99)
    assert green(driver.images[-1])[-20:].all()  # no floor
    window.characters.open(write(tmp_path / "robot.glb", ROBOT))
    wait_for_image(lambda image: bool(((image[..., 0] > 150) & (image[..., 2] < 160)).sum() > 500))
    window.store.change(streams=StreamSettings(virtual_camera="key", key_colour="#ff00ff"))
    wait_for_image(lambda image: bool((image[-20:] == (255, 0, 255)).all()))


@pytest.mark.usefixtures("needs_gl")
def test_the_3d_view_has_its_floor(
    open_window: OpenWindow, clip: str, wait_for_image: Wait
) -> None:
    opened(open_window, "figure", clip)
    wait_for_image(lambda image: not green(image).any() and np.ptp(image) > 100)


@pytest.mark.usefixtures("needs_gl")
def test_the_figure_alone_is_seen_from_the_front_wherever_the_window_looks(qapp: object) -> None:
    view = SkeletonView(DARK)
    studio = Studio(view)
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    result = FrameResult(frame, (make_pose(frame, figure(), None),))
    view.look_from("front")
    front = studio.image(result, "#000000")()
    view.look_from("side")
    aside, alone = studio.image(result)(), studio.image(result, "#000000")()
    assert (alone == front).all()
    wide = [np.ptp(np.flatnonzero(image[:, :, 1].any(0))) for image in (front, alone)]
    assert wide[0] == wide[1] > 60
    assert aside.shape == front.shape


def test_without_opengl_it_is_said_that_the_figure_cannot_be_shown(
    open_window: OpenWindow, driver: type[Driver]
) -> None:
    window = open_window()
    streams = StreamControl(window.pipeline, window.notice, window.status_line)
    streams.apply(StreamOptions(virtual_camera="key"))
    assert "there is no OpenGL here" in window.notice.label.text()
    streams.close()
    assert not driver.images


def test_off_nothing_is_drawn_for_it(
    open_window: OpenWindow, clip: str, qtbot: QtBot, driver: type[Driver]
) -> None:
    window = opened(open_window, "", clip)
    qtbot.waitUntil(lambda: window.viewing.newest is not None)
    assert not driver.images
    assert window.streams.status == ()


def test_the_settings_switch_it_and_say_what_is_missing(
    open_window: OpenWindow, clip: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise RuntimeError("no device")

    monkeypatch.setattr(pyvirtualcam, "Camera", none)
    window = opened(open_window, "", clip)
    field = window.open_settings("Other programs").streams.camera
    field.view.setCurrentIndex(field.view.findData("key"))
    field.view.activated.emit(field.view.currentIndex())
    assert window.settings.streams.virtual_camera == "key"
    assert not field.colour.isHidden()
    qtbot.waitUntil(lambda: "There is no virtual camera here" in window.notice.label.text())
    qtbot.waitUntil(lambda: "There is no virtual camera here" in field.state.text())
    field.view.setCurrentIndex(0)
    field.view.activated.emit(0)
    assert window.streams.status == ()
