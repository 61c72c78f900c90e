"""A take from the key to its end: countdown, sounds, length, markers, discard and again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from posecam.errors import PosecamError
from posecam.gui.live.global_key import GlobalKey
from posecam.gui.live.messages import is_lost
from posecam.gui.live.recording_control import RecordingControl
from posecam.gui.live.sounds import Loudspeaker, Player
from posecam.gui.live.top_bar import TopBar
from posecam.gui.shared.durations import clock
from posecam.gui.shared.keys import Key
from posecam.gui.shared.notice_bar import NoticeBar
from posecam.gui.shared.settings_store import SettingsStore
from posecam.gui.shared.take_drawing import TakeSign
from posecam.gui.shared.tones import Sound
from posecam.gui.shared.translation import tr, tr_marked
from posecam.gui.shared.video_view import VideoView
from posecam.live.hands_up import HandsUp
from posecam.live.pipeline import Pipeline
from posecam.live.status import PipelineStatus
from posecam.live.take_sequence import TakeSequence
from posecam.pose import FrameResult
from posecam.session import Deleted, RecorderStatus, delete, restore
from posecam.settings import Settings

#: Milliseconds between looks at the clock while a take counts down or runs.
_TICK_MS: Final = 40
#: Seconds for which a marker is told of beside the clock.
_TOLD_S: Final = 1.5


class TakeControl(QObject):
    """Between the keys of a person, what happens by itself, and the recorder.

    Args:
        pipeline: is recorded.
        recording: starts and stops the recorder.
        video: shows countdown, frame and clock.
        bar: has the button.
        notice: says what was discarded.
        store: has how takes begin and end.
        source: name of the source that is open.
        player: of the sounds; the system's loudspeaker if left out.
    """

    changed = pyqtSignal()  # a countdown or a take has begun or ended
    sounded = pyqtSignal()  # the program makes a sound

    def __init__(
        self,
        pipeline: Pipeline,
        recording: RecordingControl,
        video: VideoView,
        bar: TopBar,
        notice: NoticeBar,
        store: SettingsStore,
        source: Callable[[], str],
        player: Player | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pipeline, self._recording, self._video = pipeline, recording, video
        self._bar, self._notice, self._store, self._source = bar, notice, store, source
        self.player: Player = player or Loudspeaker(self)
        self.sequence = TakeSequence()
        self.hands = HandsUp()
        self._was_running = self._lost = False
        self._marked: tuple[int, float] = (0, 0.0)  # markers, and when the last was made
        self.global_key = GlobalKey(self)
        self.global_key.pressed.connect(self.toggle)
        store.changed.connect(self._settings_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        bar.record_asked.connect(lambda on: self.begin() if on else self.stop())

    def listen(self) -> None:
        """Have the global key, where it is wanted; say where that is not possible."""
        if not self._store.value.take.global_key:
            self.global_key.stop()
        elif why := self.global_key.start():
            self._notice.say(tr_marked(why), alarm=True)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.take.global_key != after.take.global_key:
            self.listen()

    def close(self) -> None:
        """Give the global key back."""
        self.global_key.stop()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("K", tr("Set a marker while recording"), self.mark),
            Key("Backspace", tr("Discard this take and record again"), self.again),
        )

    @property
    def recorded(self) -> RecorderStatus | None:
        """Of the take that runs; None where none does."""
        return self._pipeline.recorded()

    @property
    def last(self) -> Path | None:
        """Folder of the last take that has ended; None where there is none to discard."""
        return self._recording.last

    @property
    def left(self) -> int:
        """Seconds left of the countdown; 0 where none runs."""
        return self.sequence.left(time.monotonic())

    @property
    def running(self) -> bool:
        """Whether a take is being recorded."""
        return self._recording.running

    # -- what the person asks -----------------------------------------------------------------

    def begin(self, countdown_s: int | None = None) -> None:
        """Count down to a take, and record it; nothing where one runs or nothing can be recorded.

        Args:
            countdown_s: in place of what the settings say.
        """
        if self.running or self._video.result is None or self._pipeline.status().finishing:
            self._show()
            return
        settings = self._store.value.take
        if countdown_s is not None:
            settings = replace(settings, countdown_s=countdown_s)
        self.sequence.begin(time.monotonic(), settings)
        self.look()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stop the take, or call the countdown off."""
        was_on = self.running or self.sequence.counting
        self.sequence.cancel()
        if self.running:
            self._recording.stop()
        self.look()
        if was_on:
            self.changed.emit()

    def toggle(self) -> None:
        """Begin where nothing runs, else stop."""
        if self.running or self.sequence.counting:
            self.stop()
        else:
            self.begin()

    def clap(self) -> None:
        """A clap was heard: begin, or stop the take; a countdown goes on."""
        if self._store.value.take.clap_starts and not self.sequence.counting:
            self.toggle()

    def cancel(self) -> None:
        """Call a countdown off; a take goes on."""
        if self.sequence.counting:
            self.stop()

    def again(self) -> None:
        """Move the take that runs, or the last one, to the trash, and record it again."""
        if self.running:
            self._recording.stop(then=self._discard_and_begin)
            self.look()
        elif self.sequence.counting or self._recording.last is None:
            self.begin()
        elif not self._pipeline.status().finishing:
            self._discard_and_begin(self._recording.last)

    def _discard_and_begin(self, folder: Path) -> None:
        self._recording.last = None
        if folder.exists():
            try:
                deleted = delete(folder)
            except PosecamError as error:
                self._notice.say(str(error), alarm=True)
                return
            self._notice.say(
                tr("{name} was discarded: it is in the trash.", name=folder.name),
                tr("Undo"),
                lambda: self._restore(deleted),
            )
        self.begin()

    def _restore(self, deleted: Deleted) -> None:
        try:
            self._notice.say(tr("{name} is back.", name=restore(deleted).name))
        except PosecamError as error:
            self._notice.say(str(error), alarm=True)

    def mark(self, name: str = "") -> bool:
        """Mark this moment; whether a take runs that it could be marked in."""
        if not self._pipeline.mark(name):
            return False
        recording = self._pipeline.recorded()
        self._marked = recording.markers if recording is not None else 1, time.monotonic()
        self._play("marker")
        self.look()
        return True

    def repetition(self) -> None:
        """One more has been counted, which is heard where that is wanted."""
        if self._store.value.take.repetition_sound:
            self._play("repetition")

    def source_changes(self) -> None:
        """Another source is about to be opened, which ends everything."""
        self.stop()

    # -- what happens by itself ---------------------------------------------------------------

    def add_result(self, result: FrameResult) -> None:
        """Look at the next frame: is the person still there, and are both arms up?"""
        self.sequence.add_result(result.frame.time, seen=bool(result.poses))
        if not self._store.value.take.arms_start or self._was_running or self.sequence.counting:
            self.hands.clear()
            return
        held = self.hands.held
        if self.hands.add(result.frame.time, result.main):
            self.begin()
        elif self.hands.held != held:
            self._show()

    def refresh(self, status: PipelineStatus) -> None:
        """Bring up to date whether video comes."""
        self._lost = is_lost(status)
        self.look()

    def look(self) -> None:
        """Do what is due, and show how it stands."""
        recorded = self._pipeline.recorded()
        step = self.sequence.look(time.monotonic(), recorded.seconds if recorded else None)
        if step.tick:
            self._play("tick")
        if step.start and self._recording.start(self._source()):
            self.changed.emit()
        if step.end is not None:
            self._recording.stop(by_itself=step.end)
            self.changed.emit()
        if self.running != self._was_running:
            self._was_running = self.running
            self._marked = (0, 0.0)
            self._play("start" if self.running else "stop")
        if not self.running and not self.sequence.counting:
            self._timer.stop()
        self._show()

    def _show(self) -> None:
        recording, now = self._pipeline.recorded(), time.monotonic()
        left = self.sequence.left(now)
        number, when = self._marked
        note = tr("Marker {number}", number=number) if number and now - when < _TOLD_S else ""
        lost = self._lost
        self._video.set_take(
            TakeSign(
                countdown=left,
                clock=clock(recording.seconds) if recording is not None else "",
                note=note if recording is not None else "",
                held=self.hands.held if recording is None and not left else 0.0,
                lost=lost and recording is not None,
            )
        )
        seconds = recording.seconds if recording is not None else None
        self._bar.set_recording(seconds, lost=lost, countdown=left)

    def _play(self, sound: Sound) -> None:
        self.sounded.emit()
        self.player.play(sound, self._store.value.take.volume)
