"""Where frames come from: cameras, files, folders, addresses, and the thread that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posecam.capture.latest import LatestFrame
from posecam.capture.opening import open_source
from posecam.capture.options import CaptureOptions
from posecam.capture.source import Source, SourceInfo
from posecam.capture.spec import Spec, forget_password, mask_password, parse_spec
from posecam.capture.thread import CaptureState, CaptureThread

if TYPE_CHECKING:
    from posecam.capture.devices import Camera

__all__ = [
    "CaptureOptions",
    "CaptureState",
    "CaptureThread",
    "LatestFrame",
    "Source",
    "SourceInfo",
    "Spec",
    "forget_password",
    "list_cameras",
    "list_modes",
    "mask_password",
    "open_source",
    "parse_spec",
]


def list_modes(wanted: str) -> list[CaptureOptions]:
    """The modes worth offering of a camera, by index or name, small ones first."""
    from posecam.capture.devices import list_modes as ask

    return ask(wanted)


def list_cameras() -> list[Camera]:
    """All cameras of this machine, by index; an empty list where there are none."""
    # Asking goes through OpenCV, whose import takes a quarter of a second.
    from posecam.capture.devices import list_cameras as ask

    return ask()
