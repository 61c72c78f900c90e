"""A person starts by a clap, is heard, and claps again; or the microphone goes in the middle."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from posecam.capture import SourceInfo
from posecam.session import Recorder, Session
from posecam.session.sound import loudness
from tests.fakes.microphone import heard
from tests.fakes.people import make_frame, make_result
from tests.fakes.pulse import HAVE_PULSE, Pulse, pulse_server
from tests.fakes.sound_programs import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.skipif(not HAVE_PULSE, reason="needs PulseAudio and its pactl"),
    pytest.mark.timeout(300),
]


@pytest.fixture
def pulse(tmp_path: Path) -> Iterator[Pulse]:
    with pulse_server(tmp_path / "pulse") as server:
        yield server


def in_a_program(pulse: Pulse, name: str, *words: object) -> dict[str, Any]:
    """Run one of the programs; what it has seen."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.sound_programs", name, *map(str, words)],
        cwd=ROOT, env=pulse.environment, stdout=subprocess.PIPE, text=True, check=True,
        timeout=3 * PATIENCE_S,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_take_from_clap_to_clap_has_its_sound(pulse: Pulse, tmp_path: Path) -> None:
    image = tmp_path / "window.png"
    seen = in_a_program(pulse, "take_by_claps", tmp_path / "takes", pulse.pipe, image)

    session = Session.open(Path(seen["folder"]))
    assert session.sound is not None
    loud = loudness(session.sound, session.duration + 1)
    (clap,) = set(np.flatnonzero(loud > 0.25) // 10 / 10)

    assert session.warnings == []
    assert seen["microphones"] == ["Off", "As the system chooses", "Microphone"]
    assert "Sound is recorded with it." in seen["told"]
    assert session.manifest.sound is not None
    assert session.manifest.sound.device == "Microphone"
    # The second clap ends the take, and is in it; the first one began it.
    assert 0.25 < session.duration - clap < 2.0
    assert clap == pytest.approx(seen["between"], abs=1.5)
    assert image.stat().st_size > 1000


def test_a_take_is_heard_in_step_when_it_is_played(pulse: Pulse, tmp_path: Path) -> None:
    folder = tmp_path / "takes" / "clicks"
    folder.parent.mkdir()
    recorder = Recorder(
        folder, source="camera 0", info=SourceInfo(176, 64, 30.0), engine={}, settings={},
        wait_for_room=True,
    )  # fmt: skip
    blocks = heard(8.0, late_s=0.0)
    for number in range(240):
        frame = replace(make_frame(number), captured_ns=round(number / 30 * 1e9))
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
        recorder.add_sound(next(blocks), "microphone")
    recorder.close()
    image = tmp_path / "review.png"

    seen = in_a_program(pulse, "reviewed", folder, image)

    away = np.array(seen["clicks"]) - np.round(seen["clicks"])
    assert len(seen["clicks"]) >= 5
    # Sound that is a frame or two away is in step; it settles in the first second.
    assert np.abs(away[2:]).max() < 0.08
    assert np.abs(np.median(away[2:])) < 0.04
    assert seen["while silent"] == 0
    assert image.stat().st_size > 1000


def test_a_microphone_that_is_unplugged_costs_the_take_nothing_else(
    pulse: Pulse, tmp_path: Path
) -> None:
    seen = in_a_program(pulse, "unplugged", tmp_path / "takes", pulse.pipe, "module-pipe-source")

    session = Session.open(Path(seen["folder"]))

    silent = "Microphone gives silence alone: it was unplugged or switched off."
    assert seen["told"] in {silent, "Microphone was unplugged."}
    assert seen["told"] in seen["end"]
    assert session.warnings == [seen["told"]]
    assert session.duration > 2.5
    assert session.sound is not None
    assert len(list(session.video_frames())) == len(session)
