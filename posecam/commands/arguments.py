"""What the options of every command may be: a type for each kind, and one sentence where it is not.

The types end their sentence themselves, so that it can follow the option's name: "--threads" and
"is 100000: it must be between 0 and 256". They look at the file system and change nothing in it.
"""

from __future__ import annotations

import argparse
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, NoReturn, get_args

from posecam.errors import PosecamError

#: More threads than any machine that runs this has processors.
MOST_THREADS: Final = 256
#: Seconds that a screenshot or a measurement may be asked to wait or take.
LONGEST_S: Final = 3600.0
#: Digits of a number, and characters of anything else, that are worth reading and showing.
_DIGITS: Final = 18
_SHOWN: Final = 200
_LONGEST_TEXT: Final = 4096


class ArgumentsError(PosecamError):
    """A command line that says something impossible."""


class Parser(argparse.ArgumentParser):
    """Raises what is wrong as one sentence instead of printing the usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise the message as a sentence that begins with the option.

        Raises:
            ArgumentsError: always.
        """
        message = re.sub(r"^argument (.+?): (is )?", r"\1 \2", message)
        message = re.sub(rf"[^\s,]{{{_SHOWN},}}", lambda long: shown(long[0]), message)
        if "://" in message:
            from posecam.capture.spec import mask_password

            message = re.sub(r"\w+://\S+", lambda word: mask_password(word[0]), message)
        raise ArgumentsError(message if message.endswith(".") else f"{message}.")


def shown(text: str) -> str:
    """A value as it can stand in a sentence: short, and without what cannot be printed."""
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def person(text: str) -> int | Literal["main"]:
    """A person's number, or "main"."""
    return "main" if text == "main" else whole(0)(text)


def span(given: str) -> tuple[float, float]:
    """ "START:END" in seconds; what is left out is the beginning or the end."""
    parts = given.split(":")
    try:
        start, end = (float(part) if part.strip() else other for part, other in
                      zip(parts, (0.0, math.inf), strict=True))  # fmt: skip
    except ValueError:
        raise _wrong(given, "it must be START:END in seconds, such as 2.5:10") from None
    if math.isnan(start) or math.isnan(end) or start < 0:
        raise _wrong(given, "it must be START:END in seconds, such as 2.5:10")
    if end <= start:
        raise _wrong(given, "it ends before it begins")
    return start, end


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A whole number between two, both included."""

    def convert(given: str) -> int:
        text = given.strip()
        if not re.fullmatch(r"[+-]?[0-9]+", text):
            raise _wrong(given, f"it must be a whole number {_range(low, high)}")
        if len(text) > _DIGITS or int(text) < low or (high is not None and int(text) > high):
            raise _wrong(given, f"it must be {_range(low, high)}")
        return int(text)

    return convert


def number(low: float, high: float) -> Callable[[str], float]:
    """A finite number between two, both included."""

    def convert(given: str) -> float:
        try:
            value = float(given)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise _wrong(given, f"it must be a number {_range(low, high)}")
        if not low <= value <= high:
            raise _wrong(given, f"it must be {_range(low, high)}")
        return value

    return convert


def text(given: str) -> str:
    """Anything that can be a name: not empty, not endless, without a NUL in it."""
    if not given.strip():
        raise argparse.ArgumentTypeError("is empty")
    if "\0" in given:
        raise argparse.ArgumentTypeError("holds a NUL")
    if len(given) > _LONGEST_TEXT:
        raise argparse.ArgumentTypeError(f"is too long: {_LONGEST_TEXT} characters at most")
    return given


def backend(given: str) -> str:
    """The name of something that runs networks, or "auto"."""
    from engines.backends import BACKENDS

    return _one_of(given, (*BACKENDS, "auto"))


def precision(given: str) -> str:
    """The name of an arithmetic that networks run in, or "auto"."""
    from engines.engine import Precision

    return _one_of(given, (*get_args(Precision), "auto"))


def quality(given: str) -> str:
    """The quality of a network that ships, or "automatic"; whether it ships here shows later."""
    from posecam.resources import AUTOMATIC, QUALITIES

    return _one_of(given, (AUTOMATIC, *QUALITIES))


def source(given: str) -> str:
    """What can be the name of a camera, a file or an address; whether it is there shows later."""
    text(given)
    if "://" not in given and not given.strip().isdecimal():
        _status(Path(given), given)
        if given.startswith("~"):
            _expanded(given)
    return given


def readable_file(given: str) -> Path:
    """A file that is there."""
    path = _path(given)
    if not _status(path, given):
        raise _wrong(given, "there is no such file")
    if not path.is_file():
        raise _wrong(given, "it is a folder" if path.is_dir() else "it is no file")
    if not os.access(path, os.R_OK):
        raise _wrong(given, "it may not be read")
    return path


def existing_folder(given: str) -> Path:
    """A folder that is there."""
    path = _path(given)
    if not _status(path, given):
        raise _wrong(given, "there is no such folder")
    if not path.is_dir():
        raise _wrong(given, "it is no folder")
    return path


def new_file(given: str) -> Path:
    """A place where a file can be written; folders on the way there may still be missing."""
    path = _path(given)
    if _status(path, given) and path.is_dir():
        raise _wrong(given, "it is a folder")
    _writable(path.parent, given)
    return path


def new_folder(given: str) -> Path:
    """A place where a folder can be made, or one that is there."""
    path = _path(given)
    if _status(path, given) and not path.is_dir():
        raise _wrong(given, "it is no folder")
    _writable(path, given)
    return path


def _one_of(given: str, names: tuple[str, ...]) -> str:
    if text(given) not in names:
        raise _wrong(given, f"choose from {', '.join(names)}")
    return given


def _path(given: str) -> Path:
    return _expanded(text(given))


def _expanded(given: str) -> Path:
    path = Path(given)
    # A shell has expanded it already, unless it stands behind a "=".
    if not given.startswith("~") or _status(path, given):
        return path
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise _wrong(given, f"there is no user {shown(path.parts[0][1:])}") from error


def _status(path: Path, given: str) -> bool:
    """Whether something is there.

    Raises:
        ArgumentTypeError: nothing can be there.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise _wrong(given, _reason(error)) from error
    return True


def _writable(folder: Path, given: str) -> None:
    """Refuse where the first folder that is there, from this one upwards, takes no new file."""
    folder = folder.absolute()
    for place in (folder, *folder.parents):
        if not _status(place, given):
            continue
        if not place.is_dir():
            raise _wrong(given, f"{place} is no folder")
        if not os.access(place, os.W_OK | os.X_OK):
            raise _wrong(given, f"nothing may be written into {place}")
        return


def _range(low: float, high: float | None) -> str:
    return f"of at least {low:g}" if high is None else f"between {low:g} and {high:g}"


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _wrong(given: str, why: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"is {shown(given)}: {why}")
