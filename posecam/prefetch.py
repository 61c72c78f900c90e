"""Making items in a thread ahead of the one that takes them: frames of a file, batches."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

T = TypeVar("T")

#: Items that may lie ready.
PREFETCHED: Final = 6


class _End:
    """After the last item: why it ended, if it was no ordinary end."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


class Prefetched(Generic[T]):
    """The items, taken from their iterable in a thread before they are asked for.

    An exception of the iterable is raised where its item would have come. The thread has ended when
    the block of a `with` is left, or after `close`.

    Args:
        items: may be endless.
        ahead: items that may lie ready.
    """

    def __init__(self, items: Iterable[T], *, ahead: int = PREFETCHED) -> None:
        self._items = items
        self._ready: queue.Queue[T | _End] = queue.Queue(ahead)
        self._end: _End | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="posecam-prefetch", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        if self._end is None:
            item = self._ready.get()
            if not isinstance(item, _End):
                return item
            self._end = item
        if self._end.error is not None:
            raise self._end.error
        raise StopIteration

    def close(self) -> None:
        """End the thread; what lies ready is let go. May be called twice."""
        self._stopped.set()
        self._thread.join()
        self._end = self._end or _End()

    def _work(self) -> None:
        end = _End()
        try:
            for item in self._items:
                if not self._put(item):
                    return
        except Exception as error:  # noqa: BLE001  # raised again where it is read
            end = _End(error)
        self._put(end)

    def _put(self, item: T | _End) -> bool:
        while not self._stopped.is_set():
            try:
                self._ready.put(item, timeout=0.05)
                return True
            except queue.Full:
                continue
        return False
