"""What is sent where, and how it is going. Imports nothing heavy: the settings use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from posecam.errors import PosecamError

LOOPBACK: Final = "127.0.0.1"
#: The port on which programs that draw an avatar listen for VMC.
VMC_PORT: Final = 39539
WEBSOCKET_PORT: Final = 39550
#: What a virtual camera shows: the video with skeletons, the 3D view, the figure on a plain colour.
CAMERA_VIEWS: Final = ("overlay", "figure", "key")
KEY_COLOUR: Final = "#00b140"
#: What it is called in `StreamStatus`.
CAMERA_NAME: Final = "Virtual camera"
#: People that VMC is sent of.
MOST_ADDRESSES: Final = 8
#: A host's name has 253 characters at most.
_LONGEST: Final = 300


class StreamError(PosecamError):
    """An address that poses cannot be sent to or offered at."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host's name or number, and a port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class StreamOptions:
    """What is switched on; "" is off.

    Attributes:
        vmc: where to send VMC, "HOST:PORT" as `parse_address` takes it; several with commas
            between: the main person goes to the first, everybody else to one of the others.
        websocket: where to listen for viewers: "PORT" on this machine alone, "HOST:PORT" to be
            reached from elsewhere, with the host's own number or 0.0.0.0 for all of them.
        virtual_camera: one of `CAMERA_VIEWS`.
        key_colour: behind the figure of "key", #rrggbb.
    """

    vmc: str = ""
    websocket: str = ""
    virtual_camera: str = ""
    key_colour: str = KEY_COLOUR


@dataclass(frozen=True, slots=True)
class StreamStatus:
    """How one of them is going.

    Attributes:
        name: "VMC", "WebSocket" or "Virtual camera".
        address: "host:port", or the camera's name.
        kind: "starting"; "running"; "failed": it is tried again every few seconds.
        message: one sentence on what went wrong or is missing, "" when all is well.
        sent: poses sent, to each viewer once.
        viewers: who is connected; of VMC, which no one answers, always 0.
    """

    name: str
    address: str
    kind: Literal["starting", "running", "failed"] = "starting"
    message: str = ""
    sent: int = 0
    viewers: int = 0


def parse_addresses(text: str, default_port: int) -> tuple[Address, ...]:
    """Understand one address or several with commas between, no two of them the same.

    Raises:
        StreamError: one of them is none, there are too many, or one is there twice.
    """
    found = tuple(parse_address(part, default_port) for part in text.split(","))
    if len(found) > MOST_ADDRESSES:
        raise StreamError(f"These are {len(found)} addresses: {MOST_ADDRESSES} at most.")
    twice = next((address for address in found if found.count(address) > 1), None)
    if twice is not None:
        raise StreamError(f"{twice} is there twice: every person needs a port of their own.")
    return found


def parse_address(text: str, default_port: int) -> Address:
    """Understand "HOST:PORT", "HOST", "PORT", "[IPv6]:PORT"; what is left out is this machine.

    Raises:
        StreamError: it is none of these, or the port is not 1..65535.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise StreamError(f'"{text[:20]}…" is no address: it is too long.')
    if text.isdecimal():
        host, port = "", text
    elif text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        port = rest.removeprefix(":")
        if not closed or not host or (rest and not rest.startswith(":")):
            raise StreamError(f'"{text}" is no address: write it as [IPv6]:PORT.')
    elif text.count(":") > 1:
        host, port = text, ""
    else:
        host, _, port = text.partition(":")
    if any(c.isspace() or not c.isprintable() or c in "/@" for c in host):
        raise StreamError(f'"{text}" is no address: write it as HOST:PORT, without http://.')
    port = port or str(default_port)
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        raise StreamError(f'"{text}" is no address: the port must be a number from 1 to 65535.')
    return Address(host or LOOPBACK, int(port))
