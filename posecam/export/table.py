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
from posecam.session.manifest import UNITS as UNITS_OF_SESSIONS

#: What the numbers of an export mean, for the formats that have room to say so.
UNITS: Final = {
    "time": "s since the first frame",
    "joints_2d": "px of the frame, x right, y down",
    "joints_3d": "mm relative to the pelvis, camera frame: x right, y down, z away from the camera",
    "scores": "0..1",
    "spread": UNITS_OF_SESSIONS["spread"],
    "up": UNITS_OF_SESSIONS["up"],
    "up_score": UNITS_OF_SESSIONS["up_score"],
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
        spread: (J,) mm, how unsure each depth is; None where not known.
        up: (3,) unit vector away from the ground, camera frame; None where not known.
        up_score: 0..1, how sure that is.
    """

    person_id: int
    joints_2d: NDArray[np.floating]
    joints_3d: NDArray[np.floating]
    scores: NDArray[np.floating]
    root: NDArray[np.floating]
    spread: NDArray[np.floating] | None = None
    up: NDArray[np.floating] | None = None
    up_score: float = 0.0


def rows(session: Session, options: Options) -> Iterator[tuple[int, float, tuple[PersonRow, ...]]]:
    """(frame number, seconds, people) of every frame of the session; without a person: an empty
    tuple.
    """
    for index, (number, seconds) in enumerate(
        zip(session.frame_ids.tolist(), session.times.tolist(), strict=True)
    ):
        people = session.people_at(index)
        yield number, seconds, tuple(_row(p, options, len(session.joint_names)) for p in people)


def _row(pose: Pose, options: Options, joints: int) -> PersonRow:
    """A person with so many joints: those that the person lacks are not numbers, of score 0."""
    lacking = (0, joints - len(pose.scores))
    return PersonRow(
        pose.person_id,
        options.ordered(np.pad(pose.joints_2d, (lacking, (0, 0)), constant_values=np.nan)),
        options.ordered(np.pad(pose.joints_3d, (lacking, (0, 0)), constant_values=np.nan)),
        options.ordered_scores(np.pad(pose.scores, lacking)),
        pose.root,
        None
        if pose.spread is None
        else options.ordered_scores(np.pad(pose.spread, lacking, constant_values=np.nan)),
        pose.up,
        pose.up_score,
    )
