"""Picks the backend for a network, and says which ones this machine has."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal, cast

from engines import agreement
from engines.backend import Backend, BackendStatus
from engines.driver import driver_is_there
from engines.engine import Engine, EngineError, Precision
from engines.fastest import Candidate, Samples, fastest
from engines.network_file import NetworkFile, read_network
from engines.plan_file import Plan, is_plan, read_plan

#: Module of every backend and how to get it, the best guess first.
BACKENDS: Final[dict[str, tuple[str, str]]] = {
    "tensorrt": ("engines.tensorrt", "posecam[tensorrt]"),
    "openvino": ("engines.openvino", "openvino"),
    "onnxruntime": ("engines.onnxruntime", "posecam[onnxruntime]"),
}
#: What a quantised form of NAME.onnx is called, by backend. TensorRT takes no unsigned numbers.
INT8_FORM: Final[dict[str, str]] = {
    "tensorrt": ".int8-symmetric.onnx",
    "openvino": ".int8.onnx",
    "onnxruntime": ".int8.onnx",
}
#: Metadata of a quantised form: hash of the network it was made from, and how far it moves the
#: joints on real pictures, in px.
QUANTISED_FROM: Final = "quantised_from"
QUANTISED_DISTANCE: Final = "quantised_distance_px"


def load(
    path: str | PathLike[str],
    backend: str = "auto",
    precision: Precision | Literal["auto"] = "auto",
    threads: int = 0,
    *,
    samples: Samples | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Engine:
    """Make a network file run.

    What is left to "auto" is measured at the first start and remembered. An engine for an NVIDIA
    card takes part once it is built: see `prepare`.

    Args:
        path: an .onnx file with one input (N, C, H, W) float32, or an engine of TensorRT.
        backend: "tensorrt", "openvino", "onnxruntime", or "auto" for the fastest here.
        precision: arithmetic of the hot path, or "auto" for the fastest that keeps the joints
            within `agreement.LIMIT_PX` of fp32. "int8" takes the quantised form beside the file.
        threads: of the processor; 0 leaves a core to the camera and the window.
        samples: (N, C, H, W) pictures with people, for comparing joints when measuring, or what
            gives them, such as `engines.samples.shipped`.
        progress: told how far the measuring or the build for a card is, 0..1; returns False to
            give it up.

    Raises:
        EngineError: the file, the backend or the combination cannot be used; the message says why.
    """
    if is_plan(path):
        return _load_plan(path, backend)
    network = read_network(path)
    _known(backend)
    found = []
    if "auto" in {backend, precision}:
        found = _candidates(path, network, backend, precision, built=True)
    if len(found) > 1:
        return fastest(found, lambda way: load_candidate(way, threads), samples, progress)
    if found:
        return load_candidate(found[0], threads, progress)
    if backend == "auto":
        backend = _first()
    if precision == "int8" and not network.quantised:
        network = int8_form(path, network, backend)
    return _make(backend, network, precision, threads, progress)


def candidates(
    path: str | PathLike[str],
    backend: str = "auto",
    precision: Precision | Literal["auto"] = "auto",
    *,
    built: bool = True,
) -> list[Candidate]:
    """The ways to run a network here, the best guess first.

    Args:
        path, backend, precision: as for `load`.
        built: without the ones that would have to be built for long.
    """
    return _candidates(path, read_network(path), backend, precision, built=built)


def _candidates(
    path: str | PathLike[str],
    network: NetworkFile,
    backend: str,
    precision: Precision | Literal["auto"],
    *,
    built: bool,
) -> list[Candidate]:
    found = []
    forms = _Forms(path, network)
    for status in _usable():
        if backend not in {"auto", status.name}:
            continue
        ways: list[tuple[Precision, NetworkFile]] = [(p, network) for p in status.precisions]
        if network.quantised:
            ways = [("int8", network)]
        elif precision in {"auto", "int8"}:
            with contextlib.suppress(EngineError):  # there is none, or it is of other weights
                ways.insert(0, ("int8", forms.int8(status.name)))
        for arithmetic, form in ways:
            wanted = precision in {"auto", arithmetic}
            if wanted and (not built or _is_ready(status.name, form, arithmetic)):
                found.append(
                    Candidate(
                        status.name,
                        arithmetic,
                        form,
                        status.version,
                        status.devices[0],
                        # Whoever asks for a precision by name gets it.
                        network.quantised
                        or arithmetic != "int8"
                        or precision == "int8"
                        or _holds(form),
                    )
                )
    return found


class _Forms:
    """Quantised forms of a network, each file read once: two backends share one."""

    def __init__(self, path: str | PathLike[str], network: NetworkFile) -> None:
        self._path = path
        self._network = network
        self._read: dict[str, NetworkFile] = {}

    def int8(self, backend: str) -> NetworkFile:
        """See `int8_form`."""
        suffix = INT8_FORM[backend]
        if suffix not in self._read:
            self._read[suffix] = int8_form(self._path, self._network, backend)
        return self._read[suffix]


def load_candidate(
    candidate: Candidate, threads: int = 0, progress: Callable[[float], bool] | None = None
) -> Engine:
    """Make the network of a candidate run its way.

    Raises:
        EngineError: it does not.
    """
    return _make(candidate.backend, candidate.network, candidate.precision, threads, progress)


def prepare(
    path: str | PathLike[str], progress: Callable[[float], bool] | None = None
) -> Precision | None:
    """Build what "auto" would like to have and has not: an engine for the NVIDIA card.

    Takes seconds to minutes; meant for a thread beside the one that already runs the network on
    the processor. Afterwards `load` considers the engine.

    Returns:
        the precision built, or None where there is nothing to build.

    Raises:
        EngineError: the build failed or was given up.
    """
    network = read_network(path)
    status = next((s for s in _usable() if s.name == "tensorrt"), None)
    if status is None:
        return None
    precision: Precision = "int8" if network.quantised else status.precisions[0]
    if _is_ready("tensorrt", network, precision):
        return None
    _make("tensorrt", network, precision, 0, progress).close()
    return precision


def build_plan(
    path: str | PathLike[str],
    precision: Precision,
    targets: Sequence[str] | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Plan:
    """Compile a network with TensorRT without running it: needs no card.

    Args:
        targets: kinds of cards, e.g. "SM89"; None for every kind there is.

    Raises:
        EngineError: TensorRT is not installed, or refuses the network; the message says why.
    """
    builder = _module("tensorrt")
    network = read_network(path)
    if precision == "int8" and not network.quantised:
        network = int8_form(path, network, "tensorrt")
    return cast(Plan, cast(Any, builder).build(network, precision, targets, progress))


def buildable(path: str | PathLike[str]) -> tuple[Precision, ...]:
    """The precisions in which `build_plan` can be asked to build a network."""
    network = read_network(path)
    if network.quantised:
        return ("int8",)
    try:
        int8_form(path, network, "tensorrt")
    except EngineError:
        return ("fp16", "fp32")
    return ("int8", "fp16", "fp32")


def int8_form(path: str | PathLike[str], network: NetworkFile, backend: str) -> NetworkFile:
    """The quantised form of a network that lies beside it.

    Raises:
        EngineError: there is none, or it was made from other weights.
    """
    beside = Path(path).with_suffix(INT8_FORM[backend])
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


def _is_ready(backend: str, network: NetworkFile, precision: Precision) -> bool:
    return backend != "tensorrt" or bool(_tensorrt().is_built(network, precision))


def _load_plan(path: str | PathLike[str], backend: str) -> Engine:
    if backend not in {"auto", "tensorrt"}:
        raise EngineError(f"{path} is an engine of TensorRT; {backend} runs .onnx files.")
    return cast(Engine, _tensorrt().load_plan(read_plan(path)))


def _tensorrt() -> Any:
    return _module("tensorrt")


def _make(
    backend: str,
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    progress: Callable[[float], bool] | None = None,
) -> Engine:
    if backend == "tensorrt":
        return cast(Engine, _tensorrt().load(network, precision, threads, progress))
    return _module(backend).load(network, precision, threads)


def _first() -> str:
    """The backend that says why nothing can be loaded: the first that works in general.

    Raises:
        EngineError: there is none; why, of each.
    """
    statuses = available()
    for status in statuses:
        if not status.reason:
            return status.name
    raise EngineError(" ".join(status.reason or "" for status in statuses))


def _usable() -> Iterator[BackendStatus]:
    """The backends that can be used here, the best first.

    TensorRT's libraries, a quarter of a second to load, stay where they are without a driver.
    """
    for name in BACKENDS:
        if name != "tensorrt" or driver_is_there():
            with contextlib.suppress(EngineError):
                status = _module(name).describe()
                if not status.reason:
                    yield status


def available() -> list[BackendStatus]:
    """Every backend with what it can do here, or why it cannot be used. The best comes first."""
    found = []
    for name in BACKENDS:
        try:
            found.append(_module(name).describe())
        except EngineError as error:
            found.append(BackendStatus(name, reason=str(error)))
    return found


def _known(name: str) -> None:
    if name != "auto" and name not in BACKENDS:
        raise EngineError(f"There is no backend {name}; there are {', '.join(BACKENDS)}.")


def _module(name: str) -> Backend:
    """The module of a backend, imported now.

    Raises:
        EngineError: there is no such backend, or its library is absent or broken.
    """
    _known(name)
    module, package = BACKENDS[name]
    try:
        return cast(Backend, importlib.import_module(module))
    except ModuleNotFoundError:
        raise EngineError(
            f"The backend {name} is not installed; get it with: pip install '{package}'."
        ) from None
    except ImportError as error:  # a library of its own that the system lacks
        raise EngineError(f"The backend {name} cannot be used here: {error}.") from error
