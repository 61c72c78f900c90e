"""Proves on this machine that every way to run a network runs, agrees with fp32, and how fast."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engines import agreement
from engines.ahead import build_plan, buildable
from engines.backends import available
from engines.bench import compared, measure, reference
from engines.choose import candidates, load_candidate
from engines.engine import EngineError, Precision
from engines.fastest import Candidate

_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Check:
    """What became of one way to run the network.

    Attributes:
        ready_s: seconds to load it, or to build it where it cannot run.
        plan_bytes: of the engine that was built, where it cannot run.
        distance_px, median_ms: None where it did not run.
        verdict: "agrees", "differs", "builds" or "fails".
        note: why, where there is something to say.
        network: the file.
        hint: the arithmetic asked for where the file is not quantised.
    """

    backend: str
    precision: Precision
    ready_s: float
    verdict: str
    distance_px: float | None = None
    median_ms: float | None = None
    plan_bytes: int | None = None
    note: str = ""
    network: str = ""
    hint: Precision | None = None


def verify(network: Path, samples: NDArray[np.float32]) -> list[Check]:
    """Every backend and precision that is there, run and compared on these images.

    Raises:
        EngineError: there is no such network.

    A candidate that fails or differs is passed over when one is chosen: what counts is that one
    agrees.
    """
    expected = reference(network, samples)
    checks = [_check(way, samples, expected) for way in candidates(network, built=False)]
    for status in available():
        # It is installed, only there is no card.
        if status.on_card and status.reason and status.version:
            checks += [_build(status.name, network, kind) for kind in buildable(network)]
    return checks


def why_not_executed() -> dict[str, str | None]:
    """Of the backends for cards, why each cannot run here, one sentence; None where it can."""
    return {status.name: status.reason for status in available() if status.on_card}


def _check(
    way: Candidate, samples: NDArray[np.float32], expected: agreement.Outputs | None
) -> Check:
    check = Check(way.backend, way.precision, 0.0, "fails", network=way.network.name, hint=way.hint)
    start = time.perf_counter()
    try:
        engine = load_candidate(way)
        ready = time.perf_counter() - start
        try:
            distance, good = compared(engine, samples, expected)
            median = measure(engine, 1, _SECONDS).median_ms
        finally:
            engine.close()
    except EngineError as error:
        spent = time.perf_counter() - start
        return replace(check, ready_s=spent, note=str(error))
    verdict = "agrees" if good else "differs"
    return replace(check, ready_s=ready, verdict=verdict, distance_px=distance, median_ms=median)


def _build(backend: str, network: Path, precision: Precision) -> Check:
    start = time.perf_counter()
    try:
        plan = build_plan(network, precision)
    except EngineError as error:
        spent = time.perf_counter() - start
        return Check(backend, precision, spent, "fails", note=str(error), network=network.name)
    return Check(
        backend,
        precision,
        time.perf_counter() - start,
        "builds",
        plan_bytes=len(plan.data),
        note=f"for {', '.join(plan.targets)}",
        network=plan.network,
    )
