"""The capture thread playing files: pace and loops, starting and stopping."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from posecam.capture import CaptureThread, LatestFrame
from posecam.pose import Frame
from tests.fakes.capturing import Capture, clip
from tests.fakes.clocks import SkippedTime
from tests.fakes.videos import number_in


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
