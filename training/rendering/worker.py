"""A rendering worker: people of a seed, one after the other, into memory that the trainer reads.

It is started by `feed` and ends with the process that started it.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.rendering.reservoir import Reservoir
from training.synthesis.scene import Studio

#: The exit status of a worker that says why in one line.
SAID_WHY = 2


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker needs to know.

    Attributes:
        bodies: baked bodies.
        assets, mocap: as of `synthesize`.
        device: EGL's number of the device that draws.
        seed: of the people.
        first: number of the first person of this run; worker w makes first + w, and every
            `workers`-th after it.
        worker: this one's number.
        workers, capacity, descriptor: of the reservoir.
        parent: process that the worker ends with.
    """

    bodies: str
    assets: str | None
    mocap: str | None
    device: int | None
    seed: int
    first: int
    worker: int
    workers: int
    capacity: int
    descriptor: int
    parent: int

    def command(self) -> list[str]:
        """What starts the worker."""
        return [sys.executable, "-m", "training.rendering.worker", json.dumps(asdict(self))]


def render(work: Work) -> None:
    """Render until the parent is gone.

    Raises:
        PosecamError: something cannot be read, or nothing drawn, on this machine.
    """
    reservoir = Reservoir(work.descriptor, work.capacity, work.workers)
    assets, mocap = (None if p is None else Path(p) for p in (work.assets, work.mocap))
    studio = Studio(Path(work.bodies), assets, mocap, work.device)
    if work.worker == 0:
        print(studio.renderer().device_name, flush=True)
    own = len(range(work.worker, work.capacity, work.workers))
    while os.getppid() == work.parent:
        turn = int(reservoir.begun[work.worker])
        reservoir.begun[work.worker] += 1  # what kills a worker is not begun again by the next
        number = work.first + work.worker + turn * work.workers
        sample, _ = studio.sample(work.seed, number)
        slot = work.worker + (turn % own) * work.workers
        reservoir.write(slot, as_stored(sample.image, work.seed, number), sample.truth)


def as_stored(image: NDArray[np.uint8], seed: int, number: int) -> NDArray[np.uint8]:
    """An image as it would come back from the folder that `synthesize` writes it to."""
    quality = int(np.random.default_rng([seed, number]).integers(60, 96))
    kept = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(kept, cv2.IMREAD_COLOR), np.uint8)[..., ::-1]


def main() -> int:
    """Run; the last line on standard error says why it ended."""
    cv2.setNumThreads(1)
    try:
        render(Work(**json.loads(sys.argv[1])))
    except PosecamError as error:
        print(error, file=sys.stderr)
        return SAID_WHY
    return 0


if __name__ == "__main__":
    sys.exit(main())
