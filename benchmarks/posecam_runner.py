"""posecam, as `benchmarks` asks it: `speed CLIP`, or `images FILES.json OUT.npz`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import cv2
import numpy as np

from benchmarks.scores import LIMBS
from posecam.contract import load_network
from posecam.estimation.estimator import Estimator
from posecam.measure.throughput import bench
from posecam.pose import Frame


def speed(clip: str) -> None:
    """Print what a clip takes."""
    estimator = Estimator(load_network())
    estimator.warm_up()
    begun = time.process_time()
    result = bench(clip, estimator)
    worked = time.process_time() - begun
    told = {
        "fps": result.fps,
        "median_ms": result.latency_ms["median"],
        "p95_ms": result.latency_ms["p95"],
        "worked_ms": worked / result.frames * 1e3,
        "frames": result.frames,
        "seen": result.frames_with_person,
    }
    print(json.dumps(told))


def images(listed: Path, out: Path) -> None:
    """Write the joints of every image, each looked at as if nothing had been before."""
    files = json.loads(listed.read_text(encoding="utf-8"))
    estimator = Estimator(load_network())
    joints_2d = np.full((len(files), len(LIMBS), 2), np.nan)
    joints_3d = np.full((len(files), len(LIMBS), 3), np.nan)
    for number, name in enumerate(files):
        image = cv2.imread(name)
        if image is None:
            raise SystemExit(f"{name} cannot be read.")
        estimator.reset()
        result = estimator.update(Frame(np.ascontiguousarray(image, np.uint8), 0, 0.0, 0))
        if result.main is not None:
            joints_2d[number] = result.main.joints_2d[list(LIMBS)]
            joints_3d[number] = result.main.joints_3d[list(LIMBS)]
    estimator.close()
    np.savez(out, joints_2d=joints_2d, joints_3d=joints_3d)


if __name__ == "__main__":
    if sys.argv[1] == "speed":
        speed(sys.argv[2])
    else:
        images(Path(sys.argv[2]), Path(sys.argv[3]))
