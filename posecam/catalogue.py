"""Catalogues of translations: Qt's own files (`resources/i18n/*.ts`), read without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from posecam.resources import resource

#: The language that the sources are written in.
ENGLISH: Final = "en"
#: Every language that there is, in its own name.
LANGUAGES: Final = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ja": "日本語",
    "zh_CN": "简体中文",
}
#: What of the program a text belongs to: the windows, the sentences and names of the parts below
#: them, and the page for telephones.
WINDOW, CORE, PAGE = "window", "core", "page"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language.

    Attributes:
        language: as `LANGUAGES` calls it.
        texts: the translation of each (context, English text, comment), in all its plural forms;
            what is not translated is absent.
    """

    language: str
    texts: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def find(self, context: str, source: str, comment: str = "", count: int = -1) -> str | None:
        """The translation, of this count where it has a plural; None where there is none."""
        forms = self.texts.get((context, source, comment))
        if forms is None:
            return None
        return forms[min(plural_form(self.language, count), len(forms) - 1)]

    def of(self, context: str) -> dict[str, str]:
        """Every text of a context that has no plural, by its English."""
        return {s: forms[0] for (where, s, _), forms in self.texts.items() if where == context}


def plural_form(language: str, count: int) -> int:
    """Which of a language's plural forms a count takes, as Qt numbers them."""
    if language in {"ja", "zh_CN"}:
        return 0
    return int(count not in {0, 1}) if language == "fr" else int(count != 1)


def plural_forms(language: str) -> int:
    """How many plural forms a language has."""
    return 1 if language in {"ja", "zh_CN"} else 2


def best_language(wanted: list[str]) -> str:
    """The first of the languages, such as "de-AT" or "zh-Hans-CN", that there is; else English."""
    for name in wanted:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":  # written in two scripts, of which one is translated
            if {"Hans", "CN", "SG"} & set(parts):
                return "zh_CN"
        elif parts[0] in LANGUAGES:
            return parts[0]
    return ENGLISH


def read_catalogue(language: str) -> Catalogue:
    """The catalogue of a language; empty for English, and where its file is missing or damaged."""
    if language == ENGLISH or language not in LANGUAGES:
        return Catalogue(ENGLISH)
    try:
        root = ET.parse(resource(f"i18n/posecam_{language}.ts")).getroot()
    except (OSError, ET.ParseError):
        return Catalogue(language)
    texts = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation) or ((translation.text or ""),)
            if all(forms):
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                texts[key] = forms
    return Catalogue(language, texts)
