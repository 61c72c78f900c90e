"""The mean of the weights of several checkpoints of one line.

    python -m training mean CHECKPOINT CHECKPOINT ... --out CHECKPOINT

Checkpoints of which one was trained on from another lie in one valley of the loss; their mean is
often better than each (Wortsman et al., Model soups, ICML 2022).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from posecam.errors import PosecamError
from training.checkpoint import of_size, read_checkpoint, saved_network, write_checkpoint


def mean(checkpoints: Sequence[Path], out: Path) -> None:
    """Write the mean of moving averages; size and everything else are the last checkpoint's.

    Raises:
        PosecamError: fewer than two, one that cannot be read, or of another form than the last.
    """
    if len(checkpoints) < 2:
        raise PosecamError("a mean needs two checkpoints or more.")
    last = read_checkpoint(checkpoints[-1])
    network = saved_network(last)
    weights: list[dict[str, Tensor]] = []
    for path in checkpoints[:-1]:
        state = read_checkpoint(path, last["configuration"])
        weights.append(of_size(network, state["average"], saved_network(state).size))
        if _shapes(weights[-1]) != _shapes(last["average"]):
            raise PosecamError(f"{path} has other layers than {checkpoints[-1]}.")
    weights.append(last["average"])
    last.pop("optimiser", None)
    last["average"] = {
        name: torch.stack([one[name] for one in weights]).mean(0)
        if value.is_floating_point()
        else value
        for name, value in weights[-1].items()
    }
    last["network"] = last["average"]
    write_checkpoint(out, last)


def _shapes(weights: dict[str, Tensor]) -> dict[str, torch.Size]:
    return {name: value.shape for name, value in weights.items()}
