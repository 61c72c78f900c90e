from __future__ import annotations

import numpy as np
import pytest

from posecam import skeleton
from posecam.gui.shared.body_mesh import (
    BALL_RINGS,
    BONE_RADII,
    RINGS,
    SIDES,
    BodyMesh,
    frames_along,
    tube_faces,
)
from posecam.kinematics.stage import camera_to_world
from posecam.pose import HIDDEN_SCORE
from tests.fakes.estimator import figure

GROUND = np.array([0.1, 0.1, 0.1], np.float32)
BONES = len(skeleton.BONES)
FULL = np.ones(skeleton.COUNT, np.float32)


def test_frames_along_are_right_handed_for_every_direction() -> None:
    rng = np.random.default_rng(0)
    axes = rng.normal(size=(200, 3)).astype(np.float32)
    axes[:6] = np.concatenate([np.eye(3), -np.eye(3)])
    axes /= np.linalg.norm(axes, axis=1, keepdims=True)
    u, v = frames_along(axes)
    assert np.cross(u, v) == pytest.approx(axes, abs=1e-5)
    assert np.linalg.norm(u, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_tube_is_closed_round_its_side() -> None:
    faces = tube_faces(3, 5)
    assert len(faces) == 2 * 2 * 5
    edges: dict[frozenset[int], int] = {}
    for face in faces.tolist():
        for a, b in ((face[0], face[1]), (face[1], face[2]), (face[2], face[0])):
            edges[frozenset((a, b))] = edges.get(frozenset((a, b)), 0) + 1
    assert sorted(set(edges.values())) == [1, 2]
    assert sum(count == 1 for count in edges.values()) == 2 * 5  # the two open ends


def test_every_bone_reaches_from_parent_to_child() -> None:
    joints = camera_to_world(figure())
    mesh = BodyMesh().mesh(joints, FULL, GROUND)
    tubes = mesh.vertices[: BONES * RINGS * SIDES].reshape(BONES, RINGS, SIDES, 3)
    child, parent = np.array(skeleton.BONES).T
    assert tubes[:, 0].mean(1) == pytest.approx(joints[parent], abs=1e-4)
    assert tubes[:, -1].mean(1) == pytest.approx(joints[child], abs=1e-4)
    width = np.linalg.norm(tubes - tubes.mean(2, keepdims=True), axis=-1).max((1, 2))
    assert (width <= BONE_RADII * 1.001).all()
    assert (width > BONE_RADII * 0.7).all()


def test_normals_have_length_one_and_point_outwards() -> None:
    mesh = BodyMesh().mesh(camera_to_world(figure()), FULL, GROUND)
    assert np.linalg.norm(mesh.normals, axis=1) == pytest.approx(1, abs=1e-4)
    balls = mesh.vertices[BONES * RINGS * SIDES :].reshape(skeleton.COUNT, -1, 3)
    normals = mesh.normals[BONES * RINGS * SIDES :].reshape(balls.shape)
    outward = balls - balls.mean(1, keepdims=True)
    assert ((outward * normals).sum(-1) >= -1e-6).all()


def test_faces_of_a_ball_wind_outwards() -> None:
    body = BodyMesh()
    mesh = body.mesh(camera_to_world(figure()), FULL, GROUND)
    first = BONES * RINGS * SIDES
    size = BALL_RINGS * SIDES
    faces = mesh.faces[(mesh.faces >= first).all(1) & (mesh.faces < first + size).all(1)]
    corners = mesh.vertices[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    outward = corners.mean(1) - mesh.vertices[first : first + size].mean(0)
    assert ((normal * outward).sum(1) >= -1e-9).all()


def test_sizes_never_change_whatever_is_seen() -> None:
    body = BodyMesh()
    joints = camera_to_world(figure())
    shapes = {
        tuple(part.shape for part in (m.vertices, m.normals, m.colours, m.faces))
        for m in (
            body.mesh(joints, FULL, GROUND),
            body.mesh(joints, FULL * 0, GROUND),
            body.mesh(joints * 0, FULL * HIDDEN_SCORE, GROUND),
        )
    }
    assert len(shapes) == 1


def test_what_no_one_is_sure_of_takes_no_room() -> None:
    mesh = BodyMesh().mesh(camera_to_world(figure()), FULL * 0, GROUND)
    corners = mesh.vertices[mesh.faces]
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    assert area.max() < 1e-12
    assert np.isfinite(mesh.vertices).all()


def test_doubt_fades_towards_the_ground() -> None:
    body = BodyMesh()
    joints = camera_to_world(figure())
    sure = body.mesh(joints, FULL, GROUND).colours
    faint = body.mesh(joints, FULL * (HIDDEN_SCORE + 0.01), GROUND).colours
    distance_sure = np.abs(sure[:, :3] - GROUND).max(1)
    distance_faint = np.abs(faint[:, :3] - GROUND).max(1)
    assert (distance_faint < distance_sure * 0.6).all()
    assert (faint[:, 3] == 1).all()
