"""A camera of this machine, through OpenCV."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from posecam.capture.convert import to_bgr
from posecam.capture.devices import backend, find_camera, list_cameras
from posecam.capture.opencv import cv2
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Seconds a camera may take to its first picture, and later between two of them.
FIRST_PICTURE_S: Final = 5.0
NEXT_PICTURE_S: Final = 1.5
#: What is asked of a camera unless told otherwise: enough for the network, light to decode.
DEFAULT_SIZE: Final = (640, 480)
DEFAULT_FPS: Final = 30.0
_PAUSE_S: Final = 0.005


class Device(Protocol):
    """The part of `cv2.VideoCapture` that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802 (OpenCV's own name)
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, Any]: ...
    def get(self, property_id: int, /) -> float: ...
    def set(self, property_id: int, value: float, /) -> bool: ...
    def release(self) -> None: ...


class Webcam:
    """A `Source` over a camera index or name.

    Args:
        wanted: index or name, as `find_camera` understands it.
        size: width and height to ask for; the camera gives what it can.
        open_device: how to open an index; the system's camera interface by default.
        first_picture_s: seconds to wait for the first picture.

    Raises:
        SourceError: no such camera, in use by another program, or it delivers nothing.
    """

    live = True
    warning = ""

    def __init__(
        self,
        wanted: str,
        *,
        size: tuple[int, int] | None = None,
        open_device: Callable[[int], Device] | None = None,
        first_picture_s: float = FIRST_PICTURE_S,
    ) -> None:
        index, self.name = find_camera(wanted)
        self.skipped = 0
        self._frame_id = 0
        self._start_ns = 0
        self._device = (open_device or _open_index)(index)
        if not self._device.isOpened():
            self._device.release()
            raise SourceError(_why_not(index, self.name))
        _configure(self._device, size or DEFAULT_SIZE)
        try:
            self._first: Frame | None = self._next(
                first_picture_s, f"{self.name} opens but delivers no picture."
            )
        except SourceError:
            self._device.release()
            raise
        width, height = self._first.size
        fps = self._device.get(cv2.CAP_PROP_FPS)
        self._info = SourceInfo(width, height, fps if 0 < fps < 1000 else 0.0)

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next(NEXT_PICTURE_S, f"{self.name} has stopped delivering.")

    def close(self) -> None:
        self._device.release()

    def _next(self, patience_s: float, complaint: str) -> Frame:
        """Read on until a picture comes; what cannot be decoded is counted and passed over."""
        deadline = time.monotonic() + patience_s
        while True:
            grabbed = self._device.grab()
            now = time.perf_counter_ns()
            if grabbed:
                ok, raw = self._device.retrieve()
                image = to_bgr(raw) if ok else None
                if image is not None:
                    break
                self.skipped += 1
            if time.monotonic() > deadline:
                raise SourceError(complaint)
            time.sleep(_PAUSE_S)
        if self._frame_id == 0:
            self._start_ns = now
        frame = Frame(image, self._frame_id, (now - self._start_ns) / 1e9, now)
        self._frame_id += 1
        return frame


def _open_index(index: int) -> Device:
    device: Device = cv2.VideoCapture(index, backend())
    return device


def _configure(device: Device, size: tuple[int, int]) -> None:
    """Ask for compressed pictures, the size and the rate; the device keeps what it cannot change.

    Uncompressed, a USB 2 camera reaches 5 to 10 frames per second at 720p. A camera without
    Motion JPEG refuses the first request and goes on in its own format.
    """
    device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    device.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
    device.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
    device.set(cv2.CAP_PROP_FPS, DEFAULT_FPS)
    device.set(cv2.CAP_PROP_BUFFERSIZE, 1)


def _why_not(index: int, name: str) -> str:
    if sys.platform.startswith("linux"):
        exists = Path(f"/dev/video{index}").exists()
    else:
        exists = any(camera.index == index for camera in list_cameras())
    if exists:
        return f"{name} is there but cannot be opened: another program may be using it."
    return f"There is no camera {index}."
