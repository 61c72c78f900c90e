from __future__ import annotations

import time

import numpy as np
import pytest
from PyQt6.QtGui import QColor
from pytestqt.qtbot import QtBot

from posecam import skeleton
from posecam.gui.shared.video_view import VideoView
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import make_pose


def result(poses: bool = True) -> FrameResult:
    """A frame whose left half is red and whose right half is green (in RGB), with the figure."""
    image = np.zeros((240, 320, 3), np.uint8)
    image[:, :160] = (0, 0, 200)
    image[:, 160:] = (0, 200, 0)
    frame = Frame(image, 0, 0.0, time.perf_counter_ns())
    return FrameResult(frame, (make_pose(frame),) if poses else ())


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    widget = VideoView()
    qtbot.addWidget(widget)
    widget.resize(640, 600)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def colour_at(view: VideoView, x: float, y: float) -> QColor:
    return view.grab().toImage().pixelColor(round(x), round(y))


def test_the_image_is_shown_with_its_own_colours_and_bars(view: VideoView) -> None:
    view.show_result(result(poses=False))
    left, right, bar = (colour_at(view, *at) for at in ((30, 300), (600, 300), (320, 20)))
    assert (left.red(), left.green()) == (200, 0)
    assert (right.red(), right.green()) == (0, 200)
    assert max(bar.red(), bar.green(), bar.blue()) < 20


def test_a_mirror_swaps_the_sides(view: VideoView) -> None:
    view.set_mirror(True)
    view.show_result(result(poses=False))
    assert colour_at(view, 30, 300).green() == 200
    assert colour_at(view, 600, 300).red() == 200


@pytest.mark.parametrize("mirror", [False, True])
def test_the_skeleton_lies_on_the_person(view: VideoView, mirror: bool) -> None:
    view.set_mirror(mirror)
    shown = result()
    view.show_result(shown)
    box = view.letterbox()
    assert box is not None
    points = box.to_widget(shown.poses[0].joints_2d)
    child, parent = skeleton.INDEX["l_knee"], skeleton.INDEX["l_hip"]
    x, y = (points[child] + points[parent]) / 2
    assert (x > 320) != mirror
    found = colour_at(view, x, y)
    difference = np.subtract(found.getRgb()[:3], skeleton.COLOURS["left"])
    assert np.abs(difference).max() < 40


def test_the_end_of_painting_is_reported_with_what_was_painted(
    view: VideoView, qtbot: QtBot
) -> None:
    painted: list[FrameResult] = []
    view.on_painted = painted.append
    shown = result()
    view.show_result(shown)
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[-1] is shown


def test_a_message_is_written_over_the_image(view: VideoView) -> None:
    view.show_result(result(poses=False))
    before = view.grab().toImage()
    view.set_message("Camera disconnected", "Camera 0 has sent no image for a second.")
    after = view.grab().toImage()
    assert before.pixelColor(320, 300) != after.pixelColor(320, 300)
    view.set_message("")
    assert view.grab().toImage() == before


def test_badge_and_hint_are_seen(view: VideoView) -> None:
    view.show_result(result(poses=False))
    plain = view.grab().toImage()
    view.set_badge("DEMO", "No camera was found: this is the demo clip")
    badge = view.grab().toImage()
    view.set_hint("No person detected")
    hint = view.grab().toImage()
    assert plain != badge != hint


def test_frames_of_any_size_and_layout_are_drawn(view: VideoView) -> None:
    for height, width in ((1, 1), (479, 641), (2160, 3840), (1280, 720)):
        frame = Frame(np.full((height, width, 3), 90, np.uint8), 0, 0.0, 0)
        view.show_result(FrameResult(frame, ()))
        assert colour_at(view, 320, 300).red() == 90
