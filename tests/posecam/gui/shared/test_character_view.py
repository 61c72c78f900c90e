"""The main person drawn as a character of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.characters import Character, read_character
from posecam.gui.shared.skeleton_view import SkeletonView
from posecam.gui.shared.theme import LIGHT
from posecam.pose import Frame, FrameResult
from tests.fakes.characters import ROBOT, SPRITE, Build, write
from tests.fakes.estimator import figure, make_pose
from tests.fakes.pixels import rgb_array
from tests.posecam.gui.shared.conftest import one_result as result

PURPLE = ((0.9, 0.0, 0.9), (0.9, 0.0, 0.9))


def one(folder: Path, build: Build = ROBOT) -> Character:
    return read_character(write(folder / "one.glb", replace(build, colours=PURPLE)))


def purple(view: SkeletonView) -> NDArray[np.bool_]:
    image = rgb_array(view.grabFramebuffer())
    return np.asarray(np.minimum(image[..., 0], image[..., 2]) > image[..., 1] + 60)


def test_a_character_stands_in_the_place_of_the_mannequin(
    view: SkeletonView, tmp_path: Path
) -> None:
    view.show_result(result())
    assert not purple(view).any()
    view.set_character(one(tmp_path))
    rows = np.flatnonzero(purple(view).any(1))
    assert np.ptp(rows) > 90  # from the shoulders to the shoes
    view.set_character(None)
    assert not purple(view).any()


def test_one_with_short_legs_is_small_and_stands_on_the_same_floor(
    view: SkeletonView, tmp_path: Path
) -> None:
    view.show_result(result())
    view.set_character(one(tmp_path))
    tall = np.flatnonzero(purple(view).any(1))
    view.set_character(one(tmp_path, SPRITE))
    short = np.flatnonzero(purple(view).any(1))
    assert short.min() > tall.min() + 20
    assert short.max() == pytest.approx(tall.max(), abs=6)


def test_sticks_are_sticks_and_a_mirror_is_one(view: SkeletonView, tmp_path: Path) -> None:
    person = figure()
    person[[13, 14, 15], 0] += 300  # the left arm far out
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)
    view.show_result(FrameResult(frame, (make_pose(frame, person, None),)))
    view.set_character(one(tmp_path))
    middle = np.flatnonzero(purple(view).any(0))
    view.set_mirror(True)
    mirrored = np.flatnonzero(purple(view).any(0))
    assert mirrored.min() == pytest.approx(399 - middle.max(), abs=6)
    assert mirrored.max() == pytest.approx(399 - middle.min(), abs=6)
    view.set_sticks(True)
    assert not purple(view).any()
    view.set_sticks(False)
    assert purple(view).any()


def test_it_is_grey_when_it_is_not_of_now_and_gone_without_a_person(
    view: SkeletonView, tmp_path: Path
) -> None:
    view.set_character(one(tmp_path))
    view.show_result(result())
    view.set_stale(True)
    assert not purple(view).any()
    view.set_stale(False)
    view.set_theme(LIGHT)
    assert purple(view).any()
    view.show_result(None)
    assert not purple(view).any()


def test_the_face_is_seen_from_the_front_alone(view: SkeletonView, tmp_path: Path) -> None:
    view.set_character(one(tmp_path, SPRITE))
    view.show_result(result())

    def skin() -> int:
        """Pixels of the face; hair is darker, and the body purple."""
        red, green, blue = np.moveaxis(rgb_array(view.grabFramebuffer()), 2, 0)
        return int(((red > green + 10) & (green > blue + 5) & (green > 90)).sum())

    front = skin()
    view.setCameraPosition(azimuth=90, elevation=4)
    assert front > max(100, 4 * skin())
