"""What the backends share: how they describe themselves, their checks and their messages."""

from __future__ import annotations

import abc
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine, EngineError, EngineInfo, Precision
from engines.network_file import NetworkFile
from engines.plan_file import Plan

# What the libraries put before the line that says what went wrong.
_PREAMBLE: Final = ("Exception from", "Check '")
_PREFIX: Final = re.compile(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ")


@dataclass(frozen=True, slots=True)
class BackendStatus:
    """What a backend can do on this machine.

    Attributes:
        name: what `load` takes.
        version: the backend's own; empty where it is absent.
        devices: names of the processors it would run on.
        precisions: arithmetic it can be asked for, the one that pays most first; int8 besides
            for a network that is quantised.
        reason: why it cannot be used here, one sentence; None where it can.
        hints: what a quantised network may be asked to run in where it is not quantised, the one
            that pays most first.
        on_card: whether it runs on a graphics card, for which it builds ahead.
    """

    name: str
    version: str = ""
    devices: tuple[str, ...] = ()
    precisions: tuple[Precision, ...] = ()
    reason: str | None = None
    hints: tuple[Precision, ...] = ("fp32",)
    on_card: bool = False


class Backend(Protocol):
    """The module of a backend. It may be imported where its library is there, for `describe`."""

    def describe(self) -> BackendStatus:
        """What it can do here.

        Raises:
            ImportError: its library is not there.
        """
        ...

    def load(
        self,
        network: NetworkFile,
        precision: Precision | Literal["auto"],
        threads: int,
        hint: Precision | None = None,
        progress: Callable[[float], bool] | None = None,
    ) -> Engine:
        """Make a network run; `hint` is one of the status's, or None for the first of them.

        Raises:
            EngineError: it cannot be run so here.
            ImportError: its library is not there.
        """
        ...

    def ready(self, network: NetworkFile, precision: Precision) -> bool:
        """Whether `load` has nothing to build for long."""
        ...

    def prepare(
        self,
        network: NetworkFile,
        precision: Precision,
        progress: Callable[[float], bool] | None = None,
    ) -> None:
        """Make it ready, which may take minutes.

        Args:
            progress: told how far it is, 0..1; returns False to give it up.

        Raises:
            EngineError: it cannot be run so here, or it was given up.
        """
        ...


class Builder(Backend, Protocol):
    """A backend that builds engines for cards, which are files of their own."""

    #: What people call it.
    TITLE: str

    def build(
        self,
        network: NetworkFile,
        precision: Precision,
        targets: Sequence[str] | None = None,
        progress: Callable[[float], bool] | None = None,
    ) -> Plan:
        """An engine for these kinds of cards, or for all; needs none.

        Raises:
            EngineError: the network cannot be built so.
        """
        ...

    def load_plan(self, plan: Plan) -> Engine:
        """Make a built engine run on the card of this machine.

        Raises:
            EngineError: there is no card, or the engine does not fit it.
        """
        ...


@dataclass(frozen=True, slots=True)
class InputContract:
    """What the one input of a network takes.

    Attributes:
        network: the file's name, for messages.
        shape: (channels, height, width).
        batch: the batch size that is written into the network, or None where it is free.
    """

    network: str
    shape: tuple[int, int, int]
    batch: int | None

    @classmethod
    def of(cls, network: str, inputs: list[tuple[str, bool, list[int | None]]]) -> InputContract:
        """From (name, is float32, dimensions with None for a free one) of every input.

        Raises:
            EngineError: the network does not take one batch of float32 images of fixed size.
        """
        if len(inputs) == 1 and inputs[0][1] and len(inputs[0][2]) == 4:
            batch, channels, height, width = inputs[0][2]
            if channels is not None and height is not None and width is not None:
                return cls(network, (channels, height, width), batch)
        takes = ", ".join(
            f"{name} of {'float32' if is_float else 'another type'} "
            f"({' x '.join('free' if d is None else str(d) for d in dims)})"
            for name, is_float, dims in inputs
        )
        raise EngineError(
            f"The network {network} must take one float32 batch of images of a fixed size, "
            f"N x C x H x W, but takes {takes or 'no input at all'}."
        )

    def check(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """The batch itself, or a C-contiguous copy where it is not.

        Raises:
            EngineError: its type or shape does not fit.
        """
        if batch.dtype != np.float32:
            raise EngineError(f"The network {self.network} takes float32, not {batch.dtype}.")
        if (
            batch.shape[1:] != self.shape
            or len(batch) == 0
            or (self.batch is not None and len(batch) != self.batch)
        ):
            size = "N" if self.batch is None else str(self.batch)
            raise EngineError(
                f"The network {self.network} takes a batch of "
                f"{' x '.join((size, *map(str, self.shape)))}, not of "
                f"{' x '.join(map(str, batch.shape)) or 'a single number'}."
            )
        return np.ascontiguousarray(batch)


class LoadedNetwork(abc.ABC):
    """The part of an engine that is the same on every backend."""

    #: The backend's name as people write it.
    title: str

    def __init__(
        self, info: EngineInfo, metadata: Mapping[str, str], contract: InputContract
    ) -> None:
        self._info = info
        self._metadata = metadata
        self._contract = contract
        self._closed = False

    @property
    def info(self) -> EngineInfo:
        return self._info

    @property
    def metadata(self) -> Mapping[str, str]:
        return self._metadata

    @property
    def input_shape(self) -> tuple[int, int, int]:
        return self._contract.shape

    def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """See `engines.engine.Engine.run`."""
        if self._closed:
            raise EngineError(f"The network {self._info.network} has been closed.")
        batch = self._contract.check(batch)
        try:
            return self._infer(batch)
        except Exception as error:
            raise EngineError(
                f"{self.title} failed to run the network {self._info.network}: {reason(error)}."
            ) from error

    def close(self) -> None:
        """Give back what the backend holds. A second call does nothing."""
        if not self._closed:
            self._closed = True
            self._release()

    @abc.abstractmethod
    def _infer(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """Run a checked, C-contiguous batch; the arrays returned belong to the caller."""

    @abc.abstractmethod
    def _release(self) -> None: ...


def reason(error: Exception) -> str:
    """The line of a library's report that says what went wrong, without its full stop."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith(_PREAMBLE)]
    return _PREFIX.sub("", (said or lines or [type(error).__name__])[-1]).rstrip(".")


def load_error(
    title: str, network: str, error: Exception, unknown_operation: re.Pattern[str]
) -> EngineError:
    """The sentence for a network that a backend refuses.

    Args:
        title: the backend's name as people write it.
        network: the file's name.
        error: the library's own.
        unknown_operation: finds an operation's name in the library's report, in its last group
            that matches.
    """
    unknown = unknown_operation.search(str(error))
    if unknown and unknown.lastindex:
        return EngineError(
            f"{title} cannot run the network {network}: it does not know the operation "
            f"{unknown[unknown.lastindex].strip()}."
        )
    return EngineError(f"{title} cannot load the network {network}: {reason(error)}.")


def pick_precision(
    status: BackendStatus, wanted: Precision | Literal["auto"], network: NetworkFile
) -> Precision:
    """The precision to run in: int8 where the network is quantised, and only there.

    Raises:
        EngineError: the backend cannot run the network in the one wanted on this machine.
    """
    if network.quantised:
        if wanted in {"auto", "int8"}:
            return "int8"
        raise EngineError(
            f"The network {network.name} is quantised: it runs in int8, not in {wanted}."
        )
    if wanted == "int8":
        raise EngineError(f"The network {network.name} is not quantised: it cannot run in int8.")
    if wanted == "auto":
        return status.precisions[0]
    if wanted not in status.precisions:
        raise EngineError(
            f"{status.name} runs networks in {' or '.join(status.precisions)} on this machine, "
            f"not in {wanted}."
        )
    return wanted


def pick_threads(wanted: int) -> int:
    """Threads for the network: those wanted, or for 0 as many as leave room for the rest.

    One physical core stays free for capture and window, unless there are no more than two.

    Raises:
        EngineError: the number is negative.
    """
    if wanted < 0:
        raise EngineError(f"A network cannot run on {wanted} threads; 0 lets posecam choose.")
    if wanted:
        return wanted
    cores = physical_cores()
    return cores if cores <= 2 else cores - 1


def physical_cores() -> int:
    """Physical cores that this process may use."""
    logical = os.cpu_count() or 1
    if not hasattr(os, "sched_getaffinity"):
        # Most of these have two threads a core, or as many small cores as big ones.
        return max(1, logical // 2)
    allowed = os.sched_getaffinity(0)
    cores = set()
    for number in allowed:
        topology = Path(f"/sys/devices/system/cpu/cpu{number}/topology")
        try:
            cores.add(tuple((topology / f).read_text() for f in ("physical_package_id", "core_id")))
        except OSError:
            return len(allowed)
    return len(cores)
