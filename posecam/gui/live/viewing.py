"""What is shown of what comes: the newest, what was a while ago, or the last movement again."""

from __future__ import annotations

import time
from typing import Final, Protocol

from PyQt6.QtCore import QObject, pyqtSignal

from posecam.gui.live.messages import is_lost, status_badge, status_hint
from posecam.gui.shared.translation import tr
from posecam.gui.shared.video_view import VideoView
from posecam.live.delay import DelayLine
from posecam.live.pipeline import Pipeline
from posecam.live.status import PipelineStatus
from posecam.pose import FrameResult

#: Seconds of delay that are offered.
DELAYS: Final = (0, 2, 5, 10, 20)
#: Seconds that a replay shows before and after the movement.
_AROUND_S: Final = 0.4


class View(Protocol):
    """Shows results."""

    def show_result(self, result: FrameResult | None) -> None: ...

    def set_stale(self, stale: bool) -> None: ...


class Viewing(QObject):
    """Owns what the views show.

    Args:
        pipeline: is told what has been painted, where that was the newest.
        video: shows image, words and badge.
        figure: the 3D view.
        readouts: angles; they are always of now.
    """

    changed = pyqtSignal()  # the delay, or whether movements are replayed

    def __init__(self, pipeline: Pipeline, video: VideoView, figure: View, readouts: View) -> None:
        super().__init__()
        self._pipeline, self.video = pipeline, video
        self._figure, self._readouts = figure, readouts
        self.newest: FrameResult | None = None
        self.seen_at = 0.0  # when a person was seen last, monotonic seconds
        self._line: DelayLine | None = None
        self.delay_s = 0
        self.replays = False
        self._replay: tuple[float, float, float] | None = None  # from, to, began: source's seconds
        video.on_painted = self._painted

    @property
    def words(self) -> str:
        """What is said over the image: what is wrong, or what to do; "" for nothing."""
        return self.video.message[0] or self.video.hint

    # -- what is asked ------------------------------------------------------------------------

    def set_delay(self, seconds: int) -> None:
        """Show what was so many seconds ago; 0: what is now."""
        self.delay_s = seconds
        self._keep_line()

    def next_delay(self) -> None:
        """The next of the delays that are offered."""
        later = [seconds for seconds in DELAYS if seconds > self.delay_s]
        self.set_delay(later[0] if later else 0)

    def set_replays(self, on: bool) -> None:
        """Show every movement that was counted once again."""
        self.replays = on
        self._replay = None
        self._keep_line()

    def _keep_line(self) -> None:
        """Keep images only while something old is shown of them: they take time and memory."""
        wanted = bool(self.delay_s) or self.replays
        if wanted != (self._line is not None):
            self._line = DelayLine() if wanted else None
        self.changed.emit()

    def replay(self, start: float, end: float) -> None:
        """Show a movement again, if that is switched on. start, end: seconds of the source."""
        if self.replays and self.newest is not None:
            begin = start - _AROUND_S
            self._replay = begin, end + _AROUND_S, self.newest.frame.time

    # -- what comes ---------------------------------------------------------------------------

    def clear(self) -> None:
        """Another source is about to be opened."""
        self.newest = self._replay = None
        self.seen_at = time.monotonic()
        if self._line is not None:
            self._line.clear()
        for view in (self.video, self._figure, self._readouts):
            view.show_result(None)

    def show(self, result: FrameResult) -> None:
        """Show the next result, or what is to be seen in its place."""
        if result.poses:
            self.seen_at = time.monotonic()
        self.newest = result
        self._readouts.show_result(result)
        shown = result if self._line is None else self._chosen(self._line, result)
        self.video.show_result(shown)
        self._figure.show_result(shown)

    def _chosen(self, line: DelayLine, result: FrameResult) -> FrameResult:
        line.add(result)
        now = result.frame.time
        if self._replay is not None:
            begin, end, began = self._replay
            if 0 <= now - began <= end - begin:
                return line.at(begin + now - began) or result
            self._replay = None
        return (line.at(now - self.delay_s) or result) if self.delay_s else result

    def _painted(self, result: FrameResult) -> None:
        if result is self.newest:
            self._pipeline.painted(result)

    def refresh(self, status: PipelineStatus, *, cameras: bool) -> None:
        """Bring the words over the image up to date. cameras: whether there are any here."""
        lost = is_lost(status)
        for view in (self.video, self._figure, self._readouts):
            view.set_stale(lost)
        self.video.set_badge(*(self._badge() or status_badge(status, cameras)))
        self.video.set_hint(status_hint(status, time.monotonic() - self.seen_at))

    def _badge(self) -> tuple[str, str] | None:
        if self._replay is not None:
            return tr("REPLAY"), tr("Your last repetition")
        if not self.delay_s or self._line is None or self.newest is None:
            return None
        missing = self._line.missing(self.newest.frame.time - self.delay_s)
        if missing > 0:
            return tr("DELAY"), tr("Begins in {seconds:.0f} s", seconds=missing)
        return tr("DELAY"), tr("You see what was {seconds} s ago", seconds=self.delay_s)
