"""VMC, the Virtual Motion Capture protocol: OSC over UDP to a program that draws an avatar.

Of each pose of a person: /VMC/Ext/OK (with the calibration and tracking states of version
2.7), /VMC/Ext/T, /VMC/Ext/Root/Pos and one /VMC/Ext/Bone/Pos for each bone, in bundles
that fit into one packet of a network.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterable, Sequence
from typing import Final

from posecam.pose import FrameResult, Pose
from posecam.streaming.humanoid import Humanoid
from posecam.streaming.options import Address, StreamStatus
from posecam.streaming.seats import Seats
from posecam.streaming.status import StatusSlot

log = logging.getLogger(__name__)

#: Largest datagram: below what Ethernet carries in one piece.
PACKET_BYTES: Final = 1400
#: Seconds until a host that could not be found is looked for again.
AGAIN_S: Final = 3.0
_CALIBRATED: Final = 3
_ORDINARY: Final = 0

#: Address and values.
Message = tuple[str, tuple[str | int | float, ...]]


class VmcSenders:
    """Sends everybody's pose, each person to an address of their own, the main person's first."""

    def __init__(self, addresses: Sequence[Address]) -> None:
        self._senders = [VmcSender(address) for address in addresses]
        self._seats = Seats(len(addresses))

    @property
    def status(self) -> tuple[StreamStatus, ...]:
        return tuple(sender.status for sender in self._senders)

    def send(self, result: FrameResult) -> None:
        for sender, pose in zip(self._senders, self._seats.of(result), strict=True):
            sender.send(result, pose)

    def close(self, timeout: float = 2.0) -> None:
        for sender in self._senders:
            sender.close(timeout)


class VmcSender:
    """Sends one person's pose to one address, in a thread of its own."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._status = StatusSlot("VMC", address)
        self._changed = threading.Condition()
        self._newest: tuple[FrameResult, Pose | None] | None = None
        self._closing = False
        self._humanoid = Humanoid()
        self._person: int | None = None
        self._time = 0.0
        self._thread = threading.Thread(target=self._run, name="posecam-vmc", daemon=True)
        self._thread.start()

    @property
    def status(self) -> StreamStatus:
        return self._status.value

    def send(self, result: FrameResult, pose: Pose | None) -> None:
        """Hand over the person's pose in a frame; None while they are out of sight."""
        with self._changed:
            self._newest = (result, pose)
            self._changed.notify()

    def close(self, timeout: float = 2.0) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._closing:
            try:
                with _connected(self._address) as wire:
                    self._status.change(kind="running", message="")
                    self._send_all(wire)
            except OSError as error:
                self._status.change(
                    kind="failed", message=f"{_why_not(self._address, error)} Trying again."
                )
            except Exception as error:
                log.exception("Sending VMC failed.")
                self._status.change(
                    kind="failed", message=f"Sending VMC failed ({type(error).__name__})."
                )
            with self._changed:
                self._changed.wait_for(lambda: self._closing, AGAIN_S)

    def _send_all(self, wire: socket.socket) -> None:
        """Send what comes until closed.

        Raises:
            OSError: the network is gone.
        """
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._newest is not None or self._closing)
                newest, self._newest = self._newest, None
            if self._closing or newest is None:
                return
            packets = list(bundles(self._messages(*newest)))
            try:
                for packet in packets:
                    wire.send(packet)
            except ConnectionRefusedError:
                # The operating system of the other side says so; one that listens later is heard.
                self._status.change(message=f"No receiver listens at {self._address} yet.")
            else:
                self._status.count_sent()

    def _messages(self, result: FrameResult, pose: Pose | None) -> list[Message]:
        tracking = int(pose is not None)
        messages: list[Message] = [
            ("/VMC/Ext/OK", (1, _CALIBRATED, _ORDINARY, tracking)),
            ("/VMC/Ext/T", (float(result.frame.time),)),
        ]
        if pose is None:
            return messages
        if result.frame.time < self._time:  # another source
            self._person, self._humanoid = pose.person_id, Humanoid()
        elif pose.person_id != self._person:
            self._person, self._humanoid = pose.person_id, Humanoid(self._humanoid.origin)
        self._time = result.frame.time
        floor = result.floor
        if floor is not None:
            figure = self._humanoid.update(pose, floor.up)
        else:
            figure = self._humanoid.update(pose)
        identity = (0.0, 0.0, 0.0, 1.0)
        messages.append(("/VMC/Ext/Root/Pos", ("root", *figure.root, *identity)))
        messages.extend(
            ("/VMC/Ext/Bone/Pos", (name, *bone.position, *bone.rotation))
            for name, bone in figure.bones.items()
        )
        return messages


def bundles(messages: Iterable[Message]) -> Iterable[bytes]:
    """OSC bundles of the messages in order, each of at most `PACKET_BYTES`."""
    from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
    from pythonosc.osc_message_builder import OscMessageBuilder

    head, prefix = 16, 4  # "#bundle" and the time; the length before each message
    bundle, size = OscBundleBuilder(IMMEDIATELY), head
    for address, values in messages:
        builder = OscMessageBuilder(address)
        for value in values:
            kind = {str: "s", int: "i", float: "f"}[type(value)]
            builder.add_arg(value, kind)
        message = builder.build()
        if size + prefix + message.size > PACKET_BYTES:
            yield bundle.build().dgram
            bundle, size = OscBundleBuilder(IMMEDIATELY), head
        bundle.add_content(message)
        size += prefix + message.size
    yield bundle.build().dgram


def _connected(address: Address) -> socket.socket:
    """A UDP socket that sends there alone; asks the name service.

    Raises:
        OSError: there is no such host, or no way to it.
    """
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_DGRAM)
    family, kind, protocol, _, where = found[0]
    wire = socket.socket(family, kind, protocol)
    try:
        wire.connect(where)
    except OSError:
        wire.close()
        raise
    return wire


def _why_not(address: Address, error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return f'VMC cannot be sent: there is no host called "{address.host}".'
    why = (error.strerror or type(error).__name__).lower()
    return f"VMC cannot be sent to {address}: {why}."
