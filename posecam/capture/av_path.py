"""How a file is called before FFmpeg, which reads more into a name than the system does."""

from __future__ import annotations

from pathlib import Path


def av_path(path: str | Path) -> str:
    """The path such that a colon in it is taken for no protocol: "10:30.mp4" is a file."""
    return f"file:{path}"
