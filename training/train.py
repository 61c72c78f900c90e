"""The trainer, from top to bottom.

    python -m training train --stage 1 --run RUN --data DATA/lspet:0.6 ...

Stage 1 learns 2D on photos, stage 2 adds depth and which way is up where a set knows them, stage 3
adds the geometric constraint where none does. Everything a run needs to go on is in its folder:
`last.pt` (weights, optimiser, moving average, step) and `curve.csv`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from posecam import skeleton
from posecam.errors import PosecamError
from training.anatomy import anatomical
from training.batches import Batch, MixedBatches, Share, read_negatives
from training.checkpoint import (
    load_what_fits,
    read_checkpoint,
    saved_keypoints,
    saved_network,
    starting_weights,
    write_checkpoint,
)
from training.datasets import Records, read
from training.datasets.anatomy import read_offsets
from training.distil import Teacher
from training.distributed import DistributedContext, join
from training.keypoint_metrics import keypoint_figures
from training.loop import Progress, fit
from training.metrics import summary
from training.network import Deployed, Network, build
from training.network.lite import HourglassLite
from training.network.movenet import fetch, load_head, load_trunk, read_arrays
from training.network.restore import hold_norms, settle_norms
from training.optimise import MovingAverage, learning_rate, parameter_groups
from training.options import TrainOptions, chosen_stage, chosen_strength
from training.predict import Predictions, predict
from training.relabel import relabel
from training.rendering.feed import RenderFeed, RenderOptions
from training.rendering.reservoir import NAME as RENDERED
from training.stages import batch_losses
from training.views import known_poses

#: Batches of which norms take their statistics that an exported file has lost.
_SETTLING = 16


def parse_set(text: str, split: str, teacher: bool) -> tuple[Records, float]:
    """`DIR`, `DIR:share` to records and share."""
    path, weight = split_share(text)
    return read(Path(path), split, teacher), weight


def split_share(text: str) -> tuple[str, float]:
    """`NAME` or `NAME:share`; the share is 1 if absent."""
    path, _, share = text.rpartition(":")
    try:
        return (path, float(share)) if path else (text, 1.0)
    except ValueError:
        return text, 1.0


def with_trust(records: Records, teacher_depth: float) -> Records:
    """Records whose depth counts this much where it is a teacher's opinion."""
    opinion = ~np.isfinite(records.joints_3d).any((1, 2))
    weight = records.depth_weight * np.where(opinion, np.float32(teacher_depth), np.float32(1))
    return replace(records, depth_weight=weight)


def check_network(network: Network, records: Records) -> tuple[dict[str, float], Predictions]:
    """Figures of the network as it would be exported, where its weights are."""
    device = next(network.parameters()).device
    deployed = Deployed(network).eval().to(device)

    def run(images: np.ndarray) -> dict[str, np.ndarray]:
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            batch = torch.from_numpy(images).to(device)
            given = deployed(batch.contiguous(memory_format=torch.channels_last))
        named = zip(deployed.outputs, given, strict=True)
        return {name: out.float().cpu().numpy() for name, out in named}

    found = predict(run, network.size, records, batch=16, progress=False)
    told = summary(found.joints_2d, found.joints_3d, records)
    return told | keypoint_figures(found, records), found


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
        self.poses = poses
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
        self.optimiser = torch.optim.AdamW(parameter_groups(self.network, self.stage), lr=0.0)
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

    def settle(self, batches: Iterable[Batch]) -> None:
        """Give norms that come from an exported file the statistics of real batches."""
        settle_norms(self.network, (batch.to(self.context.device).image for batch in batches))
        self.average = MovingAverage(self.network, self.options.ema_decay)

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; the parts of the loss by name."""
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
        batch = batch.to(self.context.device)
        total, parts, output = batch_losses(
            self.network, batch, self.stage, self.options.sigma, self.poses
        )
        if self.teacher is not None:
            loss = self.teacher.loss(batch.image, output, batch.depth_weight)
            total = total + self.options.distil_weight * loss
            parts["distil"] = float(loss.detach())
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        self.context.average_gradients(self.network)
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.context.average_buffers(self.network)
        self.average.update(self.network)
        self.progress.step += 1
        return self.context.mean(parts)

    def save(self) -> None:
        """Write everything that the run needs to go on."""
        write_checkpoint(
            self.last,
            {
                "configuration": self.options.configuration,
                "size": self.network.size,
                "stage": self.options.stage,
                "step": self.progress.step,
                "seconds": self.progress.spent_s,
                "network": self.network.state_dict(),
                "average": self.average.state,
                "optimiser": self.optimiser.state_dict(),
                "rendered": 0 if self.feed is None else self.feed.next_number,
            },
        )


def _budget_s(options: TrainOptions, context: DistributedContext) -> float | None:
    """Seconds that the run may take."""
    if options.minutes is None:
        return None
    if options.minutes <= 0 or context.count > 1:
        raise PosecamError("--minutes is more than 0, and for a run of one process.")
    return options.minutes * 60


def train(options: TrainOptions, cache: Path) -> None:
    """Run or resume one stage, alone or with the other processes of a torchrun."""
    context = join(options.device)
    try:
        _train(options, cache, context)
    finally:
        context.leave()


def _train(options: TrainOptions, cache: Path, context: DistributedContext) -> None:
    if options.batch % context.count:
        raise PosecamError(
            f"a batch of {options.batch} cannot be shared by {context.count} processes."
        )
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    feed = render_feed(options, context)
    try:
        _train_with(feed, options, cache, context)
    finally:
        if feed is not None:
            feed.close()


def render_feed(options: TrainOptions, context: DistributedContext) -> RenderFeed | None:
    """Workers that render what `rendered` of the options stands for.

    Raises:
        PosecamError: the options do not fit each other, or nothing can be rendered.
    """
    shares = [split_share(text) for text in options.data]
    asked = any(path == RENDERED and share > 0 for path, share in shares)
    if not options.render:
        if asked and not Path(RENDERED).is_dir():
            raise PosecamError("--data rendered needs processes that render: give --render N.")
        return None
    if not asked:
        raise PosecamError(
            "--render makes people for --data rendered:SHARE; give their share, above 0."
        )
    if context.count > 1:
        raise PosecamError("--render is for a run of one process.")
    last, first = options.run / "last.pt", 0
    if last.is_file():
        first = int(read_checkpoint(last).get("rendered", 0))
    return RenderFeed(
        RenderOptions(
            workers=options.render,
            keep=options.render_keep,
            seed=options.render_seed,
            first=first,
            assets=options.render_assets,
            mocap=options.render_mocap,
            device=options.render_device,
        )
    )


def _train_with(
    feed: RenderFeed | None, options: TrainOptions, cache: Path, context: DistributedContext
) -> None:
    # In turn: what the first process computes is kept for the others.
    sets = context.in_turn(lambda: training_sets(options, cache))
    options.run.mkdir(parents=True, exist_ok=True)
    body = slice(skeleton.COUNT)
    solid = [r for r, _ in sets if np.isfinite(r.joints_3d[:, body]).all((1, 2)).any()]
    shares: list[Share] = list(sets)
    if feed is not None:
        feed.wait()
        solid.append(feed.records.take(feed.rows()))
        own = [split_share(text)[1] for text in options.data if split_share(text)[0] == RENDERED]
        shares.append((feed, sum(own)))
    poses = known_poses(solid) if solid else None
    trainer = context.in_turn(lambda: Trainer(options, cache, poses, context, feed))
    batches = context.in_turn(
        lambda: MixedBatches(
            shares,
            read_negatives(options.negatives),
            options.negative_share,
            options.batch,
            trainer.network.size,
            chosen_strength(options),
            options.seed + trainer.progress.step,
            cache,
            context.rank,
            context.count,
        )
    )
    start = options.start
    try:
        if trainer.progress.step == 0 and start is not None and start.suffix == ".onnx":
            trainer.settle(itertools.islice(batches, _SETTLING))
        fit(
            trainer,
            batches,
            batch_size=options.batch,
            eval_interval=options.eval_interval,
            curve=options.run / "curve.csv",
            evaluate=scores(trainer, validation_sets(options)),
            first=context.first,
        )
    finally:
        batches.close()


def training_sets(options: TrainOptions, cache: Path) -> list[tuple[Records, float]]:
    """What is trained on, with its shares: labels corrected and moved as the options ask."""
    sets = []
    offsets = read_offsets(options.anatomy) if options.anatomy else {}
    for text in options.data:
        if options.render and split_share(text)[0] == RENDERED:
            continue
        records, share = parse_set(text, "train", teacher=True)
        records = with_trust(records, options.teacher_depth)
        if options.relabel is not None:
            records = relabel(records, options.relabel, cache)
        if records.name in offsets:
            records = anatomical(records, offsets[records.name], cache, options.anatomy_trust)
        sets.append((records, share))
    if (
        sets
        and not options.render
        and not any(records.known[:, skeleton.COUNT :].any() for records, _ in sets)
    ):
        print(
            f"None of the sets knows more than the {skeleton.COUNT} joints: the other keypoints "
            "stay what they begin as."
        )
    return sets


def validation_sets(options: TrainOptions) -> list[Records]:
    """What is scored on: so many images of each set."""
    sets = [parse_set(text, "val", teacher=False)[0] for text in options.val]
    thin = np.random.RandomState(0)
    return [c.take(np.sort(thin.permutation(len(c))[: options.val_count])) for c in sets]


def scores(trainer: Trainer, sets: list[Records]) -> Callable[[], dict[str, float]]:
    """What scores the averaged weights on every set."""
    shadow = build(trainer.options.configuration, trainer.options.size)
    shadow.to(trainer.context.device)

    def evaluate() -> dict[str, float]:
        shadow.load_state_dict(trainer.average.state)
        row: dict[str, float] = {}
        for records in sets:
            figures, _ = check_network(shadow, records)
            row |= {f"{records.name} {k}": v for k, v in figures.items() if math.isfinite(v)}
        return row

    return evaluate
