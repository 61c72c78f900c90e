"""What this process has open, by the system's own list: files and connections. Linux only."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import psutil

_LIST: Final = Path("/proc/self/fd")
#: What libraries open once and keep for themselves.
KEPT: Final = re.compile(
    r"""
      ^(anon_inode|pipe):             # event loops of Qt and glib; multiprocessing's tracker
    | ^/dev/                          # null, random, shm, the graphics card's dri
    | ^/memfd: | ^/proc/ | ^/sys/     # shared memory of Mesa and Qt, counters of processors
    | ^/usr/ | /site-packages/        # icons, fonts, libraries
    | mesa_shader_cache               # compiled shaders
    | /fontconfig/
    | \.so(\.[0-9]+)*$ | \.(onnx|bin|xml|blob)$      # networks that engines map into memory
    | ^/tmp/\#[0-9]+                  # pytest's captured output
    """,
    re.VERBOSE,
)
_SOCKET: Final = "socket:"
#: Up to here input and output of the process, which pytest turns elsewhere and back.
_TERMINAL: Final = 2


def descriptors() -> dict[int, str]:
    """Number -> what it is of, as "/a/path" or "socket:[12]"; nothing elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return {}
    found = {}
    for entry in _LIST.iterdir():
        try:
            found[int(entry.name)] = str(entry.readlink())
        except OSError:
            continue  # of the listing itself
    return found


def new_since(before: dict[int, str]) -> list[str]:
    """What is open now, was not then, and is not kept by a library.

    Of sockets those of the internet's kind: the others are Qt's, to the screen and the desktop.
    """
    now = descriptors()
    new = {n: what for n, what in now.items() if n > _TERMINAL and before.get(n) != what}
    left = [what for what in new.values() if not what.startswith(_SOCKET) and not KEPT.search(what)]
    if any(what.startswith(_SOCKET) for what in new.values()):
        connections = psutil.Process().net_connections("inet")
        left += [f"a socket at {one.laddr}" for one in connections if one.fd in new]
    return left
