"""A session as it is looked at: whom to show, in which frame, and what it says over time. No Qt."""

from __future__ import annotations

import time
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.estimation.calibration import measured_floor
from posecam.gui.shared.translation import tr
from posecam.kinematics import ANGLES, joint_angles
from posecam.kinematics.gait import find_moves
from posecam.kinematics.grounding import levelled
from posecam.kinematics.moves import Contact, Moves, contacts_of
from posecam.kinematics.stage import RecordedStage
from posecam.pose import Floor, Frame, FrameResult, Pose
from posecam.session import Session
from posecam.session.people import seen_longest_first
from posecam.skeleton import COUNT

FloatArray = NDArray[np.float64]

#: A frame that no one looked at shows the poses of the last one that was, for so long.
HOLD_S: Final = 0.25
#: Frames whose angles are worked out together: all at once would take much memory.
_AT_ONCE: Final = 4096
_EMPTY_SIZE: Final = (640, 480)


class Take:
    """A session, and the person in it that is looked at.

    Attributes:
        session: as read.
        person: the number of whom to look at; None for the main person of each frame.
    """

    def __init__(self, session: Session, person: int | None = None) -> None:
        """Raises SessionError where there is nothing to look at."""
        if not len(session):
            raise SessionError(
                tr(
                    "The recording {folder} has no frames: nothing to look at.",
                    folder=session.folder,
                )
            )
        self.session = session
        self.person = person

    @property
    def times(self) -> FloatArray:
        return self.session.times

    @cached_property
    def people(self) -> list[int]:
        """Numbers of everybody in the session, those seen most often first."""
        return seen_longest_first(self.session.people)

    @cached_property
    def rows_of_person(self) -> NDArray[np.int64]:
        """(N,) row of `Session.people` in each frame, -1 where the person is not seen."""
        if self.person is None:
            return self.session.main_rows
        rows = np.full(len(self.session), -1, np.int64)
        of_person = np.flatnonzero(self.session.people.ids == self.person)
        rows[self.session.people.frame_index[of_person]] = of_person
        return rows

    @cached_property
    def confidence(self) -> FloatArray:
        """(N,) mean score of the person, 0..1; not a number where not seen or not looked for."""
        rows = self.rows_of_person
        out = np.full(len(rows), np.nan)
        out[rows >= 0] = self.session.people.scores[rows[rows >= 0], :COUNT].mean(1)
        return out

    @cached_property
    def angles(self) -> dict[str, FloatArray]:
        """(N,) degrees of every angle; not a number where the person is not seen."""
        starts = range(0, len(self.times), _AT_ONCE)
        parts = [
            joint_angles(levelled(self.keypoints_3d(start, start + _AT_ONCE), self.floor))
            for start in starts
        ]
        return {name: np.concatenate([part[name] for part in parts]) for name in ANGLES}

    def contacts(self, row: int) -> tuple[Contact | None, Contact | None]:
        """What of the right and the left foot rests on the ground in a frame."""
        number, told = int(self.rows_of_person[row]), self.session.people.contacts
        return contacts_of(None if number < 0 or told is None else told[number])

    @cached_property
    def moves(self) -> Moves:
        """The steps and jumps of the person."""
        rows = self.rows_of_person
        seen, people = rows >= 0, self.session.people
        joints = people.joints_3d[rows[seen]].astype(np.float64)
        return find_moves(
            self.times[seen], people.joints_2d[rows[seen]], levelled(joints, self.floor)
        )

    def joints_3d(self, first: int, end: int) -> NDArray[np.float32]:
        """(M, 16, 3) mm of the person in the frames first..end - 1, root-relative, camera frame.

        Not numbers where they are not seen.
        """
        return self.keypoints_3d(first, end)[:, :COUNT]

    def keypoints_3d(self, first: int, end: int) -> NDArray[np.float32]:
        """(M, K, 3) mm: the same of all the keypoints that the session has."""
        rows = self.rows_of_person[first:end]
        joints = np.full((len(rows), len(self.session.joint_names), 3), np.nan, np.float32)
        joints[rows >= 0] = self.session.people.joints_3d[rows[rows >= 0]]
        return joints

    @cached_property
    def stage(self) -> RecordedStage:
        """Where the figure of the person stands, known from before and after each moment."""
        seen = np.flatnonzero(self.rows_of_person >= 0)
        shown, people = self.rows_of_person[seen], self.session.people
        return RecordedStage(
            self.session.frame_ids,
            self.times,
            seen,
            people.joints_2d[shown],
            people.joints_3d[shown],
            people.scores[shown],
            people.root[shown],
            self.floor,
        )

    @cached_property
    def _shown_rows(self) -> NDArray[np.int64]:
        """(N,) the frame whose poses are shown in each frame."""
        own = np.arange(len(self.session))
        last = np.maximum.accumulate(np.where(self.session.estimated, own, -1))
        held = (last >= 0) & (self.times - self.times[last] <= HOLD_S)
        return np.where(held, last, own)

    def poses(self, row: int) -> tuple[Pose, ...]:
        """Whom to show in a frame, the person looked at first where seen."""
        poses = self.session.people_at(int(self._shown_rows[row]))
        if self.person is None:
            return poses
        return tuple(sorted(poses, key=lambda pose: pose.person_id != self.person))

    def result(self, row: int, image: NDArray[np.uint8] | None) -> FrameResult:
        """The frame with its poses; a dark image where there is none."""
        shown = self._empty_image(row) if image is None else image
        number, seconds = int(self.session.frame_ids[row]), float(self.times[row])
        frame = Frame(shown, number, seconds, time.perf_counter_ns())
        poses = self.poses(row)
        return FrameResult(frame, poses, main_id=self.person, floor=self.floor)

    @cached_property
    def floor(self) -> Floor | None:
        """The ground: measured, or as the people in the recording tell it."""
        return measured_floor(self.session.manifest.settings) or self.session.estimated_floor

    def _empty_image(self, row: int) -> NDArray[np.uint8]:
        number = int(self.session.frame_ids[row])
        size = _EMPTY_SIZE
        for segment in self.session.manifest.segments:
            if segment.first_frame <= number:
                size = segment.width, segment.height
        return np.full((size[1], size[0], 3), 18, np.uint8)
