"""Reading TOML that a person, another program or an accident may have written."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final

#: More than any file of ours, bytes.
_LARGEST_BYTES: Final = 1 << 20


def read_table(path: Path) -> dict[str, Any]:
    """What a TOML file of a reasonable size says.

    Raises:
        FileNotFoundError: it is not there.
        OSError, ValueError, RecursionError: it cannot be read; see `why`.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no file")
    with path.open("rb") as file:
        content = file.read(_LARGEST_BYTES + 1)
    if len(content) > _LARGEST_BYTES:
        raise OSError(errno.EFBIG, "it is far too large")
    table = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    _check_numbers(table)
    return table


def _check_numbers(value: Any) -> None:
    """Raise ValueError at a number that TOML does not have."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("a number has more than 64 bits")
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            _check_numbers(entry)


def keep_aside(path: Path, move: Callable[[Path], object]) -> Path:
    """Move or copy the file to a name with `.bak` that is free; where it is now."""
    names = (path.with_name(f"{path.name}.bak{k if k > 1 else ''}") for k in count(1))
    kept = next(name for name in names if not os.path.lexists(name))
    try:
        move(kept)
    except OSError:
        return path
    return kept


def why(error: Exception) -> str:
    """What is wrong with a file, for the middle of a sentence."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, OSError):
        return (error.strerror or "no reason given").lower()
    return str(error)[:200]


def encodes(value: Any) -> bool:
    """False for a text that no file takes, such as the name of one that is no Unicode."""
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True
