"""Skeletons in overlay videos: whom they show, how sure they are, and which side is which."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.drawing import draw_pose, draw_poses
from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Frame, Pose
from posecam.skeleton import COLOURS, COUNT, FLIP, INDEX, Side
from tests.fakes.estimator import aside, make_pose

SIZE = (640, 480)


def black() -> NDArray[np.uint8]:
    return np.zeros((SIZE[1], SIZE[0], 3), np.uint8)


def standing(score: float = 0.9) -> Pose:
    frame = Frame(black(), 0, 0.0, time.perf_counter_ns())
    return make_pose(frame, scores=np.full(COUNT, score, np.float32))


def drawn(pose: Pose, *, main: bool = True) -> NDArray[np.uint8]:
    image = black()
    draw_pose(image, pose, main=main)
    return image


def middle(image: NDArray[np.uint8], pose: Pose, one: str, other: str) -> list[int]:
    """Colour, R, G, B, half way between two joints."""
    x, y = (pose.joints_2d[INDEX[one]] + pose.joints_2d[INDEX[other]]) / 2
    return [int(value) for value in image[round(float(y)), round(float(x)), ::-1]]


@pytest.mark.parametrize(("letter", "side"), [("l", "left"), ("r", "right")])
def test_a_limb_has_the_colour_of_its_side(letter: str, side: Side) -> None:
    pose = standing()
    colour = middle(drawn(pose), pose, f"{letter}_hip", f"{letter}_knee")
    assert colour == list(COLOURS[side])


def test_a_joint_that_is_hidden_has_no_bones() -> None:
    pose = standing()
    scores = pose.scores.copy()
    scores[INDEX["l_ankle"]] = HIDDEN_SCORE - 0.01
    image = drawn(replace(pose, scores=scores))
    assert middle(image, pose, "l_knee", "l_ankle") == [0, 0, 0]
    assert middle(image, pose, "r_knee", "r_ankle") != [0, 0, 0]


def test_what_is_not_sure_is_thinner_and_has_no_dots() -> None:
    sure, unsure = drawn(standing()), drawn(standing((HIDDEN_SCORE + SURE_SCORE) / 2))
    assert 0 < np.count_nonzero(unsure) < np.count_nonzero(sure)
    white = (255, 255, 255)
    assert (sure == white).all(2).any()
    assert not (unsure == white).all(2).any()


def test_the_main_person_is_drawn_thicker_and_above_the_others() -> None:
    frame = Frame(black(), 0, 0.0, time.perf_counter_ns())
    first, second = make_pose(frame, person_id=0), make_pose(frame, person_id=1)
    assert np.count_nonzero(drawn(first)) > np.count_nonzero(drawn(first, main=False))
    # Where both are, the colours are those of the main one.
    turned = replace(second, joints_2d=second.joints_2d[list(FLIP)])
    image = black()
    draw_poses(image, (first, turned), main_id=1)
    assert middle(image, first, "l_hip", "l_knee") == list(COLOURS["right"])
    # Without a number the first one is it.
    image, expected = black(), black()
    beside = aside(second, 1)
    draw_poses(image, (first, beside))
    draw_pose(expected, beside, main=False)
    draw_pose(expected, first)
    assert np.array_equal(image, expected)


def test_no_person_leaves_the_image_as_it_is() -> None:
    image = black()
    draw_poses(image, ())
    assert not image.any()


def test_joints_far_outside_the_image_do_no_harm() -> None:
    pose = standing()
    drawn(replace(pose, joints_2d=pose.joints_2d + np.float32(1e6)))
