"""Windows on screens that are smaller than they would like: whole, and all of it usable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, QRect, QSize
from PyQt6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from posecam.capture import CaptureState, SourceInfo
from posecam.gui.live.main_window import MainWindow
from posecam.gui.review.window import ReviewWindow
from posecam.gui.shared import style
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.window_place import LEAST, within
from posecam.settings import ReadoutSettings, Settings
from tests.posecam.gui.review.conftest import record_squats

#: Opens a window on a screen of Qt's own, and prints what it takes of it.
_PROGRAM = """
import os
import sys
from posecam.gui.shared import qt_environment
qt_environment.prepare()
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication
from pathlib import Path
app = QApplication([])
from posecam.gui.shared import style
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.review.window import ReviewWindow
from posecam.gui.live.main_window import MainWindow
from posecam.settings import Settings, WindowPlace
from tests.fakes.estimator import FakeEstimator
style.apply(app, DARK)
none = GLSupport(False)
place = WindowPlace(300, 200, 1900, 1300) if sys.argv[2] == "kept" else WindowPlace()
if sys.argv[1] == "live":
    window = MainWindow(FakeEstimator, SettingsStore(Settings(window=place)), support=none)
else:
    window = ReviewWindow(Path(sys.argv[3]), DARK, none)
window.show()
def tell():
    frame, area = window.frameGeometry(), window.screen().availableGeometry()
    print(area.contains(frame), frame.getRect(), area.getRect())
    window.close()
    app.quit()
QTimer.singleShot(600, tell)
app.exec()
sys.stdout.flush()
os._exit(0)  # in what order a script's globals die is no matter here
"""


@pytest.mark.parametrize("which", ["live", "review"])
@pytest.mark.parametrize(("size", "scale"), [((800, 600), 1), ((1600, 1000), 2)])
@pytest.mark.parametrize("place", ["new", "kept"])
def test_a_window_opens_within_the_screen(
    which: str, size: tuple[int, int], scale: int, place: str, tmp_path: Path
) -> None:
    screen = {"name": "small", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (tmp_path / "screen.json").write_text(json.dumps({"screens": [screen]}))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, which, place, str(tmp_path)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screen.json'}",
            "QT_SCALE_FACTOR": str(scale),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("True"), done.stdout


@pytest.fixture(autouse=True)
def dressed(qapp: object) -> None:
    style.apply(qapp, DARK)  # type: ignore[arg-type]


def cut_off(window: QWidget) -> list[str]:
    """Controls that are not wholly seen, and cannot be scrolled to."""
    found = []
    for one in window.findChildren(QWidget):
        if not isinstance(one, QAbstractButton | QComboBox) or not one.isVisibleTo(window):
            continue
        if one.window() is not window or one.objectName().startswith("qt_"):
            continue
        area = one.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(one, 0, 0)
        inside = window.rect().contains(QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
        whole = one.visibleRegion().boundingRect() == one.rect()
        room = one.size().width() >= one.minimumSizeHint().width()
        if not (inside and whole and room and one.height() >= one.minimumSizeHint().height()):
            found.append(one.accessibleName() or one.text())  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("size", [LEAST, QSize(800, 500), QSize(1240, 720)])
def test_all_of_the_live_window_can_be_used(
    open_window: Callable[..., MainWindow], clip: str, size: QSize, qtbot: QtBot
) -> None:
    readouts = ReadoutSettings(True, ("knee_flexion", "hip_flexion"), "knee_flexion")
    window = open_window(settings=Settings(readouts=readouts))
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    window.bar.record.click()
    window.bar.modes.show()
    window.bar.modes.refresh(CaptureState("live", info=SourceInfo(1280, 720), fps=30.0))
    window.notice.say("A sentence " * 12 + "/home/person/a/very/long/path" * 4, "Open recording")
    window.resize(size)
    window.bar.set_recording(3725.0, lost=True)
    qtbot.waitUntil(lambda: window.size() == size)
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert window.size() == size
    right = window.status_line.engine.geometry().right()
    assert right <= window.status_line.width()


@pytest.mark.parametrize("size", [LEAST, QSize(800, 500), QSize(1340, 860)])
def test_all_of_the_window_of_recordings_can_be_used(
    open_review: Callable[..., ReviewWindow], tmp_path: Path, size: QSize, qtbot: QtBot
) -> None:
    take = record_squats(tmp_path / "takes" / "first")
    record_squats(tmp_path / "takes" / "second", minute=1, frames=30)
    window = open_review(take.parent)
    window.open(take)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy)
    window.state.compare(take.parent / "second")
    qtbot.waitUntil(lambda: window.state.ghost is not None)
    window.notice.say("A sentence.", "Do it", lambda: None)
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size)
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert window.size() == size


def test_a_place_is_moved_and_made_smaller_no_more_than_it_takes() -> None:
    area = QRect(0, 0, 800, 600)
    assert within(QRect(10, 20, 300, 200), area) == QRect(10, 20, 300, 200)
    assert within(QRect(700, 500, 300, 200), area) == QRect(500, 400, 300, 200)
    assert within(QRect(-50, -60, 900, 200), area) == QRect(0, 0, 800, 200)
