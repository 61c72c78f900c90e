"""An estimator that needs no network: a figure that walks on the spot, as slowly as it is told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engines.engine import EngineInfo
from posecam import skeleton
from posecam.estimation.estimator import EstimatorOptions
from posecam.pose import Frame, FrameResult, Pose

FloatArray = NDArray[np.float32]

#: Standing upright, facing the camera, arms hanging: offsets from the pelvis in mm, camera frame.
STANDING: dict[str, tuple[float, float, float]] = {
    "pelvis": (0, 0, 0),
    "thorax": (0, -487, 0),
    "upper_neck": (0, -537, 0),
    "head_top": (0, -727, 0),
    "r_hip": (-133, 0, 0),
    "r_knee": (-140, 443, 0),
    "r_ankle": (-145, 897, 0),
    "l_hip": (133, 0, 0),
    "l_knee": (140, 443, 0),
    "l_ankle": (145, 897, 0),
    "r_shoulder": (-151, -487, 0),
    "r_elbow": (-230, -220, 20),
    "r_wrist": (-260, 20, -40),
    "l_shoulder": (151, -487, 0),
    "l_elbow": (230, -220, 20),
    "l_wrist": (260, 20, -40),
}


def figure(seconds: float = 0.0, stride: float = 0.0) -> FloatArray:
    """(16, 3) joints in mm, root-relative; stride > 0 swings arms and legs."""
    joints = np.array([STANDING[name] for name in skeleton.NAMES], np.float32)
    swing = stride * np.sin(2 * np.pi * 0.8 * seconds)
    for side, sign in (("r_", 1.0), ("l_", -1.0)):
        for name, share in (("knee", 0.5), ("ankle", 1.0)):
            index = skeleton.INDEX[side + name]
            joints[index, 2] += sign * share * swing
            joints[index, 1] -= share * abs(swing) * 0.15
        for name, share in (("elbow", 0.4), ("wrist", 1.0)):
            index = skeleton.INDEX[side + name]
            joints[index, 2] -= sign * share * swing
            joints[index, 1] -= share * abs(swing) * 0.3
    return joints


def make_pose(
    frame: Frame,
    joints: FloatArray | None = None,
    scores: FloatArray | None = None,
    person_id: int = 0,
) -> Pose:
    """The figure seen in the middle of the frame, nine tenths as tall as the image."""
    joints = figure() if joints is None else joints
    scores = np.full(skeleton.COUNT, 0.9, np.float32) if scores is None else scores
    width, height = frame.size
    scale = height * 0.9 / 1750
    centre = np.array([width / 2, height * 0.49], np.float32)
    points = (joints[:, :2] * scale + centre).astype(np.float32)
    return Pose(
        frame.frame_id,
        frame.time,
        person_id,
        points,
        joints.astype(np.float32),
        scores.astype(np.float32),
        np.array([0, 0, 3000], np.float32),
        np.array([0, 0, width, height], np.float32),
    )


def aside(pose: Pose, steps: int) -> Pose:
    """The same person further to the right: a third of a metre for each step."""
    away = np.array([330.0 * steps, 0, 0], np.float32)
    px = away[:2] * np.ptp(pose.joints_2d[:, 1]) / np.ptp(pose.joints_3d[:, 1])
    return replace(pose, joints_2d=pose.joints_2d + px, root=pose.root + away)


class FakeEngine:
    """Runs nothing; knows what it is called and whether it was closed."""

    def __init__(self) -> None:
        self.closed = False
        self.info = EngineInfo("fake", "1", "none", "fp32", "figure.onnx", "0" * 64)
        self.metadata: Mapping[str, str] = {}
        self.input_shape = (3, 256, 256)

    def run(self, _: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        return {}

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeEstimator:
    """Answers every frame with the walking figure after `delay` seconds.

    Attributes:
        delay: how long one answer takes.
        no_person: answer that no person is there.
        fail_after: raise with this many answers given.
        people: how many there are, side by side, the last chosen one first.
        stride: how far arms and legs swing, mm.
    """

    delay: float = 0.0
    no_person: bool = False
    fail_after: int | None = None
    people: int = 1
    stride: float = 260
    options: EstimatorOptions = field(default_factory=EstimatorOptions)
    engine: Any = field(default_factory=FakeEngine)
    resets: int = 0
    answers: int = 0
    chosen: list[int | None] = field(default_factory=list)
    pointed_at: list[tuple[float, float]] = field(default_factory=list)

    def warm_up(self) -> None:
        """There is nothing to warm up."""

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult:
        if self.fail_after is not None and self.answers >= self.fail_after:
            raise ValueError("the figure fell over")
        started = time.perf_counter()
        self.answers += 1
        if self.delay:
            time.sleep(self.delay)
        people = 0 if self.no_person else self.people
        main = next((one for one in reversed(self.chosen) if one is not None), 0)
        order = sorted(range(people), key=lambda one: one != main)
        body = figure(frame.time, self.stride)
        poses = tuple(aside(make_pose(frame, body, person_id=one), one) for one in order)
        spent = (time.perf_counter() - started) * 1e3
        return FrameResult(frame, poses, {"network": spent}, skipped, main if poses else None)

    def reset(self) -> None:
        self.resets += 1

    def choose(self, person_id: int | None) -> None:
        self.chosen.append(person_id)

    def choose_at(self, x: float, y: float) -> int | None:
        self.pointed_at.append((x, y))
        return None

    def close(self) -> None:
        self.engine.close()


#: Of feet, face and knuckles, mm from the joint that each hangs on, of the person's right side.
DETAILS = {
    "heel": (0, 40, 50), "big_toe": (30, 70, -180), "small_toe": (-50, 70, -140),
    "nose": (0, -120, -120), "eye": (-30, -30, 20), "ear": (-45, 0, 90),
    "index": (12, 100, -20), "pinky": (-14, 95, 20),
}  # fmt: skip


def with_details(pose: Pose, score: float = 0.9) -> Pose:
    """A pose of sixteen joints with feet, face and hands, all of one score."""
    px_per_mm = float(
        np.linalg.norm(pose.joints_2d[7] - pose.joints_2d[6])
        / np.linalg.norm(pose.joints_3d[7] - pose.joints_3d[6])
    )
    flat, body = list(pose.joints_2d), list(pose.joints_3d)
    for keypoint in skeleton.KEYPOINTS[skeleton.COUNT :]:
        parent = skeleton.KEYPOINT_INDEX[str(keypoint.parent)]
        off = np.array(DETAILS[keypoint.name.removeprefix("r_").removeprefix("l_")], np.float32)
        if keypoint.side == "left":
            off[0] *= -1
        body.append(body[parent] + off)
        flat.append(flat[parent] + off[:2] * px_per_mm)
    more = np.full(skeleton.KEYPOINT_COUNT - skeleton.COUNT, score, np.float32)
    return replace(
        pose,
        joints_2d=np.array(flat, np.float32),
        joints_3d=np.array(body, np.float32),
        scores=np.concatenate([pose.scores, more]),
    )
