"""Compiles networks with TensorRT: everything that needs no card.

Written for the API that `tensorrt_rtx` 1.7 and `tensorrt` 11 share: strongly typed networks, so
the precision is the graph's own. TensorRT for RTX compiles for every kind of card without having
one.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from engines.backend import InputContract
from engines.engine import EngineError, Precision
from engines.network_file import NetworkFile
from engines.plan_file import Plan, Port

try:
    import tensorrt_rtx as trt
except ModuleNotFoundError:
    import tensorrt as trt

__all__ = ["LARGEST_BATCH", "LOGGER", "THIS_CARD", "VERSION", "Progress", "build", "trt"]

LOG = logging.getLogger(__name__)

#: People in one call; a larger batch runs in several.
LARGEST_BATCH: Final = 4
#: Told how far a build is, 0..1; returns False to give it up.
Progress = Callable[[float], bool]

#: TensorRT for RTX compiles for kinds of cards; the other only for the card that is there.
IS_RTX: Final = trt.__name__.startswith("tensorrt_rtx")
VERSION: Final = f"{trt.__version__}{' for RTX' if IS_RTX else ''}"
#: The target that stands for the card of this machine.
THIS_CARD: Final = "CURRENT"
_AMPERE_AND_LATER: Final = ("SM80", "SM86", "SM89", "SM120")
#: Every kind of card that takes it. Turing (SM75) has no fp32 matrix product there.
EVERY_TARGET: Final[dict[Precision, tuple[str, ...]]] = {
    "fp32": _AMPERE_AND_LATER,
    "fp16": ("SM75", *_AMPERE_AND_LATER),
    "int8": _AMPERE_AND_LATER,
}
# What the library writes round the words that say what is wrong, in the order it is taken off.
_ROUND: Final = (
    re.compile(r"^.*cudaError \d+: (.+?)\)+\.?$"),
    re.compile(r"^(?:\w+::\w+: )?Error Code \d+: (.+)$"),
    re.compile(r"^\w[\w ]*\((?:\[[^]]*\] )?(.+?)\.? In \w+ at /.*\)$"),
    re.compile(r"^Assertion failed: (?:\(.*\): )?(.+)$"),
)


class _Logger(trt.ILogger):  # type: ignore[misc]  # TensorRT has no types
    """Passes the library's reports on and remembers what went wrong."""

    def __init__(self) -> None:
        trt.ILogger.__init__(self)
        self.errors: list[str] = []

    def log(self, severity: Any, text: str) -> None:
        if severity in {trt.ILogger.Severity.ERROR, trt.ILogger.Severity.INTERNAL_ERROR}:
            self.errors.append(text)
            LOG.debug("%s", text)


#: One for the process: the library keeps the first it is given.
LOGGER: Final = _Logger()


@contextlib.contextmanager
def reported_errors() -> Iterator[list[str]]:
    """The errors that the library reports inside the block."""
    LOGGER.errors = []
    yield LOGGER.errors


def said(errors: Sequence[str], otherwise: str) -> str:
    """The first error without the library's own whereabouts and its full stop."""
    if not errors:
        return otherwise
    text = errors[0].strip().splitlines()[0]
    for pattern in _ROUND:
        text = pattern.sub(r"\1", text)
    return text.rstrip(".")


def build(
    network: NetworkFile,
    precision: Precision,
    targets: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Compile a network; TensorRT for RTX does so without a card.

    Args:
        network: the network.
        precision: fp32 as it stands, fp16 converted, int8 where it is quantised.
        targets: names of `ComputeCapability`; None for every kind of card there is.
        progress: see `Progress`.

    Raises:
        EngineError: the network cannot be compiled so; the message says why.
    """
    if network.quantised != (precision == "int8"):
        has = "already quantised" if network.quantised else "not quantised"
        raise EngineError(
            f"The network {network.name} is {has}: it cannot be built in {precision}."
        )
    data = network.data
    if precision == "fp16":
        from engines.half import halved

        data = halved(data, network.name)
    elif precision == "int8":
        from engines.symmetric import symmetric

        data = symmetric(data)
    with reported_errors() as errors:
        builder = trt.Builder(LOGGER)
        flags = 1 << int(trt.NetworkDefinitionCreationFlag.STRONGLY_TYPED)
        definition = builder.create_network(flags)
        _parse(definition, data, network.name)
        inputs = [definition.get_input(i) for i in range(definition.num_inputs)]
        outputs = [definition.get_output(i) for i in range(definition.num_outputs)]
        contract = _contract(network.name, inputs)
        config = builder.create_builder_config()
        config.clear_flag(trt.BuilderFlag.TF32)  # fp32 is to mean fp32
        _set_batches(builder, config, inputs[0].name, contract)
        chosen = _set_targets(config, EVERY_TARGET[precision] if targets is None else targets)
        monitor = _Monitor(progress) if progress else None
        if monitor:
            config.progress_monitor = monitor
        plan = builder.build_serialized_network(definition, config)
        if plan is None:
            if monitor and monitor.given_up:
                raise EngineError(f"The build of the network {network.name} was given up.")
            raise EngineError(
                f"TensorRT cannot build the network {network.name} in {precision}: "
                f"{said(errors, 'it does not say why')}."
            )
    return Plan(
        bytes(plan),
        network.name,
        network.sha256,
        network.metadata,
        precision,
        VERSION,
        chosen,
        tuple(map(_port, inputs)),
        tuple(map(_port, outputs)),
    )


def _parse(definition: Any, data: bytes, name: str) -> None:
    parser = trt.OnnxParser(definition, LOGGER)
    if parser.parse(data):
        return
    error = parser.get_error(0)
    operation, node = error.node_operator(), error.node_name()
    if error.code() in {trt.ErrorCode.UNSUPPORTED_NODE, trt.ErrorCode.INVALID_NODE} and operation:
        where = f" (node {node})" if node else ""
        raise EngineError(
            f"TensorRT cannot run the network {name}: it does not know the operation "
            f"{operation}{where}."
        )
    at = f"at the operation {operation}{f' (node {node})' if node else ''}: " if operation else ""
    why = said([error.desc()], "it does not say why")
    raise EngineError(f"TensorRT cannot load the network {name}: {at}{why}.")


def _contract(name: str, tensors: Sequence[Any]) -> InputContract:
    return InputContract.of(
        name,
        [
            (t.name, t.dtype == trt.DataType.FLOAT, [None if d < 0 else d for d in tuple(t.shape)])
            for t in tensors
        ],
    )


def _port(tensor: Any) -> Port:
    return Port(tensor.name, tuple(tensor.shape), np.dtype(trt.nptype(tensor.dtype)).name)


def _set_batches(builder: Any, config: Any, name: str, contract: InputContract) -> None:
    if contract.batch is not None:
        return
    profile = builder.create_optimization_profile()
    one, most = (1, *contract.shape), (LARGEST_BATCH, *contract.shape)
    profile.set_shape(name, one, one, most)  # min, most often, max
    config.add_optimization_profile(profile)


def _set_targets(config: Any, targets: Sequence[str]) -> tuple[str, ...]:
    if not IS_RTX:  # builds for the card that is there, and knows no other way
        return (THIS_CARD,)
    known = trt.ComputeCapability.__members__
    for target in targets:
        if target not in known or target == "NONE":
            raise EngineError(
                f"TensorRT cannot build for {target}; it can for "
                f"{', '.join(k for k in known if k != 'NONE')}."
            )
    config.num_compute_capabilities = len(targets)
    for index, target in enumerate(targets):
        config.set_compute_capability(known[target], index)
    return tuple(targets)


class _Monitor(trt.IProgressMonitor):  # type: ignore[misc]  # TensorRT has no types
    """Turns the library's nested phases into one growing fraction."""

    def __init__(self, progress: Progress) -> None:
        trt.IProgressMonitor.__init__(self)
        self._progress = progress
        self._open: dict[str, list[int]] = {}  # phase: steps done, steps in all; parents first
        self._furthest = 0.0
        self.given_up = False

    def phase_start(self, phase_name: str, _parent: str | None, num_steps: int) -> None:
        self._open[phase_name] = [0, max(1, num_steps)]

    def phase_finish(self, phase_name: str) -> None:
        self._open.pop(phase_name, None)
        if not self._open:
            self._furthest = 1.0
        self._report()

    def step_complete(self, phase_name: str, step: int) -> bool:
        if phase_name in self._open:
            self._open[phase_name][0] = step + 1
        return self._report()

    def _report(self) -> bool:
        fraction, share = 0.0, 1.0
        for done, of in self._open.values():
            fraction += share * min(done, of) / of
            share /= of
        self._furthest = max(self._furthest, min(fraction, 1.0))
        if not self._progress(self._furthest):
            self.given_up = True
        return not self.given_up
