"""The pinhole camera, and the same camera as OpenGL sees it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from training.synthesis.camera import Camera, lens, look_at, window
from training.synthesis.poses import View
from training.synthesis.rotations import vector
from training.synthesis.shots import WIDEST_DEG, seen_joints, shoot

EYE = vector(0.4, -3.0, 1.5)


def _camera(roll: float = 0.2) -> Camera:
    rotation = look_at(EYE, vector(0, 0, 1), roll)
    return Camera(rotation, EYE, lens(300, (110.0, 140.0)), (256, 200))


def test_axes_are_right_handed_and_look_at_the_target() -> None:
    camera = _camera()
    assert np.linalg.det(camera.rotation) == pytest.approx(1.0)
    local = camera.to_camera(vector(0, 0, 1))
    assert local[:2] == pytest.approx([0, 0], abs=1e-12)
    assert local[2] > 0
    upright = look_at(EYE, vector(0, 0, 1))
    assert upright @ vector(0, 0, 1) @ vector(0, 1, 0) < 0, "y points down"


def test_opengl_puts_points_on_the_same_pixels() -> None:
    camera = _camera()
    points = np.random.default_rng(0).uniform(-0.5, 0.5, (20, 3)) + vector(0, 0, 1)
    expected = camera.project(camera.to_camera(points))
    clip = np.c_[points, np.ones(20)] @ camera.clip_matrix().T
    ndc = clip[:, :3] / clip[:, 3:]
    width, height = camera.size
    x = (ndc[:, 0] + 1) / 2 * width - 0.5
    y = (1 - ndc[:, 1]) / 2 * height - 0.5
    assert np.stack([x, y], 1) == pytest.approx(expected, abs=1e-6)
    depth = camera.depth_m((ndc[:, 2] + 1) / 2)
    assert depth == pytest.approx(camera.to_camera(points)[:, 2])


def test_window_frames_the_points() -> None:
    points = np.array([[-0.2, -0.1], [0.3, 0.4], [0.0, 0.0]])
    pixels = np.c_[points, np.ones(3)] @ window(points, 256, 1.5, np.zeros(2)).T
    low, high = pixels[:, :2].min(0), pixels[:, :2].max(0)
    assert (low + high) / 2 == pytest.approx([127.5, 127.5])
    assert (high - low).max() == pytest.approx(256 / 1.5)


def _people(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(31, 3)) * (0.2, 0.15, 0.4) + (0, 0, 1)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("seed", range(6))
def test_shots_see_the_person(seed: int, view: View) -> None:
    joints = _people(seed + 100)
    shot = shoot(np.random.default_rng(seed), joints, view, 256)
    local, pixels, visible = seen_joints(shot.camera, joints)
    assert visible.sum() >= 3
    assert np.linalg.det(shot.camera.rotation) == pytest.approx(1.0)
    assert pixels[visible] == pytest.approx(shot.camera.project(local[visible]))


def test_cameras_look_up_and_down_and_are_tilted() -> None:
    pitch, roll = [], []
    for seed in range(300):
        up = shoot(np.random.default_rng(seed), _people(seed), View.ANY, 256).camera.rotation[:, 2]
        pitch.append(math.degrees(math.asin(-up[2])))
        roll.append(math.degrees(math.atan2(up[0], -up[1])))
    # The axis looks up where the world's up leans towards the camera.
    assert np.percentile(pitch, 95) > 22
    assert np.percentile(pitch, 5) < -30
    assert np.max(np.abs(pitch)) < 50
    assert 8 < np.percentile(np.abs(roll), 95) < 20


def test_views_are_from_where_they_say() -> None:
    for view, sign in ((View.FRONT, -1), (View.BEHIND, 1), (View.DESK, -1)):
        sides = [
            shoot(np.random.default_rng(s), _people(s), view, 256).camera.position[1] * sign
            for s in range(40)
        ]
        assert np.mean(np.array(sides) > 0) > 0.9, view


def test_a_hand_at_the_lens_does_not_widen_the_image() -> None:
    joints = np.random.default_rng(0).normal(size=(31, 3)) * 0.1 + vector(0, 0, 1.3)
    for seed in range(20):
        near = joints.copy()
        near[[10, 15], 1] -= 0.5
        camera = shoot(np.random.default_rng(seed), near, View.DESK, 256).camera
        assert camera.matrix[0, 0] >= 256 / 2 / math.tan(math.radians(WIDEST_DEG) / 2) - 1e-9
        assert seen_joints(camera, near)[2].sum() >= 3


def test_what_is_behind_the_camera_is_not_seen() -> None:
    camera = replace(_camera(0.0), size=(256, 256))
    points = np.array([[0, 0, 1.0], EYE - (0, 1, 0)])
    _, pixels, visible = seen_joints(camera, points)
    assert visible.tolist() == [True, False]
    assert pixels[1].tolist() == [0, 0]
