"""Weights, optimiser and moving average of a run, and the step that moves them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from tqdm import tqdm

from posecam.errors import PosecamError
from training.batches import Batch
from training.checkpoint import (
    load_what_fits,
    read_checkpoint,
    saved_keypoints,
    saved_network,
    starting_weights,
    write_checkpoint,
)
from training.compiled import Compiled
from training.device_batches import RawBatch
from training.distil import Teacher
from training.distributed import DistributedContext
from training.half import write_half
from training.loop import Progress
from training.network import Network, build
from training.network.lite import HourglassLite
from training.network.movenet import fetch, load_head, load_trunk, read_arrays
from training.network.restore import hold_norms, settle_norms
from training.optimise import MovingAverage, learning_rate, parameter_groups
from training.options import TrainOptions, chosen_stage
from training.rendering.feed import RenderFeed
from training.stages import batch_losses
from training.views import bone_ratios

#: Steps on a GPU between two looks at the losses.
_LOOK_INTERVAL = 20


def load_start(network: Network, options: TrainOptions, cache: Path) -> None:
    """Weights to begin with: a checkpoint, or MoveNet's public ones."""
    if options.start is not None:
        weights = starting_weights(network, options.start, options.configuration)
        new = load_what_fits(network, weights)
        if new:
            print(f"{options.start} has no {', '.join(sorted(new))}: these parts start afresh.")
    elif isinstance(network, HourglassLite):
        folder = options.movenet or cache / "movenet"
        fetch(folder)
        width = "thunder" if network.trunk.stem.out_channels > 32 else "lightning"
        arrays = read_arrays(folder / f"movenet-{width}.json")
        load_trunk(network.trunk, arrays)
        load_head(network.head, arrays)


class Trainer:
    """Weights, optimiser and moving average of a run, fresh or resumed."""

    def __init__(
        self,
        options: TrainOptions,
        cache: Path,
        poses: Tensor | None = None,
        context: DistributedContext | None = None,
        feed: RenderFeed | None = None,
    ) -> None:
        self.options = options
        self.feed = feed
        self.context = context or DistributedContext()
        self.stage = chosen_stage(options)
        self.network = build(options.configuration, options.size)
        self.last = options.run / "last.pt"
        self.progress = Progress(0, options.steps, budget_s=_budget_s(options, self.context))
        self.teacher = Teacher(options.distil, self.context.device) if options.distil else None
        resumed: dict[str, Any] | None = None
        if self.last.is_file():
            resumed = read_checkpoint(self.last, options.configuration)
            size = saved_network(resumed).size
            if size != self.network.size:
                raise PosecamError(
                    f"{self.last} has an input of {size} px, not {self.network.size}: begin a new "
                    f"run with --start {self.last}."
                )
            known = saved_keypoints(resumed["average"])
            if known != self.network.keypoints:
                raise PosecamError(
                    f"{self.last} has {known} keypoints, not {self.network.keypoints}: begin a new "
                    f"run with --start {self.last}."
                )
            self.network.load_state_dict(resumed["network"])
            self.progress.step = int(resumed["step"])
            self.progress.seconds = float(resumed.get("seconds", 0.0))
        else:
            load_start(self.network, options, cache)
        self.network.to(self.context.device)
        if self.context.count > 1 and self.context.device.type == "cuda":
            nn.SyncBatchNorm.convert_sync_batchnorm(self.network)  # type: ignore[no-untyped-call]
        for parameter in self.network.parameters():
            if parameter.ndim == 4:
                parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
        on_gpu = self.context.device.type == "cuda"
        self.optimiser = torch.optim.AdamW(
            parameter_groups(self.network, self.stage), lr=0.0, fused=on_gpu or None
        )
        self.canonical = bone_ratios(poses).to(self.context.device)
        self.run = Compiled(self.network) if options.compile else None
        #: Losses are looked at every so many steps: looking waits for the GPU.
        self.looks = _LOOK_INTERVAL if on_gpu else 1
        self.most = options.batch
        self.average = MovingAverage(self.network, options.ema_decay)
        if resumed is not None:
            self.optimiser.load_state_dict(resumed["optimiser"])
            self.average.state = {
                k: v.to(self.context.device) for k, v in resumed["average"].items()
            }
            self.average.count = self.progress.step
            # The peaks are this run's, not the earlier one's.
            fresh = parameter_groups(self.network, self.stage)
            for group, wanted in zip(self.optimiser.param_groups, fresh, strict=True):
                group["peak"] = wanted["peak"]

    def settle(self, batches: Iterable[Batch | RawBatch]) -> None:
        """Give norms that come from an exported file the statistics of real batches."""
        settle_norms(self.network, (batch.to(self.context.device).image for batch in batches))
        self.average = MovingAverage(self.network, self.options.ema_decay)

    def learn(self, batch: Batch | RawBatch) -> dict[str, float]:
        """One step; the parts of the loss by name, on a GPU of some of the steps.

        A batch that the memory of the GPU does not hold is halved, and later ones with it.

        Raises:
            PosecamError: not even one image fits.
        """
        while True:
            try:
                return self._learn(batch.to(self.context.device).thinned(self.most))
            except torch.OutOfMemoryError as error:
                if self.most == 1 or self.context.count > 1:
                    raise PosecamError(
                        f"the GPU has no free memory for {self.most} image(s) a step ({error})."
                    ) from error
                self.most = -(-min(self.most, len(batch)) // 2)
            self.optimiser.zero_grad(set_to_none=True)
            torch.cuda.empty_cache()
            tqdm.write(f"The GPU's free memory does not hold the batch: it is {self.most} now.")

    def _learn(self, batch: Batch) -> dict[str, float]:
        share = self.progress.share
        held = share < self.stage.hold_pretrained or self.stage.hold_pretrained >= 1
        for group in self.optimiser.param_groups:
            hold = self.stage.hold_pretrained if group["name"] == "pretrained" else 0.0
            group["lr"] = learning_rate(share, group["peak"], hold)
        for part in self.network.pretrained_parts():
            part.requires_grad_(not held)
        self.network.train()
        if self.stage.only_depth:
            self.network.eval().requires_grad_(False)
            for part in self.network.depth_parts():
                part.train().requires_grad_(True)
        if self.options.hold_norms:
            hold_norms(self.network)
        for part in self.network.still_parts():
            part.eval().requires_grad_(False)
        total, parts, output = batch_losses(
            self.network, batch, self.stage, self.options.sigma, self.canonical, self.run
        )
        if self.teacher is not None:
            loss = self.teacher.loss(batch.image, output, batch.depth_weight)
            total = total + self.options.distil_weight * loss
            parts["distil"] = loss.detach()
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        self.context.average_gradients(self.network)
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.context.average_buffers(self.network)
        self.average.update(self.network)
        self.progress.step += 1
        self.progress.images += len(batch) * self.context.count
        if self.progress.step % self.looks:
            return {}
        return self.context.mean({name: float(value) for name, value in parts.items()})

    def save(self) -> None:
        """Write everything that the run needs to go on."""
        state = {
            "configuration": self.options.configuration,
            "size": self.network.size,
            "stage": self.options.stage,
            "step": self.progress.step,
            "seconds": self.progress.spent_s,
            "network": self.network.state_dict(),
            "average": self.average.state,
            "optimiser": self.optimiser.state_dict(),
            "rendered": 0 if self.feed is None else self.feed.next_number,
        }
        write_checkpoint(self.last, state)
        if self.options.half is not None:
            write_half(self.options.half, state)


def _budget_s(options: TrainOptions, context: DistributedContext) -> float | None:
    """Seconds that the run may take."""
    if options.minutes is None:
        return None
    if options.minutes <= 0 or context.count > 1:
        raise PosecamError("--minutes is more than 0, and for a run of one process.")
    return options.minutes * 60
