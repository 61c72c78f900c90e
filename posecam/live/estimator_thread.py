"""The thread that owns the estimator and its engine: newest frame in, result out."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engines.engine import Engine, EngineError, EngineInfo
from posecam.capture.latest import LatestFrame
from posecam.errors import NetworkError, PosecamError
from posecam.live.engine_switch import EngineSwitch
from posecam.live.status import EngineState
from posecam.pose import Frame, FrameResult

if TYPE_CHECKING:
    from posecam.estimation.estimator import EstimatorOptions

LOG = logging.getLogger(__name__)

_LOADING = EngineState("loading", "The network is loading.")


class LiveEstimator(Protocol):
    """What is needed of an `Estimator`. One thread makes it and calls it."""

    @property
    def engine(self) -> Engine: ...

    @engine.setter
    def engine(self, value: Engine) -> None: ...

    @property
    def options(self) -> EstimatorOptions: ...

    @options.setter
    def options(self, value: EstimatorOptions) -> None: ...

    def warm_up(self) -> None: ...

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult: ...

    def reset(self) -> None: ...

    def choose(self, person_id: int | None) -> None: ...

    def choose_at(self, x: float, y: float) -> int | None: ...

    def close(self) -> None: ...


class EstimatorThread(threading.Thread):
    """Takes the newest frame of a slot whenever it is free.

    Args:
        make_estimator: called in this thread; again after a failure, when `retry` asks for it.
        options: given to the estimator before its first frame.
        other_engine: called in this thread when an engine failed while it ran, for another one to
            go on with; raises PosecamError where there is none.
        publish: called in this thread with every result and the slot that its frame came from.
        on_change: called from any thread when the state of an engine changes.
    """

    def __init__(
        self,
        make_estimator: Callable[[], LiveEstimator],
        *,
        options: EstimatorOptions | None,
        other_engine: Callable[[EngineInfo], Engine] | None,
        publish: Callable[[LatestFrame, FrameResult], None],
        on_change: Callable[[], None],
    ) -> None:
        super().__init__(name="posecam-estimator", daemon=True)
        self._make_estimator = make_estimator
        self._options = options
        self._other_engine = other_engine
        self._publish = publish
        self._on_change = on_change
        self._lock = threading.Condition()
        self._stopping = self._again = False
        self._state = _LOADING
        self._slot: LatestFrame | None = None
        self._choices: list[Callable[[LiveEstimator], object]] = []
        #: Another engine on its way; it is taken over between two frames.
        self.switch = EngineSwitch(self._wake)

    @property
    def state(self) -> EngineState:
        with self._lock:
            return self._state

    def watch(self, slot: LatestFrame) -> None:
        """Look at the frames of this slot from now on; people of the one before are forgotten."""
        with self._lock:
            self._slot = slot
            self._choices.clear()
            self._lock.notify_all()

    def _wake(self) -> None:
        with self._lock:
            self._lock.notify_all()
        self._on_change()

    def set_options(self, options: EstimatorOptions) -> None:
        with self._lock:
            self._options = options

    def choose(self, person_id: int | None) -> None:
        with self._lock:
            self._choices.append(lambda estimator: estimator.choose(person_id))

    def choose_at(self, x: float, y: float) -> None:
        """Choose the person at a point of the frame, px, whether followed yet or not."""
        with self._lock:
            self._choices.append(lambda estimator: estimator.choose_at(x, y))

    def retry(self) -> None:
        """Make the estimator anew after a failure; else nothing happens."""
        with self._lock:
            if self._state.kind != "failed":
                return
            self._state, self._again = _LOADING, True
            self._lock.notify_all()
        self._on_change()

    def stop(self) -> None:
        """Ask the thread to end after the frame it is at."""
        with self._lock:
            self._stopping = True
            self._lock.notify_all()

    def run(self) -> None:
        while True:
            self._load_and_work()
            with self._lock:
                self._lock.wait_for(lambda: self._stopping or self._again)
                if self._stopping:
                    return
                self._again = False

    def _load_and_work(self) -> None:
        """Until the thread is stopped, or the network fails."""
        try:
            estimator = self._make_estimator()
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            self._fail(error, "The network could not be loaded")
            return
        try:
            _warm_up(estimator)
            self._set(EngineState("ready", info=estimator.engine.info))
            self._work(estimator)
        except Exception as error:  # noqa: BLE001 - as above
            self._fail(error, "The network stopped")
        finally:
            estimator.close()

    def _work(self, estimator: LiveEstimator) -> None:
        slot: LatestFrame | None = None
        last = -1
        while True:
            with self._lock:
                self._lock.wait_for(self._has_work)
                if self._stopping:
                    return
                if slot is not self._slot:
                    slot, last = self._slot, -1
                    estimator.reset()
                options, self._options = self._options, None
                choices, self._choices = self._choices, []
            if options is not None:
                estimator.options = options
            for choose in choices:
                choose(estimator)
            if (better := self.switch.take()) is not None:
                self._use(estimator, better)
            if slot is None:
                continue
            frame = slot.wait(last, 0.2)
            if frame is None:
                if slot.closed:  # it answers at once: wait for the next one
                    with self._lock:
                        self._lock.wait_for(self._has_changed_from(slot))
                continue
            skipped = frame.frame_id - last - 1 if last >= 0 else 0
            try:
                result = estimator.update(frame, skipped)
            except NetworkError as error:
                self._fall_back(estimator, error)
                result = estimator.update(frame, skipped)
            last = frame.frame_id
            self._publish(slot, result)

    def _has_work(self) -> bool:
        return self._stopping or self._slot is not None or self.switch.ready

    def _has_changed_from(self, slot: LatestFrame) -> Callable[[], bool]:
        return lambda: self._stopping or self._slot is not slot or self.switch.ready

    def _use(self, estimator: LiveEstimator, engine: Engine, note: str = "") -> None:
        """Let another engine run the network from the next frame on."""
        old, estimator.engine = estimator.engine, engine
        old.close()
        self._set(EngineState("ready", info=engine.info, note=note))

    def _fall_back(self, estimator: LiveEstimator, error: NetworkError) -> None:
        """Go on with another engine after this error.

        Raises:
            NetworkError: the error, where there is no other.
        """
        if self._other_engine is None:
            raise error
        try:
            engine = self._other_engine(estimator.engine.info)
        except PosecamError as none:
            LOG.warning("%s", none)
            raise error from none
        LOG.warning("%s %s goes on.", error, engine.info.backend)
        self._use(estimator, engine, f"{error} {engine.info.backend} runs the network instead.")

    def _fail(self, error: Exception, what: str) -> None:
        if isinstance(error, PosecamError | EngineError):
            message = str(error)
        else:
            LOG.error("%s", what, exc_info=error)
            message = f"{what}: {str(error) or type(error).__name__}."
        self._set(EngineState("failed", message))

    def _set(self, state: EngineState) -> None:
        with self._lock:
            self._state = state
        self._on_change()


def _warm_up(estimator: LiveEstimator) -> None:
    """Look for a person once on a grey image: the first call of any engine is the slow one."""
    estimator.warm_up()
    grey = np.full((480, 640, 3), 128, np.uint8)
    estimator.update(Frame(grey, 0, 0.0, time.perf_counter_ns()))
    estimator.reset()
