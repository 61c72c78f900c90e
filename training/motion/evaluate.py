"""What the motion network makes of clips with marker mocap, beside single frames."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engines.choose import load
from engines.engine import EngineError
from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import crop_rotation
from training.mocap_clips import ClipPredictions, mocap_figures, read_mocap_clips
from training.motion.measure import image_network
from training.motion.observe import Observed, observe_clip
from training.motion.points import POINTS, ROOT
from training.motion.train import gated
from training.motion.windows import solid, windows_of

#: The correction is shown as if errors were these shares of what the network takes them for.
_TRUSTS = (1.0, 0.5)
Look = Callable[[NDArray[np.float32]], dict[str, NDArray[np.float32]]]


def motion_network(path: Path) -> tuple[Look, NDArray[np.float64]]:
    """What runs an exported motion network, and the lengths of bones that it says, m.

    Raises:
        PosecamError: it cannot be run.
    """
    try:
        engine = load(path, backend="openvino", precision="fp32", threads=1)
        lengths = np.array(json.loads(engine.metadata["bone_lengths_m"]))
    except (EngineError, KeyError, ValueError) as error:
        raise PosecamError(f"{path} is no motion network ({error}).") from error

    def look(windows: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        made = [engine.run(windows[i : i + 1]) for i in range(len(windows))]
        return {name: np.concatenate([m[name] for m in made]) for name in made[0]}

    return look, lengths


def evaluate(folder: Path, network: Path, motion: Path) -> dict[str, dict[str, float]]:
    """Print the figures of each clip: of single frames, and with the motion network.

    Nothing is smoothed and no bone is laid; windows look back only.

    Raises:
        PosecamError: the folder or a network is no good.
    """
    run, size = image_network(network)
    look, lengths = motion_network(motion)
    figures = {}
    for clip in read_mocap_clips(folder):
        observed = observe_clip(run, size, clip.video)
        depth = observed.joints[:, : skeleton.COUNT, 2].astype(np.float64)
        rows = [("single frames", depth, observed.up)]
        for trust in _TRUSTS:
            put_right, up = corrected(observed, look, lengths, trust)
            rows.append((f"depth trusted {trust:g}", put_right, up))
        for name, z, way in rows:
            found = ClipPredictions(
                observed.time.astype(np.float64),
                solid(observed, z),
                _in_camera(observed, way),
                observed.joints[:, : skeleton.COUNT, :2],
                np.ones(len(observed), int),
            )
            figures[f"{clip.video.stem}, {name}"] = mocap_figures(clip, found)
    names = list(next(iter(figures.values())))
    print(f"{'':30s}" + " ".join(f"{n:>18s}" for n in names))
    for row, values in figures.items():
        print(f"{row:30s}" + " ".join(f"{values[n]:18.1f}" for n in names))
    return figures


def corrected(
    observed: Observed, look: Look, lengths: NDArray[np.floating], trust: float
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """(N, 16) depth in sides of the crop, put right, and (N, 3) up in the crop's frame."""
    windows, metres = windows_of(observed, lengths)
    found = look(windows)
    add = gated(found, trust).astype(np.float64) / metres[:, None]
    add[:, ROOT] = 0
    depth = observed.joints[:, : skeleton.COUNT, 2].astype(np.float64)
    body = [i for i, point in enumerate(POINTS) if point < skeleton.COUNT]
    return depth + add[:, body], found["up"]


def _in_camera(observed: Observed, up: NDArray[np.floating]) -> NDArray[np.float64]:
    turns = [crop_rotation(float(lens[0]), lens[1:], np.zeros(2)) for lens in observed.lens]
    return np.asarray(np.einsum("nji,nj->ni", np.stack(turns), up.astype(np.float64)))
