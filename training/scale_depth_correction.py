"""Less of the correction of depth than rendered people have taught.

    python -m training scale_depth_correction CHECKPOINT --share 0.75 --out CHECKPOINT

Where the images of known depth are rendered ones, part of what they teach holds for them alone; a
share of the correction keeps most of what helps and less of what does not carry over to photos.
"""

from __future__ import annotations

from pathlib import Path

from posecam.errors import PosecamError
from training.checkpoint import read_checkpoint, saved_network, write_checkpoint
from training.network.lite import HourglassLite

#: The layer that gives the correction, by which it scales.
_GIVES = ("fusion.out.weight", "fusion.out.bias")


def scale_depth_correction(checkpoint: Path, share: float, out: Path) -> None:
    """Write a checkpoint whose network corrects the lifter by a share of what it did.

    Raises:
        PosecamError: the share is not in 0..1; no checkpoint, or one of a network that has no
            lifter to correct; it cannot be written.
    """
    if not 0 <= share <= 1:
        raise PosecamError(f"--share is {share:g}; it must be between 0 and 1.")
    state = read_checkpoint(checkpoint)
    if not isinstance(saved_network(state), HourglassLite):
        raise PosecamError(f"{checkpoint} is a {state['configuration']}, which has no lifter.")
    state.pop("optimiser", None)
    state["average"] = {
        name: value * share if name in _GIVES else value for name, value in state["average"].items()
    }
    state["network"] = state["average"]
    write_checkpoint(out, state)
