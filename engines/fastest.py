"""Measures the ways to run a network on this machine, once, and remembers which is fastest."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engines import agreement, cache
from engines.engine import Engine, EngineError, Precision
from engines.network_file import NetworkFile

LOG = logging.getLogger(__name__)

#: Seconds for the whole of it; what was not reached by then, a worse guess, is not considered.
BUDGET_S: Final = 2.0
#: A candidate later in the list has to be this much faster than one before it: on a busy machine
#: the same engine differs by as much from one second to the next.
_CLEARLY: Final = 0.9
_RUNS: Final = (2, 9)  # warm-up, timed
_MOST_SAMPLES: Final = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to run a network.

    Attributes:
        network: the file to load: for int8 another than was asked for.
        trusted: its joints are known to stay in place, by its kind or by its file's metadata.
    """

    backend: str
    precision: Precision
    network: NetworkFile
    version: str
    device: str
    trusted: bool = True


def fastest(
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: NDArray[np.float32] | None = None,
) -> Engine:
    """The engine of the candidate that is fastest here, among those that agree with fp32.

    Args:
        candidates: the best guess first.
        make: loads one; EngineError where it cannot.
        samples: (N, C, H, W) pictures to compare joints on. Without them the joints of a
            candidate are not compared, and only trusted ones are considered.

    Raises:
        EngineError: none can be loaded; the first one's reason.
    """
    considered = [c for c in candidates if c.trusted or samples is not None]
    name = _key(considered, samples)
    known = _recall(name, considered)
    if known is not None:
        try:
            return make(known)
        except EngineError as error:
            LOG.info("%s Another way to run the network is looked for.", error)
            cache.discard(name)
    with cache.alone(name):  # two at once would measure each other
        return _measured(name, considered, make, samples)


def _measured(
    name: str,
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: NDArray[np.float32] | None,
) -> Engine:
    end = time.perf_counter() + BUDGET_S
    best: tuple[float, Candidate, Engine] | None = None
    failure: EngineError | None = None
    reference = _reference(candidates, make, samples)
    for candidate in candidates:
        if best is not None and time.perf_counter() > end:
            break
        try:
            engine = make(candidate)
            if samples is not None and reference is not None:
                distance = agreement.distance_px(run_all(engine, samples), reference)
                if not agreement.agrees(candidate.precision, distance):
                    LOG.info("%s moves the joints by %s px.", _title(candidate), distance)
                    engine.close()
                    continue
            seconds = _seconds(engine)
        except EngineError as error:
            LOG.info("%s is left out: %s", _title(candidate), error)
            failure = failure or error
            continue
        LOG.info("%s takes %.1f ms.", _title(candidate), seconds * 1e3)
        if best is None or seconds < best[0] * _CLEARLY:
            if best is not None:
                best[2].close()
            best = (seconds, candidate, engine)
        else:
            engine.close()
    if best is None:
        raise failure or EngineError("No backend runs the network with its joints in place.")
    cache.store(name, json.dumps([best[1].backend, best[1].precision]).encode())
    return best[2]


def run_all(engine: Engine, pictures: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """Outputs for a few pictures, one at a time: some networks take no more."""
    runs = [engine.run(pictures[i : i + 1]) for i in range(min(len(pictures), _MOST_SAMPLES))]
    return {key: np.concatenate([run[key] for run in runs]) for key in runs[0]}


def _reference(
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: NDArray[np.float32] | None,
) -> dict[str, NDArray[np.float32]] | None:
    """What fp32 gives, by the first backend that can."""
    if samples is None:
        return None
    for candidate in candidates:
        if candidate.precision == "fp32":
            try:
                engine = make(candidate)
                try:
                    return run_all(engine, samples)
                finally:
                    engine.close()
            except EngineError as error:
                LOG.info("%s gives nothing to compare with: %s", _title(candidate), error)
    return None


def _seconds(engine: Engine) -> float:
    """Median time of a run."""
    picture = np.full((1, *engine.input_shape), 127, np.float32)
    times = []
    for index in range(sum(_RUNS)):
        start = time.perf_counter()
        engine.run(picture)
        if index >= _RUNS[0]:
            times.append(time.perf_counter() - start)
    return float(np.median(times))


def _title(candidate: Candidate) -> str:
    return f"{candidate.backend} in {candidate.precision}"


def _key(candidates: Sequence[Candidate], samples: NDArray[np.float32] | None) -> str:
    """Of the machine, as far as the backends see it, and of the network."""
    ways = [
        f"{c.backend} {c.version} {c.device} {c.precision} {c.network.sha256}" for c in candidates
    ]
    return cache.key("choice", "compared" if samples is not None else "", *ways)


def _recall(name: str, candidates: Sequence[Candidate]) -> Candidate | None:
    kept = cache.fetch(name)
    if kept is None:
        return None
    try:
        backend, precision = json.loads(kept)
    except (ValueError, TypeError):
        cache.discard(name)
        return None
    return next((c for c in candidates if (c.backend, c.precision) == (backend, precision)), None)
