"""What holds for every test: its own home folder, no thread and no file left behind."""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import engines  # noqa: F401 - before a test imports onnxruntime itself, which would call Microsoft
from posecam.settings import SESSIONS_VARIABLE
from tests.descriptors import descriptors, new_since
from tests.fakes.qt import prepare_qt

# PyTorch for NVIDIA cards brings Triton, whose LLVM crashes when it is loaded after the one of
# Mesa's software OpenGL. PyTorch for processors has no Triton.
with contextlib.suppress(ImportError):
    importlib.import_module("triton")

# Before a test makes an application, or imports OpenGL.
if importlib.util.find_spec("PyQt6") is not None:
    prepare_qt()

#: Threads of these names are ours; they may not outlive a test even where they are daemons.
OUR_THREADS = ("posecam", "engines", "capture", "estimat", "recorder", "writer")
#: Seconds a thread that has been told to stop may take to end.
GRACE_S = 2.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write the images of the window's drawings anew, to be looked at and committed",
    )


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where recordings of the test go."""
    folder = tmp_path / "sessions"
    monkeypatch.setenv(SESSIONS_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches and recordings go to a folder of the test's own, never to the user's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for kind, folder in (("CONFIG", ".config"), ("CACHE", ".cache"), ("DATA", ".local/share")):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / folder))
    monkeypatch.delenv("XDG_VIDEOS_DIR", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_thread_left(own_home: Path) -> Iterator[None]:
    """Fail a test that leaves a thread running.

    Threads that libraries keep for themselves are daemons with names of their own and may stay.
    """
    before = set(threading.enumerate())
    yield
    give_up = time.monotonic() + GRACE_S
    while left := [t for t in threading.enumerate() if t not in before and _matters(t)]:
        if time.monotonic() > give_up:
            names = ", ".join(thread.name for thread in left)
            pytest.fail(f"The test left threads running: {names}")
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def no_file_left(no_thread_left: None) -> Iterator[None]:
    """Fail a test that leaves a file, a socket or a pipe open."""
    before = descriptors()
    yield
    if not new_since(before):
        return
    gc.collect()
    give_up = time.monotonic() + GRACE_S
    while left := new_since(before):
        if time.monotonic() > give_up:
            pytest.fail(f"The test left open: {', '.join(sorted(left))}")
        time.sleep(0.05)


def _matters(thread: threading.Thread) -> bool:
    return not thread.daemon or thread.name.lower().startswith(OUR_THREADS)
