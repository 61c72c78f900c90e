"""How fast a network runs: median and 95th percentile of single runs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from engines.choose import available, load
from engines.engine import Engine, EngineError, Precision

#: The first runs make buffers and kernels for the batch size.
WARM_UP_RUNS = 5
FEWEST_RUNS = 10


@dataclass(frozen=True, slots=True)
class BenchResult:
    """One engine measured at one batch size; times of a whole run, in milliseconds."""

    backend: str
    precision: Precision
    batch: int
    median_ms: float
    p95_ms: float

    def as_json(self) -> dict[str, Any]:
        """With times rounded to a microsecond."""
        row = asdict(self)
        return {k: round(v, 3) if isinstance(v, float) else v for k, v in row.items()}


def shipped_network() -> Path:
    """The first network of resources/, in a checkout or in an installed posecam.

    Raises:
        EngineError: there is none.
    """
    root = Path(__file__).resolve().parent.parent
    for folder in (root / "resources", root / "posecam" / "resources"):
        networks = sorted(folder.rglob("*.onnx"))
        if networks:
            return networks[0]
    raise EngineError("No network ships with this installation; name an .onnx file.")


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
    return BenchResult(engine.info.backend, engine.info.precision, batch, float(median), float(p95))


def run(
    network: Path,
    backend: str | None,
    precision: Precision | None,
    batches: Sequence[int],
    seconds: float,
) -> list[BenchResult]:
    """Measure a network on a backend in a precision, or on all there are where None is given.

    Raises:
        EngineError: nothing can be measured so; the message says why.
    """
    results = []
    for name, arithmetic in _combinations(backend, precision):
        engine = load(network, name, arithmetic)
        try:
            results += [measure(engine, batch, seconds) for batch in batches]
        finally:
            engine.close()
    return results


def _combinations(
    backend: str | None, precision: Precision | None
) -> list[tuple[str, Precision | Literal["auto"]]]:
    found: list[tuple[str, Precision | Literal["auto"]]] = [
        (status.name, arithmetic)
        for status in available()
        for arithmetic in status.precisions
        if backend in (None, status.name) and precision in (None, arithmetic)
    ]
    # What was asked for and is not there is asked for again: the answer says why.
    return found or [(backend or "auto", precision or "auto")]
