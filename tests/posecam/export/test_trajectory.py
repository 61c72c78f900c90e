"""Where the person stands: on the floor, however their size is misjudged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import export_session
from posecam.export.trajectory import make_trajectory
from posecam.kinematics import grounding
from posecam.rate import usual_rate
from posecam.skeleton import INDEX, ROOT
from tests.fakes.motion import Array, body, record_motion

#: As large in the image as a person before a camera.
NEAR = 10
ANKLES = [INDEX["r_ankle"], INDEX["l_ankle"]]


def planted_squats(count: int) -> tuple[Array, Array, Array]:
    """(T, 16, 3) joints, (T, 3) roots with the feet in place, (T,) 0..1 depth of the squat."""
    down = (1 - np.cos(np.arange(count) * 2 * np.pi / 60)) / 2
    joints = body(count, hip_flexion=90 * down, knee=110 * down)
    roots = np.tile([300.0, 0.0, 3000.0], (count, 1))
    roots[:, 1] = 980 - joints[:, ANKLES, 1].max(1)
    return joints, roots, down


def test_feet_stay_on_the_floor_when_size_is_misjudged(tmp_path: Path) -> None:
    joints, roots, down = planted_squats(360)
    wrong = (1 + 0.12 * down)[:, None]
    session = record_motion(
        tmp_path / "squats",
        joints * wrong[..., None],
        np.arange(360) / 30,
        roots=roots * wrong,
        with_images=NEAR * (joints + roots[:, None]),
    )
    trajectory = make_trajectory(session)
    feet = trajectory.joints[:, ANKLES]
    middle = slice(60, 300)
    assert np.ptp(feet[middle], axis=0).max() < 12
    assert np.ptp((980 * wrong)[middle]) > 100  # what it would be without
    assert np.ptp(trajectory.joints[middle, ROOT, 1]) > 400


def test_a_jump_leaves_the_floor(tmp_path: Path) -> None:
    joints, roots, _ = planted_squats(60)
    joints[:] = joints[0]
    roots[:, 1] = 0
    roots[20:30, 1] = -200
    session = record_motion(
        tmp_path / "jump",
        joints,
        np.arange(60) / 30,
        roots=roots,
        with_images=NEAR * (joints + roots[:, None]),
    )
    feet = make_trajectory(session).joints[:, ANKLES, 1].min(1)
    assert feet[:20] == pytest.approx(80, abs=1)
    assert feet[20:30] == pytest.approx(280, abs=1)


def test_walking_straight_is_left_as_it_is(tmp_path: Path) -> None:
    joints = body(150)
    roots = np.linspace([0, 0, 5000], [5000, 0, 2000], 150)
    images = joints + roots[:, None]
    trajectory = make_trajectory(
        record_motion(
            tmp_path / "walk", joints, np.arange(150) / 30, roots=roots, with_images=images
        )
    )
    way = trajectory.joints[:, ROOT] - trajectory.joints[0, ROOT]
    assert way[:, 0] == pytest.approx(np.linspace(0, 5000, 150), abs=1)
    assert way[:, 2] == pytest.approx(np.linspace(0, 3000, 150), abs=1)


def test_a_root_that_is_unknown_leaves_the_person_at_the_origin(tmp_path: Path) -> None:
    session = record_motion(
        tmp_path / "here", body(10), np.arange(10) / 30, roots=np.full((10, 3), np.nan)
    )
    trajectory = make_trajectory(session)
    assert trajectory.joints[:, ROOT, [0, 2]] == pytest.approx(0, abs=1e-6)
    assert trajectory.joints[:, ANKLES, 1].min(1) == pytest.approx(80, abs=1)


@pytest.mark.parametrize(
    ("times", "rate"),
    [
        (np.cumsum(np.tile([0.033, 0.033, 0.034], 9)), 30),
        (np.delete(np.arange(50) / 25, [3, 4, 5, 20]), 25),
        (np.array([2.0]), 30),
        (np.array([]), 30),
        (np.array([2.0, 2.0, 2.0]), 30),
        (np.array([0.0, 2.2e-309]), 30),
        (np.array([0.0, 0.1, 0.2, 1.2, 2.2]), 10),  # two usual intervals, one as often as the other
        (np.array([0.0, 0.1, 5.1]), 10),
        (np.array([0.0, np.nan, 0.5, 0.6]), 10),
        (np.arange(40) / 1200, 1200),
        (np.arange(5) / 0.4, 0.4),
    ],
)
def test_the_usual_rate(times: Array, rate: float) -> None:
    assert usual_rate(times) == pytest.approx(rate, rel=2e-3)


@pytest.mark.parametrize("formats", [["bvh", "trc", "c3d", "gltf", "usd", "mot"]])
@pytest.mark.parametrize(
    "times",
    [
        np.cumsum([0.0, *[0.1] * 10, *[0.5] * 10]),
        np.cumsum([0.0, 0.1, 4.0]),
        np.array([0.0]),
        np.array([0.0, 0.0, 0.0]),
        np.cumsum([0.0, *[0.04, 0.08] * 9]),
    ],
)
def test_a_take_without_one_usual_interval_is_written_in_every_format(
    tmp_path: Path, times: Array, formats: list[str]
) -> None:
    session = record_motion(tmp_path / "take", body(len(times)), times)
    trajectory = make_trajectory(session)
    assert np.isfinite(trajectory.rate)
    assert np.isfinite(trajectory.joints).all()
    assert trajectory.times[-1] == pytest.approx(session.duration, abs=0.5 / trajectory.rate + 1e-9)
    for path in export_session(session, formats, tmp_path):
        assert path.stat().st_size > 0
        if path.suffix in {".bvh", ".trc", ".txt"}:
            assert "nan" not in path.read_text().lower()


def test_a_person_seen_now_and_then_is_written(tmp_path: Path) -> None:
    seen = [k in {3, 4, 40, 41, 42, 78} for k in range(90)]
    session = record_motion(tmp_path / "take", body(90), np.arange(90) / 30, seen=seen)
    trajectory = make_trajectory(session)
    assert np.isfinite(trajectory.joints).all()
    assert 6 <= trajectory.seen.sum() <= 8


@pytest.mark.parametrize("pause", [10 * 86_400.0, 9e5])
def test_a_session_of_pauses_is_a_sentence_not_all_the_memory(tmp_path: Path, pause: float) -> None:
    times = [*np.arange(20) / 10, *(pause + np.arange(20) / 10)]
    session = record_motion(tmp_path / "take", body(40), times)
    with pytest.raises(SessionError, match=r"hours and has 40 frames: at a constant rate it would"):
        make_trajectory(session)


def test_a_long_take_is_placed_in_pieces_as_it_would_be_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = np.random.default_rng(0)
    joints = body(900)
    roots = np.array([0, 0, 3000]) + rng.normal(0, 100, (900, 1, 3))
    flat = 0.3 * (joints + roots)[..., :2]
    taken = np.arange(900) / 30, roots, joints, flat, np.ones(joints.shape[:2])
    whole, _ = grounding.on_the_floor(*taken)
    monkeypatch.setattr(grounding, "AT_ONCE", 1000)
    pieces, _ = grounding.on_the_floor(*taken)
    assert np.array_equal(pieces, whole)
