"""Checkpoint to .onnx: the contract of the application in one self-describing file."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnx import helper
from torch import Tensor, nn
from torch.export import Dim

from engines.half import halve_weights
from posecam import skeleton
from posecam.errors import PosecamError
from training.checkpoint import averaged_network, read_checkpoint
from training.network import Deployed, configuration_name

#: What a network of the sixteen joints and one of more keypoints is told by.
CONTRACTS = ("posecam-1", "posecam-pose-2")
INPUT = "image"
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
    configuration = configuration_name(str(state["configuration"]))
    network = averaged_network(state)
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
    keypoints = deployed.network.keypoints
    units = "joints: x, y input px; z input px relative to the pelvis, away is positive"
    if len(deployed.outputs) > 2:
        units += (
            "; spread: Laplace scale of z, input px; up: unit vector away from the ground, x "
            "right, y down, z away along the ray through the crop's middle; up_score: chance "
            "that it is off by less than 15 degrees"
        )
    metadata = {
        "contract": CONTRACTS[0] if keypoints == skeleton.COUNT else CONTRACTS[1],
        "joint_names": json.dumps(skeleton.KEYPOINT_NAMES[:keypoints]),
        "input_size": json.dumps([size, size]),
        "units": units,
        "licence": LICENCE,
        **{k: v for k, v in extra.items() if v},
    }
    return image_graph(deployed, (size, size), deployed.outputs, metadata)


def image_graph(
    module: nn.Module, size: tuple[int, int], outputs: Sequence[str], metadata: dict[str, str]
) -> onnx.ModelProto:
    """The same as `graph` of a module that takes images, of this height and width."""
    # Two images, so that nothing is specialised to one.
    example = torch.rand(2, 3, *size) * 255
    return graph(module.eval(), example, INPUT, outputs, LARGEST_BATCH, metadata)


def graph(
    module: nn.Module,
    example: Tensor,
    name: str,
    outputs: Sequence[str],
    largest_batch: int,
    metadata: dict[str, str],
) -> onnx.ModelProto:
    """The ONNX graph of a module, kernels in half precision, metadata filled in.

    Args:
        example: an input of two or more.
        name: of the input.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            module,
            (example,),
            dynamo=True,
            opset_version=OPSET,
            input_names=[name],
            output_names=list(outputs),
            dynamic_shapes={name: {0: Dim("batch", min=1, max=largest_batch)}},
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
