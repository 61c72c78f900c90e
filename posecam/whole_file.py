"""Files that are there as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes its name at the end of the block.

    Whoever looks meanwhile, and whoever comes after a crash or an error, finds what was there
    before. The place has the ending of `path`, by which libraries tell a format.

    Raises:
        OSError: it cannot be moved there.
    """
    part = path.with_name(f".part.{path.name}")
    try:
        yield part
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
