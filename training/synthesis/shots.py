"""Where the camera stands for a person, how it is tilted, and what of the person it frames."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from training.synthesis.camera import NEAR_M, Camera, lens, look_at, window
from training.synthesis.poses import View
from training.synthesis.rotations import Array, vector

#: Widest image that is taken, as if it were not cut from the side of a larger one.
WIDEST_DEG = 98.0
#: Steepest that a camera looks up or down.
PITCH_DEG = 40.0

_INDEX = skeleton.INDEX
_UPPER = [i for i, n in enumerate(skeleton.NAMES) if not n.endswith(("ankle", "knee"))]
_BUST = [_INDEX[n] for n in ("head_top", "upper_neck", "thorax", "l_shoulder", "r_shoulder")]
_BUST_AND_ELBOWS = [*_BUST, _INDEX["l_elbow"], _INDEX["r_elbow"]]
_JOINTS = slice(skeleton.COUNT)
#: Width over height of the frames that cameras take.
_ASPECTS = (16 / 9, 4 / 3, 9 / 16)
_LIKELY_DEG = (48.0, 92.0)


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A camera whose image is the square round a person, cut from the frame that it takes.

    Attributes:
        camera: of the square.
        field_of_view_deg: of the whole frame, along its longer side.
        frame_size: (2,) width and height of the whole frame, in px of the square; its middle is
            the camera matrix' principal point.
    """

    camera: Camera
    field_of_view_deg: float
    frame_size: Array


def shoot(rng: np.random.Generator, joints: Array, view: View, size: int) -> Shot:
    """A camera for a person who faces -y: joints (31, 3) m."""
    if view is View.DESK:
        return _desk_shot(rng, joints[_JOINTS], size)
    return room_shot(rng, joints[_JOINTS], view, size)


def room_shot(rng: np.random.Generator, joints: Array, view: View, size: int) -> Shot:
    """A camera in the room that frames (N, 3) joints, sometimes cutting some of them off."""
    yaw = rng.uniform(-math.pi, math.pi)
    if view is not View.ANY:
        yaw = math.radians(rng.normal() * 26 + (180 if view is View.BEHIND else 0))
    pitch = rng.normal() * 9 - 3 if rng.random() < 0.5 else rng.uniform(-PITCH_DEG, PITCH_DEG)
    near, far = (1.0, 2.6) if pitch > 12 else (1.2, 5.5)
    distance = math.exp(rng.uniform(math.log(near), math.log(far)))
    if rng.random() < 0.12 and pitch < 12:
        distance = rng.uniform(5.0, 9.0)
    middle = joints.mean(0)
    camera = _aim(rng, middle, yaw, distance, pitch, size)
    projected = camera.project(camera.to_camera(joints))
    if rng.random() < 0.12:  # part of the person is out of the image
        matrix = window(projected, size, rng.uniform(0.75, 1.15), rng.normal(size=2) * 0.2)
    else:
        matrix = window(projected, size, rng.uniform(1.22, 1.8), rng.normal(size=2) * 0.04)
    return _shot(rng, camera, _no_wider(matrix, size, projected), projected)


def _desk_shot(rng: np.random.Generator, joints: Array, size: int) -> Shot:
    """A webcam close to a person who faces it, of whom it sees the upper part."""
    face = (joints[_INDEX["head_top"]] + joints[_INDEX["upper_neck"]]) / 2
    yaw = math.radians(rng.normal() * 27)
    distance = rng.uniform(0.45, 1.25)
    below = rng.uniform(-0.3, 0.5)
    seen_at = math.degrees(math.atan2(below, distance))
    pitch = float(np.clip(seen_at + rng.normal() * 10, -PITCH_DEG, PITCH_DEG))
    camera = _aim(rng, face, yaw, distance, pitch, size, below)
    framed = (_UPPER, _BUST, _BUST_AND_ELBOWS)[int(rng.choice(3, p=[0.45, 0.2, 0.35]))]
    seen = camera.to_camera(joints[framed])
    projected = camera.project(seen[seen[:, 2] > 2 * NEAR_M])
    shift = np.array([rng.normal() * 0.06, rng.normal() * 0.05 - 0.03])
    matrix = window(projected, size, rng.uniform(1.2, 1.7), shift)
    bust = camera.project(camera.to_camera(joints[_BUST]))
    return _shot(rng, camera, _no_wider(matrix, size, bust), bust)


def _aim(
    rng: np.random.Generator,
    target: Array,
    yaw: float,
    distance: float,
    pitch: float,
    size: int,
    below: float | None = None,
) -> Camera:
    """A camera off whose axis the target is seen.

    Args:
        target: (3,) m, the middle of what is filmed.
        yaw: radians that the camera stands off the front of a person facing -y.
        distance: m, on the level.
        pitch: degrees that the camera looks up.
        below: m that the camera is below the target; chosen to suit the pitch if None.
    """
    if below is None:
        off = float(np.clip(rng.normal() * 7, -20, 20))
        below = distance * math.tan(math.radians(pitch - off))
    height = float(np.clip(target[2] - below, 0.06, target[2] + 3.2))
    seen_at = math.degrees(math.atan2(target[2] - height, distance))
    # The camera is where it can be; it is tilted as wanted as far as the target stays in its frame.
    off_y = float(np.clip(pitch - seen_at, -24, 24))
    off_x = float(np.clip(rng.normal() * 9, -26, 26))
    eye = vector(target[0] + math.sin(yaw) * distance, target[1] - math.cos(yaw) * distance, height)
    azimuth = math.atan2(target[1] - eye[1], target[0] - eye[0]) + math.radians(off_x)
    tilt = math.radians(seen_at + off_y)
    ahead = vector(
        math.cos(azimuth) * math.cos(tilt), math.sin(azimuth) * math.cos(tilt), math.sin(tilt)
    )
    roll = rng.normal() * 3 if rng.random() < 0.75 else rng.uniform(-15, 15)
    rotation = look_at(eye, eye + ahead, math.radians(roll))
    return Camera(rotation, eye, np.eye(3), (size, size))


def _shot(rng: np.random.Generator, camera: Camera, matrix: Array, projected: Array) -> Shot:
    """The square of a camera in a frame that has the joints, (N, 2) at focal length one, in it."""
    reach = np.abs(projected).max(0) * 1.05
    aspect = float(rng.choice(_ASPECTS, p=[0.5, 0.2, 0.3]))
    if _field_of_view(reach, aspect) > _LIKELY_DEG[1] > _field_of_view(reach, 1 / aspect):
        aspect = 1 / aspect  # the telephone is held the other way
    fov = max(rng.uniform(*_LIKELY_DEG), _field_of_view(reach, aspect))
    side = 2 * float(matrix[0, 0]) * math.tan(math.radians(fov) / 2)
    frame = np.array([side, side / aspect] if aspect > 1 else [side * aspect, side])
    return Shot(replace(camera, matrix=matrix), fov, frame)


def _field_of_view(reach: Array, aspect: float) -> float:
    """Degrees along the longer side of a frame that reaches so far, (2,) at focal length one."""
    longer = max(aspect, 1 / aspect)
    across = reach * ((1.0, longer) if aspect > 1 else (longer, 1.0))
    return 2 * math.degrees(math.atan(float(across.max())))


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
