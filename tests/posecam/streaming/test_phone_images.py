"""A telephone that sends images: who is let in, what is taken, and who is thrown out."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from posecam.capture.phone import PhoneCamera
from posecam.capture.phones import PHONES
from posecam.streaming.addresses import own_addresses
from posecam.streaming.certificate import authority, own_certificate
from posecam.streaming.phone_images import (
    ELSEWHERE,
    FULL,
    MOST_A_SECOND,
    MOST_BYTES,
    MOST_CAMERAS,
    NO_IMAGE,
    TOO_FAST,
    PhoneClock,
    clean_name,
)
from posecam.streaming.remote import REFUSED, RemoteServer
from tests.fakes.tls import by_turns
from tests.fakes.waiting import wait_until

MS = 1_000_000


def jpeg(grey: int = 90, size: tuple[int, int] = (64, 48)) -> bytes:
    width, height = size
    return cv2.imencode(".jpg", np.full((height, width, 3), grey, np.uint8))[1].tobytes()


class Secure:
    """A server with its own certificate, and what a browser that trusts it does."""

    def __init__(self, folder: Path) -> None:
        self.file = own_certificate(folder, own_addresses())
        self.server = RemoteServer(
            lambda _: None, port=0, host="127.0.0.1", certificate=lambda: self.file, secure_port=0
        )
        wait_until(lambda: bool(self.server.status.secure_port))
        self.here = f"127.0.0.1:{self.server.status.secure_port}"
        self.trust = by_turns(ssl.create_default_context(cadata=authority(self.file)))
        self._keys = 0

    @contextmanager
    def dial(self, path: str, first: dict[str, Any]) -> Iterator[ClientConnection]:
        origin = Origin(f"https://{self.here}")
        with connect(f"wss://{self.here}{path}", ssl=self.trust, origin=origin) as wire:
            wire.send(json.dumps(first))
            yield wire

    def key(self) -> str:
        """Of a telephone that has scanned the code."""
        with self.dial("/ws", {"code": self.server.code}) as wire:
            return str(json.loads(wire.recv(5))["key"])

    def get(self, path: str) -> http.client.HTTPResponse:
        wire = http.client.HTTPSConnection(
            "127.0.0.1", self.server.status.secure_port, context=self.trust, timeout=5
        )
        wire.request("GET", path)
        return wire.getresponse()


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Secure]:
    made = Secure(tmp_path)
    yield made
    made.server.close()
    PHONES.forget()


class Page:
    """What the telephone's page does. Its clock is `ahead_ms` before ours."""

    def __init__(self, wire: ClientConnection, ahead_ms: float = 0.0) -> None:
        self.wire, self.ahead_ms = wire, ahead_ms
        self.name = ""

    def now_ms(self) -> float:
        return time.perf_counter_ns() / 1e6 + self.ahead_ms

    def wait_for(self, kind: str) -> dict[str, Any]:
        """The next message of that kind; questions are answered."""
        while True:
            message: dict[str, Any] = json.loads(self.wire.recv(5))
            if message["type"] == "ask":
                answer = {"number": message["number"], "at": self.now_ms()}
                self.wire.send(json.dumps(answer))
            if message["type"] == kind:
                return message

    def send(self, image: bytes, at_ms: float | None = None) -> None:
        at_ms = self.now_ms() if at_ms is None else at_ms
        self.wire.send(struct.pack("<d", at_ms) + image)


def closing_code(wire: ClientConnection) -> int:
    try:
        while True:
            wire.recv(5)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd is not None else 1006


@contextmanager
def wanted(page: Page) -> Iterator[None]:
    """Someone has the telephone's camera open."""
    page.name = page.wait_for("camera")["name"]
    link = PHONES.find(page.name)
    assert link is not None
    link.open()
    try:
        while not page.wait_for("want")["on"]:
            pass
        yield
    finally:
        link.close()


def test_the_page_is_served_over_tls_and_so_is_what_can_be_trusted(secure: Secure) -> None:
    page = secure.get("/")
    assert page.status == 200
    assert f"connect-src wss://{secure.here}" in str(page.headers["Content-Security-Policy"])
    assert b"Camera" in page.read()
    trusted = secure.get("/certificate.crt")
    assert trusted.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert trusted.read() == authority(secure.file)


def test_without_tls_there_is_no_camera(secure: Secure) -> None:
    plain = f"127.0.0.1:{secure.server.status.port}"
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(f"ws://{plain}/camera", origin=Origin(f"http://{plain}")),
    ):
        pass
    assert refused.value.response.status_code == 404


@pytest.mark.parametrize("origin", ["https://evil.example", "http://{here}", "null", None])
def test_pages_of_other_origins_are_refused(secure: Secure, origin: str | None) -> None:
    said: Any = origin.replace("{here}", secure.here) if origin else None
    for path in ("/camera", "/ws"):
        with (
            pytest.raises(InvalidStatus) as refused,
            connect(f"wss://{secure.here}{path}", ssl=secure.trust, origin=said),
        ):
            pass
        assert refused.value.response.status_code == 403


@pytest.mark.parametrize(
    "first", [{}, {"key": "wrong"}, {"key": ""}, {"code": "wrong"}, {"key": 5}]
)
def test_wrong_keys_are_refused(secure: Secure, first: dict[str, Any]) -> None:
    with secure.dial("/camera", first) as wire:
        assert closing_code(wire) == REFUSED
    assert list(PHONES.names) == []


def test_images_arrive_with_the_time_at_which_they_were_taken(secure: Secure) -> None:
    """Though its clock is an hour ahead, and the images take their time."""
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire, ahead_ms=3_600_000.0)
        with wanted(page):
            assert secure.server.status.cameras == 1
            shot_ns = time.perf_counter_ns()
            shot_ms = page.now_ms()
            time.sleep(0.3)  # encoded, and on the way
            page.send(jpeg(), shot_ms)
            camera = PhoneCamera("Pixel 8")
            frame = camera.read()
            assert frame is not None
            assert frame.size == (64, 48)
            assert abs(frame.captured_ns - shot_ns) < 50 * MS
            assert page.wait_for("taken")["ms"] >= 300
            page.send(jpeg(200), shot_ms + 100)
            second = camera.read()
            camera.close()
            assert second is not None
            assert second.time == pytest.approx(0.1, abs=0.005)
    wait_until(lambda: PHONES.names == ())
    wait_until(lambda: secure.server.status.cameras == 0)


@pytest.mark.parametrize("at_ms", [1e13, -1e13, 0.0])
def test_an_image_of_an_impossible_time_is_of_now(secure: Secure, at_ms: float) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire, ahead_ms=1e9)
        with wanted(page):
            before = time.perf_counter_ns()
            page.send(jpeg(), at_ms)
            camera = PhoneCamera("Pixel 8")
            frame = camera.read()
            camera.close()
            assert frame is not None
            assert before < frame.captured_ns <= time.perf_counter_ns()


def test_a_telephone_that_comes_back_replaces_itself(secure: Secure) -> None:
    key = secure.key()
    with ExitStack() as both:
        first = Page(both.enter_context(secure.dial("/camera", {"key": key, "name": "Pixel 8"})))
        assert first.wait_for("camera")["name"] == "Pixel 8"
        second = Page(both.enter_context(secure.dial("/camera", {"key": key, "name": "Pixel 8"})))
        assert second.wait_for("camera")["name"] == "Pixel 8"
        assert list(PHONES.names) == ["Pixel 8"]
        first.send(jpeg())
        assert closing_code(first.wire) == ELSEWHERE
        link = PHONES.find("Pixel 8")
        assert link is not None
        link.open()
        while not second.wait_for("want")["on"]:
            pass
        link.close()


def no_jpeg() -> list[bytes]:
    good = jpeg()
    huge = bytearray(good)
    at = huge.index(b"\xff\xc0")
    huge[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    png = cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes()
    stamp = struct.pack("<d", 1.0)
    return [
        b"",
        b"\x00" * 8,
        stamp + png,
        stamp + good[:20],
        stamp + bytes(huge),
        stamp + jpeg(size=(8, 8)),
        struct.pack("<d", float("nan")) + good,
        struct.pack("<d", float("inf")) + good,
    ]


@pytest.mark.parametrize("number", range(len(no_jpeg())))
def test_what_is_no_image_of_a_camera_ends_the_connection(secure: Secure, number: int) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire)
        with wanted(page):
            wire.send(no_jpeg()[number])
            assert closing_code(wire) == NO_IMAGE


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "[" * 400, '{"number":1}', '{"number":"1","at":1}', '{"at":NaN}']
)
def test_what_is_no_answer_ends_the_connection(secure: Secure, text: str) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        wire.send(text)
        assert closing_code(wire) == NO_IMAGE


def test_an_image_that_is_too_large_ends_the_connection(secure: Secure) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire)
        with wanted(page):
            with suppress(ConnectionClosed):
                page.send(jpeg() + bytes(MOST_BYTES))
            assert closing_code(wire) in {1009, 1006}
    wait_until(lambda: PHONES.names == ())


def test_who_does_not_wait_until_an_image_is_taken_is_sent_away(secure: Secure) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire)
        with wanted(page):
            with suppress(ConnectionClosed):
                for _ in range(10):
                    page.send(jpeg())
            assert closing_code(wire) == TOO_FAST


def test_a_flood_of_answers_is_ended(secure: Secure) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        with suppress(ConnectionClosed):
            for _ in range(3 * MOST_A_SECOND):
                wire.send('{"number":0,"at":1}')
        assert closing_code(wire) == TOO_FAST


def test_one_camera_too_many_is_told_so(secure: Secure) -> None:
    with ExitStack() as many:
        for _ in range(MOST_CAMERAS):
            key = secure.key()
            wire = many.enter_context(secure.dial("/camera", {"key": key, "name": "Pixel 8"}))
            Page(wire).wait_for("camera")
        assert len(PHONES.names) == MOST_CAMERAS
        with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as late:
            assert closing_code(late) == FULL


def test_a_flood_of_connections_that_shake_no_hands_leaves_the_rest_alone(secure: Secure) -> None:
    with secure.dial("/camera", {"key": secure.key(), "name": "Pixel 8"}) as wire:
        page = Page(wire)
        with wanted(page):
            port = secure.server.status.secure_port
            idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
            try:
                page.send(jpeg())
                camera = PhoneCamera("Pixel 8")
                assert camera.read() is not None
                camera.close()
                refused = 0
                for one in idle:
                    one.settimeout(0.2)
                    with suppress(TimeoutError):
                        refused += one.recv(1) == b""
                assert refused > 50
            finally:
                for one in idle:
                    one.close()


def test_a_certificate_that_cannot_be_kept_costs_the_camera_alone(tmp_path: Path) -> None:
    def refuse() -> Path:
        raise OSError(28, "No space left on device")

    server = RemoteServer(lambda _: None, port=0, host="127.0.0.1", certificate=refuse)
    try:
        wait_until(lambda: bool(server.status.insecure))
        assert server.status.insecure == "Its certificate cannot be kept: no space left on device."
        assert server.status.kind == "running"
        assert server.status.secure_port == 0
    finally:
        server.close()


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Pixel 8", "Pixel 8"),
        ("  a \n b\t", "a b"),
        ("x" * 99, "x" * 40),
        ("\u202egpj.exe", "gpj.exe"),
        ("", "Telephone"),
        (None, "Telephone"),
        (["a"], "Telephone"),
        ("\x00\x1b[31m", "[31m"),
    ],
)
def test_a_name_is_made_harmless(said: object, called: str) -> None:
    assert clean_name(said) == called


def test_the_clock_is_found_though_some_answers_are_late() -> None:
    """The way there is 2 ms, and every third answer stands behind an image for 80 ms."""
    clock, offset_ns = PhoneClock(), 123_456_789_000
    for number in range(60):
        asked = number * 1000 * MS
        late = 80 * MS if number % 3 == 0 else 0
        said_ms = (asked + 2 * MS - offset_ns) / 1e6
        clock.add(asked, said_ms, asked + 4 * MS + late)
        if number >= 6:
            assert abs(clock.here_ns(said_ms) - (asked + 2 * MS)) < 1 * MS
    assert clock.known


def test_a_clock_that_drifts_is_followed_without_steps() -> None:
    clock, now = PhoneClock(), 0
    before = None
    for number in range(600):
        asked = number * 1000 * MS
        said_ms = asked * (1 + 100e-6) / 1e6  # 100 parts in a million too fast
        clock.add(asked, said_ms, asked + 2 * MS)
        now = clock.here_ns(said_ms)
        if before is not None and number > 6:
            assert 990 * MS < now - before < 1010 * MS
        before = now
    assert abs(now - 599_000 * MS) < 6 * MS
