"""From the pipeline's threads to the window: one signal, without a payload, never queued twice."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PyQt6.QtCore import QObject, Qt, pyqtSignal


class Bridge(QObject):
    """Calls `receive` in the window's thread, once for however many `notify` came before.

    A signal for every frame would be a queue: a slow window would fall behind without end.
    """

    _changed = pyqtSignal()

    def __init__(self, receive: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending = False
        self._closed = False
        self._receive = receive
        # Queued even within one thread: PyQt's stubs know no second argument.
        queued = Qt.ConnectionType.QueuedConnection
        self._changed.connect(self._deliver, queued)  # type: ignore[call-arg]  # stub: one argument

    def notify(self) -> None:
        """From any thread: there is something new."""
        with self._lock:
            if self._pending or self._closed:
                return
            self._pending = True
            self._changed.emit()

    def close(self) -> None:
        """Nothing is received from now on."""
        with self._lock:
            self._closed = True

    def _deliver(self) -> None:
        with self._lock:
            self._pending = False
            if self._closed:
                return
        self._receive()
