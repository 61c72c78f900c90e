"""Poses to other programs while they happen: VMC over UDP, JSON over a WebSocket.

Nothing is sent until it is switched on, and nothing leaves this machine unless an address says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from posecam.streaming.options import (
    VMC_PORT,
    WEBSOCKET_PORT,
    Address,
    StreamError,
    StreamOptions,
    StreamStatus,
    parse_address,
    parse_addresses,
)

if TYPE_CHECKING:
    from posecam.streaming.streams import Streams

__all__ = [
    "VMC_PORT",
    "WEBSOCKET_PORT",
    "Address",
    "StreamError",
    "StreamOptions",
    "StreamStatus",
    "Streams",
    "parse_address",
    "parse_addresses",
]


def __getattr__(name: str) -> Any:
    # Only who sends needs what sends: the settings and the command line read the options alone.
    if name == "Streams":
        from posecam.streaming import streams

        return streams.Streams
    raise AttributeError(name)
