"""Which modes a camera has, as Linux lists them. Asks the driver; starts no capture.

The numbers and layouts are those of <linux/videodev2.h>, which never change.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Final

from posecam.capture.options import CaptureOptions

#: Asks the driver about what the bytes say, and leaves the answer in them; OSError: no more.
Ask = Callable[[int, bytearray], None]

#: Longer lists are a driver's mistake.
_MANY: Final = 256
_CAPTURE: Final = 1
_DISCRETE: Final = 1
_FORMAT: Final = struct.Struct("=III32sII12x")
_SIZE: Final = struct.Struct("=III6I8x")
_INTERVAL: Final = struct.Struct("=IIIII6I8x")


def _read_write(number: int, size: int) -> int:
    """_IOWR('V', number, size)."""
    return 3 << 30 | size << 16 | ord("V") << 8 | number


ENUM_FORMATS: Final = _read_write(2, _FORMAT.size)
ENUM_SIZES: Final = _read_write(74, _SIZE.size)
ENUM_INTERVALS: Final = _read_write(75, _INTERVAL.size)


def modes_of(device: Path) -> list[CaptureOptions]:
    """Every mode of a camera such as /dev/video0.

    Raises:
        OSError: it is not there or may not be opened.
    """
    import fcntl

    handle = os.open(device, os.O_RDWR | os.O_NONBLOCK)

    def ask(request: int, memory: bytearray) -> None:
        fcntl.ioctl(handle, request, memory)  # leaves the answer in the memory

    try:
        return list(modes(ask))
    finally:
        os.close(handle)


def modes(ask: Ask) -> Iterator[CaptureOptions]:
    """Every mode that the driver lists; of a range of sizes its largest, of rates its highest."""
    questions = (_FORMAT.pack(index, _CAPTURE, 0, b"", 0, 0) for index in count())
    for answer in _answers(ask, ENUM_FORMATS, questions):
        pixels = _FORMAT.unpack(answer)[4]
        fourcc = pixels.to_bytes(4, "little").decode("ascii", "replace").strip()
        for width, height in _sizes(ask, pixels):
            rates = list(_rates(ask, pixels, width, height)) or [0.0]
            for fps in rates:
                yield CaptureOptions(width, height, fps, fourcc)


def _sizes(ask: Ask, pixels: int) -> Iterator[tuple[int, int]]:
    questions = (_SIZE.pack(index, pixels, 0, *[0] * 6) for index in count())
    for answer in _answers(ask, ENUM_SIZES, questions):
        _, _, kind, *sides = _SIZE.unpack(answer)
        # Discrete: width, height. A range: least, most and step of the width, then of the height.
        yield (sides[0], sides[1]) if kind == _DISCRETE else (sides[1], sides[4])
        if kind != _DISCRETE:
            return


def _rates(ask: Ask, pixels: int, width: int, height: int) -> Iterator[float]:
    questions = (_INTERVAL.pack(index, pixels, width, height, 0, *[0] * 6) for index in count())
    for answer in _answers(ask, ENUM_INTERVALS, questions):
        kind, over, under = _INTERVAL.unpack(answer)[4:7]
        # An interval in seconds, over / under; of a range the shortest comes first.
        if over and under:
            yield under / over
        if kind != _DISCRETE:
            return


def _answers(ask: Ask, request: int, questions: Iterable[bytes]) -> Iterator[bytes]:
    """The answer to one question after another, until the driver has no more."""
    for question in islice(questions, _MANY):
        memory = bytearray(question)
        try:
            ask(request, memory)
        except OSError:
            return
        yield bytes(memory)
