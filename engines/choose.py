"""Picks the backend for a network, and says which ones this machine has."""

from __future__ import annotations

import importlib
from os import PathLike
from typing import Final, Literal, cast

from engines.backend import Backend, BackendStatus
from engines.engine import Engine, EngineError, Precision
from engines.network_file import read_network

#: Module of every backend and how to get it, the best first; "auto" takes the first that is there.
BACKENDS: Final[dict[str, tuple[str, str]]] = {
    "openvino": ("engines.openvino", "openvino"),
    "onnxruntime": ("engines.onnxruntime", "posecam[onnxruntime]"),
}
#: Backends of the design that this version does not contain, and why.
NOT_BUILT_IN: Final[dict[str, str]] = {
    "tensorrt": "This version of posecam has no TensorRT backend."
}


def load(
    path: str | PathLike[str],
    backend: str = "auto",
    precision: Precision | Literal["auto"] = "auto",
    threads: int = 0,
) -> Engine:
    """Make a network file run.

    Args:
        path: an .onnx file with one input (N, C, H, W) float32.
        backend: "openvino", "onnxruntime", or "auto" for the best that is installed.
        precision: arithmetic of the hot path; "auto" takes bf16 where the processor has it.
        threads: of the processor; 0 leaves a core to the camera and the window.

    Raises:
        EngineError: the file, the backend or the combination cannot be used; the message says why.
    """
    network = read_network(path)
    return _module(backend).load(network, precision, threads)


def available() -> list[BackendStatus]:
    """Every backend with what it can do here, or why it cannot be used. The best comes first."""
    found = []
    for name in BACKENDS:
        try:
            found.append(_module(name).describe())
        except EngineError as error:
            found.append(BackendStatus(name, reason=str(error)))
    found += [BackendStatus(name, reason=reason) for name, reason in NOT_BUILT_IN.items()]
    return found


def _module(name: str) -> Backend:
    """The module of a backend, imported now.

    Raises:
        EngineError: there is no such backend, or its library is absent or broken.
    """
    if name == "auto":
        reasons = []
        for candidate in BACKENDS:
            try:
                return _module(candidate)
            except EngineError as error:
                reasons.append(str(error))
        raise EngineError(" ".join(reasons))
    if name in NOT_BUILT_IN:
        raise EngineError(NOT_BUILT_IN[name])
    if name not in BACKENDS:
        raise EngineError(f"There is no backend {name}; there are {', '.join(BACKENDS)}.")
    module, package = BACKENDS[name]
    try:
        return cast(Backend, importlib.import_module(module))
    except ModuleNotFoundError:
        raise EngineError(
            f"The backend {name} is not installed; get it with: pip install '{package}'."
        ) from None
    except ImportError as error:  # a library of its own that the system lacks
        raise EngineError(f"The backend {name} cannot be used here: {error}.") from error
