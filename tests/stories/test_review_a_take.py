"""A person looks at a recording: opens, plays, trims, exports, compares; also after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posecam.contract import load_network
from posecam.estimation.estimator import Estimator
from posecam.gui.live.main_window import MainWindow
from posecam.gui.review.window import ReviewWindow
from posecam.offline.process import process
from posecam.resources import resource
from posecam.session import Session
from posecam.settings import SESSIONS_VARIABLE
from tests.fakes.estimator import FakeEstimator
from tests.fakes.hands import click

ROOT = Path(__file__).resolve().parents[2]

RECORD = """
import sys, time
from pathlib import Path
from posecam.session import Recorder
from tests.fakes.people import make_frame, make_result

recorder = Recorder(Path(sys.argv[1]), source="camera 0", info=None, engine={}, settings={})
for number in range(10_000):
    frame = make_frame(number, size=(320, 240))
    recorder.add_frame(frame)
    recorder.add_result(make_result(frame))
    print(number, flush=True)
    time.sleep(1 / 60)
"""


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "sessions"
    folder.mkdir()
    monkeypatch.setenv(SESSIONS_VARIABLE, str(folder))
    return folder


@pytest.fixture
def open_window(qtbot: QtBot, sessions: Path) -> Iterator[Callable[[], MainWindow]]:
    windows: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = MainWindow(FakeEstimator)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.start("demo")
        return window

    yield open_one
    for window in windows:
        window.close()


def review_of(window: MainWindow) -> ReviewWindow:
    click(window.bar.recordings)
    assert window.recordings.review is not None
    return window.recordings.review


def test_open_play_trim_export_compare(
    open_window: Callable[[], MainWindow], sessions: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """On a session of the demo clip, looked at by the network that ships."""
    process(str(resource("demo.mp4")), sessions / "demo", Estimator(load_network()))
    window = review_of(open_window())
    qtbot.waitUntil(lambda: [s.name for s in window.library.summaries] == ["demo"])
    window.open(window.library.summaries[0].folder)
    player = window.player
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy, timeout=10_000)

    shown: list[int] = []
    window.state.row_changed.connect(shown.append)
    click(player.transport.play)
    qtbot.waitUntil(lambda: len(shown) > 1 and shown[-1] >= 20, timeout=5000)
    click(player.transport.play)
    assert shown == sorted(shown)
    result = player.video.result
    assert result is not None
    assert result.poses
    assert result.frame.frame_id == window.state.row

    player.seek(10)
    window.state.set_range_end(True)
    player.seek(40)
    window.state.set_range_end(False)
    click(player.transport.trim)
    qtbot.waitUntil(lambda: window.state.folder == sessions / "demo trimmed", timeout=10_000)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy, timeout=10_000)
    assert len(Session.open(sessions / "demo trimmed")) == 31

    dialog = window.open_export()
    assert dialog is not None
    dialog.out.setText(str(tmp_path / "files"))
    click(dialog.start)
    qtbot.waitUntil(lambda: "files are in" in dialog.said.text(), timeout=20_000)
    assert (tmp_path / "files" / "demo trimmed.bvh").stat().st_size > 1000
    assert (tmp_path / "files" / "demo trimmed.csv").stat().st_size > 1000
    click(dialog.leave)

    window.state.compare(sessions / "demo")
    qtbot.waitUntil(lambda: window.state.ghost is not None and not window.busy, timeout=10_000)
    player.seek(15)
    qtbot.waitUntil(lambda: window.state.row == 15)
    assert "Dashed: demo" in window.plot.names


def test_killed_while_recording_it_is_offered_for_repair_and_plays(
    open_window: Callable[[], MainWindow], sessions: Path, qtbot: QtBot
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RECORD, str(sessions / "crash")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    time.sleep(1.5)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    live = open_window()
    qtbot.waitUntil(lambda: "crash was not finished" in live.notice.label.text())
    click(live.notice.button)
    window = live.recordings.review
    assert window is not None
    qtbot.waitUntil(lambda: "crash was not finished" in window.notice.label.text())
    click(window.notice.button)
    qtbot.waitUntil(lambda: window.state.row == 0 and not window.busy, timeout=10_000)
    assert Session.open(sessions / "crash").warnings == []
    click(window.player.transport.play)
    qtbot.waitUntil(lambda: (window.state.row or 0) > 20, timeout=5000)
    assert not window.player.video.hint
