"""Look at rendered people with an image network and write down how it is wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np

from engines.choose import load
from engines.engine import EngineError
from posecam import skeleton
from posecam.errors import PosecamError
from training.motion import noise
from training.motion.observe import Observed, Run, observe

#: In the folder that `measure` writes.
NOISE, SEEN = "noise.npz", "seen.npz"


def image_network(path: Path) -> tuple[Run, int]:
    """What runs an image network, and its input's side, px.

    Raises:
        PosecamError: it cannot be run.
    """
    try:
        engine = load(path, backend="openvino", precision="fp32", threads=1)
    except EngineError as error:
        raise PosecamError(str(error)) from error
    if json.loads(engine.metadata.get("joint_names", "[]")) != list(skeleton.KEYPOINT_NAMES):
        raise PosecamError(f"{path} does not tell the keypoints, spread and up that are needed.")
    return engine.run, engine.input_shape[1]


def measure(folders: Sequence[Path], network: Path, out: Path, count: int | None = None) -> None:
    """Print the errors of an image network and write them for `train`.

    Args:
        folders: rendered, some of them sequences.
        out: folder to write.
        count: images of a folder at most.

    Raises:
        PosecamError: a folder or the network is no good.
    """
    run, size = image_network(network)
    seen = [observe(run, size, folder, count) for folder in folders]
    whole = Observed(
        **{f.name: np.concatenate([getattr(o, f.name) for o in seen]) for f in fields(Observed)}
    )
    if not (whole.sequence >= 0).any():
        raise PosecamError("None of the folders holds sequences; what drifts cannot be told.")
    found, table = noise.measure(whole)
    out.mkdir(parents=True, exist_ok=True)
    found.save(out / NOISE)
    whole.save(out / SEEN)
    print("\n".join(table))
