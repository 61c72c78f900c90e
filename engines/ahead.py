"""Building for a card ahead of time, which takes seconds to minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike

from engines.backends import backend, builder, said_of, usable
from engines.engine import Engine, EngineError, Precision
from engines.int8_form import int8_form
from engines.network_file import read_network
from engines.plan_file import Plan, read_plan


def prepare(
    path: str | PathLike[str], progress: Callable[[float], bool] | None = None
) -> tuple[str, Precision] | None:
    """Build what "auto" would like to have and has not: an engine for the card.

    Takes seconds to minutes; meant for a thread beside the one that already runs the network on
    the processor. Afterwards `load` considers the engine.

    Returns:
        the backend and precision built for, or None where there is nothing to build.

    Raises:
        EngineError: the build failed or was given up.
    """
    network = read_network(path)
    for status in usable():
        precision: Precision = "int8" if network.quantised else status.precisions[0]
        module = backend(status.name)
        if not module.ready(network, precision):
            with said_of(status.name):
                module.prepare(network, precision, progress)
            return status.name, precision
    return None


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
    compiler = builder()
    network = read_network(path)
    if precision == "int8" and not network.quantised:
        network = int8_form(path, network)
    return compiler.build(network, precision, targets, progress)


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


def load_plan(path: str | PathLike[str], wanted: str) -> Engine:
    """Make a built engine run.

    Args:
        wanted: the backend that was asked for, or "auto".

    Raises:
        EngineError: another backend was asked for, or the engine does not fit this machine.
    """
    compiler = builder()
    name = compiler.describe().name
    if wanted not in {"auto", name}:
        raise EngineError(f"{path} is an engine of {compiler.TITLE}; {wanted} runs .onnx files.")
    return compiler.load_plan(read_plan(path))
