"""What the live pipeline says of itself, for what shows it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from engines.engine import EngineInfo
from posecam.capture.thread import CaptureState
from posecam.live.engine_switch import SwitchState
from posecam.session.recorder_items import RecorderStatus

#: How many results the rolling figures look back on.
WINDOW = 120


@dataclass(frozen=True, slots=True)
class EngineState:
    """Where the network is.

    Attributes:
        message: one sentence for the window, "" once it runs.
        info: of the engine that runs.
        note: one sentence on why this engine runs and not the one before, or "".
    """

    kind: Literal["loading", "ready", "failed"]
    message: str = ""
    info: EngineInfo | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile of the newest measurements, milliseconds; NaN before the first."""

    median: float = float("nan")
    p95: float = float("nan")


@dataclass(frozen=True, slots=True)
class FinishedRecording:
    """A recording that is closed on disk."""

    folder: Path
    status: RecorderStatus


@dataclass(frozen=True, slots=True)
class PipelineStatus:
    """What a status line shows.

    Attributes:
        capture: state of the source; None before the first `open`.
        engine: state of the network.
        switch: how far another engine is that shall take over.
        camera_fps, network_fps: measured over the last seconds.
        result_ms: from a frame's arrival to its pose.
        paint_ms: from a frame's arrival to the end of painting it, as the view reported.
        dropped: frames of this source that the network never saw because it was busy. Frames that
            passed while it was still loading are not counted.
        recording: state of the running recording, None where none runs.
        finishing: a stopped recording is still being written.
        finished: the last recording that was closed.
    """

    capture: CaptureState | None
    engine: EngineState
    switch: SwitchState
    camera_fps: float
    network_fps: float
    result_ms: Spread
    paint_ms: Spread
    dropped: int
    recording: RecorderStatus | None
    finishing: bool
    finished: FinishedRecording | None


class Rolling:
    """The newest figures and their spread. The caller holds the lock."""

    def __init__(self) -> None:
        self.values: deque[float] = deque(maxlen=WINDOW)

    def spread(self) -> Spread:
        if not self.values:
            return Spread()
        median, p95 = np.percentile(np.array(self.values), (50, 95))
        return Spread(float(median), float(p95))
