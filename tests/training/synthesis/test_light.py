"""Panoramas: where their light comes from is where they are bright."""

from __future__ import annotations

import numpy as np
import pytest

from training.synthesis.camera import Camera, lens, look_at
from training.synthesis.light import Panorama, harmonics, plain_panorama
from training.synthesis.rotations import unit, vector


def _bright_at(row: int, column: int) -> Panorama:
    radiance = np.full((32, 64, 3), 0.1)
    radiance[row, column] = 500
    image = np.full((128, 256, 3), 40, np.uint8)
    image[4 * row : 4 * row + 4, 4 * column : 4 * column + 4] = 255
    return Panorama("spot", image, radiance)


def test_even_light_is_even_from_everywhere() -> None:
    panorama = Panorama("even", np.full((64, 128, 3), 128, np.uint8), np.full((32, 64, 3), 0.7))
    directions = np.array([unit(v) for v in np.random.default_rng(0).normal(size=(9, 3))])
    share = np.repeat([1, 2 / 3, 1 / 4], [1, 3, 5])  # of a cosine lobe, over pi
    irradiance = (harmonics(directions) * share) @ panorama.ambient
    assert irradiance == pytest.approx(np.full((9, 3), 0.7), rel=0.01)


@pytest.mark.parametrize("yaw", [0.0, 1.1, 4.0])
def test_the_sun_is_where_the_image_is_bright(yaw: float) -> None:
    panorama = _bright_at(9, 20)
    sun = panorama.light(yaw).sun_direction
    camera = Camera(look_at(np.zeros(3), sun), np.zeros(3), lens(90, (49.5, 49.5)), (100, 100))
    seen = panorama.view(camera, yaw, 90.0).mean(-1)
    brightest = np.argwhere(seen > 200)
    assert len(brightest)
    assert brightest.mean(0) == pytest.approx([49.5, 49.5], abs=2.5)


def test_panoramas_are_not_mirrored() -> None:
    """What is right of the middle column is seen right of the middle."""
    panorama = _bright_at(15, 36)
    rotation = look_at(np.zeros(3), vector(1, 0, 0))
    camera = Camera(rotation, np.zeros(3), lens(60, (49.5, 49.5)), (100, 100))
    seen = panorama.view(camera, 0.0, 60.0).mean(-1)
    assert np.argwhere(seen > 200)[:, 1].mean() > 60


def test_made_up_surroundings_differ() -> None:
    a, b = (plain_panorama(np.random.default_rng(s)) for s in (1, 2))
    assert a.image.shape == (128, 256, 3)
    assert np.abs(a.image.astype(int) - b.image).mean() > 5
    assert np.isfinite(a.light(0.3).exposure)
