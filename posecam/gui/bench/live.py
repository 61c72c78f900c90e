"""How long a frame takes from its arrival to the screen, with the whole window running."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from posecam.errors import PosecamError, SourceError
from posecam.gui.bench.telephone import no_one, telephone
from posecam.gui.shared.application import missing_screen, start_application
from posecam.live.estimator_thread import LiveEstimator
from posecam.live.status import PipelineStatus
from posecam.pose import FrameResult

#: Seconds until the network runs and the window has settled.
_SETTLE_S = 2.0
_LOADING_S = 60.0
#: Turns of a measurement with and without a telephone.
_TURNS = 3


@dataclass(frozen=True, slots=True)
class WindowBench:
    """Measured over all frames painted with the network's answer.

    Attributes:
        frames: painted.
        camera_fps, painted_fps: delivered by the source, and shown.
        dropped: frames that the network never saw.
        latency_ms: "median" and "p95" from a frame's arrival to the window on the screen.
        states: told to the telephone that was connected; 0 where none was.
    """

    frames: int
    camera_fps: float
    painted_fps: float
    dropped: int
    latency_ms: dict[str, float]
    states: int = 0


class _Meter:
    """What one kind of piece of the time has shown, summed up."""

    def __init__(self) -> None:
        self.latency: list[float] = []
        self.seconds, self.dropped, self.states = 0.0, 0, 0

    def result(self, status: PipelineStatus) -> WindowBench:
        return WindowBench(
            frames=len(self.latency),
            camera_fps=status.camera_fps,
            painted_fps=len(self.latency) / self.seconds,
            dropped=self.dropped,
            latency_ms={
                "median": float(np.median(self.latency)),
                "p95": float(np.percentile(self.latency, 95)),
            },
            states=self.states,
        )


def measure(
    source: str,
    seconds: float,
    make_estimator: Callable[[], LiveEstimator],
    *,
    angles: bool = False,
    remote: bool = False,
) -> list[WindowBench]:
    """Open the window on a source for so long after it has settled.

    Args:
        source: as `open_source` takes it.
        seconds: to measure for.
        make_estimator: see `Pipeline`.
        angles: read every angle live meanwhile, and count repetitions.
        remote: measure for so long with a telephone connected too, in turns with none.

    Returns:
        Without a telephone, and with one where that was asked for.

    Raises:
        PosecamError: there is no screen, or no image came, or the network does not run.
    """
    if sentence := missing_screen():
        raise PosecamError(sentence)

    from posecam.gui.live.live_angles import KINDS
    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.settings import ReadoutSettings, Settings

    _app, _ = start_application()  # must outlive the window
    readouts = ReadoutSettings(angles, tuple(KINDS), "knee_flexion")
    window = MainWindow(make_estimator, SettingsStore(Settings(readouts=readouts)))
    meters = [_Meter(), *([_Meter()] if remote else [])]
    current: list[_Meter] = []
    report = window.pipeline.painted

    def painted(result: FrameResult) -> None:
        report(result)
        for meter in current:
            meter.latency.append((time.perf_counter_ns() - result.frame.captured_ns) / 1e6)

    window.video.on_painted = painted
    window.show()
    ends = time.monotonic() + _LOADING_S
    try:
        window.open_source(source)
        while window.pipeline.status().engine.kind == "loading":
            if time.monotonic() > ends:
                raise PosecamError("The network did not load within a minute.")
            _work(0.05)
        for _ in range(_TURNS if remote else 1):
            for meter in meters:
                with (
                    telephone(window.remote, _work) if meter is not meters[0] else no_one() as told
                ):
                    _work(_SETTLE_S)
                    dropped, states = window.pipeline.status().dropped, told()
                    current.append(meter)
                    _work(seconds / (_TURNS if remote else 1))
                    current.clear()
                    meter.seconds += seconds / (_TURNS if remote else 1)
                    meter.dropped += window.pipeline.status().dropped - dropped
                    meter.states += told() - states
        status = window.pipeline.status()
    finally:
        window.close()
    if status.engine.kind != "ready":
        raise PosecamError(status.engine.message)
    fewest = min(len(meter.latency) for meter in meters)
    if fewest < 10:
        said = status.capture.message if status.capture is not None else ""
        raise SourceError(said or f"{source} delivered too few frames to measure: {fewest}.")
    return [meter.result(status) for meter in meters]


def _work(seconds: float) -> None:
    """Let Qt work for so long, as it does in the application."""
    from PyQt6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
