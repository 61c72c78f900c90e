"""The capture thread: states, retries, pace, loops."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from posecam.capture import CaptureState, CaptureThread, LatestFrame
from posecam.capture import thread as thread_module
from posecam.errors import SourceError
from posecam.pose import Frame
from tests.fakes.clocks import ManualTime, SkippedTime
from tests.fakes.http_camera import HttpCamera, closed_port
from tests.fakes.rtsp_camera import RtspCamera
from tests.fakes.scripted import Image, ScriptedSource
from tests.fakes.videos import number_in, steady, write_video


class Capture:
    """A capture thread with everything it says and delivers kept for the test."""

    def __init__(
        self,
        spec: str,
        *,
        pace: bool = True,
        loop: bool = False,
        retry: bool = True,
        clock: SkippedTime | ManualTime | NeverOver | None = None,
    ) -> None:
        self.slot = LatestFrame()
        self.frames: list[Frame] = []
        self.states: list[CaptureState] = []
        self.thread = CaptureThread(
            spec,
            self.slot,
            on_frame=self.frames.append,
            on_state=self.states.append,
            pace=pace,
            loop=loop,
            retry=retry,
            clock=clock.clock if clock else time.perf_counter_ns,
            wait=clock.wait if clock else threading.Event.wait,
        )

    @property
    def kinds(self) -> list[str]:
        return [state.kind for state in self.states]

    def wait(self, condition: Callable[[], object], timeout: float = 8.0) -> None:
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, self.states
            time.sleep(0.005)


@pytest.fixture
def capture() -> Iterator[Callable[..., Capture]]:
    made: list[Capture] = []

    def make(spec: str, **options: Any) -> Capture:
        made.append(Capture(spec, **options))
        made[-1].thread.start()
        return made[-1]

    yield make
    for one in made:
        assert one.thread.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith("posecam-capture")]


def clip(folder: Path, count: int = 15, fps: float = 30) -> str:
    return str(write_video(folder / "clip.mkv", steady(count, fps)))


def test_a_file_is_delivered_at_its_own_pace(
    tmp_path: Path, capture: Callable[..., Capture]
) -> None:
    one = capture(clip(tmp_path, 30), clock=SkippedTime())
    one.thread.join()

    assert [f.frame_id for f in one.frames] == list(range(30))
    assert [f.captured_ns / 1e9 for f in one.frames] == pytest.approx([f.time for f in one.frames])
    assert one.frames[-1].time == pytest.approx(29 / 30, abs=0.001)
    assert one.kinds == ["opening", "live", "ended"]
    assert one.thread.state.message == "clip.mkv has ended."
    assert one.thread.state.frames == 30
    assert one.slot.wait(-1, 0) is one.frames[-1]


def test_a_file_that_fell_behind_goes_on_from_now_instead_of_catching_up(tmp_path: Path) -> None:
    skipped = SkippedTime()

    def hold_up(frame: Frame) -> None:
        skipped.now_ns += 10**9 * (frame.frame_id == 4)

    slot = LatestFrame()
    thread = CaptureThread(
        clip(tmp_path, 8), slot, on_frame=hold_up, clock=skipped.clock, wait=skipped.wait
    )
    thread.start()
    thread.join()
    # None before the first, which sets the pace, and none before the one that is late.
    assert skipped.waits == pytest.approx([1 / 30] * 6, abs=0.001)
    assert thread.state.frames == 8


def test_without_pace_a_file_is_read_as_fast_as_it_goes(
    tmp_path: Path, capture: Callable[..., Capture]
) -> None:
    one = capture(clip(tmp_path, 100, fps=5), pace=False, clock=(skipped := SkippedTime()))
    one.thread.join()
    assert skipped.waits == []
    assert one.frames[-1].time == pytest.approx(19.8, abs=0.01)
    assert len(one.frames) == 100


def test_a_loop_goes_on_counting_in_ids_and_time(
    tmp_path: Path, capture: Callable[..., Capture]
) -> None:
    one = capture(clip(tmp_path, 5), loop=True, clock=SkippedTime())
    one.wait(lambda: len(one.frames) >= 23)
    one.thread.stop()

    frames = one.frames[:23]
    assert [f.frame_id for f in frames] == list(range(23))
    assert [number_in(f.image) for f in frames] == [i % 5 for i in range(23)]
    steps = [b.time - a.time for a, b in itertools.pairwise(frames)]
    assert steps == pytest.approx([1 / 30] * 22, abs=0.003)
    assert one.thread.state.kind == "ended"
    assert "reconnecting" not in one.kinds


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedSource]:
    source = ScriptedSource()
    monkeypatch.setattr(thread_module, "open_source", lambda *_, **__: source)
    yield source
    source.end()


class Live:
    """A scripted camera before a capture thread whose time the test lets pass."""

    def __init__(self, source: ScriptedSource, capture: Callable[..., Capture]) -> None:
        self.time = ManualTime()
        self.source = source
        self.capture = capture("http://camera.invalid/", retry=False, clock=self.time)

    def send(self, count: int, every_s: float, kind: Image = "fresh") -> None:
        """So many images, the first of them at once."""
        for number in range(count):
            self.time.advance(every_s if number else 0.0)
            self.source.give(self.time.clock(), kind)
            expected = len(self.capture.frames) + 1
            self.capture.wait(lambda n=expected: len(self.capture.frames) == n)  # type: ignore[misc]
        self.settle()

    def settle(self) -> None:
        """Wait until the thread has judged all that it was given."""
        self.capture.wait(lambda: self.source.waiting)

    def state(self) -> CaptureState:
        return self.capture.thread.state


@pytest.fixture
def live(capture: Callable[..., Capture], scripted: ScriptedSource) -> Iterator[Live]:
    one = Live(scripted, capture)
    yield one
    scripted.end()


def test_fps_is_measured_not_believed(live: Live) -> None:
    live.send(60, every_s=0.02)
    assert live.state().fps == pytest.approx(50)
    live.time.advance(0.1)
    live.send(101, every_s=0.04)
    assert live.state().fps == pytest.approx(25)


def test_a_silent_camera_stalls_within_a_second_and_comes_back(live: Live) -> None:
    live.send(10, every_s=0.04)
    live.time.advance(0.59)
    assert live.state().kind == "live"
    assert live.state().fps == pytest.approx(25)
    live.time.advance(0.06)
    assert live.state().kind == "stalled"
    assert live.state().fps == 0
    assert live.state().message.endswith("Check its cable or its network.")
    live.send(1, every_s=0)
    assert live.capture.kinds == ["opening", "live", "stalled", "live"]


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


class NeverOver:
    """Waits that end by their event alone."""

    clock = staticmethod(time.perf_counter_ns)

    @staticmethod
    def wait(event: threading.Event, _: float) -> bool:
        return event.wait(60)


def test_stopping_ends_the_pause_between_tries(capture: Callable[..., Capture]) -> None:
    one = capture("63", clock=NeverOver())
    one.wait(lambda: one.thread.state.reconnects == 1)
    assert one.thread.stop()


def test_a_receiver_that_fails_does_not_end_capture(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise ValueError("the receiver is broken")

    slot = LatestFrame()
    thread = CaptureThread(clip(tmp_path), slot, pace=False, on_frame=fail, on_state=fail)
    thread.start()
    thread.join(5)
    assert thread.state.frames == 15
    assert thread.state.kind == "ended"
    assert caplog.text.count("What receives the frames failed") == 1


def test_stopping_before_the_start_and_twice_is_harmless(tmp_path: Path) -> None:
    thread = CaptureThread(clip(tmp_path), LatestFrame())
    assert thread.stop()
    thread.start()
    assert thread.stop()
    assert thread.stop()


def test_a_frozen_camera_is_noticed_and_its_frames_go_on(live: Live) -> None:
    live.send(10, every_s=0.2)
    live.time.advance(0.2)
    live.send(59, every_s=0.2, kind="frozen")  # the last change was at 1.8 s, now is 13.6 s
    assert live.state().kind == "live"
    live.time.advance(0.2)
    live.send(2, every_s=0.2, kind="frozen")
    assert live.state().kind == "frozen"
    assert "sends the same image again and again" in live.state().message
    live.send(1, every_s=0)
    assert (live.state().kind, live.state().message) == ("live", "")
    assert live.state().frames == 72
    assert live.capture.kinds == ["opening", "live", "frozen", "live"]


def test_a_frozen_camera_may_fall_silent_as_any_other(live: Live) -> None:
    live.send(70, every_s=0.2, kind="frozen")
    assert live.state().kind == "frozen"
    live.time.advance(0.7)
    assert live.state().kind == "stalled"


def test_a_still_clip_is_no_frozen_camera(
    tmp_path: Path, capture: Callable[..., Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_module, "FROZEN_S", 0.1)
    monkeypatch.setattr(thread_module, "FROZEN_NETWORK_S", 0.1)
    one = capture(clip(tmp_path, 3, fps=2), loop=True)
    one.wait(lambda: len(one.frames) > 5)
    one.thread.stop()
    assert "frozen" not in one.kinds


def test_a_covered_camera_is_live_with_a_note(live: Live) -> None:
    live.send(10, every_s=0.2, kind="covered")
    assert live.state().note == ""
    live.time.advance(0.2)
    live.send(2, every_s=0.2, kind="covered")
    assert "is the lens covered" in live.state().note
    assert live.state().kind == "live"
    assert live.capture.states[-1].note
    live.time.advance(0.3)
    live.send(1, every_s=0)
    assert live.state().note == ""
    live.time.advance(0.2)
    live.send(90, every_s=0.2, kind="covered")
    assert "frozen" not in live.capture.kinds


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


def test_a_slow_camera_is_not_stalled_between_its_images(live: Live) -> None:
    live.send(3, every_s=0.7)
    before = len(live.capture.states)
    live.time.advance(0.7)
    live.send(4, every_s=0.7)
    live.time.advance(2.09)
    assert live.capture.states[before:] == []
    assert live.state().fps == pytest.approx(1 / 0.7)
    live.time.advance(0.06)
    assert live.state().kind == "stalled"


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
