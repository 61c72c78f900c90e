from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PyQt6.QtGui import QImage, QPainter

from posecam import skeleton
from posecam.gui.shared.overlay import Letterbox, draw_pose
from posecam.gui.shared.theme import bone_opacity, joint_opacity
from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Frame
from tests.fakes.estimator import make_pose
from tests.fakes.pixels import rgb_array

SIZE = (640, 480)


def test_a_wide_image_gets_bars_above_and_below() -> None:
    box = Letterbox.fit((200, 100), (400.0, 400.0), mirror=False)
    assert (box.x, box.y, box.width, box.height, box.scale) == (0, 100, 400, 200, 2)


def test_a_tall_image_gets_bars_left_and_right() -> None:
    box = Letterbox.fit((100, 200), (400.0, 400.0), mirror=False)
    assert (box.x, box.y, box.width, box.height, box.scale) == (100, 0, 200, 400, 2)


def test_pixel_centres_fall_on_the_middle_of_shown_pixels() -> None:
    box = Letterbox.fit((200, 100), (400.0, 400.0), mirror=False)
    points = np.array([[0, 0], [199, 99]], np.float32)
    assert box.to_widget(points).tolist() == [[1, 101], [399, 299]]


def test_a_mirror_swaps_left_and_right_of_the_image_only() -> None:
    box = Letterbox.fit((100, 200), (400.0, 400.0), mirror=True)
    points = np.array([[0, 0], [99, 199]], np.float32)
    assert box.to_widget(points).tolist() == [[299, 1], [101, 399]]


def test_opacity_is_none_then_faint_then_full() -> None:
    scores = np.full(skeleton.COUNT, SURE_SCORE + 0.001, np.float32)
    assert (joint_opacity(scores) == 1).all()
    scores[:] = HIDDEN_SCORE - 0.01
    assert (joint_opacity(scores) == 0).all()
    scores[:] = (HIDDEN_SCORE + SURE_SCORE) / 2
    assert ((joint_opacity(scores) > 0.1) & (joint_opacity(scores) < 0.9)).all()


def test_no_joint_floats_where_none_of_its_bones_is_drawn() -> None:
    scores = np.ones(skeleton.COUNT, np.float32)
    scores[[skeleton.INDEX["r_hip"], skeleton.INDEX["r_ankle"]]] = 0
    opacity = joint_opacity(scores)
    alone = [skeleton.NAMES[i] for i in np.flatnonzero(opacity == 0)]
    assert alone == ["r_ankle", "r_knee", "r_hip"]


def test_a_bone_is_as_sure_as_its_worse_end() -> None:
    scores = np.ones(skeleton.COUNT, np.float32)
    scores[skeleton.INDEX["r_wrist"]] = 0
    opacity = bone_opacity(scores)
    hidden = [skeleton.BONES[i] for i in np.flatnonzero(opacity == 0)]
    assert hidden == [(skeleton.INDEX["r_wrist"], skeleton.INDEX["r_elbow"])]


def drawn(mirror: bool, scores: NDArray[np.float32] | None = None) -> NDArray[np.int_]:
    """(H, W, 3) RGB of the figure on black."""
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, time.perf_counter_ns())
    pose = make_pose(frame, scores=scores)
    image = QImage(*SIZE, QImage.Format.Format_RGB888)
    image.fill(0)
    painter = QPainter(image)
    draw_pose(painter, pose, Letterbox.fit(frame.size, (640.0, 480.0), mirror))
    painter.end()
    return rgb_array(image)


def middle_of(child: str, parent: str) -> NDArray[np.float32]:
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    points = make_pose(frame).joints_2d
    middle = (points[skeleton.INDEX[child]] + points[skeleton.INDEX[parent]]) / 2
    return np.asarray(middle, np.float32)


@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize(("child", "parent"), [("r_wrist", "r_elbow"), ("l_knee", "l_hip")])
def test_bones_are_drawn_where_they_are_in_the_persons_own_colours(
    qapp: object, mirror: bool, child: str, parent: str
) -> None:
    image = drawn(mirror)
    x, y = middle_of(child, parent)
    column = round(639 - x if mirror else x)
    side = skeleton.SIDES[skeleton.INDEX[child]]
    difference = image[round(y), column] - skeleton.COLOURS[side]
    assert np.abs(difference).max() < 40


def test_a_doubtful_bone_is_faint_and_a_very_doubtful_one_absent(qapp: object) -> None:
    x, y = middle_of("r_wrist", "r_elbow")
    brightness = []
    for score in (0.0, (HIDDEN_SCORE + SURE_SCORE) / 3, 1.0):
        scores = np.ones(skeleton.COUNT, np.float32)
        scores[skeleton.INDEX["r_wrist"]] = score
        brightness.append(int(drawn(False, scores)[round(y), round(x)].max()))
    assert brightness[0] == 0
    assert 20 < brightness[1] < 200 < brightness[2]


def test_lines_grow_with_the_widget(qapp: object) -> None:
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    pose = make_pose(frame)
    shares = []
    for factor in (1, 2):
        image = QImage(640 * factor, 480 * factor, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        size = (640.0 * factor, 480.0 * factor)
        draw_pose(painter, pose, Letterbox.fit(frame.size, size, False))
        painter.end()
        shares.append(float((rgb_array(image) > 60).mean()))
    assert shares[1] == pytest.approx(shares[0], rel=0.15)
