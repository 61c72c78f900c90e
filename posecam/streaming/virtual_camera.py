"""A camera that other programs can choose: video with skeletons, the 3D view, or the figure alone.

Images go to the driver of a virtual camera by pyvirtualcam, in a thread of their own. Only the
newest is sent; while none comes, the last one again.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from posecam.drawing import draw_poses, fit_into
from posecam.pose import FrameResult
from posecam.streaming.options import CAMERA_NAME, StreamError, StreamStatus
from posecam.streaming.status import StatusSlot

log = logging.getLogger(__name__)

Image = NDArray[np.uint8]

#: What other programs are offered.
WIDTH, HEIGHT, RATE = 1280, 720, 30
#: Seconds after which the last image is sent again, and until a driver is looked for again.
REPEAT_S, AGAIN_S = 0.25, 3.0
_NO_PACKAGE: Final = (
    "The virtual camera needs one more package: pip install 'posecam[virtual-camera]'."
)
_NO_DRIVER: Final = {
    "linux": "There is no virtual camera here: install v4l2loopback-dkms, then run"
    " sudo modprobe v4l2loopback exclusive_caps=1.",
    "win32": "There is no virtual camera here: install OBS Studio, which brings one.",
    "darwin": "There is no virtual camera here: install OBS Studio 30 or later, and start its"
    " virtual camera once.",
}


class Device(Protocol):
    """What `pyvirtualcam.Camera` is used for."""

    @property
    def device(self) -> str: ...

    def send(self, frame: Image) -> None: ...


#: Opens a device of that width, height and rate.
Open = Callable[[int, int, int], AbstractContextManager[Device]]


def open_device(width: int, height: int, rate: int) -> AbstractContextManager[Device]:
    """The first virtual camera of this computer.

    Raises:
        StreamError: there is none, or no package to use it by; one sentence says what to install.
    """
    try:
        import pyvirtualcam
    except ImportError as error:
        raise StreamError(_NO_PACKAGE) from error
    try:
        found: AbstractContextManager[Device] = pyvirtualcam.Camera(
            width, height, rate, fmt=pyvirtualcam.PixelFormat.BGR
        )
    except RuntimeError as error:
        log.info("no virtual camera: %s", " ".join(str(error).split()))
        raise StreamError(_NO_DRIVER.get(sys.platform, _NO_DRIVER["linux"])) from error
    return found


class VirtualCamera:
    """Sends images to a virtual camera.

    Args:
        view: "overlay" draws what `send` brings; of any other the images come by `show`.
        open_device: opens the driver.
    """

    def __init__(self, view: str, open_device: Open = open_device) -> None:
        self._view, self._open = view, open_device
        self._status = StatusSlot(CAMERA_NAME, view)
        self._changed = threading.Condition()
        self._newest: Callable[[], Image] | None = None
        self._closing = False
        self._thread = threading.Thread(
            target=self._run, name="posecam-virtual-camera", daemon=True
        )
        self._thread.start()

    @property
    def status(self) -> StreamStatus:
        return self._status.value

    def send(self, result: FrameResult) -> None:
        """Hand over the newest result."""
        if self._view == "overlay":
            self.show(lambda: overlaid(result))

    def show(self, make: Callable[[], Image]) -> None:
        """Hand over the newest image: (H, W, 3) BGR, made in the camera's own thread."""
        with self._changed:
            self._newest = make
            self._changed.notify()

    def close(self, timeout: float = 2.0) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._closing:
            try:
                with self._open(WIDTH, HEIGHT, RATE) as device:
                    self._status.change(kind="running", message="", address=device.device)
                    self._send_all(device)
            except StreamError as error:
                self._status.change(kind="failed", message=str(error))
            except Exception as error:
                log.exception("The virtual camera failed.")
                why = type(error).__name__
                self._status.change(kind="failed", message=f"The virtual camera failed ({why}).")
            with self._changed:
                self._changed.wait_for(lambda: self._closing, AGAIN_S)

    def _send_all(self, device: Device) -> None:
        """Send what comes until closed."""
        last: Image | None = None
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._newest is not None or self._closing, REPEAT_S)
                make, self._newest = self._newest, None
                if self._closing:
                    return
            if make is not None:
                last = fit_into(make(), WIDTH, HEIGHT)
                self._status.count_sent()
            if last is not None:
                device.send(last)


def overlaid(result: FrameResult) -> Image:
    """(H, W, 3) BGR: a result's image with everybody's skeleton."""
    image = result.frame.image.copy()
    draw_poses(image, result.poses, result.main_id)
    return image
