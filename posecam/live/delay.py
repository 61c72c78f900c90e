"""What was seen a while ago: for watching oneself with a delay, and for replaying a movement."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.pose import Frame, FrameResult

#: Seconds that are kept, and most bytes of images.
LONGEST_S: Final = 22.0
MOST_BYTES: Final = 256 * 2**20
#: Images are kept no larger than this, as JPEG: an image as it comes is several megabytes.
_LARGEST_SIDE: Final = 960
_QUALITY: Final = 85


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """A result whose image is packed; `result.frame.image` is a stand-in."""

    result: FrameResult
    jpeg: NDArray[np.uint8]
    size: tuple[int, int]


_NO_IMAGE: Final = np.zeros((1, 1, 3), np.uint8)


class DelayLine:
    """Keeps the last seconds of results. For one thread.

    Example:
        line = DelayLine()
        line.add(result)
        five_seconds_ago = line.at(result.frame.time - 5)
    """

    def __init__(self) -> None:
        self._kept: deque[_Kept] = deque()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def add(self, result: FrameResult) -> None:
        """Keep a result. One whose time lies before the last one begins anew."""
        now = result.frame.time
        if self._kept and now < self._kept[-1].result.frame.time:
            self.clear()
        image = result.frame.image
        scale = _LARGEST_SIDE / max(image.shape[:2])
        if scale < 1:
            size = round(image.shape[1] * scale), round(image.shape[0] * scale)
            image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
        good, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
        if not good:
            return
        frame = replace(result.frame, image=_NO_IMAGE)
        jpeg = np.asarray(packed, np.uint8)
        self._kept.append(_Kept(replace(result, frame=frame), jpeg, result.frame.size))
        self._bytes += jpeg.nbytes
        while len(self._kept) > 1 and (
            self._bytes > MOST_BYTES or now - self._kept[0].result.frame.time > LONGEST_S
        ):
            self._bytes -= self._kept.popleft().jpeg.nbytes

    def missing(self, seconds: float) -> float:
        """By how many seconds the oldest that is kept is newer than that; 0 where it is not."""
        if not self._kept:
            return 0.0
        return max(self._kept[0].result.frame.time - seconds, 0.0)

    def at(self, seconds: float) -> FrameResult | None:
        """What was the newest at that time of the source; None where nothing so old is kept."""
        times = [kept.result.frame.time for kept in self._kept]
        place = bisect_right(times, seconds + 1e-6) - 1
        if place < 0:
            return None
        kept = self._kept[place]
        image = cv2.imdecode(kept.jpeg, cv2.IMREAD_COLOR)
        if image is None:
            return None
        if (image.shape[1], image.shape[0]) != kept.size:  # joints are in pixels of the whole one
            image = cv2.resize(image, kept.size)
        old: Frame = kept.result.frame
        return replace(kept.result, frame=replace(old, image=np.asarray(image, np.uint8)))
