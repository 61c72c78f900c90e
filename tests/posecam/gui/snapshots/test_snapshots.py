"""The window's drawings beside images of them that were looked at once.

After a change that is meant, write them anew and look at them before they are committed:
`make test ARGS="tests/posecam/gui/snapshots --update-snapshots"`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QImage
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from posecam import skeleton
from posecam.gui.review.timeline import Timeline
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.gui.shared.video_view import VideoView
from posecam.pose import Frame, FrameResult
from posecam.settings import ViewPlace
from tests.fakes.estimator import aside, figure, make_pose
from tests.fakes.pixels import rgb_array

FOLDER: Final = Path(__file__).parent
#: Edges differ from driver to driver by less than a pixel: the means of blocks this wide count.
BLOCK: Final = 4
#: A block that looks different does so by more than this of 255.
LIMIT: Final = 40
#: So many of a thousand blocks may.
MOST: Final = 4.0
#: Rows that hold the numbers over the heads, in the machine's own font.
NUMBERS: Final = 24


def differing(one: NDArray[np.int_], other: NDArray[np.int_]) -> float:
    """Of a thousand blocks, how many do not look the same in two (H, W, 3) images of one size."""
    assert one.shape == other.shape
    height, width = (side // BLOCK * BLOCK for side in one.shape[:2])
    apart = (one - other)[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3)
    return 1000 * float((np.abs(apart.mean(axis=(1, 3))).max(axis=-1) > LIMIT).mean())


def painted(widget: QWidget) -> QImage:
    """What a widget paints, at one pixel for each logical one."""
    image = QImage(widget.size(), QImage.Format.Format_RGB888)
    image.fill(QColor(DARK.ground))
    widget.render(image, flags=QWidget.RenderFlag.DrawChildren)
    return image


def walking(people: int = 1) -> FrameResult:
    """In the middle of a stride, on grey; the second beside the first."""
    frame = Frame(np.full((480, 480, 3), 70, np.uint8), 0, 0.0, 0)
    body = figure(0.3, stride=300)
    poses = tuple(aside(make_pose(frame, body, person_id=n), n) for n in range(people))
    return FrameResult(frame, poses, main_id=0)


def video(qtbot: QtBot, result: FrameResult) -> QImage:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(240, 240)
    view.show_result(result)
    return painted(view)


def timeline(qtbot: QtBot) -> QImage:
    line = Timeline(DARK)
    qtbot.addWidget(line)
    line.resize(400, line.sizeHint().height())
    times = np.r_[np.arange(0, 4, 1 / 30), np.arange(6, 10, 1 / 30)]
    confidence = 0.55 + 0.4 * np.sin(times * 2)
    confidence[30:50] = np.nan
    line.show_take(times, confidence, [(4.0, 6.0)])
    line.set_range(1.5, 8.5)
    line.set_seconds(3.0)
    return painted(line)


def body(qtbot: QtBot, result: FrameResult, *, sticks: bool) -> QImage:
    view = SkeletonView(DARK)
    qtbot.addWidget(view)
    view.resize(240, 240)
    view.show()
    qtbot.waitExposed(view)
    view.set_place(
        ViewPlace(
            azimuth=-30, elevation=10, distance=3.4, turning=False, sticks=sticks, follow=False
        )
    )
    view.show_result(result)
    return view.grabFramebuffer().scaled(
        240, 240, transformMode=Qt.TransformationMode.SmoothTransformation
    )


def compare(image: QImage, name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}.png"
    if request.config.getoption("--update-snapshots"):
        assert image.save(str(path))
    known = rgb_array(QImage(str(path)))
    apart = differing(rgb_array(image), known)
    assert apart <= MOST, f"{apart:.1f} of 1000 blocks differ from {path.name}"


def test_a_skeleton_on_the_video(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    compare(video(qtbot, walking()), "skeleton", request)


def test_two_people_of_whom_one_is_the_main_person(
    qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    image = video(qtbot, walking(people=2))
    compare(image.copy(image.rect().adjusted(0, NUMBERS, 0, 0)), "two-people", request)


def test_the_line_of_time(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    compare(timeline(qtbot), "timeline", request)


@pytest.mark.usefixtures("needs_gl")
def test_the_figure_on_its_floor(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    compare(body(qtbot, walking(), sticks=True), "figure", request)


@pytest.mark.usefixtures("needs_gl")
def test_the_figure_as_a_person(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    compare(body(qtbot, walking(), sticks=False), "person", request)


@pytest.mark.parametrize("joint", ["l_wrist", "r_ankle", "thorax"])
def test_one_joint_that_is_drawn_elsewhere_is_noticed(qtbot: QtBot, joint: str) -> None:
    known = rgb_array(QImage(str(FOLDER / "skeleton.png")))
    moved = walking()
    points = moved.poses[0].joints_2d.copy()
    points[skeleton.INDEX[joint]] += 40  # of 480, a tenth of the body
    (pose,) = moved.poses
    elsewhere = FrameResult(moved.frame, (replace(pose, joints_2d=points),), main_id=0)
    assert differing(rgb_array(video(qtbot, elsewhere)), known) > MOST


def test_sides_that_are_exchanged_are_noticed(qtbot: QtBot) -> None:
    known = rgb_array(QImage(str(FOLDER / "skeleton.png")))
    assert differing(known[..., ::-1], known) > MOST
