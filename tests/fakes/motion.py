"""A person of constant bone lengths who bends by angles that the test chooses."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from posecam.estimation.calibration import Calibration
from posecam.pose import Frame, FrameResult, Pose
from posecam.session import Recorder, Session
from posecam.skeleton import BONES, COUNT, INDEX, JOINTS

Array = NDArray[np.float64]
LENGTH = {joint.name: joint.length_mm for joint in JOINTS}
X, Y, Z = np.eye(3)
#: Settings of a session whose camera was calibrated, and is level.
LEVEL_CAMERA: Mapping[str, Any] = {
    "calibration": Calibration(1750.0, 60.0, (1.0,) * len(BONES), (0.0, -1.0, 0.0), 1000.0).table()
}
SIZE = (64, 48)


def about(axis: Array, degrees: ArrayLike) -> Array:
    """(T, 3, 3) rotations about (3,) or (T, 3) axes."""
    angle = np.radians(np.atleast_1d(np.asarray(degrees, float)))
    axes = np.broadcast_to(axis, (len(angle), 3))
    out = np.empty((len(angle), 3, 3))
    for column, start in enumerate(np.eye(3)):
        dot = (axes @ start)[:, None] * axes
        turned = np.cos(angle)[:, None] * (start - dot) + np.sin(angle)[:, None] * np.cross(
            axes, start
        )
        out[:, :, column] = dot + turned
    return out


def body(
    count: int = 1,
    *,
    yaw: ArrayLike = 0,
    trunk_flexion: ArrayLike = 0,
    trunk_lateral: ArrayLike = 0,
    trunk_rotation: ArrayLike = 0,
    hip_flexion: ArrayLike = 0,
    hip_abduction: ArrayLike = 0,
    thigh_twist: ArrayLike = 0,
    knee: ArrayLike = 0,
    shoulder_elevation: ArrayLike = 0,
    shoulder_plane: ArrayLike = 0,
    arm_twist: ArrayLike = 0,
    elbow: ArrayLike = 0,
) -> Array:
    """(count, 16, 3) mm relative to the pelvis, camera frame; degrees, each (count,) or one.

    Facing the camera at yaw 0, turning to the person's left with more. Both sides do the same.
    Trunk: forward, to the right, turned to the left. Hip: the thigh forward and outward from the
    trunk. Shoulder: arm away from the trunk, in the plane 0 sideways .. 90 forward. A twist turns
    thigh or upper arm about itself, inward at both sides. Knee and elbow: 0 is straight.
    """

    def spread(value: ArrayLike) -> Array:
        return np.broadcast_to(np.asarray(value, float), (count,)).copy()

    # Body frame: X to the person's left, Y up, Z forward.
    pelvis = about(Y, spread(yaw))
    bent = pelvis @ about(X, spread(trunk_flexion))
    thorax = bent @ about(Z, spread(trunk_lateral))
    chest = thorax @ about(Y, spread(trunk_rotation))
    points: dict[str, Array] = {"pelvis": np.zeros((count, 3))}
    points["thorax"] = LENGTH["thorax"] * thorax @ Y
    points["upper_neck"] = points["thorax"] + LENGTH["upper_neck"] * chest @ Y
    points["head_top"] = points["upper_neck"] + LENGTH["head_top"] * chest @ Y
    for side, sign in (("l", 1), ("r", -1)):
        thigh = bent @ about(X, -spread(hip_flexion)) @ about(Z, sign * spread(hip_abduction))
        thigh = thigh @ about(Y, -sign * spread(thigh_twist))
        hip = sign * LENGTH["l_hip"] * pelvis @ X
        points[f"{side}_hip"] = hip
        points[f"{side}_knee"] = hip + LENGTH["l_knee"] * thigh @ -Y
        shin = thigh @ about(X, spread(knee))
        points[f"{side}_ankle"] = points[f"{side}_knee"] + LENGTH["l_ankle"] * shin @ -Y
        plane = spread(shoulder_plane)
        axis = np.stack(
            [-np.sin(np.radians(plane)), 0 * plane, sign * np.cos(np.radians(plane))], 1
        )
        arm = chest @ about(axis, spread(shoulder_elevation))
        arm = arm @ about(Y, -sign * spread(arm_twist))
        forearm = arm @ about(X, -spread(elbow))
        shoulder = points["thorax"] + sign * LENGTH["l_shoulder"] * chest @ X
        points[f"{side}_shoulder"] = shoulder
        points[f"{side}_elbow"] = shoulder + LENGTH["l_elbow"] * arm @ -Y
        points[f"{side}_wrist"] = points[f"{side}_elbow"] + LENGTH["l_wrist"] * forearm @ -Y
    joints = np.empty((count, COUNT, 3))
    for name, index in INDEX.items():
        joints[:, index] = points[name]
    return joints * [1, -1, -1]


def record_motion(
    folder: Path,
    joints: Array,
    times: Sequence[float] | Array,
    *,
    seen: Sequence[bool] | None = None,
    person_ids: Sequence[int] | None = None,
    roots: Array | None = None,
    with_images: Array | None = None,
    size: tuple[int, int] = SIZE,
    settings: Mapping[str, Any] | None = None,
) -> Session:
    """A session of that motion: (T, 16, 3) camera frame, T seconds; 3 m away by default.

    The 2D joints are those of the same motion, or of `with_images`, at 50 mm a pixel. Unless other
    settings are given, the camera is known to be level.
    The image of frame k is of the grey level 16 + k % 200.
    """
    recorder = Recorder(
        folder,
        source="camera 0",
        info=None,
        engine={},
        settings=LEVEL_CAMERA if settings is None else settings,
        wait_for_room=True,
    )
    for number, seconds in enumerate(times):
        image = np.full((size[1], size[0], 3), 16 + number % 200, np.uint8)
        frame = Frame(image, number, float(seconds), time.perf_counter_ns())
        root = np.array([200, 100, 3000]) if roots is None else roots[number]
        here = joints[number].astype(np.float32)
        flat = here if with_images is None else with_images[number]
        pose = Pose(
            frame_id=number,
            time=float(seconds),
            person_id=0 if person_ids is None else person_ids[number],
            joints_2d=(flat[:, :2] * 0.02 + [size[0] / 2, size[1] / 2]).astype(np.float32),
            joints_3d=here,
            scores=np.full(len(here), 0.9, np.float32),
            root=root.astype(np.float32),
            box=np.array([4, 4, 40, 40], np.float32),
        )
        there = seen is None or seen[number]
        recorder.add_frame(frame)
        recorder.add_result(FrameResult(frame, (pose,) if there else ()))
    recorder.close()
    return Session.open(folder)
