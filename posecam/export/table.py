"""What every format writes down: the frames of a session, and how numbers are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

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


@dataclass(frozen=True, slots=True, eq=False)
class PersonRow:
    """A person in one frame, the joints in the order that was asked for.

    Attributes:
        person_id: number of the person.
        joints_2d: (J, 2) px of the frame.
        joints_3d: (J, 3) mm, root-relative, camera frame.
        scores: (J,) 0..1.
        root: (3,) mm, the pelvis in the camera frame.
    """

    person_id: int
    joints_2d: NDArray[np.floating]
    joints_3d: NDArray[np.floating]
    scores: NDArray[np.floating]
    root: NDArray[np.floating]


def rows(session: Session, options: Options) -> Iterator[tuple[int, float, tuple[PersonRow, ...]]]:
    """(frame number, seconds, people) of every frame of the session; without a person: an empty
    tuple.
    """
    for index, (number, seconds) in enumerate(
        zip(session.frame_ids.tolist(), session.times.tolist(), strict=True)
    ):
        yield number, seconds, tuple(_row(p, options) for p in session.people_at(index))


def _row(pose: Pose, options: Options) -> PersonRow:
    return PersonRow(
        pose.person_id,
        options.ordered(pose.joints_2d),
        options.ordered(pose.joints_3d),
        options.ordered_scores(pose.scores),
        pose.root,
    )
