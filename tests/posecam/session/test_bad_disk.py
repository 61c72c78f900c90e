"""Disks that fill up and folders that may not be written: in processes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from posecam.session import Session, room
from tests.fakes.videos import number_in

ROOT = Path(__file__).resolve().parents[3]

#: Writing past the limit fails with EFBIG, as it fails with ENOSPC on a full disk.
FULL = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from posecam.capture import SourceInfo
from posecam.session import Recorder
from tests.fakes.people import make_frame, make_result

folder, limit, noisy = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "noisy"
recorder = Recorder(folder, source="test", info=SourceInfo(176, 64, 30.0), engine={},
                    settings={}, wait_for_room=True)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
noise = np.random.default_rng(0)
for number in range(300):
    frame = make_frame(number)
    if noisy:
        frame.image[20:] = noise.integers(0, 256, frame.image[20:].shape, np.uint8)
    recorder.add_frame(frame)
    if not noisy:
        recorder.add_result(make_result(frame, people=2))
status = recorder.close()
print(status.error)
print(status.frames_written, status.frames_dropped, status.poses_written)
"""

#: Permissions do not bind root, which the tests may run as: become an ordinary user once all is
#: imported.
READ_ONLY = """
import os, sys
from pathlib import Path
from posecam.errors import SessionError
from posecam.session import Recorder
if os.getuid() == 0:
    os.setuid(65534)
try:
    Recorder(Path(sys.argv[1]), source="test", info=None, engine={}, settings={})
except SessionError as error:
    print(error)
"""


def run(code: str, *arguments: object) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_disk_that_fills_up_during_the_video_stops_writing_and_keeps_what_is_there(
    tmp_path: Path,
) -> None:
    error, counts = run(FULL, tmp_path / "one", 300_000, "noisy")

    assert error == (
        "Recording has stopped: a file has reached the largest size that is allowed. "
        "What was recorded until then is kept."
    )
    written, dropped, _ = map(int, counts.split())
    assert 10 < written < 290
    assert written + dropped == 300
    session = Session.open(tmp_path / "one")
    assert error in session.warnings
    frames = list(session.video_frames())
    assert len(frames) >= 0.95 * written
    assert [number_in(f.image) for f in frames] == list(range(len(frames)))
    assert len(session) == written


def test_a_disk_that_fills_up_during_the_poses_keeps_every_whole_line(tmp_path: Path) -> None:
    error, counts = run(FULL, tmp_path / "one", 100_000, "calm")

    assert error.startswith("Recording has stopped: ")
    written = int(counts.split()[2])
    assert 10 < written < 290
    session = Session.open(tmp_path / "one")
    assert "The last line of poses.jsonl was cut off and is left out." in session.warnings
    assert session.estimated.sum() == written
    assert all(len(people) == 2 for people in session.frames[:written])


def test_a_disk_that_is_full_from_the_start_is_a_sentence(tmp_path: Path) -> None:
    code = FULL.replace(
        "recorder = Recorder",
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from posecam.errors import SessionError\n"
        "import contextlib\n"
        "try:\n    Recorder(folder, source='', info=None, engine={}, settings={})\n"
        "except SessionError as error:\n    sys.exit(print(error))\nrecorder = Recorder",
    )
    (sentence,) = run(code, tmp_path / "one", 9, "calm")
    assert sentence == f"Nothing can be recorded into {tmp_path / 'one'}: file too large."
    assert not (tmp_path / "one").exists()


#: On a small disk of its own. At the end the session is copied to where it can be looked at.
SMALL = """
import shutil, subprocess, sys, time
from pathlib import Path
import numpy as np
from posecam.capture import SourceInfo
from posecam.session import Recorder
from tests.fakes.people import make_frame, make_result

disk, out, full_at_once = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "at once"
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", disk], check=True)
recorder = Recorder(disk / "one", source="test", info=SourceInfo(640, 480, 30.0), engine={},
                    settings={}, wait_for_room=True)
noise, warnings, number = np.random.default_rng(0), [], 0
while recorder.status.error is None and number < 2000:
    frame = make_frame(number, size=(640, 480))
    frame.image[20:] = noise.integers(0, 256, frame.image[20:].shape, np.uint8)
    recorder.add_frame(frame)
    recorder.add_result(make_result(frame))
    if recorder.status.warning and recorder.status.warning not in warnings:
        warnings.append(recorder.status.warning)
    number += 1
    if full_at_once and recorder.status.frames_written >= 30:
        full_at_once = False
        try:
            with (disk / "filler").open("wb", buffering=0) as file:
                while file.write(bytes(4096)):
                    pass
        except OSError:
            pass
status = recorder.close()
print(status.error)
print(warnings[0])
print(shutil.disk_usage(disk).free)
shutil.copytree(disk / "one", out)
"""


def on_a_small_disk(tmp_path: Path, how: str) -> tuple[str, str, int, Path]:
    """What was said on why it ended, the first warning, the bytes that were free, the session."""
    (tmp_path / "disk").mkdir()
    out = tmp_path / "one"
    alone = ["unshare", "-m"] if os.getuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run(
        [*alone, sys.executable, "-c", SMALL, tmp_path / "disk", out, how],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    error, warning, free = done.stdout.splitlines()
    return error, warning, int(free), out


def test_a_disk_that_gets_full_is_warned_of_and_recording_stops_before_it_is(
    tmp_path: Path,
) -> None:
    error, warning, free, out = on_a_small_disk(tmp_path, "slowly")
    assert warning.startswith("The disk is getting full: ")
    assert error.startswith("Recording has stopped: the disk is full (")
    assert error.endswith("are kept). What was recorded until then is kept.")
    assert free > 20e6
    session = Session.open(out)
    assert session.finished
    assert error in session.warnings
    assert len(list(session.video_frames())) == len(session) > 30


def test_a_disk_that_others_fill_to_the_last_byte_still_takes_the_reason(tmp_path: Path) -> None:
    error, _, free, out = on_a_small_disk(tmp_path, "at once")
    assert "the disk is full" in error
    assert free < 4096
    session = Session.open(out)
    assert session.finished
    assert error in session.warnings
    assert len(list(session.video_frames())) >= 30


def test_a_warning_says_for_how_long_there_is_room() -> None:
    assert room.warning(200 << 30, 10**9, 60) == ""
    assert room.warning(900 << 20, 0, 0) == "The disk is getting full: 944 MB are free."
    assert room.warning(20 << 30, 10**10, 60).endswith(", enough for about 2 minutes.")
    assert room.warning(200 << 20, 10**8, 60).endswith(", enough for about 106 seconds.")
    assert room.warning(0, 10**8, 60).endswith(", enough for about 0 seconds.")


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users may enter but not write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_a_sentence(public_folder: Path) -> None:
    (sentence,) = run(READ_ONLY, public_folder / "one")
    assert sentence == f"Nothing can be recorded into {public_folder / 'one'}: permission denied."
    (sentence,) = run(READ_ONLY, public_folder)
    assert sentence == f"Nothing can be recorded into {public_folder}: permission denied."
