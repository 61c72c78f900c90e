"""Picks the backend for a network."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Sequence
from os import PathLike
from typing import Literal

from engines import backends
from engines.ahead import load_plan
from engines.backends import available, check_name, said_of, usable
from engines.engine import Engine, EngineError, Precision
from engines.fastest import Candidate, Samples, fastest
from engines.int8_form import holds, int8_form
from engines.network_file import NetworkFile, read_network
from engines.plan_file import is_plan

LOG = logging.getLogger(__name__)


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
        return load_plan(path, backend)
    network = read_network(path)
    if backend != "auto":
        check_name(backend)
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
    for status in usable():
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
            if precision in {"auto", kind}
            and (not built or backends.backend(status.name).ready(file, kind))
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


def _make(
    name: str,
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    hint: Precision | None,
    progress: Callable[[float], bool] | None,
) -> Engine:
    with said_of(name):
        return backends.backend(name).load(network, precision, threads, hint, progress)


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
