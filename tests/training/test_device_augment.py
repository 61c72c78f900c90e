"""Batches that are changed on the device are what the processor makes of them, sample by sample."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from posecam import skeleton
from training.augment import NONE, Augmentation, Draw, Patch, changed, draw, make_negative
from training.datasets import read
from training.datasets.records import Records
from training.datasets.store import ImageStore, open_store
from training.device_augment import augment, plan
from training.device_batches import DeviceBatches, cut_pieces
from training.distil import Teacher
from training.network import build
from training.optimise import MovingAverage
from training.placing import inverted, place
from training.stages import STAGES, batch_losses
from training.views import bone_ratios

SIZE = 192
PLAIN = draw(NONE, SIZE, 0, np.random.default_rng(0))


@pytest.fixture
def people(annotated_folder: Path, training_cache: Path) -> tuple[Records, ImageStore]:
    """Twelve, of whom half have a camera, an up and feet, and some keypoints are unknown."""
    records = read(annotated_folder)
    rng = np.random.default_rng(4)
    camera = np.tile(np.array([300.0, 100.0, 130.0], np.float32), (12, 1))
    up = rng.normal(size=(12, 3))
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    camera[6:9] = up[9:] = np.nan
    known = records.known.copy()
    known[3, [0, 5, 12]] = False
    depth = records.depth_px.copy()
    depth[5] = np.nan
    weight = np.linspace(0.2, 1, 12).astype(np.float32)
    records = replace(
        records, camera=camera, up=up.astype(np.float32), known=known, depth_px=depth,
        depth_weight=weight,
    )  # fmt: skip
    store = open_store(records)
    return records, replace(store, images=np.array(store.images))


def drawn(strength: Augmentation, count: int = 12) -> list[Draw]:
    rng = np.random.default_rng(2)
    return [draw(strength, SIZE, count, rng) for _ in range(count)]


def on_device(store: ImageStore, matrices: np.ndarray, draws: list[Draw]) -> np.ndarray:
    stored = torch.from_numpy(np.array(store.images))
    image = augment(stored, plan(draws, inverted(matrices)), SIZE)
    assert image.is_contiguous(memory_format=torch.channels_last)
    assert image.min() >= 0
    assert image.max() <= 255
    np.testing.assert_array_equal(image.numpy() % 1, 0)  # whole levels, as a camera gives
    return np.asarray(image.permute(0, 2, 3, 1).numpy())


@pytest.mark.parametrize(
    "strength", [Augmentation(noise=0), replace(Augmentation(noise=0), full_rotation_prob=1.0)]
)
def test_labels_and_images_are_those_of_the_processor(
    people: tuple[Records, ImageStore], strength: Augmentation
) -> None:
    records, store = people
    draws = drawn(strength)
    rng = np.random.default_rng(0)
    wanted = [changed(records, store, i, SIZE, d, rng) for i, d in enumerate(draws)]
    placed = place(records, store, np.arange(12), SIZE, draws)
    for name in ("joints", "weight", "inside", "depth", "depth_weight", "up"):
        values = np.stack([getattr(sample, name) for sample in wanted])
        np.testing.assert_allclose(getattr(placed, name), values, atol=2e-4, err_msg=name)
    images = np.stack([sample.image for sample in wanted]).astype(float)
    off = np.abs(on_device(store, placed.matrix, draws) - images)
    assert off.mean() < 1.0
    assert (off > 12).mean() < 0.01  # rims of ellipses, and edges half a 32nd px aside


@pytest.mark.parametrize(
    ("change", "most"),
    [
        ({"contrast": 0.8, "light": 14.0, "tint": np.array([1.1, 0.9, 1.0])}, 0),
        ({"grey": True}, 1),
        ({"blur": 1.4}, 1),
        ({"patches": (Patch(10, 20, 50, 40, -1, 0.0, (3, 200, 90), ellipse=False),)}, 0),
        ({"patches": (Patch(30, 40, 50, 30, 5, 0.7, (0, 0, 0), ellipse=False),) * 2}, 0),
        ({"flip": True}, 0),
    ],
)
def test_each_change_alone_is_the_same(
    people: tuple[Records, ImageStore], change: dict[str, object], most: int
) -> None:
    records, store = people
    # A crop that lies on the grid of the stored image: there is nothing to interpolate.
    how = replace(PLAIN, **change)  # type: ignore[arg-type]
    rows = np.arange(12)
    placed = place(records, store, rows, SIZE, [how] * 12)
    plain = on_device(store, placed.matrix, [replace(PLAIN, flip=how.flip)] * 12)
    ours = on_device(store, placed.matrix, [how] * 12)
    for row in range(12):
        base = changed(records, store, row, SIZE, replace(PLAIN, flip=how.flip),
                       np.random.default_rng(0)).image  # fmt: skip
        same = (base == plain[row]).all(-1)
        if how.blur:
            theirs = cv2.GaussianBlur(plain[row].astype(np.uint8), (0, 0), how.blur)
            same = np.ones_like(same)
        else:
            theirs = changed(records, store, row, SIZE, how, np.random.default_rng(0)).image
        off = np.abs(ours[row] - theirs.astype(float)).max(-1)
        assert same.mean() > 0.2
        assert off[same].max() <= most


def test_noise_is_as_strong_as_was_drawn(people: tuple[Records, ImageStore]) -> None:
    records, store = people
    store = replace(store, images=np.full_like(store.images, 120))
    draws = [replace(PLAIN, noise=6.0 if i % 2 else 0.0) for i in range(12)]
    placed = place(records, store, np.arange(12), SIZE, draws)
    torch.manual_seed(0)
    middle = on_device(store, placed.matrix, draws)[:, 80:110, 80:110]
    assert middle[0::2].std() == 0
    assert 5.5 < middle[1::2].std() < 6.5
    assert abs(middle[1::2].mean() - 119.5) < 0.3  # rounded down, as the processor does


def test_batches_hold_every_set_and_silence(annotated_folder: Path, training_cache: Path) -> None:
    records = read(annotated_folder)
    rooms = [np.full((300, 500, 3), 77, np.uint8)]
    found = []
    for seed in (5, 5, 6):
        batches = DeviceBatches([(records, 1.0)], rooms, 0.5, 32, 96, Augmentation(), seed)
        try:
            raw = next(iter(batches))
        finally:
            batches.close()
        torch.manual_seed(0)
        batch = raw.to(torch.device("cpu"))
        assert batch.image.shape == (32, 3, 96, 96)
        silent = ~batch.inside.any(1)
        assert 8 <= silent.sum() <= 24
        assert (batch.weight[silent] == 1).all()
        assert (batch.depth_weight[silent] == 0).all()
        assert batch.thinned(8).image.shape[0] == 8
        assert batch.thinned(8).inside.any(1).any()
        found.append(batch.image.numpy())
    np.testing.assert_array_equal(found[0], found[1])
    assert (found[0] != found[2]).any()


def test_pieces_without_people_are_cut_within_the_image() -> None:
    image = np.random.default_rng(0).integers(1, 255, (200, 300, 3)).astype(np.uint8)
    pieces = cut_pieces([image], np.random.default_rng(0))
    assert (pieces > 0).all()
    assert not make_negative(image, 64, NONE, np.random.default_rng(0)).inside.any()
    assert len(cut_pieces([], np.random.default_rng(0))) == 0


def test_thousands_of_samples_have_joints_where_the_processor_puts_them(
    people: tuple[Records, ImageStore],
) -> None:
    records, store = people
    rng = np.random.default_rng(3)
    rows = rng.integers(12, size=300)
    draws = [draw(Augmentation(), SIZE, 12, rng) for _ in rows]
    placed = place(records, store, rows, SIZE, draws)
    for i in range(0, 300, 7):
        one = place(records, store, rows[i : i + 1], SIZE, draws[i : i + 1])
        np.testing.assert_allclose(one.joints[0], placed.joints[i])
    assert placed.joints.shape == (300, skeleton.KEYPOINT_COUNT, 2)


def test_nothing_of_a_step_lies_on_another_device(
    annotated_folder: Path, training_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A device without data refuses what lies elsewhere, as a GPU does.
    nowhere = torch.device("meta")
    monkeypatch.setattr(torch, "autocast", lambda *_: nullcontext())
    rooms = [np.zeros((300, 400, 3), np.uint8)]
    records = read(annotated_folder)
    batches = DeviceBatches([(records, 1.0)], rooms, 0.2, 16, 64, Augmentation(), 1)
    try:
        batch = next(iter(batches)).to(nowhere).thinned(8)
    finally:
        batches.close()
    network = build("fast", 64).to(nowhere)
    average = MovingAverage(network, 0.9)
    canonical = bone_ratios(None).to(nowhere)
    total, parts, output = batch_losses(network, batch, STAGES[3], 1.75, canonical)
    teacher = Teacher.__new__(Teacher)
    teacher.network = build("fast", 96).eval().requires_grad_(False).to(nowhere)
    total = total + teacher.loss(batch.image, output, batch.depth_weight)
    torch.autograd.backward(total)
    average.update(network)
    assert len(parts) == 6
    assert all(value.device == nowhere for value in (total, *parts.values()))
