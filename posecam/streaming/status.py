"""How a stream is going, told by its thread and read by others."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Literal, TypedDict, Unpack

from posecam.streaming.options import Address, StreamStatus


class _Changes(TypedDict, total=False):
    kind: Literal["starting", "running", "failed"]
    message: str
    address: str
    sent: int
    viewers: int


class StatusSlot:
    """The newest status of one stream."""

    def __init__(
        self, name: Literal["VMC", "WebSocket", "Virtual camera"], address: Address | str
    ) -> None:
        self._lock = threading.Lock()
        self._value = StreamStatus(name, str(address))

    @property
    def value(self) -> StreamStatus:
        with self._lock:
            return self._value

    def change(self, **changes: Unpack[_Changes]) -> None:
        """Replace some of it."""
        with self._lock:
            self._value = replace(self._value, **changes)

    def count_sent(self) -> None:
        """One more pose has gone, so all is well."""
        with self._lock:
            self._value = replace(self._value, message="", sent=self._value.sent + 1)
