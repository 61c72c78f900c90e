"""What a person typed as a source, understood without opening it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

from posecam.errors import SourceError

Kind = Literal["camera", "video", "images", "network", "demo"]

DEMO: Final = "demo"
IMAGE_SUFFIXES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".jp2", ".ppm", ".pgm"}
)
_SCHEMES: Final = frozenset({"http", "https", "rtsp", "rtsps", "rtmp", "rtmps"})
_SECRET_KEYS: Final = r"pass|passwd|password|pwd|pw|token|secret|key|apikey|api_key|auth"
_DEVICE: Final = re.compile(r"/dev/video(\d+)")


@dataclass(frozen=True, slots=True)
class Spec:
    """What kind of source it is.

    Attributes:
        kind: which of the sources opens it.
        value: the camera's index or name, the path, or the whole address with its password.
        name: how to call it before people: the file's name, the address without its password.
    """

    kind: Kind
    value: str
    name: str

    @property
    def live(self) -> bool:
        """True if it is worth trying again when it cannot be opened: a camera, an address."""
        return self.kind in ("camera", "network")


def mask_password(url: str) -> str:
    """The address with the password, and whatever looks like one in its query, made `***`."""
    # The last @ before the path ends the user part: passwords with an @ in them do exist.
    url = re.sub(r"^(\w+://[^/?#:@]*):[^/?#]*@", r"\1:***@", url)
    return re.sub(rf"(?i)([?&](?:{_SECRET_KEYS})=)[^&#]*", r"\1***", url)


def parse_spec(spec: str) -> Spec:
    """Say what `spec` is: looks at the file system, opens nothing.

    "demo"; a number is a camera's index; something with `://` an address; a path a video file or
    a folder of images; anything else is taken for a camera's name.

    Raises:
        SourceError: nothing was given, the file is not there, or the address is of a kind that
            cannot be read.
    """
    spec = spec.strip()
    if not spec:
        raise SourceError("No source was given: name a camera, a file, a folder or an address.")
    if spec.lower() == DEMO:
        return Spec("demo", DEMO, "demo clip")
    if spec.isdecimal():
        return Spec("camera", str(int(spec)), f"camera {int(spec)}")
    if device := _DEVICE.fullmatch(spec):
        return Spec("camera", device[1], f"camera {device[1]}")
    if "://" in spec:
        return _parse_address(spec)
    return _parse_path(spec)


def _parse_address(spec: str) -> Spec:
    scheme = spec.partition("://")[0].lower()
    if scheme == "file":
        return _parse_path(unquote(urlsplit(spec).path))
    name = mask_password(spec)
    if scheme not in _SCHEMES:
        known = ", ".join(sorted(_SCHEMES))
        raise SourceError(f"{name} cannot be read: addresses may begin with {known} only.")
    try:
        host = urlsplit(spec).hostname
    except ValueError:
        host = None
    if not host:
        raise SourceError(f"{name} is not a complete address: it names no host.")
    return Spec("network", spec, name)


def _parse_path(spec: str) -> Spec:
    path = Path(spec).expanduser()
    try:
        if path.is_dir():
            return Spec("images", str(path), path.resolve().name or str(path))
        if path.exists():
            kind: Kind = "images" if path.suffix.lower() in IMAGE_SUFFIXES else "video"
            return Spec(kind, str(path), path.name)
    except (OSError, ValueError) as error:
        raise SourceError(f"{spec} cannot be looked at: {_reason(error)}.") from error
    looks_like_a_file = "/" in spec or "\\" in spec or re.search(r"\.[A-Za-z]\w{1,4}$", spec)
    if looks_like_a_file:
        raise SourceError(f"There is no file or folder {spec}.")
    return Spec("camera", spec, spec)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
