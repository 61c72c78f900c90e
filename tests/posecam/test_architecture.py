"""The page that says where things are is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
#: Paths, from the root or from posecam/.
FILES = sorted(set(re.findall(r"(?<![\w/<>])(?:\w+/)+\w+\.py", PAGE)))


@pytest.mark.parametrize("name", FILES)
def test_every_file_on_the_page_is_there(name: str) -> None:
    assert (ROOT / name).is_file() or (ROOT / "posecam" / name).is_file()


@pytest.mark.parametrize("base", ["posecam", "posecam/gui"])
def test_every_folder_is_on_the_page(base: str) -> None:
    for init in (ROOT / base).glob("*/__init__.py"):
        assert f"{init.parent.name}/" in PAGE
