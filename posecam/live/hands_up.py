"""Both arms raised for a second: a start without the keyboard, from keypoints alone."""

from __future__ import annotations

from typing import Final

from posecam.pose import SURE_SCORE, Pose
from posecam.skeleton import INDEX

#: Seconds that both arms are held up, and seconds without the sign that do not end it.
HOLD_S: Final = 1.0
_LAPSE_S: Final = 0.25
_WRISTS = [INDEX["r_wrist"], INDEX["l_wrist"]]
_ELBOWS = [INDEX["r_elbow"], INDEX["l_elbow"]]
_SHOULDERS = [INDEX["r_shoulder"], INDEX["l_shoulder"]]
_HEAD: Final = INDEX["head_top"]


def are_up(pose: Pose) -> bool:
    """Whether both wrists are seen above the head, and both elbows above the shoulders."""
    needed = [*_WRISTS, *_ELBOWS, *_SHOULDERS, _HEAD]
    if float(pose.scores[needed].min()) < SURE_SCORE:
        return False
    down = pose.joints_2d[:, 1]
    elbows_up = bool((down[_ELBOWS] < down[_SHOULDERS]).all())
    return elbows_up and float(down[_WRISTS].max()) < float(down[_HEAD])


class HandsUp:
    """Watches one person. The arms must come down before the sign counts again.

    Example:
        hands = HandsUp()
        if hands.add(result.frame.time, result.main):
            begin()
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew: arms that are up now must come down first."""
        self._since: float | None = None
        self._last = 0.0
        self._ready = False

    @property
    def held(self) -> float:
        """How much of the time they have been up, 0..1."""
        return min((self._last - self._since) / HOLD_S, 1.0) if self._since is not None else 0.0

    def add(self, seconds: float, pose: Pose | None) -> bool:
        """Look at the next frame; whether the sign has just been given.

        Args:
            seconds: of the frame, by the source's clock.
            pose: of the main person; None: not seen.
        """
        if self._since is not None and seconds < self._since:
            self.clear()
        if pose is not None and are_up(pose):
            if not self._ready:
                return False
            self._since = seconds if self._since is None else self._since
            self._last = seconds
            if seconds - self._since >= HOLD_S:
                self.clear()
                return True
        elif self._since is None:
            self._ready = self._ready or pose is not None
        elif seconds - self._last > _LAPSE_S:
            self._since = None
        return False
