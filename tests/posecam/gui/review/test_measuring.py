"""Angles in the review window: what is measured, plotted, compared and saved."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from posecam.gui.review.angle_table import colour_of
from posecam.gui.review.window import ReviewWindow
from posecam.kinematics import ANGLES
from tests.fakes.hands import click_at
from tests.fakes.motion import record_motion
from tests.fakes.pixels import rgb_array
from tests.posecam.kinematics.test_gait import walking

Review = Callable[[Path], ReviewWindow]


def test_the_handles_choose_what_is_measured(window: ReviewWindow, qtbot: QtBot) -> None:
    assert window.table.text("r_knee_flexion", "Reps") == "3"
    assert window.table.text("r_knee_flexion", "Range") == "90°"
    line = window.player.timeline
    line.range_asked.emit(0.0, 1.0)
    qtbot.waitUntil(lambda: not window.busy)
    assert window.state.playback is not None
    assert window.state.playback.range == (0, 30)
    assert window.table.text("r_knee_flexion", "Reps") == "1"
    assert line.range == pytest.approx((0.0, 1.0), abs=1e-3)
    handle = QPointF(line.x_of(1.0) + 4, 4)
    assert line.handle_at(handle) == "last"
    assert line.handle_at(QPointF(handle.x(), 30)) == "cursor"


def test_the_plot_shows_what_is_switched_on_and_a_click_goes_there(
    window: ReviewWindow, qtbot: QtBot
) -> None:
    assert window.plot.names == ["Right knee flexion", "Left knee flexion"]
    window.table.choose("trunk_flexion", True)
    window.table.choose("l_knee_flexion", False)
    assert window.plot.names == ["Right knee flexion", "Trunk flexion"]
    box = window.plot.getPlotItem().getViewBox()
    place = window.plot.mapFromScene(box.mapViewToScene(QPointF(2.0, 40.0)))
    click_at(window.plot.viewport(), place)
    qtbot.waitUntil(lambda: abs((window.state.row or 0) / 30 - 2.0) < 0.1, timeout=3000)
    assert window.table.text("r_knee_flexion", "Now") in {"0°", "1°", "2°"}


def test_the_plot_is_saved_as_image_drawing_and_table(window: ReviewWindow, tmp_path: Path) -> None:
    window.player.seek(30)
    window.state.set_range_end(False)
    for ending in ("png", "svg", "csv"):
        window.save_plot(tmp_path / f"plot.{ending}")
        assert f"plot.{ending}" in window.notice.label.text()
    image = rgb_array(QImage(str(tmp_path / "plot.png")))
    assert image.shape[1] == 1600
    assert (np.abs(image.astype(int) - [0, 158, 255]).sum(-1) < 40).sum() > 500
    root = ET.parse(tmp_path / "plot.svg").getroot()
    assert root.tag.endswith("svg")
    assert any("#009eff" in (node.get("stroke") or "") for node in root.iter())
    with (tmp_path / "plot.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 31
    assert set(rows[0]) == {"frame", "time_s", "r_knee_flexion_deg", "l_knee_flexion_deg"}
    assert float(rows[15]["r_knee_flexion_deg"]) == pytest.approx(90, abs=0.1)
    window.save_plot(tmp_path / "plot.gif")
    assert "should end in" in window.notice.label.text()
    window.save_plot(tmp_path / "nowhere" / "plot.png")
    assert "cannot be written" in window.notice.label.text()
    assert not list(tmp_path.glob(".part*"))


def test_another_take_is_compared_in_figure_and_plot(
    window: ReviewWindow, takes: Path, qtbot: QtBot
) -> None:
    combo = window.head.compare
    assert [combo.itemText(k) for k in range(combo.count())] == ["Nothing", "second"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    qtbot.waitUntil(lambda: window.state.ghost is not None)
    assert "Dashed: second" in window.plot.names
    window.refresh()
    qtbot.waitUntil(lambda: not window.busy)
    assert [combo.itemText(k) for k in range(combo.count())] == ["Nothing", "second"]
    assert combo.currentText() == "second"
    result = window.player.video.result
    assert result is not None
    assert len(result.poses) == 1
    assert [p.person_id for p in window.player.with_ghost(result).poses] == [0, -1]
    combo.activated.emit(0)
    assert window.state.ghost is None
    assert window.plot.names == ["Right knee flexion", "Left knee flexion"]


def test_steps_are_told_below_the_angles_for_the_range(
    open_review: Review, tmp_path: Path, qtbot: QtBot
) -> None:
    times, joints = walking(4.0)
    record_motion(tmp_path / "walk", joints, times)
    window = open_review(tmp_path)
    window.state.open(tmp_path / "walk")
    qtbot.waitUntil(lambda: window.state.take is not None and not window.busy)
    assert "6 steps, 109/min, right 0.55 s" in window.table.moves
    assert window.table.contact == "–, –"  # sixteen joints tell nothing of heels and toes
    window.player.timeline.range_asked.emit(0.0, 0.3)
    qtbot.waitUntil(lambda: not window.busy)
    assert window.table.moves == "–"


def test_no_two_angles_share_a_colour() -> None:
    colours = np.array([QColor(colour_of(name)).getRgb()[:3] for name in ANGLES], np.float64)
    apart = np.linalg.norm(colours[:, None] - colours[None], axis=2)
    assert apart[~np.eye(len(ANGLES), dtype=bool)].min() > 40


def test_the_legend_covers_no_curve(window: ReviewWindow, qtbot: QtBot) -> None:
    for count in (1, 5, len(ANGLES)):
        for number, name in enumerate(ANGLES):
            window.table.choose(name, number < count)
        qtbot.wait(50)
        plot = window.plot.getPlotItem()
        legend, curves = plot.titleLabel.sceneBoundingRect(), plot.getViewBox().sceneBoundingRect()
        assert len(window.plot.names) == count
        assert legend.height() > 8
        assert not legend.intersects(curves)
        assert curves.height() > 30
