"""A 3D view to draw in, and a frame with one person."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import figure, make_pose


def one_result(scores: NDArray[np.float32] | None = None) -> FrameResult:
    """One person facing the camera."""
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    return FrameResult(frame, (make_pose(frame, figure(), scores),))


@pytest.fixture
def view(qtbot: QtBot, needs_gl: None) -> SkeletonView:
    widget = SkeletonView(DARK)
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.show()
    qtbot.waitExposed(widget)
    widget.look_from("front")
    return widget
