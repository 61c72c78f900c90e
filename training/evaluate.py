"""Score a network on labelled pictures: the exported file through an engine, or a checkpoint."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import cast

import numpy as np

from engines.choose import load
from engines.engine import EngineError, Precision
from posecam.errors import PosecamError
from training.datasets import read
from training.metrics import summary
from training.predict import Predictions, Runner, predict


def shipped_network() -> Path:
    """The network in `resources`."""
    return Path(__file__).resolve().parents[1] / "resources" / "hourglass-lite.onnx"


def _runner(network: Path, precision: str) -> tuple[Runner, int]:
    if network.suffix == ".pt":
        return _checkpoint_runner(network)
    try:
        engine = load(network, precision=cast(Precision, precision))
    except EngineError as error:
        raise PosecamError(str(error)) from error

    def run(images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        out = engine.run(images)
        return out["joints"], out["scores"]

    return run, engine.input_shape[1]


def _checkpoint_runner(path: Path) -> tuple[Runner, int]:
    import torch

    from training.checkpoint import read_checkpoint
    from training.network import Deployed, build

    state = read_checkpoint(path)
    network = build(str(state["configuration"]))
    network.load_state_dict(state["average"])
    deployed = Deployed(network).eval()

    def run(images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with torch.no_grad():
            joints, scores = deployed(torch.from_numpy(images))
        return joints.numpy(), scores.numpy()

    return run, network.size


def evaluate(
    folder: Path,
    split: str = "all",
    network: Path | None = None,
    predictions: Path | None = None,
    precision: str = "fp32",
    json: bool = False,
) -> dict[str, float]:
    """Print the figures of a network on a set; write its joints where asked.

    Raises:
        PosecamError: the folder, the network or the place to write is no good.
    """
    records = read(folder, split)
    run, size = _runner(network or shipped_network(), precision)
    found = predict(run, size, records, progress=not json)
    figures = summary(found.joints_2d, found.joints_3d, records)
    if predictions is not None:
        write_predictions(predictions, found)
    if json:
        print(json_module.dumps({"images": len(records), **figures}))
    else:
        print(f"{records.name} ({split}): {len(records)} pictures")
        for name, value in figures.items():
            print(f"  {name:16s} {'-' if np.isnan(value) else format(value, '.3f')}")
        if found.unreadable:
            print(f"  {len(found.unreadable)} unreadable: {', '.join(found.unreadable[:5])}")
    return figures


def write_predictions(path: Path, found: Predictions) -> None:
    """`joints_2d` (N, 16, 2) px, `joints_3d` (N, 16, 3) mm root-relative, `scores` (N, 16)."""
    try:
        np.savez_compressed(
            path, joints_2d=found.joints_2d, joints_3d=found.joints_3d, scores=found.scores
        )
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error
