"""The capture thread when a camera goes away: retries, pauses, what is said."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from posecam.capture import CaptureThread, LatestFrame
from posecam.capture import thread as thread_module
from posecam.errors import SourceError
from tests.fakes.capturing import Capture
from tests.fakes.clocks import NeverOver, SkippedTime
from tests.fakes.http_camera import HttpCamera, closed_port
from tests.fakes.rtsp_camera import RtspCamera
from tests.fakes.scripted import ScriptedSource


class Refusing:
    """Takes the place of `open_source`: refuses every try, each of which takes so many seconds."""

    def __init__(self, time: SkippedTime, took_s: list[float]) -> None:
        self.time = time
        self.took_s = took_s
        self.thread: CaptureThread | None = None

    def __call__(self, *_: object, **__: object) -> None:
        if not self.took_s:
            assert self.thread is not None
            self.thread.stop()
            raise SourceError("camera is gone.")
        self.time.now_ns += round(self.took_s.pop(0) * 1e9)
        raise SourceError("camera is gone.")


def test_an_unplugged_camera_is_found_again_with_ids_and_time_going_on(
    capture: Callable[..., Capture],
) -> None:
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 10)
        camera.stop()
        one.wait(lambda: one.thread.state.kind == "reconnecting")
        assert one.thread.state.message.endswith("Trying again.")
        before = len(one.frames)
        one.wait(lambda: one.thread.state.reconnects >= 2)
        camera.start()
        one.wait(lambda: len(one.frames) > before + 10)
        assert one.thread.state.kind == "live"
        assert one.thread.state.message == ""
        one.thread.stop()

    assert [f.frame_id for f in one.frames] == list(range(len(one.frames)))
    for a, b in zip(one.frames, one.frames[1:], strict=False):
        assert b.time - a.time == pytest.approx((b.captured_ns - a.captured_ns) / 1e9, abs=1e-6)
    gap = one.frames[before].time - one.frames[before - 1].time
    assert gap > 0.3
    openings = [frame.opening for frame in one.frames]
    assert openings == [0] * before + [1] * (len(openings) - before)


def test_a_camera_that_is_not_there_yet_is_waited_for(capture: Callable[..., Capture]) -> None:
    camera = HttpCamera()
    camera.port = closed_port()
    camera.user = "eve:secret"
    one = capture(camera.url)
    one.wait(lambda: one.thread.state.kind == "reconnecting")
    assert "refuses the connection. Trying again." in one.thread.state.message
    assert not any("secret" in s.message + s.source for s in one.states)
    with camera:
        one.wait(lambda: one.thread.state.kind == "live")
        one.thread.stop()


@pytest.mark.parametrize(
    ("took_s", "pauses_s"),
    [
        ([0.0] * 5, [0.2, 0.4, 0.8, 1.0, 1.0]),
        # A try that took its time has waited already.
        ([0.0, 0.3, 0.5, 5.0], [0.2, 0.2, 0.3, 0.2]),
    ],
)
def test_the_pauses_between_tries_grow(
    took_s: list[float], pauses_s: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    skipped = SkippedTime()
    refusing = Refusing(skipped, list(took_s))
    monkeypatch.setattr(thread_module, "open_source", refusing)
    refusing.thread = thread = CaptureThread(
        "http://camera.invalid/", LatestFrame(), clock=skipped.clock, wait=skipped.wait
    )
    thread.start()
    thread.join()
    assert skipped.waits == pytest.approx(pauses_s)


def test_a_camera_that_delivered_is_tried_again_at_once_after_it_failed(
    capture: Callable[..., Capture], scripted: ScriptedSource
) -> None:
    skipped = SkippedTime()
    for _ in range(4):  # fails, and fails again: 0.2 and 0.4 s
        scripted.end()
    scripted.give(0)
    scripted.end()
    scripted.end()
    one = capture("http://camera.invalid/", clock=skipped)
    one.wait(lambda: one.thread.state.reconnects == 6)
    assert skipped.waits[:6] == pytest.approx([0.2, 0.4, 0.8, 1.0, 0.2, 0.4])
    scripted.end()
    one.thread.stop()


@pytest.mark.parametrize(
    ("spec", "options"),
    [("gone.mp4", {}), ("63", {"retry": False}), ("http://127.0.0.1:1/", {"retry": False})],
)
def test_what_is_not_retried_is_lost_with_its_sentence(
    spec: str, options: dict[str, bool], capture: Callable[..., Capture]
) -> None:
    one = capture(spec, **options)
    one.thread.join(5)
    assert not one.thread.is_alive()
    state = one.thread.state
    assert state.kind == "lost"
    assert state.message.endswith(".")
    assert "again" not in state.message


def test_a_missing_camera_is_retried_until_stopped(capture: Callable[..., Capture]) -> None:
    one = capture("63", clock=SkippedTime())
    one.wait(lambda: one.thread.state.reconnects >= 2)
    assert one.thread.state.message == "There is no camera 63. Trying again."
    assert one.thread.stop()
    assert one.thread.state.kind == "ended"


def test_stopping_ends_the_pause_between_tries(capture: Callable[..., Capture]) -> None:
    one = capture("63", clock=NeverOver())
    one.wait(lambda: one.thread.state.reconnects == 1)
    assert one.thread.stop()


def test_garbage_in_the_middle_of_a_stream_is_passed_over(capture: Callable[..., Capture]) -> None:
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 5)
        camera.garbage.set()
        one.wait(lambda: one.thread.state.kind == "stalled")
        camera.garbage.clear()
        one.wait(lambda: one.thread.state.kind == "live")
        one.thread.stop()
    assert one.thread.state.reconnects == 0
    assert [f.frame_id for f in one.frames] == list(range(len(one.frames)))


def test_nothing_but_garbage_is_said_and_tried_again(capture: Callable[..., Capture]) -> None:
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 5)
        camera.garbage.set()
        one.wait(lambda: one.thread.state.kind == "reconnecting")
        assert "sends images that cannot be read. Trying again." in one.states[-1].message
        camera.garbage.clear()
        one.wait(lambda: one.thread.state.kind == "live")
        one.thread.stop()


def test_an_rtsp_camera_that_was_away_is_live_again_soon(capture: Callable[..., Capture]) -> None:
    with RtspCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 10)
        camera.stop()
        one.wait(lambda: one.thread.state.kind in ("stalled", "reconnecting"))
        one.wait(lambda: one.thread.state.reconnects >= 2)
    before = len(one.frames)
    with RtspCamera(port=camera.port):
        one.wait(lambda: len(one.frames) > before)
        one.thread.stop()
    assert one.frames[-1].opening == 1


def test_a_plug_event_ends_the_pause_between_tries(capture: Callable[..., Capture]) -> None:
    camera = HttpCamera()
    camera.port = closed_port()
    one = capture(camera.url, clock=NeverOver())
    one.wait(lambda: one.thread.state.reconnects == 1)
    with camera:
        one.thread.retry_now()
        one.wait(lambda: one.thread.state.kind == "live")
        one.thread.stop()


def test_what_no_one_foresaw_is_logged_without_the_password(
    capture: Callable[..., Capture],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = "rtsp://eve:s%24cret@camera.invalid/live"

    def explode(*_: object, **__: object) -> None:
        raise RuntimeError(f"cannot parse '{url}': s$cret is odd")

    monkeypatch.setattr(thread_module, "open_source", explode)
    with caplog.at_level(logging.DEBUG):
        one = capture(url)
        one.wait(lambda: one.thread.state.kind == "reconnecting")
        one.thread.stop()
    assert "RuntimeError" in caplog.text
    assert "rtsp://eve:***@camera.invalid/live" in caplog.text
    for secret in ("s%24cret", "s$cret"):
        assert secret not in caplog.text
        assert not any(secret in str(state) for state in one.states)
