"""Whether macOS lets this program use the camera, and what to do where it does not.

OpenCV may not ask for leave here (only the main thread may, see `posecam.capture.opencv`), so the
system asks when the camera is opened, and delivers nothing until a person has answered.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

_WAITING: Final = 0
_RESTRICTED: Final = 1
_DENIED: Final = 2
#: AVMediaTypeVideo.
_VIDEO: Final = "vide"
_SENTENCES: Final = {
    _WAITING: "macOS is asking whether the camera may be used: answer it with OK.",
    _RESTRICTED: "The administrator of this Mac has switched its cameras off for such programs.",
    _DENIED: (
        "macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that "
        "started it, under System Settings > Privacy & Security > Camera, and start it again."
    ),
}


def obstacle(platform: str = sys.platform, ask: Callable[[], int] | None = None) -> str:
    """A sentence on why macOS gives no images, "" where it does not stand in the way.

    Args:
        platform: as `sys.platform`; anything but "darwin" has no such obstacle.
        ask: AVFoundation's status of the permission; the system's own by default.
    """
    if platform != "darwin":
        return ""
    try:
        return _SENTENCES.get((ask or _status)(), "")
    except Exception:  # noqa: BLE001 - a bridge to the system that may be absent or changed
        return ""


def _status() -> int:
    import AVFoundation

    return int(AVFoundation.AVCaptureDevice.authorizationStatusForMediaType_(_VIDEO))
