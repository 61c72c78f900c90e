"""How fast a network runs, median and 95th percentile of single runs, and how far from fp32."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engines import agreement
from engines.choose import candidates, load, load_candidate
from engines.engine import Engine, EngineError, Precision
from engines.fastest import Candidate, run_all

LOG = logging.getLogger(__name__)

#: The first runs make buffers and kernels for the batch size.
WARM_UP_RUNS = 5
FEWEST_RUNS = 10


@dataclass(frozen=True, slots=True)
class BenchResult:
    """One candidate measured at one batch size, or why it cannot run.

    Attributes:
        median_ms, p95_ms: times of a whole run; None where it does not run.
        distance_px: median distance of its points to fp32's on the same images, in px of the
            input; None where there was nothing to compare.
        device: name of the processor or card.
        network: the file that runs.
        hint: the arithmetic asked for where the file is not quantised.
        reason: why it does not run, or would not be chosen, one sentence; "" where nothing is
            wrong.
    """

    backend: str
    precision: Precision
    batch: int
    median_ms: float | None = None
    p95_ms: float | None = None
    distance_px: float | None = None
    device: str = ""
    network: str = ""
    hint: Precision | None = None
    reason: str = ""

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
        info.backend,
        info.precision,
        batch,
        float(median),
        float(p95),
        device=info.device,
        network=info.network,
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
        samples: (N, C, H, W) images to compare the points on.

    Returns:
        a row for every candidate and batch size; one row for a candidate that cannot run at all.

    Raises:
        EngineError: there is no candidate; the message says why.
    """
    ways = candidates(network, backend or "auto", precision or "auto", built=False)
    if not ways:  # what was asked for and is not there is asked for again: the answer says why
        load(network, backend or "auto", precision or "auto").close()
    expected = None if samples is None else reference(network, samples)
    return [row for way in ways for row in _rows(way, batches, seconds, samples, expected)]


def _rows(
    way: Candidate,
    batches: Sequence[int],
    seconds: float,
    samples: NDArray[np.float32] | None,
    expected: agreement.Outputs | None,
) -> list[BenchResult]:
    empty = BenchResult(
        way.backend,
        way.precision,
        batches[0],
        device=way.device,
        network=way.network.name,
        hint=way.hint,
    )
    rows: list[BenchResult] = []
    try:
        engine = load_candidate(way)
        try:
            distance, good = compared(engine, samples, expected)
            reason = "" if good else "It moves the joints too far to be chosen."
            for batch in batches:
                empty = replace(empty, batch=batch)
                row = measure(engine, batch, seconds)
                rows.append(replace(row, distance_px=distance, hint=way.hint, reason=reason))
        finally:
            engine.close()
    except EngineError as error:
        rows.append(replace(empty, reason=str(error)))
    return rows


def reference(network: Path, samples: NDArray[np.float32]) -> dict[str, NDArray[np.float32]] | None:
    """What fp32 gives: by the last backend, the plainest, or one before it if that fails."""
    for way in reversed(_in_fp32(network)):
        try:
            engine = load_candidate(way)
            try:
                return run_all(engine, samples)
            finally:
                engine.close()
        except EngineError as error:
            LOG.info("%s gives nothing to compare with: %s", way.title, error)
    return None


def input_shape(network: Path) -> tuple[int, int, int]:
    """(channels, height, width) that a network takes.

    Raises:
        EngineError: nothing here can run it; why the first cannot.
    """
    failure: EngineError | None = None
    for way in (*_in_fp32(network), *candidates(network)):
        try:
            engine = load_candidate(way)
        except EngineError as error:
            failure = failure or error
        else:
            engine.close()
            return engine.input_shape
    if failure is not None:
        raise failure
    engine = load(network)
    engine.close()
    return engine.input_shape


def _in_fp32(network: Path) -> list[Candidate]:
    return candidates(network, precision="fp32")


def compared(
    engine: Engine,
    samples: NDArray[np.float32] | None,
    expected: agreement.Outputs | None,
) -> tuple[float | None, bool]:
    """Median distance of an engine's points to those expected, in px, and whether they agree.

    None and true where there is nothing to compare.
    """
    if samples is None or expected is None:
        return None, True
    outputs = run_all(engine, samples)
    good = agreement.agree(engine.info.precision, outputs, expected)
    return agreement.distance_px(outputs, expected), good
