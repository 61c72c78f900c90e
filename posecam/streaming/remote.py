"""A telephone as remote: a page on the local network, and what its buttons ask for.

One port serves the page over HTTP and its connection as a WebSocket; a second one the same over
TLS, without which no browser gives a page its camera. The page itself holds nothing secret. Its
connection begins with a code, see `posecam.streaming.access`, which stands behind the `#` of the
address and so is in no request; the key that it is exchanged for lets the page come back. Pages of
other origins are refused, and who asks too often is disconnected.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import ssl
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from posecam.streaming.access import Access
from posecam.streaming.phone_images import FULL, MOST_BYTES, TOO_FAST, PhoneImages
from posecam.streaming.remote_page import is_own, page, response
from posecam.streaming.server_thread import (
    QUIET,
    BoundedSocket,
    ServerThread,
    bounded_connections,
)

if TYPE_CHECKING:
    from websockets.asyncio.server import ServerConnection
    from websockets.http11 import Request, Response

log = logging.getLogger(__name__)

REMOTE_PORT: Final = 8767
SECURE_PORT: Final = 8768
MOST_PHONES: Final = 8
#: Connections beside those of phones: pages being fetched, and those that have not said their code.
_MOST_CONNECTIONS: Final = 4 * MOST_PHONES
#: The same over TLS, where each may send as much as an image has.
_MOST_SECURE: Final = 3 * MOST_PHONES
#: Seconds until the code must have been said, and in which a phone must take what it is sent.
_CODE_WITHIN_S, _SLOW_S, _OPEN_S, _CLOSE_S = 3.0, 3.0, 3.0, 0.5
#: Seconds between looks whether a phone is there still: one that leaves the network says nothing.
_PING_S: Final = 4.0
#: Commands of one phone in one second before it is disconnected: a thumb is slower.
MOST_A_SECOND: Final = 12
_INCOMING_BYTES: Final = 512
_LONGEST_COUNTDOWN: Final = 60
#: Where a page connects to send images.
_CAMERA: Final = "/camera"
#: Why a connection is closed, as the page understands it, beside those of `phone_images`.
REFUSED: Final = 4001

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
        secure_port: on which it listens for those that are to be cameras too, 0 where it does not.
        insecure: one sentence on why not, "" before it is known, and when it does.
        cameras: how many of them offer their cameras.
    """

    kind: Literal["starting", "running", "failed"] = "starting"
    message: str = ""
    port: int = 0
    phones: int = 0
    secure_port: int = 0
    insecure: str = ""
    cameras: int = 0


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
        host: to listen at, a number of IPv4; every network of this machine if left out.
        certificate: gives the file with the key and certificate for TLS; called in that thread.
            Left out, no telephone can be a camera.
        secure_port: to listen on with TLS, likewise.
    """

    def __init__(
        self,
        on_command: Callable[[Command], None],
        hello: Mapping[str, Any] | None = None,
        *,
        port: int = REMOTE_PORT,
        host: str = "0.0.0.0",  # a phone comes from the network; codes keep others out
        certificate: Callable[[], Path] | None = None,
        secure_port: int = SECURE_PORT,
    ) -> None:
        super().__init__("posecam-remote")
        self._on_command, self._port, self._host = on_command, port, host
        self._hello = _text({"type": "hello", **(hello or {})})
        self._certificate, self._secure_port = certificate, secure_port
        self._authority = b""
        self._images = PhoneImages(self.call, self._count_cameras)
        self._page = page()
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

        options: dict[str, Any] = {
            "process_request": self._answer,
            "compression": None,
            "open_timeout": _OPEN_S,
            "close_timeout": _CLOSE_S,
            "ping_interval": _PING_S,
            "ping_timeout": 2 * _PING_S,
            "logger": QUIET,
        }
        async with AsyncExitStack() as open_ones:
            server = await open_ones.enter_async_context(
                serve(
                    self._talk,
                    self._host,
                    self._port,
                    max_size=_INCOMING_BYTES,
                    create_connection=bounded_connections(_MOST_CONNECTIONS),
                    **options,
                )
            )
            (wire, *_) = server.sockets
            self._change(kind="running", message="", port=int(wire.getsockname()[1]))
            if (secure := await self._secured()) is not None:
                context, bounded = secure
                await open_ones.enter_async_context(
                    serve(
                        self._talk,
                        sock=bounded,
                        ssl=context,
                        ssl_handshake_timeout=_OPEN_S,
                        max_size=MOST_BYTES,
                        **options,
                    )
                )
                self._change(insecure="", secure_port=int(bounded.getsockname()[1]))
            yield

    async def _secured(self) -> tuple[ssl.SSLContext, BoundedSocket] | None:
        """What is needed to listen with TLS; None where that cannot be, which is said."""
        if self._certificate is None:
            return None
        from posecam.streaming.certificate import authority

        try:
            path = await asyncio.to_thread(self._certificate)
            self._authority = authority(path)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.load_cert_chain(path)
        except (OSError, ValueError) as error:
            log.warning("There is no certificate for telephones: %s", error)
            why = getattr(error, "strerror", None) or type(error).__name__
            self._change(insecure=f"Its certificate cannot be kept: {why.lower()}.")
            return None
        for port in dict.fromkeys((self._secure_port, 0)):
            try:
                return context, BoundedSocket(_MOST_SECURE, (self._host, port))
            except OSError as error:
                why = (error.strerror or type(error).__name__).lower()
                self._change(insecure=f"Its camera cannot be reached: {why}.")
        return None

    def _count_cameras(self) -> None:
        self._change(cameras=self._images.count)

    def _publish(self, text: str) -> None:
        self._state = text
        for news in self._phones:
            news.set()

    # -- one connection -----------------------------------------------------------------------

    def _answer(self, phone: ServerConnection, request: Request) -> Response | None:
        """The page to who asks for it; None to let a connection begin; else no."""
        host = request.headers.get("Host", "")
        secure = _is_secure(phone)
        if not is_own(host):  # the name of another site that leads here
            return response(HTTPStatus.FORBIDDEN, b"This is not the address of the remote.")
        if request.path == "/ws" or (request.path == _CAMERA and secure):
            origin = request.headers.get("Origin", "")
            if origin != f"http{'s' if secure else ''}://{host}":
                return response(HTTPStatus.FORBIDDEN, b"Pages of other origins are refused.")
            return None
        if request.path == "/":
            connect = f"ws{'s' if secure else ''}://{host}"
            return response(HTTPStatus.OK, self._page, "text/html", connect)
        if request.path == "/certificate.crt" and secure:
            return response(HTTPStatus.OK, self._authority, "application/x-x509-ca-cert")
        return response(HTTPStatus.NOT_FOUND, b"There is nothing here.")

    async def _talk(self, phone: ServerConnection) -> None:
        from websockets.exceptions import ConnectionClosed

        with contextlib.suppress(ConnectionClosed):
            first = await self._first_words(phone)
            key = self._let_in(first, str((phone.remote_address or ("",))[0]))
            if key is None:
                await phone.close(REFUSED, "scan the code on the screen again")
            elif phone.request is not None and phone.request.path == _CAMERA:
                await self._images.serve(phone, key, first.get("name"))
            elif len(self._phones) >= MOST_PHONES:
                await phone.close(FULL, "there are too many telephones")
            else:
                await phone.send(_text({"type": "key", "key": key}))
                await phone.send(self._hello)
                await self._serve_phone(phone)

    @staticmethod
    async def _first_words(phone: ServerConnection) -> dict[str, Any]:
        """Who a page says that it is; nothing where it says nothing in time."""
        try:
            async with asyncio.timeout(_CODE_WITHIN_S):
                text = await phone.recv()
            content = json.loads(text) if len(text) <= _INCOMING_BYTES else None
        except (TimeoutError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def _let_in(self, content: Mapping[str, Any], address: str) -> str | None:
        """The key of who has said a good code or key; None for others."""
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
            command = read_command(text) if len(text) <= _INCOMING_BYTES else None
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


def _is_secure(phone: ServerConnection) -> bool:
    return phone.transport.get_extra_info("ssl_object") is not None


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":"), allow_nan=False)
