"""The thread that reads a source into the `LatestFrame` slot and never gives up on a camera."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from posecam.capture.clock import SourceClock
from posecam.capture.freeze import FROZEN_NETWORK_S, FROZEN_S, FreezeDetector
from posecam.capture.latest import LatestFrame
from posecam.capture.opening import open_source
from posecam.capture.options import CaptureOptions
from posecam.capture.source import Source, SourceInfo
from posecam.capture.spec import Spec, mask_password, parse_spec, without_secrets
from posecam.errors import SourceError
from posecam.pose import Frame
from posecam.rate import Rate

log = logging.getLogger(__name__)

StateKind = Literal["opening", "live", "frozen", "stalled", "reconnecting", "lost", "ended"]

#: A live source that has sent nothing for this long counts as stalled; see `Rate` for slow ones.
STALLED_S: Final = 0.6
#: Seconds from one try to open a source to the next: doubled each time, up to the second.
FIRST_PAUSE_S: Final = 0.2
LONGEST_PAUSE_S: Final = 1.0
#: The frame rate is measured over this long.
FPS_WINDOW_S: Final = 2.0
_WATCH_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class CaptureState:
    """How the source is doing.

    Attributes:
        kind: "opening": being opened for the first time; "live": frames come; "frozen": they come,
            but all are the same image; "stalled": none come, though nothing failed;
            "reconnecting": it failed and is tried again; "lost": it failed and is given up;
            "ended": the file is over or capture was stopped.
        message: one sentence for a person, "" when all is well.
        note: one sentence on what is not as it should be though images come: another size than
            was asked for, a lens that seems covered; "" otherwise.
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
    note: str = ""


class CaptureThread(threading.Thread):
    """Reads one source until stopped, and puts every frame into a slot.

    Example:
        from posecam.capture import CaptureThread, LatestFrame

        slot = LatestFrame()
        capture = CaptureThread("demo", slot, on_state=lambda state: print(state.message))
        capture.start()
        newest = -1
        for _ in range(30):
            if (frame := slot.wait(newest, timeout=5.0)) is not None:
                newest = frame.frame_id  # the numbers between were overwritten unseen
        print(f"{capture.state.fps:.0f} fps of {capture.state.source}")
        capture.stop()

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
        options: what to ask of a camera.
        clock: nanoseconds on the clock of `Frame.captured_ns`.
        wait: waits for an event for so many seconds at most, as `threading.Event.wait`.
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
        options: CaptureOptions | None = None,
        clock: Callable[[], int] = time.perf_counter_ns,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
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
        self._options = options
        self._now_ns = clock
        self._wait = wait
        self._known_as = ""
        self._freeze_detector = FreezeDetector()
        self._stopping = threading.Event()
        self._hurried = threading.Event()
        self._lock = threading.Lock()
        self._state = CaptureState("opening", source=mask_password(spec))
        self._arrivals = Rate(FPS_WINDOW_S, silent_s=STALLED_S)
        self._clock = SourceClock()
        self._callback_errors = 0

    @property
    def state(self) -> CaptureState:
        with self._lock:
            fps = self._arrivals.value(self._now_ns() / 1e9)
            return replace(self._state, fps=fps, frames=self._clock.next_id)

    def stop(self, timeout: float = 5.0) -> bool:
        """Ask the thread to end and wait for it; True if it has, False if a driver holds it."""
        self._stopping.set()
        self._hurried.set()
        if self.is_alive() and threading.current_thread() is not self:
            self.join(timeout)
        return not self.is_alive()

    def retry_now(self) -> None:
        """Try a source that failed again at once, as when the system says that a camera came."""
        self._hurried.set()

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
            began = self._now_ns()
            try:
                again = self._open_and_deliver(spec)
            except Exception as error:
                failure = error if isinstance(error, SourceError) else _unexpected(spec, error)
                if not (self._retry and spec.live):
                    raise failure from error
                if self._clock.next_id > before:
                    pause_s = FIRST_PAUSE_S
                self._hurried.clear()
                self._set("reconnecting", f"{failure} Trying again.", reconnect=True)
                spent = (self._now_ns() - began) / 1e9
                # A try that took its time has waited already.
                if not self._stopping.is_set():
                    self._wait(self._hurried, max(pause_s - spent, FIRST_PAUSE_S))
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
            else:
                if not again:
                    return

    def _open_and_deliver(self, spec: Spec) -> bool:
        """One pass over the source. Returns True to start again from its beginning."""
        source = open_source(spec, self._options, known_as=self._known_as)
        try:
            info = source.info()
            if spec.kind == "camera":
                self._known_as = source.name
            with self._lock:
                self._state = replace(self._state, source=source.name, info=info)
            self._clock.restart(source)
            self._freeze_detector = FreezeDetector(
                FROZEN_NETWORK_S if spec.kind in {"network", "phone"} else FROZEN_S
            )
            while not self._stopping.is_set():
                frame = source.read()
                if frame is None:
                    if self._loop or info.is_demo:
                        return True
                    self._set("ended", source.warning or f"{source.name} has ended.")
                    return False
                self._deliver(self._clock.continued(frame), wait=self._pace and not source.live)
                self._judge(source, frame)
            return False
        finally:
            source.close()

    def _deliver(self, frame: Frame, wait: bool) -> None:
        if wait:
            delay = self._clock.seconds_until(frame, self._now_ns())
            if delay > 0 and self._wait(self._stopping, delay):
                return
            # Latency counts from when a camera would have delivered it.
            frame = replace(frame, captured_ns=self._now_ns())
        with self._lock:
            self._arrivals.add(frame.captured_ns / 1e9)
            self._clock.delivered(frame)
        self._slot.put(frame)
        if self._on_frame is not None:
            try:
                self._on_frame(frame)
            except Exception:
                self._callback_errors += 1
                if self._callback_errors == 1:
                    log.exception("What receives the frames failed; capture goes on.")

    def _judge(self, source: Source, frame: Frame) -> None:
        """Say what the frame that was just delivered means for the state."""
        state = (
            self._freeze_detector.update(frame.image, frame.captured_ns / 1e9)
            if source.live
            else "fresh"
        )
        name = self._state.source
        if state == "frozen":
            self._set(
                "frozen",
                f"{name} sends the same image again and again: it may hang, or its shutter may "
                "be closed. Open the shutter, or unplug it and plug it in again.",
            )
        elif state == "blank":
            self._set(
                "live",
                note="There is nothing to see: is the lens covered, its shutter closed, "
                "or the light off?",
            )
        else:
            self._set("live", note=source.warning if source.live else "")

    def _watch(self) -> None:
        """Notice a source that is open but silent: its `read` may block in the driver."""
        while not self._wait(self._stopping, _WATCH_S):
            with self._lock:
                name = self._state.source
                # A file may have long pauses in it.
                silent = self._clock.live and self._arrivals.silent(self._now_ns() / 1e9)
            if silent:
                self._set(
                    "stalled",
                    f"{name} has stopped sending images; it is tried again if it stays silent. "
                    "Check its cable or its network.",
                    only_from=("live", "frozen"),
                )

    def _set(
        self,
        kind: StateKind,
        message: str = "",
        *,
        note: str = "",
        reconnect: bool = False,
        only_from: tuple[StateKind, ...] = (),
    ) -> None:
        with self._lock:
            old = self._state
            if only_from and old.kind not in only_from:
                return
            same = (kind, message, note) == (old.kind, old.message, old.note)
            if same and kind != "opening" and not reconnect:
                return
            self._state = replace(
                old,
                kind=kind,
                message=message,
                note=note,
                reconnects=old.reconnects + int(reconnect),
            )
        if message or note:
            log.info("%s", message or note)
        if self._on_state is not None:
            try:
                self._on_state(self.state)
            except Exception:
                log.exception("What receives the capture state failed; capture goes on.")


def _unexpected(spec: Spec, error: Exception) -> SourceError:
    """A failure no one foresaw: in the log with its trace, before a person as a sentence."""
    log.error("Reading %s failed unexpectedly (%s).", spec.name, type(error).__name__)
    trace = "".join(traceback.format_exception(error))
    log.debug("The trace of it:\n%s", without_secrets(trace, spec.value))
    return SourceError(f"{spec.name} failed unexpectedly ({type(error).__name__}).")
