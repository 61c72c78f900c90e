"""How fast the whole pipeline is here, on a clip, with a table of where the time goes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from posecam.capture import open_source
from posecam.errors import SourceError
from posecam.estimation.estimator import Estimator
from posecam.measure.ground_truth import DetectionStats, Interval, measure_detection


@dataclass(frozen=True, slots=True)
class BenchResult:
    """Measured over all frames but the first few, which warm up.

    Attributes:
        fps: frames per second of decoding, cropping, network and smoothing, one after another.
        frames, frames_with_person: of the clip.
        stages_ms: mean time of each stage per frame.
        latency_ms: "median" and "p95" from a decoded frame to its pose.
        people: mean number of people in a frame.
        identities: how many different people there were, by their numbers.
        finding: how well people were found, where the truth is known.
    """

    fps: float
    frames: int
    frames_with_person: int
    stages_ms: dict[str, float]
    latency_ms: dict[str, float]
    people: float
    identities: int
    finding: DetectionStats | None = None


_WARM_UP = 5


def bench(
    spec: str,
    estimator: Estimator,
    frames_at_most: int | None = None,
    truth: Sequence[Interval] | None = None,
) -> BenchResult:
    """Run a clip as fast as it goes.

    Args:
        spec: as `posecam.capture.open_source` takes it.
        estimator: fresh.
        frames_at_most: stop after so many.
        truth: who is in view of the clip.

    Raises:
        SourceError: it cannot be opened or has no frames.
    """
    estimator.warm_up()
    source = open_source(spec)
    stages: dict[str, list[float]] = {"decode": []}
    latency: list[float] = []
    took: list[float] = []
    people: list[int] = []
    times: list[float] = []
    identities: set[int] = set()
    try:
        while frames_at_most is None or len(people) < frames_at_most:
            begun = time.perf_counter()
            frame = source.read()
            if frame is None:
                break
            decoded = time.perf_counter()
            result = estimator.update(frame)
            ended = time.perf_counter()
            people.append(len(result.poses))
            times.append(frame.time)
            identities.update(pose.person_id for pose in result.poses)
            if len(people) <= _WARM_UP:
                continue
            stages["decode"].append((decoded - begun) * 1e3)
            for name, spent in result.stages_ms.items():
                if name != "total":
                    stages.setdefault(name, []).append(spent)
            latency.append((ended - decoded) * 1e3)
            took.append(ended - begun)
    finally:
        source.close()
    if not took:
        raise SourceError(f"{spec} has too few frames to measure: {len(people)}.")
    return BenchResult(
        fps=len(took) / sum(took),
        frames=len(people),
        frames_with_person=sum(count > 0 for count in people),
        stages_ms={name: float(np.mean(values)) for name, values in stages.items()},
        latency_ms={
            "median": float(np.median(latency)),
            "p95": float(np.percentile(latency, 95)),
        },
        people=float(np.mean(people)),
        identities=len(identities),
        finding=None if truth is None else measure_detection(truth, people, times),
    )
