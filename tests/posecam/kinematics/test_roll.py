"""A heel that rises turns the foot about its toes, which stay where they are."""

from __future__ import annotations

import numpy as np

from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import Y_UP, on_the_floor
from posecam.kinematics.level import LEVEL
from posecam.kinematics.standing import Ground
from posecam.kinematics.touch import Touch
from posecam.skeleton import KEYPOINT_INDEX
from tests.fakes.feet import with_feet
from tests.fakes.motion import Array, body
from tests.posecam.kinematics.test_touch import image

FPS = 30
TIMES = np.arange(120) / FPS
#: Up within half a second, up for one, and down again.
RISING = np.clip(np.minimum((TIMES - 1.0) * 2, (3.0 - TIMES) * 2), 0, 1)
TOES = [KEYPOINT_INDEX["r_big_toe"], KEYPOINT_INDEX["r_small_toe"]]
HEEL, ANKLE = KEYPOINT_INDEX["r_heel"], KEYPOINT_INDEX["r_ankle"]
L_ANKLE = KEYPOINT_INDEX["l_ankle"]


def misjudged() -> tuple[Array, Array, Array]:
    """Joints and the same in the image; the right heel rises, the foot's depth wanders by 12 cm."""
    joints = with_feet(body(120, knee=15), heel_up=35 * RISING)
    seen = joints.copy()
    foot = [ANKLE, HEEL, *TOES]
    seen[:, foot, 2] += 60 * np.sin(TIMES * 2)[:, None]
    return seen, image(joints), np.full(joints.shape[:2], 0.9)


def check(world: Array) -> None:
    up, flat = slice(50, 88), slice(10, 28)
    toes = world[:, TOES].mean(1)
    assert np.ptp(np.concatenate([toes[up], toes[flat]])[:, [0, 2]], axis=0).max() < 45
    assert np.ptp(world[flat, ANKLE], axis=0).max() < 20
    assert world[up, HEEL, 1].mean() - world[flat, HEEL, 1].mean() > 80
    assert world[up, ANKLE, 1].mean() > ANKLE_ABOVE_FLOOR_MM + 50
    assert np.ptp(world[10:, L_ANKLE], axis=0).max() < 20
    steps = np.linalg.norm(np.diff(world[10:, ANKLE], axis=0), axis=1)
    assert steps.max() < 30, "nothing pops"


def test_of_a_take() -> None:
    seen, flat, scores = misjudged()
    root = np.tile([0.0, 0, 3000], (120, 1))
    world, _ = on_the_floor(TIMES, root[:, None], seen, flat, scores)
    check(world)


def test_while_it_happens() -> None:
    seen, flat, scores = misjudged()
    ground, touch = Ground(), Touch()
    world = []
    for k, time in enumerate(TIMES.tolist()):
        contacts = touch.see(time, flat[k], seen[k], scores[k], LEVEL)
        world.append(ground.place(time, seen[k] * Y_UP, flat[k], scores[k], contacts))
    check(np.array(world))
