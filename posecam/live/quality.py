"""Which of the networks that ship is run: one by its quality, or the largest that keeps up here."""

from __future__ import annotations

import json
import logging
import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, cast

import numpy as np

from engines import cache, processor
from engines.engine import Engine, Precision

LOG = logging.getLogger(__name__)

#: Frames a second that are wanted where no camera has said another rate.
USUAL_RATE: Final = 30.0
#: Of the time between two frames the network may take this share: crops, smoothing and drawing
#: take the rest.
_SHARE: Final = 0.8
#: With no more than this share of that a network leaves room to try the next larger one.
_ROOM: Final = 0.5
_WARM_UP, _RUNS = 2, 12
#: A machine is busy with other work where more than this share of its processors has been at work
#: over the last minute.
_BUSY: Final = 0.75


def budget_ms(rate: float) -> float:
    """Milliseconds that the network may take a frame at so many frames a second."""
    return _SHARE * 1000 / rate


def largest_that_holds(
    qualities: Sequence[str], first: str, rate: float, takes_ms: Callable[[str], float]
) -> str:
    """The largest network that holds a rate; the smallest where none does.

    Networks are measured only where that can change the choice: a larger one if the one before
    leaves room, a smaller one if the one before takes too long.

    Args:
        qualities: the smallest first.
        first: the one to begin with.
        rate: frames a second.
        takes_ms: milliseconds that the network of a quality takes a frame.
    """
    most = budget_ms(rate)
    at = qualities.index(first)
    if takes_ms(qualities[at]) > most:
        while at > 0 and takes_ms(qualities[at]) > most:
            at -= 1
        return qualities[at]
    while (
        at + 1 < len(qualities)
        and takes_ms(qualities[at]) <= _ROOM * most
        and takes_ms(qualities[at + 1]) <= most
    ):
        at += 1
    return qualities[at]


def run_ms(engine: Engine) -> float:
    """Milliseconds of a run for one person: the shortest of some, as other work comes between."""
    image = np.full((1, *engine.input_shape), 127, np.float32)
    shortest = math.inf
    for index in range(_WARM_UP + _RUNS):
        begun = time.perf_counter()
        engine.run(image)
        if index >= _WARM_UP:
            shortest = min(shortest, time.perf_counter() - begun)
    return shortest * 1e3


def is_busy() -> bool:
    """Whether other work takes so much of this machine that nothing measured now is to be kept."""
    if not hasattr(os, "getloadavg"):  # Windows
        return False
    return os.getloadavg()[0] > _BUSY * (os.cpu_count() or 1)


class Speeds:
    """How long networks take on this machine: measured once, kept in the user's cache folder.

    What was measured with other files, another processor or another way to run them is not taken;
    what was measured while the machine was busy is for now alone.

    Args:
        networks: the files by their quality.
        backend, precision, threads: how they are run, as they were asked for. What "auto" can
            choose among counts too: an engine that was built for a card since is another way.

    Raises:
        EngineError: a file cannot be read.
    """

    def __init__(
        self, networks: Mapping[str, Path], backend: str, precision: str, threads: int
    ) -> None:
        from engines.choose import candidates

        kind = cast("Precision | Literal['auto']", precision)
        ways = [
            f"{quality} {way.network.sha256} {way.backend} {way.version} {way.precision} {way.hint}"
            for quality, path in networks.items()
            for way in candidates(path, backend, kind)
        ]
        asked = (backend, precision, str(threads))
        self._name = cache.key("quality", processor.identity(), *asked, *ways)
        self._known = self._recall()

    def get(self, quality: str) -> float | None:
        """Milliseconds of a run; None where it was not measured yet."""
        return self._known.get(quality)

    def measure(self, quality: str, engine: Engine) -> float:
        """Milliseconds of a run; known from now on.

        Raises:
            EngineError: the network failed.
        """
        taken = run_ms(engine)
        LOG.info("The network of quality %s takes %.1f ms.", quality, taken)
        self._known[quality] = taken
        if not is_busy():
            cache.store(self._name, json.dumps(self._known).encode())
        return taken

    def _recall(self) -> dict[str, float]:
        kept = cache.fetch(self._name)
        try:
            known = json.loads(kept) if kept else {}
            return {str(quality): float(taken) for quality, taken in known.items()}
        except (ValueError, TypeError, AttributeError):
            cache.discard(self._name)
            return {}
