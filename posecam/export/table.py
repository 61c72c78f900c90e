"""What every format writes down: the frames of a session, and how numbers are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from posecam.pose import Pose
from posecam.session import Session

#: What the numbers of an export mean, for the formats that have room to say so.
UNITS: Final = {
    "time": "s since the first frame",
    "joints_2d": "px of the frame, x right, y down",
    "joints_3d": "mm relative to the pelvis, camera frame: x right, y down, z away from the camera",
    "scores": "0..1",
}


def rows(session: Session) -> Iterator[tuple[int, float, tuple[Pose, ...]]]:
    """(frame number, seconds, people) of every frame of the session; nobody: an empty tuple."""
    for index, (number, seconds) in enumerate(
        zip(session.frame_ids.tolist(), session.times.tolist(), strict=True)
    ):
        yield number, seconds, session.people_at(index)
