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

from posecam.session import Session
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

#: Permissions do not bind root, which the tests may run as: become nobody once all is imported.
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
