"""Telling a session that is being recorded from one that a crash has left unfinished."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from posecam.errors import SessionError
from posecam.files import alone_in, lock, open_regular, sweep
from posecam.session.manifest import FRAMES


def lock_session(frames: FileIO) -> None:
    """Mark a session as being written, by its open frames.jsonl, until that is closed.

    The system lets go of it when the program ends, however that happens. On file systems that
    know no locks nothing is marked.
    """
    with contextlib.suppress(OSError):
        lock(frames.fileno())


def is_locked(folder: Path) -> bool:
    """Whether a process is writing this session now."""
    try:
        with open_regular(folder / FRAMES) as file:
            lock(file.fileno())
    except (BlockingIOError, PermissionError):
        return True
    except OSError:
        return False
    return False


@contextlib.contextmanager
def job(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Do something to a recorded session that no one else does something to meanwhile.

    What killed jobs have left half written in it is removed.

    Args:
        folder: of the session.
        patience: seconds to wait for what another program does.

    Raises:
        SessionError: it is not there, is being recorded, or another program is at work on it.
    """
    if not folder.is_dir():
        raise SessionError(f"There is no session folder {folder}.")
    if is_locked(folder):
        raise SessionError(f"The session {folder.name} is being recorded: stop that first.")
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(alone_in(folder, patience))
        except BlockingIOError as error:
            raise SessionError(
                f"The session {folder.name} is being worked on already: wait until that is done."
            ) from error
        except OSError as error:
            why = (error.strerror or "no reason given").lower()
            raise SessionError(f"The session {folder} cannot be read: {why}.") from error
        sweep(folder)
        yield
