"""What would be chosen on this processor, and what that gives.

    python -m tests.engines.would_choose NETWORK IMAGES.npy FRAME.npy OUT.npz

IMAGES are crops as NETWORK takes them, FRAME is a whole image (H, W, 3) BGR. Prints what became of
every candidate, which one the contest takes, and the people that the detector finds; OUT holds the
joints and scores of each candidate that is not passed over, by its place in the list. It runs in a
process of its own, because what limits a processor is read but once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from engines import EngineError, load
from engines.bench import compared, reference
from engines.choose import candidates, load_candidate
from engines.fastest import run_all
from posecam.contract import demo_images
from posecam.estimation.detector import load_detector


def main(network: Path, images: Any, frame: Any, out: Path) -> None:
    few = demo_images(images.shape[1:])
    assert few is not None
    expected = reference(network, few)
    ways: list[tuple[str, str, bool | str]] = []
    given: dict[str, Any] = {}
    for index, way in enumerate(candidates(network)):
        passed_over: bool | str
        try:
            engine = load_candidate(way)
            # As the contest does it: what disagrees on the few takes no part.
            passed_over = not compared(engine, few, expected)[1]
            if not passed_over:
                found = run_all(engine, images)
                given |= {f"{key} {index}": found[key] for key in ("joints", "scores")}
            engine.close()
        except EngineError as error:
            passed_over = str(error)
        ways.append((way.title, way.precision, passed_over))
    chosen = load(network, samples=few)
    info = chosen.info
    chosen.close()
    people = []
    for backend, precision in (("auto", "auto"), ("onnxruntime", "fp32")):
        detector = load_detector(None, backend, precision)  # type: ignore[arg-type]
        people.append(detector.find(frame).boxes.tolist())
        detector.close()
    np.savez(out, **given)
    took = [info.backend, info.precision, info.network]
    print(json.dumps({"ways": ways, "chosen": took, "people": people}))


if __name__ == "__main__":
    arrays = [np.load(path) for path in sys.argv[2:4]]
    main(Path(sys.argv[1]), arrays[0], arrays[1], Path(sys.argv[4]))
