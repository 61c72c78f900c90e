"""The motion network as .onnx, telling what it takes and gives."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from training.export import LARGEST_BATCH, graph, save
from training.motion.network import OUTPUTS, MotionNetwork
from training.motion.points import BONES, NAMES
from training.motion.simulate import FEATURES, PAST, TICK_S, TICKS
from training.motion.train import read_checkpoint

CONTRACT = "posecam-motion-1"
INPUT = "window"
LICENCE = (
    "Apache-2.0; trained on the CMU Graphics Lab Motion Capture Database (mocap.cs.cmu.edu, NSF "
    "EIA-0196217) and clips under MIT and Apache-2.0, seen through errors measured on rendered "
    "people"
)


def load_network(checkpoint: Path) -> tuple[MotionNetwork, list[float]]:
    """A trained network, and the mean lengths of bones, m, of the bodies it was trained on.

    Raises:
        PosecamError: it is no such checkpoint.
    """
    state = read_checkpoint(checkpoint)
    network = MotionNetwork()
    network.load_state_dict(state["network"])
    return network.eval(), state["lengths"]


def export(checkpoint: Path, out: Path, metrics: str = "", depth_trust: float = 0.0) -> Path:
    """Write a checkpoint as .onnx, weights in half precision.

    Args:
        depth_trust: see `train.gated`; 0 leaves depth as the image network says it.

    Raises:
        PosecamError: the checkpoint cannot be read or the file not written.
    """
    network, lengths = load_network(checkpoint)
    example = torch.rand(2, 1, TICKS, FEATURES)
    told = _metadata(lengths, metrics, depth_trust)
    model = graph(network, example, INPUT, tuple(OUTPUTS), LARGEST_BATCH, told)
    return save(model, out)


def _metadata(lengths: list[float], metrics: str, depth_trust: float) -> dict[str, str]:
    said = {
        "contract": CONTRACT,
        "points": json.dumps(NAMES),
        "bones": json.dumps([(NAMES[child], NAMES[parent]) for child, parent in BONES]),
        "bone_lengths_m": json.dumps([round(v, 4) for v in lengths]),
        "past": str(PAST),
        "tick_s": repr(TICK_S),
        "depth_trust": repr(depth_trust),
        "units": (
            "window: ticks of x, y, depth, spread, score of the points, up, its score, the pelvis' "
            "way, known; bones' lengths, ray, nearness; metres of the canonical body. depth: to be "
            "added, m; spreads: Laplace scales, m; up: crop frame; touching: heel and toe of r, l"
        ),
        "licence": LICENCE,
        "metrics": metrics,
    }
    return {k: v for k, v in said.items() if v}
