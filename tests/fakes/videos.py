"""Small videos whose frames tell their own number."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray

from posecam.capture.libav import Decoder
from posecam.resources import resource
from posecam.session.video import VideoWriter

_CELL: Final = 16
_BITS: Final = 10


def numbered(number: int, size: tuple[int, int] = (176, 64)) -> NDArray[np.uint8]:
    """A (H, W, 3) image with `number` written in black and white squares along its top."""
    width, height = size
    image = np.full((height, width, 3), 96, np.uint8)
    for bit in range(_BITS):
        image[:_CELL, bit * _CELL : (bit + 1) * _CELL] = 255 if number >> bit & 1 else 0
    image[_CELL:, : width // 2] = (200, 60, 60)
    return image


def number_in(image: NDArray[np.uint8]) -> int:
    """The number that `numbered` wrote."""
    middle = _CELL // 2
    return sum(1 << bit for bit in range(_BITS) if image[middle, bit * _CELL + middle].mean() > 128)


def write_video(
    path: Path,
    times_ms: Sequence[int],
    size: tuple[int, int] = (176, 64),
    *,
    keyframe_every: int = 12,
) -> Path:
    """H.264 with one numbered frame at each of the times (milliseconds); container by suffix."""
    with av.open(str(path), "w") as container:
        options = {"preset": "ultrafast", "tune": "zerolatency", "g": str(keyframe_every)}
        stream = container.add_stream("libx264", rate=30, options=options)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        for number, at in enumerate(times_ms):
            frame = av.VideoFrame.from_ndarray(numbered(number, size), "bgr24")
            frame.pts = at
            frame.time_base = Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def steady(count: int, fps: float = 30.0) -> list[int]:
    """`count` times in milliseconds at a steady rate."""
    return [round(i * 1000 / fps) for i in range(count)]


def rotate_mp4(path: Path, clockwise: int) -> None:
    """Write into an MP4's track header that it is to be shown turned, as phones do.

    Args:
        path: the file, changed in place.
        clockwise: 90, 180 or 270 degrees.
    """
    lay_mp4(path, {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[clockwise])


def lay_mp4(path: Path, turn: tuple[float, float, float, float]) -> None:
    """Write the display matrix (a, b, c, d) into an MP4's track header."""
    a, b, c, d = turn
    matrix = [a, b, 0, c, d, 0, 0, 0, 1]
    fixed = [round(v * (1 << (30 if i % 3 == 2 else 16))) for i, v in enumerate(matrix)]
    data = bytearray(path.read_bytes())
    # Version 0 of the box: 4 bytes of version, 20 of times and track, 16 of layer and volume.
    start = data.index(b"tkhd") + 4 + 4 + 20 + 16
    data[start : start + 36] = struct.pack(">9i", *fixed)
    path.write_bytes(data)


def beginning_of_the_demo(path: Path, frames: int) -> Path:
    """So many images of the clip that ships, for tests that need a person."""
    writer: VideoWriter | None = None
    demo = Decoder(resource("demo.mp4"))
    for image, seconds in islice(demo.images(), frames):
        assert seconds is not None
        writer = writer or VideoWriter(path, image.shape[1], image.shape[0], 30)
        writer.write(image, seconds)
    demo.close()
    assert writer is not None
    writer.close()
    return path
