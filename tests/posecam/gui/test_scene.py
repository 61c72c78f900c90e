from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posecam import skeleton
from posecam.gui.scene import CAMERA_TO_WORLD, SOLE, Stage, camera_to_world, grid_lines
from posecam.pose import Frame, Pose
from tests.fakes.estimator import figure, make_pose

ANKLES = [skeleton.INDEX["l_ankle"], skeleton.INDEX["r_ankle"]]


def test_the_camera_frame_becomes_metres_with_z_up() -> None:
    right, down, away = np.eye(3, dtype=np.float32) * 1000
    assert camera_to_world(right).tolist() == [1, 0, 0]
    assert camera_to_world(down).tolist() == [0, 0, -1]
    assert camera_to_world(away).tolist() == [0, 1, 0]


def test_left_and_right_are_not_swapped_by_it() -> None:
    assert np.linalg.det(CAMERA_TO_WORLD) == pytest.approx(1)


def pose_at(seconds: float, root: tuple[float, float, float], lift: float = 0.0) -> Pose:
    """The standing figure; lift raises the ankles towards the pelvis, mm."""
    frame = Frame(np.zeros((48, 64, 3), np.uint8), round(seconds * 30), seconds, 0)
    joints = figure()
    joints[ANKLES, 1] -= lift
    return replace(make_pose(frame, joints), root=np.array(root, np.float32))


def test_the_feet_stand_on_the_floor() -> None:
    joints = Stage().place(pose_at(0.0, (200, 100, 3000)))
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-5)
    assert joints[skeleton.ROOT, 0] == pytest.approx(0, abs=1e-5)


def test_in_a_squat_the_pelvis_goes_down_and_the_feet_stay() -> None:
    stage = Stage()
    stage.place(pose_at(0.0, (0, 0, 3000)))
    joints = stage.place(pose_at(0.5, (0, 400, 3000), lift=400))
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-3)
    assert joints[skeleton.ROOT, 2] == pytest.approx(0.897 - 0.4 + SOLE, abs=1e-3)


def test_in_a_jump_the_feet_leave_the_floor() -> None:
    stage = Stage()
    stage.place(pose_at(0.0, (0, 0, 3000)))
    joints = stage.place(pose_at(0.3, (0, -300, 3000)))
    assert joints[ANKLES, 2] == pytest.approx(SOLE + 0.3, abs=1e-3)


def test_the_floor_follows_smoothly_when_the_level_changes_for_good() -> None:
    stage = Stage()
    stage.place(pose_at(0.0, (0, 0, 3000)))
    heights = [
        float(stage.place(pose_at(i / 30, (0, -300, 3000)))[ANKLES[0], 2]) for i in range(1, 150)
    ]
    assert heights[0] > SOLE + 0.29
    assert heights[-1] == pytest.approx(SOLE, abs=0.01)
    assert np.abs(np.diff(heights)).max() < 0.04


def test_without_feet_the_floor_is_a_legs_length_below_the_pelvis() -> None:
    pose = pose_at(0.0, (0, 0, 3000))
    scores = np.ones(skeleton.COUNT, np.float32)
    scores[ANKLES] = 0
    joints = Stage().place(replace(pose, scores=scores))
    legs = skeleton.JOINTS[0].length_mm + skeleton.JOINTS[1].length_mm
    assert joints[skeleton.ROOT, 2] == pytest.approx(legs / 1000 + SOLE, abs=1e-4)


def test_a_pose_of_unknown_place_is_drawn_all_the_same() -> None:
    nan = float("nan")
    assert np.isfinite(Stage().place(pose_at(0.0, (nan, nan, nan)))).all()


def test_another_person_starts_on_their_own_floor() -> None:
    stage = Stage()
    stage.place(pose_at(0.0, (0, 0, 3000)))
    other = replace(pose_at(0.1, (900, -700, 3000)), person_id=1)
    joints = stage.place(other)
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-5)
    assert joints[skeleton.ROOT, 0] == pytest.approx(0, abs=1e-5)


def test_the_grid_lies_flat_and_fades_outwards() -> None:
    points, opacity = grid_lines(half=2.0, step=0.5)
    assert (points[:, 2] == 0).all()
    assert len(points) == len(opacity)
    assert len(points) % 2 == 0
    near, far = np.abs(points).max(1) < 0.3, np.linalg.norm(points, axis=1) > 1.9
    assert opacity[near].min() > opacity[far].max()
