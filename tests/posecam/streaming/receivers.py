"""Programs that receive: an OSC server and a WebSocket client, both of other people's libraries."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import ThreadingOSCUDPServer
from websockets.asyncio.client import ClientConnection, connect


class OscReceiver:
    """Listens on a UDP port of 127.0.0.1 and keeps all messages as (address, *values).

    Attributes:
        messages: in the order of their arrival.
    """

    def __init__(self, port: int = 0) -> None:
        self.messages: list[tuple[Any, ...]] = []
        dispatcher = Dispatcher()
        dispatcher.set_default_handler(lambda *message: self.messages.append(message))
        # One after the other in one thread: bundles stay in order.
        self._server = ThreadingOSCUDPServer(("127.0.0.1", port), dispatcher)
        self._server.process_request = self._server.finish_request  # type: ignore[method-assign]
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def of(self, address: str) -> list[tuple[Any, ...]]:
        """The values of every message of that address."""
        return [message[1:] for message in list(self.messages) if message[0] == address]


class Viewer:
    """Watches a WebSocket and keeps all messages.

    Args:
        url: where.
        busy: called after each message; one that sleeps makes a slow viewer.
    """

    def __init__(
        self, url: str, busy: Callable[[dict[str, Any]], None] | None = None, **options: Any
    ) -> None:
        self.messages: list[dict[str, Any]] = []
        self.error: Exception | None = None
        self._url = url
        self._busy = busy
        self._options = options
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wire: ClientConnection | None = None
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._loop is not None and self._wire is not None and self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._wire.close(), self._loop)
        self._thread.join()

    def say(self, text: str) -> None:
        """Send a message, which no one asked for."""
        assert self._loop is not None
        assert self._wire is not None
        asyncio.run_coroutine_threadsafe(self._wire.send(text), self._loop).result(5)

    @property
    def poses(self) -> list[dict[str, Any]]:
        return [message for message in self.messages if message["type"] == "pose"]

    @property
    def gone(self) -> bool:
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            asyncio.run(self._watch())
        except Exception as error:  # noqa: BLE001
            self.error = error

    async def _watch(self) -> None:
        self._loop = asyncio.get_running_loop()
        async with connect(self._url, **self._options) as self._wire:
            async for text in self._wire:
                self.messages.append(json.loads(text))
                if self._busy is not None:
                    self._busy(self.messages[-1])


def free_udp_port() -> int:
    """A port of 127.0.0.1 on which no one listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("127.0.0.1", 0))
        return int(wire.getsockname()[1])
