"""Poses go to other programs once that is switched on, and a port that is taken harms no one."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot
from websockets.sync.client import connect

from posecam.gui.live.main_window import MainWindow
from posecam.settings import Settings, StreamSettings

OpenWindow = Callable[..., MainWindow]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_nothing_is_sent_until_it_is_switched_on_and_then_a_viewer_sees_poses(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    address = f"127.0.0.1:{free_port()}"
    window = open_window(settings=Settings(streams=StreamSettings(websocket_address=address)))
    window.start(clip)
    assert window.streams.status == ()
    assert not window.status_line.streams.isVisible()
    dialog = window.open_settings()
    click_box = dialog.streams.websocket
    dialog.tabs.setCurrentWidget(dialog.streams)
    click_box.click()
    qtbot.waitUntil(lambda: bool(window.streams.status))
    qtbot.waitUntil(lambda: window.streams.status[0].kind == "running")
    with connect(f"ws://{address}") as viewer:
        qtbot.waitUntil(lambda: "1 viewer" in window.status_line.streams.text())
        window.sources.again()  # the clip may be over
        got: list[dict[str, object]] = []

        def hears() -> bool:
            try:
                got.append(json.loads(viewer.recv(timeout=0.01)))
            except TimeoutError:
                return False
            return bool(got[-1].get("people"))

        qtbot.waitUntil(hears)
    qtbot.waitUntil(lambda: "poses sent" in dialog.streams.websocket_state.text())
    click_box.click()
    assert window.streams.status == ()
    assert not window.settings.streams.websocket
    dialog.close()


def test_a_port_that_is_taken_is_one_sentence_and_the_video_goes_on(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        streams = StreamSettings(websocket=True, websocket_address=address)
        window = open_window(settings=Settings(streams=streams))
        window.start(clip)
        port = address.partition(":")[2]
        qtbot.waitUntil(lambda: port in window.notice.label.text())
        qtbot.waitUntil(lambda: bool(window.status_line.streams.property("alarm")))
        qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))
        window.close()


def test_an_address_that_is_none_is_said_and_not_taken(open_window: OpenWindow) -> None:
    window = open_window()
    dialog = window.open_settings()
    field = dialog.streams.vmc_address
    field.setText("http://10.0.0.2/")
    field.editingFinished.emit()
    assert "no address" in dialog.streams.vmc_state.text()
    assert window.settings.streams == StreamSettings()
    field.setText("10.0.0.2")
    field.editingFinished.emit()
    assert window.settings.streams.vmc_address == "10.0.0.2:39539"
    dialog.close()


def test_a_wrong_address_is_said_in_its_field_until_it_is_another(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        right = f"127.0.0.1:{receiver.getsockname()[1]}"
        window = open_window(settings=Settings(streams=StreamSettings(True, right)))
        window.streams.apply(window.settings.streams.options)
        dialog = window.open_settings()
        page = dialog.streams
        dialog.tabs.setCurrentIndex(2)
        for wrong in ("127.0.0.1:99999", "http://127.0.0.1", "a b", "localhost:vmc"):
            page.vmc_address.setText(wrong)
            page.vmc_address.editingFinished.emit()
            qtbot.wait(450)  # two times that the states are shown anew
            assert wrong in page.vmc_state.text()
            assert page.vmc_state.property("alarm") is True
            assert page.vmc_address.property("wrong") is True
            assert window.settings.streams.vmc_address == right
        page.vmc_address.selectAll()
        typing: Any = QTest
        typing.keyClicks(page.vmc_address, right)
        assert page.vmc_address.property("wrong") is False
        page.vmc_address.editingFinished.emit()
        qtbot.waitUntil(lambda: "sent" in page.vmc_state.text())
        assert page.vmc_state.property("alarm") is False
        dialog.close()
