"""What the options of the commands may be: a type for each kind.

They end the sentence that the option's name begins: "--count" and "is 0: it must be ...".
"""

from __future__ import annotations

import argparse
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

#: Characters of a value that are worth showing.
_SHOWN: Final = 200


def sentence(message: str) -> str:
    """What argparse complains of, as a sentence that begins with the option."""
    message = re.sub(r"^argument (.+?): (is )?", r"\1 \2", message)
    return message if message.endswith(".") else f"{message}."


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number between two, both included."""

    def convert(given: str) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", given) or not low <= int(given) <= high:
            raise _wrong(given, f"it must be a whole number between {low} and {high}")
        return int(given)

    return convert


def number(low: float, high: float) -> Callable[[str], float]:
    """A number above one and not above the other."""

    def convert(given: str) -> float:
        try:
            value = float(given)
        except ValueError:
            value = math.nan
        if not low < value <= high:
            raise _wrong(given, f"it must be a number above {low:g}, at most {high:g}")
        return value

    return convert


def one_of(*names: str) -> Callable[[str], str]:
    """One of these words."""

    def convert(given: str) -> str:
        if given not in names:
            raise _wrong(given, f"it must be one of {', '.join(names)}")
        return given

    return convert


def word(given: str) -> str:
    """The name of a kind of card; which there are, the compiler knows."""
    if not re.fullmatch(r"\w{1,40}", given):
        raise _wrong(given, "it must be the name of a kind of card")
    return given


def path(given: str) -> Path:
    """What can be the name of a file, there or not."""
    if not given.strip():
        raise argparse.ArgumentTypeError("is empty")
    try:
        Path(given).stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError) as error:
        raise _wrong(given, (getattr(error, "strerror", None) or str(error)).lower()) from error
    return Path(given)


def existing(given: str) -> Path:
    """A file or folder that is there."""
    place = path(given)
    if not place.exists():
        raise _wrong(given, "there is no such file or folder")
    return place


def new_file(given: str) -> Path:
    """A place where a file can be written: looked at before what takes long."""
    target = path(given).absolute()
    if target.is_dir():
        raise _wrong(given, "it is a folder")
    place = next(folder for folder in target.parents if folder.exists())
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        raise _wrong(given, f"nothing may be written into {place}")
    return Path(given)


def _wrong(given: str, why: str) -> argparse.ArgumentTypeError:
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in given[:_SHOWN])
    return argparse.ArgumentTypeError(f"is {shown}{'…' * (len(given) > _SHOWN)}: {why}")
