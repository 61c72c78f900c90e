"""Several people at the window: who is the main person, and how the others are drawn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PyQt6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from posecam import skeleton
from posecam.gui.live.main_window import MainWindow
from posecam.gui.shared.overlay import Letterbox, person_at
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.video_view import VideoView
from posecam.pose import Frame, FrameResult
from posecam.settings import Settings
from tests.fakes.estimator import FakeEstimator, aside, figure, make_pose
from tests.fakes.hands import click_at
from tests.fakes.pixels import rgb_array

OpenWindow = Callable[..., MainWindow]


def two(main: int | None = 0) -> FrameResult:
    """Two people, 0 in the middle and 1 to the right."""
    frame = Frame(np.zeros((480, 960, 3), np.uint8), 0, 0.0, 0)
    poses = tuple(aside(make_pose(frame, figure(), person_id=one), 2 * one) for one in (0, 1))
    return FrameResult(frame, poses, main_id=main)


def knee(view: VideoView, result: FrameResult, person: int, mirror: bool = False) -> QPoint:
    """Where in the view a person's left knee is."""
    box = Letterbox.fit(result.frame.size, (view.width(), view.height()), mirror)
    pose = next(pose for pose in result.poses if pose.person_id == person)
    x, y = box.to_widget(pose.joints_2d)[skeleton.INDEX["l_knee"]]
    return QPoint(round(x), round(y))


@pytest.fixture
def video(qtbot: QtBot) -> VideoView:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize("mirror", [False, True])
def test_a_click_on_another_person_says_who(video: VideoView, mirror: bool, qtbot: QtBot) -> None:
    result = two()
    video.set_mirror(mirror)
    video.show_result(result)
    with qtbot.waitSignal(video.person_clicked) as clicked:
        click_at(video, knee(video, result, 1, mirror))
    assert clicked.args == [1]


def test_a_click_on_the_main_person_or_beside_everybody_says_nothing(video: VideoView) -> None:
    result = two()
    video.show_result(result)
    clicks: list[int] = []
    video.person_clicked.connect(clicks.append)
    click_at(video, knee(video, result, 0))
    click_at(video, QPoint(20, 20))
    assert clicks == []


@pytest.mark.parametrize("mirror", [False, True])
def test_a_click_where_no_person_is_followed_says_which_pixel(
    video: VideoView, mirror: bool, qtbot: QtBot
) -> None:
    video.set_mirror(mirror)
    video.show_result(two())
    box = video.letterbox()
    assert box is not None
    x, y = box.to_widget(np.array([100.0, 60.0], np.float32))
    with qtbot.waitSignal(video.place_clicked) as clicked:
        click_at(video, QPoint(round(x), round(y)))
    assert clicked.args == pytest.approx([100, 60], abs=1.5)


def test_a_click_on_a_person_who_is_not_followed_reaches_the_estimator(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    estimator = FakeEstimator(no_person=True)
    window = open_window(lambda: estimator)
    window.start(clip)
    qtbot.waitUntil(lambda: window.video.result is not None)
    click_at(window.video, window.video.rect().center())
    qtbot.waitUntil(lambda: len(estimator.pointed_at) == 1)


def test_where_two_are_near_the_nearer_skeleton_counts() -> None:
    result = two()
    box = Letterbox.fit(result.frame.size, (960.0, 480.0), mirror=False)
    for pose in result.poses:
        x, y = box.to_widget(pose.joints_2d)[skeleton.INDEX["head_top"]]
        assert person_at(result.poses, box, x, y - 10) is pose
    assert person_at(result.poses, box, 5, 5) is None
    assert person_at((), box, 5, 5) is None


def test_the_main_person_is_drawn_stronger_and_both_are_numbered(video: VideoView) -> None:
    result = two(main=1)
    video.show_result(result)
    image = rgb_array(video.grab().toImage())
    box = Letterbox.fit(result.frame.size, (800.0, 400.0), mirror=False)
    strength = []
    for pose in result.poses:
        points = box.to_widget(pose.joints_2d)
        left, top = np.floor(points.min(0)).astype(int) - 20
        right, bottom = np.ceil(points.max(0)).astype(int) + 20
        part = image[max(top, 0) : bottom, left:right]
        strength.append(float(np.ptp(part, axis=-1).sum()))
        head = points[skeleton.INDEX["head_top"]].astype(int)
        plate = image[max(head[1] - 40, 0) : head[1] - 4, head[0] - 20 : head[0] + 20]
        assert plate.max() > 150, "no number over the head"
    assert strength[1] > 1.5 * strength[0]


def test_one_alone_has_no_number(video: VideoView) -> None:
    result = two()
    video.show_result(FrameResult(result.frame, result.poses[:1], main_id=0))
    image = rgb_array(video.grab().toImage())
    box = Letterbox.fit(result.frame.size, (800.0, 400.0), mirror=False)
    head = box.to_widget(result.poses[0].joints_2d)[skeleton.INDEX["head_top"]].astype(int)
    assert image[: max(head[1] - 6, 1), head[0] - 20 : head[0] + 20].max() < 40


@pytest.mark.usefixtures("needs_gl")
def test_the_others_stand_beside_the_figure_faintly(qtbot: QtBot) -> None:
    view = SkeletonView(DARK)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    view.look_from("front")

    floor = rgb_array(view.grabFramebuffer())

    def drawn(result: FrameResult) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
        view.show_result(result)
        colour = np.ptp(rgb_array(view.grabFramebuffer()) - floor, axis=-1)
        return np.asarray(np.where(colour > 25, colour, 0))

    result = two()
    alone = drawn(FrameResult(result.frame, result.poses[:1], main_id=0))
    both = drawn(result)
    added = np.flatnonzero((both.sum(0) > 0) & (alone.sum(0) == 0))
    assert len(added) > 15
    assert added.mean() > 330, "0.66 m to the right of the middle"
    assert both[:, added].max() < 0.6 * both.max()
    assert not (drawn(FrameResult(result.frame, result.poses[:1], main_id=0)) != alone).any()


def test_who_is_clicked_on_becomes_the_main_person(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    estimator = FakeEstimator(people=2, stride=0)
    window = open_window(lambda: estimator, Settings(mirror_videos=False))
    window.start(clip)
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))
    shown = window.video.result
    assert shown is not None
    assert shown.main_id == 0
    click_at(window.video, knee(window.video, shown, 1))
    qtbot.waitUntil(lambda: estimator.chosen == [1])
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.main_id == 1))
