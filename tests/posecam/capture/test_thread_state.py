"""What the capture thread says of a camera that is slow, silent, frozen or covered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from posecam.capture import thread as thread_module
from tests.fakes.capturing import Capture, Live, clip


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
