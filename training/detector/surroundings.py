"""What is behind people: rooms, streets, plain walls, clutter. And images with no person."""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np

from posecam.errors import PosecamError
from training.detector.people import Photos
from training.synthesis import degrade
from training.synthesis.camera import Camera, lens, look_at
from training.synthesis.degrade import Image
from training.synthesis.light import read_image, read_panoramas
from training.synthesis.rotations import vector

#: Folder of panoramas and clutter below the data folder.
ASSETS = "synth_assets"
# Every fifth panorama is for measuring only.
_HELD_OUT_EVERY = 5
# A bust among the clutter photos is too much like a person.
_STATUES = ("kodak17",)
_VIEW = (480, 288)


class Surroundings:
    """Backgrounds of any size."""

    def __init__(
        self,
        assets: Path,
        photos: list[Photos],
        held_out: bool = False,
        views: int = 600,
        seed: int = 0,
    ) -> None:
        """Cut views out of the panoramas.

        Raises:
            PosecamError: there are no panoramas.
        """
        rng = np.random.default_rng([seed, held_out])
        panoramas = read_panoramas(assets)
        chosen = [p for i, p in enumerate(panoramas) if (i % _HELD_OUT_EVERY == 0) == held_out]
        if not chosen:
            raise PosecamError(f"{assets} has no panoramas in hdri/.")
        self.views: list[Image] = []
        for i in range(views):
            pitch = math.radians(float(np.clip(rng.normal(-12, 14), -50, 25)))
            target = vector(0, math.cos(pitch), math.sin(pitch))
            focal = _VIEW[0] / 2 / math.tan(math.radians(rng.uniform(45, 100)) / 2)
            matrix = lens(focal, ((_VIEW[0] - 1) / 2, (_VIEW[1] - 1) / 2))
            camera = Camera(look_at(vector(0, 0, 0), target), vector(0, 0, 0), matrix, _VIEW)
            self.views.append(chosen[i % len(chosen)].view(camera, rng.uniform(0, 7), focal))
        self._clutter = [
            read_image(p)
            for p in sorted((assets / "photos").glob("*.jpg"))
            if p.stem not in _STATUES
        ]
        self._photos = photos

    def choose(self, rng: np.random.Generator, size: tuple[int, int]) -> Image:
        """An image (h, w, 3) of size (width, height) with no person in it."""
        draw = rng.random()
        if draw < 0.5:
            out = _window(rng, self.views[int(rng.integers(len(self.views)))], size, 0.5)
        elif draw < 0.58 and self._clutter:
            photo = self._clutter[int(rng.integers(len(self._clutter)))]
            out = _window(rng, photo, size, 0.3)
        elif draw < 0.78 and self._photos:
            out = self._beside_people(rng, size)
        else:
            out = plain(rng, size)
        if rng.random() < 0.35:
            out = _with_shapes(rng, out)
        if rng.random() < 0.35:
            view = self.views[int(rng.integers(len(self.views)))]
            out = _with_specks(rng, out, view)
        if rng.random() < 0.15:
            out = degrade.as_image(cv2.GaussianBlur(out, (0, 0), rng.uniform(1, 6)))
        return out if rng.random() < 0.5 else np.ascontiguousarray(out[:, ::-1])

    def _beside_people(self, rng: np.random.Generator, size: tuple[int, int]) -> Image:
        """A piece of a photo that touches no person's box, enlarged."""
        for _ in range(8):
            photo = self._photos[int(rng.integers(len(self._photos)))].choose(rng)
            taken = np.concatenate([photo.boxes, photo.doubtful])
            height, width = photo.image.shape[:2]
            w = int(rng.uniform(0.25, 0.7) * width)
            h = min(int(w * size[1] / size[0]), height)
            x, y = int(rng.integers(width - w + 1)), int(rng.integers(height - h + 1))
            low = np.maximum(taken[:, :2], (x, y))
            high = np.minimum(taken[:, :2] + taken[:, 2:], (x + w, y + h))
            if w >= 24 and h >= 16 and not ((high - low) > 0).all(1).any():
                piece = photo.image[y : y + h, x : x + w]
                return degrade.as_image(cv2.resize(piece, size, interpolation=cv2.INTER_CUBIC))
        return plain(rng, size)


def _window(rng: np.random.Generator, image: Image, size: tuple[int, int], least: float) -> Image:
    """A random window of an image, of size (width, height) and its proportions."""
    height, width = image.shape[:2]
    scale = min(width / size[0], height / size[1]) * rng.uniform(least, 1.0)
    w, h = int(size[0] * scale), int(size[1] * scale)
    x, y = int(rng.integers(width - w + 1)), int(rng.integers(height - h + 1))
    return degrade.as_image(
        cv2.resize(image[y : y + h, x : x + w], size, interpolation=cv2.INTER_AREA)
    )


def plain(rng: np.random.Generator, size: tuple[int, int]) -> Image:
    """A wall and a floor in two colours, softly lit, the floor sometimes with boards."""
    width, height = size
    light = cv2.resize(rng.uniform(0.7, 1.2, (3, 4)), size, interpolation=cv2.INTER_CUBIC)
    out = np.empty((height, width, 3))
    out[:] = rng.uniform(20, 250) + rng.normal(0, 12, 3)
    edge = int(height * rng.uniform(0.2, 1.1))
    floor = out[edge:]
    floor[:] = rng.uniform(20, 220) + rng.normal(0, 25, 3)
    if rng.random() < 0.5:
        lean = rng.uniform(-2, 2) * np.arange(height)[edge:, None]
        boards = np.sin(np.arange(width) / rng.uniform(1, 8) + lean)
        floor *= 1 + rng.uniform(0.05, 0.3) * boards[..., None]
    return np.clip(out * light[..., None], 0, 255).astype(np.uint8)


def _with_shapes(rng: np.random.Generator, image: Image) -> Image:
    """Boxes, poles, discs and triangles: most things in a room are no person."""
    out = image.copy()
    height, width = out.shape[:2]
    for _ in range(int(rng.integers(1, 6))):
        colour = [float(v) for v in np.clip(rng.uniform(0, 255) + rng.normal(0, 30, 3), 0, 255)]
        x, y = int(rng.uniform(0, width)), int(rng.uniform(0, height))
        w, h = (int(s) for s in rng.uniform(0.02, 0.35, 2) * (width, height))
        kind = rng.random()
        if kind < 0.3:
            cv2.rectangle(out, (x, y), (x + w, y + h), colour, -1)
        elif kind < 0.55:
            pole = max(1, int(rng.uniform(0.005, 0.06) * width))
            lean = int(rng.normal(0, 0.05) * width)
            cv2.line(out, (x, y), (x + lean, y + 2 * h + 8), colour, pole, cv2.LINE_AA)
        elif kind < 0.8:
            turn = rng.uniform(0, 180)
            cv2.ellipse(out, (x, y), (w // 2 + 1, h // 2 + 1), turn, 0, 360, colour, -1)
        else:
            corners = np.array([[x, y], [x + w, y + h], [x - w // 2, y + h]], np.int32)
            cv2.fillPoly(out, [corners], colour, cv2.LINE_AA)
    return out


def _with_specks(rng: np.random.Generator, image: Image, view: Image) -> Image:
    """Small things of any outline, dark or cut out of another view: too little to be a person."""
    out = image.copy()
    height, width = out.shape[:2]
    for _ in range(int(rng.integers(2, 10))):
        radii = math.exp(rng.uniform(0.5, 2.8)) * rng.uniform(0.4, 1.0, 2)
        middle = rng.uniform(0, 1, 2) * (width, height)
        angle = np.linspace(0, 2 * math.pi, 9)[:-1]
        edge = np.stack([np.cos(angle), np.sin(angle)], 1) * rng.uniform(0.4, 1.1, (8, 1))
        outline = (middle + edge * radii).astype(np.int32)
        blob = np.zeros((height, width), np.uint8)
        cv2.fillPoly(blob, [outline], 255)
        if rng.random() < 0.5:
            filled = np.zeros_like(out) + rng.integers(0, 120, 3).astype(np.uint8)
        else:
            filled = degrade.as_image(cv2.resize(view, (width, height)))
        np.copyto(out, filled, where=(blob > 0)[..., None])
    return out
