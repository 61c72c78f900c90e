"""Which of several people goes to which address."""

from __future__ import annotations

from posecam.pose import FrameResult, Pose


class Seats:
    """The main person has the first seat; the others keep theirs for as long as they are in view.

    Args:
        count: of seats. A person for whom there is none is not sent.
    """

    def __init__(self, count: int) -> None:
        self._seated: list[int | None] = [None] * count

    def of(self, result: FrameResult) -> list[Pose | None]:
        """Whom of a frame each seat has; None for one that is free."""
        main = result.main
        there = {pose.person_id: pose for pose in result.poses}
        self._seated[0] = None if main is None else main.person_id
        for seat, person in enumerate(self._seated[1:], 1):
            if person not in there or person == self._seated[0]:
                self._seated[seat] = None
        waiting = [p for p in sorted(there) if p not in self._seated and p != result.main_id]
        for seat in range(1, len(self._seated)):
            if self._seated[seat] is None and waiting:
                self._seated[seat] = waiting.pop(0)
        return [None if person is None else there[person] for person in self._seated]
