"""How fast a network runs, median and 95th percentile of single runs, and how far from fp32."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engines import agreement
from engines.choose import candidates, load, load_candidate
from engines.engine import Engine, Precision
from engines.fastest import Candidate, run_all

#: The first runs make buffers and kernels for the batch size.
WARM_UP_RUNS = 5
FEWEST_RUNS = 10


@dataclass(frozen=True, slots=True)
class BenchResult:
    """One engine measured at one batch size.

    Attributes:
        device: name of the processor or card.
        median_ms, p95_ms: times of a whole run.
        distance_px: median distance of its points to fp32's on the same pictures, in px of the
            input; None where there was nothing to compare.
    """

    backend: str
    precision: Precision
    batch: int
    median_ms: float
    p95_ms: float
    distance_px: float | None = None
    device: str = ""

    def as_json(self) -> dict[str, Any]:
        """With times rounded to a microsecond, without the device: `list` names it."""
        row = asdict(self)
        del row["device"]
        return {k: round(v, 3) if isinstance(v, float) else v for k, v in row.items()}


def measure(engine: Engine, batch: int, seconds: float) -> BenchResult:
    """Run an engine on noise for about so many seconds.

    Raises:
        EngineError: the network does not take this batch size.
    """
    shape = (batch, *engine.input_shape)
    images = np.random.default_rng(0).uniform(0, 255, shape).astype(np.float32)
    for _ in range(WARM_UP_RUNS):
        engine.run(images)
    times: list[int] = []
    end = time.perf_counter_ns() + int(seconds * 1e9)
    while len(times) < FEWEST_RUNS or time.perf_counter_ns() < end:
        start = time.perf_counter_ns()
        engine.run(images)
        times.append(time.perf_counter_ns() - start)
    median, p95 = np.percentile(times, (50, 95)) / 1e6
    info = engine.info
    return BenchResult(
        info.backend, info.precision, batch, float(median), float(p95), device=info.device
    )


def run(
    network: Path,
    backend: str | None,
    precision: Precision | None,
    batches: Sequence[int],
    seconds: float,
    samples: NDArray[np.float32] | None = None,
) -> list[BenchResult]:
    """Measure a network on a backend in a precision, or on all there are where None is given.

    Args:
        samples: (N, C, H, W) pictures to compare the points on.

    Raises:
        EngineError: nothing can be measured so; the message says why.
    """
    ways = candidates(network, backend or "auto", precision or "auto", built=False)
    if not ways:  # what was asked for and is not there is asked for again: the answer says why
        load(network, backend or "auto", precision or "auto").close()
    expected = None if samples is None else reference(network, samples)
    results = []
    for way in ways:
        engine = load_candidate(way)
        try:
            distance = distance_of(engine, samples, expected)
            results += [
                replace(measure(engine, batch, seconds), distance_px=distance) for batch in batches
            ]
        finally:
            engine.close()
    return results


def reference(network: Path, samples: NDArray[np.float32]) -> dict[str, NDArray[np.float32]] | None:
    """What fp32 gives: ONNX Runtime's, or another backend's where that is not installed."""
    for way in sorted(_in_fp32(network), key=lambda way: way.backend != "onnxruntime"):
        engine = load_candidate(way)
        try:
            return run_all(engine, samples)
        finally:
            engine.close()
    return None


def input_shape(network: Path) -> tuple[int, int, int]:
    """(channels, height, width) that a network takes.

    Raises:
        EngineError: nothing here can run it.
    """
    ways = [*_in_fp32(network), *candidates(network)]
    engine = load_candidate(ways[0]) if ways else load(network)
    try:
        return engine.input_shape
    finally:
        engine.close()


def _in_fp32(network: Path) -> list[Candidate]:
    return candidates(network, precision="fp32")


def distance_of(
    engine: Engine,
    samples: NDArray[np.float32] | None,
    expected: agreement.Outputs | None,
) -> float | None:
    """Median distance of an engine's points to those expected, in px; None without either."""
    if samples is None or expected is None:
        return None
    return agreement.distance_px(run_all(engine, samples), expected)
