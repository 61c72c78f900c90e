"""Loads another engine in a thread while the present one runs on, and keeps it to be taken."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engines.engine import Engine, EngineError
from posecam.errors import PosecamError

LOG = logging.getLogger(__name__)

#: Told how far a build is, 0..1; answers whether to go on.
Progress = Callable[[float], bool]
#: Loads an engine, building it where that is needed; None where there is nothing better to have.
Loader = Callable[[Progress], Engine | None]


@dataclass(frozen=True, slots=True)
class SwitchState:
    """How far another engine is.

    Attributes:
        kind: "idle": none is asked for, or the last one was taken or given up; "working": it is
            being built or loaded; "failed": it could not be.
        progress: of the build, 0..1; NaN before the build says anything.
        message: one sentence where it failed, else "".
    """

    kind: Literal["idle", "working", "failed"] = "idle"
    progress: float = float("nan")
    message: str = ""


class EngineSwitch:
    """One engine at a time is on its way; asking for another gives the earlier one up.

    Args:
        on_change: called from any thread when the state changes or an engine is there to be taken.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._lock = threading.Lock()
        self._state = SwitchState()
        self._turn = 0
        self._ready: Engine | None = None
        self._threads: list[threading.Thread] = []

    @property
    def state(self) -> SwitchState:
        with self._lock:
            return self._state

    @property
    def ready(self) -> bool:
        """Whether there is an engine to be taken."""
        with self._lock:
            return self._ready is not None

    def start(self, load: Loader) -> None:
        """Load in a thread of its own; nothing is raised here."""
        self.cancel()
        with self._lock:
            turn = self._turn
            self._state = SwitchState("working")
            # A daemon: a compiler that does not answer must not keep the program alive.
            thread = threading.Thread(
                target=self._load, args=(load, turn), name="posecam-engine", daemon=True
            )
            self._threads = [t for t in self._threads if t.is_alive()]
            self._threads.append(thread)
        thread.start()
        self._on_change()

    def cancel(self) -> None:
        """Give up what is on its way; the engine that runs is not touched."""
        with self._lock:
            self._turn += 1
            self._state = SwitchState()
            ready, self._ready = self._ready, None
        if ready is not None:
            ready.close()

    def take(self) -> Engine | None:
        """The engine that has become ready, once: it is the caller's from now on."""
        with self._lock:
            ready, self._ready = self._ready, None
        return ready

    def close(self, timeout: float) -> bool:
        """Give up and wait; whether every thread has ended."""
        self.cancel()
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0.0))
        return not any(thread.is_alive() for thread in self._threads)

    def _load(self, load: Loader, turn: int) -> None:
        def progress(share: float) -> bool:
            with self._lock:
                if turn != self._turn:
                    return False
                self._state = SwitchState("working", share)
            self._on_change()
            return True

        try:
            engine = load(progress)
            if engine is not None:
                _warm_up(engine)
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            self._end(turn, SwitchState("failed", message=_sentence(error)), None)
        else:
            self._end(turn, SwitchState(), engine)

    def _end(self, turn: int, state: SwitchState, engine: Engine | None) -> None:
        with self._lock:
            wanted = turn == self._turn
            if wanted:
                self._state, self._ready = state, engine
        if not wanted:
            if engine is not None:
                engine.close()
            return
        self._on_change()


def _warm_up(engine: Engine) -> None:
    """Run one person once: the first call of any engine is the slow one."""
    try:
        engine.run(np.zeros((1, *engine.input_shape), np.float32))
    except Exception:
        engine.close()
        raise


def _sentence(error: Exception) -> str:
    if isinstance(error, PosecamError | EngineError):
        return str(error)
    LOG.error("another engine could not be loaded", exc_info=error)
    return f"The engine could not be loaded: {str(error) or type(error).__name__}."
