"""The page on a telephone: everything is seen and within reach, upright, on its side, and small."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import pytest

from posecam.capture.phone import PhoneCamera
from posecam.capture.phones import PHONES
from posecam.catalogue import ENGLISH, LANGUAGES
from posecam.streaming.addresses import own_addresses
from posecam.streaming.certificate import own_certificate, spki_hash
from posecam.streaming.remote import RemoteServer
from tests.fakes.browser import Browser
from tests.fakes.waiting import wait_until

SIZES: Final = [(390, 844), (844, 390), (320, 568)]
READOUTS: Final = [
    {"title": "Knee flexion", "figures": ["124°", "118°"], "bright": True},
    {"title": "Hip flexion", "figures": ["90°", "88°"], "bright": False},
    {"title": "Repetitions of knee flexion", "figures": ["12", "2.4 s"], "bright": True},
]
STATE: Final[dict[str, Any]] = {
    "recorded": 12.3,
    "countdown": 0,
    "markers": 2,
    "ready": True,
    "last": True,
    "word": "No person detected",
    "readouts": READOUTS,
    "joints": None,
}
#: Which of the elements that are shown are not wholly within the page or do not hold their words.
OUTSIDE: Final = (
    "[...document.querySelectorAll('button,#clock,#state,.line span')].filter((e)=>{"
    "const r=e.getBoundingClientRect();return r.width&&(r.left<0||r.top<0||r.right>innerWidth+1"
    "||r.bottom>innerHeight+1||e.tagName==='BUTTON'&&e.scrollWidth>e.clientWidth)})"
    ".map((e)=>(e.id||'')+e.textContent).concat("
    "document.documentElement.scrollWidth>innerWidth?['wide']:[])"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RemoteServer]:
    path = own_certificate(tmp_path, own_addresses())
    hello = {"bones": [], "colours": [], "countdown": 3, "countdowns": [0, 3, 5, 10]}
    running = RemoteServer(
        lambda _: None,
        hello,
        port=0,
        host="127.0.0.1",
        certificate=lambda: path,
        secure_port=0,
    )
    wait_until(lambda: bool(running.status.secure_port))
    yield running
    running.close()
    PHONES.forget()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """What the pretended camera sees: its left half is white, its right one black."""
    image = np.zeros((360, 640, 3), np.uint8)
    image[:, :320] = 255
    path = tmp_path / "film.mjpeg"
    path.write_bytes(cv2.imencode(".jpg", image)[1].tobytes() * 30)
    return path


def phone(tmp_path: Path, size: tuple[int, int], film: Path, language: str = ENGLISH) -> Browser:
    switches = (
        f"--accept-lang={language.replace('_', '-')}",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
        f"--ignore-certificate-errors-spki-list={spki_hash(tmp_path / 'remote.pem')}",
    )
    return Browser(tmp_path / "profile", size, phone=True, switches=switches)


def tell(server: RemoteServer, page: Browser) -> None:
    """Have the page show how it stands."""
    server.send(STATE)
    wait_until(lambda: page.text("#clock") == "00:12")


@pytest.mark.parametrize(
    ("size", "language"),
    [*((size, ENGLISH) for size in SIZES), *((SIZES[-1], name) for name in LANGUAGES)],
)
def test_nothing_is_cut_off(
    server: RemoteServer, tmp_path: Path, size: tuple[int, int], film: Path, language: str
) -> None:
    page = phone(tmp_path, size, film, language)
    try:
        page.go(f"https://127.0.0.1:{server.status.secure_port}/#{server.code}")
        wait_until(lambda: server.status.phones == 1, timeout=20)
        tell(server, page)
        assert page.value("document.documentElement.lang") == language.replace("_", "-")
        assert page.value(OUTSIDE) == []
        page.tap("#camera")
        wait_until(lambda: bool(PHONES.names), timeout=20)
        tell(server, page)
        assert page.value(OUTSIDE) == []
        least = min(page.value("[...document.querySelectorAll('button')].map((e)=>"
                               "e.getBoundingClientRect().height||99)"))  # fmt: skip
        assert least >= 44  # a finger's width
        smallest = page.value("Math.min(...[...document.querySelectorAll('.line span')].map((e)=>"
                              "parseFloat(getComputedStyle(e).fontSize)))")  # fmt: skip
        assert smallest >= 15
        assert page.errors == []
    finally:
        page.close()


def test_a_telephone_that_lies_on_its_side_is_turned_upright(
    server: RemoteServer, tmp_path: Path, film: Path
) -> None:
    page = phone(tmp_path, SIZES[0], film)
    try:
        page.go(f"https://127.0.0.1:{server.status.secure_port}/#{server.code}")
        wait_until(lambda: page.text("#state") == "Connected", timeout=20)
        page.tap("#camera")
        wait_until(lambda: bool(PHONES.names), timeout=20)
        camera = PhoneCamera(PHONES.names[0], first_image_s=20.0)
        try:
            frame = camera.read()
            assert frame is not None
            assert frame.size == (640, 360)
            assert frame.image[180, 40].mean() > 200
            assert frame.image[180, 600].mean() < 50
            turned = threading.Event()
            reading = threading.Thread(target=read_until, args=(camera, (360, 640), turned))
            reading.start()
            page.tap("#turn")
            wait_until(turned.is_set, timeout=20)
            reading.join()
            frame = camera.read()
            assert frame is not None
            # A quarter turn to the right: what was left is up.
            assert frame.image[40, 180].mean() > 200
            assert frame.image[600, 180].mean() < 50
        finally:
            camera.close()
        assert page.errors == []
    finally:
        page.close()


def read_until(camera: PhoneCamera, size: tuple[int, int], seen: threading.Event) -> None:
    """Take images until one has that size."""
    while not seen.is_set():
        frame = camera.read()
        if frame is not None and frame.size == size:
            seen.set()
