"""Small networks of the contract, which see the same person in every image."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from posecam import resources, skeleton
from posecam.pose import Frame
from tests.fakes.estimator import make_pose, with_details


def pose_network(path: Path, side: int, quality: str, keypoints: int = 31) -> Path:
    """Write a network of `side` px that answers with a person standing upright in the middle.

    Returns:
        The path.
    """
    image = np.zeros((side, side, 3), np.uint8)
    pose = with_details(make_pose(Frame(image, 0, 0.0, 0)))
    depth = pose.joints_3d[:, 2:] * (side * 0.9 / 1750)
    given: dict[str, NDArray[np.float32]] = {
        "joints": np.concatenate([pose.joints_2d, depth], 1)[None, :keypoints],
        "scores": np.full((1, keypoints), 0.9),
        "spread": np.full((1, keypoints), 2.0),
        "up": np.array([[0.0, -1.0, 0.0]]),
        "up_score": np.array([0.8]),
    }
    constants: dict[str, NDArray[Any]] = {
        f"{name}_is": values.astype(np.float32) for name, values in given.items()
    }
    nothing = np.array(0, np.float32)
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["mean"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Mul", ["mean", "nothing"], ["zero"]),
    ]
    for name, values in given.items():
        shape = np.array([-1, *[1] * (values.ndim - 1)], np.int64)
        constants[f"{name}_shape"] = shape
        nodes.append(helper.make_node("Reshape", ["zero", f"{name}_shape"], [f"{name}_zero"]))
        nodes.append(helper.make_node("Add", [f"{name}_zero", f"{name}_is"], [name]))
    graph = helper.make_graph(
        nodes,
        "person",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, side, side])],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *values.shape[1:]])
            for name, values in given.items()
        ],
        [numpy_helper.from_array(v, k) for k, v in (constants | {"nothing": nothing}).items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=9)
    helper.set_model_props(
        model,
        {
            "contract": "posecam-pose-2",
            "configuration": quality,
            "joint_names": json.dumps(skeleton.KEYPOINT_NAMES[:keypoints]),
            "input_size": json.dumps([side, side]),
        },
    )
    path.write_bytes(model.SerializeToString())
    return path


#: Input of the networks of `ship`, px.
SIDES = {"fast": 48, "balanced": 64, "best": 96}


def ship(monkeypatch: pytest.MonkeyPatch, folder: Path, *qualities: str) -> None:
    """Let small networks of these qualities be those that ship, beside all else that does."""
    folder.mkdir(parents=True, exist_ok=True)
    for quality in qualities:
        pose_network(folder / f"{quality}.onnx", SIDES[quality], quality)
    monkeypatch.setattr(resources, "_PLACES", (folder, *resources._PLACES))
