"""Modes as Linux lists them: a driver that answers as <linux/videodev2.h> lays it out."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from posecam.capture import CaptureOptions, list_modes
from posecam.capture.options import COMMON_MODES

if not sys.platform.startswith("linux"):
    pytest.skip("V4L2 is of Linux", allow_module_level=True)

from posecam.capture.v4l2 import modes, modes_of

MJPG = int.from_bytes(b"MJPG", "little")
YUYV = int.from_bytes(b"YUYV", "little")
DISCRETE, STEPWISE = 1, 3


FORMATS = (MJPG, YUYV)
#: None: any size, or rate, of a range.
SIZES = {MJPG: [(640, 480), (1280, 720)], YUYV: None}
RATES = {(640, 480): [(1, 30), (1, 15)], (1280, 720): [(1001, 30000)], (1920, 1080): None}


class Driver:
    """Answers the three requests of a camera with two formats.

    Args:
        rates: how long an image takes, over and under the line, by size.
    """

    def __init__(self, rates: dict[tuple[int, int], list[tuple[int, int]] | None]) -> None:
        self.rates = rates

    def __call__(self, request: int, memory: bytearray) -> None:
        assert len(memory) == request >> 16 & 0x3FFF
        number = request & 0xFF
        index = struct.unpack_from("=I", memory)[0]
        try:
            {2: self._format, 74: self._size, 75: self._rate}[number](index, memory)
        except IndexError:
            raise OSError(22, "Invalid argument") from None

    def _format(self, index: int, memory: bytearray) -> None:
        assert struct.unpack_from("=I", memory, 4)[0] == 1  # video capture
        struct.pack_into("=I", memory, 44, FORMATS[index])

    def _size(self, index: int, memory: bytearray) -> None:
        sizes = SIZES[struct.unpack_from("=I", memory, 4)[0]]
        if sizes is None:
            assert index == 0
            struct.pack_into("=I6I", memory, 8, STEPWISE, 48, 1920, 2, 32, 1080, 2)
        else:
            struct.pack_into("=III", memory, 8, DISCRETE, *sizes[index])

    def _rate(self, index: int, memory: bytearray) -> None:
        size = struct.unpack_from("=II", memory, 8)
        rates = self.rates[size]
        if rates is None:
            assert index == 0
            struct.pack_into("=I6I", memory, 16, STEPWISE, 1, 60, 1, 1, 1, 60)
        else:
            struct.pack_into("=III", memory, 16, DISCRETE, *rates[index])


def test_every_mode_is_listed_and_of_ranges_the_best() -> None:
    found = list(modes(Driver(RATES)))
    assert found == [
        CaptureOptions(640, 480, 30.0, "MJPG"),
        CaptureOptions(640, 480, 15.0, "MJPG"),
        CaptureOptions(1280, 720, 30000 / 1001, "MJPG"),
        CaptureOptions(1920, 1080, 60.0, "YUYV"),
    ]


def test_a_driver_that_lists_no_rates_gives_the_sizes() -> None:
    silent = Driver({size: [] for size in RATES})
    assert next(modes(silent)) == CaptureOptions(640, 480, 0.0, "MJPG")


def test_what_is_no_camera_has_no_modes() -> None:
    assert modes_of(Path("/dev/null")) == []
    with pytest.raises(FileNotFoundError):
        modes_of(Path("/dev/video63"))


def test_of_a_camera_that_is_not_there_the_usual_modes_are_offered() -> None:
    assert list_modes("63") == list(COMMON_MODES)
    assert list_modes("No Such Camera") == list(COMMON_MODES)
