"""Poses that tell their own frame, so that what is read back can be checked to the digit."""

from __future__ import annotations

import time

import numpy as np

from posecam.pose import Frame, FrameResult, Pose
from posecam.skeleton import COUNT, KEYPOINT_COUNT
from tests.fakes.videos import numbered


def make_frame(
    number: int, seconds: float | None = None, size: tuple[int, int] = (176, 64)
) -> Frame:
    """A numbered image, at 30 frames a second unless told otherwise."""
    at = number / 30 if seconds is None else seconds
    return Frame(numbered(number % 1024, size), number, at, time.perf_counter_ns())


def make_pose(frame: Frame, person: int = 0, keypoints: int = COUNT) -> Pose:
    """Joint k of person p in frame f: (f + k + p/8, 2k) px and (100k, f, -p - 0.5) mm.

    Of more keypoints than sixteen the depth is unsure by k + 1 mm, up is given, and the
    right foot touches the ground while the left one is out of view.
    """
    k = np.arange(keypoints, dtype=np.float32)
    f = np.full(keypoints, frame.frame_id, np.float32)
    p = np.full(keypoints, person, np.float32)
    more = keypoints > COUNT
    return Pose(
        frame_id=frame.frame_id,
        time=frame.time,
        person_id=person,
        joints_2d=np.stack([f + k + p / 8, 2 * k], 1),
        joints_3d=np.stack([100 * k, f, -p - 0.5], 1),
        scores=(k / max(keypoints, COUNT)).astype(np.float32),
        root=np.array([1.5, 2.5, 3000], np.float32),
        box=np.array([1, 2, 30, 40.25], np.float32),
        spread=k + 1 if more else None,
        up=np.array([0.6, -0.8, 0], np.float32) if more else None,
        up_score=0.75 if more else 0.0,
        contacts=np.array([0.75, 0.5, np.nan, np.nan], np.float32) if more else None,
    )


def make_whole_pose(frame: Frame, person: int = 0) -> Pose:
    """The same of a network that tells thirty-one keypoints."""
    return make_pose(frame, person, KEYPOINT_COUNT)


def make_result(frame: Frame, people: int = 1, skipped: int = 0) -> FrameResult:
    """That many people in the frame."""
    poses = tuple(make_pose(frame, person) for person in range(people))
    return FrameResult(frame, poses, {}, skipped)
