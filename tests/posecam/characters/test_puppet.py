"""A character goes as the person does: its limbs point where theirs do, its soles on the floor."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.characters import Character, Puppet, read_character
from posecam.skeleton import INDEX
from tests.fakes.characters import ROBOT, SPRITE, SPRITE_0, Build, write
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, body

BUILDS = {"robot": ROBOT, "sprite": SPRITE, "sprite0": SPRITE_0, "t": replace(ROBOT, lowered_deg=0)}
SURE = np.ones(31)


@cache
def character(build: Build) -> Character:
    with TemporaryDirectory() as folder:
        return read_character(write(Path(folder) / "one.glb", build))


def person(**angles: float) -> Array:
    """(31, 3) mm, Y up, the lower ankle 80 mm above the floor."""
    joints = with_extras(body(1, **angles) * [1, -1, -1])[0]
    return moved(joints, 0, 80 - joints[[INDEX["l_ankle"], INDEX["r_ankle"]], 1].min(), 0)


def moved(joints: Array, x: float, y: float, z: float) -> Array:
    return np.asarray(joints + np.array([x, y, z]))


def posed(
    build: Build, joints: Array, time: float = 0.0, puppet: Puppet | None = None
) -> tuple[dict[str, Array], NDArray[np.float32]]:
    """(3,) metres of each joint, and (V, 3) of the skin."""
    one = character(build)
    matrices = (puppet or Puppet(one)).pose(time, joints, SURE)
    places = np.einsum("bij,bj->bi", matrices[:, :, :3], one.joints) + matrices[:, :, 3]
    return dict(zip(one.bones, places, strict=True)), one.skinned(matrices)[0]


def way(start: Array, end: Array) -> Array:
    return np.asarray((end - start) / np.linalg.norm(end - start))


POSES = {
    "stands": {},
    "squats": {"hip_flexion": 80.0, "knee": 100.0},
    "arms up": {"shoulder_elevation": 160.0},
    "arms forward": {"shoulder_elevation": 90.0, "shoulder_plane": 90.0, "elbow": 60.0},
    "turned away": {"yaw": 150.0, "shoulder_elevation": 60.0, "elbow": 40.0},
    "bent": {"trunk_flexion": 50.0, "hip_flexion": 50.0},
}


@pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)
@pytest.mark.parametrize("angles", POSES.values(), ids=POSES)
def test_limbs_point_where_the_persons_do(build: Build, angles: dict[str, float]) -> None:
    joints = person(**angles)
    places, _ = posed(build, joints)
    for side, name in (("l", "Left"), ("r", "Right")):
        for bone, then, start, end in (
            ("UpLeg", "Leg", "hip", "knee"),
            ("Leg", "Foot", "knee", "ankle"),
            ("Arm", "ForeArm", "shoulder", "elbow"),
            ("ForeArm", "Hand", "elbow", "wrist"),
        ):
            theirs = way(joints[INDEX[f"{side}_{start}"]], joints[INDEX[f"{side}_{end}"]])
            own = way(places[f"{name}{bone}"], places[f"{name}{then}"])
            off = np.degrees(np.arccos(np.clip(own @ theirs, -1, 1)))
            assert off < 2.0, f"{name}{bone}"


@pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)
def test_proportions_stay_its_own(build: Build) -> None:
    one = character(build)
    places, _ = posed(build, person(hip_flexion=70, knee=90, shoulder_elevation=80))
    for row, parent in enumerate(one.parents):
        if parent >= 0:
            rest = np.linalg.norm(one.joints[row] - one.joints[parent])
            now = np.linalg.norm(places[one.bones[row]] - places[one.bones[parent]])
            assert now == pytest.approx(rest, abs=1e-4)


@pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)
@pytest.mark.parametrize("angles", POSES.values(), ids=POSES)
def test_its_soles_are_on_the_floor(build: Build, angles: dict[str, float]) -> None:
    _, skin = posed(build, person(**angles))
    one = character(build)
    feet = [row for row, name in enumerate(one.bones) if name.endswith("Foot")]
    soles = skin[np.isin(one.rows[:, 0], feet), 1]
    assert soles.min() == pytest.approx(0.0, abs=0.005)


def test_a_jump_leaves_the_floor_as_far_as_its_legs_are_long() -> None:
    _, skin = posed(SPRITE, moved(person(), 0, 300, 0))
    one = character(SPRITE)
    ratio = one.leg / 0.9  # the person's legs are about so long
    assert skin[:, 1].min() == pytest.approx(0.275 * ratio, rel=0.1)


def test_steps_are_as_long_as_its_legs() -> None:
    puppet = Puppet(character(SPRITE))
    here, _ = posed(SPRITE, person(), 0.0, puppet)
    there, _ = posed(SPRITE, moved(person(), 1000, 0, 500), 0.1, puppet)
    leg = person()[[INDEX[f"l_{name}"] for name in ("hip", "knee", "ankle")]]
    legs = np.linalg.norm(np.diff(leg, axis=0), axis=1)
    ratio = character(SPRITE).leg / (legs.sum() * 1e-3)
    assert there["Hips"] - here["Hips"] == pytest.approx(np.array([1.0, 0, 0.5]) * ratio, abs=0.01)


def test_palms_and_face_turn_with_the_persons() -> None:
    joints = person(shoulder_elevation=90.0)
    for build in BUILDS.values():
        one = character(build)
        matrices = Puppet(one).pose(0.0, joints, SURE)
        # In a T the armature rests: nothing is turned but what rests otherwise.
        for name in ("Head", "LeftHand", "RightHand", "LeftFoot"):
            turn = matrices[one.bones.index(name), :, :3] @ one.aligned[one.bones.index(name)].T
            off = np.degrees(np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1)))
            assert off < 12, name


def test_who_comes_back_in_time_is_posed_anew() -> None:
    puppet = Puppet(character(ROBOT))
    first = puppet.pose(0.0, person(), SURE)
    puppet.pose(5.0, person(yaw=90, knee=60, hip_flexion=60), SURE)
    assert puppet.pose(0.0, person(), SURE) == pytest.approx(first, abs=1e-5)


def test_what_is_not_known_moves_nothing_to_nowhere() -> None:
    puppet = Puppet(character(ROBOT))
    puppet.pose(0.0, person(), SURE)
    nothing = np.full((31, 3), np.nan)
    assert np.isfinite(puppet.pose(0.1, nothing, np.zeros(31))).all()
