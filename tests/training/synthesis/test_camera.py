"""The pinhole camera, and the same camera as OpenGL sees it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from training.synthesis.camera import Camera, lens, look_at, window
from training.synthesis.rotations import vector
from training.synthesis.shots import WIDEST_DEG, desk_camera, room_camera, seen_joints

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


@pytest.mark.parametrize("seed", range(8))
def test_shots_see_the_person(seed: int) -> None:
    rng = np.random.default_rng(seed)
    joints = np.random.default_rng(seed + 100).normal(size=(16, 3)) * (0.2, 0.15, 0.4) + (0, 0, 1)
    for make in (room_camera, desk_camera):
        camera = make(rng, joints, 256)
        local, pixels, visible = seen_joints(camera, joints)
        assert visible.sum() >= 3
        assert np.linalg.det(camera.rotation) == pytest.approx(1.0)
        assert pixels[visible] == pytest.approx(camera.project(local[visible]))


def test_a_hand_at_the_lens_does_not_widen_the_picture() -> None:
    joints = np.random.default_rng(0).normal(size=(16, 3)) * 0.1 + vector(0, 0, 1.3)
    for seed in range(20):
        near = joints.copy()
        near[[10, 15], 1] -= 0.5
        camera = desk_camera(np.random.default_rng(seed), near, 256)
        assert camera.matrix[0, 0] >= 256 / 2 / math.tan(math.radians(WIDEST_DEG) / 2) - 1e-9
        assert seen_joints(camera, near)[2].sum() >= 3


def test_what_is_behind_the_camera_is_not_seen() -> None:
    camera = replace(_camera(0.0), size=(256, 256))
    points = np.array([[0, 0, 1.0], EYE - (0, 1, 0)])
    _, pixels, visible = seen_joints(camera, points)
    assert visible.tolist() == [True, False]
    assert pixels[1].tolist() == [0, 0]
