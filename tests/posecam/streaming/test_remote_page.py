"""The page for telephones speaks the language of their browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from posecam.streaming.remote import RemoteServer
from posecam.streaming.remote_page import page
from tests.fakes.browser import PHONE, Browser
from tests.fakes.waiting import wait_until


@pytest.fixture
def server() -> Iterator[RemoteServer]:
    hello = {"countdown": 3, "countdowns": [0, 3], "bones": [], "colours": []}
    running = RemoteServer(lambda _: None, hello, port=0, host="127.0.0.1")
    wait_until(lambda: running.status.kind == "running")
    yield running
    running.close()


def test_the_page_carries_its_translations_and_ends_no_script_early() -> None:
    text = page().decode()
    assert "Nicht verbunden" in text
    assert "未连接" in text
    assert text.count("</script>") == 1
    assert "/*words*/{}" not in text


@pytest.mark.parametrize(
    ("languages", "state", "start", "spoken"),
    [
        ("de-AT,en", "Verbunden", "Start", "de"),
        ("pt-BR,ja-JP", "接続済み", "開始", "ja"),
        ("zh-TW,zh-CN", "已连接", "开始", "zh-CN"),
        ("pt-BR", "Connected", "Start", "en"),
    ],
)
def test_it_speaks_the_first_language_of_the_browser_that_there_is(
    server: RemoteServer, tmp_path: Path, languages: str, state: str, start: str, spoken: str
) -> None:
    browser = Browser(tmp_path / "profile", PHONE, phone=True)
    try:
        agent = browser.value("navigator.userAgent")
        browser.ask("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=languages)
        browser.go(f"http://127.0.0.1:{server.status.port}/#{server.code}")
        wait_until(lambda: browser.text("#state") == state)
        assert browser.text("#record") == start
        assert browser.value("document.documentElement.lang") == spoken
        wide = browser.value("document.documentElement.scrollWidth <= innerWidth")
        assert wide, "a text widens the page"
        cut = browser.value(
            "[...document.querySelectorAll('button')].filter("
            "(one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
        )
        assert cut == []
    finally:
        browser.close()
