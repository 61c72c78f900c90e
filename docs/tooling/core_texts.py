"""What the parts below the windows say of themselves, in English: names and sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from posecam.capture.spec import DEMO, parse_spec
from posecam.gui.live.live_angles import KINDS
from posecam.gui.review.measures import english_title
from posecam.kinematics import ANGLES
from posecam.session import RESULT_WORDS

#: Whose sentences are met in the windows.
_PARTS: Final = (
    "capture", "characters", "estimation/calibration.py", "export/__init__.py", "export/options.py",
    "export/person.py", "export/trajectory.py", "export/overlay_file.py", "export/html_file.py",
    "export/c3d_file.py", "live", "offline/reprocess.py", "session", "settings.py", "streaming",
)  # fmt: skip  # as a list
#: Whose sentences go to the log or to programs.
_LEFT_OUT: Final = frozenset({"access.py", "message.py", "manifest.py", "redirect.py"})
_LEAST_LETTERS: Final = 6
#: Sentences whose values are words of them, or nearly all of them: they stay English.
_IN_PIECES: Final = re.compile(
    r"\}\{|it \{|^\{1\} \{2\} that|no \{1\} \"|changes \{1\}|damaged \{2\}"
)


def core_texts(root: Path) -> Iterator[tuple[str, str]]:
    """Each text with the file that it is in; values in it are written {1}, {2}."""
    yield parse_spec(DEMO).name, "posecam/capture/spec.py"
    yield "camera {1}", "posecam/capture/spec.py"
    for words in RESULT_WORDS.values():
        yield words, "posecam/session/reader.py"
    for angle in (*KINDS, *ANGLES):
        yield english_title(angle), "posecam/kinematics/angles.py"
    for part in _PARTS:
        place = root / "posecam" / part
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if path.name not in _LEFT_OUT:
                for sentence in sentences(ast.parse(path.read_text(encoding="utf-8"))):
                    yield sentence, path.relative_to(root).as_posix()


def sentences(tree: ast.Module) -> Iterator[str]:
    """Every literal that is one: begins with a capital or a value, and ends with a full stop."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))  # a docstring
        elif isinstance(node, ast.Call) and ast.unparse(node.func).lower().startswith("log."):
            passed.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        text = ""
        if isinstance(node, ast.JoinedStr):
            text = _template(node)
            passed.update(id(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        if _is_sentence(text):
            yield text


def _template(node: ast.JoinedStr) -> str:
    text, count = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            count += 1
            text += f"{{{count}}}"
    return text


def _is_sentence(text: str) -> bool:
    letters = re.sub(r"\{\d+\}|[^A-Za-z]", "", text)
    return (
        len(letters) >= _LEAST_LETTERS
        and " " in text
        and text.rstrip().endswith((".", "?"))
        and (text[0].isupper() or text.startswith(("{", '"{', "macOS")))
        and "%s" not in text
        and not _IN_PIECES.search(text)
    )
