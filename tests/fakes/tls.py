"""TLS for a client that reads in one thread while it writes in another."""

from __future__ import annotations

import select
import ssl
import threading
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class SocketByTurns(ssl.SSLSocket):
    """Reads with `recv` and writes by turns: OpenSSL wants one thread in a connection at once.

    Not every version of Python sees to that. Where none does, what is written while the session
    tickets of the server are being read is lost now and then, though it counts as sent.
    """

    @cached_property
    def _turn(self) -> threading.Lock:
        return threading.Lock()

    def do_handshake(self, block: bool = False) -> None:
        _ = self._turn  # made before there is a second thread
        super().do_handshake(block)

    def send(self, data: ReadableBuffer, flags: int = 0) -> int:
        with self._turn:
            return super().send(data, flags)

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        """Waits outside of its turn: what arrived may be nothing for who reads."""
        while True:
            with self._turn:
                patience = self.gettimeout()
                self.settimeout(0)
                try:
                    return super().recv(buflen, flags)
                except ssl.SSLWantReadError:
                    if patience == 0:
                        raise
                finally:
                    self.settimeout(patience)
            if not select.select([self], [], [], patience)[0]:
                raise TimeoutError("nothing was read in time")


def by_turns(context: ssl.SSLContext) -> ssl.SSLContext:
    """The context, its connections such as two threads may use."""
    context.sslsocket_class = SocketByTurns
    return context
