"""A body of known bones, seen by a known camera: what the solver makes of what a network says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.estimation.calibration import Calibration
from posecam.geometry import bone_lengths, focal_length_px
from posecam.kinematics.angles import joint_angles
from posecam.kinematics.proportions import PART_LENGTHS_MM, PART_OF
from posecam.offline.sightings import Sightings, sightings
from posecam.offline.solver import Solution, solve
from posecam.skeleton import BONES, CANONICAL_HEIGHT_MM, COUNT, INDEX, NAMES, ROOT

Array = NDArray[np.float64]

SIZE, VIEW = (1280, 720), 60.0
HZ = 30.0
LENGTHS = PART_LENGTHS_MM[PART_OF]
SQUATS_HZ = 0.4


def squatting(times: Array, lengths: Array = LENGTHS) -> Array:
    """(T, 16, 3) mm: a person who faces the camera and squats, feet on the ground 1 m below it."""
    out = np.zeros((len(times), COUNT, 3))
    named = {_name(child): lengths[row] for row, (child, _) in enumerate(BONES)}
    depth = 0.5 - 0.5 * np.cos(2 * np.pi * SQUATS_HZ * times)
    for side, sign in (("r", -1.0), ("l", 1.0)):
        ankle = np.array([sign * 140.0, 920.0, 3600.0])
        shin, thigh = np.radians(5 + 30 * depth), np.radians(5 + 75 * depth)
        up = np.stack([np.zeros_like(shin), -np.cos(shin), -np.sin(shin)], 1)
        knee = ankle + named["ankle"] * up
        back = np.stack([np.zeros_like(thigh), -np.cos(thigh), np.sin(thigh)], 1)
        out[:, INDEX[f"{side}_ankle"]] = ankle
        out[:, INDEX[f"{side}_knee"]] = knee
        hip = knee + named["knee"] * back
        hip[:, 0] = sign * named["hip"]
        out[:, INDEX[f"{side}_hip"]] = hip
    # Thighs lean outwards a little, so that both have their length.
    for side in "rl":
        hip, knee = INDEX[f"{side}_hip"], INDEX[f"{side}_knee"]
        line = out[:, knee] - out[:, hip]
        along = np.sqrt(np.maximum(named["knee"] ** 2 - line[:, 0] ** 2, 0))
        flat = np.linalg.norm(line[:, 1:], axis=1)
        lower = out[:, hip, 1:] - out[:, knee, 1:]
        out[:, hip, 1:] = out[:, knee, 1:] + lower * (along / flat)[:, None]
    out[:, ROOT] = (out[:, INDEX["r_hip"]] + out[:, INDEX["l_hip"]]) / 2
    lean = np.radians(5 + 35 * depth)
    trunk = np.stack([np.zeros_like(lean), -np.cos(lean), -np.sin(lean)], 1)
    ahead = np.array([0.0, 0.0, -1.0])
    for name, parent in (
        ("thorax", "pelvis"),
        ("upper_neck", "thorax"),
        ("head_top", "upper_neck"),
    ):
        out[:, INDEX[name]] = out[:, INDEX[parent]] + named[name] * trunk
    for side, sign in (("r", -1.0), ("l", 1.0)):
        shoulder = out[:, INDEX["thorax"]] + np.array([sign * named["shoulder"], 0, 0])
        arm = np.radians(10 + 70 * depth)[:, None]
        hang = np.cos(arm) * np.array([0.0, 1, 0]) + np.sin(arm) * ahead
        out[:, INDEX[f"{side}_shoulder"]] = shoulder
        out[:, INDEX[f"{side}_elbow"]] = shoulder + named["elbow"] * hang
        fore = np.cos(arm + 0.3) * np.array([0.0, 1, 0]) + np.sin(arm + 0.3) * ahead
        out[:, INDEX[f"{side}_wrist"]] = out[:, INDEX[f"{side}_elbow"]] + named["wrist"] * fore
    return out


def _name(joint: int) -> str:
    return NAMES[joint].removeprefix("r_").removeprefix("l_")


def seen(
    truth: Array, times: Array, *, shrink: float = 0.65, noise: float = 8.0, **changes: Any
) -> Sightings:
    """What a network says of a motion: depth that falls to the mean, and noise of so many mm."""
    rng = np.random.default_rng(5)
    focal = focal_length_px(SIZE, VIEW)
    keypoints = truth[..., :2] / truth[..., 2:] * focal + (np.array(SIZE) - 1) / 2
    scale = truth[:, ROOT, 2] / focal
    keypoints += rng.normal(size=keypoints.shape) * noise / scale.mean()
    body = truth - truth[:, [ROOT]]
    body[..., 2] = shrink * body[..., 2] + 2 * noise * rng.normal(size=body.shape[:2])
    body -= body[:, [ROOT]]
    low, high = keypoints.min(1), keypoints.max(1)
    told: dict[str, Any] = {
        "times": times,
        "joints_2d": keypoints,
        "joints_3d": body,
        "scores": np.full(body.shape[:2], 0.8),
        "scale": scale,
        "boxes": np.concatenate([low, high - low], 1),
        "spread": None,
        "up": np.full((len(times), 3), np.nan),
        "up_score": np.zeros(len(times)),
        "frame_size": SIZE,
        "field_of_view_deg": VIEW,
    }
    return sightings(**{**told, **changes})


def knees(joints: Array) -> Array:
    angles = joint_angles(joints)
    return np.stack([angles["r_knee_flexion"], angles["l_knee_flexion"]], 1)


def off(found: Solution, truth: Array) -> float:
    """Mean distance relative to the pelvis, mm."""
    body, true = found.joints - found.joints[:, [ROOT]], truth - truth[:, [ROOT]]
    return float(np.linalg.norm(body - true, axis=-1).mean())


TIMES = np.arange(150) / HZ


@pytest.fixture(scope="module")
def solved() -> tuple[Array, Sightings, Solution]:
    truth = squatting(TIMES)
    look = seen(truth, TIMES)
    return truth, look, solve(look, CANONICAL_HEIGHT_MM)


def test_the_body_of_these_tests_has_its_bones_and_bends_its_knees() -> None:
    truth = squatting(TIMES)
    assert np.allclose(bone_lengths(truth), LENGTHS, atol=1.0)
    assert knees(truth).max() > 100
    assert knees(truth).min() < 15


def test_depth_that_falls_to_the_mean_comes_back_from_the_bones(
    solved: tuple[Array, Sightings, Solution],
) -> None:
    truth, look, found = solved
    before = np.linalg.norm(look.body - (truth - truth[:, [ROOT]]), axis=-1).mean()
    assert off(found, truth) < 0.6 * before
    deep = knees(truth).mean(1) > 90
    told, after = (
        knees(j)[deep].mean() - knees(truth)[deep].mean() for j in (look.body, found.joints)
    )
    assert told < -12
    assert abs(after) < 0.4 * abs(told)


def test_bones_are_found_and_stay_as_long_as_they_are(
    solved: tuple[Array, Sightings, Solution],
) -> None:
    _, _, found = solved
    assert np.allclose(found.lengths, LENGTHS, rtol=0.06)
    assert found.lengths.sum() == pytest.approx(LENGTHS.sum(), rel=0.002)
    lengths = bone_lengths(found.joints)
    assert (lengths.std(0) / lengths.mean(0)).max() < 0.05


def test_feet_that_stand_stay_on_one_floor(solved: tuple[Array, Sightings, Solution]) -> None:
    _, _, found = solved
    for side in "rl":
        ankle = found.joints[:, INDEX[f"{side}_ankle"]]
        low, high = np.percentile(ankle, [5, 95], axis=0)
        assert (high - low).max() < 30
    assert np.degrees(np.arccos(found.up @ [0, -1, 0])) < 6


def test_a_person_of_other_proportions_is_measured() -> None:
    """Long shins and short thighs, as far as one squat tells against what people are like."""
    factor = np.ones(len(LENGTHS))
    for row, (child, _) in enumerate(BONES):
        factor[row] = {"ankle": 1.08, "knee": 0.93}.get(_name(child), 1.0)
    lengths = LENGTHS * factor
    lengths *= LENGTHS.sum() / lengths.sum()
    found = solve(seen(squatting(TIMES, lengths), TIMES), CANONICAL_HEIGHT_MM)
    rows = {_name(c): k for k, (c, _) in enumerate(BONES)}
    ratio = found.lengths[rows["ankle"]] / found.lengths[rows["knee"]]
    usual = LENGTHS[rows["ankle"]] / LENGTHS[rows["knee"]]
    assert usual * 1.04 < ratio < usual * 1.2


def test_hips_that_are_labelled_outside_of_the_joints_are_brought_in() -> None:
    truth = squatting(TIMES)
    labelled = truth.copy()
    labelled[:, INDEX["r_hip"]] += [-30, -20, 0]
    labelled[:, INDEX["l_hip"]] += [30, -20, 0]
    found = solve(seen(labelled, TIMES), CANONICAL_HEIGHT_MM)
    width = np.linalg.norm(
        found.joints[:, INDEX["r_hip"]] - found.joints[:, INDEX["l_hip"]], axis=1
    )
    true = 2 * LENGTHS[[c for c, _ in BONES].index(INDEX["r_hip"])]
    assert abs(width.mean() - true) < 15
    assert found.offsets[0] > 15


@pytest.mark.parametrize("told", ["nothing", "by the network", "by a calibration"])
def test_a_camera_that_looks_down_is_found_out(told: str) -> None:
    """By feet on the floor alone, half of the way; where it is known, all of it."""
    tilt = np.radians(20)
    turn = np.array([[1, 0, 0], [0, np.cos(tilt), -np.sin(tilt)], [0, np.sin(tilt), np.cos(tilt)]])
    wandering = squatting(TIMES)
    wandering[:, :, 2] += np.where(TIMES > 2.5, 900.0, 0.0)[:, None]
    truth = wandering @ turn.T + [0, -500, 800]
    up = turn @ [0.0, -1.0, 0.0]
    changes: dict[str, Any] = {}
    calibration = None
    if told == "by the network":
        changes = {"up": np.tile(up, (len(TIMES), 1)), "up_score": np.full(len(TIMES), 0.8)}
    if told == "by a calibration":
        calibration = Calibration(CANONICAL_HEIGHT_MM, VIEW, (1.0,) * len(BONES), tuple(up), 900.0)
    found = solve(seen(truth, TIMES, **changes), CANONICAL_HEIGHT_MM, calibration)
    left = np.degrees(np.arccos(np.clip(found.up @ up, -1, 1)))
    assert left < (10 if told == "nothing" else 4)


def test_one_wrong_look_does_not_bend_the_others(
    solved: tuple[Array, Sightings, Solution],
) -> None:
    truth, _, found = solved
    wild = seen(truth, TIMES)
    wild.rays[70, INDEX["r_wrist"]] += 0.3
    again = solve(wild, CANONICAL_HEIGHT_MM)
    assert np.abs(again.joints - found.joints)[70].max() < 60
    assert np.abs(again.joints - found.joints)[80:].max() < 15


def test_legs_out_of_sight_keep_their_length_and_nothing_else_suffers() -> None:
    truth = squatting(TIMES)
    scores = np.full(truth.shape[:2], 0.8)
    legs = [INDEX[f"{s}_{n}"] for s in "rl" for n in ("knee", "ankle")]
    scores[:, legs] = 0.0
    found = solve(seen(truth, TIMES, scores=scores), CANONICAL_HEIGHT_MM)
    assert np.isfinite(found.joints).all()
    lengths = bone_lengths(found.joints)
    assert (lengths / found.lengths < 1.2).all()
    upper = [j for j in range(COUNT) if j not in legs]
    body = found.joints - found.joints[:, [ROOT]]
    true = truth - truth[:, [ROOT]]
    assert np.linalg.norm(body - true, axis=-1)[:, upper].mean() < 60


def test_legs_that_were_never_seen_hang_from_the_trunk() -> None:
    standing = squatting(np.zeros(90))
    times = np.arange(90) / HZ
    legs = [INDEX[f"{s}_{n}"] for s in "rl" for n in ("knee", "ankle")]
    guessed = standing.copy()
    guessed[:, [legs[0], legs[2]]] += [0.0, -250.0, -350.0]  # a network's guess, as if seated
    scores = np.full(standing.shape[:2], 0.8)
    scores[:, legs] = 0.02
    found = solve(seen(guessed, times, scores=scores, shrink=1.0), CANONICAL_HEIGHT_MM)
    assert knees(guessed).min() > 60
    assert knees(found.joints).max() < 25


def test_a_long_take_is_solved_in_pieces_that_meet_and_a_pause_parts_it() -> None:
    times = np.arange(800) / HZ
    times[600:] += 2.0
    truth = squatting(times)
    told: list[float] = []
    found = solve(seen(truth, times), CANONICAL_HEIGHT_MM, between=told.append)
    steps = np.linalg.norm(np.diff(found.joints, axis=0), axis=-1).max(1)
    true = np.linalg.norm(np.diff(truth, axis=0), axis=-1).max(1)
    smooth = np.delete(steps - true, 599)
    assert smooth.max() < 15
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_a_moment_is_enough(count: int) -> None:
    times = np.arange(count) / HZ
    found = solve(seen(squatting(times), times), CANONICAL_HEIGHT_MM)
    assert found.joints.shape == (count, COUNT, 3)
    assert np.isfinite(found.joints).all()


def test_a_rate_of_frames_that_changes_makes_no_difference() -> None:
    rng = np.random.default_rng(2)
    times = np.cumsum(rng.choice([1 / 60, 1 / 30, 1 / 12], 120))
    truth = squatting(times)
    assert off(solve(seen(truth, times), CANONICAL_HEIGHT_MM), truth) < 45


def test_a_taller_person_is_a_larger_one_farther_away(
    solved: tuple[Array, Sightings, Solution],
) -> None:
    _, look, found = solved
    larger = solve(
        replace(look, body=look.body * 1.1, scale=look.scale * 1.1), 1.1 * CANONICAL_HEIGHT_MM
    )
    assert larger.lengths == pytest.approx(found.lengths * 1.1, rel=0.01)
    far = larger.joints[:, ROOT, 2].mean() / found.joints[:, ROOT, 2].mean()
    assert far == pytest.approx(1.1, rel=0.01)
