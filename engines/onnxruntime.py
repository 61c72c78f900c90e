"""ONNX Runtime on the processor: for where OpenVINO is not, or is slower."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import metadata, util
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from engines import processor
from engines.backend import (
    BackendStatus,
    InputContract,
    LoadedNetwork,
    load_error,
    pick_precision,
    pick_threads,
)
from engines.engine import EngineInfo, Precision
from engines.network_file import NetworkFile

NAME: Final = "onnxruntime"
_PROVIDER: Final = "CPUExecutionProvider"
_UNKNOWN_OPERATION: Final = re.compile(
    r"No Op registered for (\S+)|Fatal error: (\S+?)\(-?\d+\) is not a registered"
)
_ERRORS_ONLY: Final = 3


def describe() -> BackendStatus:
    """What ONNX Runtime is and can do on this processor. The library is not loaded for that."""
    if util.find_spec(NAME) is None:
        raise ModuleNotFoundError(NAME)
    return BackendStatus(NAME, _version(), (processor.name(),), ("fp32",))


def _version() -> str:
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:  # builds for other processors go by other names
        names = metadata.packages_distributions().get(NAME, [])
        return metadata.version(names[0]) if names else "of unknown version"


def load(
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    hint: Precision | None = None,  # noqa: ARG001 - it has one arithmetic only
    progress: Callable[[float], bool] | None = None,  # noqa: ARG001 - nothing is built
) -> OnnxRuntimeEngine:
    """Make a network ready on this processor.

    Raises:
        EngineError: the network, the precision or the number of threads does not fit.
    """
    return OnnxRuntimeEngine(network, precision, threads)


def ready(network: NetworkFile, precision: Precision) -> bool:  # noqa: ARG001 - the protocol's
    """Always: nothing has to be built."""
    return True


def prepare(
    network: NetworkFile,
    precision: Precision,
    progress: Callable[[float], bool] | None = None,
) -> None:
    """Nothing to do."""


class OnnxRuntimeEngine(LoadedNetwork):
    """A network in a session of ONNX Runtime."""

    title = "ONNX Runtime"

    def __init__(
        self, network: NetworkFile, precision: Precision | Literal["auto"], threads: int
    ) -> None:
        import onnxruntime

        status = describe()
        picked = pick_precision(status, precision, network)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = pick_threads(threads)
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        # Waiting threads that spin take the cores from camera and window: at 25 images a second
        # beside a third of one core's load a run took 30 ms spinning and 18 ms not.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = onnxruntime.InferenceSession(network.data, options, providers=[_PROVIDER])
        except Exception as error:  # its errors have no common base
            raise load_error(self.title, network.name, error, _UNKNOWN_OPERATION) from error
        contract = InputContract.of(
            network.name,
            [
                (
                    port.name,
                    port.type == "tensor(float)",
                    [d if isinstance(d, int) else None for d in port.shape or ()],
                )
                for port in session.get_inputs()
            ],
        )
        super().__init__(
            EngineInfo(
                status.name,
                status.version,
                status.devices[0],
                picked,
                network.name,
                network.sha256,
            ),
            network.metadata,
            contract,
        )
        self._input: str = session.get_inputs()[0].name
        self._outputs: list[str] = [port.name for port in session.get_outputs()]
        self._session: Any = session

    def _infer(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        values = self._session.run(self._outputs, {self._input: batch})
        return {
            name: np.asarray(value, dtype=np.float32)
            for name, value in zip(self._outputs, values, strict=True)
        }

    def _release(self) -> None:
        self._session = None
