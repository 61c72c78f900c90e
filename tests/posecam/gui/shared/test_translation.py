"""The windows in another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QCoreApplication, QLocale
from PyQt6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from posecam import catalogue
from posecam.catalogue import best_language, plural_form, read_catalogue
from posecam.gui.shared import translation
from posecam.gui.shared.translation import plural, put_on, tr, tr_core

_CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>window</name>
    <message><source>Record</source><translation>Aufnehmen</translation></message>
    <message><source>Level</source><comment>of sound</comment>
        <translation>Pegel</translation></message>
    <message><source>Level</source><translation>Neigung</translation></message>
    <message><source>{rate:.1f} frames of {name}</source>
        <translation>{name}: {rate:.1f} Bilder</translation></message>
    <message numerus="yes"><source>%n recordings</source><translation>
        <numerusform>%n Aufnahme</numerusform><numerusform>%n Aufnahmen</numerusform>
    </translation></message>
    <message><source>Trash</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>core</name>
    <message><source>knee flexion</source><translation>Kniebeugung</translation></message>
    <message><source>There is no camera {1}.</source>
        <translation>Es gibt keine Kamera {1}.</translation></message>
    <message><source>{1} Trying again.</source>
        <translation>{1} Neuer Versuch läuft.</translation></message>
</context>
</TS>
"""


@pytest.fixture
def german(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    (tmp_path / "posecam_de.ts").write_text(_CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(catalogue, "resource", lambda name: tmp_path / Path(name).name)
    translation.forget_templates()
    put_on(qapp, "de")
    yield
    put_on(qapp, "en")
    translation.forget_templates()


@pytest.mark.usefixtures("german")
def test_texts_are_shown_in_the_language_and_what_is_missing_in_english() -> None:
    assert tr("Record") == "Aufnehmen"
    assert tr("Trash") == "Trash"
    assert tr("Nothing of this name") == "Nothing of this name"
    assert tr("Level") == "Neigung"
    assert tr("Level", comment="of sound") == "Pegel"


@pytest.mark.usefixtures("german")
def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    assert tr("{rate:.1f} frames of {name}", rate=29.97, name="v1.0") == "v1.0: 30,0 Bilder"


@pytest.mark.usefixtures("german")
def test_counts_have_their_plural() -> None:
    assert plural("%n recording", "%n recordings", 1) == "1 Aufnahme"
    assert plural("%n recording", "%n recordings", 3) == "3 Aufnahmen"
    assert plural("%n mark", "%n marks", 1) == "1 mark"
    assert plural("%n mark", "%n marks", 0) == "0 marks"


@pytest.mark.usefixtures("german")
def test_sentences_from_below_the_windows_are_known_with_their_values() -> None:
    assert tr_core("knee flexion") == "Kniebeugung"
    assert tr_core("There is no camera 7.") == "Es gibt keine Kamera 7."
    assert tr_core("There is no camera 7. Trying again.") == (
        "Es gibt keine Kamera 7. Neuer Versuch läuft."
    )
    assert tr_core("The disk is full.") == "The disk is full."


@pytest.mark.usefixtures("german")
def test_the_buttons_of_qt_speak_it_too(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Abbrechen"]
    assert QLocale().decimalPoint() == ","


def test_english_is_the_source_itself(qapp: QCoreApplication) -> None:
    put_on(qapp, "en")
    assert tr("{share:.0%} of {{it}}", share=0.5) == "50% of {it}"
    assert plural("%n recording", "%n recordings", 1) == "1 recording"
    assert tr_core("There is no camera 7.") == "There is no camera 7."


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["de-Latn-AT", "de-AT", "de"], "de"),
        (["pt-BR", "pt", "fr-FR"], "fr"),
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "en"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh", "ja-JP"], "ja"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_says_which_language(wanted: list[str], expected: str) -> None:
    assert best_language(wanted) == expected


def test_each_language_has_its_own_plural() -> None:
    counts = range(4)
    assert [plural_form("de", n) for n in counts] == [1, 0, 1, 1]
    assert [plural_form("fr", n) for n in counts] == [0, 0, 1, 1]
    assert [plural_form("ja", n) for n in counts] == [0, 0, 0, 0]


def test_a_damaged_catalogue_leaves_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "posecam_fr.ts").write_text("<TS><context>", encoding="utf-8")
    monkeypatch.setattr(catalogue, "resource", lambda name: tmp_path / Path(name).name)
    assert read_catalogue("fr").texts == {}
