"""`posecam bench --session`: how quickly a session opens, and how much memory that takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from posecam.commands.bench_options import BenchOptions
from posecam.errors import PosecamError
from posecam.measure.sessions import make_session, measure

_LONGEST_MIN = 240.0
_SWITCHES = ("json", "window", "without-index")


def run(options: BenchOptions) -> int:
    """Measure and print; with --window in the window.

    Raises:
        PosecamError: the session cannot be read, or none can be made.
    """
    given = options.input
    try:
        minutes = float(given)
    except ValueError:
        if options.window:
            from posecam.commands.bench_window import run_review

            return run_review(Path(given), options)
        return _measure(Path(given), options)
    if not 0 < minutes <= _LONGEST_MIN:
        raise PosecamError(
            f"A session of {given} minutes is not measured: make it 1 to {_LONGEST_MIN:g}."
        )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "session"
        try:
            make_session(folder, minutes)
        except OSError as error:
            raise PosecamError(f"A session cannot be made in {place} ({error}).") from error
        # In a process of its own: making it has taken memory too.
        extra = [f"--{name}" for name in _SWITCHES if getattr(options, name.replace("-", "_"))]
        command = [sys.executable, "-m", "posecam", "bench", str(folder), "--session", *extra]
        return subprocess.run(command, check=False).returncode


def _measure(folder: Path, options: BenchOptions) -> int:
    result = measure(folder)
    if options.json:
        print(json.dumps(asdict(result)))
        return 0
    print(f"{folder.name}: {result.minutes:.1f} minutes, {result.frames} frames")
    print(f"to open: {result.open_s:.3f} s; without its index {result.first_open_s:.2f} s")
    print(
        f"to the image of any frame: median {result.step_ms['median']:.0f} ms, "
        f"p95 {result.step_ms['p95']:.0f} ms, the file opened anew for each"
    )
    if result.memory_mb is not None:
        print(f"memory, at most: {result.memory_mb:.0f} MB")
    return 0
