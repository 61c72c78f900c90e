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

from engines import agreement, cache, processor
from engines.engine import Engine, EngineError, Precision
from engines.network_file import NetworkFile

LOG = logging.getLogger(__name__)

#: Seconds for the whole of it; what was not reached by then, a worse guess, is not considered.
BUDGET_S: Final = 2.0
#: A candidate later in the list has to be this much faster than one before it: on a busy machine
#: the same engine differs by as much from one second to the next.
_CLEARLY: Final = 0.9
_RUNS: Final = (2, 9)  # warm-up, timed
#: After so many timed runs one that takes so many times the best's is given up.
_FEWEST_RUNS, _FAR = 3, 1.4
_MOST_SAMPLES: Final = 8

#: Images with people, or what gives them, by the (C, H, W) that the network takes, once they are
#: needed; None where it has none.
Samples = NDArray[np.float32] | Callable[[tuple[int, int, int]], NDArray[np.float32] | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to run a network on a processor: it may fail there, or move the joints.

    Attributes:
        network: the file to load: for int8 another than was asked for.
        device: the processor's name.
        trusted: whether its joints are known to stay in place, by its kind or by its file's
            metadata; None where nothing is known.
        hint: the arithmetic asked for where the network is not quantised; None for the backend's
            choice.
    """

    backend: str
    precision: Precision
    network: NetworkFile
    version: str
    device: str
    trusted: bool | None = True
    hint: Precision | None = None

    @property
    def title(self) -> str:
        """For a line in the log."""
        beside = f" beside {self.hint}" if self.precision == "int8" and self.hint else ""
        return f"{self.backend} in {self.precision}{beside} of {self.network.name}"


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
        samples: (N, C, H, W) images to compare joints on, the first few of which are used.
            Without them the joints of a candidate are not compared, and only trusted ones are
            considered.
        progress: told how many are done, 0..1; returns False to give it up.

    Raises:
        EngineError: none can be loaded, the first one's reason; or it was given up.
    """
    images_come = samples is not None
    considered = [c for c in candidates if c.trusted or (c.trusted is None and images_come)]
    name = _key(considered, compared=images_come)
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
    contest = _Contest(candidates, make, samples)
    try:
        for index, candidate in enumerate(candidates):
            if contest.best is not None and time.perf_counter() > end:
                break
            if progress is not None and not progress(index / len(candidates)):
                raise EngineError("The choice among the engines was given up.")
            contest.enter(candidate)
        way, winner = contest.winner()
    finally:
        contest.close()
    _keep(name, way)
    return winner


class _Contest:
    """Candidates one after another; of their engines only the best so far is kept."""

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
        #: The engine that gave what is expected, for when its turn comes.
        self._reference: tuple[Candidate, Engine] | None = None
        #: Files for which a backend has an arithmetic that runs and agrees.
        self._settled: set[tuple[str, str]] = set()
        self._failure: EngineError | None = None
        self.best: tuple[float, Engine] | None = None
        self._best_way: Candidate | None = None

    def enter(self, candidate: Candidate) -> None:
        """Measure one and keep it if it is clearly better than the best before it."""
        file = candidate.backend, candidate.network.sha256
        if file in self._settled:
            return  # a backend names the arithmetic first that pays most
        engine = None
        try:
            engine = self._engine(candidate)
            if self.best is None:
                better = agrees = self._agrees(candidate, engine)
                seconds = self._seconds(engine) if agrees else math.inf
            else:
                # Comparing takes as long as measuring: only what would be taken has to agree.
                seconds = self._seconds(engine)
                better = seconds < self.best[0] * _CLEARLY
                agrees = not better or self._agrees(candidate, engine)
        except EngineError as error:
            LOG.info("%s is passed over: %s", candidate.title, error)
            self._failure = self._failure or error
            if engine is not None:
                engine.close()
            return
        if agrees:
            LOG.info("%s takes %.1f ms.", candidate.title, seconds * 1e3)
            self._settled.add(file)
        if better and agrees:
            if self.best is not None:
                self.best[1].close()
            self.best, self._best_way = (seconds, engine), candidate
        else:
            engine.close()

    def winner(self) -> tuple[Candidate, Engine]:
        """The best, whose engine is the caller's from now on.

        Raises:
            EngineError: there is none; why the first failed.
        """
        if self.best is None or self._best_way is None:
            raise self._failure or EngineError(
                "No backend runs the network with its joints in place."
            )
        engine, self.best = self.best[1], None
        return self._best_way, engine

    def close(self) -> None:
        """Close whatever is still kept."""
        for kept in (self.best, self._reference):
            if kept is not None:
                kept[1].close()
        self.best = self._reference = None

    def _engine(self, candidate: Candidate) -> Engine:
        if self._reference is not None and self._reference[0] == candidate:
            engine, self._reference = self._reference[1], None
            return engine
        return self._make(candidate)

    def _agrees(self, candidate: Candidate, engine: Engine) -> bool:
        """Whether its joints are where fp32 has them; what is known of it without images."""
        given, self._samples = self._samples, None
        if given is not None:
            images = given if isinstance(given, np.ndarray) else given(engine.input_shape)
            if images is not None:
                self._expect(images[:_MOST_SAMPLES])
        if self._expected is None:
            return bool(candidate.trusted)
        images, expected = self._expected
        outputs = run_all(engine, images)
        if agreement.agree(candidate.precision, outputs, expected):
            return True
        distance = agreement.distance_px(outputs, expected)
        LOG.info(
            "%s is passed over: it moves the joints too far, by %s px in the image.",
            candidate.title,
            distance,
        )
        return False

    def _expect(self, images: NDArray[np.float32]) -> None:
        """Run the images in fp32, if possible on an engine that will be measured anyway."""
        quick = {c.backend for c in self._candidates if c.precision in {"bf16", "fp16"}}
        in_fp32 = [c for c in self._candidates if c.precision == "fp32"]
        for candidate in sorted(in_fp32, key=lambda c: c.backend in quick):
            engine = None
            try:
                engine = self._make(candidate)
                self._expected = images, run_all(engine, images)
            except EngineError as error:
                LOG.info("%s gives nothing to compare with: %s", candidate.title, error)
                if engine is not None:
                    engine.close()
            else:
                self._reference = candidate, engine
                return

    def _seconds(self, engine: Engine) -> float:
        """Median time of a run; of fewer runs where it is far from the best."""
        image = np.full((1, *engine.input_shape), 127, np.float32)
        times: list[float] = []
        for index in range(sum(_RUNS)):
            start = time.perf_counter()
            engine.run(image)
            if index >= _RUNS[0]:
                times.append(time.perf_counter() - start)
            if self.best and len(times) >= _FEWEST_RUNS and min(times) > _FAR * self.best[0]:
                break
        return float(np.median(times))


def run_all(engine: Engine, images: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """Outputs for images, one at a time: some networks take no more."""
    runs = [engine.run(images[i : i + 1]) for i in range(len(images))]
    return {key: np.concatenate([run[key] for run in runs]) for key in runs[0]}


def _key(candidates: Sequence[Candidate], *, compared: bool) -> str:
    """Of the processor and what limits it, of the backends and of the network's files."""
    ways = [
        f"{c.backend} {c.version} {c.device} {c.precision} {c.hint} {c.network.sha256}"
        for c in candidates
    ]
    return cache.key("choice", processor.identity(), "compared" if compared else "", *ways)


def _keep(name: str, way: Candidate) -> None:
    known = {"processor": processor.identity(), **_way(way)}
    cache.store(name, json.dumps(known).encode())


def _recall(name: str, candidates: Sequence[Candidate]) -> Candidate | None:
    kept = cache.fetch(name)
    if kept is None:
        return None
    try:
        known = dict(json.loads(kept))
    except (ValueError, TypeError):
        cache.discard(name)
        return None
    if known.pop("processor", None) != processor.identity():
        return None
    return next((c for c in candidates if _way(c) == known), None)


def _way(candidate: Candidate) -> dict[str, str | None]:
    """What tells a candidate from the others."""
    return {
        "backend": candidate.backend,
        "precision": candidate.precision,
        "hint": candidate.hint,
        "network": candidate.network.sha256,
    }
