"""Numbers and times of frames that go on while their source comes and goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from posecam.capture.source import Source
from posecam.pose import Frame

#: A paced file that is this far behind its own clock goes on from now instead of catching up.
LATE_S: Final = 0.5
#: A paced file whose next frame is further ahead than this, and than so many of its usual steps,
#: goes on at once: no one waits for hours before an image that stands still.
LONGEST_WAIT_S: Final = 10.0
_LONGEST_WAIT_STEPS: Final = 3.0


class SourceClock:
    """Makes one row of frame ids and times out of a source that is opened again and again.

    Attributes:
        next_id: number of the next frame; so many were delivered.
        live: as of the source last opened.
    """

    def __init__(self) -> None:
        self.next_id = 0
        self._opening = 0
        self._first_ns = 0
        self._last_time = 0.0
        self.live = True
        self._step_s = 0.0
        self._last_step_s = 0.0
        self._id_offset = 0
        self._time_offset: float | None = None
        self._due_ns: int | None = None

    def restart(self, source: Source) -> None:
        """The source has been opened: its ids and times begin at 0 once more."""
        self.live = source.live
        self._opening += int(source.live and self.next_id > 0)
        self._step_s = 1 / (source.info().nominal_fps or 30.0)
        self._id_offset = self.next_id
        self._time_offset = None

    def continued(self, frame: Frame) -> Frame:
        """The frame with the id and time it has since capture began."""
        if self._time_offset is None:
            if self.next_id == 0:
                self._first_ns = frame.captured_ns
                self._time_offset = -frame.time
            elif self.live:
                self._time_offset = (frame.captured_ns - self._first_ns) / 1e9 - frame.time
            else:
                self._time_offset = self._last_time + self._step_s - frame.time
        if self._id_offset == 0 and self._time_offset == 0.0:
            return frame
        return replace(
            frame,
            frame_id=frame.frame_id + self._id_offset,
            time=frame.time + self._time_offset,
            opening=self._opening,
        )

    def seconds_until(self, frame: Frame, now_ns: int) -> float:
        """How long until the frame's time has come; negative if it is late.

        After a pause longer than anybody would wait, the usual step.
        """
        if self._due_ns is None:
            self._due_ns = now_ns - int(frame.time * 1e9)
        delay = (self._due_ns + int(frame.time * 1e9) - now_ns) / 1e9
        if delay < -LATE_S:
            self._due_ns -= int(delay * 1e9)
        usual = max(self._step_s, self._last_step_s)
        if delay > max(LONGEST_WAIT_S, _LONGEST_WAIT_STEPS * usual):
            self._due_ns -= int((delay - self._step_s) * 1e9)
            return self._step_s
        return delay

    def delivered(self, frame: Frame) -> None:
        if self.next_id:
            self._last_step_s = frame.time - self._last_time
        self.next_id = frame.frame_id + 1
        self._last_time = frame.time
