"""Checkpoints: read, checked, and loaded into a network of a later form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from posecam.errors import PosecamError


def load_what_fits(network: nn.Module, state: dict[str, Tensor]) -> set[str]:
    """Load what a checkpoint of an earlier form of the network has; the parts that it lacks."""
    own = network.state_dict()
    fitting = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
    missing = network.load_state_dict(fitting, strict=False).missing_keys
    return {key.rsplit(".", 2)[0] for key in missing}


def read_checkpoint(path: Path, configuration: str | None = None) -> dict[str, Any]:
    """A checkpoint's contents.

    Raises:
        PosecamError: unreadable, or of another configuration.
    """
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        found = state["configuration"]
    except Exception as error:
        raise PosecamError(f"{path} is no checkpoint of this trainer ({error}).") from error
    if configuration is not None and found != configuration:
        raise PosecamError(f"{path} is a checkpoint of {found}, not of {configuration}.")
    return state
