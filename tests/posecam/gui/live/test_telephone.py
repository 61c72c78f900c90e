"""A person three metres away starts and stops a take with their telephone's browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from posecam.gui.live.main_window import MainWindow
from posecam.session.reader import Session
from posecam.settings import Settings
from tests.fakes.browser import PHONE, Browser
from tests.fakes.hands import click, key

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(tmp_path / "profile", PHONE, phone=True)
    yield opened
    opened.close()


def test_a_take_is_started_marked_and_stopped_from_a_telephone(
    open_window: OpenWindow, clip: str, sessions: Path, qtbot: QtBot, phone: Browser
) -> None:
    window = open_window(settings=Settings())
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)

    def shows(selector: str, *words: str) -> None:
        qtbot.waitUntil(lambda: phone.text(selector) in words, timeout=15_000)

    key(window, Qt.Key.Key_P)
    dialog = window.remote.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.code.text.startswith("http://"))
    first = dialog.code.text
    phone.go(first)
    shows("#state", "Connected")
    qtbot.waitUntil(lambda: dialog.code.text != first)  # the next telephone has its own
    assert window.status_line.remote.text() == "remote: 1 telephone"
    assert phone.value("location.hash") == ""

    phone.tap("#waits button:nth-child(1)")
    window.sources.again()
    qtbot.waitUntil(lambda: window.video.result is not None)
    shows("#record", "Start")
    qtbot.waitUntil(lambda: not phone.value("document.getElementById('record').disabled"))
    phone.tap("#record")
    qtbot.waitUntil(lambda: window.takes.running)
    shows("#record", "Stop")
    qtbot.waitUntil(lambda: "°" in phone.text("#figures"))
    qtbot.waitUntil(
        lambda: phone.value(
            "(()=>{const c=document.getElementById('figure');return c.getContext('2d')"
            ".getImageData(0,0,c.width,c.height).data.some((v)=>v>200)})()"
        )
    )
    qtbot.waitUntil(lambda: (r := window.takes.recorded) is not None and r.seconds > 0.3)
    phone.tap("#mark")
    shows("#mark", "Marker (1)")
    phone.tap("#record")
    qtbot.waitUntil(lambda: "Recorded" in window.notice.label.text(), timeout=8000)
    shows("#record", "Start")
    (folder,) = sessions.iterdir()
    session = Session.open(folder)
    assert len(session) > 5
    assert len(session.manifest.markers) == 1
    assert phone.errors == []

    phone.go(f"{first.partition('#')[0]}")  # reloaded: its key lets it back
    shows("#state", "Connected")
    click(dialog.off)
    shows("#state", "Not connected. Trying again…")
    assert not window.status_line.remote.isVisible()


def test_a_code_that_was_used_lets_no_one_else_in(
    open_window: OpenWindow, clip: str, qtbot: QtBot, phone: Browser, tmp_path: Path
) -> None:
    window = open_window()
    window.start(clip)
    dialog = window.remote.open()
    qtbot.waitUntil(lambda: dialog.code.text.startswith("http://"))
    used = dialog.code.text
    phone.go(used)
    qtbot.waitUntil(lambda: phone.text("#state") == "Connected", timeout=15_000)
    thief = Browser(tmp_path / "other", PHONE, phone=True)
    try:
        thief.go(used)
        qtbot.waitUntil(lambda: "Scan the code" in thief.text("#state"), timeout=15_000)
        assert thief.value("document.getElementById('record').disabled")
    finally:
        thief.close()
    assert window.remote.server is not None
    assert window.remote.server.status.phones == 1
