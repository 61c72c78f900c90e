"""What tasks of a cluster have in common: an estimator a thread, hashes, a session's figures."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import numpy as np

from posecam import __version__
from posecam.cluster import threads_here
from posecam.estimation.estimator import Estimator
from posecam.offline.batch import MakeEstimator
from posecam.session.reader import Session

_BLOCK: Final = 1 << 20

#: A thread's estimator and what it was made for: a network is loaded once, not for every video.
_mine = threading.local()


def estimator_of(how: str, make_estimator: MakeEstimator, threads: int) -> Estimator:
    """This thread's, made where it has none or one of another kind.

    Args:
        how: what tells it from others.
        make_estimator: called with the threads that it may use.
        threads: those; 0 divides the processors that this worker may use.
    """
    kept: tuple[str, Estimator] | None = getattr(_mine, "kept", None)
    if kept is not None and kept[0] == how:
        return kept[1]
    if kept is not None:
        kept[1].close()
        _mine.kept = None
    made = make_estimator(threads or threads_here())
    _mine.kept = (how, made)
    return made


def sha256(paths: Iterable[Path], *words: str) -> str:
    """Of the bytes of files one after another, and of words behind them.

    Raises:
        OSError: one cannot be read.
    """
    found = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                found.update(block)
    for word in words:
        found.update(word.encode())
    return found.hexdigest()


def figures(folder: Path) -> dict[str, Any]:
    """Of a session: seconds, people, and the main person's mean score, None without one.

    Raises:
        SessionError: it cannot be read.
    """
    session = Session.open(folder)
    numbers = {p.person_id for k in range(len(session)) for p in session.people_at(k)}
    scores = session.scores
    seen = bool(np.isfinite(scores).any())
    return {
        "duration_s": round(session.duration, 3),
        "people": len(numbers),
        "confidence": round(float(np.nanmean(scores)), 4) if seen else None,
    }


def other_version(version: str) -> str:
    """A sentence for a task that another version of posecam sent."""
    return (
        f"This worker has posecam {__version__}, the task is of {version}: install the same on all."
    )
