"""The live pipeline: one thread captures, one estimates, one writes. Knows no window.

No queue stands between camera and network: the estimator thread takes the newest frame whenever it
is free, and what passed meanwhile is counted. A caller asks `latest()` for what to show.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from engines.engine import Engine, EngineInfo
from posecam.capture.latest import LatestFrame
from posecam.capture.options import CaptureOptions
from posecam.capture.sound import SoundBlock
from posecam.capture.thread import CaptureThread
from posecam.live.engine_switch import Loader
from posecam.live.estimator_thread import EstimatorThread, LiveEstimator
from posecam.live.recording import LiveRecording
from posecam.live.status import PipelineStatus, Rolling
from posecam.pose import Frame, FrameResult
from posecam.rate import Rate
from posecam.session.recorder import Recorder
from posecam.session.recorder_items import RecorderStatus

if TYPE_CHECKING:
    from posecam.estimation.estimator import EstimatorOptions

#: Seconds that opening another source may wait for the old one to let go of the camera.
HANDOVER = 0.3


class ResultSink(Protocol):
    """Takes every result as it comes, to send it elsewhere; returns at once and never raises."""

    def send(self, result: FrameResult) -> None: ...


class Pipeline:
    """Owns the capture thread, the estimator thread with its engine, and the recorder.

    All methods may be called from one controlling thread (the window's); none of them waits for a
    camera or for the network, but for `close`.
    """

    def __init__(
        self,
        make_estimator: Callable[[], LiveEstimator],
        *,
        options: EstimatorOptions | None = None,
        other_engine: Callable[[EngineInfo], Engine] | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        """Start loading the network.

        Args:
            make_estimator, options, other_engine: see `EstimatorThread`.
            on_change: called from any thread when there is something new to show. It must return
                at once.
        """
        self._on_change = on_change or (lambda: None)
        self._lock = threading.Lock()
        self._capture: CaptureThread | None = None
        self._retired: list[CaptureThread] = []
        self._slot: LatestFrame | None = None
        self._shown: FrameResult | None = None  # newest result, or bare frame where there is none
        self._estimated = False  # whether _shown came from the network
        self._painted: FrameResult | None = None
        self._result_ms, self._paint_ms = Rolling(), Rolling()
        self._published = Rate()
        self._dropped = 0
        self._recording = LiveRecording(self._on_change)
        self._sink: ResultSink | None = None
        self._thread = EstimatorThread(
            make_estimator,
            options=options,
            other_engine=other_engine,
            publish=self._publish,
            on_change=self._on_change,
        )
        self._thread.start()

    # -- the source ---------------------------------------------------------------------------

    def open(self, spec: str, *, loop: bool = False, options: CaptureOptions | None = None) -> None:
        """Show another source. A running recording is stopped first.

        Args:
            spec: what to open.
            loop: start a file again at its end.
            options: what to ask of a camera.

        Nothing is raised for a source that cannot be opened: `status().capture` says why.
        """
        self.stop_recording()
        slot = LatestFrame()
        with self._lock:
            old, old_slot = self._capture, self._slot
            self._slot, self._capture = slot, None
            self._shown, self._estimated = None, False
            self._dropped = 0
            self._result_ms.values.clear()
            self._paint_ms.values.clear()
            self._published.clear()
        self._thread.watch(slot)
        self._retire(old, old_slot, HANDOVER)
        capture = CaptureThread(
            spec,
            slot,
            loop=loop,
            options=options,
            on_frame=lambda frame: self._captured(slot, frame),
            on_state=lambda _: self._on_change(),
        )
        with self._lock:
            self._capture = capture
        capture.start()

    def retry_now(self) -> None:
        """Try a source that failed again at once, as when a camera was plugged in."""
        with self._lock:
            capture = self._capture
        if capture is not None:
            capture.retry_now()

    def _retire(
        self, capture: CaptureThread | None, slot: LatestFrame | None, timeout: float
    ) -> None:
        """Stop a capture thread; one that hangs in its camera is kept to be joined at the end."""
        if slot is not None:
            slot.close()
        if capture is not None:
            capture.stop(timeout)
            self._retired.append(capture)
        self._retired = [thread for thread in self._retired if thread.is_alive()]

    def _captured(self, slot: LatestFrame, frame: Frame) -> None:
        """Called by the capture thread with every frame."""
        failed = self._thread.state.kind == "failed"
        with self._lock:
            if slot is not self._slot:
                return
            self._recording.add_frame(frame)
            bare = not self._estimated or failed
            if bare:
                self._shown = FrameResult(frame, ())
        if bare:
            self._on_change()

    def _publish(self, slot: LatestFrame, result: FrameResult) -> None:
        """Called by the estimator thread with every result."""
        now = time.perf_counter_ns()
        with self._lock:
            if slot is not self._slot:
                return
            self._shown, self._estimated = result, True
            self._dropped += result.skipped
            self._result_ms.values.append((now - result.frame.captured_ns) / 1e6)
            self._published.add(now / 1e9)
            self._recording.add_result(result)
            sink = self._sink
        self._on_change()
        if sink is not None:
            sink.send(result)

    # -- what the window asks -----------------------------------------------------------------

    def latest(self) -> FrameResult | None:
        """What to show now: the newest result with the very frame that it belongs to.

        While the network is loading, or if it failed, the newest frame without poses.
        """
        with self._lock:
            return self._shown

    def painted(self, result: FrameResult) -> None:
        """The view has finished painting this; a repaint of the same image counts once."""
        now = time.perf_counter_ns()
        with self._lock:
            if result is self._painted or not self._estimated:
                return
            self._painted = result
            self._paint_ms.values.append((now - result.frame.captured_ns) / 1e6)

    def set_options(self, options: EstimatorOptions) -> None:
        """Take over subject height, field of view and smoothness with the next frame."""
        self._thread.set_options(options)

    def choose(self, person_id: int | None) -> None:
        """Make a person the main one; None leaves the choice to the estimator again."""
        self._thread.choose(person_id)

    def choose_at(self, x: float, y: float) -> None:
        """Make the person at a point of the frame, px, the main one, followed yet or not."""
        self._thread.choose_at(x, y)

    def send_to(self, sink: ResultSink | None) -> None:
        """Give every result to this one as well from now on; None ends it."""
        with self._lock:
            self._sink = sink

    def switch_engine(self, load: Loader) -> None:
        """Load another engine in a thread; when it is ready it takes over between two frames.

        Meanwhile, and if it fails, the present one runs on: `status().switch` tells.
        """
        self._thread.switch.start(load)

    def cancel_switch(self) -> None:
        """Give up an engine that is on its way."""
        self._thread.switch.cancel()
        self._on_change()

    def retry(self) -> None:
        """Make the estimator anew after the network failed; else nothing happens."""
        self._thread.retry()

    def status(self) -> PipelineStatus:
        """A consistent image of all figures."""
        recording, finishing, finished = self._recording.status()
        with self._lock:
            state = self._capture.state if self._capture is not None else None
            return PipelineStatus(
                capture=state,
                engine=self._thread.state,
                switch=self._thread.switch.state,
                camera_fps=state.fps if state is not None else 0.0,
                network_fps=self._published.value(time.perf_counter()),
                result_ms=self._result_ms.spread(),
                paint_ms=self._paint_ms.spread(),
                dropped=self._dropped,
                recording=recording,
                finishing=finishing,
                finished=finished,
            )

    # -- recording ----------------------------------------------------------------------------

    def start_recording(
        self,
        folder: Path,
        settings: Mapping[str, object] | None = None,
        tags: Sequence[str] = (),
    ) -> None:
        """Record every frame and every result from now on.

        Args:
            folder: made for this session; must not exist.
            settings: written into the manifest.
            tags: words that it is found by.

        Raises:
            SessionError: the folder cannot be made or written.
            RuntimeError: nothing is open, or a recording runs already.
        """
        with self._lock:
            capture = self._capture
        if capture is None or self._recording.running:
            raise RuntimeError("nothing to record, or already recording")
        state, info = capture.state, self._thread.state.info
        recorder = Recorder(
            folder,
            source=state.source,
            info=state.info,
            engine={k: str(v) for k, v in asdict(info).items()} if info is not None else {},
            settings=settings or {},
            tags=tags,
        )
        self._recording.begin(folder, recorder)

    def recorded(self) -> RecorderStatus | None:
        """Of the running recording alone, None where none runs: quicker than `status`."""
        return self._recording.status()[0]

    def mark(self, name: str = "") -> bool:
        """Mark this moment of the running recording; whether one runs and has begun."""
        return self._recording.mark(name)

    def add_sound(self, block: SoundBlock, device: str) -> None:
        """Give sound to the recording that runs; from any thread."""
        self._recording.add_sound(block, device)

    def tell_sound(self, sentence: str) -> None:
        """Note in the recording that runs why its sound is not as it should be."""
        self._recording.tell_sound(sentence)

    def stop_recording(self) -> Path | None:
        """Stop and return the session's folder at once; the file is closed in the background.

        `status().finished` tells when it is done. None where nothing was being recorded.
        """
        return self._recording.stop()

    def close(self, timeout: float = 2.0) -> bool:
        """Stop everything within the timeout; a running recording is finished.

        Returns:
            Whether every thread has ended. One that hangs in a driver is left behind.
        """
        deadline = time.monotonic() + timeout
        self.stop_recording()
        with self._lock:
            capture, slot = self._capture, self._slot
            self._capture = self._slot = None
        self._thread.stop()

        def left() -> float:
            return max(deadline - time.monotonic(), 0.0)

        self._retire(capture, slot, left() / 2)
        ended = [self._recording.join(left())]
        for thread in (self._thread, *self._retired):
            thread.join(left())
            ended.append(not thread.is_alive())
        # Last: the estimator thread may take an engine until it ends.
        return all((*ended, self._thread.switch.close(left())))
