"""What went wrong, kept in a file that a person can attach to a report."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from posecam.files import private_folder

_LARGEST_BYTES = 512 * 1024


def log_file() -> Path:
    """Where the log is."""
    from platformdirs import user_log_path

    return user_log_path("posecam", appauthor=False) / "posecam.log"


def keep_log() -> None:
    """Send warnings and errors to the log file instead of the terminal.

    What a person should know is said to them in words of its own, in the window or by the command.
    Where no file can be written nothing is kept. A program that has set up logging is left alone.
    """
    root = logging.getLogger()
    if root.handlers:
        return
    handler: logging.Handler
    try:
        path = log_file()
        private_folder(path.parent)
        handler = RotatingFileHandler(path, maxBytes=_LARGEST_BYTES, backupCount=1, delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
