"""What cameras, light and things in the way do to a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


def as_picture(values: NDArray[Any]) -> Picture:
    """What OpenCV returns, with its type."""
    return np.asarray(values, dtype=np.uint8)


def cover(
    rng: np.random.Generator, picture: Picture, photos: Sequence[Picture]
) -> tuple[Picture, NDArray[np.bool_]]:
    """The picture with a blob of a photo (or of one colour) on it, and where the blob is."""
    height, width = picture.shape[:2]
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
        over = np.full_like(picture, rng.integers(0, 256, 3))
    return (picture * (1 - share) + over * share).astype(np.uint8), blob > 127


def cut(rng: np.random.Generator, photos: Sequence[Picture], size: tuple[int, int]) -> Picture:
    """A random square of a random photo, as large as size (width, height)."""
    photo = photos[int(rng.integers(len(photos)))]
    height, width = photo.shape[:2]
    side = int(rng.uniform(0.5, 1.0) * min(height, width))
    y, x = int(rng.integers(height - side + 1)), int(rng.integers(width - side + 1))
    square = photo[y : y + side, x : x + side]
    return as_picture(cv2.resize(square, size, interpolation=cv2.INTER_AREA))


def expose(rng: np.random.Generator, picture: Picture) -> Picture:
    """Another white balance, contrast and brightness; now and then black and white."""
    gain = np.exp(rng.normal() * 0.12 + rng.normal(size=3) * 0.06)
    gamma = math.exp(rng.normal() * 0.15)
    levels = np.arange(256) / 255.0
    table = np.clip(levels[:, None] ** gamma * gain * 255, 0, 255).astype(np.uint8)
    out = cv2.LUT(picture, table.reshape(1, 256, 3))
    if rng.random() < 0.04:
        grey = cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)
        out = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
    return as_picture(out)


def blur(rng: np.random.Generator, picture: Picture) -> Picture:
    """Out of focus, moved, or sharp."""
    draw = rng.random()
    if draw < 0.3:
        return as_picture(cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.4)))
    if draw < 0.42:
        length, angle = rng.uniform(3, 11), rng.uniform(0, math.pi)
        kernel = np.zeros((13, 13), np.float32)
        step = np.array([math.cos(angle), math.sin(angle)]) * length / 2
        ends = [tuple(round(16 * (6 + s * d)) for d in step) for s in (-1, 1)]
        cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, shift=4)
        return as_picture(cv2.filter2D(picture, -1, kernel / kernel.sum()))
    return picture


def noise(rng: np.random.Generator, picture: Picture) -> Picture:
    """The sensor's noise, half of the time."""
    if rng.random() < 0.5:
        return picture
    grain = rng.normal(size=picture.shape).astype(np.float32) * np.float32(rng.uniform(1, 10))
    if rng.random() < 0.3:  # coarse, as after a webcam's own compression
        grain = cv2.GaussianBlur(grain, (0, 0), 0.8) * 1.6
    return np.clip(picture + grain, 0, 255).astype(np.uint8)
