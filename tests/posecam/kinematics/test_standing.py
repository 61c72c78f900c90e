"""While it happens too, feet that stand stay where they are."""

from __future__ import annotations

import time

import numpy as np
import pytest

from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import Y_UP
from posecam.kinematics.standing import Ground
from posecam.skeleton import COUNT, ROOT
from tests.fakes.motion import Array, body
from tests.posecam.kinematics.test_grounding import (
    ANKLES,
    PX_PER_MM,
    WRISTS,
    apart,
    drifting,
    knees,
    squats,
    stepping,
)


def watched(seen: Array, roots: Array, images: Array, fps: float = 30) -> Array:
    ground = Ground()
    scores = np.full(COUNT, 0.9)
    flat = images[..., :2] * PX_PER_MM + 500
    return np.array(
        [
            ground.place(k / fps, (joints + root) * Y_UP, look, scores)
            for k, (joints, root, look) in enumerate(zip(seen, roots, flat, strict=True))
        ]
    )


@pytest.mark.parametrize("fps", [5, 15, 30, 60, 120])
def test_feet_do_not_travel_in_squats(fps: int) -> None:
    joints, roots = squats()
    world = watched(drifting(joints), roots, joints + roots[:, None], fps)
    feet = world[10:, ANKLES]
    assert np.ptp(np.percentile(feet, [5, 95], axis=0), axis=0).max() < 20
    assert np.abs(feet[..., 1] - ANKLE_ABOVE_FLOOR_MM).max() < 15
    assert np.ptp(world[:, ROOT, 1]) > 350


def test_hips_give_way_before_the_knees_of_who_stands_are_bent() -> None:
    joints, roots = apart()
    world = watched(joints, roots, body(120, knee=8) + roots[:, None])
    assert (knees(world) - knees(joints * Y_UP)).mean() < 0.8


def test_nothing_pops_where_a_foot_is_let_go_and_set_down() -> None:
    joints, roots = stepping()
    seen = drifting(joints)
    world = watched(seen, roots, joints + roots[:, None])
    fastest = np.linalg.norm(np.diff(seen[:, ANKLES[0]], axis=0), axis=1).max()
    assert np.linalg.norm(np.diff(world[:, ANKLES[0]], axis=0), axis=1).max() < 1.7 * fastest
    assert np.linalg.norm(np.diff(world[:, ROOT], axis=0), axis=1).max() < fastest
    assert np.ptp(world[10:, ANKLES[1]], axis=0).max() < 20


def test_a_jump_leaves_the_floor_and_lands_on_it() -> None:
    joints, roots = body(90, knee=10), np.tile([0.0, 0, 3000], (90, 1))
    flight = np.clip(np.arange(90) - 40, 0, 15) / 15
    roots[:, 1] -= 300 * 4 * flight * (1 - flight)
    soles = watched(joints, roots, joints + roots[:, None])[:, ANKLES, 1] - ANKLE_ABOVE_FLOOR_MM
    assert soles.max() == pytest.approx(300, abs=40)
    assert np.abs(soles[:38]).max() < 5
    assert np.abs(soles[65:]).max() < 10


def test_upside_down_the_hands_stand_on_the_floor() -> None:
    joints = body(60, shoulder_elevation=180) * [-1, -1, 1]
    roots = np.tile([0.0, 0, 3000], (60, 1))
    world = watched(joints, roots, joints + roots[:, None])
    assert world[:, WRISTS, 1].min() == pytest.approx(30, abs=15)


def test_after_a_pause_the_person_stands_anew() -> None:
    joints, ground, scores = body(1)[0], Ground(), np.full(COUNT, 0.9)
    for seconds, up in ((0.0, 0.0), (5.0, 700.0)):
        here = joints + np.array([0, -up, 3000])
        world = ground.place(seconds, here * Y_UP, here[:, :2] * PX_PER_MM, scores)
        assert world[ANKLES, 1] == pytest.approx(80, abs=1)
    assert ground.stands == (True, True)


def test_it_costs_little() -> None:
    joints, roots = squats()
    watched(joints, roots, joints + roots[:, None])
    begun = time.process_time()
    watched(joints, roots, joints + roots[:, None])
    assert (time.process_time() - begun) / len(joints) < 2e-3
