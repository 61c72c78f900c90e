"""How long a frame takes to the screen, measured by the command that people are told to use."""

from __future__ import annotations

import json
import subprocess
import sys


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "posecam", "bench", *arguments, "--window", "--seconds", "3"]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


def test_the_window_says_how_long_a_frame_takes() -> None:
    """The demo at its 30 frames a second. What it takes depends on what else the machine does."""
    done = bench("demo", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["camera_fps"] > 20
    assert 10 < found["frames"] <= 100
    assert found["frames"] + found["dropped"] > 60
    assert 2 < found["latency_ms"]["median"] < found["latency_ms"]["p95"] < 1000


def test_a_source_that_cannot_be_shown_is_a_sentence() -> None:
    done = bench("missing.mp4")
    assert done.returncode == 2
    assert "missing.mp4" in done.stderr.splitlines()[-1]
