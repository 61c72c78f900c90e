"""The capture thread: states, retries, pace, loops."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from posecam.capture import CaptureState, CaptureThread, LatestFrame
from posecam.capture import thread as thread_module
from posecam.pose import Frame
from tests.fakes.http_camera import HttpCamera, closed_port
from tests.fakes.rtsp_camera import RtspCamera
from tests.fakes.videos import number_in, steady, write_video


class Capture:
    """A capture thread with everything it says and delivers kept for the test."""

    def __init__(
        self, spec: str, *, pace: bool = True, loop: bool = False, retry: bool = True
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

    def make(spec: str, **options: bool) -> Capture:
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
    one = capture(clip(tmp_path, 30))
    one.thread.join(5)

    assert [f.frame_id for f in one.frames] == list(range(30))
    took = (one.frames[-1].captured_ns - one.frames[0].captured_ns) / 1e9
    assert took == pytest.approx(29 / 30, abs=0.3)
    assert one.kinds == ["opening", "live", "ended"]
    assert one.thread.state.message == "clip.mkv has ended."
    assert one.thread.state.frames == 30
    assert one.slot.wait(-1, 0) is one.frames[-1]


def test_without_pace_a_file_is_read_as_fast_as_it_goes(
    tmp_path: Path, capture: Callable[..., Capture]
) -> None:
    started = time.monotonic()
    one = capture(clip(tmp_path, 100, fps=5), pace=False)
    one.thread.join(10)
    assert time.monotonic() - started < 10
    assert one.frames[-1].time == pytest.approx(19.8, abs=0.01)
    assert len(one.frames) == 100


def test_a_loop_goes_on_counting_in_ids_and_time(
    tmp_path: Path, capture: Callable[..., Capture]
) -> None:
    one = capture(clip(tmp_path, 5), loop=True)
    one.wait(lambda: len(one.frames) >= 23)
    one.thread.stop()

    frames = one.frames[:23]
    assert [f.frame_id for f in frames] == list(range(23))
    assert [number_in(f.image) for f in frames] == [i % 5 for i in range(23)]
    steps = [b.time - a.time for a, b in itertools.pairwise(frames)]
    assert steps == pytest.approx([1 / 30] * 22, abs=0.003)
    assert one.thread.state.kind == "ended"
    assert "reconnecting" not in one.kinds


def test_fps_is_measured_not_believed(capture: Callable[..., Capture]) -> None:
    with HttpCamera(fps=50) as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 60)
        assert one.thread.state.fps == pytest.approx(50, abs=8)
        assert one.thread.state.kind == "live"
        one.thread.stop()


def test_a_silent_camera_stalls_within_a_second_and_comes_back(
    capture: Callable[..., Capture],
) -> None:
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 5)
        camera.stalled.set()
        began = time.monotonic()
        one.wait(lambda: one.thread.state.kind == "stalled")
        assert 0.5 < time.monotonic() - began < 1
        assert one.thread.state.message.endswith("Check its cable or its network.")
        assert one.thread.state.fps == 0
        camera.stalled.clear()
        one.wait(lambda: one.thread.state.kind == "live")
        one.thread.stop()
    assert one.kinds[:4] == ["opening", "live", "stalled", "live"]


def test_an_unplugged_camera_is_found_again_with_ids_and_time_going_on(
    capture: Callable[..., Capture],
) -> None:
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 10)
        camera.stop()
        began = time.monotonic()
        one.wait(lambda: one.thread.state.kind == "reconnecting")
        assert time.monotonic() - began < 1
        assert one.thread.state.message.endswith("Trying again.")
        before = len(one.frames)
        one.wait(lambda: one.thread.state.reconnects >= 2)
        camera.start()
        began = time.monotonic()
        one.wait(lambda: len(one.frames) > before)
        assert time.monotonic() - began < 2
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


def test_the_pauses_between_tries_grow(capture: Callable[..., Capture]) -> None:
    tries: list[float] = []
    slot = LatestFrame()

    def note(state: CaptureState) -> None:
        if state.kind == "reconnecting":
            tries.append(time.monotonic())

    thread = CaptureThread(f"http://127.0.0.1:{closed_port()}/", slot, on_state=note)
    thread.start()
    time.sleep(2.2)
    assert thread.stop()
    pauses = [b - a for a, b in itertools.pairwise(tries)]
    for pause, asked in zip(pauses, (0.2, 0.4, 0.8), strict=False):
        assert asked <= pause + 0.01 < asked + 0.4
    assert len(pauses) == 3


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
    one = capture("63")
    one.wait(lambda: one.thread.state.reconnects >= 2)
    assert one.thread.state.message == "There is no camera 63. Trying again."
    started = time.monotonic()
    assert one.thread.stop()
    assert time.monotonic() - started < 1
    assert one.thread.state.kind == "ended"


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


def test_a_frozen_camera_is_noticed_and_its_frames_go_on(
    capture: Callable[..., Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_module, "FROZEN_NETWORK_S", 0.5)
    with HttpCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 20)
        assert one.thread.state.kind == "live"
        camera.frozen.set()
        one.wait(lambda: one.thread.state.kind == "frozen")
        before = len(one.frames)
        assert "sends the same image again and again" in one.thread.state.message
        one.wait(lambda: len(one.frames) > before + 5)
        camera.frozen.clear()
        one.wait(lambda: one.thread.state.kind == "live")
        assert one.thread.state.message == ""
        # A frozen camera may fall silent as any other.
        camera.frozen.set()
        one.wait(lambda: one.thread.state.kind == "frozen")
        camera.stalled.set()
        one.wait(lambda: one.thread.state.kind == "stalled")
        one.thread.stop()
    assert one.kinds[:4] == ["opening", "live", "frozen", "live"]


def test_a_still_clip_is_no_frozen_camera(
    tmp_path: Path, capture: Callable[..., Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_module, "FROZEN_S", 0.1)
    monkeypatch.setattr(thread_module, "FROZEN_NETWORK_S", 0.1)
    one = capture(clip(tmp_path, 3, fps=2), loop=True)
    one.wait(lambda: len(one.frames) > 5)
    one.thread.stop()
    assert "frozen" not in one.kinds


def test_a_covered_camera_is_live_with_a_note(capture: Callable[..., Capture]) -> None:
    with HttpCamera() as camera:
        camera.covered.set()
        one = capture(camera.url)
        one.wait(lambda: "is the lens covered" in one.thread.state.note)
        assert one.thread.state.kind == "live"
        assert one.states[-1].note
        camera.covered.clear()
        one.wait(lambda: one.thread.state.note == "")
        one.thread.stop()
    assert "frozen" not in one.kinds


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


def test_a_slow_camera_is_not_stalled_between_its_images(capture: Callable[..., Capture]) -> None:
    with HttpCamera(fps=1.4) as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) >= 3)
        before = len(one.states)
        one.wait(lambda: len(one.frames) >= 6)
        assert [s.kind for s in one.states[before:]] == []
        one.thread.stop()


def test_an_rtsp_camera_that_was_away_is_live_again_soon(capture: Callable[..., Capture]) -> None:
    with RtspCamera() as camera:
        one = capture(camera.url)
        one.wait(lambda: len(one.frames) > 10)
        camera.stop()
        began = time.monotonic()
        one.wait(lambda: one.thread.state.kind in ("stalled", "reconnecting"))
        assert time.monotonic() - began < 1
        one.wait(lambda: one.thread.state.reconnects >= 2)
    before = len(one.frames)
    with RtspCamera(port=camera.port):
        began = time.monotonic()
        one.wait(lambda: len(one.frames) > before)
        took = time.monotonic() - began
        one.thread.stop()
    assert took < 2
    assert one.frames[-1].opening == 1


def test_a_plug_event_ends_the_pause_between_tries(
    capture: Callable[..., Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_module, "FIRST_PAUSE_S", 20.0)
    monkeypatch.setattr(thread_module, "LONGEST_PAUSE_S", 20.0)
    camera = HttpCamera()
    camera.port = closed_port()
    one = capture(camera.url)
    one.wait(lambda: one.thread.state.reconnects == 1)
    with camera:
        began = time.monotonic()
        one.thread.retry_now()
        one.wait(lambda: one.thread.state.kind == "live")
        assert time.monotonic() - began < 2
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
