"""Brings the catalogues of `resources/i18n` up to date with the sources.

    python -m docs.tooling.translations

Takes every text that goes through `tr`, `plural` or `mark` in `posecam/gui`, sentences and names
of the parts below the windows, and those of the page for telephones. What is new becomes an
unfinished message, which Qt Linguist or a text editor completes; what is gone leaves the files.
Says what each language lacks; its exit code is 1 where that is something.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from docs.tooling.core_texts import core_texts
from posecam.catalogue import CORE, ENGLISH, LANGUAGES, PAGE, WINDOW, plural_forms, read_catalogue

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "resources" / "i18n"
_WINDOWS: Final = ROOT / "posecam" / "gui"
_PAGES: Final = ("remote.html",)
#: A text of a page: of an element with `data-tr`, an `aria-label`, and what its script gives `tr`.
_MARKUP: Final = re.compile(r' data-tr>([^<]+)<| aria-label="([^"]+)"')
_SCRIPT: Final = re.compile(r'\btr\("((?:[^"\\]|\\.)+)"')


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate.

    Attributes:
        plural: whether it holds a count, written %n.
        place: the file that it is first met in.
    """

    context: str
    source: str
    comment: str = ""
    plural: bool = False
    place: str = ""


class NotLiteralError(ValueError):
    """A text that cannot be taken from the sources, for it is made while the program runs."""


def main() -> int:
    """Write the catalogues, and say what they lack."""
    texts = all_texts()
    FOLDER.mkdir(exist_ok=True)
    missing = 0
    for language in LANGUAGES:
        if language != ENGLISH:
            lacks = write(language, texts)
            missing += len(lacks)
            print(f"{language}: {len(texts) - len(lacks)} of {len(texts)} translated")
            for text in lacks:
                print(f"  {text.place}: {text.source!r}")
    return int(missing > 0)


def all_texts() -> list[Text]:
    """Every text of the program, each once, in the order of the files."""
    found: dict[tuple[str, str, str], Text] = {}
    for path in sorted(_WINDOWS.rglob("*.py")):
        for text in window_texts(path):
            found.setdefault((text.context, text.source, text.comment), text)
    for source, place in core_texts(ROOT):
        found.setdefault((CORE, source, ""), Text(CORE, source, place=place))
    for name in _PAGES:
        page = (ROOT / "resources" / name).read_text(encoding="utf-8")
        markup, _, script = page.partition("<script>")
        for match in (*_MARKUP.finditer(markup), *_SCRIPT.finditer(script)):
            source = next(filter(None, match.groups())).strip()
            found.setdefault((PAGE, source, ""), Text(PAGE, source, place=f"resources/{name}"))
    return list(found.values())


def window_texts(path: Path) -> Iterator[Text]:
    """The texts of one file of the windows.

    Raises:
        NotLiteralError: one is made while the program runs.
    """
    place = path.relative_to(ROOT).as_posix()
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        if call.func.id in {"tr", "mark"}:
            comment = next((k.value for k in call.keywords if k.arg == "comment"), None)
            comment = comment or (call.args[1] if len(call.args) > 1 else None)
            note = _literal(comment, place) if comment is not None else ""
            yield Text(WINDOW, _literal(call.args[0], place), note, place=place)
        elif call.func.id == "plural":
            yield Text(WINDOW, _literal(call.args[1], place), plural=True, place=place)


def _literal(node: ast.expr, place: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotLiteralError(f"{place}:{node.lineno}: {ast.unparse(node)} is no literal.")


def write(language: str, texts: list[Text]) -> list[Text]:
    """Write the catalogue of a language with what it had; what it lacks."""
    known = read_catalogue(language).texts
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    lacks = []
    for context in (WINDOW, CORE, PAGE):
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in (t for t in texts if t.context == context):
            forms = known.get((context, text.source, text.comment))
            if forms is None or len(forms) != (plural_forms(language) if text.plural else 1):
                lacks.append(text)
                forms = None
            lines += _message(text, forms, plural_forms(language))
        lines.append("</context>")
    path = FOLDER / f"posecam_{language}.ts"
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")
    return lacks


def _message(text: Text, forms: tuple[str, ...] | None, plurals: int) -> Iterator[str]:
    yield '    <message numerus="yes">' if text.plural else "    <message>"
    yield f'        <location filename="../../{text.place}"/>'
    yield f"        <source>{escape(text.source)}</source>"
    if text.comment:
        yield f"        <comment>{escape(text.comment)}</comment>"
    kind = "" if forms else ' type="unfinished"'
    if text.plural:
        yield f"        <translation{kind}>"
        for form in forms or ("",) * plurals:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{kind}>{escape(forms[0] if forms else '')}</translation>"
    yield "    </message>"


if __name__ == "__main__":
    sys.exit(main())
