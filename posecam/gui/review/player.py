"""Video and 3D figure of a take, in step: both change when the image has been decoded."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from posecam.gui.review.frame_images import FrameImages
from posecam.gui.review.ghost import Ghost
from posecam.gui.review.image_thread import ImageThread
from posecam.gui.review.playback import SPEEDS, Playback
from posecam.gui.review.take import Take
from posecam.gui.review.timeline import Timeline
from posecam.gui.review.transport import Transport
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.video_view import VideoView
from posecam.pose import FrameResult
from posecam.settings import ViewPlace

#: Milliseconds between looks at the clock while playing.
TICK_MS = 8
#: Where the 3D camera of a review stands: still, so that two takes can be compared.
_PLACE = ViewPlace(azimuth=-65.0, elevation=12.0, distance=3.9, turning=False)


class Player(QWidget):
    """Plays one take, with another as its ghost."""

    shown = pyqtSignal(int)  # the row that is now in the image
    range_changed = pyqtSignal()
    trim_asked = pyqtSignal()
    person_chosen = pyqtSignal(int)

    def __init__(
        self,
        theme: Theme,
        support: GLSupport,
        smooth_edges: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.take: Take | None = None
        self.playback: Playback | None = None
        self.row: int | None = None
        self._ghost: Ghost | None = None
        self._images: ImageThread | None = None
        self._shown: FrameResult | None = None
        self.video = VideoView()
        self.panel = SkeletonPanel(theme, support, smooth_edges)
        self.panel.calibrate.hide()
        self.panel.set_place(_PLACE)
        self.timeline, self.transport = Timeline(theme), Transport(theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.video, self.panel):
            self.split.addWidget(widget)
        self.split.setSizes([6000, 4000])
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        foot = QWidget()
        foot.setObjectName("panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.timeline)
        below.addWidget(self.transport)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.split, 1)
        layout.addWidget(foot)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()

    def _connect(self) -> None:
        keys = self.transport
        keys.play_asked.connect(self.toggle)
        keys.step_asked.connect(self.step)
        keys.seek_end_asked.connect(lambda last: self.seek(-1 if last else 0))
        keys.speed_asked.connect(self.set_speed)
        keys.loop_asked.connect(self.set_loop)
        keys.trim_asked.connect(self.trim_asked)
        self.timeline.seek_asked.connect(self.seek_seconds)
        self.timeline.range_asked.connect(self._range_asked)
        self.video.person_clicked.connect(self.person_chosen)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is of use only with a take."""
        return self.panel, self.timeline, self.transport

    # -- the take -----------------------------------------------------------------------------

    def show_take(self, take: Take | None) -> None:
        """Show a take from its first frame on; None clears everything."""
        self.close_take()
        self.take = take
        if take is None:
            return
        self.playback = Playback(take.times)
        self._images = ImageThread(FrameImages(take.session), self)
        self._images.arrived.connect(self._arrived)
        self.show_person(take)
        self._range_changed()
        self._ask()

    def show_person(self, take: Take) -> None:
        """The same session with another person looked at: place and range stay."""
        self.take = take
        if self.panel.view is not None:
            self.panel.view.set_stage(take.stage)
        self.timeline.show_take(take.times, take.confidence, take.session.gaps)
        self.redraw()

    def close_take(self) -> None:
        """Stop, let go of the video, and show nothing."""
        self.pause()
        if self._images is not None:
            self._images.close()
            self._images.deleteLater()
        self.take = self.playback = self._images = self._ghost = None
        self.row = self._shown = None
        self.video.show_result(None)
        self.panel.show_result(None)
        self.timeline.show_take(np.zeros(0), np.zeros(0), ())
        self.transport.show_place(None)
        self.transport.set_loop(False)
        self.transport.set_speed(1.0)

    def set_ghost(self, ghost: Ghost | None) -> None:
        self._ghost = ghost
        self.redraw()

    @property
    def ghost(self) -> Ghost | None:
        return self._ghost

    # -- moving -------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        return self.playback is not None and self.playback.playing

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        elif self.playback is not None:
            self.playback.play()
            self._timer.start()
            self._ask()

    def pause(self) -> None:
        self._timer.stop()
        if self.playback is not None:
            self.playback.pause()
        self.transport.set_playing(False)

    def step(self, rows: int) -> None:
        """Stop, and go on or back by so many frames."""
        if self.playback is not None:
            self.pause()
            self.playback.step(rows)
            self._ask()

    def seek(self, row: int) -> None:
        """Go to a frame; negative ones count from the end."""
        if self.playback is not None:
            self.playback.seek(row if row >= 0 else len(self.playback.times) + row)
            self._ask()

    def seek_seconds(self, seconds: float) -> None:
        if self.playback is not None:
            self.seek(self.playback.row_at(seconds))

    def jump(self, seconds: float) -> None:
        """Go on or back by seconds."""
        if self.playback is not None:
            now = float(self.playback.times[self.playback.row])
            self.seek_seconds(now + seconds)

    def set_speed(self, speed: float) -> None:
        if self.playback is not None:
            self.playback.speed = speed
            self.transport.set_speed(speed)

    def change_speed(self, faster: bool) -> None:
        """The next of the speeds offered."""
        if self.playback is not None:
            place = SPEEDS.index(self.playback.speed) + (1 if faster else -1)
            self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def set_loop(self, loop: bool) -> None:
        if self.playback is not None:
            self.playback.set_loop(loop)
            self.transport.set_loop(loop)

    # -- the range ----------------------------------------------------------------------------

    @property
    def range_seconds(self) -> tuple[float, float]:
        """First and last second chosen; zeros where there is no take."""
        if self.playback is None:
            return 0.0, 0.0
        first, last = self.playback.range
        return float(self.playback.times[first]), float(self.playback.times[last])

    def set_range_end(self, first: bool) -> None:
        """Begin or end the range here."""
        if self.playback is not None:
            begin, end = self.playback.range
            here = self.playback.row
            new = (here, max(end, here)) if first else (min(begin, here), here)
            self.playback.set_range(*new)
            self._range_changed()

    def clear_range(self) -> None:
        """Choose everything."""
        if self.playback is not None:
            self.playback.set_range(0, self.playback.last)
            self._range_changed()

    def _range_asked(self, first: float, last: float) -> None:
        if self.playback is None:
            return
        begin, end = self.playback.row_at(first), self.playback.row_at(last)
        moved = begin if begin != self.playback.range[0] else end
        self.playback.set_range(begin, end)
        self._range_changed()
        self.seek(moved)

    def _range_changed(self) -> None:
        assert self.playback is not None
        self.timeline.set_range(*self.range_seconds)
        self.transport.trim.setEnabled(self.playback.range != (0, self.playback.last))
        self.range_changed.emit()

    # -- showing ------------------------------------------------------------------------------

    def _tick(self) -> None:
        if self.playback is None:
            return
        changed = self.playback.tick(time.monotonic())
        if not self.playback.playing:
            self.pause()
        if changed:
            self._ask()

    def _ask(self) -> None:
        assert self.playback is not None
        assert self._images is not None
        times, row = self.playback.times, self.playback.row
        self._images.ask(row)
        self.timeline.set_seconds(float(times[row]))
        self.transport.set_playing(self.playback.playing)
        start = float(times[0])
        number = int(self.take.session.frame_ids[row]) if self.take is not None else row
        self.transport.show_place((float(times[row]) - start, float(times[-1]) - start, number))

    def _arrived(self, row: int, image: NDArray[np.uint8] | None) -> None:
        if self.take is None or self.sender() is not self._images:
            return
        self.row = row
        self._shown = self.take.result(row, image)
        self._show(self._shown)
        self.video.set_hint("" if image is not None else "No image for this frame")
        self.shown.emit(row)

    def redraw(self) -> None:
        """Show the same frame again, with what has changed about it."""
        if self.row is not None and self._shown is not None and self.take is not None:
            self._shown = self.take.result(self.row, self._shown.frame.image)
            self._show(self._shown)

    def _show(self, result: FrameResult) -> None:
        self.video.show_result(result)
        self.panel.show_result(self._with_ghost(result))

    def _with_ghost(self, result: FrameResult) -> FrameResult:
        """What the 3D view shows: the ghost takes the place of the others."""
        if self._ghost is None or not result.poses:
            return result
        main = result.poses[0]
        ghost = self._ghost.pose(result.frame.time, main)
        return replace(result, poses=(main,) if ghost is None else (main, ghost))

    def set_theme(self, theme: Theme) -> None:
        for part in (self.panel, self.timeline, self.transport):
            part.set_theme(theme)
