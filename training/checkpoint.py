"""Checkpoints: read, checked, and loaded into a network of a later form."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from posecam import skeleton
from posecam.errors import PosecamError
from training.network import Network, alike, build, configuration_name
from training.network.restore import restore
from training.network.widen import widened

#: Layers with a weight for every cell of a map, and how many px of the input a cell is wide.
_OVER_CELLS = {
    "depth.out.weight": 64,
    "depth.spread.weight": 64,
    "depth.up.weight": 64,
}


def load_what_fits(network: nn.Module, state: dict[str, Tensor]) -> set[str]:
    """Load what a checkpoint of an earlier form of the network has; the parts that it lacks."""
    own = network.state_dict()
    fitting = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
    missing = network.load_state_dict(fitting, strict=False).missing_keys
    return {key.rpartition(".")[0] for key in missing}


def of_size(network: Network, state: dict[str, Tensor], size: int) -> dict[str, Tensor]:
    """Weights that were learnt with inputs of another size, for this network's.

    Convolutions stay as they are. A layer with a weight for every cell of a map is resampled,
    bilinear, so that the same map on a finer or coarser grid gives about the same.
    """
    if size == network.size:
        return state
    own = network.state_dict()
    # The decoder's tables of rows and columns are not learnt.
    out = {k: own[k] if k in own and k.startswith("decoder.") else v for k, v in state.items()}
    for key, cell in _OVER_CELLS.items():
        if key in state and key in own:
            before, after = size // cell, network.size // cell
            maps = state[key].reshape(len(state[key]), -1, before, before)
            maps = F.interpolate(maps, size=(after, after), mode="bilinear", align_corners=False)
            out[key] = (maps * (before / after) ** 2).reshape(len(maps), -1)
    return out


def saved_network(state: dict[str, Any]) -> Network:
    """The network of a checkpoint, of the size that it was trained with, with random weights."""
    return build(str(state["configuration"]), state.get("size"), saved_keypoints(state["average"]))


def saved_keypoints(weights: dict[str, Tensor]) -> int:
    """How many keypoints the network of these weights has."""
    for layer in ("head.out.weight", "heads.0.weight"):
        if layer in weights:
            return len(weights[layer])
    return skeleton.KEYPOINT_COUNT


def averaged_network(state: dict[str, Any]) -> Network:
    """The network of a checkpoint with its averaged weights.

    One from before depth had a spread and up was known begins with none of that learnt.

    Raises:
        PosecamError: other parts are missing.
    """
    network = saved_network(state)
    missing = load_what_fits(network, state["average"])
    if other := sorted(m for m in missing if not m.startswith("up") and not m.endswith("spread")):
        raise PosecamError(f"the checkpoint has no {', '.join(other)}.")
    return network


def starting_weights(network: Network, path: Path, configuration: str) -> dict[str, Tensor]:
    """Weights of a checkpoint or an exported .onnx, brought to the network's size and keypoints.

    Raises:
        PosecamError: unreadable, of another configuration, or of more keypoints.
    """
    state: dict[str, Any]
    if path.suffix == ".onnx":
        restored, name = restore(path)
        state = {"configuration": name, "size": restored.size, "average": restored.state_dict()}
    else:
        state = read_checkpoint(path)
    name = configuration_name(str(state["configuration"]))
    if name != configuration_name(configuration) and not alike(name, configuration):
        raise PosecamError(f"{path} is a network of {name}, not of {configuration}.")
    known = saved_keypoints(state["average"])
    if known > network.keypoints:
        raise PosecamError(f"{path} has {known} keypoints; {network.keypoints} are asked for.")
    sized = of_size(network, state["average"], saved_network(state).size)
    return widened(network, sized, known)


def read_checkpoint(path: Path, configuration: str | None = None) -> dict[str, Any]:
    """A checkpoint's contents.

    Raises:
        PosecamError: unreadable, or of another configuration.
    """
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        found = state["configuration"]
        state["average"] = {
            name: value.float() if value.dtype == torch.half else value
            for name, value in state["average"].items()
        }
    except Exception as error:
        raise PosecamError(f"{path} is no checkpoint of this trainer ({error}).") from error
    if configuration is not None and configuration_name(found) != configuration_name(configuration):
        raise PosecamError(f"{path} is a checkpoint of {found}, not of {configuration}.")
    return state


def write_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write it so that a kill in the middle leaves what was there before.

    Raises:
        PosecamError: it cannot be written.
    """
    temporary = path.with_name(f"{path.name}.part")
    try:
        torch.save(state, temporary)
        temporary.replace(path)
    except (OSError, RuntimeError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PosecamError(f"the checkpoint {path} cannot be written ({error}).") from error
