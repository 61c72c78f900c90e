"""A session in the formats that other programs read; one module a format."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from posecam.errors import SessionError
from posecam.export import csv_file, json_file, npz_file
from posecam.session import Session

__all__ = ["FORMATS", "export_session"]

#: Every format by its name, which is also the ending of its files.
FORMATS: Final[dict[str, Callable[[Session, Path], None]]] = {
    "csv": csv_file.write,
    "json": json_file.write,
    "npz": npz_file.write,
}


def export_session(
    session: Session, formats: Sequence[str], out: Path, force: bool = False
) -> list[Path]:
    """Write `<name of the session>.<format>` into the folder `out` for each of the formats.

    A file appears under its name only once it is complete.

    Args:
        session: what to write.
        formats: names from `FORMATS`; a second mention is ignored.
        out: is created if it is not there.
        force: replace files that are there already.

    Returns:
        The files, in the order of the formats.

    Raises:
        SessionError: an unknown format, a session without frames, a file that is there already,
            or no room; of the format that failed nothing is left.
    """
    formats = list(dict.fromkeys(formats))
    if not formats:
        raise SessionError(f"No format was named: choose from {', '.join(FORMATS)}.")
    for name in formats:
        if name not in FORMATS:
            raise SessionError(f'There is no format "{name}": choose from {", ".join(FORMATS)}.')
    if not len(session):
        raise SessionError(
            f"The session {session.folder} has no frames: there is nothing to export."
        )
    paths = [out / f"{session.name}.{name}" for name in formats]
    taken = [path for path in paths if path.exists()]
    if taken and not force:
        raise SessionError(f"{taken[0]} is there already and was not replaced.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(out, error) from error
    for name, path in zip(formats, paths, strict=True):
        _write_whole(session, FORMATS[name], path)
    return paths


def _write_whole(session: Session, write: Callable[[Session, Path], None], path: Path) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        write(session, part)
        part.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _cannot_write(path: Path, error: OSError) -> SessionError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        why = "the disk is full"
    else:
        why = (error.strerror or "no reason given").lower()
    return SessionError(f"{path} cannot be written: {why}.")
