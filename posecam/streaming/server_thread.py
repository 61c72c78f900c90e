"""The thread in which a server of WebSockets listens, and how others reach it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, ClassVar, Final

if TYPE_CHECKING:
    from websockets.asyncio.server import ServerConnection

log = logging.getLogger(__name__)

#: For what the library tells: clients that knock wrongly would fill the log.
QUIET: Final = logging.getLogger(f"{__name__}.handshakes")
QUIET.setLevel(logging.CRITICAL)


class ServerThread(ABC):
    """Listens until closed. Whoever derives from it calls `start` when it is ready.

    Args:
        name: of the thread.
    """

    def __init__(self, name: str) -> None:
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()  # of the loop's thread alone
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @abstractmethod
    def listening(self) -> AbstractAsyncContextManager[None]:
        """Listens while it is entered; in the loop's thread.

        Raises:
            OSError: on entering, where it cannot.
        """

    @abstractmethod
    def failed(self, error: Exception) -> float | None:
        """Told why it does not listen; seconds until it is tried again, None to give up."""

    def start(self) -> None:
        self._thread.start()

    def call(self, what: Callable[[], object]) -> None:
        """Have the loop's thread do it, if there is a loop."""
        with self._lock:
            loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(what)

    def close(self, timeout: float = 3.0) -> None:
        """Disconnect everybody and let go of the port. May be called twice."""
        self._closing.set()
        self.call(self._end)
        self._thread.join(timeout)

    def _end(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        pause_s: float | None = 0.0
        while pause_s is not None and not self._closing.wait(pause_s):
            try:
                asyncio.run(self._serve())
            except OSError as error:
                pause_s = self.failed(error)
            except Exception as error:
                log.exception("A server failed.")
                pause_s = self.failed(error)

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        with self._lock:
            self._loop = asyncio.get_running_loop()
        try:
            async with self.listening():
                if not self._closing.is_set():
                    await self._stop.wait()
        finally:
            with self._lock:
                self._loop = None


class BoundedSocket(socket.socket):
    """A listening socket that closes what is one too many as it comes: each takes a file.

    It counts those that still shake hands over TLS too, of which a server knows nothing yet. On
    Windows, whose loop does not ask the socket, nothing is bounded by it.

    Args:
        most: connections at once.
        address: (host, port) of IPv4 to listen at.

    Raises:
        OSError: it cannot listen there.
    """

    def __init__(self, most: int, address: tuple[str, int]) -> None:
        super().__init__(socket.AF_INET, socket.SOCK_STREAM)
        self._most = most
        self._inside: list[socket.socket] = []
        try:
            if sys.platform != "win32":
                self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.bind(address)
        except OSError:
            self.close()
            raise

    def accept(self) -> tuple[socket.socket, Any]:
        wire, address = super().accept()
        self._inside = [one for one in self._inside if one.fileno() >= 0]
        if len(self._inside) >= self._most:
            wire.close()
            raise BlockingIOError
        self._inside.append(wire)
        return wire, address


def bounded_connections(most: int) -> type[ServerConnection]:
    """The connections of one server, of which only so many are let in: each takes a file."""
    from websockets.asyncio.connection import Connection
    from websockets.asyncio.server import ServerConnection

    class Bounded(ServerConnection):
        """Drops a connection that is one too many before it has cost anything."""

        inside: ClassVar[set[Connection]] = set()

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            if len(self.inside) < most:
                self.inside.add(self)
                super().connection_made(transport)
                return
            Connection.connection_made(self, transport)  # without beginning to serve it
            self.transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            self.inside.discard(self)
            super().connection_lost(exc)

    return Bounded
