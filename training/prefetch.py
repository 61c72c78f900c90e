"""Making the next batches in a background thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import cv2

T = TypeVar("T")


class Prefetched(Generic[T]):
    """An endless iterator of what `make` returns, made ahead by one thread; `close` ends it.

    What `make` raises is raised where the items are taken.
    """

    def __init__(self, make: Callable[[], T], depth: int = 4) -> None:
        self._make = make
        self._ready: queue.Queue[T | Exception] = queue.Queue(maxsize=depth)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="posecam-batches", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        cv2.setNumThreads(1)
        while not self._stop.is_set():
            item: T | Exception
            try:
                item = self._make()
            except Exception as error:  # noqa: BLE001 - raised again where it is iterated
                item = error
            while not self._stop.is_set():
                try:
                    self._ready.put(item, timeout=0.2)
                    break
                except queue.Full:
                    continue
            if isinstance(item, Exception):
                return

    def __iter__(self) -> Iterator[T]:
        while True:
            item = self._ready.get()
            if isinstance(item, Exception):
                raise item
            yield item

    def close(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join(timeout=5)
