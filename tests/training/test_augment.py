"""Labels move with the pixels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from training.augment import NONE, Augmentation, make_negative, make_sample
from training.batches import MixedBatches
from training.datasets import read
from training.datasets.store import open_store


def sharp_spots(folder: Path) -> None:
    """Replace the images: a white dot on the left wrist of every figure."""
    import cv2

    with np.load(folder / "annotations.npz") as stored:
        joints = stored["joints_2d"]
    for i, flat in enumerate(joints):
        image = np.zeros((260, 200, 3), np.uint8)
        x, y = (round(float(v)) for v in flat[skeleton.INDEX["l_wrist"]])
        cv2.circle(image, (x, y), 4, (255, 255, 255), -1)
        cv2.imwrite(str(folder / "images" / f"{i:05d}.jpg"), image)


@pytest.mark.parametrize("flip", [0.0, 1.0])
def test_the_wrist_is_where_its_pixels_are(
    annotated_folder: Path, training_cache: Path, flip: float
) -> None:
    sharp_spots(annotated_folder)
    records = read(annotated_folder)
    store = open_store(records)
    strength = replace(NONE, rotate=1.0, rotation_deg=45.0, scale=0.18, shift=0.05, flip=flip)
    rng = np.random.default_rng(0)
    wrist = skeleton.INDEX["r_wrist" if flip else "l_wrist"]
    checked = 0
    for row in range(len(records)):
        sample = make_sample(records, store, row, 224, strength, rng)
        if not sample.inside[wrist]:
            continue
        light = sample.image[..., 0].astype(float)
        rows, columns = np.mgrid[:224, :224]
        spot = np.array([(light * columns).sum(), (light * rows).sum()]) / light.sum()
        assert np.abs(spot - sample.joints[wrist]).max() < 2.0
        checked += 1
    assert checked > 6


def test_depth_scales_with_the_image_and_survives_a_flip(
    annotated_folder: Path, training_cache: Path
) -> None:
    records = read(annotated_folder)
    store = open_store(records)
    rng = np.random.default_rng(0)
    plain = make_sample(records, store, 0, 224, NONE, rng)
    mirrored = make_sample(records, store, 0, 224, replace(NONE, flip=1.0), rng)
    np.testing.assert_allclose(mirrored.depth, plain.depth[list(skeleton.KEYPOINT_FLIP)], atol=1e-5)
    # x, y and z share one scale: depth over a bone's length is what it was in the image.
    knee, hip = skeleton.INDEX["r_knee"], skeleton.INDEX["r_hip"]
    bone_now = np.linalg.norm(plain.joints[knee] - plain.joints[hip])
    bone_then = np.linalg.norm(records.joints_2d[0, knee] - records.joints_2d[0, hip])
    depth_now = plain.depth[knee] * 0.1 * 224
    np.testing.assert_allclose(
        depth_now / bone_now, records.depth_px[0, knee] / bone_then, rtol=1e-4
    )


def test_truncated_crops_leave_joints_outside(annotated_folder: Path, training_cache: Path) -> None:
    records = read(annotated_folder)
    store = open_store(records)
    rng = np.random.default_rng(0)
    samples = [
        make_sample(records, store, row % 12, 224, replace(NONE, truncate=1.0), rng)
        for row in range(24)
    ]
    assert any(not s.inside[skeleton.INDEX["l_ankle"]] for s in samples)
    for sample in samples:
        outside = np.flatnonzero(~sample.inside[: skeleton.COUNT])
        assert (sample.weight[outside] > 0).all()  # known to be outside: its map must be empty
        assert (sample.depth_weight[outside] <= 0.3).all()


def test_a_negative_asks_for_silence() -> None:
    image = np.random.default_rng(0).integers(0, 255, (200, 300, 3)).astype(np.uint8)
    sample = make_negative(image, 224, Augmentation(), np.random.default_rng(0))
    assert sample.image.shape == (224, 224, 3)
    assert not sample.inside.any()
    assert (sample.weight == 1).all()
    assert (sample.depth_weight == 0).all()


def test_batches_depend_on_their_seed_only(annotated_folder: Path, training_cache: Path) -> None:
    records = read(annotated_folder)
    images = []
    for seed in (5, 5, 6):
        batches = MixedBatches([(records, 1.0)], [], 0.0, 4, 96, Augmentation(), seed)
        try:
            batch = next(iter(batches))
        finally:
            batches.close()
        assert batch.image.shape == (4, 3, 96, 96)
        images.append(batch.image.numpy())
    np.testing.assert_array_equal(images[0], images[1])
    assert (images[0] != images[2]).any()


def test_a_set_without_people_to_learn_from_is_named(
    annotated_folder: Path, training_cache: Path
) -> None:
    records = read(annotated_folder)
    unlabelled = replace(records, known=np.zeros_like(records.known))
    with pytest.raises(PosecamError, match="figures: no person in it has three known joints"):
        MixedBatches([(unlabelled, 1.0)], [], 0.0, 4, 96, Augmentation(), 0)


def test_some_images_turn_by_any_angle(annotated_folder: Path, training_cache: Path) -> None:
    records = read(annotated_folder)
    store = open_store(records)
    rng = np.random.default_rng(0)
    neck, root = skeleton.INDEX["upper_neck"], skeleton.ROOT
    turned = 0
    for full_rotation_prob in (0.0, 1.0):
        for row in range(12):
            sample = make_sample(
                records, store, row, 224, replace(NONE, full_rotation_prob=full_rotation_prob), rng
            )
            upside_down = sample.joints[neck, 1] > sample.joints[root, 1]
            assert full_rotation_prob or not upside_down
            turned += int(upside_down)
    assert 2 <= turned <= 10
