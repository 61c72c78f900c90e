"""What the parts below the windows say of themselves, in English: names and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def core_texts(_root: Path) -> Iterator[tuple[str, str]]:
    """Each text with the file that it is in; values in it are written {1}, {2}."""
    return iter(())
