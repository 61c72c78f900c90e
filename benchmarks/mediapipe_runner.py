"""MediaPipe Pose, as `benchmarks` asks it; runs in an environment that has it, without posecam."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import cv2
import mediapipe as mp
import numpy as np

#: MediaPipe's landmarks of ankles, knees, hips, wrists, elbows and shoulders in MPII's order.
_LIMBS = [28, 26, 24, 23, 25, 27, 16, 14, 12, 11, 13, 15]
_WARM_UP = 5


def _pose(*, alone: bool) -> Any:
    """The network that ships in the wheel, "full"."""
    return mp.solutions.pose.Pose(static_image_mode=alone, model_complexity=1)


def speed(clip: str) -> None:
    """Print what a clip takes: decoding and poses, one after the other."""
    video = cv2.VideoCapture(clip)
    took, poses, seen, frames = [], [], 0, 0
    worked = 0.0
    with _pose(alone=False) as pose:
        while True:
            begun = time.perf_counter()
            read, image = video.read()
            if not read:
                break
            decoded = time.perf_counter()
            found = pose.process(cv2.cvtColor(image, cv2.COLOR_BGR2RGB))
            ended = time.perf_counter()
            seen += found.pose_landmarks is not None
            frames += 1
            if frames == _WARM_UP:
                worked = time.process_time()
            if frames > _WARM_UP:
                took.append(ended - begun)
                poses.append((ended - decoded) * 1e3)
    worked = time.process_time() - worked
    told = {
        "fps": len(took) / sum(took),
        "median_ms": float(np.median(poses)),
        "p95_ms": float(np.percentile(poses, 95)),
        "worked_ms": worked / len(took) * 1e3,
        "frames": frames,
        "seen": seen,
    }
    print(json.dumps(told))


def images(listed: Path, out: Path) -> None:
    """Write the joints of every image: px, and mm."""
    files = json.loads(listed.read_text(encoding="utf-8"))
    joints_2d = np.full((len(files), len(_LIMBS), 2), np.nan)
    joints_3d = np.full((len(files), len(_LIMBS), 3), np.nan)
    with _pose(alone=True) as pose:
        for number, name in enumerate(files):
            image = cv2.imread(name)
            if image is None:
                raise SystemExit(f"{name} cannot be read.")
            height, width = image.shape[:2]
            found = pose.process(cv2.cvtColor(image, cv2.COLOR_BGR2RGB))
            if found.pose_landmarks is None:
                continue
            flat, deep = found.pose_landmarks.landmark, found.pose_world_landmarks.landmark
            joints_2d[number] = [(flat[k].x * width, flat[k].y * height) for k in _LIMBS]
            joints_3d[number] = [
                (deep[k].x * 1e3, deep[k].y * 1e3, deep[k].z * 1e3) for k in _LIMBS
            ]
    np.savez(out, joints_2d=joints_2d, joints_3d=joints_3d)


if __name__ == "__main__":
    if sys.argv[1] == "speed":
        speed(sys.argv[2])
    else:
        images(Path(sys.argv[2]), Path(sys.argv[3]))
