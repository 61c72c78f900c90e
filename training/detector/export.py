"""Checkpoint of the detector to .onnx."""

from __future__ import annotations

import json
from pathlib import Path

import onnx

from training.detector.network import CONFIGURATION, Decoded, DetectorNetwork
from training.detector.train import load_network
from training.export import image_graph, save

CONTRACT = "posecam-detector-1"
OUTPUTS = ("boxes", "scores")
LICENCE = (
    "Apache-2.0; the trunk started from MoveNet's weights (Google, Apache-2.0); "
    "trained on photos for research use"
)


def export(checkpoint: Path, out: Path, data_names: str = "", metrics: str = "") -> Path:
    """Write the averaged weights of a checkpoint as .onnx, kernels in half precision.

    Raises:
        PosecamError: the checkpoint cannot be read or the file not written.
    """
    network = load_network(checkpoint)
    extra = {"training_data": data_names, "metrics": metrics}
    model = export_network(network, {k: v for k, v in extra.items() if v})
    return save(model, out)


def export_network(network: DetectorNetwork, extra: dict[str, str]) -> onnx.ModelProto:
    """The ONNX graph of a detector with its decoding, batch 1 to 4, metadata filled in."""
    metadata = {
        "contract": CONTRACT,
        "configuration": CONFIGURATION,
        "input_size": json.dumps(list(network.size)),
        "units": "boxes: x, y, w, h input px of what is visible of a person, the surest first",
        "licence": LICENCE,
    }
    return image_graph(Decoded(network), network.size, OUTPUTS, metadata | extra)
