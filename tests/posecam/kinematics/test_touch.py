"""Heels and toes: which rest on the ground."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.kinematics.level import LEVEL
from posecam.kinematics.touch import Touch, feet_of, take_contacts
from posecam.pose import TOUCHING
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_FLIP, KEYPOINT_INDEX
from tests.fakes.feet import with_feet
from tests.fakes.motion import Array, body

FPS = 30
TIMES = np.arange(90) / FPS
#: Nothing, then in a third of a second all of it, and it stays.
AFTER = np.clip((TIMES - 1.0) * 3, 0, 1)
R_HEEL, R_TOES, L_HEEL, L_TOES = range(4)
UP = np.array(LEVEL)


def image(joints: Array, tilt_deg: float = 0.0, trembling: float = 0.0) -> Array:
    """(T, 31, 2) px at a distance of three metres, the camera looking down by so much."""
    sine, cosine = np.sin(np.radians(tilt_deg)), np.cos(np.radians(tilt_deg))
    turn = np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])
    seen = joints @ turn.T + [0, 0, 3000]
    noise = np.random.default_rng(1).normal(0, trembling, (*seen.shape[:2], 2))
    return np.asarray(seen[..., :2] / seen[..., 2:] * 900 + 500 + noise)


def tell(joints: Array, scores: Array | None = None, trembling: float = 0.0) -> NDArray[np.bool_]:
    """(2, T, 4) whether they rest, live and of the take."""
    scores = np.full(joints.shape[:2], 0.9) if scores is None else scores
    flat = image(joints, trembling=trembling)
    touch = Touch()
    live = [
        touch.see(float(TIMES[k]), flat[k], joints[k], scores[k], LEVEL) for k in range(len(joints))
    ]
    take = take_contacts(TIMES, flat, joints, scores, UP)
    assert take is not None
    told = np.array([np.full(4, np.nan) if one is None else one for one in live])
    return np.asarray(np.nan_to_num(np.stack([told, take])) >= TOUCHING)


def test_both_feet_of_who_stands_rest_on_heel_and_toes() -> None:
    assert tell(with_feet(body(90)), trembling=0.7).mean() > 0.99


def test_a_heel_that_rises_leaves_the_toes_on_the_ground() -> None:
    told = tell(with_feet(body(90), heel_up=40 * AFTER), trembling=0.5)
    assert told[:, :28].all()
    assert not told[:, 45:, R_HEEL].any()
    assert told[:, :, R_TOES].mean() > 0.97
    assert told[:, :, L_HEEL:].mean() > 0.97


def test_a_foot_that_is_lifted_rests_on_nothing() -> None:
    told = tell(with_feet(body(90), lifted=250 * AFTER))
    assert not told[:, 45:, :2].any()
    assert told[:, :, 2:].all()


def test_feet_that_walk_on_the_spot_alternate() -> None:
    joints = with_feet(body(90), lifted=200 * np.clip(np.sin(2 * np.pi * TIMES), 0, 1))
    right = tell(joints)[1, :, R_HEEL]
    raised = np.sin(2 * np.pi * TIMES) > 0.5
    assert not right[raised].any()
    assert right[np.sin(2 * np.pi * TIMES) < -0.3].all()


def test_a_foot_out_of_view_is_not_known() -> None:
    scores = np.full((90, KEYPOINT_COUNT), 0.9)
    scores[:, [KEYPOINT_INDEX[n] for n in ("l_heel", "l_big_toe", "l_small_toe")]] = 0.1
    joints = with_feet(body(90))
    flat = image(joints)
    take = take_contacts(TIMES, flat, joints, scores, UP)
    live = Touch().see(0.0, flat[0], joints[0], scores[0], LEVEL)
    assert take is not None
    assert live is not None
    for told in (take, live[None]):
        assert (told[:, :2] >= TOUCHING).all()
        assert np.isnan(told[:, 2:]).all()
        np.testing.assert_array_equal(feet_of(told), [[True, False]] * len(told))


def test_nothing_is_told_where_no_foot_is_seen_or_heels_are_not_told() -> None:
    joints = with_feet(body(1))
    flat, scores = image(joints)[0], np.zeros(KEYPOINT_COUNT)
    assert Touch().see(0.0, flat, joints[0], scores, LEVEL) is None
    assert Touch().see(0.0, flat[:COUNT], joints[0, :COUNT], scores[:COUNT], LEVEL) is None
    assert take_contacts(TIMES[:1], flat[None, :COUNT], joints[:, :COUNT], scores, UP) is None


@pytest.mark.parametrize("gap", [1 / 120, 1 / 5])
def test_how_often_a_frame_comes_does_not_matter(gap: float) -> None:
    touch, joints = Touch(), with_feet(body(90), lifted=250 * AFTER)
    flat, scores = image(joints), np.full(KEYPOINT_COUNT, 0.9)
    rows = [0] * 10 if gap < 0.1 else [0, 3, 9, 15, 21]
    told = [touch.see(gap * k, flat[r], joints[r], scores, LEVEL) for k, r in enumerate(rows)]
    assert told[-1] is not None
    assert (told[-1] >= TOUCHING).all()


def test_sides_that_are_exchanged_take_their_past_along() -> None:
    joints = with_feet(body(90), lifted=250 * AFTER)
    flat, scores = image(joints), np.full(KEYPOINT_COUNT, 0.9)
    touch = Touch()
    for k in range(80):
        touch.see(float(TIMES[k]), flat[k], joints[k], scores, LEVEL)
    flip = np.array(KEYPOINT_FLIP)
    touch.exchange(flip)
    told = touch.see(float(TIMES[80]), flat[80, flip], joints[80, flip], scores, LEVEL)
    assert told is not None
    np.testing.assert_array_equal(told >= TOUCHING, [True, True, False, False])
