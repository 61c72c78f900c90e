"""Work beside the window: done in threads, one after the other, and told in the window's own."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PyQt6.QtCore import QObject

from posecam.errors import PosecamError
from posecam.gui.shared.bridge import Bridge
from posecam.gui.shared.translation import tr, tr_core

LOG = logging.getLogger(__name__)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Job:
    do: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[str], None]


def sentence(error: Exception) -> str:
    """What to say of an error."""
    if isinstance(error, PosecamError):
        return tr_core(str(error))
    return tr("Something unexpected happened: {error}.", error=str(error) or type(error).__name__)


class Work(QObject):
    """A queue with one thread, which lives while there is something to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._jobs: deque[_Job] = deque()
        self._finished: deque[Callable[[], None]] = deque()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._bridge = Bridge(self._deliver, self)

    def start(
        self,
        do: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[str], None],
    ) -> None:
        """Do something in the thread.

        Args:
            do: runs in the thread.
            done: called in the window's thread with what it returned,
            failed: or with a sentence on what went wrong.
        """
        with self._lock:
            if self._closed:
                return
            self._jobs.append(_Job(do, done, failed))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="posecam-work")
                self._thread.start()

    @property
    def busy(self) -> bool:
        with self._lock:
            return self._thread is not None or bool(self._finished)

    def report(self, what: Callable[[], None]) -> None:
        """From the thread: call something in the window's own."""
        with self._lock:
            self._finished.append(what)
        self._bridge.notify()

    def close(self) -> None:
        """Finish what is being done, leave the rest, tell nothing any more."""
        with self._lock:
            self._closed = True
            self._jobs.clear()
            thread = self._thread
        self._bridge.close()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                job = self._jobs.popleft()
            try:
                result = job.do()
            except Exception as error:
                LOG.info("work beside the window failed", exc_info=error)
                said = sentence(error)
                self.report(partial(job.failed, said))
            else:
                self.report(partial(job.done, result))

    def _deliver(self) -> None:
        while True:
            with self._lock:
                if not self._finished or self._closed:
                    return
                what = self._finished.popleft()
            what()
