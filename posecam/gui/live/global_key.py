"""One key that works while another program is in front, where the desktop allows it."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from PyQt6.QtCore import QObject, pyqtSignal

from posecam.gui.live.x11_key import X11Grab
from posecam.gui.shared.translation import mark

LOG = logging.getLogger(__name__)

#: The key, for a person to read.
KEY: Final = "Ctrl+Alt+R"
_LETTER: Final = ord("R")
_STOP_S: Final = 1.0
#: Of Windows' own headers.
_MOD_ALT, _MOD_CONTROL, _MOD_NOREPEAT = 0x1, 0x2, 0x4000
_WM_HOTKEY, _WM_QUIT, _HOTKEY_ID = 0x0312, 0x0012, 1

WAYLAND: Final = mark(
    "This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or "
    "a telephone start a take instead."
)
MAC: Final = mark(
    "macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone "
    "start a take instead."
)
TAKEN: Final = mark("Ctrl+Alt+R is taken by another program.")
NO_DESKTOP: Final = mark("This desktop tells programs of no key while others are in front.")


class Grab(Protocol):
    """Has a key for itself while it runs."""

    def run(self, pressed: Callable[[], None]) -> None:
        """Wait for the key again and again, until it is stopped."""

    def stop(self) -> None:
        """End `run`, from another thread."""


def obstacle(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> str:
    """Why there is no such key on this desktop, as a marked text; "" where there may be one."""
    if platform == "darwin":
        return MAC
    if platform == "win32":
        return ""
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        return WAYLAND
    return "" if environ.get("DISPLAY") else NO_DESKTOP


class GlobalKey(QObject):
    """Tells of the key while it is on."""

    pressed = pyqtSignal()  # from a thread of its own

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grab: Grab | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """Listen for the key; returns why that is not possible, as a marked text, or ""."""
        if self._thread is not None:
            return ""
        if why := obstacle():
            return why
        try:
            self._grab = _WindowsGrab() if sys.platform == "win32" else X11Grab(_LETTER)
        except OSError as error:
            LOG.info("no global key: %s", error)
            return TAKEN if isinstance(error, PermissionError) else NO_DESKTOP
        self._thread = threading.Thread(
            target=self._grab.run, args=(self.pressed.emit,), name="posecam-key", daemon=True
        )
        self._thread.start()
        return ""

    def stop(self) -> None:
        """Give the key back. May be repeated."""
        thread, self._thread = self._thread, None
        if thread is not None and self._grab is not None:
            self._grab.stop()
            thread.join(_STOP_S)
        self._grab = None


class _WindowsGrab:
    """By RegisterHotKey, whose messages come to the thread that has asked.

    Raises:
        PermissionError: another program has the key.
    """

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._thread_id = 0
        user = _windows().user32
        modifiers = _MOD_ALT | _MOD_CONTROL | _MOD_NOREPEAT
        if not user.RegisterHotKey(None, _HOTKEY_ID, modifiers, _LETTER):
            raise PermissionError(KEY)
        user.UnregisterHotKey(None, _HOTKEY_ID)  # `run` asks for it in its own thread

    def run(self, pressed: Callable[[], None]) -> None:
        windows = _windows()
        user = windows.user32
        self._thread_id = windows.kernel32.GetCurrentThreadId()
        modifiers = _MOD_ALT | _MOD_CONTROL | _MOD_NOREPEAT
        there = user.RegisterHotKey(None, _HOTKEY_ID, modifiers, _LETTER)
        # A message has its number after a handle, which is as wide as an address.
        message = (ctypes.c_size_t * 8)()
        self._ready.set()
        while there and user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message[1] & 0xFFFFFFFF == _WM_HOTKEY:
                pressed()
        user.UnregisterHotKey(None, _HOTKEY_ID)

    def stop(self) -> None:
        self._ready.wait(_STOP_S)
        _windows().user32.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)


def _windows() -> Any:
    """Windows' own functions."""
    return getattr(ctypes, "windll")  # noqa: B009 - only there is it known
