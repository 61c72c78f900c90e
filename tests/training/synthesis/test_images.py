"""Images and their truth, rendered with the stick body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from training.synthesis.renderer import Floor, Renderer
from training.synthesis.rotations import UP
from training.synthesis.scene import SIZE, Sample, Studio, shows_enough

INDEX = skeleton.KEYPOINT_INDEX
COUNT = skeleton.COUNT


@pytest.fixture(scope="module")
def studio(bodies_path: Path, mocap_path: Path, can_render: None) -> Iterator[Studio]:
    made = Studio(bodies_path, None, mocap_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def samples(studio: Studio) -> list[Sample]:
    return [studio.sample(7, i)[0] for i in range(24)]


def test_two_and_three_dimensions_agree(samples: list[Sample]) -> None:
    for s in samples:
        t = s.truth
        assert t.joints_2d.shape == (31, 2)
        flat = t.joints_3d @ t.camera.T
        pixels = flat[:, :2] / flat[:, 2:]
        assert np.abs(pixels - t.joints_2d)[t.visible].max() < 1e-3
        assert t.joints_3d[t.visible, 2].min() > 0
        assert t.distance == pytest.approx(np.linalg.norm(t.joints_3d[skeleton.ROOT]))


def test_left_is_left_of_where_the_nose_points(samples: list[Sample]) -> None:
    for s in samples:
        joints = s.truth.joints_3d
        head = joints[INDEX["head_top"]] - joints[INDEX["upper_neck"]]
        left = joints[INDEX["l_ear"]] - joints[INDEX["r_ear"]]
        middle = (joints[INDEX["l_ear"]] + joints[INDEX["r_ear"]]) / 2
        assert np.cross(left, head) @ (joints[INDEX["nose"]] - middle) > 0
        trunk = joints[INDEX["thorax"]] - joints[INDEX["pelvis"]]
        across = joints[INDEX["l_shoulder"]] - joints[INDEX["r_shoulder"]]
        toes = joints[INDEX["l_big_toe"]] - joints[INDEX["l_heel"]]
        assert np.linalg.norm(toes) > 80
        assert np.linalg.norm(np.cross(across, trunk)) > 0


def test_up_is_the_worlds_up(studio: Studio) -> None:
    for number in range(12):
        scene = studio.scene(7, number, 0)
        camera, truth = scene.shot.camera, scene.truth()
        assert np.linalg.det(camera.rotation) == pytest.approx(1.0)
        assert np.linalg.norm(truth.up) == pytest.approx(1.0)
        higher = camera.to_camera(scene.joints + UP) - camera.to_camera(scene.joints)
        assert higher == pytest.approx(np.tile(truth.up, (31, 1)))
        assert truth.up[1] < 0, "y points down"


def test_the_person_is_within_the_whole_frame(studio: Studio) -> None:
    for number in range(12):
        truth = studio.scene(7, number, 0).truth()
        longer = float(truth.frame_size.max())
        focal = float(truth.camera[0, 0])
        assert 2 * np.degrees(np.arctan(longer / 2 / focal)) == pytest.approx(
            truth.field_of_view_deg
        )
        neck = skeleton.INDEX["upper_neck"]
        off = np.abs(truth.joints_2d[neck] - truth.camera[:2, 2])
        assert (off <= truth.frame_size / 2).all()


def test_keypoints_lie_on_the_silhouette(samples: list[Sample]) -> None:
    inside, of = 0, 0
    for s in samples:
        shown = s.truth.visible & ~s.occluded
        near = cv2.dilate(s.mask.astype(np.uint8), np.ones((7, 7), np.uint8))
        at = np.clip(np.rint(s.truth.joints_2d[shown]).astype(int), 0, SIZE - 1)
        inside += int(near[at[:, 1], at[:, 0]].sum())
        of += int(shown.sum())
    assert of > 250
    assert inside / of > 0.95


def test_a_face_turned_away_is_occluded(studio: Studio) -> None:
    """From behind, the head hides nose and eyes; from the front it does not."""
    checked = {True: 0, False: 0}
    for number in range(60):
        scene = studio.scene(11, number, 0)
        joints = scene.joints
        ears = (joints[INDEX["l_ear"]] + joints[INDEX["r_ear"]]) / 2
        face = joints[INDEX["nose"]] - ears
        sight = scene.shot.camera.position - ears
        cosine = float(face @ sight / np.linalg.norm(face) / np.linalg.norm(sight))
        if abs(cosine) < 0.8 or checked[cosine > 0] >= 3:
            continue
        plain = scene.surfaces[:1]  # neither furniture nor clothes nor another person
        alone = type(scene)(plain, joints, scene.shot)
        rng = np.random.default_rng(1)
        sample = studio.draw(rng, alone, studio.surroundings(rng, scene.shot.camera))
        if not sample.truth.visible[INDEX["nose"]]:
            continue
        if cosine < 0:
            assert sample.occluded[INDEX["nose"]]
        checked[cosine > 0] += 1
    assert checked[False] >= 2


def test_limbs_have_human_lengths(samples: list[Sample]) -> None:
    for s in samples:
        for name, low, high in (("ankle", 380, 560), ("knee", 350, 500), ("elbow", 220, 340)):
            child = INDEX[f"l_{name}"]
            parent = skeleton.KEYPOINT_PARENTS[child]
            length = np.linalg.norm(s.truth.joints_3d[child] - s.truth.joints_3d[parent])
            assert low < length < high, name


def test_boxes_are_tight_round_the_sixteen_joints_that_are_seen(samples: list[Sample]) -> None:
    for s in samples:
        seen = s.truth.joints_2d[:COUNT][s.truth.visible[:COUNT]]
        assert s.truth.box[:2] == pytest.approx(seen.min(0))
        assert s.truth.box[:2] + s.truth.box[2:] == pytest.approx(seen.max(0))
        assert not (s.occluded & ~s.truth.visible).any()
        assert shows_enough(s)


def test_same_seed_same_image(samples: list[Sample], bodies_path: Path, mocap_path: Path) -> None:
    again = Studio(bodies_path, None, mocap_path)
    other, _ = again.sample(7, 5)
    again.close()
    assert np.array_equal(other.image, samples[5].image)
    assert np.array_equal(other.truth.joints_3d, samples[5].truth.joints_3d)
    assert not np.array_equal(samples[5].image, samples[6].image)


def test_a_broken_file_of_bodies_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bodies.npz"
    path.write_bytes(b"not a zip")
    with pytest.raises(PosecamError, match=r"bodies\.npz cannot be read"):
        Studio(path, None)


def test_two_renderers_draw_beside_each_other(studio: Studio) -> None:
    scene = studio.scene(7, 3, 0)
    around = studio.surroundings(np.random.default_rng(0), scene.shot.camera)

    def draw(renderer: Renderer) -> np.ndarray:
        floor = Floor(0.0, 0.4, np.zeros((0, 2)))
        shot = scene.shot.camera
        return renderer.draw(scene.surfaces, shot, around.light, around.background, floor).image

    first = Renderer((96, 96))
    alone = draw(first)
    second = Renderer((64, 64))
    assert draw(second).shape == (64, 64, 3)
    again = draw(first)
    assert np.array_equal(again, alone)
    for renderer in (first, second):
        renderer.close()
