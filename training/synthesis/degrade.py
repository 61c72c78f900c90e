"""What cameras, light and things in the way do to an image."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]


def as_image(values: NDArray[Any]) -> Image:
    """What OpenCV returns, with its type."""
    return np.asarray(values, dtype=np.uint8)


def cover(
    rng: np.random.Generator, image: Image, photos: Sequence[Image]
) -> tuple[Image, NDArray[np.bool_]]:
    """The image with a blob of a photo (or of one colour) on it, and where the blob is."""
    height, width = image.shape[:2]
    middle = rng.uniform(0.1, 0.9, 2) * (width, height)
    radii = rng.uniform(0.06, 0.22, 2) * width
    angle = np.linspace(0, 2 * math.pi, 11)[:-1]
    edge = np.stack([np.cos(angle), np.sin(angle)], 1) * radii * rng.uniform(0.6, 1.1, (10, 1))
    blob = np.zeros((height, width), np.uint8)
    cv2.fillPoly(blob, [(middle + edge).astype(np.int32)], 255)
    share = cv2.GaussianBlur(blob, (0, 0), 0.8)[..., None] / 255.0
    if photos:
        over = cut(rng, photos, (width, height))
    else:
        over = np.full_like(image, rng.integers(0, 256, 3))
    return (image * (1 - share) + over * share).astype(np.uint8), blob > 127


def cut(rng: np.random.Generator, photos: Sequence[Image], size: tuple[int, int]) -> Image:
    """A random square of a random photo, as large as size (width, height)."""
    photo = photos[int(rng.integers(len(photos)))]
    height, width = photo.shape[:2]
    side = int(rng.uniform(0.5, 1.0) * min(height, width))
    y, x = int(rng.integers(height - side + 1)), int(rng.integers(width - side + 1))
    square = photo[y : y + side, x : x + side]
    return as_image(cv2.resize(square, size, interpolation=cv2.INTER_AREA))


def expose(rng: np.random.Generator, image: Image) -> Image:
    """Another white balance, contrast and brightness; now and then black and white."""
    gain = np.exp(rng.normal() * 0.14 + rng.normal(size=3) * 0.06)
    gamma = math.exp(rng.normal() * 0.22)
    levels = np.arange(256) / 255.0
    table = np.clip(levels[:, None] ** gamma * gain * 255, 0, 255).astype(np.uint8)
    out = cv2.LUT(image, table.reshape(1, 256, 3))
    if rng.random() < 0.04:
        grey = cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)
        out = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
    return as_image(out)


def blur(rng: np.random.Generator, image: Image) -> Image:
    """Out of focus, moved, or sharp."""
    draw = rng.random()
    if draw < 0.3:
        return as_image(cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.4)))
    if draw < 0.42:
        length, angle = rng.uniform(3, 11), rng.uniform(0, math.pi)
        kernel = np.zeros((13, 13), np.float32)
        step = np.array([math.cos(angle), math.sin(angle)]) * length / 2
        ends = [tuple(round(16 * (6 + s * d)) for d in step) for s in (-1, 1)]
        cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, shift=4)
        return as_image(cv2.filter2D(image, -1, kernel / kernel.sum()))
    return image


def shrink(rng: np.random.Generator, image: Image) -> Image:
    """As of a person who is small in the frame: few pixels, compressed, enlarged again."""
    height, width = image.shape[:2]
    share = rng.uniform(0.2, 0.55)
    few = (max(round(width * share), 8), max(round(height * share), 8))
    small = cv2.resize(image, few, interpolation=cv2.INTER_AREA)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 95))]
    _, coded = cv2.imencode(".jpg", small, quality)
    decoded = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    few_again = small if decoded is None else as_image(decoded)
    return as_image(cv2.resize(few_again, (width, height), interpolation=cv2.INTER_LINEAR))


def noise(
    rng: np.random.Generator, image: Image, grain_rng: np.random.Generator | None = None
) -> Image:
    """The sensor's noise, half of the time; grain_rng, where given, changes its grain alone."""
    if rng.random() < 0.5:
        return image
    strength, coarse = np.float32(rng.uniform(1, 10)), rng.random() < 0.3
    grain = (grain_rng or rng).standard_normal(image.shape, dtype=np.float32) * strength
    if coarse:  # as after a webcam's own compression
        grain = cv2.GaussianBlur(grain, (0, 0), 0.8) * 1.6
    return np.clip(image + grain, 0, 255).astype(np.uint8)
