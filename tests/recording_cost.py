"""What it costs that a recording is made permanent while it is written.

`python -m tests.recording_cost [--seconds S] [--folder PLACE]` records as fast as the machine can,
in turns with syncing and without, and at the pace of a camera, and prints frames per second.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from unittest import mock

import numpy as np

from posecam.capture import SourceInfo
from posecam.session import Recorder
from posecam.session.syncing import Syncing
from tests.fakes.people import make_frame, make_result

SIZE = (1280, 720)


def recorded(folder: Path, seconds: float, synced: bool, pace: float | None) -> tuple[float, int]:
    """Frames per second written, and frames dropped."""
    images = [make_frame(n, size=SIZE) for n in range(60)]
    noise = np.random.default_rng(0)
    for frame in images:
        spots = noise.integers(0, 30, frame.image[40:].shape, np.uint8)
        frame.image[40:] += spots
    with mock.patch.object(Syncing, "_sync", Syncing._sync if synced else lambda _: None):
        info = SourceInfo(*SIZE, 30.0)
        recorder = Recorder(
            folder, source="bench", info=info, engine={}, settings={}, wait_for_room=pace is None
        )
        began, number = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            frame = make_frame(number, size=(16, 16))
            object.__setattr__(frame, "image", images[number % len(images)].image)
            recorder.add_frame(frame)
            recorder.add_result(make_result(frame))
            number += 1
            if pace is not None:
                time.sleep(max(0.0, began + number / pace - time.perf_counter()))
        status = recorder.close()
        spent = time.perf_counter() - began
    assert status.error is None, status.error
    return status.frames_written / spent, status.frames_dropped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="of each recording")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--folder", type=Path, help="on the disk to measure; default: temporary")
    options = parser.parse_args()
    for name, pace in (("as fast as it can", None), ("a camera of 30 fps", 30.0)):
        rates: dict[bool, list[float]] = {True: [], False: []}
        dropped = {True: 0, False: 0}
        for k in range(2 * options.rounds):
            synced = k % 2 == 0
            with tempfile.TemporaryDirectory(dir=options.folder) as place:
                rate, lost = recorded(Path(place) / "take", options.seconds, synced, pace)
            rates[synced].append(rate)
            dropped[synced] += lost
        for synced in (False, True):
            words = "synced" if synced else "not synced"
            fps = statistics.median(rates[synced])
            print(f"{name}, {words}: {fps:.1f} fps, {dropped[synced]} frames dropped")


if __name__ == "__main__":
    main()
