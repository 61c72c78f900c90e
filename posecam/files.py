"""Files that are there whole or not at all, for their owner alone, and never behind a link.

Names of what is being written are random and made anew by the system (O_EXCL), so that nothing
that lies in a folder received from elsewhere can lead a write out of it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Final

#: What no one but the owner may read, write or enter.
PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
#: A name that `atomic_write` and `atomic_folder` give while they write.
_PART: Final = re.compile(r"\.part\.[a-z0-9_]{8}\.")
_LONGEST_ENDING: Final = 48
#: Without a lock to tell by, what is unfinished and untouched for so long is abandoned, seconds.
_ABANDONED_S: Final = 86_400.0
_POLL_S: Final = 0.02
_SCANNED_S: Final = 1.0
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import msvcrt

    #: Far behind the end of any file: no one else can read a byte that is locked.
    _BYTE: Final = 1 << 40

    def lock(descriptor: int) -> None:
        """Take an open file for this process until it is closed, however the process ends.

        Raises:
            PermissionError: another person has it.
            OSError: this file system knows no locks.
        """
        here = os.lseek(descriptor, 0, os.SEEK_CUR)
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(descriptor, here, os.SEEK_SET)

    def _open_to_lock(folder: Path) -> int:
        """A file that stands for the folder: Windows locks no folders, and moves none in use."""
        name = hashlib.sha256(str(folder.resolve()).lower().encode()).hexdigest()[:32]
        place = Path(tempfile.gettempdir()) / f"posecam-{name}.lock"
        return os.open(place, os.O_RDWR | os.O_CREAT | _BINARY, PRIVATE_FILE)

    def sync_folder(folder: Path) -> None:
        """Windows keeps its folders in order by itself."""
else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Take an open file or folder for this process until it is closed, however that ends.

        Raises:
            BlockingIOError: another person has it.
            OSError: this file system knows no locks.
        """
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _open_to_lock(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def sync_folder(folder: Path) -> None:
        """Make permanent which names a folder holds."""
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def private_folder(path: Path) -> None:
    """Make a folder, and those above it, that only their owner enters; what is there stays.

    Raises:
        OSError: it cannot be made.
    """
    if path.is_dir():
        return
    if path.parent != path:
        private_folder(path.parent)
    try:
        path.mkdir(PRIVATE_FOLDER)
    except FileExistsError:
        if not path.is_dir():
            raise
    sync_folder(path.parent)


def new_file(path: Path) -> FileIO:
    """A new private file, open to write without a buffer.

    Raises:
        FileExistsError: something is there, be it a link.
        OSError: it cannot be made.
    """
    return FileIO(path, "xb", opener=_private)


def append_file(path: Path) -> FileIO:
    """A private file, open to be written on, made where it is not there.

    Raises:
        OSError: it is a link, or cannot be written.
    """
    return FileIO(path, "ab", opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINK | _BINARY, PRIVATE_FILE)


def open_regular(path: Path) -> BinaryIO:
    """A file to read, if it is one: no link, folder, pipe or device.

    Raises:
        FileNotFoundError: it is not there.
        OSError: it is no regular file, or cannot be read.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link", str(path))
    # Without waiting: a pipe that is opened waits for a writer.
    flags = os.O_RDONLY | _NO_LINK | _BINARY | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return os.fdopen(descriptor, "rb")


def read_regular(path: Path, limit: int) -> bytes:
    """All of a file of at most `limit` bytes.

    Raises:
        FileNotFoundError: it is not there.
        OSError: it is no regular file, cannot be read, or is larger.
    """
    with open_regular(path) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {limit / 1e6:g} MB", str(path))
    return content


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """A new private file beside `path` to write to, which takes its name at the end of the block.

    A reader meanwhile, and one after a crash, an error or a power cut, finds what
    was there before. Several may write to one path: each has a file of its own, the last one
    stays. The file's name has the ending of `path`, by which libraries tell a format; one that
    replaces another has its permissions.

    Raises:
        OSError: it cannot be made, or not be moved there.
    """
    with _part(path) as (part, held):
        yield part
        _sync(part)
        with contextlib.suppress(OSError):
            before = path.lstat()
            if stat.S_ISREG(before.st_mode):
                part.chmod(stat.S_IMODE(before.st_mode))
        if sys.platform == "win32":
            held.close()  # Windows moves no file that is open
        patiently(lambda: part.replace(path))
        sync_folder(path.parent)


@contextmanager
def _part(path: Path, *, folder: bool = False) -> Iterator[tuple[Path, ExitStack]]:
    """Something new beside `path` that `sweep` leaves alone; gone at the end unless moved.

    Yields:
        Its path, and what keeps it from being swept.
    """
    prefix, ending, place = ".part.", f".{path.name[-_LONGEST_ENDING:]}", path.parent
    with ExitStack() as held:
        while True:
            if folder:
                part = Path(tempfile.mkdtemp(ending, prefix, place))
                descriptor = _open_to_lock(part)
            else:
                descriptor, name = tempfile.mkstemp(ending, prefix, place)
                part = Path(name)
            held.callback(os.close, descriptor)
            if _taken(descriptor) and part.exists():
                break
            held.close()  # `sweep` has come between the two
        try:
            yield part, held
        finally:
            held.close()
            shutil.rmtree(part, ignore_errors=True)
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def patiently(move: Callable[[], object], platform: str = sys.platform) -> None:
    """Move something, on Windows again where that is refused: a virus scanner looks at new files.

    Args:
        move: does it.
        platform: as `sys.platform`.

    Raises:
        OSError: it cannot be moved, not within a second either.
    """
    give_up = time.monotonic() + (_SCANNED_S if platform == "win32" else 0.0)
    while True:
        try:
            move()
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(_POLL_S)
        else:
            return


def _taken(descriptor: int) -> bool:
    """Lock it; False where another person has."""
    try:
        lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # no locks here
    return True


@contextmanager
def atomic_folder(path: Path) -> Iterator[Path]:
    """A new private folder beside `path` to fill, which takes its name at the end of the block.

    After an error, nothing is left of it. Folders above are made where they are not there.

    Raises:
        FileExistsError: something has taken the name meanwhile.
        OSError: it cannot be made, or not be moved there.
    """
    private_folder(path.parent)
    with _part(path, folder=True) as (part, held):
        yield part
        for file in part.rglob("*"):
            if file.is_file():
                _sync(file)
        sync_folder(part)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "it is there already", str(path))
        if sys.platform == "win32":
            held.close()
        patiently(lambda: part.rename(path))
        sync_folder(path.parent)


def _sync(path: Path) -> None:
    """Make a file's content permanent.

    Raises:
        OSError: the disk is full, or does not answer.
    """
    descriptor = os.open(path, os.O_RDWR | _NO_LINK | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path, former: re.Pattern[str] | None = None) -> int:
    """Remove what killed jobs have left half written in a folder; returns how much.

    What is still being written stays.

    Args:
        folder: that files or folders were written into.
        former: names that versions before this one gave, swept once no one has touched them for
            a day.
    """
    swept = 0
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            ours = _PART.match(entry.name) is not None
            if (ours or (former and former.fullmatch(entry.name))) and _abandoned(entry, ours):
                with contextlib.suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry.path)
                    else:
                        Path(entry.path).unlink()
                    swept += 1
    return swept


def _abandoned(entry: os.DirEntry[str], locked_while_written: bool) -> bool:
    """Whether no one writes to it any more."""
    old = time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED_S
    if entry.is_symlink() or not locked_while_written:
        return old
    try:
        if entry.is_dir():
            descriptor = _open_to_lock(Path(entry.path))
        else:
            descriptor = os.open(entry.path, os.O_RDWR | _NO_LINK | _BINARY)
    except OSError:
        return False
    try:
        lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return old
    else:
        return True
    finally:
        os.close(descriptor)


@contextmanager
def alone_in(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Keep other processes and threads from the same block over one folder.

    The system lets go of it when the process ends, however that happens; nothing is left in the
    folder. On file systems that know no locks no one is kept.

    Args:
        folder: that is there.
        patience: seconds to wait for the others.

    Raises:
        BlockingIOError: another person is at it.
        OSError: the folder cannot be opened.
    """
    descriptor = _open_to_lock(folder)
    give_up = time.monotonic() + patience
    try:
        while True:
            try:
                lock(descriptor)
            except (BlockingIOError, PermissionError) as error:
                if time.monotonic() >= give_up:
                    raise BlockingIOError(errno.EAGAIN, "it is in use", str(folder)) from error
                time.sleep(_POLL_S)
                continue
            except OSError:
                pass
            break
        yield
    finally:
        os.close(descriptor)
