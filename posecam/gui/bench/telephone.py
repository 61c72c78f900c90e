"""A telephone that is connected as remote while the window is measured."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from posecam.errors import PosecamError
from posecam.gui.live.remote_control import RemoteControl

_PATIENCE_S: Final = 10.0


@contextmanager
def no_one() -> Iterator[Callable[[], int]]:
    """The window alone."""
    yield lambda: 0


@contextmanager
def telephone(remote: RemoteControl, work: Callable[[float], None]) -> Iterator[Callable[[], int]]:
    """Switch the remote on and connect to it, as the telephone's page does.

    Args:
        remote: of the window.
        work: lets Qt work for so many seconds.

    Yields:
        How many states it was told so far.

    Raises:
        PosecamError: it cannot connect.
    """
    from websockets.exceptions import WebSocketException
    from websockets.sync.client import connect
    from websockets.typing import Origin

    told = 0
    ends = time.monotonic() + _PATIENCE_S
    remote.open().reject()  # the code need not be seen

    def listen(port: int, code: str) -> None:
        nonlocal told
        here = f"127.0.0.1:{port}"
        with (
            suppress(OSError, WebSocketException),
            connect(f"ws://{here}/ws", origin=Origin(f"http://{here}")) as wire,
        ):
            wire.send(json.dumps({"code": code}))
            for text in wire:
                told += json.loads(text)["type"] == "state"

    try:
        while not remote.url:
            if time.monotonic() > ends:
                raise PosecamError("The remote could not be switched on.")
            work(0.05)
        server = remote.server
        assert server is not None, "it has an address"
        arguments = (server.status.port, server.code)
        listening = threading.Thread(target=listen, args=arguments, name="posecam-telephone")
        listening.start()
        try:
            while not told:
                if time.monotonic() > ends:
                    raise PosecamError("A telephone could not connect to the remote.")
                work(0.05)
            yield lambda: told
        finally:
            remote.close()
            listening.join()
    finally:
        remote.close()
