"""A WebSocket on which any number of programs of this machine watch the poses as JSON.

The newest pose wins: a viewer that is busy misses the ones in between, and one that takes nothing
for a while is dropped. Pages of the internet are refused: a browser would let them in.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from posecam.pose import FrameResult
from posecam.streaming import message
from posecam.streaming.options import Address, StreamStatus
from posecam.streaming.server_thread import QUIET, ServerThread, bounded_connections
from posecam.streaming.status import StatusSlot

if TYPE_CHECKING:
    from websockets.asyncio.server import ServerConnection

#: Seconds that a viewer may take nothing before it is dropped.
SLOW_S: Final = 2.0
#: Seconds until a port that was in use is tried again.
AGAIN_S: Final = 3.0
MAX_VIEWERS: Final = 16
#: Path of an address at which viewers are also sent how every bone is turned.
ROTATIONS: Final = "/rotations"
#: Connections beside the viewers: those that still shake hands, or are told that there is no room.
MAX_CONNECTIONS: Final = 2 * MAX_VIEWERS
#: Seconds until a person who connects must have said what for.
OPEN_S: Final = 2.0
#: Connections that the system keeps waiting, and that are taken at once: each is a file.
_BACKLOG: Final = 16
#: What may wait for a viewer, here and in the system: a few poses, not seconds of them.
BUFFER_BYTES: Final = 16 * 1024
#: Viewers have nothing to say; what they say is not read.
_INCOMING_BYTES: Final = 4096
_CLOSE_S: Final = 0.5
#: Programs send no origin, pages from a disk the second, pages of this machine a local one.
_ORIGINS: Final[list[Any]] = [
    None,
    "file://",
    re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"),
]


class WebSocketServer(ServerThread):
    """Listens at one address, in a thread of its own."""

    def __init__(self, address: Address) -> None:
        super().__init__("posecam-websocket")
        self._address = address
        self._status = StatusSlot("WebSocket", address)
        self._newest: FrameResult | None = None  # not yet made known to the viewers
        # Of the loop's thread alone:
        self._text = ""
        # With the bones' rotations, which take their time: for those who ask for them.
        self._turned_text = ""
        self._turns = message.Turns()
        self._turning: set[asyncio.Event] = set()
        self._viewers: set[asyncio.Event] = set()
        self.start()

    @property
    def status(self) -> StreamStatus:
        return self._status.value

    def send(self, result: FrameResult) -> None:
        with self._lock:
            under_way = self._newest is not None
            self._newest = result
        if not under_way:
            self.call(self._publish)

    def failed(self, error: Exception) -> float:
        if isinstance(error, OSError):
            why = f"{_why_not(self._address, error)} Trying again."
        else:
            why = f"The WebSocket failed ({type(error).__name__})."
        self._status.change(kind="failed", message=why)
        return AGAIN_S

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        from websockets.asyncio.server import serve

        async with serve(
            self._view,
            self._address.host,
            self._address.port,
            origins=_ORIGINS,
            compression=None,
            max_size=_INCOMING_BYTES,
            write_limit=BUFFER_BYTES,
            open_timeout=OPEN_S,
            close_timeout=_CLOSE_S,
            backlog=_BACKLOG,
            create_connection=bounded_connections(MAX_CONNECTIONS),
            logger=QUIET,
        ):
            # What was sent before there was a loop to be told is over.
            with self._lock:
                self._newest = None
            self._status.change(kind="running", message="")
            yield

    def _publish(self) -> None:
        with self._lock:
            result, self._newest = self._newest, None
        if result is not None and self._viewers:
            if len(self._viewers) > len(self._turning):
                self._text = message.pose(result)
            if self._turning:
                self._turned_text = message.pose(result, self._turns)
            for news in self._viewers:
                news.set()

    async def _view(self, viewer: ServerConnection) -> None:
        """Send one viewer whatever is newest whenever it has taken the one before."""
        from websockets.exceptions import ConnectionClosed

        if len(self._viewers) >= MAX_VIEWERS:
            await viewer.close(1013, "there are too many viewers")
            return
        wire = viewer.transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)
        news = asyncio.Event()
        listening = asyncio.create_task(_ignore(viewer, news))
        self._viewers.add(news)
        turning = viewer.request is not None and viewer.request.path.startswith(ROTATIONS)
        if turning:
            self._turning.add(news)
        self._status.change(viewers=len(self._viewers))
        try:
            await viewer.send(message.hello())
            while True:
                await news.wait()
                news.clear()
                async with asyncio.timeout(SLOW_S):
                    await viewer.send(self._turned_text if turning else self._text)
                self._status.count_sent()
        except TimeoutError:
            viewer.transport.abort()
        except ConnectionClosed:
            pass
        finally:
            listening.cancel()
            self._viewers.discard(news)
            self._turning.discard(news)
            self._status.change(viewers=len(self._viewers))


async def _ignore(viewer: ServerConnection, news: asyncio.Event) -> None:
    """Read and forget what the viewer says; when it has gone, let the sending find out."""
    with contextlib.suppress(Exception):
        async for _ in viewer:
            pass
    news.set()


def _why_not(address: Address, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"The WebSocket cannot open: port {address.port} is in use by another program."
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return f'The WebSocket cannot open: this machine is not "{address.host}".'
    if error.errno in {errno.EACCES, errno.EPERM}:
        return f"The WebSocket cannot open: port {address.port} may not be used."
    return f"The WebSocket cannot open at {address} ({type(error).__name__})."
