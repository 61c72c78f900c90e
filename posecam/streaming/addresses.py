"""By which numbers telephones reach this machine."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

Number = ipaddress.IPv4Address | ipaddress.IPv6Address


def own_address() -> str:
    """The number of this machine in its network; "" where it is in none. Nothing is sent."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # an address that no machine has
        found = str(probe.getsockname()[0])
        if not ipaddress.ip_address(found).is_loopback:
            return found
    return ""


def own_addresses() -> list[Number]:
    """Every number by which this machine may be reached from its networks, the surest one first."""
    found = [own_address()]
    with contextlib.suppress(OSError):
        found += [str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None)]
    numbers = [ipaddress.ip_address(text.partition("%")[0]) for text in found if text]
    local = [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")]
    return list(dict.fromkeys([*numbers, *local]))
