"""Every text of the windows goes through the translation, and every language has all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from docs.tooling.core_texts import sentences
from docs.tooling.translations import Text, all_texts, window_texts
from posecam.catalogue import CORE, ENGLISH, LANGUAGES, read_catalogue

GUI: Final = Path(__file__).resolve().parents[3] / "posecam" / "gui"
OTHERS: Final = [language for language in LANGUAGES if language != ENGLISH]
#: Calls that show what they are given.
SHOWING: Final = frozenset((
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton",
    "Combo", "NumberField", "Slider", "WrappedLabel", "muted", "setText", "setToolTip",
    "setAccessibleName", "setWindowTitle", "setPlaceholderText", "setInformativeText",
    "setTitle", "setSpecialValueText", "addItem", "addRow", "addTab", "addButton", "addAction",
    "addMenu", "insertItem", "set_hint", "set_message", "set_guide", "show_message", "say",
    "Key", "setHorizontalHeaderLabels", "setLabel",
))  # fmt: skip  # as a list
#: Calls whose texts no person reads in a window, or that translate.
PASSED: Final = frozenset((
    "tr", "tr_marked", "tr_core", "mark", "plural", "setObjectName", "setProperty", "restyle",
    "Thread", "getattr", "Template", "compile", "ValueError", "TypeError", "RuntimeError",
    "AssertionError", "KeyError", "OSError", "QKeySequence", "debug", "info", "warning",
    "exception", "error", "critical", "write", "setFilterRules", "split", "replace", "sub",
    "findChild", "addAttribute", "ShaderProgram", "setStyleSheet", "PermissionError",
))  # fmt: skip  # as a list
#: Names and keys, the same in every language.
NAMES: Final = frozenset(
    {"VMC", "WebSocket", "posecam", "OpenSim, Pose2Sim", "Blender Rigify", "ONNX Runtime"}
)
#: Files that say nothing in a window: before there is one, and measuring one.
SILENT: Final = frozenset(
    {"gl_support.py", "qt_environment.py", "screens.py", "style.py", "translation.py"}
)


def loose_texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of what is shown to a person but not translated."""

    def look(node: ast.AST, *, shown: bool, passed: bool) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Assert | ast.Compare):
            return
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rsplit(".", 1)[-1]
            yield from look(node.func, shown=False, passed=passed)
            given = [*node.args, *(k.value for k in node.keywords)]
            if name in {"Key", "setLabel"}:  # the first is a key, or an axis
                given = given[1:]
            if name in {"addItem", "insertItem"}:  # what follows is data
                given = given[:1]
            for part in given:
                shows = (shown or name in SHOWING) and not isinstance(part, ast.Lambda)
                yield from look(part, shown=shows, passed=passed or name in PASSED)
            return
        if isinstance(node, ast.Subscript):
            yield from look(node.value, shown=shown, passed=passed)
            return
        if isinstance(node, ast.Constant | ast.JoinedStr):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            written = [p.value if isinstance(p, ast.Constant) else "{}" for p in parts]
            text = "".join(part for part in written if isinstance(part, str))
            if not passed and text not in NAMES and is_text(text, shown=shown):
                yield node.lineno, text
            for part in parts:
                if isinstance(part, ast.FormattedValue):
                    yield from look(part.value, shown=shown, passed=passed)
            return
        for child in ast.iter_child_nodes(node):
            yield from look(child, shown=shown, passed=passed)

    yield from look(tree, shown=False, passed=False)


def is_text(text: str, *, shown: bool) -> bool:
    """Whether it has words: any where it is shown, else two beside each other."""
    text = re.sub(r"<[^>]*>|&nbsp;", "", text)
    if shown:
        words = re.sub(r"\([A-Z][\w+]*\)|\*\.\w+|\bposecam\b", "", text)
        return bool(re.search(r"[A-Za-z]{2}", words)) and not re.fullmatch(r"\W*[a-z]{1,2}", words)
    return bool(re.search(r"[A-Za-z]{2,}[,:;]? [a-zA-Z]{2,}", text)) and "\n    " not in text


@cache
def texts() -> tuple[Text, ...]:
    return tuple(all_texts())


@pytest.mark.parametrize(
    "path", sorted(GUI.rglob("*.py")), ids=lambda path: path.relative_to(GUI).as_posix()
)
def test_every_text_of_a_window_is_translated(path: Path) -> None:
    if path.name in SILENT or path.parent.name == "bench":
        return
    loose = list(loose_texts(ast.parse(path.read_text(encoding="utf-8"))))
    assert not loose, "wrap these in tr(), see CONTRIBUTING.md"


def test_a_text_that_is_not_translated_is_found() -> None:
    source = '''
"""Words of a docstring."""
a = QLabel("Name")
b = QPushButton(tr("Fine"))
c = f"{n} frames of it"
LOG.warning("words for the log %s", c)
d = {"x": "Two words"}
e.setToolTip(f"{tr('Fine')} (Ctrl+P)")
Key("Ctrl+P", "Print", do)
e.setObjectName("some thing")
'''
    assert [text for _, text in loose_texts(ast.parse(source))] == [
        "Name", "{} frames of it", "Two words", "Print",
    ]  # fmt: skip  # as a list


def test_texts_with_their_comments_and_plurals_are_taken(tmp_path: Path) -> None:
    path = GUI / "live" / "readout_control.py"
    found = {(text.source, text.comment) for text in window_texts(path)}
    assert ("None", "no angle") in found
    path = GUI / "live" / "remote_control.py"
    assert {t.source for t in window_texts(path) if t.plural} >= {"%n telephones connected"}


def test_sentences_below_the_windows_are_taken_with_their_values() -> None:
    tree = ast.parse(
        '''
def f(name):
    """It says. And more."""
    log.info("Nothing of this is shown.")
    raise E(f"{name} is there already: {name.way}.")
'''
    )
    assert list(sentences(tree)) == ["{1} is there already: {2}."]


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_a_translation(language: str) -> None:
    known = read_catalogue(language).texts
    lacks = [t.source for t in texts() if (t.context, t.source, t.comment) not in known]
    assert not lacks, "complete resources/i18n after `make translations`"


def placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{[^{}]*\}|%n", text)))


UNITS: Final = ("fps", " ms", " cm", "°", "%", "(R)", "(F2)", "(B)", "127.0.0.1", "posecam", "<b>")


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_values_units_and_endings(language: str) -> None:
    wrong = []
    for (context, source, comment), forms in read_catalogue(language).texts.items():
        del comment
        for form in forms:
            bare = re.sub(r"\{[^{}]*\}|%n", "", form)
            plain = re.sub(r"\{[^{}]*\}|%n", "", source)
            same = placeholders(form) == placeholders(source)
            if len(forms) == 2 and form == forms[0]:  # "one" in words
                same = set(placeholders(source)) - set(placeholders(form)) <= {"%n"}
            ends = form.rstrip().endswith("…") == source.rstrip().endswith("…")
            # Where a number is written, its unit is.
            units = all((unit in bare) == (unit in plain) for unit in UNITS[:5] if unit in plain)
            kept = all(
                unit in form.replace("（", "(").replace("）", ")")
                for unit in UNITS[5:]
                if unit in source
            )
            spaces = (source[0] == " ") == (form[0] == " ") and not form.endswith(" ")
            lines = source.count("\n") == form.count("\n") and "&" not in form.replace(" & ", "")
            if not (same and ends and units and kept and spaces and lines):
                wrong.append((context, source, form))
    assert not wrong


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_end_as_sentences(language: str) -> None:
    stops = (".", "。", "?", "？", "…", "!")
    for (context, source, _), forms in read_catalogue(language).texts.items():
        if context == CORE and source.endswith("."):
            assert all(form.endswith(stops) for form in forms), source
