"""What is shown of a take: whom, where on the floor, and another take beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.gui.review.ghost import Ghost, turn
from posecam.gui.review.loading import basis, load
from posecam.gui.review.measures import degrees, measure, title
from posecam.gui.review.take import Take
from posecam.session import Recorder, Session
from posecam.skeleton import INDEX
from tests.fakes.motion import body, record_motion
from tests.fakes.people import make_frame, make_result

T = 60
TIMES = np.arange(T) / 30
_ANKLE, _PELVIS = INDEX["l_ankle"], INDEX["pelvis"]


def squats(folder: Path, yaw: float = 0.0, seen: list[bool] | None = None) -> Session:
    bend = 45 * (1 - np.cos(2 * np.pi * np.arange(T) / 30))
    joints = body(T, yaw=yaw, knee=bend, hip_flexion=bend / 2)
    # The ankles stay where they are, and the hips go down.
    down = joints[:1, _ANKLE] - joints[:, _ANKLE]
    return record_motion(
        folder,
        joints,
        TIMES,
        seen=seen,
        roots=np.array([200, 100, 3000]) + down,
        with_images=joints + down[:, None],
    )


def test_measures_count_and_range_within_the_chosen_rows(tmp_path: Path) -> None:
    take = Take(squats(tmp_path / "one"))
    knee = take.angles["r_knee_flexion"]
    whole, first = measure(take.times, knee, 0, T - 1), measure(take.times, knee, 0, 30)
    assert (whole.repetitions, first.repetitions) == (2, 1)
    assert whole.extent.span == pytest.approx(90, abs=0.5)
    assert whole.fastest == pytest.approx(90 * np.pi, rel=0.02)  # 45 * 2 pi / 1 s
    assert title("r_knee_flexion") == "Right knee flexion"
    assert degrees(float("nan")) == "–"


def test_another_person_can_be_looked_at(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "two", source="", info=None, engine={}, settings={})
    for number in range(10):
        frame = make_frame(number)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame, people=2 if number > 3 else 1))
    recorder.close()
    take = Take(Session.open(tmp_path / "two"), person=1)
    assert take.people == [0, 1]
    assert np.flatnonzero(take.rows_of_person >= 0).tolist() == list(range(4, 10))
    assert np.isnan(take.confidence[:4]).all()
    assert [pose.person_id for pose in take.poses(7)] == [1, 0]
    assert [pose.person_id for pose in take.poses(2)] == [0]


def test_a_frame_without_an_estimate_shows_the_poses_before_it(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "some", source="", info=None, engine={}, settings={})
    for number in range(20):
        frame = make_frame(number)
        recorder.add_frame(frame)
        if number % 3 == 0 and number < 7:
            recorder.add_result(make_result(frame))
    recorder.close()
    take = Take(Session.open(tmp_path / "some"))
    assert [bool(take.poses(row)) for row in range(20)] == [row < 14 for row in range(20)]
    assert take.poses(5)[0].frame_id == 3


def test_in_a_squat_the_feet_stay_on_the_floor_whatever_the_order(tmp_path: Path) -> None:
    take = Take(squats(tmp_path / "one"))
    forward = [take.stage.place(take.poses(row)[0]) for row in range(T)]
    backward = [take.stage.place(take.poses(row)[0]) for row in reversed(range(T))][::-1]
    assert np.array_equal(forward, backward)
    ankles = np.array([joints[_ANKLE, 2] for joints in forward])
    pelvis = np.array([joints[_PELVIS, 2] for joints in forward])
    assert np.ptp(pelvis) > 0.2
    assert pelvis.argmin() % 30 in range(13, 18)
    assert np.ptp(ankles) < 0.01


def test_a_ghost_starts_together_stands_alike_and_ends(tmp_path: Path) -> None:
    take = Take(squats(tmp_path / "one"))
    other = Take(squats(tmp_path / "two", yaw=50, seen=[k >= 15 for k in range(T)]))
    ghost = Ghost(other, take, start=10)
    beside = take.poses(10)[0]
    assert ghost.pose(float(TIMES[9]), beside) is None
    start = ghost.pose(float(TIMES[10]), beside)
    assert start is not None
    # It is the other's first frame with a person, turned to face as this one does.
    expected = body(T, knee=45 * (1 - np.cos(np.pi)), hip_flexion=45)[15]
    assert np.abs(start.joints_3d - expected).max() < 2
    assert np.array_equal(start.root, beside.root)
    last = ghost.pose(float(TIMES[10] + TIMES[T - 1] - TIMES[15]), beside)
    assert last is not None
    assert ghost.pose(float(TIMES[10] + TIMES[T - 1] - TIMES[15]) + 0.2, beside) is None
    later = Ghost(other, take, start=10, shift=0.5)
    assert later.pose(float(TIMES[10]) + 0.4, beside) is None
    assert np.allclose(later.pose(float(TIMES[10]) + 0.5, beside).joints_3d, start.joints_3d)  # type: ignore[union-attr]


def test_the_other_result_of_a_session_is_a_ghost_as_it_is(tmp_path: Path) -> None:
    live = Take(squats(tmp_path / "one", seen=[k >= 15 for k in range(T)]))
    turned = squats(tmp_path / "two", yaw=50)
    shutil.copy(tmp_path / "two" / "poses.jsonl", tmp_path / "one" / "poses.offline.jsonl")
    again = Take(Session.open(tmp_path / "one"))
    assert again.session.other_result == "live"
    ghost = Ghost(live, again, start=20, shift=3)
    assert ghost.name == "live result"
    beside = again.poses(30)[0]
    shown = ghost.pose(float(TIMES[30]), beside)
    assert shown is not None
    assert np.array_equal(shown.joints_3d, live.poses(30)[0].joints_3d)
    assert ghost.pose(float(TIMES[10]), beside) is None
    behind = Ghost(again, live, start=20).pose(float(TIMES[30]), live.poses(30)[0])
    assert behind is not None
    assert np.allclose(behind.joints_3d, turned.joints_3d[30], atol=1e-3)


def test_turning_is_about_the_vertical() -> None:
    points = np.array([[1, 2, 0]], np.float32)
    assert np.allclose(turn(points, np.pi / 2), [[0, 2, 1]], atol=1e-6)


def test_an_empty_session_says_so(tmp_path: Path) -> None:
    Recorder(tmp_path / "empty", source="", info=None, engine={}, settings={}).close()
    with pytest.raises(SessionError, match="no frames"):
        load(tmp_path / "empty")
    with pytest.raises(SessionError, match="no session folder"):
        load(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"subject_height_mm": 1820.0, "field_of_view_deg": 70.0}, ["182 cm", "70°"]),
        ({"subject_height_cm": 164.0, "field_of_view_deg": 60.0}, ["164 cm", "60°"]),
        ({}, []),
    ],
)
def test_a_take_says_what_its_figure_rests_on_however_old_its_file_is(
    settings: dict[str, object], said: list[str], tmp_path: Path
) -> None:
    folder = squats(tmp_path / "take").folder
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["settings"] = settings
    (folder / "manifest.json").write_text(json.dumps(manifest))
    words = basis(Take(Session.open(folder)))
    assert bool(words) == bool(said)
    assert all(part in words for part in said)
