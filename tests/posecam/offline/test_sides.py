"""Sides of a whole take: what comes later tells what was wrong before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.options import EstimatorOptions
from posecam.offline.sides import settled_sides
from posecam.offline.smoothing import TrackPoses, smooth_offline
from posecam.skeleton import COUNT, FLIP, INDEX
from tests.fakes.motion import Array, body

FPS = 30
PX_PER_MM = 0.25
ALL = list(FLIP)
HIPS = [INDEX["r_hip"], INDEX["l_hip"]]


def order_of(joints: Array, scores: Array, times: Array | None = None) -> NDArray[np.int64]:
    count = len(joints)
    order, _ = settled_sides(
        np.arange(count) / FPS if times is None else times,
        joints[..., :2] * PX_PER_MM + 500,
        joints,
        scores,
        np.full(count, 430.0),
        np.full(count, 1 / PX_PER_MM),
    )
    return order


def test_what_began_wrong_is_put_right_from_the_first_look() -> None:
    truth = body(90, yaw=180, knee=8, elbow=15)
    looks = truth.copy()
    looks[:15] = looks[:15][:, ALL]
    order = order_of(looks, np.full((90, COUNT), 0.6))
    assert (order[:15] == ALL).all()
    assert (order[15:] == np.arange(COUNT)).all()


def test_a_second_of_doubtful_looks_does_not_outweigh_the_rest() -> None:
    looks = body(150, yaw=180, knee=8, elbow=15)
    looks[60:90] = looks[60:90][:, ALL]
    scores = np.full((150, COUNT), 0.6)
    scores[60:90] = 0.45
    order = order_of(looks, scores)
    assert (order[60:90] == ALL).all()
    assert (order[:60] == np.arange(COUNT)).all()
    assert (order[90:] == np.arange(COUNT)).all()


def test_a_person_who_turns_is_followed() -> None:
    looks = body(120, yaw=np.linspace(0, 540, 120))
    assert (order_of(looks, np.full((120, COUNT), 0.6)) == np.arange(COUNT)).all()


def test_who_comes_back_after_a_pause_may_have_turned() -> None:
    looks = np.concatenate([body(60), body(60, yaw=180)])
    times = np.concatenate([np.arange(60), 90 + np.arange(60)]) / FPS
    assert (order_of(looks, np.full((120, COUNT), 0.6), times) == np.arange(COUNT)).all()


def test_a_smoothed_take_has_one_side_throughout() -> None:
    truth = body(90, yaw=180, knee=8, elbow=15)
    looks = truth.copy()
    wrong = [*range(8), 30, 31, 50]
    looks[wrong] = looks[wrong][:, ALL]
    raw = TrackPoses(
        np.arange(90) / FPS,
        looks[..., :2] * PX_PER_MM + 500,
        looks,
        np.full((90, COUNT), 0.6),
        np.tile([0.0, 0.0, 3000.0], (90, 1)),
    )
    made = smooth_offline(raw, (1000, 1000), EstimatorOptions())
    line = made.joints_2d[:, HIPS[1], 0] - made.joints_2d[:, HIPS[0], 0]
    true = (truth[:, HIPS[1], 0] - truth[:, HIPS[0], 0]) * PX_PER_MM
    np.testing.assert_allclose(line, true, atol=2)
