"""From what a person typed to an open source."""

from __future__ import annotations

from pathlib import Path

from posecam.capture.source import Source
from posecam.capture.spec import Spec, parse_spec
from posecam.errors import SourceError
from posecam.resources import resource


def open_source(spec: str | Spec, *, size: tuple[int, int] | None = None) -> Source:
    """Open a camera (index or name), video file, folder of images, address, or "demo".

    To be called by the thread that will read it; may take seconds for a camera or an address.

    Args:
        spec: as `parse_spec` understands it.
        size: width and height to ask a camera for; other sources have the size they have.

    Raises:
        SourceError: one sentence on what cannot be opened, and why.
    """
    parsed = parse_spec(spec) if isinstance(spec, str) else spec
    # OpenCV and PyAV take a quarter of a second to import: only the one that is needed.
    match parsed.kind:
        case "camera":
            from posecam.capture.webcam import Webcam

            return Webcam(parsed.value, size=size)
        case "images":
            from posecam.capture.images import ImageFolder

            return ImageFolder(Path(parsed.value))
        case "network":
            from posecam.capture.network import NetworkCamera

            return NetworkCamera(parsed.value)
        case "video":
            from posecam.capture.video import VideoFile

            return VideoFile(Path(parsed.value))
        case "demo":
            from posecam.capture.video import VideoFile

            try:
                clip = resource("demo.mp4")
            except FileNotFoundError as error:
                raise SourceError(str(error)) from error
            return VideoFile(clip, parsed.name, is_demo=True)
