"""What the remote's server answers to who asks over HTTP."""

from __future__ import annotations

import ipaddress
import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from posecam.catalogue import ENGLISH, LANGUAGES, PAGE, read_catalogue
from posecam.resources import resource

if TYPE_CHECKING:
    from websockets.http11 import Response


#: Stands in the page where its translations belong.
_WORDS: Final = "/*words*/{}"


def page() -> bytes:
    """The page with its translations, of which it takes those of the browser's language."""
    words = {name: read_catalogue(name).of(PAGE) for name in LANGUAGES if name != ENGLISH}
    listed = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return resource("remote.html").read_text("utf-8").replace(_WORDS, listed, 1).encode()


def is_own(host: str) -> bool:
    """Whether a Host header names this machine by its number, or as localhost."""
    name = host.rsplit(":", 1)[0].strip("[]")
    if name == "localhost":
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def response(
    status: HTTPStatus, body: bytes, kind: str = "text/plain", connect: str = ""
) -> Response:
    """An answer that a browser does nothing else with.

    Args:
        status, body, kind: of it.
        connect: of the page: where it may connect to; it may run its own script then.
    """
    from websockets.datastructures import Headers
    from websockets.http11 import Response

    policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    if connect:
        policy += f"; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src {connect}"
    headers = Headers(
        {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Content-Length": str(len(body)),
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }
    )
    return Response(status.value, status.phrase, headers, body)
