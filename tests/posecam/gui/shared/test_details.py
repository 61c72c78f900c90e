"""Feet, face and hands of poses that have them: on the video, in overlay videos, in the figure."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PyQt6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from posecam import drawing, skeleton
from posecam.gui.shared.overlay import Letterbox, draw_pose
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.pose import HIDDEN_SCORE, Frame, FrameResult, Pose
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_INDEX, KEYPOINT_PARENTS
from tests.fakes.estimator import make_pose, with_details
from tests.fakes.pixels import rgb_array

FRAME = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
Drawn = Callable[[Pose], NDArray[np.int_]]


def on_the_video(pose: Pose) -> NDArray[np.int_]:
    """(H, W, 3) RGB."""
    image = QImage(640, 480, QImage.Format.Format_RGB888)
    image.fill(0)
    painter = QPainter(image)
    draw_pose(painter, pose, Letterbox.fit(FRAME.size, (640.0, 480.0), mirror=False))
    painter.end()
    return rgb_array(image)


def in_an_overlay(pose: Pose) -> NDArray[np.int_]:
    image = np.zeros((480, 640, 3), np.uint8)
    drawing.draw_pose(image, pose)
    return image[..., ::-1].astype(int)


def whole(score: float = 0.9) -> Pose:
    return with_details(make_pose(FRAME, scores=np.full(COUNT, 0.9, np.float32)), score)


def at_end_of(image: NDArray[np.int_], pose: Pose, name: str) -> NDArray[np.int_]:
    """RGB of the brightest pixel near the outer end of what is drawn to a keypoint."""
    keypoint = KEYPOINT_INDEX[name]
    end, start = pose.joints_2d[keypoint], pose.joints_2d[KEYPOINT_PARENTS[keypoint]]
    x, y = np.round(end + 0.25 * (start - end)).astype(int)
    near = image[y - 2 : y + 3, x - 2 : x + 3].reshape(-1, 3)
    return np.asarray(near[near.sum(1).argmax()])


@pytest.mark.parametrize("drawn", [on_the_video, in_an_overlay])
@pytest.mark.parametrize("name", ["l_big_toe", "r_heel", "l_index", "r_pinky", "r_ear"])
def test_each_has_the_colour_of_its_side(drawn: Drawn, name: str) -> None:
    pose = whole()
    red, _, blue = at_end_of(drawn(pose), pose, name)
    assert (blue > red + 60) if name.startswith("l_") else (red > blue + 60)


@pytest.mark.parametrize("drawn", [on_the_video, in_an_overlay])
def test_they_are_thinner_than_limbs(drawn: Drawn) -> None:
    pose = whole()
    added = (drawn(pose) != drawn(bare(pose))).any(-1)
    # The hands hang: across one a row of pixels is as wide as the line.
    elbow, wrist = (pose.joints_2d[skeleton.INDEX[n]] for n in ("l_elbow", "l_wrist"))
    knuckle = pose.joints_2d[KEYPOINT_INDEX["l_index"]]
    limb = width_across(drawn(pose), elbow + 0.5 * (wrist - elbow))
    hand = width_across(drawn(pose), wrist + 0.9 * (knuckle - wrist))
    assert added.any()
    assert 0 < hand < limb


def width_across(image: NDArray[np.int_], place: NDArray[np.floating]) -> int:
    x, y = np.round(place).astype(int)
    return int((image[y, x - 12 : x + 13].max(-1) > 60).sum())


def bare(pose: Pose) -> Pose:
    """The sixteen alone."""
    return make_pose(FRAME, scores=pose.scores[:COUNT].copy())


@pytest.mark.parametrize("drawn", [on_the_video, in_an_overlay])
def test_what_is_unsure_is_fainter_and_what_is_not_seen_is_not_drawn(drawn: Drawn) -> None:
    nothing = drawn(bare(whole()))
    sure, doubtful, hidden = (
        drawn(whole(score)) for score in (0.9, HIDDEN_SCORE + 0.05, HIDDEN_SCORE - 0.05)
    )
    assert (hidden == nothing).all()
    strength = [int(np.abs(image - nothing).sum()) for image in (doubtful, sure)]
    assert 0 < strength[0] < strength[1]


def test_the_figure_has_them_where_the_pose_does(qtbot: QtBot, needs_gl: None) -> None:
    view = SkeletonView(DARK)
    view.set_sticks(True)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    qtbot.waitExposed(view)
    view.look_from("front")
    shown = []
    for pose in (bare(whole()), whole(), whole(0.0), bare(whole())):
        view.show_result(FrameResult(FRAME, (pose,)))
        shown.append(rgb_array(view.grabFramebuffer()))
    assert (shown[0] != shown[1]).any(-1).sum() > 40
    assert (shown[0] == shown[2]).all()
    assert (shown[0] == shown[3]).all()
    view.show_result(FrameResult(FRAME, (whole(),)))
    view.show_result(None)
    assert (rgb_array(view.grabFramebuffer()) != shown[1]).any()
    assert len(whole().scores) == KEYPOINT_COUNT
