"""What Qt finds of screens and OpenGL, asked in another process: where it cannot, Qt aborts."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import multiprocessing
import os
import re
import sys
import tempfile
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from posecam.gui.shared import qt_environment

#: Seconds that Qt and a driver may take to answer.
_PATIENCE_S: Final = 30.0
_MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Display:
    """What there is to show a window on.

    Attributes:
        session: "wayland", "x11", or the system's only one, "" where there is none.
        platform: Qt's name of what it uses, "" where it could not start.
        screens: size in pixels, scale and rate of each.
        opengl: whether a context that the 3D view can use was made.
        renderer: the driver's name for itself.
        software: whether the processor draws.
        problem: one sentence on why no window can open, else "".
        said: what Qt wrote meanwhile, where it could not start.
    """

    session: str
    platform: str = ""
    screens: tuple[str, ...] = ()
    opengl: bool = False
    renderer: str = ""
    software: bool = False
    problem: str = ""
    said: tuple[str, ...] = ()


def look() -> Display:
    """Ask Qt, beside this process; never raises for what a display does."""
    session = _session()
    if sentence := qt_environment.missing_screen():
        return Display(session, problem=sentence)
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "stderr"
        child = context.Process(target=_ask, args=(sender, str(words)), name="posecam-display")
        child.start()
        sender.close()
        found: dict[str, Any] | None = None
        answered = receiver.poll(_PATIENCE_S)  # also at the end of the process
        if answered:
            with contextlib.suppress(EOFError):
                found = receiver.recv()
        receiver.close()
        child.join(_PATIENCE_S if answered else 0)
        if child.is_alive():
            child.kill()
            child.join()
        child.close()
        if found is not None:
            return Display(session, **found)
        why = (
            "could not start, so no window can open"
            if answered
            else f"did not answer within {_PATIENCE_S:.0f} s"
        )
        said = _read(words)
        hint = _hint(said)
        return Display(session, problem=f"Qt {why}{hint}.", said=said)


def _session() -> str:
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland and x11" if os.environ.get("DISPLAY") else "wayland"
    return "x11" if os.environ.get("DISPLAY") else ""


def _ask(sender: Connection, words: str) -> None:
    """The other process."""
    file = os.open(words, os.O_CREAT | os.O_WRONLY, 0o600)
    os.dup2(file, 2)
    qt_environment.prepare()
    from PyQt6.QtGui import QGuiApplication

    from posecam.gui.shared.gl_support import probe

    app = QGuiApplication(["posecam"])
    support = probe()
    screens = tuple(
        f"{round(screen.size().width() * screen.devicePixelRatio())} x "
        f"{round(screen.size().height() * screen.devicePixelRatio())}, "
        f"scale {screen.devicePixelRatio():g}, {screen.refreshRate():.0f} Hz"
        for screen in app.screens()
    )
    found = {
        "platform": app.platformName(),
        "screens": screens,
        "opengl": support.available,
        "renderer": support.renderer,
        "software": support.software,
    }
    sender.send(found)
    sender.close()


def _read(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return tuple(line.strip() for line in lines if line.strip())[-_MOST_LINES:]


def _hint(said: tuple[str, ...]) -> str:
    """What is missing, by the loader's own words: Qt's name a library that may well be there."""
    found = re.search(r"(lib[\w.+-]+?\.so[\w.]*): cannot open", " ".join((*said, _refused())))
    return f": {found[1]} is missing" if found else ""


def _refused() -> str:
    """Why Qt's plugin for X11 cannot be loaded, "" where it can, or where there is none."""
    spec = importlib.util.find_spec("PyQt6")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        plugin = Path(folder) / "Qt6" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                return str(error)
    return ""


def table(display: Display) -> dict[str, Any]:
    """For a program."""
    return asdict(display)
