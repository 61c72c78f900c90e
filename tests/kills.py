"""Kills programs that write recordings at random moments, and looks at what is left.

`python -m tests.kills [--count N] [--seed S]` kills (SIGKILL) a recording at a camera's pace,
`posecam process` and `posecam reprocess` in turns, and prints how many kills lost anything: frames
that were written, more than a second of what was recorded, or a session that can no longer be read
and repaired.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from posecam.session import Session, needs_repair, repair
from posecam.session.edit import delete
from tests.fakes.videos import number_in, write_video

ROOT = Path(__file__).resolve().parents[1]
FPS = 30
#: Lost at the most of what was handed to the recorder, seconds; a busy machine writes later.
LOST_S = 1.0
ENGINE = ("--engine", "openvino", "--precision", "fp32")

RECORD = """
import sys, time
from pathlib import Path
from posecam.capture import SourceInfo
from posecam.session import Recorder
from tests.fakes.people import make_frame, make_result

recorder = Recorder(Path(sys.argv[1]), source="synthetic camera", info=SourceInfo(320, 240, 30.0),
                    engine={"backend": "openvino"}, settings={})
began = time.perf_counter()
for number in range(1000):
    time.sleep(max(0.0, began + number / 30 - time.perf_counter()))
    # Another size every other second: another video file.
    frame = make_frame(number, size=(320 + 16 * (number // 60 % 2), 240))
    recorder.add_frame(frame)
    recorder.add_result(make_result(frame))
    print(number, flush=True)
"""


@dataclass
class Tally:
    """Kills so far, what each loss was, and the longest end that was missing, seconds."""

    kills: int = 0
    losses: list[str] | None = None
    longest_s: float = 0.0

    def lost(self, what: str) -> None:
        self.losses = [*(self.losses or []), what]


def start(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def kill_when(job: subprocess.Popen[str], begun: Callable[[], bool], later_s: float) -> str:
    """Kill it so long after it has begun; what it said until then."""
    give_up = time.monotonic() + 60
    while not begun() and job.poll() is None and time.monotonic() < give_up:
        time.sleep(0.002)
    time.sleep(later_s)
    job.send_signal(signal.SIGKILL)
    said, _ = job.communicate()
    return said


def check(folder: Path, tally: Tally, what: str, handed: int | None = None) -> None:
    """Look at a session whose program was killed.

    Args:
        handed: frames that its recorder was given; None for those noted in it.
    """
    for step in ("as it is", "repaired"):
        session = Session.open(folder)
        numbers = [number_in(frame.image) for frame in session.video_frames()]
        if numbers != [n % 1024 for n in range(len(numbers))]:
            tally.lost(f"{what}, {step}: images are missing in the middle")
        # The muxer keeps the newest image until the next one comes.
        if len(numbers) < len(session) - 1:
            tally.lost(f"{what}, {step}: {len(session)} frames noted, {len(numbers)} images")
        if handed is not None:
            lost_s = (handed - len(numbers)) / FPS
            tally.longest_s = max(tally.longest_s, lost_s)
            if lost_s > LOST_S:
                tally.lost(f"{what}, {step}: {lost_s:.2f} s are missing")
        if step == "as it is" and needs_repair(folder):
            repair(folder)
    if not Session.open(folder).finished:
        tally.lost(f"{what}: not finished after its repair")


def kill_recording(place: Path, moment: float, tally: Tally) -> None:
    job = start("-c", RECORD, place / "take")
    assert job.stdout is not None
    first = job.stdout.readline()
    said = first + kill_when(job, lambda: True, 4 * moment)
    check(place / "take", tally, f"recording at {4 * moment:.3f} s", 1 + int(said.split()[-1]))


def kill_process(place: Path, moment: float, tally: Tally) -> None:
    clip, take = place.parent / "clip.mp4", place / "take"
    job = start("-m", "posecam", "process", clip, "--out", take, *ENGINE)
    kill_when(job, (take / "frames.jsonl").exists, 1.5 * moment)
    check(take, tally, f"process at {1.5 * moment:.3f} s")


def kill_reprocess(place: Path, moment: float, tally: Tally) -> None:
    take = place.parent / "finished"
    before = (take / "poses.jsonl").read_bytes()
    job = start("-m", "posecam", "reprocess", take, *ENGINE)
    kill_when(job, lambda: any(take.glob(".part.*")), 3 * moment)
    what = f"reprocess at {3 * moment:.3f} s"
    if (take / "poses.jsonl").read_bytes() != before:
        tally.lost(f"{what}: the live result was changed")
    check(take, tally, what)


def run(count: int, seed: int, tell: Callable[[str], None] = print) -> Tally:
    """Kill so many, in turns."""
    tally, chance = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_video(root / "clip.mp4", range(0, 900 * 33, 33))
        done = start("-m", "posecam", "process", root / "clip.mp4", "--out", root / "finished",
                     *ENGINE)  # fmt: skip
        done.communicate()
        kinds = (kill_recording, kill_process, kill_reprocess)
        for k in range(count):
            place = root / f"kill_{k}"
            place.mkdir()
            try:
                kinds[k % len(kinds)](place, chance.random(), tally)
            except Exception as error:  # noqa: BLE001
                tally.lost(f"{kinds[k % len(kinds)].__name__}: {type(error).__name__}: {error}")
            tally.kills += 1
            if tally.losses:
                tell(f"{tally.kills}: {tally.losses[-1]}")
            if (place / "take").exists():
                delete(place / "take")
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tally = run(options.count, options.seed)
    losses = len(tally.losses or [])
    print(
        f"{tally.kills} kills, {losses} losses; of a recording at most {tally.longest_s:.2f} s "
        "of the end were not yet written"
    )
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
