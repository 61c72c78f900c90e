"""The legs of everybody in a take: hung where they are out of view, and which feet rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.floor import take_floor
from posecam.kinematics.hidden import hang_hidden_legs
from posecam.kinematics.level import LEVEL
from posecam.kinematics.touch import take_contacts
from posecam.pose import Floor, Pose
from posecam.skeleton import COUNT

Poses = dict[tuple[int, int], Pose]


def with_legs(poses: Poses, floor: Floor | None = None, *, hung: bool = True) -> Poses:
    """The same poses with `Pose.contacts`, from both sides of each moment.

    Args:
        poses: of each frame's number and each person's.
        floor: measured; as the poses tell it where None.
        hung: also with legs that are out of view below the hips: `kinematics.hidden`.
    """
    if not poses:
        return poses
    floor = _floor(list(poses.values())) if floor is None else floor
    up = LEVEL if floor is None else floor.up
    people: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(poses):
        people.setdefault(key[1], []).append(key)
    found = dict(poses)
    for keys in people.values():
        own = [poses[key] for key in keys]
        for size in sorted({len(pose.scores) for pose in own}):
            rows = [row for row, pose in enumerate(own) if len(pose.scores) == size]
            some = [own[row] for row in rows]
            times, joints = _of(some, "time"), np.nan_to_num(_of(some, "joints_3d"))
            scores = np.nan_to_num(_of(some, "scores"))
            if hung:
                joints = hang_hidden_legs(times, joints, scores, up)
            told = take_contacts(times, _of(some, "joints_2d"), joints, scores, np.array(up))
            for k, row in enumerate(rows):
                known = told is not None and np.isfinite(told[k]).any()
                found[keys[row]] = replace(
                    own[row],
                    joints_3d=joints[k].astype(np.float32),
                    contacts=told[k] if told is not None and known else None,
                )
    return found


def _floor(poses: list[Pose]) -> Floor | None:
    nothing = np.full(3, np.nan, np.float32)
    return take_floor(
        _of(poses, "time"),
        np.array([pose.person_id for pose in poses]),
        _of(poses, "root"),
        np.nan_to_num(np.array([pose.joints_3d[:COUNT] for pose in poses], np.float64)),
        np.nan_to_num(np.array([pose.scores[:COUNT] for pose in poses], np.float64)),
        np.array([nothing if pose.up is None else pose.up for pose in poses], np.float64),
        np.array([pose.up_score for pose in poses], np.float64),
    )


def _of(poses: list[Pose], name: str) -> NDArray[np.float64]:
    return np.array([getattr(pose, name) for pose in poses], np.float64)
