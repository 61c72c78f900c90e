"""From what a person typed to an open source."""

from __future__ import annotations

from pathlib import Path

from posecam.capture.options import CaptureOptions
from posecam.capture.source import Source
from posecam.capture.spec import Spec, parse_spec
from posecam.errors import SourceError
from posecam.resources import clip


def open_source(
    spec: str | Spec, options: CaptureOptions | None = None, *, known_as: str = ""
) -> Source:
    """Open a camera (index or name), a telephone, video file, folder of images, address, or "demo".

    To be called by the thread that will read it; may take seconds for a camera or an address.

    Args:
        spec: as `parse_spec` understands it.
        options: what to ask of a camera; other sources are as they are.
        known_as: name of the camera that was open before under this index: plugged in again, it
            may have got another one.

    Raises:
        SourceError: one sentence on what cannot be opened, and why.
    """
    parsed = parse_spec(spec) if isinstance(spec, str) else spec
    # OpenCV and PyAV take a quarter of a second to import: only the one that is needed.
    match parsed.kind:
        case "camera":
            from posecam.capture.webcam import Webcam

            return Webcam(parsed.value, options, known_as=known_as)
        case "phone":
            from posecam.capture.phone import PhoneCamera

            return PhoneCamera(parsed.value)
        case "images":
            from posecam.capture.images import ImageFolder

            return ImageFolder(Path(parsed.value))
        case "network":
            from posecam.capture.ip_camera import NetworkCamera

            return NetworkCamera(parsed.value)
        case "video":
            from posecam.capture.video import VideoFile

            return VideoFile(Path(parsed.value))
        case "demo":
            from posecam.capture.video import VideoFile

            try:
                video = clip()
            except FileNotFoundError as error:
                raise SourceError(str(error)) from error
            return VideoFile(video, parsed.name, is_demo=True)
