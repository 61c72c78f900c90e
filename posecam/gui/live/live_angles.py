"""Angles and repetitions of the main person while they happen. No Qt."""

from __future__ import annotations

import time
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics import ANGLES, find_repetitions, joint_angles
from posecam.kinematics.grounding import levelled
from posecam.kinematics.moves import Contact, contacts_of
from posecam.kinematics.repetitions import Repetition
from posecam.pose import HIDDEN_SCORE, FrameResult, Pose
from posecam.skeleton import KEYPOINT_COUNT

FloatArray = NDArray[np.float64]

#: A new whole number is shown once the angle is as far as this from the one shown, degrees.
STEADY_DEG: Final = 1.0
#: Values that repetitions are counted over: half an hour at 30 frames a second.
MOST_VALUES: Final = 54_000
#: Seconds between two counts, and the share of the time that counting may take.
_COUNT_EVERY_S, _COUNT_SHARE = 0.25, 0.02


def _kind(angle: str) -> str:
    return angle[2:] if angle.startswith(("r_", "l_")) else angle


#: Kinds of angles, such as "knee_flexion", with their names in `ANGLES`: right and left, or one.
KINDS: Final = {
    kind: tuple(name for name in ANGLES if _kind(name) == kind)
    for kind in dict.fromkeys(map(_kind, ANGLES))
}
#: Is read beside the angles: what of each foot rests on the ground.
CONTACT: Final = "foot_contact"
#: All that may be read, in this order.
READS: Final = (*KINDS, CONTACT)


class _Count:
    """What one person did since the count began."""

    def __init__(self, names: Sequence[str]) -> None:
        self._times = array("d")
        self._values = {name: array("d") for name in names}
        self.found = dict.fromkeys(names, 0)
        self.last: Repetition | None = None
        self._next = 0.0

    def add(self, times: Sequence[float], angles: dict[str, FloatArray]) -> None:
        self._times.extend(times)
        for name, values in self._values.items():
            values.extend(angles[name].tolist())
        for kept in (self._times, *self._values.values()):
            del kept[:-MOST_VALUES]

    def read(self) -> None:
        """Count, unless that was just done."""
        began = time.monotonic()
        if began < self._next:
            return
        times = np.array(self._times)
        for name, values in self._values.items():
            found = find_repetitions(times, np.array(values))
            self.found[name] = len(found)
            if found and (self.last is None or found[-1].end > self.last.end):
                self.last = found[-1]
        now = time.monotonic()
        self._next = now + max(_COUNT_EVERY_S, (now - began) / _COUNT_SHARE)


def _seen(pose: Pose) -> FloatArray:
    """(31, 3) mm: keypoints that are too doubtful, or that the network does not tell, are not
    numbers."""
    joints = np.where(pose.scores[:, None] >= HIDDEN_SCORE, pose.joints_3d, np.nan)
    missing = KEYPOINT_COUNT - len(joints)
    return np.pad(joints, ((0, missing), (0, 0)), constant_values=np.nan)


class LiveAngles:
    """Takes results as they come, and works out the angles of all at once when they are read.

    Joints that are too doubtful to be drawn are taken for unseen, and what rests on them is not a
    number. Repetitions are those of `find_repetitions` over everything since the count began, so
    that a recording of the same stretch says the same. Everybody who is the main person for a
    while has a count of their own.
    """

    def __init__(self) -> None:
        self._counted: tuple[str, ...] = ()
        self.clear()

    def clear(self) -> None:
        """Forget everybody: another source, or the same one from its start."""
        self._person: int | None = None  # whom the values are of; None: out of sight
        self._last = -np.inf
        self._waiting: list[Pose] = []
        self._now: dict[str, float] = {}
        self._shown: dict[str, int] = {}
        self._contacts: tuple[Contact | None, Contact | None] = (None, None)
        self.count_anew()

    def count(self, kind: str) -> None:
        """Count the repetitions of a kind of angle from now on; "" counts none."""
        if self._counted != (names := KINDS.get(kind, ())):
            self._counted = names
            self.count_anew()

    def count_anew(self) -> None:
        """Begin to count at 0."""
        self._counts: dict[int, _Count] = {}

    def add(self, result: FrameResult) -> None:
        """Take the next result. Where its time lies before the last one, all begins anew."""
        if result.frame.time < self._last:
            self.clear()
        self._last = result.frame.time
        pose = result.main
        person = pose.person_id if pose is not None else None
        if person != self._person:
            self.read()
            self._person = person
            self._now, self._shown = {}, {}
            self._contacts = None, None
        if pose is not None:
            level = levelled(pose.joints_3d, result.floor).astype(np.float32)
            self._waiting.append(replace(pose, joints_3d=level))

    def read(self) -> None:
        """Bring angles and counts up to date."""
        if self._person is None:
            return
        poses, self._waiting = self._waiting, []
        if poses:
            joints = np.stack([_seen(pose) for pose in poses])
            angles = joint_angles(joints)
            self._now = {name: float(values[-1]) for name, values in angles.items()}
            self._contacts = contacts_of(poses[-1].contacts)
        if self._counted:
            count = self._counts.setdefault(self._person, _Count(self._counted))
            if poses:
                count.add([pose.time for pose in poses], angles)
            count.read()

    @property
    def contacts(self) -> tuple[Contact | None, Contact | None]:
        """What of the right and the left foot rests on the ground; None of one that is not seen."""
        return self._contacts

    def angle(self, name: str) -> float:
        """Degrees to show of an angle of `ANGLES`, whole; not a number where it is not seen."""
        value = self._now.get(name, np.nan)
        if not np.isfinite(value):
            self._shown.pop(name, None)
            return float("nan")
        shown = self._shown.get(name)
        if shown is None or abs(value - shown) >= STEADY_DEG:
            shown = self._shown[name] = round(value)
        return float(shown)

    def last_repetition(self) -> tuple[float, float] | None:
        """First and last second of the source of the repetition that ended last; None: none has."""
        count = self._counts.get(self._person) if self._person is not None else None
        if count is None or count.last is None:
            return None
        return count.last.start, count.last.end

    def repetitions(self, name: str) -> int | None:
        """How often an angle of the kind that is counted went up and down; None: no person is
        seen."""
        count = self._counts.get(self._person) if self._person is not None else None
        return count.found[name] if count is not None else None
