"""The live pipeline: one thread captures, one estimates, one writes. Knows no window.

No queue stands between camera and network: the estimator thread takes the newest frame whenever it
is free, and what passed meanwhile is counted. A caller asks `latest()` for what to show.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engines.engine import Engine, EngineError
from posecam.capture.latest import LatestFrame
from posecam.capture.thread import CaptureThread
from posecam.errors import PosecamError
from posecam.live_status import EngineState, FinishedRecording, PipelineStatus, Rolling
from posecam.pose import Frame, FrameResult
from posecam.session.recorder import Recorder

if TYPE_CHECKING:
    from posecam.estimation.estimator import EstimatorOptions

LOG = logging.getLogger(__name__)

#: Seconds that opening another source may wait for the old one to let go of the camera.
HANDOVER = 0.3


class LiveEstimator(Protocol):
    """What the pipeline needs of an `Estimator`. One thread makes it and calls it."""

    @property
    def engine(self) -> Engine: ...

    @property
    def options(self) -> EstimatorOptions: ...

    @options.setter
    def options(self, value: EstimatorOptions) -> None: ...

    def warm_up(self) -> None: ...

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult: ...

    def reset(self) -> None: ...


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
        on_change: Callable[[], None] | None = None,
    ) -> None:
        """Start loading the network.

        Args:
            make_estimator: called once, in the estimator thread, which then owns the engine.
            options: given to the estimator before its first frame.
            on_change: called from any thread when there is something new to show. It must return
                at once.
        """
        self._make_estimator = make_estimator
        self._options = options
        self._on_change = on_change or (lambda: None)
        self._lock = threading.Condition()
        self._stopping = False
        self._engine = EngineState("loading", "The network is loading.")
        self._capture: CaptureThread | None = None
        self._retired: list[CaptureThread] = []
        self._slot: LatestFrame | None = None
        self._shown: FrameResult | None = None  # newest result, or bare frame where there is none
        self._estimated = False  # whether _shown came from the network
        self._painted: FrameResult | None = None
        self._result_ms, self._paint_ms, self._published = Rolling(), Rolling(), Rolling()
        self._dropped = 0
        self._recorder: Recorder | None = None
        self._folder: Path | None = None
        self._finisher: threading.Thread | None = None
        self._finished: FinishedRecording | None = None
        self._thread = threading.Thread(
            target=self._estimate, name="posecam-estimator", daemon=True
        )
        self._thread.start()

    # -- the source ---------------------------------------------------------------------------

    def open(self, spec: str, *, loop: bool = False) -> None:
        """Show another source. A running recording is stopped first.

        Nothing is raised for a source that cannot be opened: `status().capture` says why.
        """
        self.stop_recording()
        slot = LatestFrame()
        with self._lock:
            old, old_slot = self._capture, self._slot
            self._slot, self._capture = slot, None
            self._shown, self._estimated = None, False
            self._dropped = 0
            for figures in (self._result_ms, self._paint_ms, self._published):
                figures.values.clear()
            self._lock.notify_all()
        self._retire(old, old_slot, HANDOVER)
        capture = CaptureThread(
            spec,
            slot,
            loop=loop,
            on_frame=lambda frame: self._captured(slot, frame),
            on_state=lambda _: self._on_change(),
        )
        with self._lock:
            self._capture = capture
        capture.start()

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
        with self._lock:
            if slot is not self._slot:
                return
            if self._recorder is not None:
                self._recorder.add_frame(frame)
            bare = not self._estimated or self._engine.kind == "failed"
            if bare:
                self._shown = FrameResult(frame, ())
        if bare:
            self._on_change()

    # -- the estimator thread -----------------------------------------------------------------

    def _estimate(self) -> None:
        try:
            estimator = self._make_estimator()
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            self._fail(error, "The network could not be loaded")
            return
        try:
            _warm_up(estimator)
            self._set_engine(EngineState("ready", info=estimator.engine.info))
            self._work(estimator)
        except Exception as error:  # noqa: BLE001
            self._fail(error, "The network stopped")
        finally:
            estimator.engine.close()

    def _work(self, estimator: LiveEstimator) -> None:
        slot: LatestFrame | None = None
        last = -1
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._stopping or self._slot is not None)
                if self._stopping:
                    return
                if slot is not self._slot:
                    slot, last = self._slot, -1
                    estimator.reset()
                if self._options is not None:
                    estimator.options, self._options = self._options, None
            assert slot is not None
            frame = slot.wait(last, 0.2)
            if frame is None:
                if slot.closed:  # it answers at once: wait for the next one
                    with self._lock:
                        self._lock.wait_for(self._has_changed_from(slot))
                continue
            skipped = frame.frame_id - last - 1 if last >= 0 else 0
            result = estimator.update(frame, skipped)
            last = frame.frame_id
            self._publish(slot, result)

    def _has_changed_from(self, slot: LatestFrame) -> Callable[[], bool]:
        return lambda: self._stopping or self._slot is not slot

    def _publish(self, slot: LatestFrame, result: FrameResult) -> None:
        now = time.perf_counter_ns()
        frame = result.frame
        with self._lock:
            if slot is not self._slot:
                return
            self._shown, self._estimated = result, True
            self._dropped += result.skipped
            self._result_ms.values.append((now - frame.captured_ns) / 1e6)
            self._published.values.append(now / 1e9)
            if self._recorder is not None:
                self._recorder.add_result(result)
        self._on_change()

    def _set_engine(self, state: EngineState) -> None:
        with self._lock:
            self._engine = state
        self._on_change()

    def _fail(self, error: Exception, what: str) -> None:
        if isinstance(error, PosecamError | EngineError):
            message = str(error)
        else:
            LOG.error("%s", what, exc_info=error)
            message = f"{what}: {str(error) or type(error).__name__}."
        self._set_engine(EngineState("failed", message))

    # -- what the window asks -----------------------------------------------------------------

    def latest(self) -> FrameResult | None:
        """What to show now: the newest result with the very frame that it belongs to.

        While the network is loading, or if it failed, the newest frame without poses.
        """
        with self._lock:
            return self._shown

    def painted(self, result: FrameResult) -> None:
        """The view has finished painting this; a repaint of the same picture counts once."""
        now = time.perf_counter_ns()
        with self._lock:
            if result is self._painted or not self._estimated:
                return
            self._painted = result
            self._paint_ms.values.append((now - result.frame.captured_ns) / 1e6)

    def set_options(self, options: EstimatorOptions) -> None:
        """Take over subject height, field of view and smoothness with the next frame."""
        with self._lock:
            self._options = options

    def status(self) -> PipelineStatus:
        """A consistent picture of all figures."""
        with self._lock:
            state = self._capture.state if self._capture is not None else None
            recorder = self._recorder
            return PipelineStatus(
                capture=state,
                engine=self._engine,
                camera_fps=state.fps if state is not None else 0.0,
                network_fps=self._published.rate(time.perf_counter()),
                result_ms=self._result_ms.spread(),
                paint_ms=self._paint_ms.spread(),
                dropped=self._dropped,
                recording=recorder.status if recorder is not None else None,
                finishing=self._finisher is not None and self._finisher.is_alive(),
                finished=self._finished,
            )

    # -- recording ----------------------------------------------------------------------------

    def start_recording(self, folder: Path, settings: Mapping[str, object] | None = None) -> None:
        """Record every frame and every result from now on.

        Args:
            folder: made for this session; must not exist.
            settings: written into the manifest.

        Raises:
            SessionError: the folder cannot be made or written.
            RuntimeError: nothing is open, or a recording runs already.
        """
        with self._lock:
            capture, info = self._capture, self._engine.info
            if capture is None or self._recorder is not None:
                raise RuntimeError("nothing to record, or already recording")
        state = capture.state
        recorder = Recorder(
            folder,
            source=state.source,
            info=state.info,
            engine={k: str(v) for k, v in asdict(info).items()} if info is not None else {},
            settings=settings or {},
        )
        with self._lock:
            self._recorder, self._folder = recorder, folder
            self._finished = None

    def stop_recording(self) -> Path | None:
        """Stop and return the session's folder at once; the file is closed in the background.

        `status().finished` tells when it is done. None where nothing was being recorded.
        """
        with self._lock:
            recorder, folder = self._recorder, self._folder
            self._recorder = self._folder = None
        if recorder is None or folder is None:
            return None
        before = self._finisher

        def finish() -> None:
            if before is not None:
                before.join()
            status = recorder.close()
            with self._lock:
                self._finished = FinishedRecording(folder, status)
            self._on_change()

        # Not a daemon: leaving the program must not cut the end off a recording.
        self._finisher = threading.Thread(target=finish, name="posecam-finish-recording")
        self._finisher.start()
        return folder

    def close(self, timeout: float = 2.0) -> bool:
        """Stop everything within the timeout; a running recording is finished.

        Returns:
            Whether every thread has ended. One that hangs in a driver is left behind.
        """
        deadline = time.monotonic() + timeout
        self.stop_recording()
        with self._lock:
            self._stopping = True
            capture, slot = self._capture, self._slot
            self._capture = self._slot = None
            self._lock.notify_all()

        def left() -> float:
            return max(deadline - time.monotonic(), 0.0)

        self._retire(capture, slot, left() / 2)
        for thread in (self._finisher, self._thread, *self._retired):
            if thread is not None:
                thread.join(left())
        threads = (self._finisher, self._thread, *self._retired)
        return not any(thread is not None and thread.is_alive() for thread in threads)


def _warm_up(estimator: LiveEstimator) -> None:
    """Look for somebody once on a grey picture: the first call of any engine is the slow one."""
    estimator.warm_up()
    grey = np.full((480, 640, 3), 128, np.uint8)
    estimator.update(Frame(grey, 0, 0.0, time.perf_counter_ns()))
    estimator.reset()
