"""Where the files that ship with the application are: networks, demo clip, icons, style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
#: An installed wheel carries the folder inside the package; a checkout has it at its root.
_PLACES: Final = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(name: str) -> Path:
    """Path of a file or folder of `resources/`, such as "demo.mp4".

    Raises:
        FileNotFoundError: nothing of that name ships with this installation.
    """
    for place in _PLACES:
        path = place / name
        if path.exists():
            return path
    raise FileNotFoundError(f"The file {name} is missing from this installation of posecam.")


def network() -> Path:
    """The pose network.

    Raises:
        FileNotFoundError: it is missing from this installation.
    """
    return resource("hourglass-lite.onnx")


def clip() -> Path:
    """The demo clip: one person, in the middle of the image.

    Raises:
        FileNotFoundError: it is missing from this installation.
    """
    return resource("demo.mp4")
