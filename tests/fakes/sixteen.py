"""The shipped network as it would be of the sixteen joints alone."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from posecam import skeleton
from training.evaluate import shipped_network
from training.export import export_network, save
from training.network import Deployed, Network, build
from training.network.lift import TOLD_OF_EACH, UNDER_EACH
from training.network.restore import restore

_ALL, _FEW = skeleton.KEYPOINT_COUNT, skeleton.COUNT
#: Keypoints and the bones between them, and those of the sixteen.
_PLACES = 2 * _ALL - 1
_KEPT = [*range(_FEW), *range(_ALL, _ALL + _FEW - 1)]


def sixteen() -> Network:
    """A module of sixteen joints with the weights of the one that ships."""
    shipped = restore(shipped_network())[0]
    narrow = build("balanced", shipped.size, _FEW)
    wanted = narrow.state_dict()
    narrow.load_state_dict(
        {name: _first(name, value, wanted[name]) for name, value in shipped.state_dict().items()}
    )
    return narrow.eval()


def _first(name: str, value: Tensor, wanted: Tensor) -> Tensor:
    if name == "lift.body.0.weight":  # x and y of all, then the scores of all
        return torch.cat([value[:, : 2 * _FEW], value[:, 2 * _ALL : 2 * _ALL + _FEW]], 1)
    if name == "fusion.body.0.weight":  # what lies under all places, what is told of them, the rest
        ends = [UNDER_EACH * _PLACES, TOLD_OF_EACH * _PLACES]
        under, told, whole = torch.split(value, [*ends, value.shape[1] - sum(ends)], 1)
        kept = [part.reshape(len(part), _PLACES, -1)[:, _KEPT].flatten(1) for part in (under, told)]
        return torch.cat([*kept, whole], 1)
    return value[tuple(slice(length) for length in wanted.shape)]


def save_sixteen(path: Path) -> Path:
    """Write it as it would be exported."""
    network = sixteen()
    named = {"configuration": "balanced"}
    return save(export_network(Deployed(network).eval(), network.size, named), path)
