"""Records a session while it happens: a bounded queue and a thread that no one waits for."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from posecam.capture.sound import SoundBlock
from posecam.capture.source import SourceInfo
from posecam.pose import Frame, FrameResult
from posecam.session import room
from posecam.session.checked import LONGEST_TAG, MOST_MARKERS, MOST_TAGS
from posecam.session.index import read_lines
from posecam.session.lines import TIME_DIGITS
from posecam.session.manifest import POSES, Manifest
from posecam.session.recorder_items import (
    Heard,
    Image,
    Item,
    Marked,
    RecorderStatus,
    Result,
    why_stopped,
)
from posecam.session.writer import SessionWriter, reason
from posecam.shutdown import finish_at_exit

log = logging.getLogger(__name__)

#: What may wait to be written: two seconds of camera, but no more memory than this.
MAX_FRAMES: Final = 64
MAX_BYTES: Final = 192 * 2**20
MAX_RESULTS: Final = 2000
MAX_SOUNDS: Final = 2000
#: How fast the difference between the clocks of sound and images is followed, a frame: those of a
#: webcam are one clock, a network camera has its own.
_CLOCK_SHARE: Final = 0.02
#: How often the size on disk is looked up, and how long a disk may take to finish.
_MEASURE_S: Final = 0.5
#: The disk is looked at again after images of so many bytes, however fast they come.
_LOOK_BYTES: Final = 4 * 2**20
_CLOSE_S: Final = 30.0


class Recorder:
    """Records frames, poses and sound into a new folder.

    The first frame becomes frame 0 at time 0 of the session; frames must come in the order of
    their ids, and results of frames before the first are left out. When writing fails, recording
    stops, what is there stays, and `status` says why; nothing is raised at the callers.

    Example:
        from pathlib import Path
        from posecam.capture import open_source
        from posecam.session.recorder import Recorder

        source = open_source("demo")
        recorder = Recorder(
            Path("recordings/first"),
            source=source.name,
            info=source.info(),
            engine={},
            settings={},
            wait_for_room=True,
        )
        while (frame := source.read()) is not None:
            recorder.add_frame(frame)
        source.close()
        status = recorder.close()
        print(status.error or f"{status.frames_written} frames, {status.bytes} bytes")

    Args:
        folder: is created; may exist if it is empty.
        source: name of the source, without a password.
        info: of the source, None if it is not known.
        engine: backend, device and so on, for the manifest.
        settings: those that shape the poses, for the manifest.
        tags: words that the session is found by, for the manifest.
        started_wall: start by the clock on the wall; now by default.
        wait_for_room: make the callers wait instead of dropping: for files, which can.

    Raises:
        SessionError: the folder cannot be created or written, or holds something.
    """

    def __init__(
        self,
        folder: Path,
        *,
        source: str,
        info: SourceInfo | None,
        engine: Mapping[str, str],
        settings: Mapping[str, object],
        tags: Sequence[str] = (),
        started_wall: datetime | None = None,
        wait_for_room: bool = False,
    ) -> None:
        self.folder = folder
        started = (started_wall or datetime.now().astimezone()).astimezone()
        manifest = Manifest(
            created=started.isoformat(timespec="milliseconds"),
            source={"name": source, **(asdict(info) if info else {})},
            engine=dict(engine),
            settings=dict(settings),
            tags=tuple(tag[:LONGEST_TAG] for tag in tags[:MOST_TAGS]),
        )
        self._writer = SessionWriter(folder, manifest, info.nominal_fps if info else 0.0)
        self._wait_for_room = wait_for_room
        self._changed = threading.Condition()
        self._queue: deque[Item] = deque()
        self._queued_frames = self._queued_sounds = 0
        self._sound_zero = 0.0  # second 0 of the session on the clock of the sound
        self._sound_ended = False
        self._queued_bytes = 0
        self._first: tuple[int, float] | None = None  # id and time of the first frame
        self._newest_id = -1
        self._skipped = 0
        self._closing = False
        self._early: str | None = None
        self._status = RecorderStatus()
        self._thread = threading.Thread(target=self._run, name="posecam-recorder", daemon=True)
        self._thread.start()
        self._forget = finish_at_exit(self.close)

    def add_frame(self, frame: Frame) -> None:
        """Queue a frame for the video; count it as dropped if there is no room."""
        size = frame.image.nbytes
        with self._changed:
            if self._wait_for_room:
                self._changed.wait_for(lambda: self._stopped() or self._room_for(size))
            if self._closing:
                return
            if self._stopped() or not self._room_for(size) or frame.frame_id <= self._newest_id:
                self._count(frames_dropped=1)
                return
            first_id, start = self._first = self._first or (frame.frame_id, frame.time)
            seconds = round(frame.time - start, TIME_DIGITS)
            self._newest_id = frame.frame_id
            zero = frame.captured_ns / 1e9 - seconds
            if frame.frame_id == first_id:
                self._sound_zero = zero
            self._sound_zero += _CLOCK_SHARE * (zero - self._sound_zero)
            self._queue.append(
                Image(frame.frame_id - first_id, seconds, frame.image, frame.opening)
            )
            self._queued_frames += 1
            self._queued_bytes += size
            self._status = replace(self._status, seconds=seconds)
            self._changed.notify_all()

    def add_result(self, result: FrameResult) -> None:
        """Queue the poses of a frame; its image is not kept."""
        frame = result.frame
        with self._changed:
            if self._wait_for_room:
                self._changed.wait_for(lambda: self._stopped() or self._room_for_result())
            if self._closing or self._first is None or frame.frame_id < self._first[0]:
                return
            if self._stopped() or not self._room_for_result():
                self._count(poses_dropped=1)
                return
            first_id, start = self._first
            seconds = round(frame.time - start, TIME_DIGITS)
            number = frame.frame_id - first_id
            self._queue.append(Result(number, seconds, result.skipped, result.poses))
            self._changed.notify_all()

    def add_sound(self, block: SoundBlock, device: str = "") -> None:
        """Queue sound; what was heard before the first frame is left out.

        Args:
            block: what was heard next.
            device: name of the microphone.
        """
        with self._changed:
            if self._wait_for_room:
                self._changed.wait_for(lambda: self._stopped() or self._room_for_sound())
            if self._stopped() or self._first is None or not self._room_for_sound():
                return
            seconds = block.start_ns / 1e9 - self._sound_zero
            self._queue.append(Heard(seconds, block, device))
            self._queued_sounds += 1
            self._changed.notify_all()

    def tell_sound(self, sentence: str) -> None:
        """Note in the manifest why the sound is not as it should be; the last one counts."""
        with self._changed:
            self._status = replace(self._status, sound_error=sentence)

    def mark(self, name: str = "") -> bool:
        """Mark the moment of the newest frame, if there is one and the session still grows.

        Args:
            name: of the moment, "" for none.

        Returns:
            Whether it is marked.
        """
        with self._changed:
            full = self._status.markers >= MOST_MARKERS
            if self._stopped() or self._first is None or full:
                return False
            self._queue.append(Marked(self._status.seconds, name[:LONGEST_TAG]))
            self._count(markers=1)
            self._changed.notify_all()
            return True

    @property
    def status(self) -> RecorderStatus:
        with self._changed:
            return self._status

    def close(self, early: str | None = None) -> RecorderStatus:
        """Write what is queued, finish the manifest, and return how it went. May be repeated.

        Args:
            early: sentence for the manifest on why it ends before its source does.
        """
        with self._changed:
            self._closing = True
            self._early = self._early or early
            self._changed.notify_all()
        self._thread.join(_CLOSE_S)
        self._forget()
        if self._thread.is_alive():
            self._fail(f"The disk of {self.folder} does not answer: the end may be missing.")
        return self.status

    def _room_for(self, size: int) -> bool:
        if not self._queued_frames:
            return True
        return self._queued_frames < MAX_FRAMES and self._queued_bytes + size <= MAX_BYTES

    def _room_for_result(self) -> bool:
        return len(self._queue) - self._queued_frames - self._queued_sounds < MAX_RESULTS

    def _room_for_sound(self) -> bool:
        return self._queued_sounds < MAX_SOUNDS

    def _stopped(self) -> bool:
        return self._closing or self._status.error is not None

    def _count(self, **more: float) -> None:
        values = {name: getattr(self._status, name) + n for name, n in more.items()}
        self._status = replace(self._status, **values)

    def _fail(self, sentence: str) -> None:
        """Stop writing: what waits is counted as dropped, and a waiting caller goes on."""
        log.error("%s", sentence)
        with self._changed:
            self._status = replace(self._status, error=sentence)
            results = sum(isinstance(item, Result) for item in self._queue)
            self._count(frames_dropped=self._queued_frames, poses_dropped=results)
            self._queue.clear()
            self._queued_frames = self._queued_sounds = self._queued_bytes = 0
            self._changed.notify_all()

    def _run(self) -> None:
        for step in (self._write_all, self._end_sound, self._writer.close, self._finish):
            try:
                step()
            except Exception as error:
                # Whatever it is, capture and the window go on. The first failure is the one that
                # tells why; a full disk makes the steps after it fail too.
                log.debug("Writing the session failed.", exc_info=error)
                if self.status.error is None:
                    self._fail(why_stopped(error))
        self._measure()

    def _next(self) -> Item | None:
        """The next thing to write; None once closed and everything is written."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._stopped())
            if not self._queue:
                return None
            item = self._queue.popleft()
            if isinstance(item, Image):
                self._queued_frames -= 1
                self._queued_bytes -= item.image.nbytes
            self._queued_sounds -= isinstance(item, Heard)
            self._changed.notify_all()
            return item

    def _write_all(self) -> None:
        measured = 0.0
        taken = 0
        opening: int | None = None
        while (item := self._next()) is not None:
            if isinstance(item, Marked):
                self._writer.write_marker(item.seconds, item.name)
                continue
            if isinstance(item, Heard):
                self._write_sound(item)
                continue
            lost = {"frames_dropped": 1} if isinstance(item, Image) else {"poses_dropped": 1}
            try:
                if isinstance(item, Image):
                    reopened = opening not in (None, item.opening)
                    opening = item.opening
                    self._writer.write_frame(
                        item.number, item.seconds, item.image, reopened=reopened
                    )
                    written = {"frames_written": 1}
                    taken += item.image.nbytes
                else:
                    self._writer.write_result(item.number, item.seconds, item.skipped, item.poses)
                    self._skipped += item.skipped
                    written = {"poses_written": 1}
            except BaseException:
                with self._changed:
                    self._count(**lost)
                raise
            with self._changed:
                self._count(**written)
            if time.monotonic() - measured > _MEASURE_S:
                measured = time.monotonic()
                self._measure()
                taken = _LOOK_BYTES
            if taken >= _LOOK_BYTES:
                taken = 0
                self._look_for_room()

    def _write_sound(self, heard: Heard) -> None:
        """Write it; where that fails the sound ends, and the images go on."""
        if self._sound_ended:
            return
        try:
            self._writer.write_sound(heard.block, heard.seconds, heard.device)
        except Exception as error:
            log.warning("The sound cannot be written.", exc_info=error)
            self._sound_ended = True
            self.tell_sound(f"The sound was not recorded any more: {reason(error)}.")
            return
        with self._changed:
            self._count(sound_s=len(heard.block.samples) / heard.block.rate)

    def _end_sound(self) -> None:
        try:
            self._writer.end_sound(self.status.sound_error or None)
        except Exception as error:
            log.warning("The end of the sound cannot be written.", exc_info=error)
            self.tell_sound(f"The end of the sound was not recorded: {reason(error)}.")
            self._writer.end_sound(self.status.sound_error)

    def _finish(self) -> None:
        status = self.status
        names = ("frames_written", "frames_dropped", "poses_written", "poses_dropped")
        counts = {name: getattr(status, name) for name in names}
        self._writer.finish(
            {**counts, "skipped": self._skipped}, status.seconds, status.error or self._early
        )
        # Now, where no one waits, rather than when the session is opened for the first time.
        with contextlib.suppress(OSError):
            read_lines(self.folder, POSES)

    def _measure(self) -> None:
        try:
            size = sum(path.stat().st_size for path in self.folder.iterdir())
        except OSError:
            return
        with self._changed:
            self._status = replace(self._status, bytes=size)

    def _look_for_room(self) -> None:
        """Warn of a disk that is getting full.

        Raises:
            OSError: it is as full as it may become.
        """
        if (free := room.check(self.folder)) is None:
            return
        before = self.status
        warning = room.warning(free, before.bytes, before.seconds)
        if warning and not before.warning:
            log.warning("%s", warning)
        with self._changed:
            self._status = replace(self._status, warning=warning)
