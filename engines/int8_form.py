"""The quantised form of a network: the file beside it that computes in int8."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

from engines import agreement
from engines.engine import EngineError
from engines.network_file import NetworkFile, read_network

#: What the quantised form of NAME.onnx is called.
SUFFIX: Final = ".int8.onnx"
#: Metadata of a quantised form: hash of the network it was made from, and how far it moves the
#: joints on real images, in px.
QUANTISED_FROM: Final = "quantised_from"
QUANTISED_DISTANCE: Final = "quantised_distance_px"


def int8_form(path: str | PathLike[str], network: NetworkFile) -> NetworkFile:
    """The quantised form that lies beside a network.

    Raises:
        EngineError: there is none, or it was made from other weights.
    """
    beside = Path(path).with_suffix(SUFFIX)
    if not beside.is_file():
        raise EngineError(
            f"The network {network.name} has no quantised form: {beside.name} is missing."
        )
    form = read_network(beside)
    if form.metadata.get(QUANTISED_FROM) != network.sha256:
        raise EngineError(
            f"The quantised network {form.name} was made from other weights than {network.name}; "
            "quantise it again."
        )
    return form


def holds(form: NetworkFile) -> bool | None:
    """Whether a quantised form says of itself that its joints stay in place; None: nothing."""
    try:
        distance = float(form.metadata[QUANTISED_DISTANCE])
    except (KeyError, ValueError):
        return None
    return agreement.agrees("int8", distance)
