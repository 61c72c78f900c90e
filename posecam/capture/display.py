"""From a decoded frame to the image that players show: upright, square pixels, whole, not HDR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import av
import numpy as np
from av.filter import Graph
from av.sidedata.sidedata import Type as SideData
from numpy.typing import NDArray

from posecam.capture.tone import HDR, tone_table

if TYPE_CHECKING:
    from av.video.stream import VideoStream

#: Pixels are taken for square where a file says that they are longer than this: it is a mistake.
_LONGEST_PIXEL: Final = 8
#: No side grows beyond this by making pixels square; the other one shrinks instead.
_LONGEST_SIDE: Final = 8192
#: A display matrix that turns by the angle of before is read again at a key frame after so many.
_LAYOUT_FRAMES: Final = 100


class Display:
    """Makes the images that players show of a stream's frames.

    Two fields that were taken one after the other become one frame, by `bwdif` and by `idet`, which
    sees what flags often say wrongly: which field came first, and whether there are two at all.
    Both wait for frames to come, so of a live stream one field is taken. HLG and PQ become SDR; a
    display matrix is obeyed, be it a turn, a mirror or both; pixels become square. What needs none
    of these, as nearly everything, passes as it is.

    Args:
        stream: whose frames they are.
        live: no frame may be held back.
    """

    def __init__(self, stream: VideoStream, *, live: bool = False) -> None:
        self._stream = stream
        self._live = live
        self._named = stream.sample_aspect_ratio
        own = stream.codec_context.sample_aspect_ratio
        # A shape that only the container knows holds; one of the images may change with them.
        self._own_shape = self._named is None or self._named == own
        self._graph: Graph | None = None
        self._for: tuple[object, ...] = ()
        self._interlaced = False
        self._rotation: int | None = None
        self._layout = (False, False, False)
        self._since_layout = 0

    def frames(self, frame: av.VideoFrame | None) -> Iterator[av.VideoFrame]:
        """The frames that are ready once this one is decoded; None ends the stream."""
        if frame is None:
            yield from self._rest()
            return
        self._interlaced |= frame.interlaced_frame
        hdr = frame.color_trc in HDR
        if not self._interlaced and not hdr:
            yield frame
            return
        key = (frame.width, frame.height, frame.format.name, frame.color_trc, self._interlaced)
        if self._graph is None or key != self._for:
            yield from self._rest()
            self._graph, self._for = self._build(frame), key
        assert self._graph is not None
        self._graph.vpush(frame)
        yield from self._ready()

    def forget(self) -> None:
        """Frames go on at another place."""
        self._graph = None

    def image(self, frame: av.VideoFrame) -> NDArray[np.uint8]:
        """(H, W, 3) uint8 BGR, C-contiguous."""
        size = self._square(frame.width, frame.height)
        if size == (frame.width, frame.height):
            image = frame.to_ndarray(format="bgr24")
        else:
            image = frame.to_ndarray(format="bgr24", width=size[0], height=size[1])
        return _laid(np.asarray(image, np.uint8), *self._layout_of(frame))

    def _layout_of(self, frame: av.VideoFrame) -> tuple[bool, bool, bool]:
        """How a frame is laid, see `layout`; read where it may have changed.

        PyAV's frame and its side data hold each other: one that was asked for them stays in memory
        until the garbage collector comes round, so few are asked.
        """
        self._since_layout += 1
        changed = frame.rotation != self._rotation
        if changed or (frame.key_frame and self._since_layout >= _LAYOUT_FRAMES):
            self._rotation, self._layout = frame.rotation, layout(frame)
            self._since_layout = 0
        return self._layout

    def _square(self, width: int, height: int) -> tuple[int, int]:
        """The size with square pixels: the shorter direction of a pixel grows."""
        shape = self._stream.codec_context.sample_aspect_ratio if self._own_shape else self._named
        shape = shape or self._named
        if not shape or not Fraction(1, _LONGEST_PIXEL) <= shape <= _LONGEST_PIXEL or shape == 1:
            return width, height
        wide, high = (
            (width * shape, Fraction(height)) if shape > 1 else (Fraction(width), height / shape)
        )
        shrink = min(Fraction(1), Fraction(max(_LONGEST_SIDE, width, height)) / max(wide, high))
        return max(1, round(wide * shrink)), max(1, round(high * shrink))

    def _build(self, frame: av.VideoFrame) -> Graph:
        graph = Graph()
        graph.threads = 1
        nodes = [
            graph.add_buffer(
                width=frame.width,
                height=frame.height,
                format=frame.format,
                time_base=frame.time_base or Fraction(1, 1000),
            )
        ]
        if self._interlaced and self._live:
            nodes += [graph.add("field", "type=top"), graph.add("scale", "iw:ih*2")]
        elif self._interlaced:
            nodes += [graph.add("idet"), graph.add("bwdif", "mode=send_frame:deint=interlaced")]
        if frame.color_trc in HDR:
            with tone_table(frame.color_trc) as path:
                # With 16 bits to work in, this filter is the quickest.
                nodes += [graph.add("format", "gbrp16le"), graph.add("lut3d", file=str(path))]
                graph.link_nodes(*nodes, graph.add("buffersink")).configure()
        else:
            graph.link_nodes(*nodes, graph.add("buffersink")).configure()
        return graph

    def _ready(self) -> Iterator[av.VideoFrame]:
        assert self._graph is not None
        while True:
            try:
                yield self._graph.vpull()
            except (BlockingIOError, EOFError):
                return

    def _rest(self) -> Iterator[av.VideoFrame]:
        """What the filters still hold."""
        if self._graph is not None:
            self._graph.vpush(None)
            yield from self._ready()
            self._graph = None


def layout(frame: av.VideoFrame) -> tuple[bool, bool, bool]:
    """How the display matrix of a frame wants it: rows and columns exchanged, then mirrored.

    Args:
        frame: with a 3 x 3 matrix (a, b, u, c, d, v, x, y, w) beside it, or without: a point
            (p, q) is shown at (a p + c q + x, b p + d q + y). Of the eight ways to lay a rectangle
            the one that is nearest to it is taken.
    """
    beside: Mapping[Any, Any] = frame.side_data  # its stub says otherwise
    matrix = beside.get(SideData.DISPLAYMATRIX)
    if matrix is None:
        return False, False, False
    a, b, _, c, d = np.frombuffer(bytes(matrix), np.int32)[:5].tolist()
    across = abs(b) + abs(c) > abs(a) + abs(d)
    return (across, c < 0, b < 0) if across else (across, a < 0, d < 0)


def _laid(
    image: NDArray[np.uint8], across: bool, mirror_x: bool, mirror_y: bool
) -> NDArray[np.uint8]:
    """Rows and columns exchanged, then each mirrored. OpenCV does it ten times as fast as NumPy."""
    from posecam.capture.opencv import cv2

    if across:
        image = np.asarray(cv2.transpose(image), np.uint8)
    if mirror_x or mirror_y:
        image = np.asarray(
            cv2.flip(image, -1 if mirror_x and mirror_y else int(mirror_x)), np.uint8
        )
    return np.ascontiguousarray(image)
