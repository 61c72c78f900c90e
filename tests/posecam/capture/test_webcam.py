"""Cameras: the real OpenCV device on a real stream, and devices that misbehave."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from posecam.capture import CaptureOptions, list_cameras, open_source
from posecam.capture import webcam as webcam_module
from posecam.capture.convert import to_bgr
from posecam.capture.devices import Camera, find_camera
from posecam.capture.webcam import Webcam
from posecam.errors import SourceError
from tests.fakes.http_camera import HttpCamera


class OddCamera:
    """A device whose images are made by a function of their number; None: nothing comes.

    Args:
        image: number -> what it delivers.
        says: property -> what it says of itself; 0 of all others.
    """

    def __init__(self, image: Callable[[int], Any], says: dict[int, float] | None = None) -> None:
        self.image = image
        self.says = says or {}
        self.asked: list[tuple[int, float]] = []
        self.number = -1
        self.released = False

    def isOpened(self) -> bool:  # noqa: N802 (OpenCV's own name)
        return True

    def grab(self) -> bool:
        self.number += 1
        return self.image(self.number) is not None

    def retrieve(self) -> tuple[bool, Any]:
        return True, self.image(self.number)

    def get(self, property_id: int, /) -> float:
        return self.says.get(property_id, 0.0)

    def set(self, property_id: int, value: float, /) -> bool:
        self.asked.append((property_id, value))
        return False

    def release(self) -> None:
        self.released = True


def read_on(webcam: Webcam) -> None:
    for _ in range(500):
        webcam.read()


def test_an_index_that_does_not_exist_is_a_sentence() -> None:
    assert not Path("/dev/video63").exists()
    with pytest.raises(SourceError, match=r"^There is no camera 63\.$"):
        open_source("63")


def test_a_name_that_does_not_exist_lists_the_cameras_there_are() -> None:
    with pytest.raises(SourceError, match=r'called "No Such Camera" \(cameras here: '):
        open_source("No Such Camera")


def test_a_missing_camera_prints_nothing() -> None:
    code = (
        "from posecam.capture import open_source\n"
        "from posecam.errors import SourceError\n"
        "try:\n    open_source('63')\n"
        "except SourceError as error:\n    print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "There is no camera 63.\n"
    assert run.stderr == ""


def test_cameras_are_listed_without_opening_any() -> None:
    started = time.monotonic()
    cameras = list_cameras()
    assert time.monotonic() - started < 2
    assert all(Path(f"/dev/video{c.index}").exists() for c in cameras if sys.platform == "linux")


def test_a_camera_is_found_by_index_name_or_part_of_it() -> None:
    cameras = [Camera("HP TrueVision", 0), Camera("Logitech C920", 2), Camera("Logitech Brio", 4)]
    assert find_camera("2", cameras) == (2, "Logitech C920")
    assert find_camera("7", cameras) == (7, "camera 7")
    assert find_camera("logitech brio", cameras) == (4, "Logitech Brio")
    assert find_camera("c920", cameras) == (2, "Logitech C920")
    with pytest.raises(SourceError, match="More than one camera"):
        find_camera("logitech", cameras)


def test_a_camera_that_was_plugged_in_again_is_followed_to_its_new_index() -> None:
    hp, brio = Camera("HP TrueVision", 0), Camera("Logitech Brio", 2)
    assert find_camera("0", [hp, brio], known_as="HP TrueVision") == (0, "HP TrueVision")
    assert find_camera("0", [Camera("HP TrueVision", 1), brio], known_as="HP TrueVision") == (
        1,
        "HP TrueVision",
    )
    # Nothing is listed: the index may still be right.
    assert find_camera("0", [], known_as="HP TrueVision") == (0, "HP TrueVision")
    assert find_camera("0", [hp], known_as="camera 0") == (0, "HP TrueVision")


def test_another_camera_is_not_taken_for_the_one_that_was_unplugged() -> None:
    others = [Camera("Logitech Brio", 0)]
    with pytest.raises(SourceError, match=r"^HP TrueVision is not plugged in\.$"):
        find_camera("0", others, known_as="HP TrueVision")
    twins = [Camera("HP TrueVision", 1), Camera("HP TrueVision", 3)]
    with pytest.raises(SourceError, match="not plugged in"):
        find_camera("0", [*twins, *others], known_as="HP TrueVision")


def test_a_real_device_delivers_and_its_loss_is_noticed() -> None:
    with HttpCamera(fps=60) as camera:
        url = camera.url
        webcam = Webcam("63", open_device=lambda _: cv2.VideoCapture(url, cv2.CAP_FFMPEG))
        frames = [webcam.read() for _ in range(30)]
        camera.stop()
        lost_at = time.monotonic()
        with pytest.raises(SourceError, match="camera 63 has stopped delivering"):
            read_on(webcam)
        webcam.close()
    assert time.monotonic() - lost_at < 4
    assert [f.frame_id for f in frames if f] == list(range(30))
    times = [f.time for f in frames if f]
    assert times[0] == 0
    assert all(b > a for a, b in itertools.pairwise(times))
    assert webcam.info().width == 160


def test_images_of_any_kind_become_bgr() -> None:
    kinds = [
        np.full((6, 8), 10, np.uint8),
        np.full((6, 8, 1), 20, np.uint8),
        np.full((6, 8, 4), 30, np.uint8),
        np.full((6, 8), 40 << 8, np.uint16),
        np.full((12, 16, 3), 50, np.uint8)[::2, ::2],
        np.full((24, 32, 3), 60, np.uint8),
    ]
    webcam = Webcam("63", open_device=lambda _: OddCamera(lambda n: kinds[min(n, 5)]))
    frames = [webcam.read() for _ in kinds]
    images = [f.image for f in frames if f]
    assert [int(i[0, 0, 2]) for i in images] == [10, 20, 30, 40, 50, 60]
    assert all(i.dtype == np.uint8 and i.flags.c_contiguous and i.ndim == 3 for i in images)
    assert [i.shape[:2] for i in images] == [(6, 8)] * 5 + [(24, 32)]


@pytest.mark.parametrize(
    "garbage",
    [None, "text", np.zeros((0, 0, 3), np.uint8), np.zeros((4, 4, 2), np.uint8), np.zeros((4, 4))],
)
def test_garbage_is_no_image(garbage: object) -> None:
    assert to_bgr(garbage) is None


def test_garbage_between_images_is_counted() -> None:
    good = np.zeros((6, 8, 3), np.uint8)
    device = OddCamera(lambda n: good if n % 2 else np.zeros(0, np.uint8))
    webcam = Webcam("63", open_device=lambda _: device)
    frames = [webcam.read() for _ in range(4)]
    assert [f.frame_id for f in frames if f] == [0, 1, 2, 3]
    assert webcam.skipped == 4


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        (None, r"^camera 63 opens but delivers no image\.$"),
        (np.zeros(0, np.uint8), r"^camera 63 sends images that cannot be read\.$"),
    ],
)
def test_a_camera_that_delivers_nothing_is_a_sentence_and_is_released(
    image: object, sentence: str
) -> None:
    device = OddCamera(lambda _: image)
    with pytest.raises(SourceError, match=sentence):
        Webcam("63", open_device=lambda _: device, first_image_s=0.2)
    assert device.released


IMAGE = np.zeros((480, 640, 3), np.uint8)
MJPG = float(cv2.VideoWriter.fourcc(*"MJPG"))
YUYV = float(cv2.VideoWriter.fourcc(*"YUYV"))


def test_compressed_images_are_asked_for_first_then_the_size_and_the_rate() -> None:
    device = OddCamera(lambda _: IMAGE)
    Webcam("63", open_device=lambda _: device)
    assert device.asked[:4] == [
        (cv2.CAP_PROP_FOURCC, MJPG),
        (cv2.CAP_PROP_FRAME_WIDTH, 640),
        (cv2.CAP_PROP_FRAME_HEIGHT, 480),
        (cv2.CAP_PROP_FPS, 30),
    ]
    device = OddCamera(lambda _: IMAGE)
    options = CaptureOptions.parse("1280x720@60 YUYV")
    Webcam("63", options, open_device=lambda _: device)
    assert [value for _, value in device.asked[:4]] == [YUYV, 1280, 720, 60]


def test_what_the_camera_really_gives_is_told() -> None:
    says = {cv2.CAP_PROP_FPS: 25.0, cv2.CAP_PROP_FOURCC: YUYV}
    webcam = Webcam("63", open_device=lambda _: OddCamera(lambda _: IMAGE, says))
    info = webcam.info()
    assert (info.width, info.height, info.nominal_fps) == (640, 480, 25)
    assert info.pixel_format == "YUYV"
    assert webcam.warning == ""  # nothing was asked for


def test_something_else_than_was_asked_for_is_a_sentence() -> None:
    says = {cv2.CAP_PROP_FPS: 30.0, cv2.CAP_PROP_FOURCC: MJPG}
    device = OddCamera(lambda _: IMAGE, says)
    asked = CaptureOptions.parse("1280x720@60 MJPG")
    webcam = Webcam("63", asked, open_device=lambda _: device)
    assert webcam.warning == "camera 63 gives 640x480@30 MJPG instead of 1280x720@60 MJPG."
    asked = CaptureOptions.parse("640x480@30 MJPG")
    assert Webcam("63", asked, open_device=lambda _: device).warning == ""


@pytest.mark.parametrize("said", [0.0, -1.0, float("nan"), float("inf"), 1e9])
def test_a_rate_that_makes_no_sense_is_none(said: float) -> None:
    says = {cv2.CAP_PROP_FPS: said, cv2.CAP_PROP_FOURCC: said}
    asked = CaptureOptions.parse("640x480@30 MJPG")
    webcam = Webcam("63", asked, open_device=lambda _: OddCamera(lambda _: IMAGE, says))
    assert webcam.info().nominal_fps == 0
    assert webcam.warning == ""


def test_a_driver_that_throws_is_a_camera_that_sends_garbage() -> None:
    def image(number: int) -> object:
        if number % 3 == 1:
            raise cv2.error("the driver is confused")
        return IMAGE

    webcam = Webcam("63", open_device=lambda _: OddCamera(image))
    frames = [webcam.read() for _ in range(5)]
    assert [f.frame_id for f in frames if f] == list(range(5))
    assert webcam.skipped >= 2


def test_an_unplugged_camera_is_noticed_at_once_where_the_system_has_a_node_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "video63"
    node.touch()
    monkeypatch.setattr(webcam_module, "node_of", lambda _: node)
    webcam = Webcam("63", open_device=lambda _: OddCamera(lambda n: IMAGE if n < 3 else None))
    for _ in range(3):
        webcam.read()
    node.unlink()
    began = time.monotonic()
    with pytest.raises(SourceError, match=r"^camera 63 was unplugged\.$"):
        webcam.read()
    assert time.monotonic() - began < 0.2
