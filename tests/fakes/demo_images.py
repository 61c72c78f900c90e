"""Frames of the demo clip as a network's input."""

from __future__ import annotations

import cv2
import numpy as np

from training.evaluate import shipped_network


def demo_images(count: int, size: int) -> np.ndarray:
    """Frames of the demo clip, squeezed into the input."""
    clip = cv2.VideoCapture(str(shipped_network().with_name("demo.mp4")))
    out: list[np.ndarray] = []
    while len(out) < count:
        for _ in range(5):
            clip.grab()
        good, frame = clip.read()
        assert good
        out.append(cv2.resize(frame, (size, size))[..., ::-1].transpose(2, 0, 1))
    return np.ascontiguousarray(out, np.float32)
