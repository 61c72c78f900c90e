"""A microphone beside a camera: clicks once a second, by a clock that is off as real ones are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam.capture.sound import SoundBlock, SoundClock
from posecam.session.sound import RATE, sound_between

#: Seconds of a click, and of a block of samples.
CLICK_S = 0.004
BLOCK_S = 1 / 30


def clicks(start: float, count: int, rate: float, every_s: float = 1.0) -> NDArray[np.float32]:
    """Samples from a moment on, of a world in which it clicks whenever a whole second begins."""
    seconds = start + np.arange(count) / rate
    since = np.mod(seconds, every_s)
    tone = 0.7 * np.sin(2 * np.pi * 2000 * since)
    return np.where(since < CLICK_S, tone, 0.0).astype(np.float32)


def heard(
    seconds: float,
    *,
    says: float = RATE,
    rate: float = RATE,
    late_s: float = 0.02,
    lost: tuple[float, float] | None = None,
    seed: int = 1,
) -> Iterator[SoundBlock]:
    """What a microphone gives in that time; its blocks arrive late, now more and now less.

    Args:
        seconds: for how long.
        says: the rate that it says.
        rate: the one that it has.
        late_s: the least that a block is late.
        lost: a stretch of which no samples come, seconds.
    """
    random, clock = np.random.default_rng(seed), SoundClock(says)
    size = round(BLOCK_S * says)
    for number in range(int(seconds * rate / size)):
        start = number * size / rate
        if lost is not None and lost[0] <= start < lost[1]:
            continue
        arrival = start + size / rate + late_s + random.exponential(0.006)
        samples = clicks(start, size, rate)
        yield SoundBlock(samples, clock.rate, clock.arrived(size, round(arrival * 1e9)))


def clicks_in(path: Path, end: float) -> NDArray[np.float64]:
    """Seconds of the session at which clicks begin in its sound."""
    found: list[float] = []
    place, last = 0, -RATE
    for samples in sound_between(path, 0.0, end):
        for k in np.flatnonzero(np.abs(samples) > 0.25) + place:
            if k - last > RATE // 4:
                found.append(k / RATE)
            last = int(k)
        place += len(samples)
    return np.array(found)
