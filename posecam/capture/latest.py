"""The slot between capture and estimation: the newest frame wins, there is no queue."""

from __future__ import annotations

import threading

from posecam.pose import Frame


class LatestFrame:
    """Holds one frame. A writer never waits; readers wait for one newer than they have seen.

    Safe for any number of threads. A reader that is slower than the writer skips frames rather
    than falling behind, so the frame it gets is never older than one frame interval.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._frame: Frame | None = None
        self._put = 0
        self._taken = 0
        self._overwritten = 0
        self._unseen = False
        self._closed = False

    def put(self, frame: Frame) -> None:
        """Replace the frame and wake the readers. Does nothing once closed.

        The image is read-only from here on: several threads have it.
        """
        frame.image.flags.writeable = False
        with self._condition:
            if self._closed:
                return
            self._overwritten += self._unseen
            self._frame = frame
            self._put += 1
            self._unseen = True
            self._condition.notify_all()

    def wait(self, after_id: int, timeout: float) -> Frame | None:
        """Return the newest frame whose id is above `after_id`, waiting for it if need be.

        Args:
            after_id: id of the last frame this reader has had, -1 at the start.
            timeout: seconds to wait at most.

        Returns:
            None if none came in time, or the slot was closed.
        """

        def ready() -> bool:
            return self._closed or (self._frame is not None and self._frame.frame_id > after_id)

        with self._condition:
            self._condition.wait_for(ready, timeout)
            frame = self._frame
            if self._closed or frame is None or frame.frame_id <= after_id:
                return None
            self._taken += self._unseen
            self._unseen = False
            return frame

    def clear(self) -> None:
        """Forget the frame, so that no one is given one of a source that is gone."""
        with self._condition:
            self._frame = None
            self._unseen = False

    def close(self) -> None:
        """Wake every reader with None, now and from now on."""
        with self._condition:
            self._closed = True
            self._frame = None
            self._condition.notify_all()

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def counts(self) -> tuple[int, int, int]:
        """(frames put, frames that some reader took, frames overwritten unseen)."""
        with self._condition:
            return self._put, self._taken, self._overwritten
