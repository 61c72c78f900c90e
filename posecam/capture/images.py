"""A folder of images, or one image, as a source."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.capture.animation import animation, moving_images, pages
from posecam.capture.convert import to_bgr
from posecam.capture.opencv import cv2
from posecam.capture.source import SourceInfo
from posecam.capture.spec import is_image
from posecam.errors import SourceError
from posecam.pose import Frame

#: Images carry no time: the k-th file is at k / this many seconds.
NOMINAL_FPS: Final = 30.0


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "f2" before "f10"."""
    parts = re.findall(r"(\d+)|(\D+)", name.casefold())
    return tuple((0, int(digits), "") if digits else (1, 0, text) for digits, text in parts)


class ImageFolder:
    """A `Source` over the images of a folder in natural order; folders within are not entered.

    A single file may be animated (PNG, WebP): then it is a film with its own times. A file that
    cannot be decoded is passed over and counted in `skipped`; the times of the others stay where
    they belong. Of a file in a folder that holds several images the first is taken.

    Raises:
        SourceError: the folder cannot be read, holds no images, or none that can be decoded.
    """

    live = False

    def __init__(self, path: Path) -> None:
        self.name = path.resolve().name or str(path)
        self.skipped = 0
        self._more = 0
        self._over = False
        try:
            alone = path.is_file()
            found = [path] if alone else [p for p in path.iterdir() if is_image(p)]
            self._files = sorted(
                (p for p in found if p.is_file()), key=lambda p: natural_key(p.name)
            )
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            raise SourceError(f"The folder {path} cannot be read: {reason}.") from error
        if not self._files:
            raise SourceError(f"The folder {path} holds no images.")
        self._position = 0
        self._frame_id = 0
        self._count = len(self._files)
        self._film = self._animated(path) if alone else None
        self._first = self._next()
        if self._first is None:
            what = "is no image" if alone else "holds images, but none"
            raise SourceError(f"{path} {what} that can be read.")
        width, height = self._first.size
        fps = NOMINAL_FPS if self._film is None else 0.0
        self._info = SourceInfo(width, height, fps, self._count)

    @property
    def warning(self) -> str:
        said = []
        if self._over and self._frame_id < self._count:
            said.append(
                f"{self.name} is cut short: {self._frame_id} of {self._count} images could be read."
            )
        if self.skipped:
            said.append(f"{self.skipped} of the images in {self.name} could not be read.")
        if self._more:
            said.append(
                f"{self._more} of the files in {self.name} hold several images: only the first of "
                "each is used."
            )
        return " ".join(said)

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next()

    def close(self) -> None:
        self._files = []

    def _animated(self, path: Path) -> Iterator[tuple[NDArray[np.uint8], float]] | None:
        data = _read(path)
        count = 1 if data is None else moving_images(data)
        if data is None or count < 2:
            return None
        self._count = count
        return animation(data)

    def _next(self) -> Frame | None:
        if self._film is not None:
            image, seconds = next(self._film, (None, 0.0))
            self._over = image is None
            return None if image is None else self._frame(image, seconds)
        while self._position < len(self._files):
            position = self._position
            self._position += 1
            data = _read(self._files[position])
            image = None if data is None else _decoded(data)
            if data is None or image is None:
                self.skipped += 1
                continue
            self._more += moving_images(data) > 1 or pages(data) > 1
            return self._frame(image, position / NOMINAL_FPS)
        return None

    def _frame(self, image: NDArray[np.uint8], seconds: float) -> Frame:
        frame = Frame(image, self._frame_id, seconds, time.perf_counter_ns())
        self._frame_id += 1
        return frame


def _read(path: Path) -> NDArray[np.uint8] | None:
    """The content of a file; None where there is none or it cannot be read."""
    try:
        data = np.fromfile(path, np.uint8)
    except OSError:
        return None
    return data if data.size else None


def _decoded(data: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """Decode by content, not through cv2.imread, which fails on names outside the code page."""
    try:
        return to_bgr(cv2.imdecode(data, cv2.IMREAD_COLOR))
    except cv2.error:
        return None
