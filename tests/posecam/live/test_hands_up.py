from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from posecam.live.hands_up import HOLD_S, HandsUp, are_up
from posecam.pose import Frame, Pose
from posecam.skeleton import COUNT, INDEX
from tests.fakes.estimator import figure, make_pose

OVER = np.array([0, -250, 0], np.float32)
_FRAME = Frame(np.zeros((480, 640, 3), np.uint8), 0, 0.0, 0)


def standing(*raised: str, scores: dict[str, float] | None = None) -> Pose:
    """A person with these arms over the head."""
    joints = figure()
    for side in raised:
        joints[INDEX[f"{side}_elbow"]] = joints[INDEX[f"{side}_shoulder"]] + OVER
        joints[INDEX[f"{side}_wrist"]] = joints[INDEX[f"{side}_shoulder"]] + 2 * OVER
    sure = np.full(COUNT, 0.9, np.float32)
    for name, score in (scores or {}).items():
        sure[INDEX[name]] = score
    return make_pose(_FRAME, joints, sure)


def signs(hands: HandsUp, poses: Sequence[Pose | None], start: float = 0.0) -> list[float]:
    """Seconds at which the sign was given, at 30 frames a second."""
    return [
        round(start + number / 30, 2)
        for number, pose in enumerate(poses)
        if hands.add(start + number / 30, pose)
    ]


DOWN, UP = standing(), standing("r", "l")


@pytest.mark.parametrize(
    ("pose", "up"),
    [
        (DOWN, False),
        (UP, True),
        (standing("r"), False),
        (standing("r", "l", scores={"l_wrist": 0.3}), False),
        (standing("r", "l", scores={"head_top": 0.1}), False),
    ],
)
def test_both_arms_must_be_seen_above_the_head(pose: Pose, up: bool) -> None:
    assert are_up(pose) == up


def test_a_second_with_both_arms_up_is_the_sign_once() -> None:
    hands = HandsUp()
    assert signs(hands, [DOWN] * 10 + [UP] * 120) == [pytest.approx(10 / 30 + HOLD_S, abs=0.04)]
    assert signs(hands, [DOWN] * 3 + [UP] * 40, start=5.0) == [pytest.approx(6.1, abs=0.04)]


def test_a_wave_is_no_sign() -> None:
    hands = HandsUp()
    assert signs(hands, ([DOWN] * 15 + [UP] * 25) * 5) == []


def test_a_frame_or_two_without_it_do_not_end_it() -> None:
    hands = HandsUp()
    lapse: list[Pose | None] = [None, DOWN, standing("r")]
    assert len(signs(hands, [DOWN, *[UP] * 15, *lapse, *[UP] * 20])) == 1


def test_arms_that_were_up_before_must_come_down_first() -> None:
    hands = HandsUp()
    assert signs(hands, [UP] * 90) == []
    assert len(signs(hands, [DOWN] * 10 + [UP] * 40, start=4.0)) == 1


def test_how_long_they_are_held_is_told() -> None:
    hands = HandsUp()
    signs(hands, [DOWN] * 5 + [UP] * 16)
    assert hands.held == pytest.approx(0.5, abs=0.04)
    signs(hands, [DOWN] * 20, start=2.0)
    assert hands.held == 0


def test_a_film_that_starts_again_gives_no_sign() -> None:
    hands = HandsUp()
    signs(hands, [DOWN] * 5 + [UP] * 15, start=100.0)
    assert signs(hands, [UP] * 60) == []
