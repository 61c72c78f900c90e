"""A telephone's camera, whose page sends images over the local network."""

from __future__ import annotations

import time
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.capture.convert import to_bgr
from posecam.capture.opencv import cv2
from posecam.capture.phones import PHONES, PhoneCameras
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Seconds that a telephone may take to its first image, and later between two of them.
FIRST_IMAGE_S: Final = 4.0
NEXT_IMAGE_S: Final = 1.5


class PhoneCamera:
    """A `Source` over the camera of a telephone that is connected.

    Args:
        name: one of `PhoneCameras.names`.
        phones: where to find it.
        first_image_s: seconds to wait for the first image.

    Raises:
        SourceError: there is no such telephone, or it sends no image.
    """

    live = True
    warning = ""

    def __init__(
        self, name: str, phones: PhoneCameras = PHONES, *, first_image_s: float = FIRST_IMAGE_S
    ) -> None:
        self.name = name
        self.skipped = 0
        self._frame_id = 0
        self._start_ns = self._last_ns = 0
        link = phones.find(name)
        if link is None:
            raise SourceError(
                f"{name} is not connected: open the remote (P) and scan its code with it."
            )
        self._link = link
        self._open = True
        link.open()
        try:
            self._first: Frame | None = self._next(first_image_s)
        except SourceError:
            self.close()
            raise
        self._info = SourceInfo(*self._first.size, pixel_format="MJPG")

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next(NEXT_IMAGE_S)

    def close(self) -> None:
        if self._open:
            self._open = False
            self._link.close()

    def _next(self, patience_s: float) -> Frame:
        """Wait for an image; what cannot be decoded is counted and passed over."""
        deadline = time.monotonic() + patience_s
        skipped = self.skipped
        while True:
            found = self._link.take(max(deadline - time.monotonic(), 0.0))
            if found is None:
                raise SourceError(self._why_not(self.skipped > skipped))
            image, shot_ns = _decoded(found[0]), found[1]
            if image is not None and shot_ns > self._last_ns:
                break
            self.skipped += 1
        if self._frame_id == 0:
            self._start_ns = shot_ns
        self._last_ns = shot_ns
        frame = Frame(image, self._frame_id, (shot_ns - self._start_ns) / 1e9, shot_ns)
        self._frame_id += 1
        return frame

    def _why_not(self, unreadable: bool) -> str:
        if self._link.gone:
            return f"{self.name} has disconnected: is its page still open?"
        if unreadable:
            return f"{self.name} sends images that cannot be read."
        return f"{self.name} sends no images: is its screen off, or another page in front of it?"


def _decoded(image: bytes) -> NDArray[np.uint8] | None:
    data = np.frombuffer(image, np.uint8)
    try:
        return to_bgr(cv2.imdecode(data, cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION))
    except cv2.error:
        return None
