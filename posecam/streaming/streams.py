"""All that is switched on, behind one `send`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from posecam.pose import FrameResult
from posecam.streaming.options import (
    CAMERA_VIEWS,
    VMC_PORT,
    WEBSOCKET_PORT,
    Address,
    StreamError,
    StreamOptions,
    StreamStatus,
    parse_addresses,
)

if TYPE_CHECKING:
    from posecam.streaming.virtual_camera import VirtualCamera


class _Stream(Protocol):
    @property
    def status(self) -> tuple[StreamStatus, ...]: ...

    def send(self, result: FrameResult) -> None: ...

    def close(self) -> None: ...


class _OfOne(Protocol):
    @property
    def status(self) -> StreamStatus: ...

    def send(self, result: FrameResult) -> None: ...

    def close(self) -> None: ...


class _One:
    """A stream with one address."""

    def __init__(self, stream: _OfOne) -> None:
        self._stream = stream
        self.send, self.close = stream.send, stream.close

    @property
    def status(self) -> tuple[StreamStatus, ...]:
        return (self._stream.status,)


class Streams:
    """Sends results wherever the options say, each in a thread of its own.

    Nothing is raised: what goes wrong with one of them is in `status`, is tried again, and the
    others go on.

    Args:
        options: what is switched on. To change them, close this and make another one.

    Attributes:
        camera: the virtual one, to be given images unless it shows the overlay; None while off.
    """

    def __init__(self, options: StreamOptions | None = None) -> None:
        self.options = options or StreamOptions()
        self._streams: list[_Stream] = []
        self._refused: list[StreamStatus] = []
        self._add("VMC", self.options.vmc, VMC_PORT, _vmc)
        self._add("WebSocket", self.options.websocket, WEBSOCKET_PORT, _websocket)
        self.camera = _camera(self.options.virtual_camera)
        if self.camera is not None:
            self._streams.append(_One(self.camera))

    @property
    def status(self) -> tuple[StreamStatus, ...]:
        """Of each that is switched on."""
        return (*(one for stream in self._streams for one in stream.status), *self._refused)

    def send(self, result: FrameResult) -> None:
        """Hand over the newest result. Waits for no one: one not sent yet is replaced by it."""
        for stream in self._streams:
            stream.send(result)

    def close(self) -> None:
        """Stop sending and let go of the ports. May be called twice."""
        for stream in self._streams:
            stream.close()

    def _add(
        self,
        name: str,
        text: str,
        default_port: int,
        make: Callable[[tuple[Address, ...]], _Stream],
    ) -> None:
        if not text:
            return
        try:
            self._streams.append(make(parse_addresses(text, default_port)))
        except StreamError as error:
            self._refused.append(StreamStatus(name, text, "failed", str(error)))


# What is off is not imported.


def _vmc(addresses: tuple[Address, ...]) -> _Stream:
    from posecam.streaming.vmc import VmcSenders

    return VmcSenders(addresses)


def _websocket(addresses: tuple[Address, ...]) -> _Stream:
    from posecam.streaming.websocket import WebSocketServer

    if len(addresses) > 1:
        raise StreamError("A WebSocket is offered at one address: everybody is in it.")
    return _One(WebSocketServer(addresses[0]))


def _camera(view: str) -> VirtualCamera | None:
    if view not in CAMERA_VIEWS:
        return None
    from posecam.streaming.virtual_camera import VirtualCamera

    return VirtualCamera(view)
