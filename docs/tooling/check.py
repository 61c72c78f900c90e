"""Whether the pages are right: links lead somewhere, commands exist, code runs.

    python -m docs.tooling.check

Prints a sentence for what is not, and ends with 1 then. Addresses on the internet are not asked.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_LINK: Final = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE: Final = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
_EXTRAS: Final = re.compile(r"(?:posecam|\.)\[([\w, ]+)\]")
_HEADING: Final = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)
_PROGRAMS: Final = ("posecam", "python -m engines")


def pages(root: Path = ROOT) -> list[Path]:
    """Every page of Markdown that people read."""
    found = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("resources/*.md")]
    return sorted(found)


def fences(text: str) -> Iterator[tuple[str, str]]:
    """(language, content) of each block of code."""
    for indent, language, content in _FENCE.findall(text):
        yield language, re.sub(rf"^{indent}", "", content, flags=re.MULTILINE)


def broken_links(page: Path) -> Iterator[str]:
    """A sentence for each link to a file or heading that is not there."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for address in _LINK.findall(text):
        if re.match(r"[a-z]+:", address):
            continue
        path, _, anchor = address.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() and not _made(target):
            yield f"links to {address}, which is not there."
        elif anchor and target.suffix == ".md" and anchor not in _anchors(target):
            yield f"links to {address}, where there is no such heading."


def wrong_commands(page: Path) -> Iterator[str]:
    """A sentence for each command in a block of code that its own parser would refuse."""
    for language, content in fences(page.read_text(encoding="utf-8")):
        if language:
            continue
        for line in re.sub(r"\\\n\s*", " ", content).splitlines():
            for command in re.split(r"&&| \| ", line):
                if problem := wrong_command(command.strip()):
                    yield f'has "{command.strip()}": {problem}.'


def wrong_command(line: str) -> str:
    """What is wrong with a line of a terminal, "" where nothing is, or where it is none of ours."""
    line = line.removeprefix("xvfb-run -a ").removeprefix(".venv/bin/")
    program = next((name for name in _PROGRAMS if re.match(rf"{name}(\s|$)", line)), None)
    if program is None:
        return _wrong_target(line)
    words = shlex.split(line.removeprefix(program).replace("[", "").replace("]", ""), comments=True)
    parser = _parser(program)
    while words and (below := _below(parser)) is not None:
        if words[0] not in below:
            known = words[0].startswith("-") or words[0].isupper()
            return "" if known else f"there is no command {words[0]}"
        parser = below[words.pop(0)]
    return _wrong_options(parser, words)


def _wrong_options(parser: argparse.ArgumentParser, words: Sequence[str]) -> str:
    known = {name: action for action in parser._actions for name in action.option_strings}
    for place, word in enumerate(words):
        name = word.partition("=")[0]
        if not name.startswith("--"):
            continue
        if name not in known:
            return f"there is no option {name}"
        after = words[place + 1] if place + 1 < len(words) else ""
        choices = known[name].choices
        if choices and not set(re.split(r"[|,]", after)) <= set(map(str, choices)):
            return f"{name} does not take {after}"
    return ""


def _wrong_target(line: str) -> str:
    match = re.match(r"make ([a-z-]+)", line)
    if match and not re.search(
        rf"^{match[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    ):
        return f"the Makefile has no {match[1]}"
    return ""


def _parser(program: str) -> argparse.ArgumentParser:
    if program == "posecam":
        from posecam.cli import make_parser

        return make_parser()
    from engines.command_line import add_commands

    parser = argparse.ArgumentParser()
    add_commands(parser)
    return parser


def _below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser] | None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return None


def broken_code(page: Path) -> Iterator[str]:
    """A sentence for each block of Python that does not compile, and of JSON that is none."""
    readers: dict[str, Callable[[str], object]] = {
        "python": lambda code: compile(code, page.name, "exec"),
        "json": json.loads,
    }
    for language, content in fences(page.read_text(encoding="utf-8")):
        try:
            readers.get(language, str)(content)
        except (SyntaxError, ValueError) as error:
            yield f"has a block of {language} that is none ({error})."


def unknown_extras(page: Path) -> Iterator[str]:
    """A sentence for each extra of the package that pyproject.toml does not have."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = page.read_text(encoding="utf-8")
    named = {name for names in _EXTRAS.findall(text) for name in re.split(r", *", names)}
    rows = re.search(r"^\| extra \|.*\n.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    if rows:
        named |= set(re.findall(r"^\| `(\w+)`", rows[1], re.MULTILINE))
    for name in sorted(named - project["optional-dependencies"].keys()):
        yield f"names the extra {name}, which does not exist."


def _made(target: Path) -> bool:
    """Whether the site makes that page; see `hooks`."""
    try:
        name = target.relative_to(ROOT / "docs").as_posix()
    except ValueError:
        return False
    made = {"reference/commands.md", "reference/python.md"}
    return name in made or (name.startswith("about/") and (ROOT / _elsewhere(name)).is_file())


def _elsewhere(name: str) -> str:
    """The file that a page under about/ is."""
    stem = Path(name).stem
    top = {"changelog": "CHANGELOG.md", "contributing": "CONTRIBUTING.md"}
    return top.get(stem, f"resources/{stem}.md")


def _anchors(page: Path) -> set[str]:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    plain = (re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", h) for h in _HEADING.findall(text))
    return {re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", h).strip().lower()) for h in plain}


def problems(page: Path) -> list[str]:
    """All that is wrong with a page."""
    return [
        *broken_links(page),
        *wrong_commands(page),
        *broken_code(page),
        *unknown_extras(page),
    ]


def main() -> int:
    """The exit code."""
    found = [f"{page.relative_to(ROOT)} {said}" for page in pages() for said in problems(page)]
    for sentence in found:
        print(sentence, file=sys.stderr)
    if not found:
        print(f"{len(pages())} pages: every link, command and block of code is right.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
