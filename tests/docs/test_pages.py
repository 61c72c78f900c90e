"""The pages that people read are right: links, commands, code, and what the code made of itself."""

from __future__ import annotations

import importlib
import re
import shutil
from pathlib import Path

import pytest

from docs.tooling import check, commands_page, python_page
from posecam.cli import make_parser

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.mark.parametrize(
    "page", check.pages(), ids=lambda page: page.relative_to(check.ROOT).as_posix()
)
def test_every_link_command_and_block_of_code_is_right(page: Path) -> None:
    assert check.problems(page) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("posecam export take --format bvh --out files", ""),
        ("posecam run [SOURCE]      # the window", ""),
        ("posecam process clip.mp4 --outt take", "there is no option --outt"),
        ("posecam proces clip.mp4 --out take", "there is no command proces"),
        ("posecam export take --poses best", "--poses does not take best"),
        ("posecam engines bnech", "there is no command bnech"),
        ("make run      # opens the window", ""),
        ("make rnu", "the Makefile has no rnu"),
        ("sudo apt-get install blender", ""),
    ],
)
def test_a_command_that_does_not_exist_is_found(line: str, said: str) -> None:
    assert check.wrong_command(line) == said


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# One heading, of *two*\n")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](other.md) [b](other.md#one-heading-of-two) [c](https://example.com)\n"
        "[d](gone.md) ![e](gone.png) [f](other.md#three)\n```\n[g](code.md)\n```\n"
    )
    found = [re.split("[ ,]", said)[2] for said in check.broken_links(page)]
    assert found == ["gone.md", "gone.png", "other.md#three"]


def test_an_extra_that_does_not_exist_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "pip install \"posecam[c3d,gltf]\" '.[docs, none]'\n\n"
        "| extra | for |\n|---|---|\n| `usd` | USD |\n| `fbx` | FBX |\n"
    )
    assert [said.split()[3] for said in check.unknown_extras(page)] == ["fbx,", "gltf,", "none,"]


def test_the_lines_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DATA / "take", tmp_path / "take")
    monkeypatch.chdir(tmp_path)
    text = (check.ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [code for language, code in check.fences(text) if language == "python"]
    assert blocks
    for code in blocks:
        exec(code, {})


def test_the_reference_has_every_command_and_option() -> None:
    page = commands_page.page()
    for name, parser in (check._below(make_parser()) or {}).items():
        assert f"\n## posecam {name}\n" in page
        for action in parser._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or f"`{option}" in page
    assert "### posecam engines bench" in page


@pytest.mark.parametrize(("module", "name"), python_page.names())
def test_all_that_the_python_reference_shows_has_a_docstring(module: str, name: str) -> None:
    assert getattr(importlib.import_module(module), name).__doc__
