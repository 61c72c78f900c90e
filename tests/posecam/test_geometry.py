"""Crops go there and back; sizes come out in millimetres."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from posecam import geometry, skeleton
from tests.fakes.standing import standing


@pytest.mark.parametrize("angle", [0.0, 0.7, -2.0])
def test_crop_and_back(angle: float) -> None:
    matrix = geometry.crop_matrix(120.5, 80.25, 90.0, 224, angle)
    points = np.array([[120.5, 80.25], [10.0, 20.0], [300.0, 7.0]])
    there = geometry.apply_affine(matrix, points)
    np.testing.assert_allclose(there[0], [111.5, 111.5])
    back = geometry.apply_affine(geometry.invert_affine(matrix), there)
    np.testing.assert_allclose(back, points, atol=1e-9)


def test_crop_moves_pixels_where_it_says() -> None:
    image = np.zeros((100, 140), np.float32)
    image[40, 90] = 1.0
    matrix = geometry.crop_matrix(85.0, 45.0, 50.0, 200, 0.4)
    crop = cv2.warpAffine(cv2.GaussianBlur(image, (0, 0), 2), matrix, (200, 200))
    rows, columns = np.mgrid[:200, :200]
    centroid = np.array([(crop * columns).sum(), (crop * rows).sum()]) / crop.sum()
    expected = geometry.apply_affine(matrix, np.array([90.0, 40.0]))
    np.testing.assert_allclose(centroid, expected, atol=0.1)


def test_a_positive_angle_turns_counter_clockwise() -> None:
    matrix = geometry.crop_matrix(0.0, 0.0, 10.0, 10, math.pi / 2)
    right_of_centre = geometry.apply_affine(matrix, np.array([4.0, 0.0]))
    np.testing.assert_allclose(right_of_centre, [4.5, 0.5], atol=1e-9)  # now above the centre


def test_scale_of_the_canonical_skeleton_is_one() -> None:
    body = standing()
    assert geometry.millimetres_per_unit(body) == pytest.approx(1.0)
    assert geometry.millimetres_per_unit(body / 7) == pytest.approx(7.0)
    taller = geometry.millimetres_per_unit(body, height_mm=1.1 * skeleton.CANONICAL_HEIGHT_MM)
    assert taller == pytest.approx(1.1)


def test_scale_does_not_listen_to_joints_out_of_sight() -> None:
    body = standing()
    scores = np.ones(skeleton.COUNT)
    for name in ("r_ankle", "l_ankle", "r_knee", "l_knee"):
        body[skeleton.INDEX[name], 1] *= 3
        scores[skeleton.INDEX[name]] = 0.0
    assert geometry.millimetres_per_unit(body) < 0.75
    assert geometry.millimetres_per_unit(body, scores) == pytest.approx(1.0, abs=0.01)


def test_root_position_reprojects() -> None:
    size, fov = (1280, 720), 60.0
    focal = geometry.focal_length_px(size, fov)
    depth = 2500.0
    mm_per_px = depth / focal
    root = geometry.root_position(np.array([800.0, 300.0]), mm_per_px, size, fov)
    assert root[2] == pytest.approx(depth)
    assert root[0] * focal / root[2] + (size[0] - 1) / 2 == pytest.approx(800.0)
    assert root[1] * focal / root[2] + (size[1] - 1) / 2 == pytest.approx(300.0)


def test_a_telephone_held_upright_keeps_its_lens() -> None:
    assert geometry.focal_length_px((720, 1280), 60.0) == geometry.focal_length_px(
        (1280, 720), 60.0
    )


def test_joints_seen_off_the_middle_lie_where_they_are() -> None:
    """A body near the camera and off its axis: image and depth along the ray give it back."""
    focal, centre = 900.0, np.array([639.5, 359.5])
    body = standing() * 0.5
    body -= body[skeleton.ROOT]
    for place in ([0.0, 0.0, 2000.0], [-600.0, 300.0, 1500.0], [900.0, -200.0, 2500.0]):
        joints = body + place
        image = joints[:, :2] / joints[:, 2:] * focal + centre
        towards = image[skeleton.ROOT]
        ahead = np.append((towards - centre) / focal, 1.0)
        along = body @ (ahead / np.linalg.norm(ahead)) * focal / place[2]
        found = geometry.in_camera(np.column_stack([image, along]), focal, centre, towards)
        np.testing.assert_allclose(found * place[2] / focal, body, atol=1e-6)


def test_procrustes_undoes_a_similarity_but_no_mirror() -> None:
    rng = np.random.default_rng(1)
    body = rng.normal(size=(16, 3))
    turn, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    moved = 3.0 * body @ turn.T + np.array([1.0, 2.0, 3.0])
    np.testing.assert_allclose(geometry.procrustes(body, moved), moved, atol=1e-9)
    mirrored = body * np.array([-1.0, 1.0, 1.0])
    assert np.linalg.norm(geometry.procrustes(body, mirrored) - mirrored) > 1.0
