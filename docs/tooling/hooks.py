"""What MkDocs asks of this project: pages made from the code, and links that leave `docs/`.

Beside the pages in `docs/` the site has the reference of commands, made from their own parsers, and
pages that lie elsewhere in the checkout.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from docs.tooling import commands_page, python_page  # noqa: E402 - MkDocs knows no checkout

_CARDS: Final = sorted((ROOT / "resources").glob("*.md"))
#: Pages of the site by the file that they are, from the root of the checkout.
ELSEWHERE: Final = {
    "CHANGELOG.md": "about/changelog.md",
    "CONTRIBUTING.md": "about/contributing.md",
} | {
    f"resources/{card.name}": f"about/{card.name}"
    for card in sorted((ROOT / "resources").glob("*.md"))
}
_LINK: Final = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The model cards of the networks that ship stand at the end of the last section."""
    assert config.nav is not None
    section = config.nav[-1]["Project"]
    section += [target for source, target in ELSEWHERE.items() if source.startswith("resources/")]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are no files in `docs/`."""
    made = {
        "reference/commands.md": commands_page.page(),
        "reference/python.md": python_page.page(),
    }
    for source, target in ELSEWHERE.items():
        made[target] = (ROOT / source).read_text(encoding="utf-8")
    for target, text in made.items():
        files.append(File.generated(config, target, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: object) -> str:
    """Lead links to files of the checkout to their page; of what has none, leave the words."""
    here = page.file.src_uri
    origin = next((source for source, target in ELSEWHERE.items() if target == here), None)
    base = PurePosixPath(origin or f"docs/{here}").parent

    def lead(match: re.Match[str]) -> str:
        picture, words, address = match.groups()
        if re.match(r"[a-z]+:|#", address):
            return match[0]
        path, _, anchor = address.partition("#")
        target = _normal(base / path)
        place = ELSEWHERE.get(target)
        if place is None and target.startswith("docs/"):
            place = target.removeprefix("docs/")
        if place is None:
            return "" if picture else words
        up = "../" * here.count("/")
        return f"{picture}[{words}]({up}{place}{f'#{anchor}' if anchor else ''})"

    return _LINK.sub(lead, markdown)


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
