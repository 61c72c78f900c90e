"""A capture thread with its ears open, and a camera whose time the test lets pass."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from posecam.capture import CaptureState, CaptureThread, LatestFrame
from posecam.pose import Frame
from tests.fakes.clocks import ManualTime, NeverOver, SkippedTime
from tests.fakes.scripted import Image, ScriptedSource
from tests.fakes.videos import steady, write_video


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


def clip(folder: Path, count: int = 15, fps: float = 30) -> str:
    return str(write_video(folder / "clip.mkv", steady(count, fps)))
