"""Clocks for what waits: time that only waiting takes, and time that the test lets pass."""

from __future__ import annotations

import threading
import time

#: After so long a test that waits for a thread has failed; nothing is measured by it.
_HUNG_S = 30.0


class SkippedTime:
    """Time passes only where the thread that captures waits, and that at once.

    Attributes:
        now_ns: the time.
        waits: seconds that were waited for, one after the other.
    """

    def __init__(self) -> None:
        self.now_ns = 0
        self.waits: list[float] = []

    def clock(self) -> int:
        return self.now_ns

    def wait(self, event: threading.Event, seconds: float) -> bool:
        if threading.current_thread().name != "posecam-capture":
            return event.wait(_HUNG_S)
        self.waits.append(seconds)
        self.now_ns += round(seconds * 1e9)
        return event.is_set()


class ManualTime:
    """Time stands still until `advance`."""

    def __init__(self) -> None:
        self._now_ns = 0
        self._due: dict[int, int] = {}
        self._changed = threading.Condition()

    def clock(self) -> int:
        return self._now_ns

    def wait(self, event: threading.Event, seconds: float) -> bool:
        me = threading.get_ident()
        with self._changed:
            self._due[me] = due = self._now_ns + round(seconds * 1e9)
            self._changed.notify_all()
            while self._now_ns < due and not event.is_set():
                self._changed.wait(0.01)  # the event wakes no one here
            del self._due[me]
        return event.is_set()

    def advance(self, seconds: float) -> None:
        """Let time pass; the threads that were due have worked and wait again when it returns."""
        with self._changed:
            end = self._now_ns + round(seconds * 1e9)
            self._wait_for_waiters(self._now_ns)
            while (due := min(self._due.values())) <= end:
                self._now_ns = due
                self._changed.notify_all()
                self._wait_for_waiters(due)
            self._now_ns = end

    def _wait_for_waiters(self, after_ns: int) -> None:
        def waiting() -> bool:
            return bool(self._due) and min(self._due.values()) > after_ns

        assert self._changed.wait_for(waiting, _HUNG_S), "no thread waits"


class NeverOver:
    """Waits that end by their event alone."""

    clock = staticmethod(time.perf_counter_ns)

    @staticmethod
    def wait(event: threading.Event, _: float) -> bool:
        return event.wait(60)
