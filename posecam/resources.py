"""Where the files that ship with the application are: networks, demo clip, icons, style sheet."""

from __future__ import annotations

import contextlib
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


#: Sizes of the pose network, the smallest first. A file is called after its quality.
QUALITIES: Final = ("fast", "balanced", "best")
#: In place of one of them: the largest that holds the camera's rate on this machine.
AUTOMATIC: Final = "automatic"
#: The one that is meant where nothing is said: a result must not depend on the machine.
USUAL_QUALITY: Final = "balanced"


def network(quality: str = USUAL_QUALITY) -> Path:
    """The pose network of a quality of `QUALITIES`.

    Raises:
        FileNotFoundError: it is missing from this installation.
    """
    return resource(f"{quality}.onnx")


def networks() -> dict[str, Path]:
    """The pose networks that ship with this installation by their quality, the smallest first."""
    found = {}
    for quality in QUALITIES:
        with contextlib.suppress(FileNotFoundError):
            found[quality] = network(quality)
    return found


def clip() -> Path:
    """The demo clip: one person, in the middle of the image.

    Raises:
        FileNotFoundError: it is missing from this installation.
    """
    return resource("demo.mp4")
