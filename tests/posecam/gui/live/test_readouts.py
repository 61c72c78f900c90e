"""Angles and repetitions read live: the figures, whose they are, and choosing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QImage
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from posecam import settings as settings_file
from posecam.gui.live.live_angles import KINDS, LiveAngles
from posecam.gui.live.main_window import MainWindow
from posecam.gui.live.readout_strip import Readout, ReadoutStrip, lines_of
from posecam.gui.review.measures import degrees, measure
from posecam.gui.review.take import Take
from posecam.gui.shared.theme import DARK, LIGHT, rgb
from posecam.kinematics import joint_angles
from posecam.pose import HIDDEN_SCORE, Frame, FrameResult
from posecam.settings import ReadoutSettings, Settings
from posecam.skeleton import COUNT, INDEX
from tests.fakes.estimator import FakeEstimator, make_pose
from tests.fakes.hands import click, key
from tests.fakes.motion import Array, body, record_motion
from tests.fakes.pixels import rgb_array

OpenWindow = Callable[..., MainWindow]
KNEE = KINDS["knee_flexion"]
FPS = 30
_TEST: Any = QTest


def result_of(
    joints: Array,
    number: int = 0,
    *,
    person: int = 0,
    main: int | None = 0,
    scores: Array | None = None,
) -> FrameResult:
    frame = Frame(np.zeros((48, 64, 3), np.uint8), number, number / FPS, 0)
    sure = np.full(COUNT, 0.9) if scores is None else scores
    pose = make_pose(frame, joints.astype(np.float32), sure.astype(np.float32), person)
    return FrameResult(frame, (pose,), main_id=main)


def read(angles: LiveAngles, *results: FrameResult) -> list[str]:
    """The knees as the strip shows them after these results."""
    for result in results:
        angles.add(result)
    angles.read()
    return [degrees(angles.angle(name)) for name in KNEE]


def squats(count: int, frames: int = 45, deep: float = 90) -> Array:
    bend = deep / 2 * (1 - np.cos(2 * np.pi * np.arange(count * frames) / frames))
    return body(count * frames, knee=bend, hip_flexion=bend / 2)


def test_feet_on_the_ground_are_read_beside_the_angles() -> None:
    angles, result = LiveAngles(), result_of(body()[0])
    (pose,) = result.poses
    told = replace(pose, contacts=np.array([0.9, 0.9, 0.1, 0.8], np.float32))
    angles.add(replace(result, poses=(told,)))
    angles.read()
    assert list(angles.contacts) == ["flat", "toes"]
    angles.add(result_of(body()[0], 1))
    angles.read()
    assert list(angles.contacts) == [None, None]


def test_every_angle_is_a_kind_with_its_sides() -> None:
    assert KNEE == ("r_knee_flexion", "l_knee_flexion")
    assert KINDS["trunk_rotation"] == ("trunk_rotation",)
    assert len(KINDS) == 17


def test_what_is_read_live_is_what_the_recording_says(tmp_path: Path) -> None:
    joints = squats(4)
    times = np.arange(len(joints)) / FPS
    take = Take(record_motion(tmp_path / "take", joints, times))
    angles = LiveAngles()
    angles.count("knee_flexion")
    for row in range(len(times)):
        angles.add(take.result(row, None))
        if row % 5 == 0 or row == len(times) - 1:
            angles.read()
            for name in ("r_knee_flexion", "l_hip_flexion", "trunk_flexion"):
                assert angles.angle(name) == pytest.approx(take.angles[name][row], abs=1.01)
    found = measure(times, take.angles["r_knee_flexion"], 0, len(times) - 1)
    angles._counts[0]._next = 0  # it has only just counted
    angles.read()
    assert [angles.repetitions(name) for name in KNEE] == [found.repetitions] * 2 == [4, 4]


def test_a_figure_stands_still_while_the_angle_trembles_by_less_than_a_degree() -> None:
    angles, shown = LiveAngles(), set()
    for number, knee in enumerate((60.4, 60.6, 59.9, 60.5, 60.9, 59.2)):
        shown.add(read(angles, result_of(body(knee=knee)[0], number))[0])
    assert shown == {"60°"}
    assert read(angles, result_of(body(knee=61.4)[0], 9))[0] == "61°"


def test_what_rests_on_a_joint_that_is_not_seen_is_a_dash() -> None:
    scores = np.full(COUNT, 0.9)
    scores[INDEX["r_ankle"]] = HIDDEN_SCORE - 0.01
    angles = LiveAngles()
    assert read(angles, result_of(body(knee=40)[0], 0, scores=scores)) == ["–", "40°"]
    assert degrees(angles.angle("r_hip_flexion")) == "0°"
    assert read(angles, result_of(body(knee=40)[0], 1)) == ["40°", "40°"]


def test_the_figures_are_the_main_persons_and_a_dash_while_out_of_sight() -> None:
    angles = LiveAngles()
    angles.count("knee_flexion")
    for number, joints in enumerate(squats(2)):
        angles.add(result_of(joints, number))
    assert read(angles, result_of(body(knee=50)[0], 90)) == ["50°", "50°"]
    # Another person is there, and no person is the main person or they are hidden: no figures.
    assert read(angles, result_of(body(knee=20)[0], 91, person=7)) == ["–", "–"]
    assert angles.repetitions("r_knee_flexion") is None
    # The other one is the main person now, and has done nothing yet; the first one's count stays.
    assert read(angles, result_of(body(knee=20)[0], 92, person=7, main=7)) == ["20°", "20°"]
    assert angles.repetitions("r_knee_flexion") == 0
    read(angles, result_of(body(knee=0)[0], 93))
    assert angles.repetitions("r_knee_flexion") == 2
    angles.count_anew()
    angles.read()
    assert angles.repetitions("r_knee_flexion") == 0


def test_a_video_that_starts_again_is_counted_from_its_start() -> None:
    angles = LiveAngles()
    angles.count("knee_flexion")
    for _ in range(2):
        for number, joints in enumerate(squats(3)):
            angles.add(result_of(joints, number))
        angles._counts.clear()
        angles.read()
        assert angles.repetitions("l_knee_flexion") == 3


def test_only_so_many_values_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posecam.gui.live.live_angles.MOST_VALUES", 90)
    angles = LiveAngles()
    angles.count("knee_flexion")
    for number, joints in enumerate(squats(4)):
        read(angles, result_of(joints, number))
    (count,) = angles._counts.values()
    assert {len(values) for values in (count._times, *count._values.values())} == {90}


# -- in the window --------------------------------------------------------------------------------


def figures(window: MainWindow) -> dict[str, tuple[str, ...]]:
    """What the strip shows, by title."""
    return {readout.title: readout.figures for readout in window.readouts.strip.readouts}


def test_a_key_shows_the_angles_of_the_image_and_hides_them(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window(lambda: FakeEstimator(stride=0))
    assert not window.readouts.strip.isVisible()
    window.start(clip)
    qtbot.waitUntil(lambda: window.video.result is not None and bool(window.video.result.poses))
    key(window, Qt.Key.Key_A)
    assert window.readouts.strip.isVisible()
    assert window.readouts.button.isChecked()
    qtbot.waitUntil(lambda: figures(window)["Knee flexion"][0] != "–")
    result = window.video.result
    assert result is not None
    assert result.main is not None
    true = joint_angles(result.main.joints_3d)
    assert figures(window)["Knee flexion"] == tuple(degrees(float(true[name])) for name in KNEE)
    key(window, Qt.Key.Key_A)
    assert not window.readouts.strip.isVisible()


def test_without_anybody_there_are_dashes(open_window: OpenWindow, clip: str, qtbot: QtBot) -> None:
    shown = Settings(readouts=ReadoutSettings(True, ("knee_flexion", "trunk_flexion"), "nonsense"))
    estimator = FakeEstimator(stride=0)
    window = open_window(lambda: estimator, settings=shown)
    window.start(clip)
    qtbot.waitUntil(lambda: figures(window)["Trunk flexion"] == ("0°",))
    estimator.no_person = True
    dashes = {"Knee flexion": ("–", "–"), "Trunk flexion": ("–",)}
    qtbot.waitUntil(lambda: figures(window) == dashes)
    window.open_source("demo")
    assert figures(window) == dashes


def test_the_angles_follow_the_main_person(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    shown = Settings(readouts=ReadoutSettings(True, counted="knee_flexion"))
    window = open_window(lambda: FakeEstimator(stride=0, people=2), settings=shown)
    window.start(clip)
    qtbot.waitUntil(lambda: figures(window).get("Repetitions") == ("0", "0"))
    window.video.person_clicked.emit(1)
    qtbot.waitUntil(lambda: 1 in window.readouts.angles._counts)


def test_angles_are_chosen_by_keyboard_and_kept(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "settings.toml"
    window = open_window(settings_path=path)
    _TEST.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    menu = window.readouts.menu
    qtbot.waitUntil(menu.isVisible)
    key(menu, Qt.Key.Key_Down)  # knee
    key(menu, Qt.Key.Key_Space)
    key(menu, Qt.Key.Key_Down)  # hip
    key(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert list(figures(window)) == ["Hip flexion"]
    key(menu, Qt.Key.Key_Escape)
    window.readouts._counting["hip_abduction"].trigger()
    assert list(figures(window)) == ["Hip flexion", "Repetitions"]
    window.close()
    kept = settings_file.load(path)[0]
    assert kept.readouts == ReadoutSettings(True, ("hip_flexion",), "hip_abduction")
    again = open_window(settings=kept, settings_path=path)
    assert again.readouts.strip.isVisible()
    assert list(figures(again)) == ["Hip flexion", "Repetitions"]
    dialog = again.open_settings()
    dialog.defaults.click()
    assert again.settings.readouts == kept.readouts
    dialog.close()


def test_the_last_angle_switched_off_hides_the_strip(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(settings=Settings(readouts=ReadoutSettings(True)))
    click(window.readouts.button)
    qtbot.waitUntil(window.readouts.menu.isVisible)
    window.readouts.menu.close()
    assert window.readouts.button.isChecked()
    window.readouts.choose("knee_flexion", False)
    assert not window.readouts.strip.isVisible()
    window.readouts.toggle()
    assert list(figures(window)) == ["Knee flexion"]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_the_figures_are_large_and_readable_and_stand_as_in_the_image(
    qtbot: QtBot, theme: Any
) -> None:
    strip = ReadoutStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(520, 300)
    strip.show_readouts([Readout("Knee flexion", "", ("118°", "–"))])
    strip.resize(520, strip.maximumHeight())

    def ink() -> tuple[int, float]:
        """How tall the figures are, and where the middle of what is drawn of them is, 0..1."""
        pixels = rgb_array(strip.grab().toImage().convertToFormat(QImage.Format.Format_RGB888))
        near = np.abs(pixels.astype(int) - (255 * rgb(theme.text)).astype(int)).sum(-1) < 40
        assert near.sum() > 1000
        rows, columns = np.nonzero(near)
        return int(np.ptp(rows)), float(columns.mean() / strip.width())

    tall, right = ink()
    assert tall > 35
    strip.set_mirror(True)
    assert ink()[1] > right + 0.2


def test_many_angles_take_no_more_than_half_of_the_room(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    everything = ReadoutSettings(True, tuple(KINDS), "knee_flexion")
    window = open_window(settings=replace(Settings(), readouts=everything))
    window.resize(860, 520)
    qtbot.wait(50)
    assert len(window.readouts.strip.readouts) == 1 + len(KINDS)
    assert window.size().height() == 520
    strip, panel = window.readouts.strip, window.panel
    assert strip.height() <= panel.height() / 2
    front = panel.buttons["front"]
    assert strip.geometry().bottom() < front.mapTo(panel, QPoint(0, 0)).y()


def test_small_words_of_a_title_stay_with_what_they_belong_to() -> None:
    assert lines_of("Hip abduction") == ["Hip", "abduction"]
    assert lines_of("Abduction de la hanche") == ["Abduction", "de la hanche"]
    assert lines_of("") == []
