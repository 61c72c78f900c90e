from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posecam import skeleton
from posecam.kinematics.grounding import Z_UP
from posecam.kinematics.stage import SOLE, Stage, camera_to_world, grid_lines
from posecam.pose import Frame, Pose
from tests.fakes.estimator import figure, make_pose

ANKLES = [skeleton.INDEX["l_ankle"], skeleton.INDEX["r_ankle"]]


def test_the_camera_frame_becomes_metres_with_z_up() -> None:
    right, down, away = np.eye(3, dtype=np.float32) * 1000
    assert camera_to_world(right).tolist() == [1, 0, 0]
    assert camera_to_world(down).tolist() == [0, 0, -1]
    assert camera_to_world(away).tolist() == [0, 1, 0]


def test_left_and_right_are_not_swapped_by_it() -> None:
    assert np.linalg.det(Z_UP) == pytest.approx(1)


SCALE = 2.0  # mm a pixel


def pose_at(seconds: float, up: float = 0.0, lift: float = 0.0, right: float = 0.0) -> Pose:
    """The standing figure, seen at `SCALE`.

    Args:
        seconds: time of the frame.
        up: how far the pelvis is above where it stands, mm.
        lift: how far the ankles are drawn up towards the pelvis, mm.
        right: how far the pelvis is to the right, mm.
    """
    frame = Frame(np.zeros((1000, 1000, 3), np.uint8), round(seconds * 30), seconds, 0)
    joints = figure()
    joints[ANKLES, 1] -= lift
    flat = (joints[:, :2] + np.array([right, -up])) / SCALE + 500
    return replace(make_pose(frame, joints), joints_2d=flat.astype(np.float32))


def test_the_feet_stand_on_the_floor() -> None:
    joints = Stage().place(pose_at(0.0, up=100, right=200))
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-5)
    assert joints[skeleton.ROOT, 0] == pytest.approx(0, abs=1e-5)


def test_in_a_squat_the_pelvis_goes_down_and_the_feet_stay() -> None:
    stage = Stage()
    stage.place(pose_at(0.0))
    joints = stage.place(pose_at(0.5, up=-400, lift=400))
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-3)
    assert joints[skeleton.ROOT, 2] == pytest.approx(0.897 - 0.4 + SOLE, abs=1e-3)


def test_a_misjudged_size_does_not_lift_the_figure() -> None:
    """The same image, but the body comes out a third larger for a second."""
    stage = Stage()
    for i in range(60):
        pose = pose_at(i / 30)
        if 15 < i < 45:
            pose = replace(pose, joints_3d=pose.joints_3d * np.float32(1.33))
        joints = stage.place(pose)
        assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-3)


def test_in_a_jump_the_feet_leave_the_floor() -> None:
    stage = Stage()
    stage.place(pose_at(0.0))
    joints = stage.place(pose_at(0.3, up=300))
    assert joints[ANKLES, 2] == pytest.approx(SOLE + 0.3, abs=1e-2)


def test_a_step_to_the_side_is_seen_and_then_centred() -> None:
    stage = Stage()
    stage.place(pose_at(0.0))
    aside = [float(stage.place(pose_at(i / 30, right=400))[6, 0]) for i in range(1, 200)]
    assert aside[0] == pytest.approx(0.4, abs=0.02)
    assert abs(aside[-1]) < 0.02


def test_the_floor_follows_smoothly_when_the_level_changes_for_good() -> None:
    stage = Stage()
    stage.place(pose_at(0.0))
    heights = [float(stage.place(pose_at(i / 30, up=300))[ANKLES[0], 2]) for i in range(1, 150)]
    assert heights[0] > SOLE + 0.28
    assert heights[-1] == pytest.approx(SOLE, abs=0.01)
    assert np.abs(np.diff(heights)).max() < 0.05


def test_without_feet_the_floor_is_a_legs_length_below_the_pelvis() -> None:
    pose = pose_at(0.0)
    scores = np.ones(skeleton.COUNT, np.float32)
    scores[ANKLES] = 0
    joints = Stage().place(replace(pose, scores=scores))
    legs = skeleton.JOINTS[0].length_mm + skeleton.JOINTS[1].length_mm
    assert joints[skeleton.ROOT, 2] == pytest.approx(legs / 1000 + SOLE, abs=1e-4)


def test_another_person_starts_on_their_own_floor() -> None:
    stage = Stage()
    stage.place(pose_at(0.0))
    joints = stage.place(replace(pose_at(0.1, up=700, right=900), person_id=1))
    assert joints[ANKLES, 2] == pytest.approx(SOLE, abs=1e-5)
    assert joints[skeleton.ROOT, 0] == pytest.approx(0, abs=1e-5)


def test_the_grid_lies_flat_and_fades_outwards() -> None:
    points, opacity = grid_lines(half=2.0, step=0.5)
    assert (points[:, 2] == 0).all()
    assert len(points) == len(opacity)
    assert len(points) % 2 == 0
    near, far = np.abs(points).max(1) < 0.3, np.linalg.norm(points, axis=1) > 1.9
    assert opacity[near].min() > opacity[far].max()
