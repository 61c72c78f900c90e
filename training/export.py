"""Checkpoint to .onnx: the contract of the application in one self-describing file."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnx import helper
from torch import nn
from torch.export import Dim

from engines.half import halve_weights
from posecam import skeleton
from posecam.errors import PosecamError
from training.checkpoint import read_checkpoint, saved_network
from training.network import Deployed
from training.network.lite import HourglassLite

CONTRACT = "posecam-1"
INPUT, OUTPUTS = "image", ("joints", "scores")
LARGEST_BATCH = 4
LICENCE = (
    "Apache-2.0; the first stack started from MoveNet's weights (Google, Apache-2.0); "
    "trained on photos for research use"
)
OPSET = 20


def export(checkpoint: Path, out: Path, data_names: str = "", metrics: str = "") -> Path:
    """Write the averaged weights of a checkpoint as .onnx, kernels in half precision.

    Raises:
        PosecamError: the checkpoint cannot be read or the file not written.
    """
    state = read_checkpoint(checkpoint)
    configuration = str(state["configuration"])
    network = saved_network(state)
    network.load_state_dict(state["average"])
    if isinstance(network, HourglassLite):
        network.drop_silent()
    model = export_network(
        Deployed(network),
        network.size,
        {
            "configuration": configuration,
            "stage": str(state["stage"]),
            "steps": str(state["step"]),
            "training_data": data_names,
            "metrics": metrics,
        },
    )
    return save(model, out)


def save(model: onnx.ModelProto, out: Path) -> Path:
    """Write a model and say how large it is.

    Raises:
        PosecamError: the file cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(model, str(out))
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")
    return out


def export_network(deployed: Deployed, size: int, extra: dict[str, str]) -> onnx.ModelProto:
    """The ONNX graph of a network with its decoding, batch 1 to 4, metadata filled in."""
    metadata = {
        "contract": CONTRACT,
        "joint_names": json.dumps(skeleton.NAMES),
        "input_size": json.dumps([size, size]),
        "units": "joints: x, y input px; z input px relative to the pelvis, away is positive",
        "licence": LICENCE,
        **{k: v for k, v in extra.items() if v},
    }
    return graph(deployed, (size, size), OUTPUTS, metadata)


def graph(
    module: nn.Module, size: tuple[int, int], outputs: Sequence[str], metadata: dict[str, str]
) -> onnx.ModelProto:
    """The ONNX graph of a module that takes pictures, kernels in half precision.

    Args:
        size: height and width of the pictures.
    """
    # Two pictures, so that nothing is specialised to one.
    example = torch.rand(2, 3, *size) * 255
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            module.eval(),
            (example,),
            dynamo=True,
            opset_version=OPSET,
            input_names=[INPUT],
            output_names=list(outputs),
            dynamic_shapes={INPUT: {0: Dim("batch", min=1, max=LARGEST_BATCH)}},
            external_data=False,
            verbose=False,
        )
    assert program is not None
    model: onnx.ModelProto = program.model_proto
    halve_weights(model)
    strip_names(model)
    del model.metadata_props[:]
    helper.set_model_props(model, metadata)
    onnx.checker.check_model(model)
    return model


def strip_names(model: onnx.ModelProto) -> None:
    """Drop what the exporter noted for debugging: source paths do not belong in the file."""
    model.doc_string = ""
    model.graph.doc_string = ""
    del model.graph.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for group in (model.graph.input, model.graph.output, model.graph.value_info):
        for value in group:
            del value.metadata_props[:]
    for tensor in model.graph.initializer:
        tensor.doc_string = ""
        del tensor.metadata_props[:]
