"""What an engine is: a network made runnable on one device. Tensors in, tensors out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Precision = Literal["fp32", "bf16", "fp16", "int8"]


class EngineError(Exception):
    """A backend that is absent or a network that it cannot run. The message is one sentence."""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What is running.

    Attributes:
        backend: "openvino", "onnxruntime" or "tensorrt".
        version: the backend's own version.
        device: the processor's name as the backend gives it.
        precision: arithmetic of the hot path.
        network: file name of the network.
        sha256: of the network file, hexadecimal.
    """

    backend: str
    version: str
    device: str
    precision: Precision
    network: str
    sha256: str


@runtime_checkable
class Engine(Protocol):
    """A loaded network. One thread owns it and calls it."""

    @property
    def info(self) -> EngineInfo: ...

    @property
    def metadata(self) -> Mapping[str, str]:
        """The key/value pairs stored in the network file."""
        ...

    @property
    def input_shape(self) -> tuple[int, int, int]:
        """(channels, height, width) of the one input; the batch is free."""
        ...

    def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """Run (N, C, H, W) float32 and return outputs by name.

        The arrays returned are the caller's: later calls do not overwrite them.

        Raises:
            EngineError: the batch does not fit the network, or the backend failed.
        """
        ...

    def close(self) -> None: ...
