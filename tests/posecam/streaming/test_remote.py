"""The remote's server: its page, who is let in, what is asked for, and who is thrown out."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from posecam.streaming import remote
from posecam.streaming.phone_images import FULL, TOO_FAST
from posecam.streaming.remote import (
    MOST_A_SECOND,
    MOST_PHONES,
    REFUSED,
    Command,
    RemoteServer,
    read_command,
)
from tests.fakes.waiting import wait_until


class Heard:
    def __init__(self) -> None:
        self.commands: list[Command] = []


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def server(heard: Heard) -> Iterator[RemoteServer]:
    running = RemoteServer(heard.commands.append, {"countdown": 3}, port=0, host="127.0.0.1")
    wait_until(lambda: running.status.kind == "running")
    yield running
    running.close()


def port(server: RemoteServer) -> int:
    return server.status.port


@contextmanager
def dial(server: RemoteServer, first: dict[str, Any] | None) -> Iterator[ClientConnection]:
    """A phone's page that connects and says who it is; None: it says nothing."""
    here = f"127.0.0.1:{port(server)}"
    with connect(f"ws://{here}/ws", origin=Origin(f"http://{here}")) as phone:
        if first is not None:
            phone.send(json.dumps(first))
        yield phone


def key_of(phone: ClientConnection) -> str:
    message = json.loads(phone.recv(5))
    assert message["type"] == "key"
    return str(message["key"])


def closing_code(phone: ClientConnection) -> int:
    """Why the server has closed the connection."""
    try:
        while True:
            phone.recv(5)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd is not None else 1006


def fetch(server: RemoteServer, path: str, host: str = "") -> tuple[int, str, dict[str, str]]:
    wire = http.client.HTTPConnection("127.0.0.1", port(server), timeout=5)
    wire.request("GET", path, headers={"Host": host} if host else {})
    answer = wire.getresponse()
    return answer.status, answer.read().decode(), dict(answer.getheaders())


def test_the_page_is_served_without_anything_secret(server: RemoteServer) -> None:
    status, body, headers = fetch(server, "/")
    assert status == 200
    assert "<title>posecam remote</title>" in body
    assert server.code not in body
    policy = headers["Content-Security-Policy"]
    assert f"connect-src ws://127.0.0.1:{port(server)}" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", ["/x", "/remote.html", "/../etc/passwd", "/ws/"])
def test_there_is_nothing_else(server: RemoteServer, path: str) -> None:
    assert fetch(server, path)[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8767", "a.b."])
def test_a_name_that_leads_here_is_refused(server: RemoteServer, host: str) -> None:
    assert fetch(server, "/", host)[0] == 403


def test_a_code_lets_one_phone_in_and_a_key_lets_it_back(
    server: RemoteServer, heard: Heard
) -> None:
    code = server.code
    with dial(server, {"code": code}) as phone:
        key = key_of(phone)
        assert json.loads(phone.recv(5)) == {"type": "hello", "countdown": 3}
        wait_until(lambda: server.status.phones == 1)
        phone.send(json.dumps({"do": "start", "countdown": 5}))
        phone.send(json.dumps({"do": "mark"}))
        wait_until(lambda: len(heard.commands) == 2)
    assert heard.commands == [Command("start", 5), Command("mark")]
    wait_until(lambda: server.status.phones == 0)
    with dial(server, {"code": code}) as other:
        assert closing_code(other) == REFUSED
    with dial(server, {"key": key}) as again:
        assert key_of(again) == key


@pytest.mark.parametrize(
    "first",
    [
        {},
        {"code": "wrong"},
        {"code": ""},
        {"code": 5},
        {"code": "ümlaut"},
        {"key": "wrong"},
        {"key": ""},
        {"key": None, "code": None},
    ],
)
def test_wrong_codes_are_refused(server: RemoteServer, heard: Heard, first: dict[str, Any]) -> None:
    with dial(server, first) as phone:
        assert closing_code(phone) == REFUSED
    assert heard.commands == []
    assert server.status.phones == 0


def test_an_old_code_is_refused(server: RemoteServer, monkeypatch: pytest.MonkeyPatch) -> None:
    code, now = server.code, time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 301)
    with dial(server, {"code": code}) as phone:
        assert closing_code(phone) == REFUSED


def test_who_says_nothing_is_sent_away(
    server: RemoteServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "_CODE_WITHIN_S", 0.2)
    with dial(server, None) as phone:
        assert closing_code(phone) == REFUSED


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:1", None])
def test_pages_of_other_origins_are_refused(server: RemoteServer, origin: Any) -> None:
    address = f"ws://127.0.0.1:{port(server)}/ws"
    with pytest.raises(InvalidStatus) as refused, connect(address, origin=origin):
        pass
    assert refused.value.response.status_code == 403


def test_a_flood_of_commands_ends_the_connection(server: RemoteServer, heard: Heard) -> None:
    with dial(server, {"code": server.code}) as phone:
        with suppress(ConnectionClosed):
            for _ in range(5 * MOST_A_SECOND):
                phone.send(json.dumps({"do": "mark"}))
        assert closing_code(phone) == TOO_FAST
    assert len(heard.commands) <= MOST_A_SECOND


def test_a_flood_of_connections_leaves_the_phones_alone(server: RemoteServer) -> None:
    with dial(server, {"code": server.code}) as phone:
        key_of(phone)
        idle = [socket.create_connection(("127.0.0.1", port(server))) for _ in range(100)]
        server.send({"recorded": None})
        assert json.loads(phone.recv(5))["type"] == "hello"
        assert json.loads(phone.recv(5)) == {"type": "state", "recorded": None}
        for one in idle:
            one.close()
    wait_until(lambda: server.status.phones == 0)
    with dial(server, {"code": server.code}) as other:
        key_of(other)


def test_one_phone_too_many_is_told_so(server: RemoteServer) -> None:
    with ExitStack() as open_ones:
        phones = []
        for _ in range(MOST_PHONES):
            phones.append(open_ones.enter_context(dial(server, {"code": server.code})))
            key_of(phones[-1])
        wait_until(lambda: server.status.phones == MOST_PHONES)
        with dial(server, {"code": server.code}) as late:
            assert closing_code(late) == FULL
        server.send({"recorded": 1.5})
        for phone in phones:
            phone.recv(5)
            assert json.loads(phone.recv(5))["recorded"] == 1.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "[" * 400,
        '{"do":"quit"}',
        '{"do":["start"]}',
        '{"do":"start","countdown":-1}',
        '{"do":"start","countdown":61}',
        '{"do":"start","countdown":1.5}',
        '{"do":"start","countdown":true}',
        b"\xff",
    ],
)
def test_what_is_no_command_asks_for_nothing(text: str | bytes) -> None:
    assert read_command(text) is None


def test_what_is_no_command_ends_the_connection(server: RemoteServer, heard: Heard) -> None:
    for text in ('{"do":"quit"}', "x" * 600):
        with dial(server, {"code": server.code}) as phone:
            phone.send(text)
            assert closing_code(phone) in {1008, 1009}
    assert heard.commands == []


def test_a_port_in_use_is_replaced_by_another(server: RemoteServer) -> None:
    second = RemoteServer(lambda _: None, port=port(server), host="127.0.0.1")
    try:
        wait_until(lambda: second.status.kind == "running")
        assert second.status.port not in {0, port(server)}
    finally:
        second.close()


def test_closing_disconnects_at_once(server: RemoteServer) -> None:
    with dial(server, {"code": server.code}) as phone:
        key_of(phone)
        began = time.monotonic()
        server.close()
        assert time.monotonic() - began < 2
        assert closing_code(phone) in {1001, 1006}
