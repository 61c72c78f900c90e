"""One dot for camera, network and delay; the figures behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from posecam.capture.source import SourceInfo
from posecam.capture.thread import CaptureState
from posecam.gui.live.health import Level, health
from posecam.gui.live.main_window import MainWindow
from posecam.live.engine_switch import SwitchState
from posecam.live.status import EngineState, PipelineStatus, Spread
from tests.fakes.hands import click

OpenWindow = Callable[..., MainWindow]

WELL = PipelineStatus(
    capture=CaptureState("live", info=SourceInfo(640, 480), fps=30.0),
    engine=EngineState("ready"),
    switch=SwitchState(),
    camera_fps=30.0,
    network_fps=29.0,
    result_ms=Spread(20, 30),
    paint_ms=Spread(30, 45),
    dropped=3,
    recording=None,
    finishing=False,
    finished=None,
)


@pytest.mark.parametrize(
    ("status", "level", "words"),
    [
        (WELL, "good", "All well"),
        (replace(WELL, network_fps=9.0), "fair", "9 of 30 frames a second"),
        (replace(WELL, paint_ms=Spread(310, 400)), "fair", "310 ms late"),
        (replace(WELL, engine=EngineState("loading")), "fair", "Network loading"),
        (replace(WELL, capture=None), "fair", "Waiting for video"),
        (replace(WELL, engine=EngineState("failed", "no")), "bad", "No network"),
        (replace(WELL, capture=CaptureState("reconnecting")), "bad", "No video"),
        (replace(WELL, capture=CaptureState("lost")), "bad", "No video"),
    ],
)
def test_the_dot_tells_the_worst(status: PipelineStatus, level: Level, words: str) -> None:
    found = health(status)
    assert (found.level, found.words) == (level, words)


def test_the_figures_are_behind_the_dot(open_window: OpenWindow, clip: Path, qtbot: QtBot) -> None:
    window = open_window()
    line = window.status_line
    window._timer.stop()
    window.status_line.show_status(replace(WELL, network_fps=9.0))
    assert line.health.text() == "9 of 30 frames a second"
    assert "latency 30 ms (p95 45 ms)" in line.health.toolTip()
    assert not line.camera.isVisible()
    click(line.health)
    assert line.camera.isVisible()
    assert line.dropped.text() == "dropped 3"
    line.details.close()
    line.resize(60, line.height())
    assert line.health.text() == ""
    assert line.health.accessibleName() == "Health: 9 of 30 frames a second"
