"""A shutdown, a closed terminal, a display that goes: what is being recorded is finished."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from posecam.session.reader import Session
from posecam.settings import SESSIONS_VARIABLE
from tests.fakes.http_camera import HttpCamera
from tests.fakes.videos import write_video
from tests.fakes.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
#: Named, so that nothing is measured first.
ENGINE = ("--engine", "openvino", "--precision", "fp32")
BY_SIGNAL = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

#: The window of `posecam run demo`, in which Record is pressed once it can be.
WINDOW = """
import sys
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QMessageBox
from posecam.gui.live.main_window import MainWindow

start = MainWindow.start

def start_and_record(window, source):
    start(window, source)
    timer = QTimer(window)

    def look():
        recording = window.pipeline.status().recording
        if recording is None:
            window.bar.record.click()
        elif recording.frames_written >= 20:
            timer.stop()
            print("recording", flush=True)
            if "dialog" in sys.argv:
                QMessageBox.information(window, "posecam", "It waits for an answer.")

    timer.timeout.connect(look)
    timer.start(50)

MainWindow.start = start_and_record
from posecam.cli import main
sys.exit(main(["run", "demo", "--engine", "openvino", "--precision", "fp32"]))
"""


COMMAND = "import sys; from posecam.cli import main; sys.exit(main(sys.argv[1:]))"
#: The same with the terminal at its standard input as its own.
AT_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); " + COMMAND


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """What the tests start heeds signals that the tests themselves ignore, as under `nohup`."""
    ignored = [n for n in BY_SIGNAL if signal.getsignal(n) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture
def display() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A screen of the test's own, and the server that shows it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    yield name, server
    server.kill()
    server.wait()


def start(code: str, *words: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def record_in_a_window(sessions: Path, display: str, *words: str) -> subprocess.Popen[str]:
    window = start(WINDOW, *words, DISPLAY=display, **{SESSIONS_VARIABLE: str(sessions)})
    assert window.stdout is not None
    if window.stdout.readline() != "recording\n":
        window.kill()
        pytest.fail(f"nothing was recorded: {window.communicate()}")
    return window


def ended(job: subprocess.Popen[str], within: float = 30) -> str:
    """What a process said on standard error until its end."""
    try:
        return job.communicate(timeout=within)[1]
    except subprocess.TimeoutExpired:
        job.kill()
        pytest.fail(f"it did not end: {job.communicate()}")


def the_only_take(sessions: Path) -> Session:
    (folder,) = (f for f in sessions.iterdir() if not f.name.startswith("."))
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["state"] == "finished"
    session = Session.open(folder)
    assert session.finished
    assert manifest["counts"]["frames_written"] == len(session) >= 20
    assert manifest["counts"]["frames_dropped"] == 0
    assert sum(1 for _ in session.video_frames()) == len(session)
    return session


@pytest.mark.parametrize("words", [(), ("dialog",)], ids=["window", "with a dialog open"])
@pytest.mark.parametrize("number", BY_SIGNAL)
def test_a_signal_to_the_window_finishes_the_take(
    number: signal.Signals,
    words: tuple[str, ...],
    tmp_path: Path,
    display: tuple[str, subprocess.Popen[bytes]],
) -> None:
    window = record_in_a_window(tmp_path, display[0], *words)
    if words:
        time.sleep(1)
    window.send_signal(number)
    said = ended(window)
    assert window.returncode == 0, said
    the_only_take(tmp_path)


def test_a_display_that_goes_finishes_the_take(
    tmp_path: Path, display: tuple[str, subprocess.Popen[bytes]]
) -> None:
    window = record_in_a_window(tmp_path, display[0])
    display[1].kill()
    said = ended(window)
    assert window.returncode in (0, 1), said  # as the version of Qt leaves
    assert "Traceback" not in said
    the_only_take(tmp_path)


#: Ends, by the last line, while it is being recorded.
LEAVES = """
import ctypes, sys
from pathlib import Path
from posecam.session import Recorder
from tests.fakes.people import make_frame, make_result

recorder = Recorder(Path(sys.argv[1]), source="test", info=None, engine={}, settings={})
for number in range(25):
    recorder.add_frame(make_frame(number))
    recorder.add_result(make_result(make_frame(number)))
"""


@pytest.mark.parametrize(
    ("last", "code"),
    [
        ("ctypes.CDLL(None).exit(7)", 1),
        ("ctypes.PyDLL(None).exit(7)", 1),
        ("sys.exit(3)", 3),
        ("raise RuntimeError", 1),
        ("pass", 0),
    ],
)
def test_a_process_that_ends_by_itself_finishes_the_take(
    last: str, code: int, tmp_path: Path
) -> None:
    """C's exit is how Qt and Xlib leave when their display has gone."""
    job = start(LEAVES + last, str(tmp_path / "take"))
    ended(job)
    assert job.returncode == code
    the_only_take(tmp_path)


def process(*words: str) -> subprocess.Popen[str]:
    return start(COMMAND, "process", *words, *ENGINE)


def lines(folder: Path) -> int:
    file = folder / "frames.jsonl"
    return file.read_bytes().count(b"\n") if file.exists() else 0


@pytest.fixture(scope="module")
def long_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Minutes of it: more than is looked at before the test ends that."""
    path = tmp_path_factory.mktemp("clips") / "long.mp4"
    return write_video(path, range(0, 12_000 * 33, 33))


@pytest.mark.parametrize("number", BY_SIGNAL)
def test_a_signal_to_process_finishes_the_session_and_says_so_in_it(
    number: signal.Signals, tmp_path: Path, long_clip: Path
) -> None:
    take = tmp_path / "take"
    job = process(str(long_clip), "--out", str(take))
    wait_until(lambda: lines(take) > 20, 30)
    job.send_signal(number)
    said = ended(job)
    assert job.returncode == 128 + number
    assert said.strip().splitlines()[-1].startswith("posecam: interrupted")
    assert "Traceback" not in said
    session = the_only_take(tmp_path)
    assert f"Interrupted after {len(session)} frames of long.mp4." in session.warnings


def test_a_live_source_that_is_interrupted_has_simply_ended(tmp_path: Path) -> None:
    with HttpCamera() as camera:
        job = process(camera.url, "--out", str(tmp_path / "take"))
        wait_until(lambda: lines(tmp_path / "take") > 20, 30)
        job.send_signal(signal.SIGTERM)
        ended(job)
    assert the_only_take(tmp_path).warnings == []


def test_a_terminal_that_is_closed_finishes_the_session(tmp_path: Path, long_clip: Path) -> None:
    ours, theirs = os.openpty()
    job = subprocess.Popen(
        [sys.executable, "-c", AT_TERMINAL, "process", long_clip, "--out", tmp_path / "t", *ENGINE],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    wait_until(lambda: lines(tmp_path / "t") > 20, 30)
    os.close(ours)
    job.wait(30)
    session = the_only_take(tmp_path)
    assert any("Interrupted" in warning for warning in session.warnings)


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path, long_clip: Path) -> None:
    take = tmp_path / "take"
    job = subprocess.Popen(
        ["nohup", sys.executable, "-c", COMMAND, "process", long_clip, "--out", take, *ENGINE],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: lines(take) > 20, 30)
    job.send_signal(signal.SIGHUP)
    before = lines(take)
    wait_until(lambda: lines(take) > before + 20, 30)
    job.send_signal(signal.SIGTERM)
    assert job.wait(30) == 128 + signal.SIGTERM


def workers_of(process_id: int) -> set[int]:
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()
    return {int(child) for child in children}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_several_at_once_end_together_and_leave_no_worker(
    number: signal.Signals, tmp_path: Path, long_clip: Path
) -> None:
    job = process(str(long_clip), str(long_clip), "--out", str(tmp_path), "--jobs", "2")
    wait_until(lambda: len([f for f in tmp_path.glob(".part.*") if lines(f) > 5]) == 2, 60)
    workers = workers_of(job.pid)
    job.send_signal(number)
    said = ended(job)
    wait_until(lambda: not any(Path(f"/proc/{worker}/exe").exists() for worker in workers), 10)
    assert "Traceback" not in said
    if number == signal.SIGKILL:
        parts = set(tmp_path.glob(".part.*"))
        again = process(str(long_clip), str(long_clip), "--out", str(tmp_path), "--jobs", "1")
        wait_until(lambda: {f for f in tmp_path.glob(".part.*") if lines(f)}.isdisjoint(parts)
                   and any(lines(f) for f in tmp_path.glob(".part.*")), 60)  # fmt: skip
        again.terminate()
        ended(again)
    else:
        assert job.returncode == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_a_screenshot_that_cannot_be_saved_ends_with_a_sentence(
    tmp_path: Path, display: tuple[str, subprocess.Popen[bytes]]
) -> None:
    where = tmp_path / "shot.unknown"
    done = subprocess.run(
        [sys.executable, "-m", "posecam", "run", "demo", "--screenshot", where, "--after", "0.5"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": display[0]},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == f"The screenshot could not be saved to {where}.\n"
    assert list(tmp_path.iterdir()) == []
