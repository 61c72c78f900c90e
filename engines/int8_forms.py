"""The quantised forms of a network: the files beside it that compute in int8."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

from engines import agreement
from engines.engine import EngineError
from engines.network_file import NetworkFile, read_network

#: What the quantised forms of NAME.onnx are called that a backend takes, the one that is made for
#: it first. TensorRT takes no unsigned numbers; OpenVINO takes both: there are processors that
#: refuse one form or compute faster in the other.
INT8_FORMS: Final[dict[str, tuple[str, ...]]] = {
    "tensorrt": (".int8-symmetric.onnx",),
    "openvino": (".int8.onnx", ".int8-symmetric.onnx"),
    "onnxruntime": (".int8.onnx",),
}
#: Metadata of a quantised form: hash of the network it was made from, and how far it moves the
#: joints on real images, in px.
QUANTISED_FROM: Final = "quantised_from"
QUANTISED_DISTANCE: Final = "quantised_distance_px"


def int8_form(path: str | PathLike[str], network: NetworkFile, backend: str) -> NetworkFile:
    """The quantised form of a network that is made for a backend and lies beside it.

    Raises:
        EngineError: there is none, or it was made from other weights.
    """
    return _form(path, network, backend, INT8_FORMS[backend][0])


class Int8Forms:
    """The quantised forms of a network, each file read once: backends share them."""

    def __init__(self, path: str | PathLike[str], network: NetworkFile) -> None:
        self._path = path
        self._network = network
        self._read: dict[str, NetworkFile | None] = {}

    def of(self, backend: str) -> list[tuple[NetworkFile, bool | None]]:
        """Those that a backend takes, with whether the joints are known to stay in place.

        None where nothing is known; of forms made for another backend at most that they do not.
        """
        found: list[tuple[NetworkFile, bool | None]] = []
        for suffix in INT8_FORMS[backend]:
            form = self._with(backend, suffix)
            if form is not None:
                own = suffix == INT8_FORMS[backend][0]
                found.append((form, _holds(form) if own else _holds(form) and None))
        return found

    def _with(self, backend: str, suffix: str) -> NetworkFile | None:
        if suffix not in self._read:
            try:
                self._read[suffix] = _form(self._path, self._network, backend, suffix)
            except EngineError:  # there is none, or it is of other weights
                self._read[suffix] = None
        return self._read[suffix]


def _form(
    path: str | PathLike[str], network: NetworkFile, backend: str, suffix: str
) -> NetworkFile:
    beside = Path(path).with_suffix(suffix)
    if not beside.is_file():
        raise EngineError(
            f"The network {network.name} has no quantised form for {backend}: "
            f"{beside.name} is missing."
        )
    form = read_network(beside)
    if form.metadata.get(QUANTISED_FROM) != network.sha256:
        raise EngineError(
            f"The quantised network {form.name} was made from other weights than {network.name}; "
            "quantise it again."
        )
    return form


def _holds(form: NetworkFile) -> bool | None:
    """Whether a quantised form says of itself that its joints stay in place; None: nothing."""
    try:
        distance = float(form.metadata[QUANTISED_DISTANCE])
    except (KeyError, ValueError):
        return None
    return agreement.agrees("int8", distance)
