"""The window of recordings over a folder of two short takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from posecam.capture import SourceInfo
from posecam.gui.review.window import ReviewWindow
from posecam.pose import Frame, FrameResult, Pose
from posecam.session import Recorder
from posecam.skeleton import COUNT
from tests.fakes.motion import body
from tests.fakes.review_window import wait_for
from tests.fakes.videos import numbered

FRAMES, FPS, SIZE = 90, 30, (320, 240)


def record_squats(folder: Path, minute: int = 0, frames: int = FRAMES) -> Path:
    """Squats of one second each; every image carries its number."""
    bend = 45 * (1 - np.cos(2 * np.pi * np.arange(frames) / FPS))
    joints = body(frames, knee=bend, hip_flexion=bend / 2).astype(np.float32)
    recorder = Recorder(
        folder,
        source="camera 0",
        info=SourceInfo(*SIZE, float(FPS)),
        engine={"backend": "openvino", "precision": "fp32"},
        settings={},
        started_wall=datetime(2026, 5, 4, 12, minute, tzinfo=UTC),
        wait_for_room=True,
    )
    for number in range(frames):
        frame = Frame(numbered(number, SIZE), number, number / FPS, 0)
        pose = Pose(
            frame_id=number,
            time=number / FPS,
            person_id=0,
            joints_2d=joints[number, :, :2] * 0.1 + np.array([160, 120], np.float32),
            joints_3d=joints[number],
            scores=np.full(COUNT, 0.9, np.float32),
            root=np.array([0, 0, 3000], np.float32),
            box=np.array([60, 20, 200, 200], np.float32),
        )
        recorder.add_frame(frame)
        recorder.add_result(FrameResult(frame, (pose,)))
    assert recorder.close().error is None
    return folder


@pytest.fixture
def takes(tmp_path: Path) -> Path:
    """A folder with "first" and, recorded later, "second"."""
    record_squats(tmp_path / "takes" / "first")
    record_squats(tmp_path / "takes" / "second", minute=1, frames=60)
    return tmp_path / "takes"


@pytest.fixture
def window(open_review: Callable[[Path], ReviewWindow], takes: Path, qtbot: QtBot) -> ReviewWindow:
    """With "first" open."""
    one = open_review(takes)
    one.open(takes / "first")
    wait_for(one, qtbot, 0)
    return one
