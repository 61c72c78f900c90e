"""What every format writes down: the frames of a session, and how numbers are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from posecam.export.options import Options
from posecam.pose import Pose
from posecam.session import Session

#: What the numbers of an export mean, for the formats that have room to say so.
UNITS: Final = {
    "time": "s since the first frame",
    "joints_2d": "px of the frame, x right, y down",
    "joints_3d": "mm relative to the pelvis, camera frame: x right, y down, z away from the camera",
    "scores": "0..1",
}


def rows(session: Session, options: Options) -> Iterator[tuple[int, float, tuple[Pose, ...]]]:
    """(frame number, seconds, people) of every frame of the session; without a person: an empty
    tuple.

    The people's joints are in the order of the options.
    """
    for index, (number, seconds) in enumerate(
        zip(session.frame_ids.tolist(), session.times.tolist(), strict=True)
    ):
        yield number, seconds, tuple(_ordered(p, options) for p in session.people_at(index))


def _ordered(pose: Pose, options: Options) -> Pose:
    if options.order == "mpii":
        return pose
    return replace(
        pose,
        joints_2d=options.ordered(pose.joints_2d),
        joints_3d=options.ordered(pose.joints_3d),
        scores=options.ordered_scores(pose.scores),
    )
