"""Which cameras there are, by name. Asks the system; opens and probes none."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from posecam.capture.opencv import cv2
from posecam.capture.options import CaptureOptions, modes_worth_offering
from posecam.errors import SourceError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera of this machine.

    Attributes:
        name: as the system calls it.
        index: OpenCV's index of it under `backend`.
        spec: what to give to `open_source`.
    """

    name: str
    index: int

    @property
    def spec(self) -> str:
        return str(self.index)


def backend() -> int:
    """OpenCV's number of the one camera interface that is used on this system."""
    if sys.platform == "win32":
        return int(cv2.CAP_MSMF)
    if sys.platform == "darwin":
        return int(cv2.CAP_AVFOUNDATION)
    return int(cv2.CAP_V4L2) if sys.platform.startswith("linux") else int(cv2.CAP_ANY)


def list_cameras() -> list[Camera]:
    """All cameras, by index; an empty list where there are none or the system does not say."""
    try:
        from cv2_enumerate_cameras import enumerate_cameras

        found = enumerate_cameras(backend())
    except Exception:  # the package reaches into system libraries that may be absent
        log.warning("The cameras of this system could not be listed.", exc_info=True)
        return []
    cameras = [Camera(item.name or _nameless(item.index), item.index) for item in found]
    return sorted(cameras, key=lambda camera: camera.index)


def _nameless(index: int) -> str:
    """What a camera is called of which the system gives no name."""
    return f"camera {index}"


def node_of(index: int) -> Path:
    """Where Linux has the camera of that index."""
    return Path(f"/dev/video{index}")


def list_modes(wanted: str) -> list[CaptureOptions]:
    """The modes worth offering of a camera, by index or name; see `modes_worth_offering`.

    Where the system does not say (it does on Linux), those that most webcams have. May wait for a
    driver: not for the thread that draws.
    """
    found: list[CaptureOptions] = []
    if sys.platform.startswith("linux"):
        from posecam.capture.v4l2 import modes_of

        try:
            found = modes_of(node_of(find_camera(wanted)[0]))
        except (OSError, SourceError) as error:
            log.info("The modes of camera %s are not known: %s", wanted, error)
    return modes_worth_offering(found)


def find_camera(
    wanted: str, cameras: list[Camera] | None = None, known_as: str = ""
) -> tuple[int, str]:
    """(index, name) of the camera meant by an index or by a name or part of one.

    An index is believed even where the system lists no such camera: opening it will tell.

    Args:
        wanted: index or name.
        cameras: those that there are; the system is asked by default.
        known_as: name of the camera that had this index before. It is followed to another index,
            and another camera is not taken for it.

    Raises:
        SourceError: no camera, or more than one, goes by that name.
    """
    cameras = list_cameras() if cameras is None else cameras
    if wanted.isdecimal():
        index = int(wanted)
        here = next((c.name for c in cameras if c.index == index), "")
        same = [c for c in cameras if c.name == known_as]
        known = known_as not in ("", _nameless(index))
        if known and here != known_as and (here or same):
            if len(same) == 1:
                return same[0].index, known_as
            raise SourceError(f"{known_as} is not plugged in.")
        return index, here or known_as or _nameless(index)
    key = wanted.casefold()
    matches = [c for c in cameras if c.name.casefold() == key]
    matches = matches or [c for c in cameras if key in c.name.casefold()]
    if len(matches) == 1:
        return matches[0].index, matches[0].name
    listed = ", ".join(f"{c.index} ({c.name})" for c in cameras) or "none"
    if matches:
        raise SourceError(f'More than one camera is called "{wanted}": choose by number, {listed}.')
    raise SourceError(
        f'There is no camera, file or folder called "{wanted}" (cameras here: {listed}).'
    )
