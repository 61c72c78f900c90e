"""Composed scenes: the boxes are where the people are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.errors import PosecamError
from tests.training.detector.conftest import SIZE, Material
from training.detector.compose import Composer, Scene
from training.detector.people import Cutouts, Photos, settle
from training.detector.surroundings import Surroundings


@pytest.fixture(scope="module")
def composer(material: Material) -> Composer:
    photos = [Photos(material.data / "ccp", "train")]
    surroundings = Surroundings(material.data / "synth_assets", photos, views=12)
    return Composer(Cutouts([material.rendered]), photos, surroundings, SIZE)


def red(scene: Scene) -> np.ndarray:
    """(H, W) where the image is as red as people are here."""
    r, g, b = (scene.image[..., i].astype(int) for i in range(3))
    return np.asarray((r > 1.6 * g + 10) & (r > 1.6 * b + 10))


def test_boxes_lie_round_what_is_seen_of_people(composer: Composer) -> None:
    rng = np.random.default_rng(5)
    checked = 0
    for _ in range(150):
        scene = composer.group(rng)
        if len(scene.boxes) != 1 or len(scene.ignored) or scene.boxes[0, 2:].min() < 8:
            continue
        where = red(scene)
        x, y, w, h = (int(v) for v in scene.boxes[0])
        inside = where[y : y + h, x : x + w]
        if inside.sum() < 0.4 * inside.size:
            continue  # something coloured, or very dark, is in front
        outside = where.copy()
        outside[max(y - 2, 0) : y + h + 2, max(x - 2, 0) : x + w + 2] = False
        rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
        assert rows[-1] - rows[0] >= h - 5
        assert columns[-1] - columns[0] >= w - 5
        checked += outside.mean() < 0.02
    assert checked >= 15


def test_scenes_are_whole_and_boxes_inside(composer: Composer) -> None:
    rng = np.random.default_rng(6)
    counts = []
    for _ in range(120):
        scene = composer.scene(rng)
        assert scene.image.shape == (*SIZE, 3)
        assert scene.image.dtype == np.uint8
        for boxes in (scene.boxes, scene.ignored):
            assert boxes.shape[1:] == (4,)
            assert (boxes[:, :2] >= -0.01).all()
            assert (boxes[:, 0] + boxes[:, 2] <= SIZE[1] + 0.01).all()
            assert (boxes[:, 1] + boxes[:, 3] <= SIZE[0] + 0.01).all()
            assert (boxes[:, 2:] > 0).all()
        counts.append(len(scene.boxes))
    assert min(counts) == 0
    assert max(counts) >= 3


def test_the_same_seed_is_the_same_scene(composer: Composer) -> None:
    a, b = (composer.scene(np.random.default_rng(9)) for _ in range(2))
    np.testing.assert_array_equal(a.image, b.image)
    np.testing.assert_array_equal(a.boxes, b.boxes)


def test_held_out_people_are_others(material: Material) -> None:
    learnt, kept = Cutouts([material.rendered]), Cutouts([material.rendered], held_out=True)
    assert (len(learnt), len(kept)) == (38, 2)


def test_a_second_box_on_the_labelled_person_is_dropped() -> None:
    main = np.array([10, 10, 40, 100], np.float32)
    found = np.array(
        [
            [12, 8, 40, 104, 0.6],  # the same person, better placed
            [20, 12, 15, 20, 0.9],  # their head
            [100, 20, 30, 80, 0.7],  # another person
            [150, 20, 10, 20, 0.35],  # perhaps a person
        ],
        np.float32,
    )
    sure, doubtful = settle(main, found)
    np.testing.assert_allclose(sure, [found[0, :4], found[2, :4]])
    np.testing.assert_allclose(doubtful, [found[3, :4]])
    sure, _ = settle(main, found[3:])
    np.testing.assert_allclose(sure, [main])


def test_folders_of_something_else_are_one_sentence(tmp_path: Path, material: Material) -> None:
    with pytest.raises(PosecamError, match="masks/ is missing"):
        Cutouts([tmp_path])
    with pytest.raises(PosecamError, match="no panoramas"):
        Surroundings(tmp_path, [])
    with pytest.raises(PosecamError, match=tmp_path.name):
        Photos(tmp_path, "train")
