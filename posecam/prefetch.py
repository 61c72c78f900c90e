"""Decoding in a thread while the network runs: for files, whose images can wait."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

T = TypeVar("T")

#: Images that may lie ready.
PREFETCHED: Final = 6


class _End:
    """After the last item: why it ended, if it was no ordinary end."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


class _Reader(threading.Thread, Generic[T]):
    def __init__(self, items: Iterable[T]) -> None:
        super().__init__(name="posecam-read-ahead", daemon=True)
        self._items = items
        self._ready: queue.Queue[T | _End] = queue.Queue(PREFETCHED)
        self._stopped = threading.Event()

    def run(self) -> None:
        end = _End()
        try:
            for item in self._items:
                if not self._put(item):
                    return
        except Exception as error:  # noqa: BLE001  # raised again where it is read
            end = _End(error)
        self._put(end)

    def __iter__(self) -> Iterator[T]:
        while not isinstance(item := self._ready.get(), _End):
            yield item
        if item.error is not None:
            raise item.error

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def _put(self, item: T | _End) -> bool:
        while not self._stopped.is_set():
            try:
                self._ready.put(item, timeout=0.05)
                return True
            except queue.Full:
                continue
        return False


@contextmanager
def prefetch(items: Iterable[T]) -> Iterator[Iterator[T]]:
    """The items, taken from their iterable in a thread, up to `PREFETCHED` before they are asked
    for.

    An exception of the iterable is raised where its item would have come. The thread has ended
    when the block is left.
    """
    reader = _Reader(items)
    reader.start()
    try:
        yield iter(reader)
    finally:
        reader.stop()
