"""OpenVINO on the processor: the default backend."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable
from typing import Any, Final, Literal

import numpy as np
import openvino
from numpy.typing import NDArray

from engines import cache, processor
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

LOG = logging.getLogger(__name__)

NAME: Final = "openvino"
_DEVICE: Final = "CPU"
_HINTS: Final[dict[Precision, str]] = {"fp32": "f32", "bf16": "bf16", "fp16": "f16"}
_UNKNOWN_OPERATIONS: Final = re.compile(r"No conversion rule found for operations: (.+)")


@functools.cache
def _core() -> Any:
    """One for the process: it holds the plugins, which take a while to load."""
    return openvino.Core()


def describe() -> BackendStatus:
    """What OpenVINO is and can do on this processor."""
    core = _core()
    capabilities = core.get_property(_DEVICE, "OPTIMIZATION_CAPABILITIES")
    precisions: list[Precision] = ["fp32"]
    # Where oneDNN is held below, some networks do not compile in it and others crash.
    if "BF16" in capabilities and not processor.limited_below("BF16"):
        precisions.insert(0, "bf16")
    if "FP16" in capabilities and not processor.limited_below("FP16"):
        precisions.append("fp16")
    # What it would take by itself pays most: bf16 on an Intel that has both, fp16 on an ARM.
    own = core.get_property(_DEVICE, "INFERENCE_PRECISION_HINT").get_type_name()
    precisions.sort(key=lambda precision: _HINTS[precision] != own)
    return BackendStatus(
        NAME,
        openvino.__version__.split("-")[0],
        (str(core.get_property(_DEVICE, "FULL_DEVICE_NAME")).strip(),),
        tuple(precisions),
        hints=tuple(precisions),
    )


def load(
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    hint: Precision | None = None,
    progress: Callable[[float], bool] | None = None,  # noqa: ARG001 - it takes a second
) -> OpenVinoEngine:
    """Compile a network for this processor, or take it from the cache.

    Raises:
        EngineError: the network, the precision or the number of threads does not fit.
    """
    return OpenVinoEngine(network, precision, threads, hint)


def ready(network: NetworkFile, precision: Precision) -> bool:  # noqa: ARG001 - the protocol's
    """Always: it compiles in a second."""
    return True


def prepare(
    network: NetworkFile,
    precision: Precision,
    progress: Callable[[float], bool] | None = None,
) -> None:
    """Nothing to do: it compiles in a second."""


class OpenVinoEngine(LoadedNetwork):
    """A network compiled by OpenVINO."""

    title = "OpenVINO"

    def __init__(
        self,
        network: NetworkFile,
        precision: Precision | Literal["auto"],
        threads: int,
        hint: Precision | None,
    ) -> None:
        status = describe()
        picked = pick_precision(status, precision, network)
        compiled = _compiled(
            network,
            {
                "PERFORMANCE_HINT": "LATENCY",
                # Of a quantised network: for what is not quantised in it.
                "INFERENCE_PRECISION_HINT": _HINTS[
                    hint or status.precisions[0] if picked == "int8" else picked
                ],
                "INFERENCE_NUM_THREADS": pick_threads(threads),
                # Threads tied to a core wait for the window and the camera to leave it: beside a
                # third of one core's load, one run in twenty took over 29 ms tied, 17 ms free.
                "ENABLE_CPU_PINNING": False,
            },
        )
        contract = InputContract.of(
            network.name,
            [
                (
                    port.get_any_name(),
                    port.element_type == openvino.Type.f32,
                    _dimensions(port.partial_shape),
                )
                for port in compiled.inputs
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
        # A tensor may carry the names of others that were merged with it; the node keeps its own.
        self._outputs = [
            str(port.node.get_friendly_name()).split("/sink_port")[0] for port in compiled.outputs
        ]
        self._request: Any = compiled.create_infer_request()

    def _infer(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        self._request.set_input_tensor(openvino.Tensor(batch, shared_memory=True))
        self._request.infer()
        return {
            name: np.array(self._request.get_output_tensor(index).data, dtype=np.float32)
            for index, name in enumerate(self._outputs)
        }

    def _release(self) -> None:
        self._request = None


def _dimensions(shape: Any) -> list[int | None]:
    """A PartialShape with None for what is free; no dimensions where even their number is."""
    if shape.rank.is_dynamic:
        return []
    return [None if d.is_dynamic else d.get_length() for d in shape]


def _compiled(network: NetworkFile, options: dict[str, Any]) -> Any:
    """The network compiled with these options, from the cache where it is there and whole."""
    core = _core()
    name = cache.key(
        network.sha256,
        NAME,
        openvino.__version__,
        processor.identity(),
        str(sorted(core.get_property(_DEVICE, "OPTIMIZATION_CAPABILITIES"))),
        str(sorted(options.items())),
    )
    kept = cache.fetch(name)
    if kept is not None:
        try:
            return core.import_model(kept, _DEVICE, options)
        except RuntimeError:
            cache.discard(name)
    try:
        compiled = core.compile_model(core.read_model(network.data), _DEVICE, options)
    except RuntimeError as error:
        raise load_error(OpenVinoEngine.title, network.name, error, _UNKNOWN_OPERATIONS) from error
    try:
        cache.store(name, compiled.export_model().getvalue())
    except RuntimeError as error:  # runs all the same, only not from the cache
        LOG.info("OpenVINO cannot export the compiled network: %s", error)
    return compiled
