"""The virtual camera: its images, its pace, and what is said where there is none."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from posecam.pose import Frame, FrameResult
from posecam.streaming import StreamOptions, Streams
from posecam.streaming.options import StreamError
from posecam.streaming.virtual_camera import (
    HEIGHT,
    REPEAT_S,
    WIDTH,
    Device,
    Image,
    VirtualCamera,
    open_device,
)
from tests.fakes.estimator import figure, make_pose
from tests.fakes.waiting import wait_until


class FakeDevice:
    """Keeps what a driver would take."""

    device = "Fake camera"

    def __init__(self, slow_s: float = 0.0) -> None:
        self.images: list[Image] = []
        self.opened: tuple[int, int, int] | None = None
        self.closed = threading.Event()
        self._slow_s = slow_s

    def send(self, frame: Image) -> None:
        time.sleep(self._slow_s)
        self.images.append(frame.copy())

    @contextlib.contextmanager
    def __call__(self, width: int, height: int, rate: int) -> Iterator[Device]:
        self.opened = (width, height, rate)
        yield self
        self.closed.set()


@contextlib.contextmanager
def camera(device: Callable[..., object], view: str = "overlay") -> Iterator[VirtualCamera]:
    one = VirtualCamera(view, device)  # type: ignore[arg-type]
    try:
        yield one
    finally:
        one.close()


def result(number: int = 0, size: tuple[int, int] = (640, 480)) -> FrameResult:
    image = np.full((size[1], size[0], 3), 40, np.uint8)
    frame = Frame(image, number, number / 30, time.perf_counter_ns())
    return FrameResult(frame, (make_pose(frame, figure(), None),))


def test_the_overlay_is_the_video_with_its_skeletons_in_the_cameras_shape() -> None:
    device = FakeDevice()
    with camera(device) as one:
        one.send(shown := result())
        wait_until(lambda: bool(device.images))
        assert one.status.kind == "running"
        assert one.status.address == "Fake camera"
        assert one.status.sent == 1
    assert device.closed.is_set()
    assert device.opened == (WIDTH, HEIGHT, 30)
    image = device.images[0]
    assert image.shape == (HEIGHT, WIDTH, 3)
    assert image[:, :150].max() == 0  # 4:3 in 16:9
    assert np.ptp(image.astype(int), axis=2).max() > 100  # a skeleton
    assert (shown.frame.image == 40).all()  # which is not drawn into the frame itself


def test_only_the_newest_is_sent_and_no_one_waits_for_the_driver() -> None:
    device = FakeDevice(slow_s=0.1)
    with camera(device) as one:
        begun = time.perf_counter()
        for number in range(50):
            one.send(result(number))
        assert time.perf_counter() - begun < 1.0
        one.show(lambda: np.full((HEIGHT, WIDTH, 3), 200, np.uint8))
        wait_until(lambda: bool(device.images) and bool((device.images[-1] == 200).all()))
        assert len(device.images) < 10


def test_the_last_image_stays_while_none_comes() -> None:
    device = FakeDevice()
    with camera(device, "key") as one:
        one.send(result())  # which is not what it shows
        time.sleep(2 * REPEAT_S)
        assert not device.images
        one.show(lambda: np.full((360, 640, 3), 77, np.uint8))
        wait_until(lambda: len(device.images) >= 3)
        assert one.status.sent == 1
    assert all((image == 77).all() for image in device.images)


def test_what_is_missing_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyvirtualcam", None)
    with pytest.raises(StreamError, match=r"pip install 'posecam\[virtual-camera\]'"):
        open_device(WIDTH, HEIGHT, 30)


@pytest.mark.parametrize(
    ("platform", "what"),
    [("linux", "v4l2loopback"), ("win32", "OBS Studio"), ("darwin", "OBS Studio 30")],
)
def test_without_a_driver_the_system_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, platform: str, what: str
) -> None:
    real = pytest.importorskip("pyvirtualcam")

    def none(*_: object, **__: object) -> None:
        raise RuntimeError("virtual camera output could not be started\nno devices")

    monkeypatch.setattr(real, "Camera", none)
    monkeypatch.setattr("posecam.streaming.virtual_camera.sys.platform", platform)
    with camera(open_device) as one:
        wait_until(lambda: one.status.kind == "failed")
        assert what in one.status.message
        assert "\n" not in one.status.message


def test_a_driver_that_goes_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posecam.streaming.virtual_camera.AGAIN_S", 0.05)
    device = FakeDevice()
    calls = 0

    def broken(*given: int) -> object:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError("gone")
        return device(*given)

    with camera(broken) as one:
        wait_until(lambda: one.status.kind == "running")
        one.send(result())
        wait_until(lambda: bool(device.images))
    assert calls == 2


def test_off_it_has_no_thread_and_on_it_is_one_of_the_streams() -> None:
    before = threading.active_count()
    streams = Streams(StreamOptions())
    assert streams.camera is None
    assert threading.active_count() == before
    streams = Streams(StreamOptions(virtual_camera="key"))
    assert [status.name for status in streams.status] == ["Virtual camera"]
    streams.close()
    assert threading.active_count() == before
