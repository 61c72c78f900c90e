"""Video and 3D figure of a take, in step: both change when the image has been decoded."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from posecam.gui.review.frame_images import FrameImages
from posecam.gui.review.image_thread import ImageThread
from posecam.gui.review.loading import basis
from posecam.gui.review.playback import SPEEDS, Playback
from posecam.gui.review.sound_playback import SoundPlayback
from posecam.gui.review.state import ReviewState
from posecam.gui.review.take import Take
from posecam.gui.review.timeline import Timeline
from posecam.gui.review.transport import Transport
from posecam.gui.review.work import Work
from posecam.gui.shared.character_control import CharacterControl
from posecam.gui.shared.gl_support import GLSupport
from posecam.gui.shared.keys import Key
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.skeleton_panel import SkeletonPanel
from posecam.gui.shared.theme import Theme
from posecam.gui.shared.translation import tr
from posecam.gui.shared.video_view import VideoView
from posecam.pose import FrameResult
from posecam.session.sound import loudness
from posecam.settings import ViewPlace

LOG = logging.getLogger(__name__)

#: Milliseconds between looks at the clock while playing.
TICK_MS = 8
#: Where the 3D camera of a review stands: still, so that two takes can be compared.
_PLACE = ViewPlace(azimuth=-65.0, elevation=12.0, distance=3.9, turning=False)


class Player(QWidget):
    """Plays the take that is open, with another as its ghost."""

    trim_asked = pyqtSignal()

    def __init__(
        self,
        state: ReviewState,
        theme: Theme,
        support: GLSupport,
        smooth_edges: bool | None = None,
        store: SettingsStore | None = None,
    ) -> None:
        super().__init__()
        self._state = state
        self._images: ImageThread | None = None
        self._shown: FrameResult | None = None
        self.sound = SoundPlayback(self)
        self.work = Work(self)
        self.video = VideoView()
        self.panel = SkeletonPanel(theme, support, smooth_edges)
        self.panel.calibrate.hide()
        self.panel.set_place(_PLACE)
        self.characters = CharacterControl(self.panel, store or SettingsStore(), state.failed.emit)
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
        keys.sound.toggled.connect(self._sound_wanted)
        self.timeline.seek_asked.connect(self.seek_seconds)
        self.timeline.range_asked.connect(self._range_asked)
        state = self._state
        self.video.person_clicked.connect(state.look_at)
        state.opened.connect(self._open)
        state.take_changed.connect(self._show_person)
        state.closed.connect(self._close)
        self.characters.start()
        state.range_changed.connect(self._show_range)
        state.ghost_changed.connect(self.redraw)

    def keys(self) -> tuple[Key, ...]:
        """The keys of the player and of what is in it."""
        state = self._state
        return (
            Key("Space", tr("Play, pause"), self.toggle),
            Key("Right", tr("Next frame"), lambda: self.step(1), repeats=True),
            Key("Left", tr("Previous frame"), lambda: self.step(-1), repeats=True),
            Key("Shift+Right", tr("Forward one second"), lambda: self.jump(1), repeats=True),
            Key("Shift+Left", tr("Back one second"), lambda: self.jump(-1), repeats=True),
            Key("Home", tr("First frame"), lambda: self.seek(0)),
            Key("End", tr("Last frame"), lambda: self.seek(-1)),
            Key("PgDown", tr("Next marker"), lambda: self.seek_marker(True)),
            Key("PgUp", tr("Previous marker"), lambda: self.seek_marker(False)),
            Key("Up", tr("Faster"), lambda: self.change_speed(True)),
            Key("Down", tr("Slower"), lambda: self.change_speed(False)),
            Key("I", tr("Start of range"), lambda: state.set_range_end(True)),
            Key("O", tr("End of range"), lambda: state.set_range_end(False)),
            Key("A", tr("Select all"), state.clear_range),
            *self.transport.keys(),
            *self.panel.keys(),
            *self.characters.keys(),
            self.panel.ghost_key(),
        )

    @property
    def over_video(self) -> tuple[QWidget, ...]:
        """The video, and what can be used that lies over it."""
        return (self.video, *self.video.card.buttons)

    @property
    def controls_after(self) -> tuple[QWidget, ...]:
        """What can be used after that."""
        return (*self.panel.controls, self.timeline, *self.transport.controls)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is of use only with a take."""
        return self.panel, self.timeline, self.transport

    @property
    def _playback(self) -> Playback | None:
        return self._state.playback

    # -- the take -----------------------------------------------------------------------------

    def _open(self) -> None:
        self._close()
        take = self._state.take
        assert take is not None
        self._images = ImageThread(FrameImages(take.session), self)
        self._images.arrived.connect(self._arrived)
        self.panel.note.setText(basis(take))
        self._show_person()
        self._show_range()
        self._open_sound(take)
        self._ask()

    def _open_sound(self, take: Take) -> None:
        """Have the sound ready, and draw it once it has been looked through."""
        path = take.session.sound
        self.sound.open(path)
        self.transport.sound.setVisible(path is not None)
        if path is None:
            return

        def show(loud: NDArray[np.float32]) -> None:
            if self._state.take is not None and self._state.take.session.sound == path:
                self.timeline.show_sound(loud)

        # The line of time begins with the first frame.
        start, duration = float(take.times[0]), take.session.duration
        self.work.start(partial(loudness, path, duration, start=start), show, LOG.warning)

    def _sound_wanted(self, on: bool) -> None:
        self.sound.muted = not on
        if not on:
            self.sound.stop()

    def _show_person(self) -> None:
        take = self._state.take
        assert take is not None
        if self.panel.view is not None:
            self.panel.view.set_stage(take.stage)
        markers = take.session.manifest.markers
        self.timeline.show_take(take.times, take.confidence, take.session.gaps, markers)
        self.redraw()

    def _close(self) -> None:
        """Stop, let go of the video, and show nothing."""
        self.pause()
        if self._images is not None:
            self._images.close()
            self._images.deleteLater()
        self._images = self._shown = None
        self.video.show_result(None)
        self.panel.show_result(None)
        self.panel.note.setText("")
        self.timeline.show_take(np.zeros(0), np.zeros(0), ())
        self.timeline.show_sound(np.zeros(0, np.float32))
        self.sound.open(None)
        self.transport.sound.hide()
        self.transport.show_place(None)
        self.transport.set_loop(False)
        self.transport.set_speed(1.0)

    # -- moving -------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        return self._playback is not None and self._playback.playing

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        elif self._playback is not None:
            self._playback.play()
            self._timer.start()
            self._ask()

    def pause(self) -> None:
        self._timer.stop()
        self.sound.stop()
        if self._playback is not None:
            self._playback.pause()
        self.transport.set_playing(False)

    def step(self, rows: int) -> None:
        """Stop, and go on or back by so many frames."""
        if self._playback is not None:
            self.pause()
            self._playback.step(rows)
            self._ask()

    def seek(self, row: int) -> None:
        """Go to a frame; negative ones count from the end."""
        if self._playback is not None:
            self._playback.seek(row if row >= 0 else len(self._playback.times) + row)
            self._ask()

    def seek_seconds(self, seconds: float) -> None:
        if self._playback is not None:
            self.seek(self._playback.row_at(seconds))

    def jump(self, seconds: float) -> None:
        """Go on or back by seconds."""
        if self._playback is not None:
            now = float(self._playback.times[self._playback.row])
            self.seek_seconds(now + seconds)

    def seek_marker(self, forward: bool) -> None:
        """Go to the next marker, or to the one before; stay where there is none."""
        take, playback = self._state.take, self._playback
        if take is None or playback is None:
            return
        rows = [playback.row_at(marker.seconds) for marker in take.session.manifest.markers]
        beyond = [r for r in rows if (r > playback.row if forward else r < playback.row)]
        if beyond:
            self.seek(min(beyond) if forward else max(beyond))

    def set_speed(self, speed: float) -> None:
        if self._playback is not None:
            self._playback.speed = speed
            self.transport.set_speed(speed)

    def change_speed(self, faster: bool) -> None:
        """The next of the speeds offered."""
        if self._playback is not None:
            place = SPEEDS.index(self._playback.speed) + (1 if faster else -1)
            self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def set_loop(self, loop: bool) -> None:
        if self._playback is not None:
            self._playback.set_loop(loop)
            self.transport.set_loop(loop)

    # -- the range ----------------------------------------------------------------------------

    def _range_asked(self, first: float, last: float) -> None:
        if self._playback is None:
            return
        begin, end = self._playback.row_at(first), self._playback.row_at(last)
        moved = begin if begin != self._playback.range[0] else end
        self._state.set_range(begin, end)
        self.seek(moved)

    def _show_range(self) -> None:
        assert self._playback is not None
        self.timeline.set_range(*self._state.range_seconds)
        self.transport.trim.setEnabled(self._playback.range != (0, self._playback.last))

    # -- showing ------------------------------------------------------------------------------

    def _tick(self) -> None:
        if self._playback is None:
            return
        changed = self._playback.tick(time.monotonic())
        if not self._playback.playing:
            self.pause()
        else:
            self.sound.follow(self._playback.seconds, speed=self._playback.speed)
        if changed:
            self._ask()

    def _ask(self) -> None:
        assert self._playback is not None
        assert self._images is not None
        times, row = self._playback.times, self._playback.row
        self._images.ask(row)
        self.timeline.set_seconds(float(times[row]))
        self.transport.set_playing(self._playback.playing)
        start = float(times[0])
        take = self._state.take
        number = int(take.session.frame_ids[row]) if take is not None else row
        self.transport.show_place((float(times[row]) - start, float(times[-1]) - start, number))

    def _arrived(self, row: int, image: NDArray[np.uint8] | None) -> None:
        take = self._state.take
        if take is None or self.sender() is not self._images:
            return
        self._shown = take.result(row, image)
        self._show(self._shown)
        self.video.set_hint("" if image is not None else tr("No image for this frame"))
        self._state.set_row(row)

    def redraw(self) -> None:
        """Show the same frame again, with what has changed about it."""
        take, row = self._state.take, self._state.row
        if row is not None and self._shown is not None and take is not None:
            self._shown = take.result(row, self._shown.frame.image)
            self._show(self._shown)

    def _show(self, result: FrameResult) -> None:
        self.video.show_result(result)
        self.panel.show_result(self.with_ghost(result))

    def with_ghost(self, result: FrameResult) -> FrameResult:
        """What the 3D view shows: the ghost takes the place of the others."""
        if self._state.ghost is None or not result.poses:
            return result
        main = result.poses[0]
        ghost = self._state.ghost.pose(result.frame.time, main)
        return replace(result, poses=(main,) if ghost is None else (main, ghost))

    def set_theme(self, theme: Theme) -> None:
        for part in (self.panel, self.timeline, self.transport):
            part.set_theme(theme)
