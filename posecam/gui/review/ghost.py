"""Another take beside the one that is looked at: in time, on the spot and turned alike. No Qt.

It may be the other result of the same session, live or reprocessed: then it is as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.gui.review.take import Take
from posecam.gui.shared.translation import tr_core
from posecam.pose import Pose
from posecam.session import RESULT_WORDS
from posecam.skeleton import INDEX

#: Seconds from the start over which the direction of a person is measured.
FACING_S: Final = 0.5
#: The number of the ghost; people are counted from 0.
GHOST_ID: Final = -1
_SIDES: Final = (("r_hip", "l_hip"), ("r_shoulder", "l_shoulder"))


def first_seen(take: Take) -> int:
    """The first frame in which the person is; the first of all where they never are."""
    seen = np.flatnonzero(take.rows_of_person >= 0)
    return int(seen[0]) if len(seen) else 0


def facing(take: Take, row: int) -> float:
    """Radians about the vertical that the person is turned by, over `FACING_S` from a frame on."""
    last = int(np.searchsorted(take.times, take.times[row] + FACING_S, "right"))
    joints = take.joints_3d(row, last)
    across = np.zeros(2)
    for right, left in _SIDES:
        line = (joints[:, INDEX[left]] - joints[:, INDEX[right]])[:, [0, 2]]
        across += np.nansum(line, axis=0)
    return float(np.arctan2(across[1], across[0]))


def turn(joints: NDArray[np.float32], radians: float) -> NDArray[np.float32]:
    """(..., 3) points in the camera frame, turned about the vertical from x towards z."""
    c, s = np.cos(radians), np.sin(radians)
    rotation = np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])
    return np.asarray(joints @ rotation.T, np.float32)


def same_session(take: Take, other: Take) -> bool:
    """Whether two takes are the two results of one session."""
    one, two = take.session, other.session
    return one.folder == two.folder and one.result != two.result


class Ghost:
    """The other take, started where the one looked at starts.

    Args:
        take: the other.
        of: the one looked at.
        start: its row that counts as the start.
        shift: seconds that the other starts later.

    Attributes:
        take: the other.
        name: of it, for a person.
        first: its row that counts as the start.
        offset: what to add to a second of the take looked at, for the ghost's own.
    """

    def __init__(self, take: Take, of: Take, start: int, shift: float = 0.0) -> None:
        self.take = take
        self.first, self.offset, self._turn = 0, 0.0, 0.0
        if same_session(take, of):
            self.name = tr_core(RESULT_WORDS[take.session.result])
            return
        self.name = take.session.name
        self.first = first_seen(take)
        self.offset = float(take.times[self.first] - of.times[start]) - shift
        self._turn = facing(of, start) - facing(take, self.first)

    def pose(self, seconds: float, beside: Pose) -> Pose | None:
        """The ghost at a second of the take looked at, where that one's person stands.

        None before its start, after its end, and where no person is seen in it.
        """
        times = self.take.times
        own = seconds + self.offset
        if not times[self.first] - 1e-6 <= own <= times[-1] + 0.1:
            return None
        row = max(int(np.searchsorted(times, own + 1e-6, "right")) - 1, self.first)
        poses = self.take.poses(row)
        if not poses or self.take.person not in {None, poses[0].person_id}:
            return None
        joints = turn(poses[0].joints_3d, self._turn)
        return replace(poses[0], person_id=GHOST_ID, joints_3d=joints, root=beside.root)
