"""The thread that reads a source into the `LatestFrame` slot and never gives up on a camera."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from posecam.capture.latest import LatestFrame
from posecam.capture.opening import open_source
from posecam.capture.source import Source, SourceInfo
from posecam.capture.spec import Spec, mask_password, parse_spec
from posecam.errors import SourceError
from posecam.pose import Frame

log = logging.getLogger(__name__)

StateKind = Literal["opening", "live", "stalled", "reconnecting", "lost", "ended"]

#: A live source that has sent nothing for this long counts as stalled.
STALLED_S: Final = 1.0
#: Pause before a source is opened again: doubled each time, up to the second.
FIRST_PAUSE_S: Final = 0.2
LONGEST_PAUSE_S: Final = 2.0
#: A paced file that is this far behind its own clock goes on from now instead of catching up.
LATE_S: Final = 0.5
#: The frame rate is measured over this long.
FPS_WINDOW_S: Final = 2.0
_WATCH_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class CaptureState:
    """How the source is doing.

    Attributes:
        kind: "opening": being opened for the first time; "live": frames come; "stalled": none for
            a second, though nothing failed; "reconnecting": it failed and is tried again;
            "lost": it failed and is given up; "ended": the file is over or capture was stopped.
        message: one sentence for a person, "" when all is well.
        source: name of the source, without a password.
        info: of the source as last opened; None before.
        fps: frames per second measured over the last two seconds, 0 when none come.
        frames: frames delivered so far.
        reconnects: times that a source was opened again after it failed.
    """

    kind: StateKind
    message: str = ""
    source: str = ""
    info: SourceInfo | None = None
    fps: float = 0.0
    frames: int = 0
    reconnects: int = 0


class CaptureThread(threading.Thread):
    """Reads one source until stopped, and puts every frame into a slot.

    Frame ids and times go on over reconnections (with the true gap in time) and over the loops of
    a file. A file is delivered at its own times, as if it were a camera, unless `pace` is off.

    Args:
        spec: what to open, see `parse_spec`.
        slot: where frames go.
        pace: hold a file's frames back until their time has come.
        loop: start a file again at its end. The demo always does.
        retry: open a camera or an address again after it failed; files are never retried.
        on_frame: called in this thread with every frame, e.g. the recorder's `add_frame`; must be
            quick. What it raises is logged and capture goes on.
        on_state: called, from this thread or the watchdog's, with every new state but not for a
            mere change of fps.
        size: width and height to ask of a camera.
    """

    def __init__(
        self,
        spec: str,
        slot: LatestFrame,
        *,
        pace: bool = True,
        loop: bool = False,
        retry: bool = True,
        on_frame: Callable[[Frame], None] | None = None,
        on_state: Callable[[CaptureState], None] | None = None,
        size: tuple[int, int] | None = None,
    ) -> None:
        # A daemon: a driver that never returns from a read must not keep the program alive.
        super().__init__(name="posecam-capture", daemon=True)
        self._spec = spec
        self._slot = slot
        self._pace = pace
        self._loop = loop
        self._retry = retry
        self._on_frame = on_frame
        self._on_state = on_state
        self._size = size
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._state = CaptureState("opening", source=mask_password(spec))
        self._arrivals: deque[int] = deque(maxlen=1024)
        self._clock = _Clock()
        self._callback_errors = 0

    @property
    def state(self) -> CaptureState:
        with self._lock:
            return replace(self._state, fps=self._fps(), frames=self._clock.next_id)

    def stop(self, timeout: float = 5.0) -> bool:
        """Ask the thread to end and wait for it; True if it has, False if a driver holds it."""
        self._stopping.set()
        if self.is_alive() and threading.current_thread() is not self:
            self.join(timeout)
        return not self.is_alive()

    def run(self) -> None:
        watchdog = threading.Thread(target=self._watch, name="posecam-capture-watch", daemon=True)
        watchdog.start()
        try:
            self._set("opening")
            self._capture(parse_spec(self._spec))
        except SourceError as error:
            self._set("lost", str(error))
        finally:
            self._stopping.set()
            watchdog.join()
        if self._state.kind != "lost":
            self._set("ended", self._state.message if self._state.kind == "ended" else "")

    def _capture(self, spec: Spec) -> None:
        """Open, deliver, and open again for as long as that makes sense.

        Raises:
            SourceError: the source is given up.
        """
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            before = self._clock.next_id
            try:
                again = self._open_and_deliver(spec)
            except Exception as error:
                failure = error if isinstance(error, SourceError) else _unexpected(spec, error)
                if not (self._retry and spec.live):
                    raise failure from error
                if self._clock.next_id > before:
                    pause_s = FIRST_PAUSE_S
                self._set("reconnecting", f"{failure} Trying again.", reconnect=True)
                self._stopping.wait(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
            else:
                if not again:
                    return

    def _open_and_deliver(self, spec: Spec) -> bool:
        """One pass over the source. Returns True to start again from its beginning."""
        source = open_source(spec, size=self._size)
        try:
            info = source.info()
            with self._lock:
                self._state = replace(self._state, source=source.name, info=info)
            self._clock.restart(source)
            while not self._stopping.is_set():
                frame = source.read()
                if frame is None:
                    if self._loop or info.is_demo:
                        return True
                    self._set("ended", source.warning or f"{source.name} has ended.")
                    return False
                self._deliver(self._clock.continued(frame), wait=self._pace and not source.live)
            return False
        finally:
            source.close()

    def _deliver(self, frame: Frame, wait: bool) -> None:
        if wait:
            delay = self._clock.seconds_until(frame)
            if delay > 0 and self._stopping.wait(delay):
                return
            # Latency counts from when a camera would have delivered it.
            frame = replace(frame, captured_ns=time.perf_counter_ns())
        with self._lock:
            self._arrivals.append(frame.captured_ns)
            self._clock.delivered(frame)
        self._slot.put(frame)
        if self._on_frame is not None:
            try:
                self._on_frame(frame)
            except Exception:
                self._callback_errors += 1
                if self._callback_errors == 1:
                    log.exception("What receives the frames failed; capture goes on.")
        if self._state.kind != "live":
            self._set("live")

    def _watch(self) -> None:
        """Notice a source that is open but silent: its `read` may block in the driver."""
        while not self._stopping.wait(_WATCH_S):
            with self._lock:
                silent = self._state.kind == "live" and self._silence_s() > STALLED_S
                silent = silent and self._clock.live  # a file may have long pauses in it
            if silent:
                name = self._state.source
                self._set("stalled", f"{name} has sent no picture for a second.", only_from="live")

    def _set(
        self,
        kind: StateKind,
        message: str = "",
        *,
        reconnect: bool = False,
        only_from: StateKind | None = None,
    ) -> None:
        with self._lock:
            old = self._state
            if only_from is not None and old.kind != only_from:
                return
            new = replace(
                old, kind=kind, message=message, reconnects=old.reconnects + int(reconnect)
            )
            self._state = new
        if new == old and kind != "opening":
            return
        if message:
            log.info("%s", message)
        if self._on_state is not None:
            try:
                self._on_state(self.state)
            except Exception:
                log.exception("What receives the capture state failed; capture goes on.")

    def _silence_s(self) -> float:
        if not self._arrivals:
            return 0.0
        return (time.perf_counter_ns() - self._arrivals[-1]) / 1e9

    def _fps(self) -> float:
        if len(self._arrivals) < 2 or self._silence_s() > STALLED_S:
            return 0.0
        since = self._arrivals[-1] - int(FPS_WINDOW_S * 1e9)
        recent = [t for t in self._arrivals if t >= since]
        span = recent[-1] - recent[0]
        return (len(recent) - 1) * 1e9 / span if span > 0 else 0.0


class _Clock:
    """Makes one row of frame ids and times out of a source that is opened again and again."""

    def __init__(self) -> None:
        self.next_id = 0
        self._first_ns = 0
        self._last_time = 0.0
        self.live = True
        self._step_s = 0.0
        self._id_offset = 0
        self._time_offset: float | None = None
        self._due_ns: int | None = None

    def restart(self, source: Source) -> None:
        """The source has been opened: its ids and times begin at 0 once more."""
        self.live = source.live
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
            frame, frame_id=frame.frame_id + self._id_offset, time=frame.time + self._time_offset
        )

    def seconds_until(self, frame: Frame) -> float:
        """How long until the frame's time has come; negative if it is late."""
        now = time.perf_counter_ns()
        if self._due_ns is None:
            self._due_ns = now - int(frame.time * 1e9)
        delay = (self._due_ns + int(frame.time * 1e9) - now) / 1e9
        if delay < -LATE_S:
            self._due_ns -= int(delay * 1e9)
        return delay

    def delivered(self, frame: Frame) -> None:
        self.next_id = frame.frame_id + 1
        self._last_time = frame.time


def _unexpected(spec: Spec, error: Exception) -> SourceError:
    """A failure nobody foresaw: in the log with its trace, before a person as a sentence."""
    log.error("Reading %s failed unexpectedly (%s).", spec.name, type(error).__name__)
    log.debug("The trace of it:", exc_info=error)
    return SourceError(f"{spec.name} failed unexpectedly ({type(error).__name__}).")
