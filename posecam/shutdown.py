"""What must be finished before the process ends: at its own end, at a signal, at a lost display.

A library may end the process beside Python: Qt leaves by C's `exit` when the X server has gone.
That too is noticed here. A kill is not, nor a power cut: against those files are synced.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

log = logging.getLogger(__name__)

#: Ask a process to end: a shutdown or `kill`, and a terminal that was closed.
ENDING: Final = tuple(
    number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)


class Ended(KeyboardInterrupt):
    """A signal wants the process to end; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let the signals that end a process raise `Ended`, so that what is open is finished.

    A signal that is ignored, as under `nohup`, stays so. For the main thread.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        for other in before:
            signal.signal(other, signal.SIG_IGN)  # what is being finished is not broken off
        raise Ended(number)

    before = {n: h for n in ENDING if (h := signal.getsignal(n)) is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_lock = threading.Lock()
_open: dict[int, Callable[[], object]] = {}
_numbers = iter(range(sys.maxsize))
_hooks: list[Any] = []  # what C holds addresses of


def finish_at_exit(finish: Callable[[], object]) -> Callable[[], None]:
    """Have something finished before the process ends.

    Args:
        finish: called from any thread; may take a while, and must not fail.

    Returns:
        What is to be called once it is finished anyway.
    """
    with _lock:
        if not _hooks:
            _hook()
        number = next(_numbers)
        _open[number] = finish

    def forget() -> None:
        with _lock:
            _open.pop(number, None)

    return forget


def finish_all() -> None:
    """Finish now what would be at the end. May be repeated."""
    with _lock:
        waiting = list(_open.values())
    for finish in waiting:
        try:
            finish()
        except Exception:
            log.exception("Something could not be finished at the end.")


def _hook() -> None:
    """Notice the end of Python, and an end that passes it by."""
    _hooks.append(os.getpid())
    if sys.platform == "win32":
        atexit.register(finish_all)
        return
    # atexit of C, with a handle by which it is taken back: a call after Python's end would crash.
    handle = ctypes.c_char()
    address = ctypes.cast(ctypes.byref(handle), ctypes.c_void_p)
    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(_process_exits)
    libc = ctypes.CDLL(None)
    libc.__cxa_atexit(callback, None, address)
    _hooks.extend((handle, callback))

    def python_ends() -> None:
        finish_all()
        _hooks[0] = None
        libc.__cxa_finalize(address)

    atexit.register(python_ends)


def _process_exits(_argument: object) -> None:
    if _hooks[0] != os.getpid():  # Python's own end, or a child of ours
        return
    finish_all()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    # The libraries' own ends would tear them down under the threads that still run.
    os._exit(1)
