"""A key of an X11 desktop that comes to this program whichever is in front. By XCB, beside Qt's."""

from __future__ import annotations

import ctypes
import os
import select
from collections.abc import Callable
from typing import Final

_CONTROL, _ALT = 1 << 2, 1 << 3
#: Caps Lock and Num Lock, which must not matter.
_LOCKS: Final = (0, 1 << 1, 1 << 4, (1 << 1) | (1 << 4))
_ASYNC: Final = 1
_KEY_PRESS: Final = 2


class _Screens(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),  # begins with the root window
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class X11Grab:
    """Has Ctrl, Alt and a letter for itself until it is stopped.

    Args:
        letter: its code, of a capital.

    Raises:
        PermissionError: another program has the key.
        OSError: there is no X server, or none of its libraries.
    """

    def __init__(self, letter: int) -> None:
        self._xcb = ctypes.CDLL("libxcb.so.1")
        keys = ctypes.CDLL("libxcb-keysyms.so.1")
        self._libc = ctypes.CDLL(None)
        pointer = ctypes.c_void_p
        for library, name, result, arguments in (
            (self._xcb, "xcb_connect", pointer, (ctypes.c_char_p, pointer)),
            (self._xcb, "xcb_connection_has_error", ctypes.c_int, (pointer,)),
            (self._xcb, "xcb_get_setup", pointer, (pointer,)),
            (self._xcb, "xcb_setup_roots_iterator", _Screens, (pointer,)),
            (self._xcb, "xcb_request_check", pointer, (pointer, _Cookie)),
            (self._xcb, "xcb_poll_for_event", pointer, (pointer,)),
            (self._xcb, "xcb_get_file_descriptor", ctypes.c_int, (pointer,)),
            (self._xcb, "xcb_disconnect", None, (pointer,)),
            (keys, "xcb_key_symbols_alloc", pointer, (pointer,)),
            (keys, "xcb_key_symbols_free", None, (pointer,)),
            (
                keys,
                "xcb_key_symbols_get_keycode",
                ctypes.POINTER(ctypes.c_uint8),
                (pointer, ctypes.c_uint32),
            ),
            (self._libc, "free", None, (pointer,)),
        ):
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
        grab = self._xcb.xcb_grab_key_checked
        grab.restype = _Cookie
        byte, word = ctypes.c_uint8, ctypes.c_uint16
        grab.argtypes = (pointer, byte, ctypes.c_uint32, word, byte, byte, byte)
        self._connection = self._xcb.xcb_connect(None, None)
        self._end, self._ended = os.pipe()
        try:
            self._grab_all(keys, letter)
        except OSError:
            self._close()
            raise

    def _grab_all(self, keys: ctypes.CDLL, letter: int) -> None:
        if self._xcb.xcb_connection_has_error(self._connection):
            raise OSError("there is no X server")
        setup = self._xcb.xcb_get_setup(self._connection)
        root = self._xcb.xcb_setup_roots_iterator(setup).data[0]
        symbols = keys.xcb_key_symbols_alloc(self._connection)
        codes = keys.xcb_key_symbols_get_keycode(symbols, ord(chr(letter).lower()))
        keys.xcb_key_symbols_free(symbols)
        if not codes:
            raise OSError("the keyboard has no such key")
        code = codes[0]
        self._libc.free(codes)
        for locks in _LOCKS:
            cookie = self._xcb.xcb_grab_key_checked(
                self._connection, 1, root, _CONTROL | _ALT | locks, code, _ASYNC, _ASYNC
            )
            error = self._xcb.xcb_request_check(self._connection, cookie)
            if error:
                self._libc.free(error)
                raise PermissionError("the key is taken")

    def run(self, pressed: Callable[[], None]) -> None:
        """Wait for the key again and again."""
        descriptor = self._xcb.xcb_get_file_descriptor(self._connection)
        try:
            while True:
                while event := self._xcb.xcb_poll_for_event(self._connection):
                    kind = ctypes.cast(event, ctypes.POINTER(ctypes.c_uint8))[0] & 0x7F
                    self._libc.free(event)
                    if kind == _KEY_PRESS:
                        pressed()
                if self._xcb.xcb_connection_has_error(self._connection):
                    return
                ready, _, _ = select.select([descriptor, self._end], [], [])
                if self._end in ready:
                    return
        finally:
            self._close()

    def stop(self) -> None:
        """End `run`."""
        os.write(self._ended, b".")

    def _close(self) -> None:
        self._xcb.xcb_disconnect(self._connection)
        for descriptor in (self._end, self._ended):
            os.close(descriptor)
