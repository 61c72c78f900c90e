"""Measures the ways to run a network on this machine, once, and remembers which is fastest."""

from __future__ import annotations

import json
import logging
import math
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

#: Pictures with people, or what gives them, by the (C, H, W) that the network takes, once they are
#: needed; None where it has none.
Samples = NDArray[np.float32] | Callable[[tuple[int, int, int]], NDArray[np.float32] | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to run a network.

    Attributes:
        network: the file to load: for int8 another than was asked for.
        trusted: whether its joints are known to stay in place, by its kind or by its file's
            metadata; None where nothing is known.
    """

    backend: str
    precision: Precision
    network: NetworkFile
    version: str
    device: str
    trusted: bool | None = True


def fastest(
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: Samples | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Engine:
    """The engine of the candidate that is fastest here, among those that agree with fp32.

    Args:
        candidates: the best guess first.
        make: loads one; EngineError where it cannot.
        samples: (N, C, H, W) pictures to compare joints on, the first few of which are used.
            Without them the joints of a candidate are not compared, and only trusted ones are
            considered.
        progress: told how many are done, 0..1; returns False to give it up.

    Raises:
        EngineError: none can be loaded, the first one's reason; or it was given up.
    """
    pictures_come = samples is not None
    considered = [c for c in candidates if c.trusted or (c.trusted is None and pictures_come)]
    name = _key(considered, compared=pictures_come)
    engine = _remembered(name, considered, make)
    if engine is not None:
        return engine
    with cache.alone(name):  # two at once would measure each other
        return _remembered(name, considered, make) or _measured(
            name, considered, make, samples, progress
        )


def _remembered(
    name: str, candidates: Sequence[Candidate], make: Callable[[Candidate], Engine]
) -> Engine | None:
    known = _recall(name, candidates)
    if known is not None:
        try:
            return make(known)
        except EngineError as error:
            LOG.info("%s Another way to run the network is looked for.", error)
            cache.discard(name)
    return None


def _measured(
    name: str,
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: Samples | None,
    progress: Callable[[float], bool] | None,
) -> Engine:
    end = time.perf_counter() + BUDGET_S
    best: tuple[float, Candidate, Engine] | None = None
    failure: EngineError | None = None
    compared = _Compared(candidates, make, samples)
    for index, candidate in enumerate(candidates):
        if best is not None and time.perf_counter() > end:
            break
        if progress is not None and not progress(index / len(candidates)):
            if best is not None:
                best[2].close()
            raise EngineError("The choice among the engines was given up.")
        try:
            engine = make(candidate)
        except EngineError as error:
            LOG.info("%s is left out: %s", _title(candidate), error)
            failure = failure or error
            continue
        try:
            seconds = _seconds(engine) if compared.agrees(candidate, engine) else math.inf
        except EngineError as error:
            LOG.info("%s is left out: %s", _title(candidate), error)
            failure = failure or error
            seconds = math.inf
        LOG.info("%s takes %.1f ms.", _title(candidate), seconds * 1e3)
        if seconds < (math.inf if best is None else best[0] * _CLEARLY):
            if best is not None:
                best[2].close()
            best = (seconds, candidate, engine)
        else:
            engine.close()
    if best is None:
        raise failure or EngineError("No backend runs the network with its joints in place.")
    cache.store(name, json.dumps([best[1].backend, best[1].precision]).encode())
    return best[2]


class _Compared:
    """Joints of engines beside those of fp32, which is run when the first is to be compared."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        make: Callable[[Candidate], Engine],
        samples: Samples | None,
    ) -> None:
        self._candidates = candidates
        self._make = make
        self._samples = samples
        self._expected: tuple[NDArray[np.float32], agreement.Outputs] | None = None

    def agrees(self, candidate: Candidate, engine: Engine) -> bool:
        """Whether its joints are where fp32 has them; True where there is nothing to compare."""
        self._prepare(engine.input_shape)
        if self._expected is None:
            return bool(candidate.trusted)
        pictures, expected = self._expected
        distance = agreement.distance_px(run_all(engine, pictures), expected)
        if not agreement.agrees(candidate.precision, distance):
            LOG.info("%s moves the joints by %s px.", _title(candidate), distance)
            return False
        return True

    def _prepare(self, shape: tuple[int, int, int]) -> None:
        given, self._samples = self._samples, None
        if given is None:
            return
        pictures = given if isinstance(given, np.ndarray) else given(shape)
        if pictures is not None:
            pictures = pictures[:_MOST_SAMPLES]
            expected = _reference(self._candidates, self._make, pictures)
            self._expected = None if expected is None else (pictures, expected)


def run_all(engine: Engine, pictures: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """Outputs for pictures, one at a time: some networks take no more."""
    runs = [engine.run(pictures[i : i + 1]) for i in range(len(pictures))]
    return {key: np.concatenate([run[key] for run in runs]) for key in runs[0]}


def _reference(
    candidates: Sequence[Candidate],
    make: Callable[[Candidate], Engine],
    samples: NDArray[np.float32],
) -> dict[str, NDArray[np.float32]] | None:
    """What fp32 gives, by the first backend that can."""
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


def _key(candidates: Sequence[Candidate], *, compared: bool) -> str:
    """Of the machine, as far as the backends see it, and of the network."""
    ways = [
        f"{c.backend} {c.version} {c.device} {c.precision} {c.network.sha256}" for c in candidates
    ]
    return cache.key("choice", "compared" if compared else "", *ways)


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
