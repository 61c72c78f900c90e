from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posecam import skeleton
from posecam.estimation.options import EstimatorOptions
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.orbit_canvas import VIEWS
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import DARK, LIGHT
from posecam.pose import HIDDEN_SCORE
from posecam.settings import ViewPlace
from tests.fakes.hands import press
from tests.fakes.pixels import rgb_array
from tests.posecam.gui.shared.conftest import one_result as result


def pixels(view: SkeletonView) -> NDArray[np.int_]:
    """(H, W, 3) RGB of what is drawn."""
    return rgb_array(view.grabFramebuffer())


def columns(image: NDArray[np.int_], side: skeleton.Side) -> NDArray[np.int_]:
    """Columns of pixels of a side's hue."""
    red, blue = image[..., 0], image[..., 2]
    mask = blue - red > 60 if side == "left" else red - blue > 60
    return np.flatnonzero(mask.any(0))


def strength(image: NDArray[np.int_], floor: NDArray[np.int_]) -> float:
    """How much colour there is that the floor alone does not have."""
    return float(np.ptp(image - floor, axis=-1).clip(12).sum() - image[..., 0].size * 12)


def wheel(view: SkeletonView, turned: int) -> None:
    event = QWheelEvent(
        QPointF(200, 200),
        view.mapToGlobal(QPointF(200, 200)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_from_the_front_the_figure_is_as_the_camera_sees(view: SkeletonView) -> None:
    view.show_result(result())
    image = pixels(view)
    assert columns(image, "left").mean() > 200 > columns(image, "right").mean()


def test_mirrored_it_is_the_other_way_round(view: SkeletonView) -> None:
    view.show_result(result())
    view.set_mirror(True)
    image = pixels(view)
    assert columns(image, "left").mean() < 200 < columns(image, "right").mean()


def test_from_the_side_the_figure_is_narrow(view: SkeletonView) -> None:
    def width() -> int:
        image = pixels(view)
        both = np.concatenate([columns(image, "left"), columns(image, "right")])
        return int(np.ptp(both))

    view.show_result(result())
    front = width()
    view.look_from("side")
    assert width() < front


def test_doubtful_parts_are_faint_and_no_person_leaves_the_floor(view: SkeletonView) -> None:
    floor = pixels(view)
    view.show_result(result())
    sure = strength(pixels(view), floor)
    view.show_result(result(np.full(skeleton.COUNT, HIDDEN_SCORE + 0.01, np.float32)))
    assert 0.05 * sure < strength(pixels(view), floor) < 0.5 * sure
    view.show_result(None)
    empty = pixels(view)
    assert columns(empty, "left").size == columns(empty, "right").size == 0
    assert np.ptp(empty) > 10  # the grid


def test_the_background_follows_the_theme(view: SkeletonView) -> None:
    view.set_theme(LIGHT)
    assert pixels(view)[3, 3].min() > 200


def test_two_views_draw_at_once(view: SkeletonView, qtbot: QtBot) -> None:
    other = SkeletonView(DARK)
    qtbot.addWidget(other)
    other.resize(300, 300)
    other.show()
    qtbot.waitExposed(other)
    other.look_from("front")
    for one in (view, other):
        one.show_result(result())
        assert columns(pixels(one), "left").size


def test_it_turns_by_itself_until_it_is_touched(view: SkeletonView, qtbot: QtBot) -> None:
    view.set_turning(True)
    start = view.place().azimuth
    qtbot.waitUntil(lambda: view.place().azimuth > start + 1)
    press(view)
    assert not view.turning
    stopped = view.place().azimuth
    qtbot.wait(120)
    assert view.place().azimuth == stopped


def test_the_wheel_stops_it_and_cannot_go_through_the_figure(view: SkeletonView) -> None:
    view.set_turning(True)
    for _ in range(60):
        wheel(view, 960)
    assert not view.turning
    assert view.place().distance >= 1


def test_it_follows_until_the_wheel_is_turned_and_fits_again_when_asked(
    view: SkeletonView,
) -> None:
    view.show_result(result())
    near = view.place().distance
    wheel(view, -960)
    assert not view.following
    far = view.place().distance
    assert far > near + 0.5
    view.show_result(result())
    assert view.place().distance == far
    view.fit()
    view.show_result(result())
    assert view.place().distance == pytest.approx(near, abs=0.1)
    assert not view.following


@pytest.mark.parametrize("size", [(180, 420), (400, 400), (900, 300)])
def test_the_whole_figure_is_in_the_image_whatever_its_shape(
    view: SkeletonView, size: tuple[int, int]
) -> None:
    view.resize(*size)
    floor = pixels(view)
    for name in VIEWS:
        view.look_from(name)
        view.show_result(None)
        floor = pixels(view)
        view.show_result(result())
        there = np.ptp(pixels(view) - floor, axis=-1) > 25
        rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
        assert rows.size
        assert rows.min() > 0
        assert rows.max() < size[1] - 1
        assert columns.min() > 0
        assert columns.max() < size[0] - 1


def test_the_scale_says_how_long_a_metre_is(view: SkeletonView) -> None:
    view.set_place(ViewPlace(azimuth=-90, elevation=0, distance=5.0, turning=False, follow=False))
    metres, px = view.scale_bar()
    top, foot = (view.on_image((0, 0, z)) for z in (0.92 + metres / 2, 0.92 - metres / 2))
    assert px == pytest.approx(foot[1] - top[1], abs=1)
    view.set_place(ViewPlace(distance=1.5, turning=False, follow=False))
    assert view.scale_bar()[0] < metres
    assert view.scale_bar()[1] < 0.7 * view.width()


def test_the_camera_comes_back_to_its_place(view: SkeletonView) -> None:
    place = ViewPlace(azimuth=33.0, elevation=20.0, distance=5.0, turning=False)
    view.set_place(place)
    assert view.place() == place
    view.set_place(replace(place, turning=True))
    assert view.turning
    view.set_turning(False)


def test_a_hidden_view_is_not_drawn_to(view: SkeletonView) -> None:
    view.show_result(result())
    drawn = view.figure.mesh
    view.hide()
    view.show_result(result())
    assert view.figure.mesh is drawn


def test_without_opengl_there_is_a_sentence(qtbot: QtBot) -> None:
    panel = SkeletonPanel(DARK, GLSupport(False))
    qtbot.addWidget(panel)
    panel.show()
    panel.set_options(EstimatorOptions(subject_height_mm=1820, field_of_view_deg=70))
    panel.show_result(result())
    panel.look_from("top")
    panel.set_turning(True)
    assert not panel.turning
    assert not panel.turn_button.isEnabled()
    assert "182 cm" in panel.note.text()
    assert "70°" in panel.note.text()
