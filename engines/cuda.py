"""The little of CUDA that running a network takes: the card, a stream, memory on both sides."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from cuda.bindings import runtime as cudart
from numpy.typing import DTypeLike, NDArray

from engines.engine import EngineError

_SUCCESS: Final = cudart.cudaError_t.cudaSuccess
_DRIVERS: Final = "https://www.nvidia.com/drivers"


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card.

    Attributes:
        name: as the driver gives it.
        capability: its compute capability, e.g. "8.9".
    """

    name: str
    capability: str


def card() -> Card:
    """The first card of this machine.

    Raises:
        EngineError: there is no driver, an old one, or no card; the message says what to do.
    """
    status, count = cudart.cudaGetDeviceCount()
    if status != _SUCCESS or not count:
        raise EngineError(_why_no_card(status))
    properties = _checked("read the card's properties", cudart.cudaGetDeviceProperties(0))
    name = bytes(properties.name).split(b"\0")[0].decode(errors="replace")
    return Card(name, f"{properties.major}.{properties.minor}")


def _why_no_card(status: Any) -> str:
    needed = _version(cudart.cudaRuntimeGetVersion()[1])
    driver = cudart.cudaDriverGetVersion()[1]
    if not driver:
        return (
            "No NVIDIA driver was found, so networks run on the processor; for an NVIDIA card "
            f"install its driver from {_DRIVERS}, one that supports CUDA {needed.split('.')[0]}."
        )
    if status == cudart.cudaError_t.cudaErrorInsufficientDriver:
        return (
            f"The NVIDIA driver is too old: it supports CUDA {_version(driver)}, {needed} is "
            f"needed; install a newer one from {_DRIVERS}."
        )
    return "The NVIDIA driver finds no card that it can compute on."


def _version(number: int) -> str:
    return f"{number // 1000}.{number % 1000 // 10}"


class Stream:
    """A queue of work on the card."""

    def __init__(self) -> None:
        flags = cudart.cudaStreamNonBlocking
        self._stream = _checked("open a stream", cudart.cudaStreamCreateWithFlags(flags))

    @property
    def handle(self) -> int:
        return int(self._stream)

    def wait(self) -> None:
        """Until everything queued is done."""
        _checked("finish its work", cudart.cudaStreamSynchronize(self._stream))

    def close(self) -> None:
        cudart.cudaStreamDestroy(self._stream)


class Buffer:
    """An array on the card with its pinned twin in main memory, which the card reads by itself.

    Attributes:
        host: the twin, of the full shape.
    """

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        kind = np.dtype(dtype)
        size = max(1, math.prod(shape) * kind.itemsize)
        self._device = _checked("give memory", cudart.cudaMalloc(size))
        try:
            self._pinned = _checked("pin memory", cudart.cudaHostAlloc(size, 0))
        except EngineError:
            cudart.cudaFree(self._device)
            raise
        content = memoryview((ctypes.c_ubyte * size).from_address(int(self._pinned)))
        self.host: NDArray[Any] = np.frombuffer(content, kind, math.prod(shape)).reshape(shape)

    @property
    def address(self) -> int:
        """On the card."""
        return int(self._device)

    def upload(self, rows: int, stream: Stream) -> None:
        """Queue the copy of the first rows of the host's array to the card."""
        self._copy(rows, stream, to_card=True)

    def download(self, rows: int, stream: Stream) -> None:
        """Queue the copy of the first rows from the card to the host's array."""
        self._copy(rows, stream, to_card=False)

    def close(self) -> None:
        """The host's array must not be touched any more."""
        cudart.cudaFree(self._device)
        cudart.cudaFreeHost(self._pinned)

    def _copy(self, rows: int, stream: Stream, *, to_card: bool) -> None:
        kinds = cudart.cudaMemcpyKind
        source, target, kind = (
            (self._pinned, self._device, kinds.cudaMemcpyHostToDevice)
            if to_card
            else (self._device, self._pinned, kinds.cudaMemcpyDeviceToHost)
        )
        size = self.host[:rows].nbytes
        result = cudart.cudaMemcpyAsync(target, source, size, kind, stream.handle)
        _checked("copy data", result)


def _checked(what: str, result: tuple[Any, ...]) -> Any:
    """The value of a CUDA call.

    Raises:
        EngineError: it failed.
    """
    status, *values = result
    if status == cudart.cudaError_t.cudaErrorMemoryAllocation:
        raise EngineError("The graphics card has no memory left for the network.")
    if status != _SUCCESS:
        text = cudart.cudaGetErrorString(status)[1].decode()
        raise EngineError(f"The graphics card could not {what}: {text}.")
    return values[0] if values else None
