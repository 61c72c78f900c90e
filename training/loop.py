"""The one training loop: batches in, checkpoints and a curve out, until steps or time end."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import cv2
from tqdm import tqdm

from posecam.prefetch import Prefetched

B = TypeVar("B")
B_contra = TypeVar("B_contra", contravariant=True)
#: A run that is cut off loses no more than this.
SAVE_INTERVAL_S = 60.0
#: Batches that may lie ready.
_AHEAD = 4
#: How fast the losses that are shown follow those of the batches.
_SMOOTHING = 0.02


@dataclass(slots=True)
class Progress:
    """How far a run has come; the rates follow it.

    Attributes:
        step: steps done.
        steps: of the whole run.
        images: learnt from in this start.
        seconds: of training in earlier starts of the run.
        budget_s: of training in the whole run; None where only the steps count.
    """

    step: int
    steps: int
    seconds: float = 0.0
    budget_s: float | None = None
    images: int = 0
    _started: float | None = None

    def start(self) -> None:
        """Begin to count this start's seconds."""
        self._started = time.monotonic()

    @property
    def spent_s(self) -> float:
        """Seconds of training so far."""
        return self.seconds + (0.0 if self._started is None else time.monotonic() - self._started)

    @property
    def share(self) -> float:
        """How much of the run is done, 0..1: of its steps, or of its time where that is more."""
        by_steps = self.step / max(self.steps, 1)
        by_time = self.spent_s / self.budget_s if self.budget_s else 0.0
        return min(1.0, max(by_steps, by_time))

    @property
    def done(self) -> bool:
        """Whether the run has come to its end."""
        return self.share >= 1.0


def made_ahead(make: Callable[[], B]) -> Prefetched[B]:
    """Batches without end, made one after the other in a thread until it is closed."""

    def batches() -> Iterator[B]:
        cv2.setNumThreads(1)
        while True:
            yield make()

    return Prefetched(batches(), ahead=_AHEAD)


class Learner(Protocol[B_contra]):
    """What the loop trains."""

    progress: Progress

    def learn(self, batch: B_contra) -> dict[str, float]:
        """One step; the parts of the loss by name."""

    def save(self) -> None:
        """Write everything that the run needs to go on."""


def fit(
    learner: Learner[B_contra],
    batches: Iterable[B_contra],
    *,
    eval_interval: int,
    curve: Path,
    evaluate: Callable[[], dict[str, float]] = dict,
    first: bool = True,
) -> None:
    """Train to the end of the run, from wherever it stands.

    Every `eval_interval` steps and at the end the losses and what `evaluate` gives become a line of
    the curve; a checkpoint is written then and every minute.

    Args:
        batches: endless.
        first: whether this is the process that prints, scores and writes.
    """
    progress = learner.progress
    begun = progress.step
    if begun == 0 and first and (figures := evaluate()):
        note(curve, {"step": 0, "images_per_s": 0.0, **figures})
    bar = tqdm(total=progress.steps, initial=begun, unit="step", mininterval=5, disable=not first)
    running: dict[str, float] = {}
    progress.start()
    started = saved = time.monotonic()
    told = begun

    def tell() -> int:
        speed = progress.images / (time.monotonic() - started)
        note(curve, {"step": progress.step, "images_per_s": speed, **running, **evaluate()})
        return progress.step

    try:
        for batch in batches:
            if progress.done:
                break
            for key, value in learner.learn(batch).items():
                running[key] = (1 - _SMOOTHING) * running.get(key, value) + _SMOOTHING * value
            bar.update()
            bar.set_postfix({k: f"{v:.3f}" for k, v in running.items()}, refresh=False)
            due = progress.step % eval_interval == 0
            if first and (due or time.monotonic() - saved > SAVE_INTERVAL_S):
                learner.save()
                saved = time.monotonic()
            if first and due:
                told = tell()
        if first and progress.step not in (begun, told):
            learner.save()
            tell()
    finally:
        bar.close()


def note(curve: Path, figures: dict[str, float]) -> None:
    """Print a line of the curve and add it to the file, with new columns where it brings them."""
    row = {name: round(value, 4) for name, value in figures.items()}
    tqdm.write("  ".join(f"{name} {value:g}" for name, value in row.items()))
    lines: list[dict[str, object]] = []
    if curve.is_file():
        with curve.open(newline="", encoding="utf-8") as stream:
            lines = list(csv.DictReader(stream))
    lines.append(dict(row))
    names = list(dict.fromkeys(key for line in lines for key in line))
    with curve.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(lines)
