"""How far sound and image of a recording are apart, and whether that grows.

`python -m tests.sound_sync [--seconds N] [--off PPM]` records a camera that flashes and a
microphone that clicks at every whole second, through a PulseAudio server of its own and the
program's own microphone and recorder; then it looks for both in the files. `--off` makes the
microphone's clock wrong by so many millionths, as those of sound cards are.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam.capture import SourceInfo
from posecam.pose import Frame
from posecam.session import Recorder, Session
from tests.fakes.microphone import clicks_in
from tests.fakes.pulse import RATE, Feeding, pulse_server

Values = NDArray[np.float64]

ROOT = Path(__file__).resolve().parents[1]
FPS = 30
#: Seconds in which the microphone settles, as it has long before a person records.
WARM_S = 3.0


@dataclass(frozen=True, slots=True)
class Sync:
    """What was found.

    Attributes:
        seconds: of the recording.
        flashes, clicks: found in it.
        median_ms: by how much clicks come after their flashes.
        spread_ms: between the 5th and the 95th percentile of that.
        largest_ms: the furthest from the median.
        drift_ms: in ten minutes, by the slope of a line through all of them.
        camera_late_ms: 95th percentile of how late a busy machine let the flashes be.
        sound_spread_ms, sound_largest_ms, sound_drift_ms: the same of the clicks and the whole
            seconds of the clock, which no flash is late in.
    """

    seconds: float
    flashes: int
    clicks: int
    median_ms: float
    spread_ms: float
    largest_ms: float
    drift_ms: float
    camera_late_ms: float
    sound_spread_ms: float
    sound_largest_ms: float
    sound_drift_ms: float


def run(seconds: float, off_ppm: float, folder: Path) -> Sync:
    """Record for so long into a folder, and look at what is there."""
    with pulse_server(folder / "pulse") as pulse:
        words = [str(folder / "take"), str(seconds), str(off_ppm), str(pulse.pipe)]
        # A process of its own: Qt asks for its server once.
        subprocess.run(
            [sys.executable, "-m", "tests.sound_sync", "--record", *words],
            cwd=ROOT, env=pulse.environment, check=True,
        )  # fmt: skip
    return measure(Session.open(folder / "take"))


def record(folder: Path, seconds: float, off_ppm: float, pipe: Path) -> None:
    """Record the flashes and the clicks."""
    from posecam.gui.shared.qt_environment import prepare

    prepare()
    from PyQt6.QtCore import QCoreApplication, QTimer

    from posecam.gui.live.microphone import Microphone

    app = QCoreApplication([])
    recorder = Recorder(
        folder, source="flashing camera", info=SourceInfo(64, 48, FPS), engine={}, settings={}
    )
    zero_ns = time.perf_counter_ns() + round(WARM_S * 1e9)
    feeding = Feeding(pipe, RATE * (1 + off_ppm * 1e-6), zero_ns)
    microphone = Microphone(lambda block: recorder.add_sound(block, microphone.name))
    microphone.problem_changed.connect(lambda problem: print(problem or "all is well"))
    microphone.start("")
    black, white = np.zeros((48, 64, 3), np.uint8), np.full((48, 64, 3), 255, np.uint8)

    def film() -> None:
        for number in range(round(seconds * FPS)):
            left = zero_ns + number * 10**9 // FPS - time.perf_counter_ns()
            time.sleep(max(left, 0) / 1e9)
            now_ns = time.perf_counter_ns()
            image = black if number % FPS else white
            recorder.add_frame(Frame(image, number, (now_ns - zero_ns) / 1e9, now_ns))
        time.sleep(0.2)

    camera = threading.Thread(target=film)
    camera.start()
    timer = QTimer()
    timer.timeout.connect(lambda: None if camera.is_alive() else app.quit())
    timer.start(50)
    app.exec()
    microphone.stop()
    feeding.stop()
    status = recorder.close()
    assert (status.error, status.sound_error) == (None, ""), status


def measure(session: Session) -> Sync:
    """Look for flashes and clicks."""
    flashes = np.array([f.time for f in session.video_frames() if f.image.mean() > 128])
    assert session.sound is not None
    clicks = clicks_in(session.sound, session.duration)
    nearest = flashes[np.abs(flashes[:, None] - clicks[None]).argmin(0)]
    median, spread, largest, drift = _figures(clicks, (clicks - nearest) * 1000)
    _, sound_spread, sound_largest, sound_drift = _figures(
        clicks, (clicks - np.round(clicks)) * 1000
    )
    late = (flashes - np.round(flashes)) * 1000
    return Sync(
        seconds=session.duration,
        flashes=len(flashes),
        clicks=len(clicks),
        median_ms=median,
        spread_ms=spread,
        largest_ms=largest,
        drift_ms=drift,
        camera_late_ms=float(np.percentile(late, 95)),
        sound_spread_ms=sound_spread,
        sound_largest_ms=sound_largest,
        sound_drift_ms=sound_drift,
    )


def _figures(at: Values, away: Values) -> tuple[float, float, float, float]:
    """Median, spread, largest and drift in ten minutes, of milliseconds at seconds."""
    low, high = np.percentile(away, [5, 95])
    median = float(np.median(away))
    slope = float(np.polyfit(at, away, 1)[0])
    return median, float(high - low), float(np.abs(away - median).max()), slope * 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--off", type=float, default=0.0)
    parser.add_argument("--record", nargs=4, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.record:
        take, seconds, off, pipe = asked.record
        record(Path(take), float(seconds), float(off), Path(pipe))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = run(asked.seconds, asked.off, Path(folder))
    print(json.dumps({k: round(v, 2) for k, v in asdict(found).items()}))


if __name__ == "__main__":
    main()
