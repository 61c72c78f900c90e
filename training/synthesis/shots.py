"""Where the camera stands for a person, and what of the person it frames."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.synthesis.camera import NEAR_M, Camera, lens, look_at, window
from training.synthesis.rotations import Array, vector

#: Widest picture that is taken, as if it were not cut from the side of a larger one.
WIDEST_DEG = 98.0

_INDEX = skeleton.INDEX
_UPPER = [i for i, n in enumerate(skeleton.NAMES) if not n.endswith(("ankle", "knee"))]
_BUST = [_INDEX[n] for n in ("head_top", "upper_neck", "thorax", "l_shoulder", "r_shoulder")]
_BUST_AND_ELBOWS = [*_BUST, _INDEX["l_elbow"], _INDEX["r_elbow"]]


@dataclass(frozen=True, slots=True)
class Shot:
    """A way of filming.

    Attributes:
        share: how often.
        distance: m, nearest and farthest, on the level.
        height: m of the camera over the floor; over the face for a desk's webcam.
        yaw_sd: degrees off the front; 180 means from anywhere.
    """

    share: float
    distance: tuple[float, float]
    height: tuple[float, float]
    yaw_sd: float


#: Filming somebody in a room.
ROOM_SHOTS = (
    Shot(0.42, (2.2, 6.0), (0.7, 2.2), 180.0),
    Shot(0.26, (1.6, 3.4), (0.5, 1.5), 40.0),  # a webcam that sees all of the body
    Shot(0.14, (1.1, 2.8), (0.08, 0.5), 180.0),  # on the floor, looking up
    Shot(0.18, (0.8, 3.2), (2.2, 4.2), 180.0),  # high up, looking down
)
#: The webcam of a desk.
DESK_SHOT = Shot(1.0, (0.45, 1.15), (-0.5, 0.3), 27.0)


def room_camera(rng: np.random.Generator, joints: Array, size: int) -> Camera:
    """A camera in the room that frames the person, sometimes cutting some of them off."""
    shot = ROOM_SHOTS[int(rng.choice(len(ROOM_SHOTS), p=[s.share for s in ROOM_SHOTS]))]
    yaw = rng.uniform(-math.pi, math.pi)
    if shot.yaw_sd < 180:
        yaw = math.radians(rng.normal() * shot.yaw_sd)
    middle = joints.mean(0)
    eye = _around(middle, rng.uniform(*shot.distance), yaw, rng.uniform(*shot.height))
    camera = _looking(rng, eye, middle + rng.normal(size=3) * 0.12, size)
    flat = camera.project(camera.to_camera(joints))
    if rng.random() < 0.12:  # part of the person is out of the picture
        matrix = window(flat, size, rng.uniform(0.75, 1.15), rng.normal(size=2) * 0.2)
    else:
        matrix = window(flat, size, rng.uniform(1.3, 1.9), rng.normal(size=2) * 0.04)
    return replace(camera, matrix=_no_wider(matrix, size, flat))


def desk_camera(rng: np.random.Generator, joints: Array, size: int) -> Camera:
    """A webcam close to a person who faces -y, of whom it sees the upper part."""
    face = (joints[_INDEX["head_top"]] + joints[_INDEX["upper_neck"]]) / 2
    yaw = math.radians(rng.normal() * DESK_SHOT.yaw_sd)
    height = float(face[2]) + rng.uniform(*DESK_SHOT.height)
    eye = _around(face, rng.uniform(*DESK_SHOT.distance), yaw, height)
    camera = _looking(rng, eye, face - vector(0, 0, rng.uniform(0, 0.3)), size)
    framed = (_UPPER, _BUST, _BUST_AND_ELBOWS)[int(rng.choice(3, p=[0.45, 0.2, 0.35]))]
    seen = camera.to_camera(joints[framed])
    flat = camera.project(seen[seen[:, 2] > 2 * NEAR_M])
    shift = np.array([rng.normal() * 0.06, rng.normal() * 0.05 - 0.03])
    matrix = window(flat, size, rng.uniform(1.2, 1.75), shift)
    bust = camera.to_camera(joints[_BUST])
    return replace(camera, matrix=_no_wider(matrix, size, camera.project(bust)))


def seen_joints(camera: Camera, joints: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Joints in the camera frame (m), in pixels (0 behind the camera), and which are in it."""
    local = camera.to_camera(joints)
    ahead = local[:, 2] > NEAR_M
    pixels = np.zeros((len(joints), 2))
    pixels[ahead] = camera.project(local[ahead])
    inside = (pixels > -0.5).all(1) & (pixels < np.array(camera.size) - 0.5).all(1)
    return local, pixels, ahead & inside


def _no_wider(matrix: Array, size: int, kept: Array) -> Array:
    """The lens, or one of WIDEST_DEG that looks at what must be kept, (N, 2) at focal length one.

    A hand next to the camera would otherwise pull in the floor and the ceiling.
    """
    least = size / 2 / math.tan(math.radians(WIDEST_DEG) / 2)
    if matrix[0, 0] >= least:
        return matrix
    middle = np.clip(np.median(kept, axis=0), -0.7, 0.7) * least
    half = (size - 1) / 2
    return lens(least, (half - float(middle[0]), half - float(middle[1])))


def _around(middle: Array, distance: float, yaw: float, height: float) -> Array:
    """A place at a distance on the level; yaw 0 is in front of a person facing -y."""
    ahead = vector(math.sin(yaw) * distance, -math.cos(yaw) * distance, 0.0)
    return vector(middle[0], middle[1], 0.0) + ahead + vector(0.0, 0.0, height)


def _looking(rng: np.random.Generator, eye: Array, target: Array, size: int) -> Camera:
    roll = rng.normal() * 3.5 if rng.random() < 0.93 else rng.uniform(-30, 30)
    return Camera(look_at(eye, target, math.radians(roll)), eye, np.eye(3), (size, size))
