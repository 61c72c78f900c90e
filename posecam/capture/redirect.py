"""Where a web address sends its callers on to: FFmpeg is not let follow, since it follows anywhere.

What answers could otherwise make this machine ask its own services, or its neighbours.
"""

from __future__ import annotations

import base64
import http.client
import io
import socket
import ssl
import time
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

_STATUSES: Final = frozenset({301, 302, 303, 307, 308})
_PORTS: Final = {"http": 80, "https": 443}
_LONGEST_HEAD: Final = 65536
#: What stands in an address as it is.
_AS_IS: Final = "/%:=&?~#+!$,;'@()*[]"


def location_of(url: str, timeout_s: float) -> str | None:
    """The address that an http or https address redirects to; None where it does not, or is mute.

    Certificates are not checked, as FFmpeg does not: cameras have none that anyone has signed.

    Args:
        url: may hold a user and a password.
        timeout_s: for all of it.
    """
    try:
        head = _head(url, time.monotonic() + timeout_s)
        status, _, fields = head.partition(b"\r\n")
        if int(status.split()[1]) not in _STATUSES:
            return None
        where = http.client.parse_headers(io.BytesIO(fields)).get("Location")
        return urljoin(url, where.strip()) if where else None
    except (OSError, ValueError, IndexError, http.client.HTTPException):
        return None


def stays(url: str, target: str) -> bool:
    """Whether a redirection leads to the very server that was asked, or to its https."""
    try:
        here, there = urlsplit(url), urlsplit(target)
        here_port = here.port or _PORTS[here.scheme.lower()]
        there_port = there.port or _PORTS[there.scheme.lower()]
    except (ValueError, KeyError):
        return False
    if here.hostname != there.hostname:
        return False
    if here.scheme.lower() == there.scheme.lower():
        return here_port == there_port
    return (here_port, there_port) == (80, 443) and there.scheme.lower() == "https"


def with_user_of(url: str, target: str) -> str:
    """The target with the user and password of the address that led to it."""
    user, at, _ = urlsplit(url).netloc.rpartition("@")
    there = urlsplit(target)
    return there._replace(netloc=user + at + there.netloc.rpartition("@")[2]).geturl()


def _head(url: str, deadline: float) -> bytes:
    """The head of what the server answers.

    Raises:
        OSError: it cannot be reached, or the time is over.
        ValueError: the address is none.
    """
    parts = urlsplit(url)
    host, scheme = parts.hostname or "", parts.scheme.lower()
    path = quote(parts._replace(scheme="", netloc="", fragment="").geturl() or "/", safe=_AS_IS)
    place = parts.netloc.rpartition("@")[2]
    lines = [f"GET {path} HTTP/1.0", f"Host: {place}", "User-Agent: posecam"]
    if parts.username is not None:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        lines.append(f"Authorization: Basic {base64.b64encode(user.encode()).decode()}")
    address = (host, parts.port or _PORTS[scheme])
    with socket.create_connection(address, _left(deadline)) as plain:
        connection = plain
        if scheme == "https":
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            connection = context.wrap_socket(plain, server_hostname=host)
        with connection:
            connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
            head = b""
            while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
                connection.settimeout(_left(deadline))
                received = connection.recv(4096)
                if not received:
                    break
                head += received
    return head


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
