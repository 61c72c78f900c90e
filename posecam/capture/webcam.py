"""A camera of this machine, through OpenCV."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from posecam.capture import macos_permission
from posecam.capture.convert import to_bgr
from posecam.capture.devices import backend, find_camera, list_cameras, node_of
from posecam.capture.opencv import cv2
from posecam.capture.options import CaptureOptions
from posecam.capture.source import SourceInfo
from posecam.errors import SourceError
from posecam.pose import Frame

#: Seconds a camera may take to its first image, and later between two of them.
FIRST_IMAGE_S: Final = 5.0
NEXT_IMAGE_S: Final = 1.5
#: What is asked of a camera unless told otherwise: enough for the network, light to decode.
DEFAULT: Final = CaptureOptions(640, 480, 30.0, "MJPG")
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

    Example:
        from posecam.capture import CaptureOptions
        from posecam.capture.webcam import Webcam

        camera = Webcam("0", CaptureOptions(1280, 720))
        try:
            for _ in range(30):
                frame = camera.read()
                print(f"{frame.time:.3f} s", frame.size)
        finally:
            camera.close()

    Args:
        wanted: index or name, as `find_camera` understands it.
        options: what to ask for, `DEFAULT` where it leaves that open; the camera gives what it can,
            which `info` tells, and `warning` where it is something else.
        known_as: see `find_camera`.
        open_device: how to open an index; the system's camera interface by default.
        first_image_s: seconds to wait for the first image.

    Raises:
        SourceError: no such camera, in use by another program, or it delivers nothing.
    """

    live = True

    def __init__(
        self,
        wanted: str,
        options: CaptureOptions | None = None,
        *,
        known_as: str = "",
        open_device: Callable[[int], Device] | None = None,
        first_image_s: float = FIRST_IMAGE_S,
    ) -> None:
        options = options or CaptureOptions()
        index, self.name = find_camera(wanted, known_as=known_as)
        self._node = node_of(index)
        self._has_node = self._node.exists()
        self.skipped = 0
        self._frame_id = 0
        self._start_ns = 0
        self._device = (open_device or _open_index)(index)
        if not self._device.isOpened():
            self._device.release()
            raise SourceError(_why_not(index, self.name))
        _configure(self._device, options)
        try:
            self._first: Frame | None = self._next(
                first_image_s, f"{self.name} opens but delivers no image."
            )
        except SourceError as error:
            self._device.release()
            if sentence := macos_permission.obstacle():
                raise SourceError(sentence) from error
            raise
        width, height = self._first.size
        fps = self._device.get(cv2.CAP_PROP_FPS)
        self._info = SourceInfo(
            width,
            height,
            fps if 0 < fps < 1000 else 0.0,
            pixel_format=_fourcc(self._device.get(cv2.CAP_PROP_FOURCC)),
        )
        self.warning = _not_as_asked(self.name, options, self._info)

    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        frame, self._first = self._first, None
        return frame or self._next(NEXT_IMAGE_S, f"{self.name} has stopped delivering.")

    def close(self) -> None:
        self._device.release()

    def _next(self, patience_s: float, complaint: str) -> Frame:
        """Read on until an image comes; what cannot be decoded is counted and passed over."""
        deadline = time.monotonic() + patience_s
        skipped = self.skipped
        while True:
            image, now = self._grab()
            if image is not None:
                break
            if self._has_node and not self._node.exists():
                raise SourceError(f"{self.name} was unplugged.")
            if time.monotonic() > deadline:
                if self.skipped > skipped:
                    complaint = f"{self.name} sends images that cannot be read."
                raise SourceError(complaint)
            time.sleep(_PAUSE_S)
        if self._frame_id == 0:
            self._start_ns = now
        frame = Frame(image, self._frame_id, (now - self._start_ns) / 1e9, now)
        self._frame_id += 1
        return frame

    def _grab(self) -> tuple[NDArray[np.uint8] | None, int]:
        """The next image or None, and when it arrived."""
        try:
            grabbed = self._device.grab()
            now = time.perf_counter_ns()
            if not grabbed:
                return None, now
            ok, raw = self._device.retrieve()
        except cv2.error:
            ok, raw, now = False, None, time.perf_counter_ns()
        image = to_bgr(raw) if ok else None
        self.skipped += image is None
        return image, now


def _open_index(index: int) -> Device:
    device: Device = cv2.VideoCapture(index, backend())
    return device


def _configure(device: Device, options: CaptureOptions) -> None:
    """Ask for format, size and rate; the device keeps what it cannot change.

    Uncompressed, a USB 2 camera reaches 5 to 10 frames per second at 720p. A camera without
    Motion JPEG refuses the first request and goes on in its own format.
    """
    fourcc = options.fourcc or DEFAULT.fourcc
    size = options if options.width and options.height else DEFAULT
    device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*fourcc))
    device.set(cv2.CAP_PROP_FRAME_WIDTH, size.width)
    device.set(cv2.CAP_PROP_FRAME_HEIGHT, size.height)
    device.set(cv2.CAP_PROP_FPS, options.fps or DEFAULT.fps)
    device.set(cv2.CAP_PROP_BUFFERSIZE, 1)


def _fourcc(number: float) -> str:
    """The four letters of OpenCV's number; "" where it is none."""
    if not 0 < number < 2**32:
        return ""
    text = int(number).to_bytes(4, "little").decode("ascii", "replace").strip()
    return text.upper() if text.isalnum() else ""


def _not_as_asked(name: str, asked: CaptureOptions, got: SourceInfo) -> str:
    """A sentence where the camera gives something else than it was asked for."""
    given = CaptureOptions(
        got.width if asked.width else 0,
        got.height if asked.width else 0,
        float(round(got.nominal_fps)) if asked.fps and got.nominal_fps else 0.0,
        got.pixel_format if asked.fourcc and got.pixel_format else "",
    )
    same = CaptureOptions(
        asked.width,
        asked.height if asked.width else 0,
        float(round(asked.fps)) if given.fps else 0.0,
        asked.fourcc if given.fourcc else "",
    )
    return "" if given == same else f"{name} gives {given} instead of {same}."


def _why_not(index: int, name: str) -> str:
    if sys.platform.startswith("linux"):
        node = node_of(index)
        exists = node.exists()
        if exists and not os.access(node, os.R_OK | os.W_OK):
            return f"{name} may not be opened by you: join the group that owns {node} (video)."
    else:
        exists = any(camera.index == index for camera in list_cameras())
    if not exists:
        return f"There is no camera {index}."
    if sentence := macos_permission.obstacle():
        return sentence
    if sys.platform == "win32":
        return (
            f"{name} is there but cannot be opened: another program may be using it, or Windows' "
            "privacy settings keep it closed."
        )
    return f"{name} is there but cannot be opened: another program may be using it."
