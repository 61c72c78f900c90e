"""The recording that may run beside the live image: started, fed, closed in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from posecam.capture.sound import SoundBlock
from posecam.live.status import FinishedRecording
from posecam.pose import Frame, FrameResult
from posecam.session.recorder import Recorder
from posecam.session.recorder_items import RecorderStatus


class LiveRecording:
    """At most one recorder at a time; one that was stopped is closed without anybody waiting.

    Args:
        on_change: called from any thread when a recording is closed on disk.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._lock = threading.Lock()
        self._recorder: Recorder | None = None
        self._folder = Path()
        self._finisher: threading.Thread | None = None
        self._finished: FinishedRecording | None = None

    def begin(self, folder: Path, recorder: Recorder) -> None:
        """Feed this recorder from now on. Another one must have been stopped."""
        with self._lock:
            self._recorder, self._folder, self._finished = recorder, folder, None

    @property
    def running(self) -> bool:
        with self._lock:
            return self._recorder is not None

    def add_frame(self, frame: Frame) -> None:
        with self._lock:
            if self._recorder is not None:
                self._recorder.add_frame(frame)

    def add_result(self, result: FrameResult) -> None:
        with self._lock:
            if self._recorder is not None:
                self._recorder.add_result(result)

    def add_sound(self, block: SoundBlock, device: str) -> None:
        with self._lock:
            if self._recorder is not None:
                self._recorder.add_sound(block, device)

    def tell_sound(self, sentence: str) -> None:
        """Note why the sound is not as it should be."""
        with self._lock:
            if self._recorder is not None:
                self._recorder.tell_sound(sentence)

    def mark(self, name: str) -> bool:
        """Mark this moment; whether there is anything to mark it in."""
        with self._lock:
            return self._recorder is not None and self._recorder.mark(name)

    def status(self) -> tuple[RecorderStatus | None, bool, FinishedRecording | None]:
        """Of the one that runs; whether one is still being closed; the last that was closed."""
        with self._lock:
            return (
                self._recorder.status if self._recorder is not None else None,
                self._finisher is not None and self._finisher.is_alive(),
                self._finished,
            )

    def stop(self) -> Path | None:
        """Stop and return the session's folder at once; None where nothing was being recorded."""
        with self._lock:
            recorder, folder = self._recorder, self._folder
            self._recorder = None
        if recorder is None:
            return None
        before = self._finisher

        def finish() -> None:
            if before is not None:
                before.join()
            status = recorder.close()
            with self._lock:
                self._finished = FinishedRecording(folder, status)
            self._on_change()

        # Not a daemon: leaving the program must not cut the end off a recording.
        self._finisher = threading.Thread(target=finish, name="posecam-finish-recording")
        self._finisher.start()
        return folder

    def join(self, timeout: float) -> bool:
        """Wait for what is being closed; whether it is."""
        if self._finisher is not None:
            self._finisher.join(timeout)
        return self._finisher is None or not self._finisher.is_alive()
