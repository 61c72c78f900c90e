"""Qt for the tests of the window: real widgets, on a screen where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.gui.review.memory import Memory
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared.gl_support import GLSupport, probe
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import DARK
from posecam.live.engine_choice import EngineChooser
from posecam.settings import Settings
from tests.fakes.estimator import FakeEstimator
from tests.fakes.videos import steady, write_video


class OpenWindow(Protocol):
    def __call__(
        self,
        make_estimator: Callable[[], FakeEstimator] = ...,
        settings: Settings | None = ...,
        settings_path: Path | None = ...,
        engines: EngineChooser | None = ...,
    ) -> MainWindow: ...


@pytest.fixture(autouse=True)
def style_of_its_own() -> Iterator[None]:
    """What a test gives the application to wear is taken off again: later tests measure widths."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        yield
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setStyleSheet("")
        return
    sheet, palette = app.styleSheet(), app.palette()
    yield
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
        app.setPalette(palette)


@pytest.fixture(scope="session")
def gl_support(qapp: object) -> GLSupport:
    return probe()


@pytest.fixture
def needs_gl(gl_support: GLSupport) -> None:
    if not gl_support.available:
        pytest.skip("there is no OpenGL on this screen")


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Three seconds at 30 fps."""
    return str(write_video(tmp_path_factory.mktemp("clips") / "clip.mp4", steady(90)))


@pytest.fixture
def open_window(qtbot: QtBot, gl_support: GLSupport, sessions: Path) -> Iterator[OpenWindow]:
    windows: list[MainWindow] = []

    def open_one(
        make_estimator: Callable[[], FakeEstimator] = FakeEstimator,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        engines: EngineChooser | None = None,
    ) -> MainWindow:
        window = MainWindow(
            make_estimator,
            SettingsStore(settings, settings_path),
            engines=engines,
            support=gl_support,
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1000, 620)
        window.show()
        qtbot.waitExposed(window)
        # Keys go to the active window only, and a bare X server has no one to make it so.
        with qtbot.waitActive(window):
            window.activateWindow()
            window.setFocus()
        return window

    yield open_one
    for window in windows:
        window.close()


Review = Callable[..., ReviewWindow]


@pytest.fixture
def open_review(qtbot: QtBot, gl_support: GLSupport) -> Iterator[Review]:
    windows: list[ReviewWindow] = []

    def open_one(folder: Path, memory: Memory | None = None) -> ReviewWindow:
        window = ReviewWindow(folder, DARK, gl_support, memory=memory)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.refresh()
        qtbot.waitExposed(window)
        with qtbot.waitActive(window):
            window.activateWindow()
            window.setFocus()
        qtbot.waitUntil(lambda: not window.busy)
        return window

    yield open_one
    for window in windows:
        window.close()
