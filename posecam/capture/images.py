"""A folder of images, or one image, as a source."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.capture.convert import to_bgr
from posecam.capture.opencv import cv2
from posecam.capture.source import SourceInfo
from posecam.capture.spec import IMAGE_SUFFIXES
from posecam.errors import SourceError
from posecam.pose import Frame

#: Pictures carry no time: the k-th file is at k / this many seconds.
NOMINAL_FPS: Final = 30.0


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "f2" before "f10"."""
    parts = re.findall(r"(\d+)|(\D+)", name.casefold())
    return tuple((0, int(digits), "") if digits else (1, 0, text) for digits, text in parts)


class ImageFolder:
    """A `Source` over the images of a folder in natural order; folders within are not entered.

    A file that cannot be decoded is passed over and counted in `skipped`; the times of the others
    stay where they belong.

    Raises:
        SourceError: the folder cannot be read, holds no images, or none that can be decoded.
    """

    live = False

    def __init__(self, path: Path) -> None:
        self.name = path.resolve().name or str(path)
        self.skipped = 0
        self.warning = ""
        try:
            entries = [path] if path.is_file() else list(path.iterdir())
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            raise SourceError(f"The folder {path} cannot be read: {reason}.") from error
        self._files = [p for p in entries if p.suffix.lower() in IMAGE_SUFFIXES and p.is_file()]
        self._files.sort(key=lambda p: natural_key(p.name))
        if not self._files:
            raise SourceError(f"The folder {path} holds no images.")
        self._position = 0
        self._frame_id = 0
        self._first = self._next()
        if self._first is None:
            what = "is no image" if path.is_file() else "holds images, but none"
            raise SourceError(f"{path} {what} that can be read.")
        width, height = self._first.size
        self._info = SourceInfo(width, height, NOMINAL_FPS, len(self._files))

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next()

    def close(self) -> None:
        self._files = []

    def _next(self) -> Frame | None:
        while self._position < len(self._files):
            position = self._position
            self._position += 1
            image = _read_image(self._files[position])
            if image is None:
                self.skipped += 1
                self.warning = f"{self.skipped} of the images in {self.name} could not be read."
                continue
            frame = Frame(image, self._frame_id, position / NOMINAL_FPS, time.perf_counter_ns())
            self._frame_id += 1
            return frame
        return None


def _read_image(path: Path) -> NDArray[np.uint8] | None:
    """Decode by content, not through cv2.imread, which fails on names outside the code page."""
    try:
        data = np.fromfile(path, np.uint8)
        return to_bgr(cv2.imdecode(data, cv2.IMREAD_COLOR)) if data.size else None
    except (OSError, cv2.error):
        return None
