"""Checkpoint of the detector to .onnx."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import onnx
import torch
from onnx import helper
from torch.export import Dim

from engines.half import halve_weights
from posecam.errors import PosecamError
from training.detector.network import CONFIGURATION, Decoded, DetectorNetwork
from training.detector.train import load_network
from training.export import LARGEST_BATCH, OPSET, strip_names

CONTRACT = "posecam-detector-1"
INPUT, OUTPUTS = "image", ("boxes", "scores")
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
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(model, str(out))
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")
    return out


def export_network(network: DetectorNetwork, extra: dict[str, str]) -> onnx.ModelProto:
    """The ONNX graph of a detector with its decoding, batch 1 to 4, metadata filled in."""
    # Two pictures, so that nothing is specialised to one.
    example = torch.rand(2, 3, *network.size) * 255
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            Decoded(network).eval(),
            (example,),
            dynamo=True,
            opset_version=OPSET,
            input_names=[INPUT],
            output_names=list(OUTPUTS),
            dynamic_shapes={INPUT: {0: Dim("batch", min=1, max=LARGEST_BATCH)}},
            external_data=False,
            verbose=False,
        )
    assert program is not None
    model: onnx.ModelProto = program.model_proto
    halve_weights(model)
    strip_names(model)
    del model.metadata_props[:]
    metadata = {
        "contract": CONTRACT,
        "configuration": CONFIGURATION,
        "input_size": json.dumps(list(network.size)),
        "units": "boxes: x, y, w, h input px of what is visible of a person, the surest first",
        "licence": LICENCE,
    }
    helper.set_model_props(model, metadata | extra)
    onnx.checker.check_model(model)
    return model
