"""Cameras behind an address, with a real one on this machine."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Iterator

import numpy as np
import pytest

from posecam.capture import Source, open_source
from posecam.capture.ip_camera import NetworkCamera
from posecam.errors import SourceError
from tests.fakes.http_camera import HttpCamera, SilentServer, closed_port
from tests.fakes.rtsp_camera import RtspCamera
from tests.fakes.videos import number_in


def read_on(source: Source) -> None:
    for _ in range(100):
        source.read()


@pytest.fixture
def camera() -> Iterator[HttpCamera]:
    with HttpCamera() as camera:
        yield camera


def test_motion_jpeg_arrives_at_its_own_pace(camera: HttpCamera) -> None:
    source = open_source(camera.url)
    frames = [source.read() for _ in range(31)]
    source.close()

    assert source.live
    assert [f.frame_id for f in frames if f] == list(range(31))
    times = [f.time for f in frames if f]
    assert times[0] == 0
    assert 0.7 < times[-1] < 1.6
    assert (source.info().width, source.info().height) == (160, 120)
    assert source.info().frame_count == -1


def test_a_change_of_size_is_followed(camera: HttpCamera) -> None:
    source = open_source(camera.url)
    assert (first := source.read()) is not None
    assert first.size == (160, 120)
    camera.size = (320, 240)
    sizes = {frame.size for frame in (source.read() for _ in range(30)) if frame}
    source.close()
    assert (320, 240) in sizes


def test_grey_images_are_taken(camera: HttpCamera) -> None:
    camera.grey.set()
    source = open_source(camera.url)
    assert (frame := source.read()) is not None
    camera.grey.clear()
    frames = [source.read() for _ in range(20)]
    source.close()
    assert frame.image.shape == (120, 160, 3)
    assert np.ptp(frame.image.astype(int), axis=2).max() <= 2
    assert any(np.ptp(f.image.astype(int), axis=2).max() > 50 for f in frames if f)


def test_a_camera_that_goes_silent_is_noticed(camera: HttpCamera) -> None:
    source = open_source(camera.url)
    source.read()
    camera.stalled.set()
    started = time.monotonic()
    with pytest.raises(SourceError, match="has stopped delivering: it does not answer"):
        read_on(source)
    source.close()
    assert time.monotonic() - started < 2.5


def test_a_camera_that_ends_is_noticed(camera: HttpCamera) -> None:
    source = open_source(camera.url)
    source.read()
    camera.stop()
    started = time.monotonic()
    with pytest.raises(SourceError, match=r"has ended its stream|has stopped delivering"):
        read_on(source)
    source.close()
    assert time.monotonic() - started < 2.5


def test_rtsp_arrives_image_by_image_and_its_end_is_noticed() -> None:
    with RtspCamera() as camera:
        source = open_source(camera.url)
        frames, behind = [], []
        for _ in range(45):
            frames.append(frame := source.read())
            assert frame is not None
            behind.append(camera.sent - number_in(frame.image))
        camera.stop()
        started = time.monotonic()
        with pytest.raises(SourceError, match=r"has ended its stream|has stopped delivering"):
            read_on(source)
        source.close()
        assert time.monotonic() - started < 2.5

    assert source.live
    images = [f for f in frames if f]
    numbers = [number_in(f.image) for f in images]
    # MPEG-TS itself holds back two; a decoder that works on several at once would add more.
    assert statistics.median(behind) <= 3
    assert numbers == list(range(numbers[0], numbers[0] + 45))
    assert images[-1].time - images[15].time == pytest.approx(29 / 30, abs=0.3)


@pytest.mark.parametrize("scheme", ["http", "rtsp", "rtmp"])
def test_an_address_that_refuses_is_a_sentence_without_the_password(
    scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(SourceError, match=r"refuses the connection\.$") as caught,
    ):
        open_source(f"{scheme}://eve:secret@127.0.0.1:{closed_port()}/live")
    assert "secret" not in str(caught.value)
    assert "eve:***@127.0.0.1" in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "secret" not in caplog.text


@pytest.mark.parametrize("scheme", ["http", "rtsp"])
def test_an_address_that_never_answers_is_given_up(scheme: str) -> None:
    with SilentServer() as server:
        started = time.monotonic()
        with pytest.raises(SourceError, match="does not answer"):
            NetworkCamera(f"{scheme}://127.0.0.1:{server.port}/live", open_s=0.5, read_s=0.5)
        assert time.monotonic() - started < 2


def test_a_wrong_path_and_a_missing_password_are_told(camera: HttpCamera) -> None:
    with pytest.raises(SourceError, match="nothing under this address"):
        open_source(camera.url.replace("/video", "/elsewhere"))
    camera.user = "eve:secret"
    with pytest.raises(SourceError, match="wants a user and password"):
        open_source(f"http://127.0.0.1:{camera.port}/video")
    source = open_source(camera.url)
    source.close()
    assert source.name == f"http://eve:***@127.0.0.1:{camera.port}/video"


def test_a_host_that_does_not_exist_is_a_sentence() -> None:
    with pytest.raises(SourceError, match=r"http://nowhere\.invalid/ cannot be reached\.$"):
        open_source("http://nowhere.invalid/")
