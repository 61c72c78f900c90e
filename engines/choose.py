"""Picks the backend for a network, and says which ones this machine has."""

from __future__ import annotations

import contextlib
import importlib
import logging
from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from typing import Any, Final, Literal, cast

from engines.backend import Backend, BackendStatus
from engines.driver import driver_is_there
from engines.engine import Engine, EngineError, Precision
from engines.fastest import Candidate, Samples, fastest
from engines.int8_form import holds, int8_form
from engines.network_file import NetworkFile, read_network
from engines.plan_file import Plan, is_plan, read_plan

LOG = logging.getLogger(__name__)

#: Module of every backend and how to get it, the best guess first.
BACKENDS: Final[dict[str, tuple[str, str]]] = {
    "tensorrt": ("engines.tensorrt", "posecam[tensorrt]"),
    "openvino": ("engines.openvino", "openvino"),
    "onnxruntime": ("engines.onnxruntime", "posecam[onnxruntime]"),
}


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
            within `agreement.LIMIT_PX` of fp32. "int8" takes a quantised form beside the file.
        threads: of the processor; 0 leaves a core to the camera and the window.
        samples: (N, C, H, W) images with people, for comparing joints when measuring, or what
            gives them.
        progress: told how far the measuring or the build for a card is, 0..1; returns False to
            give it up.

    Raises:
        EngineError: the file, the backend or the combination cannot be used; the message says why.
    """
    if is_plan(path):
        return _load_plan(path, backend)
    network = read_network(path)
    _known(backend)
    measured = "auto" in {backend, precision}
    found = _candidates(path, network, backend, precision, built=measured)
    if measured and len(found) > 1:
        return fastest(found, lambda way: load_candidate(way, threads), samples, progress)
    if found:
        return _first_that_loads(found, threads, progress)
    if backend == "auto":
        backend = _first()
    if precision == "int8" and not network.quantised:
        network = int8_form(path, network)
    return _make(backend, network, precision, threads, None, progress)


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

    Some of them may not load or not agree: `load` passes those over.
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
    form = network if network.quantised else None
    trusted: bool | None = True
    if form is None and precision in {"auto", "int8"}:
        with contextlib.suppress(EngineError):  # there is none, or it is of other weights
            form = int8_form(path, network)
            # Who asks for a precision by name gets it.
            trusted = True if precision == "int8" else holds(form)
    found = []
    for status in _usable():
        if backend not in {"auto", status.name}:
            continue
        ways: list[tuple[NetworkFile, Precision, Precision, bool | None]] = []
        if form is not None:
            ways += [(form, "int8", hint, trusted) for hint in status.hints]
        if not network.quantised:
            ways += [(network, kind, kind, True) for kind in status.precisions]
        found += [
            Candidate(status.name, kind, file, status.version, status.devices[0], known, hint)
            for file, kind, hint, known in ways
            if precision in {"auto", kind} and (not built or _is_ready(status.name, file, kind))
        ]
    return found


def _first_that_loads(
    ways: Sequence[Candidate], threads: int, progress: Callable[[float], bool] | None
) -> Engine:
    """Of ways that were asked for by name: taken without a contest, what pays most first.

    Raises:
        EngineError: none loads; the first one's reason.
    """
    failure: EngineError | None = None
    best = [way.hint for way in ways]
    for way in sorted(ways, key=lambda way: best.index(way.hint)):
        try:
            return load_candidate(way, threads, progress)
        except EngineError as error:
            LOG.info("%s is passed over: %s", way.title, error)
            failure = failure or error
    raise failure or EngineError("There is nothing to run the network with.")


def load_candidate(
    candidate: Candidate, threads: int = 0, progress: Callable[[float], bool] | None = None
) -> Engine:
    """Make the network of a candidate run its way.

    Raises:
        EngineError: it does not.
    """
    return _make(
        candidate.backend,
        candidate.network,
        candidate.precision,
        threads,
        candidate.hint,
        progress,
    )


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
    _make("tensorrt", network, precision, 0, None, progress).close()
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
        network = int8_form(path, network)
    return cast(Plan, cast(Any, builder).build(network, precision, targets, progress))


def buildable(path: str | PathLike[str]) -> tuple[Precision, ...]:
    """The precisions in which `build_plan` can be asked to build a network."""
    network = read_network(path)
    if network.quantised:
        return ("int8",)
    try:
        int8_form(path, network)
    except EngineError:
        return ("fp16", "fp32")
    return ("int8", "fp16", "fp32")


def _is_ready(backend: str, network: NetworkFile, precision: Precision) -> bool:
    return _module(backend).is_ready(network, precision)


def _load_plan(path: str | PathLike[str], backend: str) -> Engine:
    if backend not in {"auto", "tensorrt"}:
        raise EngineError(f"{path} is an engine of TensorRT; {backend} runs .onnx files.")
    return cast(Engine, cast(Any, _module("tensorrt")).load_plan(read_plan(path)))


def _make(
    backend: str,
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    hint: Precision | None,
    progress: Callable[[float], bool] | None,
) -> Engine:
    with _said_of(backend):
        return _module(backend).load(network, precision, threads, hint, progress)


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
                status = _describe(name)
                if not status.reason:
                    yield status


def available() -> list[BackendStatus]:
    """Every backend with what it can do here, or why it cannot be used. The best comes first."""
    found = []
    for name in BACKENDS:
        try:
            found.append(_describe(name))
        except EngineError as error:
            found.append(BackendStatus(name, reason=str(error)))
    return found


def _known(name: str) -> None:
    if name != "auto" and name not in BACKENDS:
        raise EngineError(f"There is no backend {name}; there are {', '.join(BACKENDS)}.")


def _describe(name: str) -> BackendStatus:
    with _said_of(name):
        return _module(name).describe()


def _module(name: str) -> Backend:
    """The module of a backend, imported now; of some it loads the library.

    Raises:
        EngineError: there is no such backend, or its library is absent or broken.
    """
    _known(name)
    with _said_of(name):
        return cast(Backend, importlib.import_module(BACKENDS[name][0]))


@contextlib.contextmanager
def _said_of(name: str) -> Iterator[None]:
    """Say in a sentence where the library of a backend cannot be imported.

    Raises:
        EngineError: it is absent or broken.
    """
    try:
        yield
    except ModuleNotFoundError:
        raise EngineError(
            f"The backend {name} is not installed; get it with: pip install '{BACKENDS[name][1]}'."
        ) from None
    except ImportError as error:  # a library of its own that the system lacks
        raise EngineError(f"The backend {name} cannot be used here: {error}.") from error
