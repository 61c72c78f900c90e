"""A key that starts a take while another program is in front; a sentence where there is none."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posecam.gui.live import global_key
from posecam.gui.live.global_key import MAC, NO_DESKTOP, TAKEN, WAYLAND, GlobalKey, obstacle
from posecam.live.take_settings import TakeSettings
from posecam.settings import Settings
from tests.posecam.gui.conftest import OpenWindow


@pytest.fixture
def x11(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    if qapp.platformName() != "xcb" or shutil.which("xdotool") is None:
        pytest.skip("needs an X server and xdotool")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)


def press(keys: str) -> None:
    """Press keys, whatever is in front."""
    subprocess.run(["xdotool", "key", keys], check=True)


def test_the_key_is_heard_and_given_back(x11: None, qtbot: QtBot) -> None:
    key, heard = GlobalKey(), []
    key.pressed.connect(lambda: heard.append(1))
    assert key.start() == ""
    press("ctrl+alt+r")
    qtbot.waitUntil(lambda: len(heard) == 1)
    press("ctrl+r")
    press("r")
    press("ctrl+alt+r")
    qtbot.waitUntil(lambda: len(heard) == 2)
    key.stop()
    press("ctrl+alt+r")
    qtbot.wait(100)
    assert len(heard) == 2


def test_a_key_that_another_program_has_is_told_of(x11: None) -> None:
    first, second = GlobalKey(), GlobalKey()
    assert first.start() == ""
    assert second.start() == TAKEN
    first.stop()
    assert second.start() == ""
    second.stop()


def test_the_key_starts_and_stops_a_take(
    x11: None, open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    window = open_window(settings=Settings(take=TakeSettings(global_key=True)))
    window.start(clip)
    qtbot.waitUntil(window.bar.record.isEnabled)
    press("ctrl+alt+r")
    qtbot.waitUntil(lambda: window.takes.running)
    press("ctrl+alt+r")
    qtbot.waitUntil(lambda: not window.takes.running)


@pytest.mark.parametrize(
    ("platform", "environ", "why"),
    [
        ("linux", {"DISPLAY": ":0"}, ""),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, WAYLAND),
        ("linux", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, WAYLAND),
        ("linux", {}, NO_DESKTOP),
        ("darwin", {}, MAC),
        ("win32", {}, ""),
    ],
)
def test_where_there_is_no_such_key_a_sentence_says_so(
    platform: str, environ: dict[str, str], why: str
) -> None:
    assert obstacle(platform, environ) == why


def test_a_desktop_without_it_is_told_of_in_the_window(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(global_key, "obstacle", lambda: WAYLAND)
    window = open_window(settings=Settings(take=TakeSettings(global_key=True)))
    window.start("demo")
    assert window.notice.label.text() == WAYLAND
