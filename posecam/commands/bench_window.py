"""`posecam bench --window`: the windows, until what they show is painted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from posecam.commands.bench_options import BenchOptions
from posecam.estimation.estimator import Estimator


def run(options: BenchOptions, make_estimator: Callable[[], Estimator]) -> int:
    """Measure the window with the camera, and print.

    Raises:
        PosecamError: there is no screen, no image came, or the network does not run.
    """
    from posecam.capture import mask_password
    from posecam.gui.bench.live import measure

    results = measure(
        options.input,
        options.seconds,
        make_estimator,
        angles=options.angles,
        remote=options.remote,
    )
    if options.json:
        alone, *connected = map(asdict, results)
        print(json.dumps({**alone, "with_telephone": connected[0] if connected else None}))
        return 0
    for result in results:
        if len(results) > 1:
            told = result.states
            print(f"a telephone as remote, told {told} times:" if told else "without a telephone:")
        print(
            f"{mask_password(options.input)}: {result.camera_fps:.1f} fps, "
            f"painted {result.painted_fps:.1f} fps, {result.dropped} frames dropped"
        )
        print(
            f"latency, frame to screen: median {result.latency_ms['median']:.1f} ms, "
            f"p95 {result.latency_ms['p95']:.1f} ms"
        )
    return 0


def run_review(folder: Path, options: BenchOptions) -> int:
    """Measure the window of recordings with one, and print.

    Raises:
        PosecamError: there is no screen, or the recording cannot be shown.
    """
    from posecam.gui.bench.review import measure

    result = measure(folder, indexed=not options.without_index)
    if options.json:
        print(json.dumps(asdict(result)))
        return 0
    how = "" if result.indexed else " without its index"
    print(
        f"{folder.name}: {result.frames} frames, first one painted after {result.open_s:.2f} s{how}"
    )
    for words, figures in (
        ("anywhere", result.jump_ms),
        ("one frame on", result.on_ms),
        ("one frame back", result.back_ms),
    ):
        print(f"{words}: median {figures['median']:.0f} ms, p95 {figures['p95']:.0f} ms")
    if result.memory_mb is not None:
        print(f"memory, at most: {result.memory_mb:.0f} MB")
    return 0
