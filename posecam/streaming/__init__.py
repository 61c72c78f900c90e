"""Poses to other programs while they happen: VMC over UDP, JSON over a WebSocket.

Nothing is sent until it is switched on, and nothing leaves this machine unless an address says so.
"""

from __future__ import annotations

from posecam.streaming.options import (
    VMC_PORT,
    WEBSOCKET_PORT,
    Address,
    StreamError,
    StreamOptions,
    StreamStatus,
    parse_address,
)
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
]
