"""Left stays left: exchanged sides are put right before anything is smoothed."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.estimation.options import EstimatorOptions
from posecam.estimation.sides import HELD_S, Settled, Sides
from posecam.measure.known_motion import filtered, walking
from posecam.skeleton import COUNT, FLIP, INDEX, KEYPOINT_COUNT, KEYPOINT_FLIP, KEYPOINT_INDEX
from tests.fakes.feet import with_feet
from tests.fakes.motion import Array, body

FPS = 30
PX_PER_MM = 0.25
SIZE = 430.0
ALL = list(FLIP)
ARMS = [INDEX[f"{side}_{part}"] for side in "rl" for part in ("elbow", "wrist")]
HIPS = [INDEX["r_hip"], INDEX["l_hip"]]
SURE = np.full(COUNT, 0.7, np.float32)


def seen(joints: Array, seed: int = 0) -> Array:
    """(T, 16, 3) mm as a network sees it: px, with a little noise."""
    rng = np.random.default_rng(seed)
    return joints * PX_PER_MM + 500 + rng.normal(0, 0.8, joints.shape)


def settle(looks: Array, scores: Array | None = None, sides: Sides | None = None) -> list[Settled]:
    sides = sides or Sides()
    sure = np.tile(SURE, (len(looks), 1)) if scores is None else scores
    return [
        sides(look, row.astype(np.float32), k / FPS, SIZE)
        for k, (look, row) in enumerate(zip(looks, sure, strict=True))
    ]


def joints_of(settled: list[Settled]) -> Array:
    return np.array([one.joints for one in settled])


def from_behind(count: int) -> Array:
    return seen(body(count, yaw=180, knee=8, elbow=15))


def test_a_body_exchanged_in_some_frames_keeps_its_sides() -> None:
    truth = from_behind(90)
    looks, scores = truth.copy(), np.full((90, COUNT), 0.7)
    wrong = [20, 23, 24, 31, *range(40, 46), 60, 62, 64]
    looks[wrong] = looks[wrong][:, ALL]
    scores[wrong] = 0.5
    settled = settle(looks, scores)
    np.testing.assert_allclose(joints_of(settled), truth, atol=1e-9)
    assert all(settled[k].exchanged.all() for k in wrong)


def test_arms_exchanged_alone_are_put_right() -> None:
    truth = from_behind(60)
    looks = truth.copy()
    wrong = [20, 30, 31, 32]
    looks[np.ix_(wrong, ARMS)] = looks[np.ix_(wrong, [ALL[arm] for arm in ARMS])]
    np.testing.assert_allclose(joints_of(settle(looks)), truth, atol=1e-9)


def test_a_person_who_turns_is_followed() -> None:
    truth = seen(body(120, yaw=np.linspace(0, 540, 120), knee=5, elbow=20))
    np.testing.assert_allclose(joints_of(settle(truth)), truth, atol=1e-9)


def test_legs_that_cross_in_walking_are_left_as_they_are() -> None:
    motion = walking()
    sides = Sides()
    for time, look in zip(motion.times, motion.seen, strict=True):
        settled = sides(look, SURE, float(time), 350.0)
        np.testing.assert_allclose(settled.joints, look, atol=1e-9)


def test_sides_that_began_wrong_are_exchanged_once_and_soon() -> None:
    truth = from_behind(60)
    looks = truth.copy()
    looks[:4] = looks[:4][:, ALL]
    settled = settle(looks)
    (at,) = (k for k, one in enumerate(settled) if one.remembered is not None)
    assert at < 4 + 0.5 * FPS
    found = joints_of(settled)
    np.testing.assert_allclose(found[at:], truth[at:], atol=1e-9)
    np.testing.assert_allclose(found[:at], truth[:at][:, ALL], atol=1e-9)


def test_smoothing_does_not_mix_two_sides() -> None:
    """The hips never come to lie in one place on the way from wrong to right."""
    truth = from_behind(60)
    looks = truth.copy()
    looks[:4] = looks[:4][:, ALL]
    looks[30] = looks[30][ALL]
    motion = walking()
    scene = type(motion)(
        np.arange(60) / FPS, looks[..., :2], looks - looks[:, [6]], looks, np.ones(60, bool)
    )
    joints_2d, joints_3d = filtered(scene, EstimatorOptions())
    apart = np.abs(np.diff(joints_2d[:, HIPS, 0], axis=1))
    true = np.abs(np.diff(truth[:, HIPS, 0], axis=1)).mean()
    assert apart.min() > 0.8 * true
    line = joints_3d[:, HIPS[1]] - joints_3d[:, HIPS[0]]
    assert int(((line[1:] * line[:-1]).sum(1) < 0).sum()) == 1


def test_a_hip_seen_where_the_other_one_is_stays_apart_for_a_moment() -> None:
    truth = from_behind(60)
    looks = truth.copy()
    right, left = HIPS
    looks[20:23, right] = looks[20:23, left] + 0.3
    settled = settle(looks)
    np.testing.assert_allclose(joints_of(settled)[20:23], truth[20:23], atol=8)
    assert settled[20].scores[right] < SURE[right]
    assert settled[20].scores[left] == SURE[left]


def test_what_stays_in_one_place_is_believed() -> None:
    looks = from_behind(60)
    right, left = HIPS
    looks[20:, right] = looks[20:, left] + 0.3
    late = 20 + round(HELD_S * FPS) + 2
    np.testing.assert_allclose(joints_of(settle(looks))[late:, HIPS], looks[late:, HIPS], atol=0.5)


def test_after_a_pause_the_network_is_believed() -> None:
    look = from_behind(1)[0]
    sides = Sides()
    sides(look, SURE, 0.0, SIZE)
    settled = sides(look[ALL], SURE, 0.6, SIZE)
    np.testing.assert_allclose(settled.joints, look[ALL])


def test_feet_face_and_hands_go_with_the_body() -> None:
    joints = np.concatenate([from_behind(30), np.zeros((30, KEYPOINT_COUNT - COUNT, 3))], axis=1)
    joints[:, COUNT:] = 500 + 40 * np.random.default_rng(1).normal(size=(KEYPOINT_COUNT - COUNT, 3))
    looks = joints.copy()
    looks[15] = looks[15][list(KEYPOINT_FLIP)]
    scores = np.full((30, KEYPOINT_COUNT), 0.7)
    np.testing.assert_allclose(joints_of(settle(looks, scores)), joints, atol=1e-9)


@pytest.mark.parametrize("fps", [5, 15, 60, 120])
def test_sides_are_kept_at_any_frame_rate(fps: int) -> None:
    truth = seen(body(40, yaw=180 + 20 * np.sin(np.arange(40) / 3 * 30 / fps)))
    looks = truth.copy()
    looks[20] = looks[20][ALL]
    sides = Sides()
    found = [sides(look, SURE, k / fps, SIZE).joints for k, look in enumerate(looks)]
    np.testing.assert_allclose(np.array(found), truth, atol=1e-9)


def test_a_raw_result_is_what_the_network_says() -> None:
    motion = walking()
    looks = motion.seen[:40].copy()
    looks[20] = looks[20][ALL]
    scene = type(motion)(motion.times[:40], looks[..., :2], looks, looks, motion.standing[:40])
    joints_2d, _ = filtered(scene, EstimatorOptions(smoothness=0.0))
    np.testing.assert_allclose(joints_2d, looks[..., :2], atol=1e-3)


def leaning_from_behind(count: int) -> Array:
    """(T, 31, 3) with feet and face, seen from behind by a camera that looks down: the feet are
    farther away than the head."""
    facing = with_feet(body(count, knee=8, elbow=15))
    facing[:, KEYPOINT_INDEX["nose"], 2] -= 120
    whole = facing * [-1, 1, -1]
    whole[..., 2] += 0.3 * whole[..., 1]
    return seen(whole)


def taken_for_facing(truth: Array) -> Array:
    """The same as a network says it that takes the back for the front."""
    other = truth[:, list(KEYPOINT_FLIP)].copy()
    lean = 0.3 * (truth[:, [INDEX["pelvis"]], 1] - truth[..., 1])
    pelvis = truth[:, [INDEX["pelvis"]], 2]
    upright = truth[..., 2] + lean - pelvis
    other[..., 2] = (pelvis - upright - lean)[:, list(KEYPOINT_FLIP)]
    return other


@pytest.mark.parametrize(("face", "believed"), [(0.3, False), (0.8, True)])
def test_a_back_taken_for_a_front_for_long_is_not_believed_unless_a_face_is_seen(
    face: float, *, believed: bool
) -> None:
    truth = leaning_from_behind(120)
    looks, scores = truth.copy(), np.full((120, KEYPOINT_COUNT), 0.7)
    looks[40:] = taken_for_facing(truth)[40:]
    scores[40:, [KEYPOINT_INDEX[n] for n in ("nose", "r_eye", "l_eye")]] = face
    settled = joints_of(settle(looks, scores))
    np.testing.assert_allclose(settled[:40], truth[:40], atol=1e-9)
    assert bool(np.abs(settled[119] - truth[119])[HIPS, 0].max() > 20) is believed
    if not believed:
        np.testing.assert_allclose(settled[40:, :, :2], truth[40:, :, :2], atol=1e-9)
        depth = np.abs(settled[40:, :, 2] - truth[40:, :, 2])
        assert depth.max() < 30, "depth is that of a person seen from behind, as far from upright"
