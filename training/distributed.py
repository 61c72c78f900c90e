"""Several processes that train one network together, each on its share of every batch.

    torchrun --nproc-per-node 2 -m -- training train --batch 48 ...

(Without the two dashes torchrun takes `--run` and `--start` for options of its own.)
Every process keeps the whole network. Of a batch it makes and runs every n-th sample; gradients are
averaged over the processes before each step, the loss is normalised by the weights of the whole
batch (`mean_over_processes`), and so the step is the one that a single process would take, up to
rounding and to batch norm. Batch norm takes its statistics from the process' own share on CPUs
(gloo), from the whole batch on GPUs (`SyncBatchNorm`); running statistics are averaged after each
step, so that all processes keep the same state.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor, nn

from posecam.errors import PosecamError

T = TypeVar("T")
#: The first process scores and writes checkpoints while the others wait.
_PATIENCE = timedelta(hours=2)


def _together() -> bool:
    return dist.is_available() and dist.is_initialized() and dist.get_world_size() > 1


def mean_over_processes(value: Tensor) -> Tensor:
    """Mean of a number that every process has, without a gradient; alone, the number itself."""
    if not _together():
        return value
    total = value.detach().clone()
    dist.all_reduce(total)
    return total / dist.get_world_size()


@dataclass(frozen=True, slots=True)
class DistributedContext:
    """This process among those that train.

    Attributes:
        rank: number of this one; the first, 0, prints, scores and writes.
        count: how many there are.
        device: where this one computes.
    """

    rank: int = 0
    count: int = 1
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))

    @property
    def first(self) -> bool:
        """Whether this is the one that prints, scores and writes."""
        return self.rank == 0

    def average_gradients(self, network: nn.Module) -> None:
        """Replace gradients by their mean over the processes."""
        if self.count > 1:
            _flat([p.grad for p in network.parameters() if p.grad is not None], self._mean)

    def average_buffers(self, network: nn.Module) -> None:
        """Replace running statistics by their mean over the processes."""
        if self.count > 1:
            _flat(network.buffers(), self._mean)

    def mean(self, parts: dict[str, float]) -> dict[str, float]:
        """Mean over the processes of numbers that all of them have by the same names."""
        if self.count == 1 or not parts:
            return parts
        values = torch.tensor(list(parts.values()), dtype=torch.float64, device=self.device)
        return dict(zip(parts, mean_over_processes(values).tolist(), strict=True))

    def in_turn(self, make: Callable[[], T]) -> T:
        """What `make` returns, called by the first process before the others."""
        made = make() if self.first else None
        if self.count > 1:
            dist.barrier()
        return make() if made is None else made

    def leave(self) -> None:
        """Say goodbye to the others."""
        if self.count > 1:
            dist.destroy_process_group()

    def _mean(self, flat: Tensor) -> None:
        dist.all_reduce(flat)
        flat /= self.count


def join(device: str) -> DistributedContext:
    """Meet the other processes that torchrun has started, if any.

    Args:
        device: "cpu" or "cuda"; with several processes each takes a GPU of its own.

    Raises:
        PosecamError: there is no such device here.
    """
    if device not in {"cpu", "cuda"}:
        raise PosecamError(f"there is no device {device!r}; choose cpu or cuda.")
    if device == "cuda" and not torch.cuda.is_available():
        raise PosecamError("there is no CUDA here: PyTorch sees no NVIDIA GPU.")
    count = int(os.environ.get("WORLD_SIZE", "1"))
    rank, local = (int(os.environ.get(name, "0")) for name in ("RANK", "LOCAL_RANK"))
    place = torch.device("cuda", local) if device == "cuda" else torch.device("cpu")
    if device == "cuda":
        torch.cuda.set_device(place)
    if count > 1:
        dist.init_process_group("nccl" if device == "cuda" else "gloo", timeout=_PATIENCE)
    return DistributedContext(rank, count, place)


def _flat(tensors: Iterable[Tensor | None], change: Callable[[Tensor], object]) -> None:
    """Change floating tensors in place as one long one: a single message."""
    floating = [t for t in tensors if t is not None and t.is_floating_point()]
    if not floating:
        return
    with torch.no_grad():
        flat = torch.cat([t.detach().reshape(-1).float() for t in floating])
        change(flat)
        parts = torch.split_with_sizes(flat, [t.numel() for t in floating])
        for tensor, part in zip(floating, parts, strict=True):
            tensor.copy_(part.view(tensor.shape))
