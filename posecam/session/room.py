"""How much room a disk has left for a recording."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import Final

#: A person is warned below so much, and below so many seconds of what is being recorded.
WARN_BYTES: Final = 1 << 30
WARN_S: Final = 600.0
#: Recording stops before the disk is full: the files are closed, and other programs go on.
STOP_BYTES: Final = 32 << 20
#: Until so many seconds are recorded the rate is not known well.
_RATE_S: Final = 5.0


def check(folder: Path) -> int | None:
    """Bytes that can still be written; None where that cannot be told.

    Raises:
        OSError: there are so few that nothing more is to be recorded.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    if free < STOP_BYTES:
        kept = f"{free / 1e6:.0f} MB are free, {STOP_BYTES / 1e6:.0f} MB are kept"
        raise OSError(errno.ENOSPC, f"the disk is full ({kept})")
    return free


def warning(free: int, size: int, seconds: float) -> str:
    """A sentence where the room gets short, else "".

    Args:
        free: bytes that are left.
        size, seconds: of the recording so far.
    """
    left_s = None
    if seconds >= _RATE_S and size > 0:
        left_s = max(free - STOP_BYTES, 0) * seconds / size
    if free >= WARN_BYTES and (left_s is None or left_s >= WARN_S):
        return ""
    mb = f"{free / 1e6:,.0f}"
    if left_s is None:
        return f"The disk is getting full: {mb} MB are free."
    if left_s < 120:
        about = f"{left_s:.0f}"
        return f"The disk is getting full: {mb} MB are free, enough for about {about} seconds."
    about = f"{left_s / 60:.0f}"
    return f"The disk is getting full: {mb} MB are free, enough for about {about} minutes."
