from __future__ import annotations

import pytest
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from posecam.gui.shared.notice_bar import NoticeBar


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    return shown


def test_a_floating_notice_lies_over_the_lower_edge_and_moves_nothing(view: QWidget) -> None:
    notice = NoticeBar()
    covered: list[int] = []
    notice.covers.connect(covered.append)
    notice.float_over(view)
    assert not notice.isVisible()
    before = view.size()
    notice.say("Recorded.")
    assert notice.isVisible()
    assert view.size() == before
    place = notice.geometry()
    assert view.rect().contains(place)
    assert 400 - place.bottom() < 20
    assert place.height() < 60
    assert covered[-1] >= place.height()
    notice.say("A long sentence " * 40)
    assert notice.height() > place.height()
    assert view.rect().contains(notice.geometry())
    notice.close_newest()
    assert notice.height() == place.height()
    notice.close_newest()
    assert covered[-1] == 0


def test_a_floating_notice_follows_the_view(view: QWidget) -> None:
    notice = NoticeBar()
    notice.float_over(view)
    notice.say("Words that take several lines where there is little room for them. " * 3)
    wide = notice.geometry()
    view.resize(320, 300)
    assert view.rect().contains(notice.geometry())
    assert notice.height() > wide.height()
    view.resize(700, 400)
    assert notice.geometry() == wide


def test_one_sentence_is_withdrawn_and_the_others_stay(view: QWidget) -> None:
    notice = NoticeBar()
    notice.float_over(view)
    for sentence in ("one", "two", "three"):
        notice.say(sentence)
    notice.withdraw("three")
    assert notice.label.text() == "two"
    notice.withdraw("one")
    assert notice.label.text() == "two"
    notice.withdraw("two")
    assert not notice.isVisible()
