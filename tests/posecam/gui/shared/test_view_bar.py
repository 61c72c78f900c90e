"""The buttons over the 3D view: they move nothing, and say what the camera does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint
from PyQt6.QtGui import QCursor, QImage
from pytestqt.qtbot import QtBot

from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK
from posecam.pose import Frame, FrameResult
from tests.fakes.estimator import figure, make_pose
from tests.fakes.hands import click
from tests.fakes.pixels import rgb_array
from tests.posecam.gui.shared.test_skeleton_view import wheel


def result(*, ghost: bool = False) -> FrameResult:
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    pose = make_pose(frame, figure())
    other = replace(make_pose(frame, figure(0.3, 300)), person_id=-1, root=pose.root)
    return FrameResult(frame, (pose, other) if ghost else (pose,))


@pytest.fixture
def panel(qtbot: QtBot, needs_gl: None) -> SkeletonPanel:
    widget = SkeletonPanel(DARK, GLSupport(True), smooth_edges=False)
    qtbot.addWidget(widget)
    widget.resize(500, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("width", [180, 320, 900])
def test_the_buttons_lie_over_the_view_and_take_no_room_from_it(
    panel: SkeletonPanel, width: int, qtbot: QtBot
) -> None:
    view = panel.view
    assert view is not None
    panel.resize(width, 500)
    qtbot.waitUntil(lambda: panel.bar.geometry().right() < view.width())
    assert panel.bar.parentWidget() is view
    for button in panel.bar.controls:
        if button.isVisible():
            assert panel.bar.rect().contains(button.geometry())
            assert button.width() >= button.minimumSizeHint().width()
    tall = view.height()
    panel.set_distant(True)
    panel._foot.show()
    qtbot.wait(10)
    assert view.height() == tall


def test_a_wheel_stops_following_and_the_button_says_so(panel: SkeletonPanel) -> None:
    view, follow = panel.view, panel.buttons["follow"]
    assert view is not None
    panel.show_result(result())
    assert follow.isChecked()
    near = view.place().distance
    wheel(view, -960)
    assert not follow.isChecked()
    far = view.place().distance
    click(panel.buttons["fit"])
    assert view.place().distance < far
    assert not follow.isChecked()
    wheel(view, -960)
    click(follow)
    assert follow.isChecked()
    assert view.place().distance == pytest.approx(near, abs=0.1)


def test_fitting_and_following_have_keys(panel: SkeletonPanel) -> None:
    view = panel.view
    assert view is not None
    panel.show_result(result())
    fit, follow = [key for key in (*panel.keys(),) if key.keys in {"F", "Shift+F"}]
    wheel(view, -960)
    far = view.place().distance
    fit.do()
    assert view.place().distance < far
    follow.do()
    assert view.following


def test_a_ghost_may_stand_beside(panel: SkeletonPanel) -> None:
    view, beside = panel.view, panel.buttons["beside"]
    assert view is not None
    panel.look_from("front")
    panel.show_result(result())
    assert not beside.isVisible()
    alone = rgb_array(view.grabFramebuffer())
    panel.show_result(result(ghost=True))
    assert beside.isVisible()
    on_top = view.place().distance
    both = rgb_array(view.grabFramebuffer())
    assert (np.abs(both - alone).max(-1) > 12).sum() > 200, "it is seen through the other"
    click(beside)
    assert view.place().distance > on_top, "both are in view"
    panel.show_result(result())
    assert not beside.isVisible()


def test_in_a_low_view_the_figure_is_not_covered(panel: SkeletonPanel, qtbot: QtBot) -> None:
    # Under the mouse they stay, and it is where an earlier test has left it.
    QCursor.setPos(panel.mapToGlobal(QPoint(panel.width() + 100, panel.height() + 100)))
    panel.resize(300, 150)
    qtbot.waitUntil(lambda: not panel.bar.isVisible())
    panel.resize(300, 500)
    qtbot.waitUntil(panel.bar.isVisible)


class Paints(QObject):
    """Counts how often something is painted."""

    count = 0

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        self.count += event is not None and event.type() == QEvent.Type.Paint
        return False


def test_what_lies_over_the_view_is_not_painted_with_every_pose(
    panel: SkeletonPanel, qtbot: QtBot
) -> None:
    qtbot.wait(50)
    button, view = Paints(), Paints()
    panel.buttons["front"].installEventFilter(button)
    assert panel.view is not None
    panel.view.installEventFilter(view)
    for _ in range(5):
        panel.show_result(result())
        qtbot.wait(20)
    assert view.count >= 3
    assert button.count == 0
    panel.buttons["front"].update()
    qtbot.waitUntil(lambda: button.count == 1)


def test_a_view_that_did_not_change_is_not_drawn_again(
    panel: SkeletonPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = panel.view
    assert view is not None
    panel.show_result(result())
    qtbot.wait(50)
    drawn: list[int] = []
    draw = type(view).grabFramebuffer

    def grab(one: SkeletonView) -> QImage:
        drawn.append(1)
        return draw(one)

    monkeypatch.setattr(type(view), "grabFramebuffer", grab)
    panel.bar.update()
    panel.repaint()
    qtbot.wait(20)
    assert not drawn
    view.update()
    qtbot.waitUntil(lambda: drawn == [1])
