"""A person alone records like a studio: counted down, heard, marked, ended, watched, and shared."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam import cli
from posecam.session import Session
from posecam.session.sound import loudness
from tests.fakes.browser import PHONE, Browser
from tests.fakes.pulse import HAVE_PULSE, LOUDSPEAKER, RATE, Pulse, pulse_server
from tests.fakes.studio_program import COUNTDOWN_S, LENGTH_S, MARKED_S

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE_S: Final = 240.0
#: Of what is heard: seconds of a piece, hertz of ticks, starts and markers, share of the loudest:
#: the overtones of one tone are at another one's frequency, a third as loud.
PIECE_S, TICK, HIGH, MARKER, LOUD = 0.02, 659.3, 1318.5, 1975.5, 0.6

pytestmark = pytest.mark.skipif(not HAVE_PULSE, reason="needs PulseAudio and its pactl")


@contextmanager
def heard(pulse: Pulse) -> Iterator[list[bytes]]:
    """What comes out of the loudspeaker meanwhile, 16 bits, one channel."""
    pieces: list[bytes] = []
    listening = subprocess.Popen(
        ["parec", "--device", f"{LOUDSPEAKER}.monitor", "--format=s16le", "--channels=1",
         f"--rate={RATE}", "--raw"],
        env=pulse.environment, stdout=subprocess.PIPE,
    )  # fmt: skip
    stdout = listening.stdout
    assert stdout is not None
    reading = threading.Thread(target=lambda: pieces.extend(iter(lambda: stdout.read(4096), b"")))
    reading.start()
    try:
        yield pieces
    finally:
        listening.terminate()
        listening.wait()
        reading.join()
        stdout.close()


def strength(samples: NDArray[np.float64], hertz: float) -> NDArray[np.float64]:
    """(N,) how strong a tone is in each piece of the sound."""
    length = round(PIECE_S * RATE)
    pieces = samples[: len(samples) // length * length].reshape(-1, length)
    wave = np.exp(-2j * np.pi * hertz * np.arange(length) / RATE)
    return np.asarray(np.abs(pieces @ wave) / length, np.float64)


def beginnings(strong: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Seconds at which something begins to be heard; pauses below a tenth of a second are none."""
    rows = np.flatnonzero(strong)
    first = np.concatenate([[True], np.diff(rows) > 0.1 / PIECE_S]) if len(rows) else rows > 0
    return np.asarray(rows[first] * PIECE_S, np.float64)


def test_a_take_is_counted_down_marked_ended_watched_and_shared(
    tmp_path: Path, own_home: Path
) -> None:
    images = tmp_path / "images"
    images.mkdir()
    with pulse_server(tmp_path / "pulse") as pulse, heard(pulse) as pieces:
        done = subprocess.run(
            [sys.executable, "-m", "tests.fakes.studio_program", tmp_path / "takes", pulse.pipe,
             tmp_path / "profile", images],
            cwd=ROOT, env=pulse.environment, stdout=subprocess.PIPE, text=True, check=True,
            timeout=PATIENCE_S,
        )  # fmt: skip
    seen = json.loads(done.stdout.splitlines()[-1])

    # What was heard: ticks, a start, two markers, a stop.
    samples = np.frombuffer(b"".join(pieces), np.int16).astype(np.float64) / 32768
    low, high, marker = (strength(samples, hertz) for hertz in (TICK, HIGH, MARKER))
    marks = beginnings(marker > LOUD * marker.max())
    starts = beginnings(high > LOUD * high.max())
    ticks = beginnings(low > LOUD * low.max())
    assert len(starts) == 2  # the start's second tone, the stop's first one
    assert np.diff(starts)[0] > LENGTH_S - 0.5
    counted = ticks[ticks < starts[0] - 0.3]
    assert len(counted) == COUNTDOWN_S
    assert np.ptp(counted) > COUNTDOWN_S - 1.5
    assert len(marks) == len(MARKED_S)
    assert all(starts[0] < mark < starts[1] for mark in marks)

    # What is there: a take of that length with its markers and sound.
    session = Session.open(Path(seen["take"]))
    assert session.folder.name == "squat 01"
    assert session.duration == pytest.approx(LENGTH_S, abs=0.5)
    given = [one.seconds for one in session.manifest.markers]
    assert given == pytest.approx(MARKED_S, abs=0.8)
    assert seen["marked"] == pytest.approx(given, abs=0.2)
    assert session.sound is not None
    loud = loudness(session.sound, session.duration)
    assert (np.flatnonzero(loud > 0.25) / 100).min() > MARKED_S[0]  # the clap after the marker

    # The telephone's take beside it.
    second = Session.open(Path(seen["second"]))
    assert second.folder.name == "squat 02"
    assert 0.5 < second.duration < 8.0
    assert seen["errors"] == []

    # Shared: it plays in a telephone's browser, with its sound.
    words = ["export", str(session.folder), "--format", "html", "--out", str(tmp_path)]
    assert cli.main(words) == 0
    page = Browser(tmp_path / "viewer", PHONE, phone=True)
    try:
        page.go((tmp_path / "squat 01.html").as_uri())
        page.value(
            "new Promise((done)=>{const look=()=>video.readyState>=2&&motion?done(true):"
            "setTimeout(look,50);look()})"
        )
        page.tap("#play")
        page.value(
            "new Promise((done,no)=>{const look=()=>video.currentTime>1?done(true):"
            "setTimeout(look,50);look();setTimeout(()=>no('it does not play'),30000)})"
        )
        assert page.text("#play") == "Pause"
        assert page.value("video.webkitAudioDecodedByteCount") > 0
        assert page.value("document.documentElement.scrollWidth<=innerWidth")
        page.screenshot(images / "shared.png")
        assert page.errors == []
    finally:
        page.close()
    for path in images.iterdir():
        assert path.stat().st_size > 5_000, path.name
