"""The window is measured with a telephone connected, and without, in one go."""

from __future__ import annotations

import json
import subprocess
import sys


def test_a_telephone_is_told_how_it_stands_while_the_window_is_measured() -> None:
    words = ["bench", "demo", "--window", "--remote", "--seconds", "12", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "posecam", *words],
        stdout=subprocess.PIPE, text=True, check=True, timeout=180,
    )  # fmt: skip
    measured = json.loads(done.stdout.splitlines()[-1])
    with_telephone = measured["with_telephone"]
    assert measured["states"] == 0
    assert with_telephone["states"] > 10
    for one in (measured, with_telephone):
        assert one["frames"] >= 10
        assert one["latency_ms"]["median"] > 0
