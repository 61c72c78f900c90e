"""What a person typed as a source, understood without opening it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote, unquote, urlsplit

from posecam.errors import SourceError

Kind = Literal["camera", "phone", "video", "images", "network", "demo"]

DEMO: Final = "demo"
#: Before the name of a telephone that is connected.
PHONE: Final = "phone:"
MASK: Final = "***"
IMAGE_SUFFIXES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".jp2", ".ppm", ".pgm"}
)
#: Of files that are surely videos; others are tried when they are named.
VIDEO_SUFFIXES: Final = frozenset(
    {".3g2", ".3gp", ".asf", ".avi", ".divx", ".dv", ".f4v", ".flv", ".m2t", ".m2ts", ".m2v"}
    | {".m4v", ".mkv", ".mod", ".mov", ".mp4", ".mpe", ".mpeg", ".mpg", ".mts", ".mxf", ".ogv"}
    | {".qt", ".tod", ".ts", ".vob", ".webm", ".wmv"}
)
#: How the files begin that macOS puts beside others on foreign disks: they hold no images.
_APPLE_DOUBLE: Final = "._"
_SCHEMES: Final = frozenset({"http", "https", "rtsp", "rtsps", "rtmp", "rtmps"})
#: Names of what is secret in a query, or where cameras put it into the path: &loginpas=, _pwd=.
_SECRET_KEYS: Final = r"(?:\w*?(?:pas|pwd|psw|token|secret)\w*|(?:\w*_|api)?key|pw|auth|sig\w*)"
_SECRET_VALUE: Final = re.compile(rf"(?i)([?&;/]{_SECRET_KEYS}=|_(?:pass\w*|pwd|psw)=)[^&#;]*")
#: user:password@ after the scheme. The last @ before the path ends it; a password may hold another,
#: and even a slash, unless what is before the slash is a port.
_USER_PART: Final = re.compile(r"^(\w+://[^/?#:@]*):(?:[^/?#]*|(?!\d{1,5}[/?#])\S*)@")
#: Characters of a path that are worth showing.
_SHOWN: Final = 200
#: Of a camera's number: what no driver takes would overflow in one.
_INDEX_DIGITS: Final = 6
_DEVICE: Final = re.compile(r"/dev/video(\d+)")


@dataclass(frozen=True, slots=True)
class Spec:
    """What kind of source it is.

    Attributes:
        kind: which of the sources opens it.
        value: the camera's index or name, the telephone's name, the path, or the whole address
            with its password.
        name: how to call it before people: the file's name, the address without its password.
    """

    kind: Kind
    value: str
    name: str

    @property
    def live(self) -> bool:
        """True if it is worth trying again when it cannot be opened: cameras and addresses."""
        return self.kind in {"camera", "phone", "network"}


def mask_password(url: str) -> str:
    """The address with the password, and whatever looks like one in its query, made `***`."""
    return _SECRET_VALUE.sub(rf"\1{MASK}", _USER_PART.sub(rf"\1:{MASK}@", url))


def forget_password(spec: str) -> str:
    """What may be kept of a source for the next start: an address without anything secret.

    Opened again it asks for the password, with the sentence of a camera that wants one.
    """
    if "://" not in spec:
        return spec
    return _SECRET_VALUE.sub(r"\1", _USER_PART.sub(r"\1@", spec))


def without_secrets(text: str, url: str) -> str:
    """The text with the address in it, however it is quoted, and its secret parts masked."""
    text = text.replace(url, mask_password(url))
    secrets = [url[m.end(1) + 1 : m.end() - 1] for m in _USER_PART.finditer(url)]
    secrets += [url[m.end(1) : m.end()] for m in _SECRET_VALUE.finditer(url)]
    for secret in secrets:
        for form in (secret, unquote(secret), quote(secret, safe="")):
            if form:
                text = text.replace(form, MASK)
    return text


def is_video(path: Path) -> bool:
    """Whether a file's name is that of a video."""
    return path.suffix.lower() in VIDEO_SUFFIXES and not path.name.startswith(_APPLE_DOUBLE)


def is_image(path: Path) -> bool:
    """Whether a file's name is that of an image."""
    return path.suffix.lower() in IMAGE_SUFFIXES and not path.name.startswith(_APPLE_DOUBLE)


def parse_spec(spec: str) -> Spec:
    """Say what `spec` is: looks at the file system, opens nothing.

    "demo"; a number is a camera's index; something with `://` an address; `phone:` and a name a
    telephone; a path a video file or a folder of images; anything else is taken for a camera's
    name.

    Raises:
        SourceError: nothing was given, the file is not there, or the address is of a kind that
            cannot be read.
    """
    as_typed, spec = spec, spec.strip()
    if not spec:
        raise SourceError("No source was given: name a camera, a file, a folder or an address.")
    if spec.lower() == DEMO:
        return Spec("demo", DEMO, "demo clip")
    if spec.isdecimal():
        return _numbered_camera(spec)
    if device := _DEVICE.fullmatch(spec):
        return _numbered_camera(device[1])
    if "://" in spec:
        return _parse_address(spec)
    if spec.startswith(PHONE):
        return _parse_phone(spec.removeprefix(PHONE).strip())
    # Names may begin or end with a space.
    return _parse_path(as_typed if as_typed != spec and _is_there(as_typed) else spec)


def _numbered_camera(digits: str) -> Spec:
    if len(digits) > _INDEX_DIGITS:
        raise SourceError(f"There is no camera {digits[:_INDEX_DIGITS]}…: its number is too long.")
    return Spec("camera", str(int(digits)), f"camera {int(digits)}")


def _parse_phone(name: str) -> Spec:
    if not name:
        raise SourceError(f"No telephone was named: write {PHONE} and the name it has in the list.")
    return Spec("phone", name[:_SHOWN], name[:_SHOWN])


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
    path = Path(spec)
    try:
        if spec.startswith("~") and not path.exists():
            path = path.expanduser()
        if path.is_dir():
            return Spec("images", str(path), path.resolve().name or str(path))
        if path.exists():
            kind: Kind = "images" if path.suffix.lower() in IMAGE_SUFFIXES else "video"
            return Spec(kind, str(path), path.name)
    except RuntimeError as error:
        raise SourceError(f"There is no file {spec}: there is no such user.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{spec[:_SHOWN]} cannot be looked at: {_reason(error)}.") from error
    looks_like_a_file = "/" in spec or "\\" in spec or re.search(r"\.[A-Za-z]\w{1,4}$", spec)
    if looks_like_a_file:
        raise SourceError(f"There is no file or folder {spec}.")
    return Spec("camera", spec, spec)


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
