"""What the bodies of `characters` are put together of: rounded limbs, and a face."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass
class Mesh:
    points: list[Array] = field(default_factory=list)
    normals: list[Array] = field(default_factory=list)
    uvs: list[Array] = field(default_factory=list)
    rows: list[NDArray[np.int64]] = field(default_factory=list)
    shares: list[Array] = field(default_factory=list)
    faces: list[NDArray[np.int64]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(map(len, self.points))


def limb(
    mesh: Mesh,
    start: Array,
    end: Array,
    radius: tuple[float, float],
    rows: tuple[int, int],
    rings: int,
) -> None:
    """An ellipsoid of revolution from joint to joint; near its start the bone before pulls, too."""
    sides = 12
    along = end - start
    length = float(np.linalg.norm(along))
    axis = along / length
    across = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.9 else [1.0, 0.0, 0.0])
    across /= np.linalg.norm(across)
    other = np.cross(axis, across)
    before = mesh.count
    around = np.linspace(0, 2 * np.pi, sides + 1)
    for ring, t in enumerate(np.linspace(0, np.pi, rings)):
        middle = start + along * (0.5 - 0.55 * np.cos(t))
        wide = np.sin(t) ** 0.6
        out = (
            np.cos(around)[:, None] * across * radius[0]
            + np.sin(around)[:, None] * other * radius[1]
        )
        mesh.points.append(middle + wide * out)
        lean = out / np.linalg.norm(out, axis=1, keepdims=True) * np.sin(t) - axis * np.cos(t)
        mesh.normals.append(lean / np.linalg.norm(lean, axis=1, keepdims=True))
        mesh.uvs.append(np.stack([around / (2 * np.pi), np.full(sides + 1, ring / (rings - 1))], 1))
        mesh.rows.append(np.tile([rows[0], rows[1], 0, 0], (sides + 1, 1)))
        pull = float(np.clip(0.5 - 2.5 * (0.5 - 0.5 * np.cos(t)), 0.0, 0.5))
        mesh.shares.append(np.tile([1 - pull, pull, 0.0, 0.0], (sides + 1, 1)))
    for ring in range(rings - 1):
        for side in range(sides):
            a = before + ring * (sides + 1) + side
            b, c, d = a + 1, a + sides + 1, a + sides + 2
            mesh.faces += [np.array([a, b, c]), np.array([b, d, c])]


def face_png() -> bytes:
    """A face, its middle where a head's front is."""
    image = np.full((128, 256, 3), (190, 215, 250), np.uint8)
    for x in (172, 212):
        cv2.ellipse(image, (x, 60), (9, 14), 0, 0, 360, (60, 40, 30), -1, cv2.LINE_AA)
        cv2.circle(image, (x + 3, 55), 3, (255, 255, 255), -1, cv2.LINE_AA)
    cv2.ellipse(image, (192, 84), (14, 8), 0, 0, 180, (60, 60, 160), -1, cv2.LINE_AA)
    image[:34] = (60, 90, 140)
    image[:, :118] = (60, 90, 140)
    done, data = cv2.imencode(".png", np.flipud(image))
    assert done
    return data.tobytes()
