"""TensorRT on an NVIDIA card: the fastest where there is one."""

from __future__ import annotations

import logging
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from engines import cache, cuda
from engines.backend import (
    BackendStatus,
    InputContract,
    LoadedNetwork,
    pick_precision,
    pick_threads,
)
from engines.engine import EngineError, EngineInfo, Precision
from engines.network_file import NetworkFile
from engines.plan_file import Plan
from engines.tensorrt_builder import (
    LARGEST_BATCH,
    LOGGER,
    THIS_CARD,
    VERSION,
    Progress,
    build,
    reported_errors,
    said,
    trt,
)

__all__ = [
    "NAME",
    "TITLE",
    "TensorRtEngine",
    "build",
    "describe",
    "load",
    "load_plan",
    "prepare",
    "ready",
]

LOG = logging.getLogger(__name__)

NAME: Final = "tensorrt"
TITLE: Final = "TensorRT"


def describe() -> BackendStatus:
    """What TensorRT is and which card it would run on."""
    try:
        found = cuda.card()
    except EngineError as error:
        return BackendStatus(NAME, VERSION, reason=str(error))
    return BackendStatus(NAME, VERSION, (found.name,), ("fp16", "fp32"))


def load(
    network: NetworkFile,
    precision: Precision | Literal["auto"],
    threads: int,
    hint: Precision | None = None,  # noqa: ARG001 - what is not quantised is fp32
    progress: Progress | None = None,
) -> TensorRtEngine:
    """Build a network for the card of this machine, or take it from the cache.

    Raises:
        EngineError: there is no card, or the network or the precision does not fit.
    """
    pick_threads(threads)
    card = cuda.card()
    picked = pick_precision(describe(), precision, network)
    name = _key(network, card, picked)
    kept = cache.fetch(name)
    if kept is not None:
        try:
            return TensorRtEngine(_cached_plan(network, picked, kept), card, name)
        except EngineError as error:
            LOG.info("%s It is built again.", error)
            cache.discard(name)
    with cache.alone(name):
        # Another process may have built it while this one waited.
        kept = cache.fetch(name)
        if kept is None:
            kept = build(network, picked, (THIS_CARD,), progress).data
            cache.store(name, kept)
    return TensorRtEngine(_cached_plan(network, picked, kept), card, name)


def load_plan(plan: Plan) -> TensorRtEngine:
    """Make a built engine run on the card of this machine.

    Raises:
        EngineError: there is no card, or the engine is for another one or of another version.
    """
    card = cuda.card()
    if plan.version != VERSION:
        raise EngineError(
            f"The engine of {plan.network} was built by TensorRT {plan.version}, but this is "
            f"{VERSION}; build it again."
        )
    return TensorRtEngine(plan, card, cache.key(plan.sha256, plan.precision, *plan.targets))


def ready(network: NetworkFile, precision: Precision) -> bool:
    """Whether the cache holds the engine for the card of this machine."""
    return cache.holds(_key(network, cuda.card(), precision))


def prepare(network: NetworkFile, precision: Precision, progress: Progress | None = None) -> None:
    """Build it for the card of this machine, and try it.

    Raises:
        EngineError: there is no card, it cannot be built or run, or it was given up.
    """
    load(network, precision, 0, progress=progress).close()


def _key(network: NetworkFile, card: cuda.Card, precision: Precision) -> str:
    return cache.key(
        network.sha256, NAME, VERSION, card.name, card.capability, precision, str(LARGEST_BATCH)
    )


def _cached_plan(network: NetworkFile, precision: Precision, data: bytes) -> Plan:
    return Plan(
        data, network.name, network.sha256, network.metadata, precision, VERSION, (), (), ()
    )


class TensorRtEngine(LoadedNetwork):
    """A network on the card."""

    title = TITLE

    def __init__(self, plan: Plan, card: cuda.Card, name: str) -> None:
        self._jit_name = cache.key(name, "kernels")
        self._jit_cache: Any = None
        with reported_errors() as errors:
            self._runtime = trt.Runtime(LOGGER)
            self._engine = self._runtime.deserialize_cuda_engine(plan.data)
            context = self._make_context() if self._engine is not None else None
            if context is None:
                raise EngineError(
                    f"TensorRT cannot load the engine of {plan.network}: "
                    f"{said(errors, 'it does not say why')}."
                )
        self._context = context
        names = [self._engine.get_tensor_name(i) for i in range(self._engine.num_io_tensors)]
        inputs = [n for n in names if self._engine.get_tensor_mode(n) == trt.TensorIOMode.INPUT]
        contract = InputContract.of(
            plan.network,
            [
                (
                    n,
                    self._engine.get_tensor_dtype(n) == trt.DataType.FLOAT,
                    [None if d < 0 else d for d in tuple(self._engine.get_tensor_shape(n))],
                )
                for n in inputs
            ],
        )
        super().__init__(
            EngineInfo(NAME, VERSION, card.name, plan.precision, plan.network, plan.sha256),
            plan.metadata,
            contract,
        )
        self._input = inputs[0]
        self._outputs = [n for n in names if n != self._input]
        self._rows = contract.batch or LARGEST_BATCH
        self._shaped_for = 0
        self._stream = cuda.Stream()
        self._buffers: dict[str, cuda.Buffer] = {}
        try:
            self._make_buffers()
            self._warm_up()
        except EngineError:
            self.close()
            raise

    def _make_context(self) -> Any:
        if not hasattr(self._engine, "create_runtime_config"):
            return self._engine.create_execution_context()
        config = self._engine.create_runtime_config()
        if hasattr(trt, "CudaGraphStrategy"):
            config.cuda_graph_strategy = trt.CudaGraphStrategy.WHOLE_GRAPH_CAPTURE
        if hasattr(config, "create_runtime_cache"):  # of kernels compiled for the very card
            self._jit_cache = config.create_runtime_cache()
            kept = cache.fetch(self._jit_name)
            if kept is not None:
                self._jit_cache.deserialize(kept)
            config.set_runtime_cache(self._jit_cache)
        return self._engine.create_execution_context(config)

    def _make_buffers(self) -> None:
        """Room for the largest batch, at addresses that stay: a CUDA graph holds them."""
        self._context.set_input_shape(self._input, (self._rows, *self._contract.shape))
        for name in (self._input, *self._outputs):
            shape = tuple(self._context.get_tensor_shape(name))
            kind = trt.nptype(self._engine.get_tensor_dtype(name))
            buffer = self._buffers[name] = cuda.Buffer(shape, kind)
            self._context.set_tensor_address(name, buffer.address)

    def _warm_up(self) -> None:
        """Run once: the kernels are compiled then, not at the first frame."""
        self.run(np.zeros((self._contract.batch or 1, *self._contract.shape), np.float32))
        self._keep_kernels()

    def _keep_kernels(self) -> None:
        """For the next start, where there are others than were kept before."""
        if self._jit_cache is not None:
            kernels = bytes(self._jit_cache.serialize())
            if kernels != cache.fetch(self._jit_name):
                cache.store(self._jit_name, kernels)

    def _infer(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        parts: list[dict[str, NDArray[np.float32]]] = [
            self._infer_part(batch[start : start + self._rows])
            for start in range(0, len(batch), self._rows)
        ]
        if len(parts) == 1:
            return parts[0]
        return {name: np.concatenate([part[name] for part in parts]) for name in self._outputs}

    def _infer_part(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        rows = len(batch)
        source = self._buffers[self._input]
        source.host[:rows] = batch
        with reported_errors() as errors:
            if rows != self._shaped_for:  # a new shape makes the card record its work anew
                self._context.set_input_shape(self._input, (rows, *self._contract.shape))
                self._shaped_for = rows
            source.upload(rows, self._stream)
            if not self._context.execute_async_v3(self._stream.handle):
                raise RuntimeError(said(errors, "it does not say why"))
            for name in self._outputs:
                self._buffers[name].download(rows, self._stream)
            self._stream.wait()
        return {
            name: np.array(self._buffers[name].host[:rows], dtype=np.float32)
            for name in self._outputs
        }

    def _release(self) -> None:
        self._keep_kernels()  # others may have been compiled since, for other batch sizes
        self._context = self._engine = self._runtime = self._jit_cache = None
        for buffer in self._buffers.values():
            buffer.close()
        self._buffers.clear()
        self._stream.close()
