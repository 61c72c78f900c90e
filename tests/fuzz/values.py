"""Values and bytes that no person expects, by a random number generator of a known seed."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any


def _deep(levels: int) -> Any:
    value: Any = 1
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 5, 0.5, -5, 1e7, 1e9, 1e30, 1e308, -1e308, 2**31, 2**53 + 1,
    2**63, 2**64, -(2**63), 10**400, float("nan"), float("inf"), float("-inf"), "", " ", "nan",
    "1e5", "x" * 20_000, "\x00", "\ud800", "\u202e", "line\nline", "../../x", "~nosuchuser/x", [],
    {}, [None], [[]], {"a": {}}, _deep(12), _deep(300), [1] * 5000, 99_999, 100_000, 10_000_000,
)  # fmt: skip
#: For a command line.
WORDS: tuple[str, ...] = (
    "", " ", "-", "--", "nan", "inf", "-1", "0", "1e308", "9" * 400, "9" * 5000, "x" * 300, "a,b",
    "all", "csv", "CSV", ",,", "../x", "~nosuchuser/x", "\u202e", "\udcff", "a\nb", "h36m", "demo:",
    "http://", "rtsp://[", "file:///dev/zero", "/dev/null", "0x10", "1.5", "٣",
)  # fmt: skip


def odd(rng: Random) -> Any:
    return copy.deepcopy(rng.choice(ODD))


def places(value: Any) -> list[tuple[Any, Any]]:
    """(container, key) of everything in a value of JSON."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        here = waiting.pop()
        keys = list(here) if isinstance(here, dict) else range(len(here))
        for key in keys:
            found.append((here, key))
            if isinstance(here[key], dict | list):
                waiting.append(here[key])
    return found


def changed(rng: Random, value: Any) -> Any:
    """A value of JSON with one to three odd ones in it."""
    value = copy.deepcopy(value)
    for _ in range(rng.randint(1, 3)):
        found = places(value) if isinstance(value, dict | list) else []
        if not found or rng.random() < 0.03:
            return odd(rng)
        container, key = rng.choice(found)
        roll = rng.random()
        if roll < 0.15:
            del container[key]
        elif roll < 0.25 and isinstance(container, dict):
            container[rng.choice(["", "x", "é", key * 2 if isinstance(key, str) else "y"])] = odd(
                rng
            )
        elif roll < 0.35 and isinstance(container[key], int | float):
            container[key] *= rng.choice([-1, 0, 1.5, 1e3, 1e12])
        else:
            container[key] = odd(rng)
    return value


def text(value: Any) -> bytes:
    """JSON, such as no writer of ours would make."""
    return json.dumps(value).encode("utf-8", "surrogatepass")


def broken(rng: Random, data: bytes) -> bytes:
    """Bytes with one to four kinds of damage."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out) + 1)
        length = rng.choice([1, 1, 2, 8, 64, 1000])
        kind = rng.randrange(9)
        if kind == 0:
            for _ in range(length):
                if out:
                    out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del out[at:]
        elif kind == 2:
            del out[at : at + length]
        elif kind == 3:
            out[at:at] = rng.randbytes(length)
        elif kind == 4:
            out[at : at + length] = bytes(min(length, len(out) - at))
        elif kind == 5:
            out[at:at] = out[max(0, at - length) : at]
        elif kind == 6:
            out[at : at + length] = b"\xff" * min(length, len(out) - at)
        elif kind == 7 and rng.random() < 0.3:
            out[:0] = rng.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 100, b"#EXTM3U\n"])
        elif kind == 8 and rng.random() < 0.1:
            out = bytearray(rng.choice([b"", b"\x00" * 5000, rng.randbytes(3000), b"[" * 50_000]))
    return bytes(out)
