"""A telephone as remote: a page on the local network, and what its buttons ask for.

One port serves the page over HTTP and its connection as a WebSocket. The page itself holds nothing
secret. Its connection begins with a code, see `posecam.streaming.access`, which stands behind the
`#` of the address and so is in no request; the key that it is exchanged for lets the page come
back. Pages of other origins are refused, and who asks too often is disconnected.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import json
import socket
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from posecam.resources import resource
from posecam.streaming.access import Access
from posecam.streaming.server_thread import QUIET, ServerThread, bounded_connections

if TYPE_CHECKING:
    from websockets.asyncio.server import ServerConnection
    from websockets.http11 import Request, Response

REMOTE_PORT: Final = 8767
MOST_PHONES: Final = 8
#: Connections beside those of phones: pages being fetched, and those that have not said their code.
_MOST_CONNECTIONS: Final = 4 * MOST_PHONES
#: Seconds until the code must have been said, and in which a phone must take what it is sent.
_CODE_WITHIN_S, _SLOW_S, _OPEN_S, _CLOSE_S = 3.0, 3.0, 3.0, 0.5
#: Commands of one phone in one second before it is disconnected: a thumb is slower.
MOST_A_SECOND: Final = 12
_INCOMING_BYTES: Final = 512
_LONGEST_COUNTDOWN: Final = 60
#: Why a connection is closed, as the page understands it.
REFUSED, TOO_FAST, FULL = 4001, 4002, 4003

Do = Literal["start", "stop", "mark", "again"]


@dataclass(frozen=True, slots=True)
class Command:
    """What was asked for on a phone.

    Attributes:
        do: start a take, stop it or its countdown, set a marker, discard and record again.
        countdown_s: of a start; None: as the settings say.
    """

    do: Do
    countdown_s: int | None = None


@dataclass(frozen=True, slots=True)
class RemoteStatus:
    """How it is going.

    Attributes:
        kind: "starting"; "running"; "failed".
        message: one sentence on what went wrong, "" when all is well.
        port: on which it listens, 0 before it does.
        phones: how many are connected.
    """

    kind: Literal["starting", "running", "failed"] = "starting"
    message: str = ""
    port: int = 0
    phones: int = 0


def own_address() -> str:
    """The number of this machine in its network; "" where it is in none. Nothing is sent."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # an address that no machine has
        found = str(probe.getsockname()[0])
        if not ipaddress.ip_address(found).is_loopback:
            return found
    return ""


def read_command(text: str | bytes) -> Command | None:
    """What a message asks for; None where it asks for nothing that there is."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("do") not in get_args(Do):
        return None
    seconds = content.get("countdown")
    if seconds is None:
        return Command(content["do"])
    if type(seconds) is not int or not 0 <= seconds <= _LONGEST_COUNTDOWN:
        return None
    return Command(content["do"], seconds)


class RemoteServer(ServerThread):
    """Serves the page and its connections, in a thread of its own.

    Args:
        on_command: called from that thread with what is asked for; must return at once.
        hello: told to every phone first.
        port: to listen on; another one is taken where it is in use. 0: any.
        host: to listen at; every network of this machine if left out.
    """

    def __init__(
        self,
        on_command: Callable[[Command], None],
        hello: Mapping[str, Any] | None = None,
        *,
        port: int = REMOTE_PORT,
        host: str = "0.0.0.0",  # a phone comes from the network; codes keep others out
    ) -> None:
        super().__init__("posecam-remote")
        self._on_command, self._port, self._host = on_command, port, host
        self._hello = _text({"type": "hello", **(hello or {})})
        self._page = resource("remote.html").read_bytes()
        self._access = Access()
        self._status = RemoteStatus()
        # Of the loop's thread alone:
        self._state = ""
        self._phones: set[asyncio.Event] = set()
        self.start()

    @property
    def status(self) -> RemoteStatus:
        with self._lock:
            return self._status

    @property
    def code(self) -> str:
        """The code that is good now: another one as soon as it is used or old."""
        with self._lock:
            return self._access.code(time.monotonic())

    def send(self, state: Mapping[str, Any]) -> None:
        """Tell every phone how it stands; the newest wins."""
        text = _text({"type": "state", **state})
        self.call(lambda: self._publish(text))

    def _change(self, **values: Any) -> None:
        with self._lock:
            self._status = replace(self._status, **values)

    def failed(self, error: Exception) -> float | None:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE and self._port:
            self._port = 0
            return 0.0
        if isinstance(error, OSError):
            why = (error.strerror or type(error).__name__).lower()
            self._change(kind="failed", message=f"The remote cannot be reached: {why}.")
        else:
            self._change(kind="failed", message=f"The remote failed ({type(error).__name__}).")
        return None

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        from websockets.asyncio.server import serve

        async with serve(
            self._talk,
            self._host,
            self._port,
            process_request=self._answer,
            compression=None,
            max_size=_INCOMING_BYTES,
            open_timeout=_OPEN_S,
            close_timeout=_CLOSE_S,
            create_connection=bounded_connections(_MOST_CONNECTIONS),
            logger=QUIET,
        ) as server:
            (wire, *_) = server.sockets
            self._change(kind="running", message="", port=int(wire.getsockname()[1]))
            yield

    def _publish(self, text: str) -> None:
        self._state = text
        for news in self._phones:
            news.set()

    # -- one connection -----------------------------------------------------------------------

    def _answer(self, _: ServerConnection, request: Request) -> Response | None:
        """The page to who asks for it; None to let a connection begin; else no."""
        host = request.headers.get("Host", "")
        if not _is_own(host):  # the name of another site that leads here
            return _response(HTTPStatus.FORBIDDEN, b"This is not the address of the remote.")
        if request.path == "/ws":
            origin = request.headers.get("Origin", "")
            if origin != f"http://{host}":
                return _response(HTTPStatus.FORBIDDEN, b"Pages of other origins are refused.")
            return None
        if request.path == "/":
            return _response(HTTPStatus.OK, self._page, f"ws://{host}")
        return _response(HTTPStatus.NOT_FOUND, b"There is nothing here.")

    async def _talk(self, phone: ServerConnection) -> None:
        from websockets.exceptions import ConnectionClosed

        address = str((phone.remote_address or ("",))[0])
        with contextlib.suppress(ConnectionClosed):
            try:
                async with asyncio.timeout(_CODE_WITHIN_S):
                    key = self._let_in(await phone.recv(), address)
            except TimeoutError:
                key = None
            if key is None:
                await phone.close(REFUSED, "scan the code on the screen again")
                return
            if len(self._phones) >= MOST_PHONES:
                await phone.close(FULL, "there are too many telephones")
                return
            await phone.send(_text({"type": "key", "key": key}))
            await phone.send(self._hello)
            await self._serve_phone(phone)

    def _let_in(self, text: str | bytes, address: str) -> str | None:
        """The key of who has said a good code or key; None for others."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            content = None
        if not isinstance(content, dict):
            content = {}
        code, key, now = content.get("code"), content.get("key"), time.monotonic()
        with self._lock:
            if isinstance(key, str) and key.isascii():
                return key if self._access.knows(key, address, now) else None
            given = code if isinstance(code, str) and code.isascii() else ""
            return self._access.redeem(given, address, now)

    async def _serve_phone(self, phone: ServerConnection) -> None:
        news = asyncio.Event()
        if self._state:
            news.set()
        sending = asyncio.create_task(self._send_news(phone, news))
        self._phones.add(news)
        self._change(phones=len(self._phones))
        try:
            await self._listen(phone)
        finally:
            sending.cancel()
            self._phones.discard(news)
            self._change(phones=len(self._phones))

    async def _listen(self, phone: ServerConnection) -> None:
        """Pass on what is asked for, until the phone goes or asks too much."""
        asked: list[float] = []
        async for text in phone:
            now = time.monotonic()
            asked = [*(when for when in asked if now - when < 1.0), now]
            if len(asked) > MOST_A_SECOND:
                await phone.close(TOO_FAST, "too many commands")
                return
            command = read_command(text)
            if command is None:
                await phone.close(1008, "not a command")
                return
            self._on_command(command)

    async def _send_news(self, phone: ServerConnection, news: asyncio.Event) -> None:
        from websockets.exceptions import ConnectionClosed

        with contextlib.suppress(ConnectionClosed):
            while True:
                await news.wait()
                news.clear()
                try:
                    async with asyncio.timeout(_SLOW_S):
                        await phone.send(self._state)
                except TimeoutError:
                    phone.transport.abort()
                    return


def _is_own(host: str) -> bool:
    """Whether a Host header names this machine by its number, or as localhost."""
    name = host.rsplit(":", 1)[0].strip("[]")
    if name == "localhost":
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _response(status: HTTPStatus, body: bytes, connect: str = "") -> Response:
    from websockets.datastructures import Headers
    from websockets.http11 import Response

    kind = "text/html" if connect else "text/plain"
    policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    if connect:
        policy += f"; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src {connect}"
    headers = Headers(
        {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(body)),
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }
    )
    return Response(status.value, status.phrase, headers, body)


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":"), allow_nan=False)
