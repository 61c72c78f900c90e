"""Frozen, covered, still, dark: told apart by what a sensor's noise does."""

from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.capture.freeze import BLANK_S, FROZEN_S, FrameState, FreezeDetector

RANDOM = np.random.default_rng(0)
SCENE = RANDOM.integers(30, 220, (240, 320, 3)).astype(np.uint8)


def watch(images: list[NDArray[np.uint8]], fps: float = 10.0) -> list[FrameState]:
    detector = FreezeDetector()
    return [detector.update(image, 100 + k / fps) for k, image in enumerate(images)]


def noisy(level: float = 2.0, base: NDArray[np.uint8] = SCENE) -> NDArray[np.uint8]:
    return np.clip(base + RANDOM.normal(0, level, base.shape), 0, 255).astype(np.uint8)


def test_a_still_scene_has_noise_and_is_fresh() -> None:
    assert set(watch([noisy() for _ in range(60)])) == {"fresh"}


def test_one_pixel_is_enough_to_be_fresh() -> None:
    images = [SCENE.copy() for _ in range(60)]
    for k, image in enumerate(images):
        image[7, 11, 1] = k  # in none of the sampled rows
    assert set(watch(images)) == {"fresh"}


def test_the_same_image_again_and_again_is_frozen_until_another_comes() -> None:
    looks = watch([noisy(), *[SCENE] * 40, noisy(), noisy()])
    since = round(FROZEN_S * 10)
    assert looks[: since + 1] == ["fresh"] * (since + 1)
    assert looks[since + 1 : 41] == ["frozen"] * (40 - since)
    assert looks[41:] == ["fresh", "fresh"]


def test_a_copy_of_the_same_image_is_the_same_image() -> None:
    assert watch([SCENE.copy() for _ in range(40)])[-1] == "frozen"


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((240, 320, 3), np.uint8),
        np.full((240, 320, 3), (40, 120, 90), np.uint8) // 3,
        np.full((240, 320, 3), 255, np.uint8),
        np.full((240, 320, 3), 128, np.uint8),
    ],
)
def test_an_image_of_nothing_is_blank_rather_than_frozen(image: NDArray[np.uint8]) -> None:
    looks = watch([image] * 60)
    assert "frozen" not in looks
    assert looks[round(BLANK_S * 10) + 3 :] == ["blank"] * (60 - round(BLANK_S * 10) - 3)


def test_a_covered_lens_with_the_noise_of_a_dark_room_is_blank() -> None:
    black = np.zeros((240, 320, 3), np.uint8)
    looks = watch([np.abs(noisy(5.0, black)) for _ in range(60)])
    assert looks[0] == "fresh"
    assert looks[-1] == "blank"


def test_a_dim_room_is_not_blank() -> None:
    assert set(watch([noisy(1.0, SCENE // 5) for _ in range(60)])) == {"fresh"}


def test_a_glimpse_of_darkness_is_nothing() -> None:
    black = np.zeros_like(SCENE)
    assert set(watch([noisy(), *[black] * 12, *[noisy() for _ in range(20)]])) == {"fresh"}


def test_another_size_is_another_image() -> None:
    looks = watch([SCENE] * 15 + [SCENE[:120]] * 15)
    assert set(looks) == {"fresh"}


def test_it_costs_next_to_nothing() -> None:
    detector = FreezeDetector()
    base = RANDOM.integers(0, 255, (720, 1280, 3)).astype(np.uint8)
    images = [base, base[::-1].copy()]
    spent = []
    for k in range(60):
        began = time.perf_counter()
        detector.update(images[k % 2], k / 30)
        spent.append(time.perf_counter() - began)
    assert np.median(spent) < 0.001
