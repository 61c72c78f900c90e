"""Panoramas as background and as light."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.synthesis.camera import Camera
from training.synthesis.rotations import UP, Array, shortest, turn, unit, vector

#: Share of the panorama's brightest texels that make up the sun.
_SUN_PERCENTILE = 97
_SKIES = ("sky", "aristea_wreck_puresky")  # no ground to stand on


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """Light on a scene.

    Attributes:
        ambient: (9, 3) spherical harmonics of the radiance, in the panorama's frame.
        to_panorama: (3, 3) from world to the panorama's frame.
        sun_direction: (3,) towards the sun, in the world.
        sun: (3,) irradiance over pi.
        exposure: radiance times this is what the image shows.
    """

    ambient: Array
    to_panorama: Array
    sun_direction: Array
    sun: Array
    exposure: float


def _directions(height: int, width: int) -> Array:
    """(height, width, 3) directions of a panorama's texels; x is its middle column."""
    theta = (np.arange(height) + 0.5) / height * np.pi
    phi = np.pi * (1 - 2 * (np.arange(width) + 0.5) / width)
    return np.stack(
        [
            np.sin(theta)[:, None] * np.cos(phi)[None],
            np.sin(theta)[:, None] * np.sin(phi)[None],
            np.repeat(np.cos(theta)[:, None], width, axis=1),
        ],
        axis=-1,
    )


def harmonics(d: Array) -> Array:
    """(..., 9) real spherical harmonics up to order two of (..., 3) unit directions."""
    x, y, z = d[..., 0], d[..., 1], d[..., 2]
    return np.stack(
        [
            np.full_like(x, 0.282095),
            0.488603 * y,
            0.488603 * z,
            0.488603 * x,
            1.092548 * x * y,
            1.092548 * y * z,
            0.315392 * (3 * z * z - 1),
            1.092548 * x * z,
            0.546274 * (x * x - y * y),
        ],
        axis=-1,
    )


class Panorama:
    """One surrounding: what it looks like and how it lights."""

    def __init__(self, name: str, image: NDArray[np.uint8], radiance: Array) -> None:
        """image: (H, 2H, 3) RGB as seen; radiance: (h, 2h, 3) linear."""
        self.name = name
        self.image = image
        height, width = radiance.shape[:2]
        directions = _directions(height, width)
        theta = (np.arange(height) + 0.5) / height * np.pi
        area = np.sin(theta)[:, None, None] * (np.pi / height) * (2 * np.pi / width)
        level = np.percentile(radiance, _SUN_PERCENTILE)
        soft = np.minimum(radiance, level)
        bright = np.maximum(radiance - level, 0) * area
        self.ambient = np.einsum("hwk,hwc->kc", harmonics(directions), soft * area)
        self.mean = float((soft * area).sum() / (4 * np.pi * 3))
        weight = bright.sum(-1)
        self.sun = np.minimum(bright.sum((0, 1)) / np.pi, 4 * self.mean)
        towards = (directions * weight[..., None]).sum((0, 1))
        self.sun_direction = unit(towards) if weight.sum() > 1e-6 else vector(0.3, 0.2, 0.9)
        small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA) / 255.0
        shown = (small**2.2).mean(-1)
        # How the image was exposed; dim ones were lifted more than a person would be.
        self.exposure = float(np.clip(np.median(shown / (radiance.mean(-1) + 1e-6)), 0.35, 3.0))

    def light(self, yaw: float, exposure: float = 1.0) -> Light:
        """Its light when it is turned by yaw radians about the vertical."""
        to_panorama = turn(UP, yaw)
        # The body must be exposed to sit in the image, whatever the image's tone curve was.
        level = 0.32 / max(self.mean + 0.4 * float(self.sun.mean()), 1e-3)
        return Light(
            self.ambient,
            to_panorama,
            to_panorama.T @ self.sun_direction,
            self.sun,
            exposure * float(np.sqrt(level * self.exposure)),
        )

    def view(self, camera: Camera, yaw: float, focal_px: float) -> NDArray[np.uint8]:
        """What a camera of another focal length sees of it, (h, w, 3) RGB.

        Its middle looks where the middle of the camera's image looks.
        """
        width, height = camera.size
        x = (np.arange(width) - (width - 1) / 2) / focal_px
        y = (np.arange(height) - (height - 1) / 2) / focal_px
        rays = np.stack([*np.meshgrid(x, y), np.ones((height, width))], axis=-1)
        middle = np.linalg.solve(camera.matrix, vector((width - 1) / 2, (height - 1) / 2, 1.0))
        tilt = shortest(vector(0.0, 0.0, 1.0), np.asarray(middle, dtype=np.float64))
        rays = rays @ (tilt.T @ camera.rotation @ turn(UP, yaw).T)
        rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
        rows, columns = self.image.shape[:2]
        u = (0.5 - np.arctan2(rays[..., 1], rays[..., 0]) / (2 * np.pi)) * columns - 0.5
        v = np.arccos(np.clip(rays[..., 2], -1, 1)) / np.pi * rows - 0.5
        return np.asarray(
            cv2.remap(
                self.image,
                u.astype(np.float32),
                v.astype(np.float32),
                cv2.INTER_CUBIC,
                borderMode=cv2.BORDER_WRAP,
            ),
            dtype=np.uint8,
        )


def read_image(path: Path) -> NDArray[np.uint8]:
    """(H, W, 3) RGB of a file.

    Raises:
        OSError: it is no image.
    """
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise OSError(f"{path} is no image.")
    return np.ascontiguousarray(image[..., ::-1], dtype=np.uint8)


def read_panoramas(assets: Path) -> list[Panorama]:
    """All panoramas with ground under them, by name."""
    out = []
    for path in sorted((assets / "hdri").glob("*.jpg")):
        radiance = path.with_name(f"{path.stem}_light.npy")
        if path.stem not in _SKIES and radiance.is_file():
            out.append(Panorama(path.stem, read_image(path), np.load(radiance).astype(float)))
    return out


def plain_panorama(rng: np.random.Generator) -> Panorama:
    """A made-up surrounding: floor, wall and ceiling in random colours, one soft lamp."""
    rows = 128
    colours = rng.uniform(0.15, 0.85, (3, 3)) * rng.uniform(0.7, 1.0, (3, 1))
    where = np.digitize(np.arange(rows) / rows, [0.3, 0.55 + 0.1 * rng.random()])
    band = np.repeat(colours[where][:, None], 2 * rows, axis=1)
    band *= 1 + 0.25 * cv2.resize(rng.normal(size=(8, 16)), (2 * rows, rows))[..., None]
    band = np.clip(cv2.GaussianBlur(band, (0, 0), 2), 0.02, 1.0)
    radiance = cv2.resize(band, (64, 32), interpolation=cv2.INTER_AREA) ** 2.2
    towards = unit(vector(rng.normal(), rng.normal(), rng.uniform(0.5, 2)))
    lamp = np.asarray(_directions(32, 64) @ towards)
    lit = np.asarray(radiance + 12 * (lamp > 0.97)[..., None], dtype=np.float64)
    return Panorama("plain", (band * 255).astype(np.uint8), lit)
