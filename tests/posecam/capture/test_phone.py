"""A telephone as a camera: which are there, and what is read of one."""

from __future__ import annotations

import struct
import threading

import cv2
import numpy as np
import pytest

from posecam.capture import CaptureThread, LatestFrame, open_source, parse_spec
from posecam.capture.phone import PhoneCamera
from posecam.capture.phones import PHONES, PhoneCameras, PhoneLink, jpeg_size
from posecam.errors import SourceError
from tests.fakes.waiting import wait_until

MS = 1_000_000


def jpeg(grey: int = 90, size: tuple[int, int] = (64, 48)) -> bytes:
    width, height = size
    return cv2.imencode(".jpg", np.full((height, width, 3), grey, np.uint8))[1].tobytes()


class Phone:
    """What the page of a telephone would do, without a network."""

    def __init__(self, phones: PhoneCameras, name: str = "Pixel", key: str = "k") -> None:
        self.wanted: list[bool] = []
        self.taken = 0
        self.link: PhoneLink = phones.join(key, name, self.wanted.append, self._count)

    def _count(self) -> None:
        self.taken += 1


@pytest.fixture
def phones() -> PhoneCameras:
    return PhoneCameras()


def opened(phones: PhoneCameras, phone: Phone, shot_ns: int = 5 * MS) -> PhoneCamera:
    """The camera, with one image taken at its opening."""
    answer = threading.Timer(0.05, lambda: phone.link.put(jpeg(), shot_ns))
    answer.start()
    try:
        return PhoneCamera("Pixel", phones)
    finally:
        answer.join()


@pytest.mark.parametrize("size", [(64, 48), (48, 64), (1920, 1080), (17, 16)])
def test_a_jpeg_says_its_size(size: tuple[int, int]) -> None:
    assert jpeg_size(jpeg(size=size)) == size


def test_a_jpeg_with_metadata_and_of_the_progressive_kind_says_its_size() -> None:
    image = np.zeros((48, 64, 3), np.uint8)
    progressive = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_PROGRESSIVE, 1])[1].tobytes()
    exif = b"\xff\xe1" + struct.pack(">H", 2 + 300) + b"\xff\xc0" * 150
    assert jpeg_size(progressive[:2] + exif + progressive[2:]) == (64, 48)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" + bytes(40), jpeg()[:8], bytes(100)],
)
def test_what_is_no_jpeg_has_no_size(data: bytes) -> None:
    assert jpeg_size(data) is None


def test_a_spec_names_a_telephone() -> None:
    spec = parse_spec("phone:Pixel 8")
    assert (spec.kind, spec.value, spec.name, spec.live) == ("phone", "Pixel 8", "Pixel 8", True)
    with pytest.raises(SourceError, match="No telephone was named"):
        parse_spec("phone: ")


def test_one_that_is_not_connected_is_said_to_be_so() -> None:
    with pytest.raises(SourceError, match=r"^Pixel 8 is not connected: open the remote \(P\)"):
        open_source("phone:Pixel 8")


def test_two_of_one_kind_have_two_names(phones: PhoneCameras) -> None:
    Phone(phones, key="a")
    second = Phone(phones, key="b")
    assert list(phones.names) == ["Pixel", "Pixel (2)"]
    assert second.link is phones.find("Pixel (2)")
    again = Phone(phones, key="b")
    assert again.link.name == "Pixel (2)"
    assert second.link.gone


def test_who_scans_another_code_has_the_name_again(phones: PhoneCameras) -> None:
    first = Phone(phones, key="a")
    phones.leave(first.link)
    assert list(phones.names) == []
    assert Phone(phones, key="b").link.name == "Pixel"
    phones.forget()
    assert list(phones.names) == []


def test_images_are_wanted_while_it_is_open(phones: PhoneCameras) -> None:
    phone = Phone(phones)
    phone.link.put(jpeg(), 1 * MS)  # no one has asked for it
    camera = opened(phones, phone)
    assert phone.wanted == [True]
    assert phone.taken == 1
    assert (camera.info().width, camera.info().height) == (64, 48)
    camera.close()
    camera.close()
    assert phone.wanted == [True, False]
    assert not phone.link.wanted


def test_the_newest_image_wins_with_the_time_at_which_it_was_taken(phones: PhoneCameras) -> None:
    phone = Phone(phones)
    camera = opened(phones, phone, shot_ns=1_000 * MS)
    first = camera.read()
    phone.link.put(jpeg(10), 1_033 * MS)
    phone.link.put(jpeg(200), 1_066 * MS)
    second = camera.read()
    camera.close()
    assert first is not None
    assert second is not None
    assert (first.frame_id, first.time, first.captured_ns) == (0, 0.0, 1_000 * MS)
    assert (second.frame_id, second.captured_ns) == (1, 1_066 * MS)
    assert second.time == pytest.approx(0.066)
    assert second.image.shape == (48, 64, 3)
    assert abs(int(second.image[0, 0, 0]) - 200) < 3
    assert phone.taken == 2


def test_an_image_that_cannot_be_read_or_is_older_is_passed_over(phones: PhoneCameras) -> None:
    phone = Phone(phones)
    camera = opened(phones, phone, shot_ns=100 * MS)
    camera.read()
    broken = jpeg()[:40] + bytes(30)
    for image, shot_ns, next_ns in ((broken, 110 * MS, 150 * MS), (jpeg(), 90 * MS, 200 * MS)):
        phone.link.put(image, shot_ns)
        answer = threading.Timer(0.05, phone.link.put, (jpeg(), next_ns))
        answer.start()
        assert camera.read() is not None
        answer.join()
    camera.close()
    assert camera.skipped == 2


def test_silence_and_leaving_are_told_apart(
    phones: PhoneCameras, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posecam.capture.phone.NEXT_IMAGE_S", 0.1)
    phone = Phone(phones)
    camera = opened(phones, phone)
    camera.read()
    with pytest.raises(SourceError, match="is its screen off"):
        camera.read()
    phone.link.put(b"\xff\xd8nothing", 50 * MS)
    with pytest.raises(SourceError, match="images that cannot be read"):
        camera.read()
    phones.leave(phone.link)
    with pytest.raises(SourceError, match="Pixel has disconnected"):
        camera.read()
    camera.close()


def test_it_is_shown_again_when_it_comes_back() -> None:
    """With the real thread: lost, told, and found under the same name."""
    phone = Phone(PHONES)
    slot, stopping = LatestFrame(), threading.Event()
    number = 0

    def film() -> None:
        nonlocal number
        while not stopping.wait(0.02):
            number += 1
            phone.link.put(jpeg(number % 200), number * 20 * MS)

    filming = threading.Thread(target=film)
    filming.start()
    capture = CaptureThread("phone:Pixel", slot)
    capture.start()
    try:
        wait_until(lambda: capture.state.frames > 3)
        PHONES.leave(phone.link)
        wait_until(lambda: capture.state.kind == "reconnecting")
        assert "not connected" in capture.state.message or "disconnected" in capture.state.message
        frames = capture.state.frames
        phone = Phone(PHONES)
        wait_until(lambda: capture.state.kind == "live" and capture.state.frames > frames + 3)
        newest = slot.wait(-1, 1.0)
        assert newest is not None
        assert newest.opening >= 1
    finally:
        capture.stop()
        stopping.set()
        filming.join()
        PHONES.forget()
