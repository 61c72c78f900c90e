"""Where the figure of a recorded take stands: known from before and after each moment. No Qt."""

from __future__ import annotations

import numpy as np

from posecam.gui.review.take import Take
from posecam.kinematics.stage import RecordedStage


class TakeStage(RecordedStage):
    """Of the person that a take is of."""

    def __init__(self, take: Take) -> None:
        rows, people = take.rows_of_person, take.session.people
        seen = np.flatnonzero(rows >= 0)
        shown = rows[seen]
        super().__init__(
            take.session.frame_ids,
            take.times,
            seen,
            people.joints_2d[shown],
            people.joints_3d[shown],
            people.scores[shown],
        )
