"""Image files that hold more than one image: animated PNG and WebP, TIFF of several pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.capture.convert import to_bgr
from posecam.capture.opencv import cv2

#: Decoded at a time, bytes: an animation may be longer than the memory.
_AT_ONCE: Final = 64 * 2**20
#: An image that names no duration stays as long as browsers have it.
_UNNAMED_MS: Final = 100
#: More pages than this no one counts.
_MOST_PAGES: Final = 10_000


def moving_images(data: NDArray[np.uint8]) -> int:
    """How many images an animated PNG or WebP says it holds; 1 for any other file."""
    start = data[: 1 << 16].tobytes()
    if start.startswith(b"\x89PNG"):
        at = start.find(b"acTL", 0, start.find(b"IDAT") if b"IDAT" in start else None)
        return max(1, int.from_bytes(start[at + 4 : at + 8], "big")) if at >= 0 else 1
    if start[:4] == b"RIFF" and start[8:16] == b"WEBPVP8X" and len(start) > 20 and start[20] & 2:
        return max(1, sum(name == b"ANMF" for name in _riff_chunks(data)))
    return 1


def pages(data: NDArray[np.uint8]) -> int:
    """How many full images a TIFF holds; 1 for any other file."""
    content = data.data
    start = bytes(content[:4])
    if start not in (b"II*\0", b"MM\0*"):
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(content[at : at + size], "little" if start[:1] == b"I" else "big")

    found, seen, at = 0, set[int](), number(4, 4)
    while 0 < at < len(content) - 2 and at not in seen and len(seen) < _MOST_PAGES:
        seen.add(at)
        count = number(at, 2)
        entries = range(at + 2, at + 2 + 12 * count, 12)
        # 254 tells what a page is; bit 0: a smaller copy of another.
        found += not any(number(e, 2) == 254 and number(e + 8, 4) & 1 for e in entries)
        at = number(at + 2 + 12 * count, 4)
    return max(1, found)


def animation(data: NDArray[np.uint8]) -> Iterator[tuple[NDArray[np.uint8], float]]:
    """Yield ((H, W, 3) BGR image, seconds) of an animated PNG or WebP, as far as it is whole.

    An image stays for the time that the file names, the first one is at 0.
    """
    position, milliseconds, at_once = 0, 0, 1
    while True:
        try:
            _, some = cv2.imdecodeanimation(data, position, at_once)
        except cv2.error:
            return
        for frame, named in zip(some.frames, some.durations, strict=False):
            image = to_bgr(frame)
            if image is None:
                return
            yield image, milliseconds / 1000
            milliseconds += int(named) if named > 0 else _UNNAMED_MS
            at_once = max(1, _AT_ONCE // frame.nbytes)
        if not some.frames:
            return
        position += len(some.frames)


def _riff_chunks(data: NDArray[np.uint8]) -> Iterator[bytes]:
    content, at = data.data, 12
    while at + 8 <= len(content):
        yield bytes(content[at : at + 4])
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
