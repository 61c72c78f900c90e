"""How a person stands over a take, told from poses that do it wrong on purpose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam.estimation.options import EstimatorOptions
from posecam.kinematics.grounding import Y_UP, levelling
from posecam.measure.known_motion import walking
from posecam.measure.plots import draw
from posecam.measure.stance import of_people, stance
from posecam.measure.steadiness import ClipPoses
from posecam.pose import Floor, Pose
from posecam.skeleton import COUNT, FLIP, INDEX
from tests.fakes.motion import Array, body

COUNT_OF_FRAMES = 90
AT = np.array([0.0, 0.0, 3000.0])


def poses(joints: Array, roots: Array | None = None) -> list[Pose]:
    """Joints in the camera frame as they would be seen at 30 frames a second, 0.3 px a mm."""
    roots = np.tile(AT, (len(joints), 1)) if roots is None else roots
    flat = 0.3 * (joints + roots[:, None])[..., :2] + 500
    return [
        Pose(
            frame_id=k,
            time=k / 30,
            person_id=0,
            joints_2d=flat[k].astype(np.float32),
            joints_3d=joints[k].astype(np.float32),
            scores=np.ones(COUNT, np.float32),
            root=roots[k].astype(np.float32),
            box=np.array([0, 0, 100, 100], np.float32),
        )
        for k in range(len(joints))
    ]


def test_a_person_who_stands_has_nothing_wrong() -> None:
    found = stance(poses(body(COUNT_OF_FRAMES))).figures()
    assert (found["side_flips_2d"], found["side_flips_3d"]) == (0, 0)
    for name in ("lean_p95_deg", "slide_mm", "r_ankle_spread_mm", "sole_high_mm", "sole_low_mm"):
        assert found[name] == pytest.approx(0, abs=0.5), name
    assert found["root_jitter_mm"] == pytest.approx(0, abs=0.01)


def test_exchanged_sides_are_counted_both_ways() -> None:
    joints = body(COUNT_OF_FRAMES)
    joints[40] = joints[40][list(FLIP)]
    joints[60:] = joints[60:][:, list(FLIP)]
    found = stance(poses(joints))
    assert (found.flips_2d, found.flips_3d) == (3, 3)


def test_sides_that_change_while_no_frame_is_seen_are_not_counted() -> None:
    joints = body(COUNT_OF_FRAMES)
    joints[60:] = joints[60:][:, list(FLIP)]
    seen = poses(joints)
    assert stance(seen[:60] + seen[61:]).flips_2d == 0


def test_lean_is_that_of_the_trunk_in_the_world_of_the_floor() -> None:
    down = np.radians(20)
    up = (0.0, -float(np.cos(down)), -float(np.sin(down)))
    seen = poses(body(COUNT_OF_FRAMES) @ levelling(up))
    assert stance(seen).figures()["lean_median_deg"] == pytest.approx(20, abs=0.1)
    floor = Floor(up, 1500.0, measured=True)
    assert stance(seen, floor).figures()["lean_median_deg"] == pytest.approx(0, abs=0.1)


def test_a_planted_foot_that_moves_in_depth_slides() -> None:
    joints = body(COUNT_OF_FRAMES)
    joints[:, INDEX["r_ankle"], 2] += 100 * np.sin(np.arange(COUNT_OF_FRAMES) / 5)
    found = stance(poses(joints), None, (joints + AT) * Y_UP).figures()
    assert found["r_ankle_spread_mm"] == pytest.approx(200, abs=10)
    assert found["l_ankle_spread_mm"] == pytest.approx(0, abs=1)
    assert found["slide_mm"] is not None
    assert found["slide_mm"] > 90


def test_a_foot_that_travels_in_the_image_is_not_in_contact() -> None:
    roots = np.tile(AT, (COUNT_OF_FRAMES, 1))
    roots[:, 0] += 1500 * np.arange(COUNT_OF_FRAMES) / 30
    assert len(stance(poses(body(COUNT_OF_FRAMES), roots)).slide_mm) == 0


def test_several_people_are_taken_together_and_passers_by_left_out() -> None:
    joints = body(COUNT_OF_FRAMES)
    joints[40] = joints[40][list(FLIP)]
    people = {k: [replace(pose, person_id=k) for pose in poses(joints)] for k in range(2)}
    found = of_people({**people, 9: people[0][35:45]})
    assert (found.frames, found.flips_2d) == (2 * COUNT_OF_FRAMES, 4)


def test_nobody_has_no_figures() -> None:
    found = of_people({}).figures()
    assert found["frames"] == 0
    assert found["lean_median_deg"] is None


def test_a_clip_is_drawn_below_the_known_motion(tmp_path: Path) -> None:
    clip = ClipPoses({0: poses(body(COUNT_OF_FRAMES))}, None)
    draw(tmp_path / "without.png", walking(), EstimatorOptions())
    draw(tmp_path / "with.png", walking(), EstimatorOptions(), clip)
    without, drawn = (cv2.imread(str(tmp_path / f"{name}.png")) for name in ("without", "with"))
    assert without is not None
    assert drawn is not None
    assert drawn.shape[0] > 1.5 * without.shape[0]
