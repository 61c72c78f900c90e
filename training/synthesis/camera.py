"""The pinhole camera of a rendered image.

Camera frame: x right, y down, z away from the camera. Integer pixel coordinates are pixel centres.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from training.synthesis.rotations import UP, Array, cross, unit

NEAR_M, FAR_M = 0.08, 40.0


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """Where an image is taken from.

    Attributes:
        rotation: (3, 3) from world to camera, determinant +1.
        position: (3,) m, in the world.
        matrix: (3, 3) from camera frame to pixels.
        size: width and height of the image, px.
    """

    rotation: Array
    position: Array
    matrix: Array
    size: tuple[int, int]

    def to_camera(self, points: Array) -> Array:
        """(..., 3) world points in the camera frame, m."""
        return np.asarray((points - self.position) @ self.rotation.T)

    def project(self, points: Array) -> Array:
        """(..., 2) pixels of (..., 3) points of the camera frame."""
        projected = points @ self.matrix.T
        return np.asarray(projected[..., :2] / projected[..., 2:])

    def clip_matrix(self) -> Array:
        """(4, 4) from world to OpenGL's clip space."""
        width, height = self.size
        k = self.matrix
        lens = np.array(
            [
                [2 * k[0, 0] / width, 0, (2 * k[0, 2] + 1) / width - 1, 0],
                [0, -2 * k[1, 1] / height, 1 - (2 * k[1, 2] + 1) / height, 0],
                [0, 0, (FAR_M + NEAR_M) / (FAR_M - NEAR_M), -2 * FAR_M * NEAR_M / (FAR_M - NEAR_M)],
                [0, 0, 1, 0],
            ]
        )
        view = np.eye(4)
        view[:3, :3] = self.rotation
        view[:3, 3] = -self.rotation @ self.position
        return np.asarray(lens @ view)

    def depth_m(self, buffer: Array) -> Array:
        """Distances along z of values 0..1 of the depth buffer."""
        return 2 * FAR_M * NEAR_M / (FAR_M + NEAR_M - (2 * buffer - 1) * (FAR_M - NEAR_M))


def look_at(eye: Array, target: Array, roll: float = 0.0) -> Array:
    """(3, 3) from world to camera for a camera at eye; roll turns it about its axis, radians."""
    forward = unit(target - eye)
    right = unit(cross(forward, UP))
    up = cross(right, forward)
    c, s = math.cos(roll), math.sin(roll)
    right = c * right + s * up
    down = cross(forward, right)
    return np.stack([right, down, forward])


def lens(focal_px: float, centre: tuple[float, float]) -> Array:
    """(3, 3) matrix of a camera with square pixels."""
    return np.array([[focal_px, 0, centre[0]], [0, focal_px, centre[1]], [0, 0, 1.0]])


def window(points: Array, size: int, margin: float, shift: Array) -> Array:
    """(3, 3) matrix of a square image round points that are (N, 2) at focal length one.

    Args:
        margin: side of the image over the larger side of the points' box.
        shift: (2,) of the middle of the image from the middle of the box, in sides.
    """
    low, high = points.min(0), points.max(0)
    side = float((high - low).max()) * margin
    middle = (low + high) / 2 + shift * side
    focal = size / side
    half = (size - 1) / 2
    return lens(focal, (half - middle[0] * focal, half - middle[1] * focal))
