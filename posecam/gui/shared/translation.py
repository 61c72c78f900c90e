"""The language of the windows: every text that they show goes through `tr`."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import Any, Final

from PyQt6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PyQt6.QtGui import QGuiApplication

from posecam.catalogue import (
    CORE,
    ENGLISH,
    LANGUAGES,
    WINDOW,
    Catalogue,
    best_language,
    read_catalogue,
)

#: In place of a language: that of the desktop.
SYSTEM: Final = "system"
#: Fonts that write Japanese and Chinese as each does: the same character has two forms.
_FONTS: Final = {
    "ja": ("Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans"),
    "zh_CN": ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC"),
}
#: Letters that a sentence of the parts below the windows must have beside its values, to be known.
_LETTERS = 6
#: A value of such a sentence: at its beginning, and after.
_BEFORE: Final = "(.+?)"
_INSIDE: Final = r"((?:(?!\. [A-Z]).)+?)"


class _Formatter(Formatter):
    """Writes numbers with the signs of the language."""

    def __init__(self, locale: QLocale) -> None:
        self._signs = str.maketrans({".": locale.decimalPoint(), ",": locale.groupSeparator()})

    def format_field(self, value: Any, format_spec: str) -> str:
        text = format(value, format_spec)
        return text.translate(self._signs) if isinstance(value, float) else text


class _Translator(QTranslator):
    """Takes the windows' texts from a catalogue."""

    def __init__(self, catalogue: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self.catalogue = catalogue

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None is Qt's null string
        self,
        context: str | None,
        sourceText: str | None,  # noqa: N803 - Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return self.catalogue.find(context or "", sourceText or "", disambiguation or "", n)


class _State:
    """What is put on: one language for the whole process, as Qt has it."""

    translators: tuple[QTranslator, ...] = ()
    language = ENGLISH
    catalogue: Catalogue | None = None
    families: tuple[str, ...] = ()
    formatter: Formatter | None = None


def tr(source: str, /, comment: str = "", **values: object) -> str:
    """A text in the language of the windows.

    Example:
        `tr("{name} was plugged in.", name=camera)`; `tr("{rate:.1f} fps", rate=29.97)`

    Args:
        source: in English, as it is shown where there is no translation. Always a literal, for the
            catalogues are made from the sources; see CONTRIBUTING.md.
        comment: tells apart what English calls the same, and tells translators what is meant.
        values: of the names in braces. Without any, braces stand for themselves.
    """
    text = QCoreApplication.translate(WINDOW, source, comment)
    return _filled(text, values)


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """A text with a count in it, written %n.

    Example:
        `plural("%n recording", "%n recordings", len(found))`
    """
    text = QCoreApplication.translate(WINDOW, many, "", count)
    if text == many.replace("%n", str(count)) and count == 1:
        text = one.replace("%n", str(count))
    return _filled(text, values)


def mark(source: str) -> str:
    """The text itself, for tables that are made before there is a language: see `tr_marked`."""
    return source


def tr_marked(source: str, /, **values: object) -> str:
    """A text that was marked with `mark` where it is written."""
    return _filled(QCoreApplication.translate(WINDOW, source), values)


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: with a small letter, but in German."""
    return name if _State.language == "de" else name[:1].lower() + name[1:]


def capital(words: str) -> str:
    """With a capital at the beginning, and the rest as it is."""
    return words[:1].upper() + words[1:]


def tr_core(text: str) -> str:
    """A name or sentence of the parts below the windows, which know no language but English.

    Values in it stay as they are, or are translated in turn. What is not known stays English.
    """
    if _State.language == ENGLISH or not text:
        return text
    found = QCoreApplication.translate(CORE, text)
    if found != text:
        return found
    for template in _templates(_State.language):
        match = template.match(text)
        if match is not None:
            return _with_values(QCoreApplication.translate(CORE, template.source), match)
    return text


def _with_values(sentence: str, match: re.Match[str]) -> str:
    values = [tr_core(value) for value in match.groups()]
    return re.sub(r"\{(\d+)\}", lambda at: values[int(at[1]) - 1], sentence)


class _Template:
    """A sentence with values in it, written {1}, {2}."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts = re.split(r"\{\d+\}", source)
        self.letters = sum(map(len, self._parts))
        self.known = len(self._parts) > 1 and self.letters >= _LETTERS

    def match(self, text: str) -> re.Match[str] | None:
        """Its values, where a sentence is one of these."""
        first, *rest = self._parts
        if not (text.startswith(first) and text.endswith(rest[-1])):
            return None
        # A value may be a whole sentence, but only where it comes before all else.
        values = [_INSIDE if first or number else _BEFORE for number in range(len(rest))]
        parts = [value + re.escape(part) for value, part in zip(values, rest, strict=True)]
        return re.fullmatch(re.escape(first) + "".join(parts), text, re.DOTALL)


@cache
def _templates(language: str) -> list[_Template]:
    """Those with the most letters first."""
    catalogue = _State.catalogue or read_catalogue(language)
    found = (_Template(source) for source in catalogue.of(CORE))
    return sorted((one for one in found if one.known), key=lambda one: -one.letters)


def forget_templates() -> None:
    """Read the catalogues anew."""
    _templates.cache_clear()


def _filled(text: str, values: dict[str, object]) -> str:
    if not values:
        return text
    formatter = _State.formatter
    return formatter.vformat(text, (), values) if formatter else text.format(**values)


def language() -> str:
    """The language that is put on, as `LANGUAGES` calls it."""
    return _State.language


def chosen_language(setting: str) -> str:
    """The language that a setting asks for: that of the system where it is "system"."""
    return setting if setting in LANGUAGES else best_language(QLocale.system().uiLanguages())


def put_on(app: QCoreApplication, setting: str) -> None:
    """Let all windows that are made from now on speak a language.

    Args:
        setting: see `Settings.language`.
    """
    for translator in _State.translators:
        app.removeTranslator(translator)
    _State.translators, _State.formatter, _State.catalogue = (), None, None
    _State.language = name = chosen_language(setting)
    system = QLocale.system()
    theirs = name != ENGLISH and best_language([system.bcp47Name()]) != name
    QLocale.setDefault(QLocale(name) if theirs else system)
    _choose_fonts(name)
    if name == ENGLISH:
        return
    translators: list[QTranslator] = []
    buttons = QTranslator(app)  # of Qt's own dialogs
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if buttons.load(f"qtbase_{name}", folder):
        translators.append(buttons)
    _State.catalogue = read_catalogue(name)
    translators.append(_Translator(_State.catalogue, app))
    for translator in translators:
        app.installTranslator(translator)
    _State.translators = tuple(translators)
    _State.formatter = _Formatter(QLocale())


def _choose_fonts(name: str) -> None:
    """After the desktop's own font, those of the language."""
    _State.families = _State.families or tuple(QGuiApplication.font().families())
    font = QGuiApplication.font()
    font.setFamilies([*_State.families, *_FONTS.get(name, ())])
    QGuiApplication.setFont(font)
