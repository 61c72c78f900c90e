"""Decodes beside the window: of the frames asked for, the newest wins."""

from __future__ import annotations

import logging
import threading

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QObject, pyqtSignal

from posecam.gui.review.frame_images import FrameImages
from posecam.gui.shared.bridge import Bridge

LOG = logging.getLogger(__name__)


class ImageThread(QObject):
    """Gives the image of a frame; only this thread touches the `FrameImages`.

    Attributes:
        arrived: row and (H, W, 3) BGR image, or None where the video has none.
    """

    arrived = pyqtSignal(int, object)

    def __init__(self, images: FrameImages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._changed = threading.Condition()
        self._wanted: int | None = None
        self._ready: tuple[int, NDArray[np.uint8] | None] | None = None
        self._closing = False
        self._bridge = Bridge(self._deliver, self)
        self._thread = threading.Thread(target=self._run, name="posecam-images")
        self._thread.start()

    def ask(self, row: int) -> None:
        """Ask for the image of a row; what was asked for before and not begun is forgotten."""
        with self._changed:
            self._wanted = row
            self._changed.notify()

    def close(self) -> None:
        """End the thread and let go of the video."""
        self._bridge.close()
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        try:
            while True:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing or self._wanted is not None)
                    if self._closing:
                        return
                    row, self._wanted = self._wanted, None
                assert row is not None
                try:
                    image = self._images.get(row)
                except (OSError, ValueError, MemoryError):
                    LOG.exception("the image of frame %d cannot be decoded", row)
                    image = None
                with self._changed:
                    self._ready = row, image
                self._bridge.notify()
        finally:
            self._images.close()

    def _deliver(self) -> None:
        with self._changed:
            ready, self._ready = self._ready, None
        if ready is not None:
            self.arrived.emit(*ready)
