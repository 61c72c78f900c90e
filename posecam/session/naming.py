"""Names of sessions, which are those of their folders."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from posecam.errors import SessionError

#: What no file system of the three takes in a name.
_FORBIDDEN: Final = frozenset('/\\:*?"<>|')
LONGEST_NAME: Final = 120
#: Kept free for the number of a take.
_NUMBER: Final = 8


def usable_name(name: str) -> str:
    """A name that a session can have, without blanks at its ends.

    Raises:
        SessionError: it cannot be one.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or name.startswith(".") or name.endswith("."):
        raise SessionError(
            f"A session's name has 1 to {LONGEST_NAME} characters and no point at its ends."
        )
    if wrong := sorted({c for c in name if c in _FORBIDDEN or not c.isprintable()}):
        raise SessionError(f"A session's name cannot contain {' '.join(map(repr, wrong))}.")
    return name


def new_folder(parent: Path, now: datetime, name: str = "") -> Path:
    """A folder for the next take that nothing has yet in `parent`.

    Args:
        parent: folder of the sessions.
        now: names the folder where there is no name.
        name: of the takes, which are numbered: "squat" gives "squat 01", then one more than the
            highest number there is.

    Raises:
        SessionError: the name cannot be one.
    """
    if name.strip():
        name = usable_name(name)
        if len(name) > LONGEST_NAME - _NUMBER:
            raise SessionError(
                f"The name of takes has at most {LONGEST_NAME - _NUMBER} characters."
            )
        return parent / f"{name} {_highest(parent, name) + 1:02d}"
    stamp = now.strftime("%Y-%m-%d_%H-%M-%S")
    folder, count = parent / stamp, 2
    while folder.exists():
        folder, count = parent / f"{stamp}_{count}", count + 1
    return folder


def _highest(parent: Path, name: str) -> int:
    """The highest number of a take of that name, 0 where there is none; capitals do not matter."""
    numbered = re.compile(rf"{re.escape(name)} (\d{{1,6}})", re.IGNORECASE)
    try:
        names = [entry.name for entry in parent.iterdir()]
    except OSError:
        return 0
    return max((int(m[1]) for n in names if (m := numbered.fullmatch(n))), default=0)
